/** What the second model sees of the first one's probabilities, beside sums and searches over all lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/clean/page.ts';
import { layOut } from '../../../src/clean/score/layout.ts';
import {
  PROFILE_FEATURES,
  profilePage,
  writeProfileFeatures,
} from '../../../src/clean/score/profile-features.ts';
import { pageOf, randomPage } from './page.ts';

const CORE = 0.4;
const SURE = 0.6;
const SHARED = 0.7;
const COMMON_SHARE = 0.15;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const share = (part: number, all: number) => part / Math.max(1, all);

function writtenRow(page: Page, probabilities: Float32Array, i: number): ReadonlyMap<string, number> {
  const row = new Float32Array(PROFILE_FEATURES.length + 2).fill(Number.NaN);
  writeProfileFeatures(row, 1, profilePage(layOut(page), probabilities), i);
  const unwritten = [...row.keys()].filter((column) => Number.isNaN(row[column]));
  expect(unwritten).toEqual([0, row.length - 1]);
  return new Map(PROFILE_FEATURES.map((name, column) => [name, row[column + 1]!]));
}

/** The half-open run of lines with the highest sum, by trying all; the first, and of those the shortest. */
function bestRun(gains: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  let highest = 0;
  for (let to = 1; to <= gains.length; to++) {
    for (let from = to - 1; from >= 0; from--) {
      const total = sum(gains.slice(from, to));
      if (total > highest + 1e-9) {
        highest = total;
        best = [from, to];
      }
    }
  }
  return best;
}

/** The row of line `i`, each feature from its definition. */
function naiveRow(page: Page, p: readonly number[], i: number): ReadonlyMap<string, number> {
  const count = p.length;
  const length = page.lines.map((line) => line.length);
  const kept = p.map((value, j) => value * length[j]!);
  const doubt = p.map((value, j) => (1 - value) * Math.sqrt(length[j]!));
  const range = (from: number, to: number) =>
    Array.from({ length: count }, (_, j) => j).filter((j) => j >= from && j < to);
  const over = (values: readonly number[], from: number, to: number) =>
    sum(range(from, to).map((j) => values[j]!));
  const [from, to] = bestRun(p.map((value, j) => Math.sqrt(length[j]!) * (value - CORE)));
  const total = sum(kept) + 1;
  const isSure = (j: number) => p[j]! > SURE;
  const lastSure = range(0, i).findLast(isSure) ?? -1;
  const nextSure = range(i + 1, count).find(isSure) ?? count;
  const inCore = i >= from && i < to;
  const gapToCore = inCore ? 0 : i < from ? over(doubt, i, from) : over(doubt, to, i + 1);
  return new Map<string, number>([
    ...[-4, -3, -2, -1, 1, 2, 3, 4].map((k): [string, number] => [`p${k}`, p[i + k] ?? 0]),
    ...[3, 8, 20].flatMap((w): [string, number][] => [
      [`meanUp${w}`, over(kept, i - w, i) / (over(length, i - w, i) + 1)],
      [`meanDown${w}`, over(kept, i + 1, i + 1 + w) / (over(length, i + 1, i + 1 + w) + 1)],
    ]),
    ['keptBefore', over(kept, 0, i) / total],
    ['keptAfter', over(kept, i + 1, count) / total],
    ['logKeptBefore', Math.log2(1 + over(kept, 0, i))],
    ['logKeptAfter', Math.log2(1 + over(kept, i + 1, count))],
    ['logKept', Math.log2(total)],
    ['keptShare', total / (sum(length) + 1)],
    ['inCore', inCore ? 1 : 0],
    ['fromCore', i - from],
    ['toCore', i - to],
    ['gapToCore', gapToCore],
    ['coreShare', over(kept, from, to) / total],
    ['coreLines', to - from],
    ['highest', Math.max(0, ...p)],
    ['p', p[i]!],
    ['gapUp', over(doubt, lastSure + 1, i)],
    ['gapDown', over(doubt, i + 1, nextSure)],
    ...naiveOverlap(page, p, i),
  ]);
}

function naiveOverlap(page: Page, p: readonly number[], i: number): readonly [string, number][] {
  const { words, wordStart } = layOut(page).measures;
  const wordsOf = (j: number) => [...words.subarray(wordStart[j], wordStart[j + 1])];
  const weight = new Map<number, number>();
  p.forEach((value, j) => {
    for (const word of wordsOf(j)) weight.set(word, (weight.get(word) ?? 0) + value);
  });
  const others = wordsOf(i).map((word) => (weight.get(word) ?? 0) - p[i]!);
  const rare = others.filter((value) => value < COMMON_SHARE * sum(p) + 1);
  const sure = (values: readonly number[]) => values.filter((value) => value > SHARED).length;
  return [
    ['overlap', share(sum(others.map((value) => Math.min(1, value))), others.length)],
    ['overlapSure', share(sure(others), others.length)],
    ['overlapRare', share(sure(rare), rare.length)],
  ];
}

describe('writeProfileFeatures', () => {
  it('agrees with the definitions, line by line', () => {
    // Eighths add up exactly, so that no threshold hangs on the order of a sum.
    const probability = fc.integer({ min: 0, max: 8 }).map((value) => value / 8);
    fc.assert(
      fc.property(randomPage, fc.infiniteStream(probability), (page, stream) => {
        const p = page.lines.map(() => stream.next().value as number);
        page.lines.forEach((_, i) => {
          const written = writtenRow(page, Float32Array.from(p), i);
          const naive = naiveRow(page, p, i);
          expect([...written.keys()]).toEqual([...naive.keys()]);
          for (const [name, value] of naive)
            expect([name, written.get(name)]).toEqual([name, expect.closeTo(value, 3)]);
        });
      }),
      { seed: 29, numRuns: 80 },
    );
  });

  it('cuts off distances to a core that is far', () => {
    const page = pageOf(...Array.from({ length: 300 }, (_, i) => `Line ${i}`));
    const at = (likely: number, i: number) => {
      const p = Float32Array.from(page.lines, (_, j) => (j === likely ? 1 : 0));
      const row = writtenRow(page, p, i);
      return [row.get('fromCore'), row.get('toCore')];
    };
    expect(at(299, 0)).toEqual([-60, -200]);
    expect(at(0, 299)).toEqual([200, 60]);
  });
});
