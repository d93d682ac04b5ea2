/** Runs of figures between two paragraphs of the text. */
import { describe, expect, it } from 'vitest';
import { figuresOfText } from '../../src/clean/figures.ts';
import { drop, type Marks } from '../../src/clean/marks.ts';
import { pageOf } from './score/page.ts';

const TEXT =
  '+In autumn the pumpkins lie before our door, and my grandmother cuts them up while she tells us who grew them.';
const LOST = TEXT.slice(1);
const AMOUNTS = ['1 kg pumpkin', '4 dl flour', '2 eggs', '1 tsp salt'];

/** Lines with `+` before them are found without this. */
function figuresIn(lines: readonly string[], marked: readonly number[] = []): readonly number[] {
  const page = pageOf(...lines.map((line) => line.replace(/^[+]/, '')));
  const marks: Marks = [];
  for (const line of marked) drop(marks, line, 'duplicate', 1);
  const figures = figuresOfText(page.lines, marks, (i) => lines[i]!.startsWith('+'));
  return [...figures].flatMap((is, i) => (is === 1 ? [i] : []));
}

describe('figuresOfText', () => {
  it.each<[what: string, lines: string[], expected: number[], marked?: number[]]>([
    ['amounts and what heads them', [TEXT, 'Ingredients', ...AMOUNTS, TEXT], [1, 2, 3, 4, 5]],
    ['as many other lines below them', [TEXT, ...AMOUNTS, 'Sugar', 'Butter', TEXT], [1, 2, 3, 4, 5, 6]],
    [
      'no more of these',
      [TEXT, ...AMOUNTS, 'Sugar', 'Butter', 'Tea', 'Nuts', 'Milk', TEXT],
      [1, 2, 3, 4, 5, 6, 7, 8],
    ],
    [
      'cells of a table',
      [TEXT, 'Anna', '82', 'Ben', '71', 'Cem', '64', 'Dan', '५९', TEXT],
      [1, 2, 3, 4, 5, 6, 7, 8],
    ],
    ['below an advertisement', [TEXT, 'Advertisement', 'Ingredients', ...AMOUNTS, TEXT], [2, 3, 4, 5, 6]],
    [
      'not the menu above them',
      [TEXT, 'For six people', 'Half an hour', 'Ingredients', ...AMOUNTS, TEXT],
      [3, 4, 5, 6, 7],
    ],
    ['not four lines', [TEXT, ...AMOUNTS, TEXT], []],
    ['not three figures', [TEXT, 'Ingredients', '1 kg pumpkin', '4 dl flour', '2 eggs', 'Salt', TEXT], []],
    ['not below a paragraph that is dropped', [LOST, 'Ingredients', ...AMOUNTS, TEXT], []],
    ['not at the end', [TEXT, 'Ingredients', ...AMOUNTS], []],
    ['not across a line that holds a mark', [TEXT, 'Ingredients', ...AMOUNTS, TEXT], [], [3]],
  ])('%s', (_, lines, expected, marked) => {
    expect(figuresIn(lines, marked)).toEqual(expected);
  });
});
