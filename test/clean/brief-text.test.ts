/** Paragraphs and headings of pages with few paragraphs, which the scorer doubts. */
import { describe, expect, it } from 'vitest';
import { restOfBriefText } from '../../src/clean/brief-text.ts';
import { drop, type Marks } from '../../src/clean/marks.ts';
import { pageOf } from './score/page.ts';

const TITLE = 'Harbour ferry stops for good';
const FOUND = '+The ferry across the harbour carried 4,112 people a day until its engine failed on Monday.';
const SEVERAL =
  'The harbour council had no money for a second engine. It asked the villages, and they refused.';
const SINGLE = 'The harbour council had no money for an engine.';
const STRANGE = 'We thank all who give. You may help us as well, with as much as you like.';
const THAI =
  'เรือข้ามฟากหยุดวิ่งเมื่อวันจันทร์เพราะเครื่องยนต์เสีย ชาวบ้านต้องเดินอ้อมไปอีกฝั่งหนึ่งเป็นระยะทางไกลกว่าสิบกิโลเมตร และเทศบาลยังไม่มีเงินซื้อเครื่องใหม่';
const END = 'Related articles';

/** Lines with `+` before them are found without this; the title is the first line, all others are as likely as told. */
function check(
  lines: readonly string[],
  likely: number,
  expected: readonly number[],
  marked: readonly number[] = [],
) {
  const all = [TITLE, ...lines];
  const page = pageOf(...all.map((line) => line.replace(/^[+]/, '')));
  const marks: Marks = [];
  for (const line of marked) drop(marks, line, 'duplicate', 1);
  const scores = new Float32Array(all.length).fill(likely);
  const rest = restOfBriefText(page, scores, 0, marks, (i) => all[i]!.startsWith('+'));
  expect([...rest].flatMap((is, i) => (is === 1 ? [i] : []))).toEqual(expected);
}

describe('restOfBriefText', () => {
  it('takes a heading below a box of links', () => {
    const all = [TITLE, FOUND, 'A bridge of wood and its builders', 'What comes next', SEVERAL, END];
    const page = pageOf(...all.map((line) => line.replace(/^[+]/, '')));
    const marks: Marks = [];
    drop(marks, 2, 'read-more', 1);
    const rest = restOfBriefText(page, new Float32Array(6).fill(0.05), 0, marks, (i) => i === 1);
    expect([...rest]).toEqual([0, 0, 0, 1, 1, 0]);
  });

  it.each<[what: string, lines: string[], likely: number, expected: number[], marked?: number[]]>([
    ['several sentences below the text', [FOUND, 'Advertisement', SEVERAL, END], 0.05, [3]],
    ['several sentences above it', ['By Anna Berg', SEVERAL, FOUND, END], 0.05, [2]],
    ['the standfirst, whatever ends the page', [SEVERAL, FOUND], 0.05, [1]],
    ['nothing below the text that nothing ends', [FOUND, SEVERAL], 0.3, []],
    ['nothing that is as unlikely as a note', [FOUND, SEVERAL, END], 0.03, []],
    ['nothing that speaks of other things', [FOUND, STRANGE, END], 0.1, []],
    ['but where it is as likely as not much', [FOUND, STRANGE, END], 0.25, [2]],
    ['no single sentence below the text', [FOUND, SINGLE, END], 0.3, []],
    ['a long one without stops', [`+${THAI}`, THAI, END], 0.1, [2]],
    ['its heading', [FOUND, 'What comes next', SEVERAL, END], 0.05, [2, 3]],
    [
      'a heading beside an advertisement and a credit',
      [FOUND, 'Advertisement', 'What comes next', 'Photo: A. Berg', SEVERAL, END],
      0.05,
      [3, 5],
    ],
    ['no label that hangs below no text', [FOUND, 'Listen', 'Podcast', SEVERAL, END], 0.05, [4]],
    ['nothing that holds a mark', [FOUND, SEVERAL, END], 0.3, [], [2]],
    [
      'nothing on pages with many paragraphs',
      [FOUND, SEVERAL, ...Array.from({ length: 9 }, () => SEVERAL), END],
      0.3,
      [],
    ],
    ['nothing below the end', [FOUND, END, SEVERAL], 0.3, []],
  ])('%s', (_, lines, likely, expected, marked) => {
    check(lines, likely, expected, marked);
  });
});
