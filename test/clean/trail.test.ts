/** Rows of short parts, which are no title. */
import { describe, expect, it } from 'vitest';
import { cleanArticle } from '../../src/clean/index.ts';
import { isRowOfParts } from '../../src/clean/trail.ts';

describe('isRowOfParts', () => {
  it.each([
    ['Football | Handball | Skiing | Other sports', true],
    ['Home > Region > Harbour', true],
    ['Start › Region › Harbour', true],
    ['首页 · 新闻 · 体育', true],
    ['Old pier closed', false],
    ['Old pier closed | Harbour Post', false],
    ['Old pier of the island closed for the winter | News | Harbour Post', false],
    ['Leeds > Everton', false],
    ['Le film « Dune » primé', false],
    ['« Je pars » : le maire', false],
    ['唐纳德·约翰·特朗普当选美国总统', false],
    ["El col·legi i la il·lusió de l'Anna", false],
    ['a | | b', false],
    ['', false],
    ['| '.repeat(10_000), false],
  ])('%s', (line, expected) => expect(isRowOfParts(line)).toBe(expected));
});

it('the title stands below such a row', () => {
  const text = [
    'Ikhaya | Iindaba | Ezemidlalo',
    'Old pier of the island closed',
    'The harbour office of the island has closed the old pier, because the piles under it are no longer safe for the boats that land there every morning.',
    'A diver who looked at the piles in the spring found that half of them had lost more than a third of their wood.',
  ].join('\n');
  expect(cleanArticle({ text }).title).toBe('Old pier of the island closed');
});
