/**
 * Which sentences of one article stand for which of another, in order: one for one, one for two or three, or left out.
 * Owns the search and the score; must not cut sentences. Linear in them: each is compared with those near the diagonal.
 *
 * Reference: W. Gale and K. Church, "A program for aligning sentences in bilingual corpora" (1993), for the search and the
 * lengths; D. Varga et al., "Parallel corpora for medium density languages" (2005), for words beside lengths.
 */
import { ownWeight, type SentenceRow, sharedWeight } from './likeness.ts';

/** Sentences `aFrom` to `aTo` (half-open) stand for `bFrom` to `bTo`. */
export interface Bead {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
  /** Probability that they do, 0..1. */
  readonly score: number;
}

/** Sentences on either side, those that are left out by the one or by the other among them. */
const SHAPES: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
  [2, 2],
];
/** Up to so many comparisons all are made: articles of 200 sentences. */
const ALL_PAIRS = 40_000;
/** In longer texts, sentences off the diagonal on either side. */
const BAND = 60;
/** Sentences of a side that are aligned, the first: a book, and 30 MB while it is aligned. */
const MOST_SENTENCES = 10_000;
/** Score from which on a bead is better than two that are left out. */
const WORTH = 0.3;
/**
 * What one more sentence in a bead must bring. Swept over 0.12, 0.3, 0.5 on news in five languages: more beads, and no
 * fewer right ones (decision 0022).
 */
const MERGING = 0.5;
/** Share of what a sentence tells that the other side of a bead of several must have; 0.2 loses right ones (decision 0022). */
const LEAST_PART = 0.1;
/** Variance of the length of a translation by letter: 6.8 in Gale and Church, who counted characters of one genre. */
const VARIANCE = 6.8;

export function alignSentences(a: readonly SentenceRow[], b: readonly SentenceRow[]): readonly Bead[] {
  if (a.length === 0 || b.length === 0) return [];
  const [firstA, firstB] = [a.slice(0, MOST_SENTENCES), b.slice(0, MOST_SENTENCES)];
  // Along the longer side, the band of a row always touches that of the next.
  if (firstA.length >= firstB.length) return new Alignment(firstA, firstB).beads();
  return new Alignment(firstB, firstA)
    .beads()
    .map(({ aFrom, aTo, bFrom, bTo, score }) => ({ aFrom: bFrom, aTo: bTo, bFrom: aFrom, bTo: aTo, score }));
}

class Alignment {
  readonly #a: readonly SentenceRow[];
  readonly #b: readonly SentenceRow[];
  readonly #weightsA: Float64Array;
  readonly #weightsB: Float64Array;
  readonly #ratio: number;
  readonly #band: number;
  readonly #width: number;
  /** By cell: the weight that two sentences share, -1 where it was not asked for yet. */
  readonly #shared: Float64Array;

  constructor(a: readonly SentenceRow[], b: readonly SentenceRow[]) {
    this.#a = a;
    this.#b = b;
    this.#weightsA = Float64Array.from(a, ownWeight);
    this.#weightsB = Float64Array.from(b, ownWeight);
    this.#ratio = lettersOf(b) / Math.max(1, lettersOf(a));
    this.#band = a.length * b.length <= ALL_PAIRS ? Math.max(a.length, b.length) : BAND;
    this.#width = 2 * this.#band + 1;
    this.#shared = new Float64Array((a.length + 1) * this.#width).fill(-1);
  }

  beads(): readonly Bead[] {
    const { length: rows } = this.#a;
    const { length: columns } = this.#b;
    const best = new Float64Array((rows + 1) * this.#width).fill(Number.NEGATIVE_INFINITY);
    const shapes = new Int8Array((rows + 1) * this.#width).fill(NOTHING);
    const scores = new Float64Array((rows + 1) * this.#width);
    for (let i = 0; i <= rows; i++) {
      const low = Math.max(0, this.#first(i));
      const high = Math.min(columns, this.#first(i) + this.#width - 1);
      for (let j = low; j <= high; j++) {
        const at = this.#cell(i, j);
        if (i === 0 && j === 0) best[at] = 0;
        const take = (value: number, shape: number, score: number): void => {
          if (value <= best[at]!) return;
          best[at] = value;
          shapes[at] = shape;
          scores[at] = score;
        };
        if (i > 0 && this.#isWithin(i - 1, j)) take(best[this.#cell(i - 1, j)]!, LEFT_OUT_OF_B, 0);
        if (j > 0 && this.#isWithin(i, j - 1)) take(best[this.#cell(i, j - 1)]!, LEFT_OUT_OF_A, 0);
        for (const [shape, [m, n]] of SHAPES.entries()) {
          if (i < m || j < n || !this.#isWithin(i - m, j - n)) continue;
          const before = best[this.#cell(i - m, j - n)]!;
          if (before === Number.NEGATIVE_INFINITY) continue;
          if (m + n > 2 && !this.#isShared(i - m, i, j - n, j)) continue;
          const score = this.#score(i - m, i, j - n, j);
          take(before + (score - WORTH) * (m + n) - MERGING * (m + n - 2), shape, score);
        }
      }
    }
    return this.#traced(shapes, scores);
  }

  #traced(shapes: Int8Array, scores: Float64Array): readonly Bead[] {
    const beads: Bead[] = [];
    let i = this.#a.length;
    let j = this.#b.length;
    while (i > 0 || j > 0) {
      const at = this.#cell(i, j);
      const shape = shapes[at]!;
      if (shape === LEFT_OUT_OF_B) i--;
      else if (shape === LEFT_OUT_OF_A) j--;
      else {
        const [m, n] = SHAPES[shape]!;
        beads.push({ aFrom: i - m, aTo: i, bFrom: j - n, bTo: j, score: scores[at]! });
        i -= m;
        j -= n;
      }
    }
    return beads.reverse();
  }

  /** First column of a row's part of the table: the diagonal, less the band. */
  #first(i: number): number {
    return Math.round((i * this.#b.length) / this.#a.length) - this.#band;
  }

  #isWithin(i: number, j: number): boolean {
    const offset = j - this.#first(i);
    return offset >= 0 && offset < this.#width;
  }

  #cell(i: number, j: number): number {
    return i * this.#width + j - this.#first(i);
  }

  /** What is shared of what both tell, and whether the lengths fit, as a probability. */
  #score(aFrom: number, aTo: number, bFrom: number, bTo: number): number {
    let shared = 0;
    let ownA = 0;
    let ownB = 0;
    let lettersA = 0;
    let lettersB = 0;
    for (let j = bFrom; j < bTo; j++) {
      ownB += this.#weightsB[j]!;
      lettersB += this.#b[j]!.letters;
    }
    for (let i = aFrom; i < aTo; i++) {
      ownA += this.#weightsA[i]!;
      lettersA += this.#a[i]!.letters;
      for (let j = bFrom; j < bTo; j++) shared += this.#sharedOf(i, j);
    }
    const likeness = shared / Math.sqrt(Math.max(1, ownA) * Math.max(1, ownB));
    const expected = lettersA * this.#ratio;
    const deviation = (lettersB - expected) / Math.sqrt(VARIANCE * Math.max(1, expected));
    return scoreOf(Math.min(1, likeness), deviation);
  }

  /** Whether each sentence of a bead of several has something of the other side: else it is left out, not a part. */
  #isShared(aFrom: number, aTo: number, bFrom: number, bTo: number): boolean {
    for (let i = aFrom; i < aTo; i++) {
      let shared = 0;
      for (let j = bFrom; j < bTo; j++) shared += this.#sharedOf(i, j);
      if (shared < LEAST_PART * this.#weightsA[i]!) return false;
    }
    for (let j = bFrom; j < bTo; j++) {
      let shared = 0;
      for (let i = aFrom; i < aTo; i++) shared += this.#sharedOf(i, j);
      if (shared < LEAST_PART * this.#weightsB[j]!) return false;
    }
    return true;
  }

  #sharedOf(i: number, j: number): number {
    if (!this.#isWithin(i, j)) return 0;
    const at = this.#cell(i, j);
    const known = this.#shared[at]!;
    if (known >= 0) return known;
    const shared = sharedWeight(this.#a[i]!, this.#b[j]!);
    this.#shared[at] = shared;
    return shared;
  }
}

const NOTHING = -1;
const LEFT_OUT_OF_B = -2;
const LEFT_OUT_OF_A = -3;

function lettersOf(rows: readonly SentenceRow[]): number {
  return rows.reduce((sum, { letters }) => sum + letters, 0);
}

/** Logistic in what is shared and in how far the lengths are apart; weights as decision 0022 measured them. */
function scoreOf(likeness: number, deviation: number): number {
  const logOdds = -2 + 14 * likeness - 0.5 * Math.min(8, Math.abs(deviation));
  return 1 / (1 + Math.exp(-logOdds));
}
