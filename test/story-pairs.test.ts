/** Which pairs may be translations: those that are surely in two languages, `und` among them. */
import { describe, expect, it } from 'vitest';
import { FACT } from '../src/model/features.ts';
import { pairsOf, storyRows } from '../src/story-pairs.ts';
import { type FactEntry, type RowWords, sidesOf } from './match/story/table.ts';

const SHORT: RowWords = { letters: 249 };
const LONG: RowWords = { letters: 250 };

/** Names as entries of facts: `count` of them in a text without a lexicon, which is a list from one in twenty letters on. */
const named = (count: number, letters: number) => ({
  letters,
  quality: 0,
  facts: Array.from({ length: count }, (_, key): FactEntry => [key + 1, 8, 0, FACT.name]),
});

describe('a pair is across languages', () => {
  it.each<[string, string, RowWords, string, RowWords, boolean]>([
    ['two languages', 'en', SHORT, 'de', SHORT, true],
    ['two variants of one', 'pt', SHORT, 'pt-BR', SHORT, true],
    ['one language', 'en', LONG, 'en', LONG, false],
    ['a long text in a language that nobody knows, and one that is known', 'und', LONG, 'en', SHORT, true],
    ['a short text, which may be in any language', 'und', SHORT, 'en', LONG, false],
    ['two texts in languages that nobody knows: they may be one', 'und', LONG, 'und', LONG, false],
    ['a report with names in a language that nobody knows', 'und', named(20, 400), 'en', LONG, true],
    ['a list of names, which may be in any language', 'und', named(20, 399), 'en', LONG, false],
    ['the same, told by the name of a small language', 'sco', named(20, 399), 'en', LONG, false],
    [
      'a list of names in a language with a lexicon',
      'sv',
      { ...named(20, 399), quality: 1 },
      'en',
      LONG,
      true,
    ],
    ['a short and a long one of these', 'und', SHORT, 'und', LONG, false],
  ])('%s', (_, tagA, a, tagB, b, isAcross) => {
    const pairOf = pairsOf(storyRows(sidesOf(a, b), [tagA, tagB]));
    expect(pairOf(0, 1).isAcross).toBe(isAcross);
    expect(pairOf(1, 0).isAcross).toBe(isAcross);
  });
});
