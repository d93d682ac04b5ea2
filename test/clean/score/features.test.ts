/** Rows of both models: names agree with the columns, every number is finite, the shipped trees ask for what is there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_FEATURES, sharedWords, writeBlockFeatures } from '../../../src/clean/score/block-features.ts';
import { layOut } from '../../../src/clean/score/layout.ts';
import { defaultModel } from '../../../src/clean/score/model.ts';
import { PROFILE_FEATURES, SEEN_AGAIN } from '../../../src/clean/score/profile-features.ts';
import {
  FIRST_WIDTH,
  firstRows,
  SECOND_WIDTH,
  scoreBlocks,
  secondRows,
} from '../../../src/clean/score/score.ts';
import type { Forest } from '../../../src/lib/forest.ts';
import { pageOf, randomPage } from './page.ts';

const SENTENCE = 'The council of the island voted for the new ferry on Monday, after a long debate.';
const OTHER = 'Its crew of twelve will sail twice a day from the old pier; “we are ready”, they said.';

/** The features of line `i` of a page, by name. */
function featuresOf(lines: readonly string[], i: number): ReadonlyMap<string, number> {
  const page = pageOf(...lines);
  const { near, first } = firstRows(page);
  const r = near.indexOf(i);
  expect(r).toBeGreaterThanOrEqual(0);
  return new Map(BLOCK_FEATURES.map((name, column) => [name, first[r * FIRST_WIDTH + column]!]));
}

describe('rows', () => {
  it('have names that are different, and no more and no fewer than columns', () => {
    expect(new Set(BLOCK_FEATURES).size).toBe(FIRST_WIDTH);
    expect(new Set([...SEEN_AGAIN, ...PROFILE_FEATURES]).size).toBeGreaterThan(0);
    expect(new Set(SEEN_AGAIN).size + new Set(PROFILE_FEATURES).size).toBe(SECOND_WIDTH);
    expect(SEEN_AGAIN.filter((name) => !BLOCK_FEATURES.includes(name))).toEqual([]);
    const page = pageOf('Home', SENTENCE);
    const row = new Float32Array(FIRST_WIDTH + 1).fill(Number.NaN);
    const layout = layOut(page);
    writeBlockFeatures(row, layout, 1, page.lines[1]!.text, sharedWords(layout, Uint32Array.of(1))[1]!);
    expect([...row.keys()].filter((column) => Number.isNaN(row[column]))).toEqual([FIRST_WIDTH]);
  });

  it('say under each name what it names', () => {
    const lines = ['Home', 'Share', SENTENCE, 'In his words:', OTHER, 'Related articles', 'Read more …'];
    const heading = featuresOf(lines, 3);
    const rounded = (names: readonly string[], of: ReadonlyMap<string, number>) =>
      Object.fromEntries(names.map((name) => [name, Number(of.get(name)?.toFixed(3))]));
    expect(
      rounded(
        ['colon', 'ellipsis', 'words', 'upper', 'prose', 'phrase', 'toPrevious', 'toNext', 'inRun'],
        heading,
      ),
    ).toEqual({
      colon: 1,
      ellipsis: 0,
      words: 2,
      upper: 0.333,
      prose: 0,
      phrase: 0,
      toPrevious: 1,
      toNext: 1,
      inRun: 1,
    });
    expect(
      rounded(['line', 'fromStart', 'fromEnd', 'lines', 'same', 'order', 'mould', 'clock'], heading),
    ).toEqual({
      line: 0.429,
      fromStart: 3,
      fromEnd: 4,
      lines: Number(Math.log2(7).toFixed(3)),
      same: 1,
      order: 1,
      mould: 0,
      clock: 0,
    });
    expect(heading.get('phrase-2')).toBeGreaterThan(0);
    expect(heading.get('phrase2')).toBe(featuresOf(lines, 5).get('phrase'));
    expect(heading.get('length1')).toBe(featuresOf(lines, 4).get('length'));
    expect(heading.get('proseUp4')).toBeCloseTo(Math.log2(1 + SENTENCE.length), 4);
    expect(heading.get('proseDown4')).toBeCloseTo(Math.log2(1 + OTHER.length), 4);
    expect(featuresOf(lines, 6).get('ellipsis')).toBe(1);
    expect(featuresOf(lines, 6).get('closers')).toBe(1);
    expect(featuresOf(lines, 0).get('length-1')).toBe(-1);
    expect(featuresOf(lines, 4).get('quotes')).toBe(2);
  });

  it('say which words of a line other prose has, too', () => {
    expect(featuresOf([SENTENCE, 'Monday ferry'], 1).get('shared')).toBe(1);
    expect(featuresOf([SENTENCE, 'Monday boats'], 1).get('shared')).toBe(0.5);
    expect(featuresOf([SENTENCE, 'Share'], 1).get('shared')).toBe(0);
  });

  it('leave out lines far from any prose, but never on a page without prose', () => {
    const menu = Array.from({ length: 30 }, (_, i) => `Entry ${'abcdefghij'.charAt(i % 10)}`);
    expect([...firstRows(pageOf(...menu, SENTENCE)).near]).toEqual(
      Array.from({ length: 13 }, (_, i) => 18 + i),
    );
    expect(firstRows(pageOf(...menu)).near.length).toBe(30);
  });

  it('hold finite numbers on any page, and probabilities come of them', () => {
    fc.assert(
      fc.property(
        randomPage,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (page, given) => {
          const rows = firstRows(page);
          expect(rows.first.length).toBe(rows.near.length * FIRST_WIDTH);
          expect(rows.first.every(Number.isFinite)).toBe(true);
          const second = secondRows(
            rows,
            Float32Array.from(rows.near, () => given.next().value as number),
          );
          expect(second.length).toBe(rows.near.length * SECOND_WIDTH);
          expect(second.every(Number.isFinite)).toBe(true);
          const scores = scoreBlocks(page, defaultModel());
          expect(scores.length).toBe(page.lines.length);
          expect(scores.every((p) => p >= 0 && p <= 1)).toBe(true);
        },
      ),
      { seed: 23, numRuns: 200 },
    );
  });
});

describe('the shipped model', () => {
  it.each<['first' | 'second', number]>([
    ['first', FIRST_WIDTH],
    ['second', SECOND_WIDTH],
  ])('%s: asks for columns that there are, and every walk ends in a leaf', (name, width) => {
    const forest: Forest = defaultModel()[name];
    const { feature, left, right, leaf, roots } = forest;
    expect(feature.every((column) => column < width)).toBe(true);
    // Children stand behind their parents, so that no walk comes back.
    const leadsOn = (to: number, i: number) => (to < 0 ? ~to < leaf.length : to > i && to < feature.length);
    expect(left.every(leadsOn) && right.every(leadsOn)).toBe(true);
    expect(roots.every((root) => root < feature.length)).toBe(true);
    expect(leaf.every(Number.isFinite)).toBe(true);
  });

  it('prefers sentences in the middle of a page to menus around them, in any script', () => {
    const menu = ['Home', 'News', 'Sport', 'Video', 'Share'];
    const foot = ['Related articles', 'Contact', 'Privacy policy', 'Imprint', 'Search'];
    for (const sentence of [
      SENTENCE,
      'Совет острова проголосовал за новый паром в понедельник, после долгих споров о цене билета.',
      '岛上的议会星期一在长时间的辩论之后，投票赞成购买新的渡轮，并决定明年春天开始运营。',
      'صوّت مجلس الجزيرة يوم الاثنين لصالح شراء العبّارة الجديدة، بعد نقاش طويل حول سعر التذكرة.',
    ]) {
      const text = Array.from({ length: 6 }, () => sentence);
      const scores = scoreBlocks(pageOf(...menu, ...text, ...foot), defaultModel());
      const meanOf = (from: number, to: number) =>
        scores.slice(from, to).reduce((sum, p) => sum + p, 0) / (to - from);
      expect(meanOf(5, 11)).toBeGreaterThan(Math.max(meanOf(0, 5), meanOf(11, 16)));
    }
  });
});
