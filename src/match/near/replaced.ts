/**
 * Facts (`facts.ts`) that were replaced at the sites of a pair, and those that were kept. Owns the counts; must not find
 * sites. Facts are counted once however often they are repeated, and only where the other text has them nowhere: a name
 * that moved was not replaced. Linear in the tokens.
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
  /** Distinct numbers at sites, the smaller of both sides; and numbers that both texts have. */
  readonly replacedNumbers: number;
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
  for (const { aStart, aEnd, bStart, bEnd } of sites) {
    markReplaced(marks.ofNumber, marks.a, aStart, aEnd, IN_A, IN_B);
    markReplaced(marks.ofNumber, marks.b, bStart, bEnd, IN_B, IN_A);
  }
  return countFacts(marks);
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
  markFacts(a, numbersA, ofNumber, IN_A);
  markFacts(b, numbersB, ofNumber, IN_B);
  return { a: numbersA, b: numbersB, size, ofNumber };
}

function markFacts(text: NearTokens, numbers: Int32Array, ofNumber: Int32Array, side: number): void {
  const { count, kinds } = text.tokens;
  const places = rooms.facts.atLeast(count);
  const found = findFacts(text, places);
  for (let i = 0; i < found; i++) {
    const place = places[i]!;
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
  if (isInA && isInB) counts.kept++;
  if (isInA && (marks & (IN_A * REPLACED)) !== 0) counts.a++;
  if (isInB && (marks & (IN_B * REPLACED)) !== 0) counts.b++;
}
