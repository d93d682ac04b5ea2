/**
 * Chrome of made-up pages around clean articles, in every language of the phrase lists, with half of the phrases kept
 * from the cleaner. `INJECTION_TABLE=1 npx vitest run test/clean/injection.test.ts` prints recall by part, kind of
 * page and language; `INJECTION_TABLE=errors` also a sample of the lines that were judged wrongly.
 */
import { describe, expect, it } from 'vitest';
import { LEXICON } from '../../src/clean/phrases/lexicon.ts';
import { type Lexicon, phrasesOf } from '../../src/clean/phrases/phrase-list.ts';
import { normaliseLabel } from '../../src/lib/normalise.ts';
import { halfOf } from './injection/hold-out.ts';
import { LANGUAGES, rate, scoreInjection, table } from './injection/score.ts';

const TRIAL = { seed: 20240503, pagesPerCell: 2, languages: LANGUAGES, heldOut: 'half' } as const;
const score = scoreInjection(TRIAL);
const wish = process.env['INJECTION_TABLE'];
if (wish !== undefined) {
  console.log(table(score));
  console.log(`\nnothing held out\n${table(scoreInjection({ ...TRIAL, heldOut: 'none' }))}`);
}
if (wish === 'errors') {
  for (const [kind, lines] of score.errors) {
    const shown = lines.filter((_, i) => i % Math.ceil(lines.length / 40) === 0);
    console.log(`${kind}: ${lines.length}\n  ${shown.join('\n  ')}`);
  }
}

/**
 * Floors and ceiling as measured on 2026-11-26, rounded down to what a changed seed moves them by (about a point); they
 * only ever go up. Wanted are 0.97 and 0.005.
 */
const MIN_RECALL = 0.96;
const MIN_RECALL_OF_KNOWN = 0.99;
const MIN_RECALL_OF_HELD_OUT = 0.945;
const MAX_LOSS = 0.005;

describe('injected chrome', () => {
  it('is made in at least 40 languages, every part of a page', () => {
    expect(score.languages.size).toBeGreaterThanOrEqual(40);
    expect(score.parts.size).toBe(16);
  });

  it('is dropped', () => {
    expect(rate(score.all)).toBeGreaterThanOrEqual(MIN_RECALL);
    expect(rate(score.known)).toBeGreaterThanOrEqual(MIN_RECALL_OF_KNOWN);
    expect(rate(score.heldOut)).toBeGreaterThanOrEqual(MIN_RECALL_OF_HELD_OUT);
  });

  it('takes little of the article with it', () => {
    expect(rate(score.article)).toBeLessThanOrEqual(MAX_LOSS);
  });

  it('is the same on every run', () => {
    const trial = { seed: 7, pagesPerCell: 1, languages: ['en', 'ja', 'ar'], heldOut: 'half' } as const;
    expect(table(scoreInjection(trial))).toBe(table(scoreInjection(trial)));
  });
});

describe('the halves of the phrases', () => {
  it('share no phrase and lose none', () => {
    for (const [name, lists] of Object.entries(LEXICON)) {
      if (name === 'date-word') continue;
      const all = new Set(phrasesOf(lists).map(normaliseLabel));
      const [first, second] = ([0, 1] as const).map(
        (half) => new Set(phrasesOf(halfOf(LEXICON, half)[name as keyof Lexicon]).map(normaliseLabel)),
      );
      expect([...(first ?? [])].filter((phrase) => second?.has(phrase))).toEqual([]);
      expect((first?.size ?? 0) + (second?.size ?? 0)).toBe(all.size);
    }
  });
});
