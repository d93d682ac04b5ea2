/** Menus of no known language, by what stands above the text. */
import { describe, expect, it } from 'vitest';
import { countMenuPhrases, isPageDump } from '../../src/clean/evidence.ts';
import { linesOfOwnMenu } from '../../src/clean/own-menu.ts';
import { pageOf } from './score/page.ts';

const SENTENCE = 'Ravani sulo merita kantro de la insulo voteti por la nova boato, post longa diskuto.';
const MENU = ['Ravo', 'Sulim', 'Kantri', 'Boato'];

describe('linesOfOwnMenu', () => {
  it.each<[what: string, lines: string[], expected: number[]]>([
    ['a trail in another case', [...MENU, 'RAVO > Merito', SENTENCE], [4]],
    [
      'an entry alone said again, as in a song',
      [...MENU, 'Sulim', 'A longer title of the text', SENTENCE],
      [],
    ],
    ['a headline with two parts', [...MENU, 'Ravo | Merito', SENTENCE], []],
    ['a trail through entries', [...MENU, 'Ravo > Merito', SENTENCE], [4]],
    ['a trail whose first step is new', [...MENU, 'Nuvo \u203a Kantri', SENTENCE], [4]],
    ['a trail through a row', ['Ravo | Sulim | Kantri | Boato', 'Boato > Merito', SENTENCE], [1]],
    ['a menu that says nothing again', [...MENU, 'Merito', SENTENCE], []],
    ['two entries, and a trail', ['Ravo', 'Sulim', 'Ravo > Merito', SENTENCE], []],
    [
      'a sentence in the menu ends it',
      ['Ravo', 'Sulim', 'Kantri', 'Tio estas.', 'Ravo > Merito', SENTENCE],
      [],
    ],
    [
      'a line of the length of a title does so, too',
      ['Ravo', 'Sulim', 'Kantri', 'A longer title of the text', 'Ravo', SENTENCE],
      [],
    ],
    ['rows of a table', ['Ravo 3', 'Sulim 2', 'Kantri 1', 'Ravo 3 > 2', SENTENCE], []],
    ['below the text', [SENTENCE, ...MENU, 'Ravo > Merito'], []],
    ['no text at all', [...MENU, 'Ravo > Merito'], []],
    ['nothing', [], []],
  ])('%s', (_, lines, expected) => {
    expect([...linesOfOwnMenu(pageOf(...lines))]).toEqual(expected);
  });
});

describe('the gate', () => {
  it.each<[what: string, lines: string[], scores: string, expected: boolean]>([
    ['opens where the menu is improbable', [...MENU, 'Ravo > Merito', SENTENCE, SENTENCE], '0000099', true],
    ['not where less of it is', [...MENU, 'Ravo > Merito', SENTENCE, SENTENCE], '0009099', false],
    ['nor without a menu', ['Ravo', 'Sulim', 'Kantri', 'Boato', 'Merito', SENTENCE], '000009', false],
  ])('%s', (_, lines, scores, expected) => {
    const page = pageOf(...lines);
    const probabilities = Float32Array.from(scores, (tenths) => Number(tenths) / 10);
    expect(isPageDump(page, countMenuPhrases(page), probabilities)).toBe(expected);
  });
});
