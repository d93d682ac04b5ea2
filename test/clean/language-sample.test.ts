/** Whether two passages are of one language: scripts, letters in a row, and the set that is cleared by counting on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStrange, joinSamples, type LanguageSample, readSample } from '../../src/clean/language-sample.ts';
import { readUnits } from '../../src/lib/text-units.ts';
import { ARTICLES } from './injection/articles.ts';

const LIMIT = 0.2;
const sampleOf = (text: string): LanguageSample => readSample(readUnits(text).units, 0, text.length);
const paragraphOf = (name: string, i: number) =>
  ARTICLES.find((article) => article.name === name)?.paragraphs[i] ?? '';
const FINNISH = [0, 1].map((i) => paragraphOf('alone/fi', i));
const CZECH = paragraphOf('alone/cs', 0);
const GREEK = paragraphOf('translations-summit/el', 0);
const KOREAN = [0, 1].map((i) => paragraphOf('translations-summit/ko', i));
const JAPANESE = [0, 1].map((i) => paragraphOf('translations-summit/ja', i));
const CHINESE = paragraphOf('translations-summit/zh', 0);

describe('isStrange', () => {
  it.each<[what: string, passage: string, other: string, expected: boolean]>([
    ['two scripts', GREEK, CZECH, true],
    ['two languages of one script', CZECH, FINNISH[0] ?? '', true],
    ['a text and itself', CZECH, CZECH, false],
    ['two paragraphs of a script that is one language', KOREAN[0] ?? '', KOREAN[1] ?? '', false],
    ['two paragraphs of kana and ideographs', JAPANESE[0] ?? '', JAPANESE[1] ?? '', false],
    ['ideographs and kana', CHINESE, JAPANESE[0] ?? '', false],
    ['too short to tell', 'Zpět na hlavní stranu', FINNISH[0] ?? '', false],
  ])('%s', (_, passage, other, expected) => {
    expect(isStrange(sampleOf(passage), sampleOf(other), LIMIT)).toBe(expected);
  });

  it('counts the grams that sets have in common', () => {
    const paragraphs = ARTICLES.flatMap(({ paragraphs }) => paragraphs);
    fc.assert(
      fc.property(
        fc.constantFrom(...paragraphs),
        fc.constantFrom(...paragraphs),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, limit) => {
          const [one, other] = [sampleOf(a), sampleOf(b)];
          if (one.script !== other.script || one.grams.length < 60) return;
          const known = new Set(other.grams);
          const shared = one.grams.filter((gram) => known.has(gram)).length;
          // In a script of one language the answer is no whatever they share.
          expect([false, shared < limit * one.grams.length]).toContain(isStrange(one, other, limit));
        },
      ),
      { seed: 5, numRuns: 400 },
    );
  });
});

describe('joinSamples', () => {
  it('knows what either knows', () => {
    const joined = joinSamples(sampleOf(CZECH), sampleOf(FINNISH[0] ?? ''));
    expect(isStrange(sampleOf(CZECH), joined, 1)).toBe(false);
    expect(isStrange(sampleOf(FINNISH[0] ?? ''), joined, 1)).toBe(false);
  });
});
