/** Entries of a report that goes on, each below the time of day. */
import { describe, expect, it } from 'vitest';
import { liveEntries } from '../../src/clean/live-entries.ts';
import type { Marks } from '../../src/clean/marks.ts';
import { pageOf } from './score/page.ts';

const FOUND = '+The river has risen by two metres since the morning, the office for water says.';
const SHORT = 'The school is shut.';

/** Lines with `+` before them are found without this. */
function entriesOf(lines: readonly string[], marks: Marks = []): readonly number[] {
  const page = pageOf(...lines.map((line) => line.replace(/^[+]/, '')));
  const entries = liveEntries(page.lines, 0, marks, (i) => lines[i]!.startsWith('+'));
  return [...entries].flatMap((is, i) => (is === 1 ? [i] : []));
}

describe('liveEntries', () => {
  it.each<[what: string, lines: string[], expected: number[]]>([
    [
      'headlines and sentences',
      ['17:30', 'Water falls', FOUND, '15:10', 'School shut', SHORT, '12:45', SHORT],
      [1, 2, 4, 5, 7],
    ],
    [
      'below buttons',
      ['17:30', 'Share', 'Water falls', FOUND, '15:10', 'Share', SHORT, '12:45', 'Share', SHORT],
      [2, 3, 6, 9],
    ],
    ['in other digits', ['၁၇:၃၀', FOUND, '၁၅:၁၀', SHORT, '၁၂:၄၅', SHORT], [1, 3, 5]],
    [
      'behind buttons in one row',
      ['Share / 17:30', FOUND, 'Share / 15:10', SHORT, 'Share / 12:45', SHORT],
      [1, 3, 5],
    ],
    [
      'up to what is neither',
      ['17:30', FOUND, '15:10', SHORT, '12:45', SHORT, 'Boats in the street', SHORT],
      [1, 3, 5],
    ],
    ['none of two', ['17:30', FOUND, '15:10', SHORT], []],
    [
      'no headlines of other news',
      ['17:30', 'Bridge shut', '15:10', 'Ferry late', '12:45', 'Mayor ill', FOUND],
      [],
    ],
    ['no entries of which none is found', ['17:30', SHORT, '15:10', SHORT, '12:45', SHORT], []],
    ['no comments', ['Anna', '17:30', FOUND, 'Ben', '15:10', SHORT, 'Cem', '12:45', SHORT], []],
    ['nothing below the comments', ['Comments', '17:30', FOUND, '15:10', SHORT, '12:45', SHORT], []],
    ['no scores', ['2:1', FOUND, '3:0', SHORT, '1:1', SHORT], []],
  ])('%s', (_, lines, expected) => {
    expect(entriesOf(lines)).toEqual(expected);
  });
});
