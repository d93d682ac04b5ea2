/** Sentences of the text that a page sets beside it, in quotation marks, are dropped; what only the quotation says stays. */
import { describe, expect, it } from 'vitest';
import type { Marks } from '../../src/clean/marks.ts';
import { markPullQuotes } from '../../src/clean/pull-quotes.ts';
import { pageOf } from './score/page.ts';

const SPOKEN = '“We have waited nine years for this bridge,” said Ada Brand. She was the first to cross it.';
const TEXT = 'The bridge of the village was opened on Monday. Two hundred people crossed it at once.';

/** Numbers of the lines that are dropped. */
function check(lines: readonly string[], dropped: readonly number[], title = -1): void {
  const page = pageOf(...lines);
  const marks: Marks = new Array(page.lines.length);
  markPullQuotes(page, title, marks);
  expect([...marks.keys()].filter((i) => marks[i] !== undefined)).toEqual(dropped);
}

describe('a pull quote', () => {
  it.each<[what: string, lines: string[], dropped: number[]]>([
    ['above its sentence', ['„Two hundred people crossed it at once.”', SPOKEN, TEXT], [0]],
    ['below it, in other marks', [TEXT, '«The bridge of the village was opened on Monday.»'], [1]],
    ['of two sentences', [TEXT, `“${TEXT}”`], [1]],
    [
      'that holds a quotation',
      [SPOKEN, '„“We have waited nine years for this bridge,” said Ada Brand.”'],
      [1],
    ],
    [
      'in Japanese',
      [
        '橋は月曜日に開通した。二百人がすぐに渡ったという話が村中に広がり、夜まで人が絶えなかった。',
        '「橋は月曜日に開通した。」',
      ],
      [1],
    ],
    ['that the text does not have', [TEXT, '„Three hundred people crossed it at once.”'], []],
    ['of which the text has one sentence', [TEXT, '„Two hundred people crossed it at once. They sang.”'], []],
    [
      'that stands twice and nowhere else',
      ['„Two hundred people crossed it.”', '„Two hundred people crossed it.”'],
      [],
    ],
    ['without marks', [TEXT, 'Two hundred people crossed it at once.'], []],
    [
      'of which it is the claim that is taken up below',
      ['„Two hundred people crossed it at once.”', 'True. Two hundred people crossed it at once.'],
      [],
    ],
    [
      'in a dialogue',
      [TEXT, ...[1, 2, 3].map((n) => `“Who is the man in boat number ${n} of the village?”`), `“${TEXT}”`],
      [],
    ],
  ])('%s', (_, lines, dropped) => check(lines, dropped));

  it('is no title', () => {
    const lines = ['“Two hundred people crossed it at once.”', 'Ada Brand', TEXT];
    check(lines, [], 0);
    check(lines, [0]);
  });
});
