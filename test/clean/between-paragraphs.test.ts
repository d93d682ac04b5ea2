/** Runs of short lines between two paragraphs: kept whole, or left to the scorer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeRuns } from '../../src/clean/between-paragraphs.ts';
import { drop, type Marks } from '../../src/clean/marks.ts';
import { pageOf } from './score/page.ts';

const PARAGRAPH =
  'In autumn the pumpkins lie before our door, and my grandmother cuts them up while she tells us who grew them.';

/** Lines with `+` before them are kept without this; expected are the lines of runs that are kept whole. */
function check(lines: readonly string[], expected: readonly number[], marked: readonly number[] = []): void {
  const kept = lines.map((line) => line.startsWith('+'));
  const page = pageOf(...lines.map((line) => line.replace(/^[+]/, '')));
  const marks: Marks = [];
  for (const line of marked) drop(marks, line, 'read-more', 1);
  const whole = wholeRuns(page.lines, marks, (i) => kept[i]!);
  expect([...whole].flatMap((isWhole, i) => (isWhole === 1 ? [i] : []))).toEqual(expected);
}

const TOP = `+${PARAGRAPH}`;

describe('wholeRuns', () => {
  it.each<[what: string, lines: string[], expected: number[], marked?: number[]]>([
    [
      'ingredients of which half are kept',
      [TOP, '+Sugar', 'Nuts', '+Two lemons', 'Tahini', TOP],
      [1, 2, 3, 4],
    ],
    ['not of which fewer are kept', [TOP, '+Sugar', 'Nuts', 'Two lemons', TOP], []],
    ['not of two', [TOP, '+Sugar', 'Nuts', TOP], []],
    ['not at the end of the page', [TOP, '+Sugar', '+Nuts', 'Two lemons'], []],
    ['not above the first paragraph', ['+Sugar', '+Nuts', 'Two lemons', TOP], []],
    ['not above a paragraph that is dropped', [TOP, '+Sugar', '+Nuts', 'Two lemons', PARAGRAPH], []],
    ['a line of a menu parts two runs', [TOP, '+Sugar', '+Nuts', 'Privacy policy', 'Lemons', TOP], []],
    ['a line that is known to be something else, too', [TOP, '+Sugar', '+Nuts', 'Two lemons', TOP], [], [3]],
  ])('%s', (_, lines, expected, marked) => {
    check(lines, expected, marked);
  });

  it('never gives a line that is no run between kept paragraphs', () => {
    const line = fc.constantFrom(TOP, PARAGRAPH, '+Sugar', 'Nuts', 'Tahini', '+Privacy policy');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
        const page = pageOf(...lines.map((text) => text.replace(/^[+]/, '')));
        const whole = wholeRuns(page.lines, [], (i) => lines[i]!.startsWith('+'));
        whole.forEach((isWhole, i) => {
          if (isWhole === 0) return;
          expect(['+Sugar', 'Nuts', 'Tahini']).toContain(lines[i]);
          if (whole[i - 1] !== 1) expect(lines[i - 1]).toBe(TOP);
          if (whole[i + 1] !== 1) expect(lines[i + 1]).toBe(TOP);
        });
      }),
    );
  });
});
