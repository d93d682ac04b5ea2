/** Which pairs may be translations: those that are surely in two languages, `und` among them. */
import { describe, expect, it } from 'vitest';
import { pairsOf, storyRows } from '../src/story-pairs.ts';
import { sidesOf } from './match/story/table.ts';

const SHORT = { letters: 249 };
const LONG = { letters: 250 };

describe('a pair is across languages', () => {
  it.each([
    ['two languages', 'en', SHORT, 'de', SHORT, true],
    ['two variants of one', 'pt', SHORT, 'pt-BR', SHORT, true],
    ['one language', 'en', LONG, 'en', LONG, false],
    ['a long text in a language that nobody knows, and one that is known', 'und', LONG, 'en', SHORT, true],
    ['a short text, which may be in any language', 'und', SHORT, 'en', LONG, false],
    ['two texts in languages that nobody knows: they may be one', 'und', LONG, 'und', LONG, false],
    ['a short and a long one of these', 'und', SHORT, 'und', LONG, false],
  ])('%s', (_, tagA, a, tagB, b, isAcross) => {
    const pairOf = pairsOf(storyRows(sidesOf(a, b), [tagA, tagB]));
    expect(pairOf(0, 1).isAcross).toBe(isAcross);
    expect(pairOf(1, 0).isAcross).toBe(isAcross);
  });
});
