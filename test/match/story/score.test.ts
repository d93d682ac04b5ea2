/** Which of the learned models a pair is put to: by what is known of both texts. */
import { describe, expect, it } from 'vitest';
import { STORY_MODEL } from '../../../src/lexicon/data/story-model.ts';
import { compareIfKnown } from '../../../src/match/story/measures.ts';
import { modelOf } from '../../../src/match/story/score.ts';
import { type RowWords, sidesOf } from './table.ts';

/** The pair in both orders. */
function check(a: RowWords, b: RowWords, expected: keyof typeof STORY_MODEL): void {
  const sides = sidesOf(a, b);
  for (const pair of [
    { sides, a: 0, b: 1, isAcross: true },
    { sides, a: 1, b: 0, isAcross: true },
  ]) {
    const concepts = compareIfKnown(sides, pair.a, pair.b);
    expect(modelOf(pair, concepts, STORY_MODEL)).toBe(STORY_MODEL[expected]);
  }
}

describe('modelOf', () => {
  it.each<[what: string, a: RowWords, b: RowWords, expected: keyof typeof STORY_MODEL]>([
    ['two whole articles', { letters: 2_000 }, { letters: 700 }, 'concepts'],
    ['two briefs', { letters: 120 }, { letters: 699 }, 'briefs'],
    ['a brief and a whole article', { letters: 699 }, { letters: 700 }, 'unequal'],
    ['a language without a lexicon', { letters: 2_000, quality: 0 }, { letters: 2_000 }, 'facts'],
    ['the same of a brief', { letters: 100, quality: 0 }, { letters: 2_000 }, 'briefFacts'],
    ['the same of two briefs', { letters: 100, quality: 0 }, { letters: 120, quality: 0 }, 'briefFacts'],
  ])('%s', (_, a, b, expected) => {
    check(a, b, expected);
  });
});

describe('the shipped models of events', () => {
  it.each(['concepts', 'unequal', 'facts'] as const)('%s: a story of another week is no event', (name) => {
    const { event } = STORY_MODEL[name];
    expect(event['daysBeyond']).toBeLessThan(0);
  });
});
