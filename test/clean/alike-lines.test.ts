/** Which lines below one another are alike by years or results, and how far that is looked for. */
import { describe, expect, it } from 'vitest';
import { alikeItems } from '../../src/clean/alike-lines.ts';
import { pageOf } from './score/page.ts';

const YEARS = ['1938: born.', '1961: leaves.', '1994: wins.'];
const RESULTS = ['Mestia 3-1 Kutaisi', 'Telavi 0-0 Gori'];

describe('alikeItems', () => {
  it.each<[what: string, lines: string[], end: number]>([
    ['years', [...YEARS, 'Tags'], 3],
    ['years, up to one that falls', [...YEARS, '1990: loses.'], 3],
    ['results', [...RESULTS, 'Tags'], 2],
    [
      'results in digits of any script',
      ['Mestia ৩-১ Kutaisi', 'Telavi ᱓ – ᱑ Gorika', 'Chiatura 𝟑:𝟏 Rustavi', 'Tags'],
      3,
    ],
    ['hyphens of words are no results', ['Mestia 3 Kutaisi-Telavi Gori', 'Tags'], 0],
    ['years are no results', [...YEARS, ...RESULTS], 3],
    ['no other lines', ['Tags', ...RESULTS], 0],
  ])('%s', (_, lines, end) => {
    expect(alikeItems(pageOf(...lines), 0, [], 10)).toBe(end);
  });

  it('are looked for so far and no further, whoever asks from each of them', () => {
    const page = pageOf(...Array.from({ length: 100 }, () => RESULTS[0]!));
    expect(alikeItems(page, 0, [], 40)).toBe(40);
    expect(alikeItems(page, 90, [], 40)).toBe(100);
  });
});
