import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignArticles, analyseArticle, FACTS_ONLY, readConcepts } from '../../../src/dedupe.ts';
import { alignSentences, type SentenceRow } from '../../../src/match/index.ts';
import type { Article } from '../../../src/model/article.ts';
import { DEFAULT_MATCH_OPTIONS } from '../../../src/model/options.ts';
import { ROOT } from '../../helpers/command.ts';
import { leastTime } from '../../helpers/growth.ts';

const knowledge = {
  ...FACTS_ONLY,
  concepts: readConcepts(readFileSync(join(ROOT, 'src/lexicon/data/concepts.bin'))),
};
const read = (path: string): Article => {
  const text = readFileSync(join(ROOT, 'fixtures/newsroom', path), 'utf8');
  return analyseArticle({ id: path, path, text, rawDigest: '' }, DEFAULT_MATCH_OPTIONS, knowledge).article;
};

/** A sentence that tells some things, each with four bits. */
function sentence(keys: readonly number[], letters = 60): SentenceRow {
  const ids = Uint16Array.from([...keys].sort((a, b) => a - b));
  const weights = new Uint8Array(ids.length).fill(64);
  const facts = { keys: new Uint32Array(0), weights: new Uint8Array(0) };
  return { start: 0, end: letters, letters, facts, concepts: { ids, weights } };
}
const topic = (n: number): number[] => [10 * n, 10 * n + 1, 10 * n + 2, 10 * n + 3];
const shape = (a: readonly SentenceRow[], b: readonly SentenceRow[]): string =>
  alignSentences(a, b)
    .map(({ aFrom, aTo, bFrom, bTo }) => `${aFrom}-${aTo}:${bFrom}-${bTo}`)
    .join(' ');

describe('sentences are aligned', () => {
  const a = [0, 1, 2, 3, 4].map((n) => sentence(topic(n)));
  const check = (title: string, b: readonly SentenceRow[], expected: string): void => {
    it(title, () => expect(shape(a, b)).toBe(expected));
  };
  check('one for one', a, '0-1:0-1 1-2:1-2 2-3:2-3 3-4:3-4 4-5:4-5');
  check('with one that is left out', [a[0]!, a[1]!, a[3]!, a[4]!], '0-1:0-1 1-2:1-2 3-4:2-3 4-5:3-4');
  check(
    'with one that is added',
    [a[0]!, sentence(topic(9)), ...a.slice(1)],
    '0-1:0-1 1-2:2-3 2-3:3-4 3-4:4-5 4-5:5-6',
  );
  check(
    'two for one',
    [a[0]!, sentence([...topic(1), ...topic(2)], 120), a[3]!, a[4]!],
    '0-1:0-1 1-3:1-2 3-4:2-3 4-5:3-4',
  );
  check('nothing where nothing is alike', [sentence(topic(7), 4), sentence(topic(8), 400)], '');
  check('nothing to nothing', [], '');
});

describe('an alignment', () => {
  const rows = fc.array(
    fc
      .tuple(
        fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 90 }),
      )
      .map(([keys, letters]) => sentence(keys, letters)),
    { maxLength: 12 },
  );
  it('is in order on both sides, uses no sentence twice, and has a probability', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        let atA = 0;
        let atB = 0;
        for (const { aFrom, aTo, bFrom, bTo, score } of alignSentences(a, b)) {
          expect(aFrom).toBeGreaterThanOrEqual(atA);
          expect(bFrom).toBeGreaterThanOrEqual(atB);
          expect(aTo).toBeGreaterThan(aFrom);
          expect(bTo).toBeGreaterThan(bFrom);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          atA = aTo;
          atB = bTo;
        }
        expect(atA).toBeLessThanOrEqual(a.length);
        expect(atB).toBeLessThanOrEqual(b.length);
      }),
    );
  });
  it('of long texts looks along the diagonal only', async () => {
    const long = Array.from({ length: 3000 }, (_, n) => sentence(topic(n)));
    const spent = await leastTime(20_000, () => expect(alignSentences(long, long)).toHaveLength(3000));
    expect(spent).toBeLessThanOrEqual(20_000);
    expect(alignSentences(long.slice(0, 20), long).length).toBeLessThanOrEqual(20);
    expect(alignSentences(long, long.slice(0, 20)).length).toBeLessThanOrEqual(20);
  });
});

describe('translations of the newsroom', () => {
  const pairs = [
    ['translations-flood/en.txt', 'translations-flood/es.txt'],
    ['translations-flood/he.txt', 'translations-flood/tr.txt'],
    ['translations-summit/de.txt', 'translations-summit/zh.txt'],
    ['translations-summit/ar.txt', 'translations-summit/fr.txt'],
  ] as const;
  it.each(pairs)('%s and %s: nearly all sentences, with the numbers of the other', (pathA, pathB) => {
    const [a, b] = [read(pathA), read(pathB)];
    const passages = alignArticles(a, b, knowledge);
    const covered = passages.reduce((sum, { aStart, aEnd }) => sum + aEnd - aStart, 0);
    expect(covered / a.text.length).toBeGreaterThan(0.85);
    // Figures that both write in ASCII digits must stand in both sides of a passage: nothing is shifted.
    let figures = 0;
    for (const { a: left, b: right, score } of passages) {
      expect(a.text).toContain(left);
      expect(b.text).toContain(right);
      expect(score).toBeGreaterThan(0.3);
      for (const figure of left.match(/\b\d{2,3}\b/g) ?? []) {
        if (!b.text.includes(figure)) continue;
        figures++;
        expect([left, right, right.includes(figure)]).toEqual([left, right, true]);
      }
    }
    expect(figures + passages.length).toBeGreaterThan(10);
  });
});
