/**
 * Facts (`facts.ts`) that were replaced at the sites of a pair, and those that were kept. Owns the counts; must not find
 * sites. Facts are counted once however often they are repeated, and only where the other text has them nowhere: a name
 * that moved was not replaced. A number that stands where the other text has another one was replaced in any case: two
 * reports of one mould have some numbers in common by chance, at different places. Linear in the tokens.
 */
import { Numbering } from '../../lib/numbering.ts';
import { Room } from '../../lib/room.ts';
import { TOKEN_KINDS } from '../../lib/tokens.ts';
import type { Run } from './alignment.ts';
import { findFacts } from './facts.ts';
import type { NearTokens } from './text.ts';

/** A gap where something was replaced, as half-open ranges of tokens. */
export interface Site {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/** All 0 where nothing was replaced: what is kept is only counted against what is not. */
export interface ReplacedFacts {
  /** Distinct numbers at sites, the smaller of both sides, or distinct exchanges of one for another, where they are more. */
  readonly replacedNumbers: number;
  /** Numbers that both texts have, unless they were exchanged and stand in no shared run. */
  readonly keptNumbers: number;
  /** The same for names. */
  readonly replacedNames: number;
  readonly keptNames: number;
}

export const NOTHING_REPLACED: ReplacedFacts = {
  replacedNumbers: 0,
  keptNumbers: 0,
  replacedNames: 0,
  keptNames: 0,
};

/** Counts the facts at the sites between runs; the last run ends both texts. */
export function countReplaced(
  a: NearTokens,
  b: NearTokens,
  runs: readonly Run[],
  sites: readonly Site[],
): ReplacedFacts {
  const marks = markTokens(a, b, runs);
  const exchanges = new Set<number>();
  for (const site of sites) {
    const { aStart, aEnd, bStart, bEnd } = site;
    markReplaced(marks.ofNumber, marks.a, aStart, aEnd, IN_A, IN_B);
    markReplaced(marks.ofNumber, marks.b, bStart, bEnd, IN_B, IN_A);
    if (aEnd - aStart === bEnd - bStart)
      findExchanges(marks, a.tokens.kinds, b.tokens.kinds, site, exchanges);
  }
  const counts = countFacts(marks);
  return { ...counts, replacedNumbers: Math.max(counts.replacedNumbers, exchanges.size) };
}

/**
 * What is known of a distinct token, as bits: in which texts it stands, and there as what. The bits of b lie one above
 * those of a.
 */
const IN_A = 1;
const IN_B = 2;
const AS_NUMBER = 4;
const AS_NAME = 16;
const REPLACED = 64;
/** A number where the other text has another. */
const EXCHANGED = 256;
/** A fact of a shared run. */
const IN_RUN = 512;

/** Tokens as numbers that equal tokens share; overwritten by the next call. */
interface Marks {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly size: number;
  readonly ofNumber: Int32Array;
}

const numbering = new Numbering();
const rooms = { a: new Room(), b: new Room(), marks: new Room(), facts: new Room() };

function markTokens(a: NearTokens, b: NearTokens, runs: readonly Run[]): Marks {
  const countA = a.tokens.count;
  const countB = b.tokens.count;
  const numbersA = rooms.a.atLeast(countA);
  const numbersB = rooms.b.atLeast(countB);
  numbering.clear(countA + countB);
  numbering.add(a.tokens.hashes, 0, countA, numbersA);
  const sizeA = numbering.size;
  // What stands in shared runs is known: only the gaps are looked up.
  let gap = 0;
  for (const run of runs) {
    numbering.add(b.tokens.hashes, gap, run.b, numbersB);
    for (let i = 0; i < run.length; i++) numbersB[run.b + i] = numbersA[run.a + i]!;
    gap = run.b + run.length;
  }
  const { size } = numbering;
  const ofNumber = rooms.marks.atLeast(size);
  ofNumber.fill(IN_A, 0, sizeA).fill(0, sizeA, size);
  for (let i = 0; i < countB; i++) ofNumber[numbersB[i]!]! |= IN_B;
  markFacts(a, numbersA, ofNumber, IN_A, runs);
  markFacts(b, numbersB, ofNumber, IN_B, []);
  return { a: numbersA, b: numbersB, size, ofNumber };
}

/** Marks the facts of a text, and which of them stand in `runs` of the first text. */
function markFacts(
  text: NearTokens,
  numbers: Int32Array,
  ofNumber: Int32Array,
  side: number,
  runs: readonly Run[],
): void {
  const { count, kinds } = text.tokens;
  const places = rooms.facts.atLeast(count);
  const found = findFacts(text, places);
  let next = 0;
  for (let i = 0; i < found; i++) {
    const place = places[i]!;
    while (next < runs.length && runs[next]!.a + runs[next]!.length <= place) next++;
    if (next < runs.length && runs[next]!.a <= place) ofNumber[numbers[place]!]! |= IN_RUN;
    const fact = kinds[place] === TOKEN_KINDS.number ? AS_NUMBER : AS_NAME;
    ofNumber[numbers[place]!]! |= side * fact;
  }
}

/** Marks the tokens of a gap that the other text lacks. */
function markReplaced(
  ofNumber: Int32Array,
  numbers: Int32Array,
  start: number,
  end: number,
  side: number,
  other: number,
): void {
  for (let i = start; i < end; i++) {
    const number = numbers[i]!;
    if ((ofNumber[number]! & other) === 0) ofNumber[number]! |= side * REPLACED;
  }
}

/** Numbers of two gaps of one length where each side has another at the same place; each exchange is put in once. */
function findExchanges(
  { a, b, size, ofNumber }: Marks,
  aKinds: Uint8Array,
  bKinds: Uint8Array,
  { aStart, aEnd, bStart }: Site,
  into: Set<number>,
): void {
  for (let i = 0; i < aEnd - aStart; i++) {
    const [inA, inB] = [a[aStart + i]!, b[bStart + i]!];
    if (inA === inB) continue;
    if (aKinds[aStart + i] !== TOKEN_KINDS.number || bKinds[bStart + i] !== TOKEN_KINDS.number) continue;
    ofNumber[inA]! |= EXCHANGED;
    ofNumber[inB]! |= EXCHANGED;
    into.add(inA * size + inB);
  }
}

function countFacts({ size, ofNumber }: Marks): ReplacedFacts {
  const numbers = { a: 0, b: 0, kept: 0 };
  const names = { a: 0, b: 0, kept: 0 };
  for (let number = 0; number < size; number++) {
    const marks = ofNumber[number]!;
    // Most tokens are no facts.
    if (marks < AS_NUMBER) continue;
    count(numbers, marks, AS_NUMBER);
    count(names, marks, AS_NAME);
  }
  return {
    replacedNumbers: Math.min(numbers.a, numbers.b),
    keptNumbers: numbers.kept,
    replacedNames: Math.min(names.a, names.b),
    keptNames: names.kept,
  };
}

function count(counts: { a: number; b: number; kept: number }, marks: number, fact: number): void {
  const isInA = (marks & (IN_A * fact)) !== 0;
  const isInB = (marks & (IN_B * fact)) !== 0;
  const isExchanged = (marks & EXCHANGED) !== 0 && (marks & IN_RUN) === 0;
  if (isInA && isInB && !isExchanged) counts.kept++;
  if (isInA && (marks & (IN_A * REPLACED)) !== 0) counts.a++;
  if (isInB && (marks & (IN_B * REPLACED)) !== 0) counts.b++;
}
