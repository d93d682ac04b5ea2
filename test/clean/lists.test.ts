/** Runs of short lines inside a text: which are a list of it. */
import { describe, expect, it } from 'vitest';
import { listsOfText } from '../../src/clean/lists.ts';
import { drop, type Marks } from '../../src/clean/marks.ts';
import { pageOf } from './score/page.ts';

const LEAD =
  'Lile Japaridze won the cup of the Caucasus on Sunday, half a point ahead of Anush Vardanyan of Armenia and Sevinj Mammadli.';
const LAST = 'The winner gave her prize to the club in Mestia where her grandmother had taught her the game.';

/** The lines of the page, then which of them are found; `marked` hold a mark. */
function check(lines: readonly string[], expected: readonly number[], marked: readonly number[] = []): void {
  const page = pageOf(...lines);
  const marks: Marks = [];
  for (const line of marked) drop(marks, line, 'read-more', 1);
  const found = listsOfText(page, (i) => page.lines[i]!.length > 60, marks);
  expect([...found].flatMap((isList, i) => (isList === 1 ? [i] : []))).toEqual(expected);
}

const STANDINGS = ['1. Lile Japaridze 7', '2. Anush Vardanyan 6', '3. Sevinj Mammadli 5'];
const STRANGERS = ['Old Mill', 'Three Hills', 'House of Mestia'];

describe('listsOfText', () => {
  it.each<[what: string, lines: string[], expected: number[], marked?: number[]]>([
    [
      'numbered, of the names of the text, with its heading',
      [LEAD, 'Standings', ...STANDINGS, LAST],
      [1, 2, 3, 4],
    ],
    ['numbered, without a heading', [LEAD, ...STANDINGS], [1, 2, 3]],
    [
      'announced by a colon',
      [LEAD, 'The next:', 'Japaridze, Georgia', 'Vardanyan', 'Mammadli'],
      [1, 2, 3, 4],
    ],
    [
      'of strangers, between a paragraph that announces them and the next',
      [LEAD, `${LAST.slice(0, -1)}:`, ...STRANGERS, LAST],
      [1, 2, 3, 4],
    ],
    [
      'not of nothing but strangers',
      [LEAD, `${LAST.slice(0, -1)}:`, 'Old Mill', 'Three Hills', 'House of Sand', LAST],
      [],
    ],
    [
      'numbered in other digits',
      [LEAD, '١. Lile Japaridze', '２、Anush Vardanyan', '3) Sevinj Mammadli'],
      [1, 2, 3],
    ],
    ['not of very many items', [LEAD, 'All:', ...Array.from({ length: 50 }, () => 'Japaridze')], []],
    ['not of strangers behind the text', [LEAD, `${LAST.slice(0, -1)}:`, ...STRANGERS], []],
    ['not of strangers, numbered', [LEAD, 'Elsewhere', '1. Old Mill', '2. Three Hills', '3. House'], []],
    ['not above the text', ['Standings', ...STANDINGS, LEAD], []],
    ['not of two items', [LEAD, ...STANDINGS.slice(0, 2), LAST], []],
    ['not where more is known of an item', [LEAD, ...STANDINGS, LAST], [], [2]],
    [
      'years in their order right below the text, with their heading',
      [
        LEAD,
        'A life in dates',
        '1938: born in Mestia.',
        '1961: leaves Vardanyan.',
        '1994: wins.',
        'Tags: chess',
      ],
      [1, 2, 3, 4],
    ],
    [
      'years in other digits, without a heading',
      [LEAD, '۱۹۳۸: Mestia', '۱۹۶۱: Vardanyan', '۱۹۶۱ – Mammadli'],
      [1, 2, 3],
    ],
    ['no years backwards, as archives have them', [LEAD, '2024: Mestia', '2023: Vardanyan', '2022: all'], []],
    [
      'no numbers of four digits that are no years',
      [LEAD, '4711: Mestia', '4712: Armenia', '4713: Georgia'],
      [],
    ],
    [
      'results right below the text',
      [
        LEAD,
        'Other results',
        'Semi-final: Mestia 3-1 Vardanyan',
        'Old Mill 2 – 0 Three Hills',
        'Kutaisi 0:0 Telavi',
      ],
      [1, 2, 3, 4],
    ],
    ['no results of strangers alone', [LEAD, 'Today', 'Old 3-1 Mill', 'Hill 2-0 Sand', 'Lake 1-1 Wood'], []],
    [
      'no results below a line that is no text',
      [LEAD, 'Sport', 'Live', 'A 3-1 Mestia', 'B 2-0 C', 'D 1-1 E'],
      [],
    ],
    ['no times of day', [LEAD, '19:30 Mestia', '20:30 Vardanyan', '21:30 Mammadli'], []],
    [
      'no timetable',
      [LEAD, 'Today', 'Mestia 07:15 Armenia', 'Mestia 08:45 Georgia', 'Mestia 20:10 Armenia'],
      [],
    ],
    [
      'no opening hours',
      [LEAD, 'Mestia', 'Monday 9 - 17 hours', 'Sunday 10-16 hours', 'Mestia 9-12 hours'],
      [],
    ],
    [
      'no board of games of which one is of the text',
      [LEAD, 'Live', 'Mestia 3-1 Lakeside', 'Old 2-0 Mill', 'Sand 1-1 Wood', 'Hill 0-0 Dale', 'Fox 4-0 Hare'],
      [],
    ],
    ['not of very many results', [LEAD, ...Array.from({ length: 50 }, () => 'Mestia 3-1 Vardanyan')], []],
    ['no two results', [LEAD, 'Mestia 3-1 Vardanyan', 'Kutaisi 0-0 Telavi', LAST], []],
    ['numbers that do not rise end it', [LEAD, ...STANDINGS, '2. Japaridze again', LAST], [1, 2, 3]],
  ])('%s', (_, lines, expected, marked) => {
    check(lines, expected, marked);
  });
});
