/**
 * What differs between two texts that share much: facts replaced in place, facts kept, prose added. Owns the counts;
 * must not judge them (that is `templated.ts` and `update.ts`). Linear in the tokens, but for their alignment.
 *
 * A site is a short gap on both sides between two shared runs: there something was replaced. Facts (`facts.ts`) are
 * counted once however often they are repeated, and only where the other text has them nowhere: a name that moved was
 * not replaced.
 */
import { Numbering } from '../../lib/numbering.ts';
import { Room } from '../../lib/room.ts';
import { TOKEN_KINDS, type Tokens } from '../../lib/tokens.ts';
import { alignTokens, type Run } from './alignment.ts';
import { readFacts } from './facts.ts';
import type { PairedShingles } from './paired.ts';
import { type NearTokens, tokenWeight, WORD_WEIGHT } from './text.ts';

export interface Changes {
  /** Distinct numbers at sites, the smaller of both sides; and numbers that both texts have. */
  readonly replacedNumbers: number;
  readonly keptNumbers: number;
  /** The same for names. */
  readonly replacedNames: number;
  readonly keptNames: number;
  /** Sites, and those where both sides hold words or characters (not only numbers) that the other text lacks. */
  readonly sites: number;
  readonly wordSites: number;
  /** Words in shared runs (characters of unspaced scripts count as 3/5 of a word). */
  readonly sharedWords: number;
  /** Words of a, of b, in gaps that are no sites. */
  readonly addedA: number;
  readonly addedB: number;
}

/** Longest gap, on either side, that still counts as something replaced in place: 24 words or 40 characters. */
const SITE_WEIGHT = 120;

/** Counts the changes between two texts; `pair`: their shingles. */
export function findChanges(a: NearTokens, b: NearTokens, pair: PairedShingles): Changes {
  const runs = [...alignTokens(a.tokens, b.tokens, pair), endOf(a.tokens, b.tokens)];
  const marks = markTokens(a, b, runs);
  const counts = { sites: 0, wordSites: 0, shared: 0, addedA: 0, addedB: 0 };
  let aAt = 0;
  let bAt = 0;
  for (const run of runs) {
    const aWeight = weigh(a.tokens, aAt, run.a);
    const bWeight = weigh(b.tokens, bAt, run.b);
    if (aWeight > 0 && bWeight > 0 && aWeight <= SITE_WEIGHT && bWeight <= SITE_WEIGHT) {
      counts.sites++;
      const aWords = markReplaced(a.tokens, aAt, run.a, marks.a, marks.ofNumber, IN_A, IN_B);
      const bWords = markReplaced(b.tokens, bAt, run.b, marks.b, marks.ofNumber, IN_B, IN_A);
      if (aWords && bWords) counts.wordSites++;
    } else {
      counts.addedA += aWeight;
      counts.addedB += bWeight;
    }
    counts.shared += weigh(a.tokens, run.a, run.a + run.length);
    aAt = run.a + run.length;
    bAt = run.b + run.length;
  }
  return {
    ...countFacts(marks),
    sites: counts.sites,
    wordSites: counts.wordSites,
    sharedWords: counts.shared / WORD_WEIGHT,
    addedA: counts.addedA / WORD_WEIGHT,
    addedB: counts.addedB / WORD_WEIGHT,
  };
}

/** Behind all tokens of both texts. */
function endOf(a: Tokens, b: Tokens): Run {
  return { a: a.count, b: b.count, length: 0 };
}

/**
 * What is known of a distinct token, as bits: in which texts it stands, and there as what. The bits of b lie one above
 * those of a, and a NUMBER and a NAME are a factor of 4 and of 16.
 */
const IN_A = 1;
const IN_B = 2;
const AS_NUMBER = 4;
const AS_NAME = 16;
const REPLACED = 64;
const BITS_OF_FACT = Uint8Array.of(1, 1 + AS_NUMBER, 1 + AS_NAME);

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
  // What stands in shared runs is known: only the gaps are looked up.
  let gap = 0;
  for (const run of runs) {
    numbering.add(b.tokens.hashes, gap, run.b, numbersB);
    for (let i = 0; i < run.length; i++) numbersB[run.b + i] = numbersA[run.a + i]!;
    gap = run.b + run.length;
  }
  const { size } = numbering;
  const ofNumber = rooms.marks.atLeast(size).fill(0, 0, size);
  markFacts(a, numbersA, ofNumber, IN_A);
  markFacts(b, numbersB, ofNumber, IN_B);
  return { a: numbersA, b: numbersB, size, ofNumber };
}

function markFacts(text: NearTokens, numbers: Int32Array, ofNumber: Int32Array, side: number): void {
  const { count } = text.tokens;
  const facts = rooms.facts.atLeast(count);
  readFacts(text, facts);
  for (let i = 0; i < count; i++) ofNumber[numbers[i]!]! |= side * BITS_OF_FACT[facts[i]!]!;
}

/** Marks the tokens of a gap that the other text lacks; whether one of them is no number. */
function markReplaced(
  tokens: Tokens,
  start: number,
  end: number,
  numbers: Int32Array,
  ofNumber: Int32Array,
  side: number,
  other: number,
): boolean {
  let words = false;
  for (let i = start; i < end; i++) {
    const number = numbers[i]!;
    if ((ofNumber[number]! & other) !== 0) continue;
    ofNumber[number]! |= side * REPLACED;
    if (tokens.kinds[i] !== TOKEN_KINDS.number) words = true;
  }
  return words;
}

type FactCounts = Pick<Changes, 'replacedNumbers' | 'keptNumbers' | 'replacedNames' | 'keptNames'>;

function countFacts({ size, ofNumber }: Marks): FactCounts {
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

function weigh(tokens: Tokens, start: number, end: number): number {
  let weight = 0;
  for (let i = start; i < end; i++) weight += tokenWeight(tokens, i);
  return weight;
}
