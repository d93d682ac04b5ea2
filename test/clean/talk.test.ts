/** Questions and answers of a talk which the scorer doubts. */
import { describe, expect, it } from 'vitest';
import { drop, type Marks } from '../../src/clean/marks.ts';
import { markLinks } from '../../src/clean/sections.ts';
import { isTalk, partsOfTalk } from '../../src/clean/talk.ts';
import { pageOf } from './score/page.ts';

const ANSWER =
  '+At nine, when my father gave me an oar and said that I should row him to the other side of the lake.';
const TALK = [
  '+When did you begin?',
  ANSWER,
  '+Were you afraid?',
  ANSWER,
  '+And who will row them now?',
  ANSWER,
];

/** Lines with `+` before them are found without this; the others are as likely as told. */
function partsIn(lines: readonly string[], likely = 0.3, marked: readonly number[] = []): readonly number[] {
  const page = pageOf(...lines.map((line) => line.replace(/^[+]/, '')));
  const marks: Marks = [];
  for (const line of marked) drop(marks, line, 'duplicate', 1);
  const scores = new Float32Array(lines.length).fill(likely);
  const parts = partsOfTalk(page.lines, scores, marks, (i) => lines[i]!.startsWith('+'));
  return [...parts].flatMap((is, i) => (is === 1 ? [i] : []));
}

describe('partsOfTalk', () => {
  it.each<[what: string, more: string[], expected: number[]]>([
    ['a question', ['How many are left?', ANSWER], [6]],
    ['a question above an advertisement', ['How many are left?', 'Advertisement', ANSWER], [6]],
    ['one of another script', ['有多少船？', ANSWER], [6]],
    [
      'a short answer and both questions',
      ['How many are left?', 'Three.', 'Do they leak?', ANSWER],
      [6, 7, 8],
    ],
    [
      'an answer above a question that is found',
      ['How many are left?', 'Three.', '+Do they leak?', ANSWER],
      [6, 7],
    ],
    ['no caption below a question', ['How many are left?', 'A boat on the lake.', ANSWER], []],
    ['no question below the text', ['How many are left?'], []],
    ['no heading', ['The boats', ANSWER], []],
  ])('%s', (_, more, expected) => {
    expect(partsIn([...TALK, ...more])).toEqual(expected);
  });

  it('takes nothing that is unlikely, holds a mark, or stands on a page that asks twice', () => {
    const lines = [...TALK, 'How many are left?', ANSWER];
    expect(partsIn(lines, 0.1)).toEqual([]);
    expect(partsIn(lines, 0.3, [6])).toEqual([]);
    expect(partsIn(lines.slice(4))).toEqual([]);
    expect(isTalk(pageOf(...TALK.map((line) => line.slice(1))).lines)).toBe(true);
  });
});

describe('links above a question', () => {
  const text = [
    ...TALK,
    '+Related articles',
    '+Does the last ferry of the lake leak?',
    '+The oars of the old rowers on the lake',
    '+What do most people do wrong?',
    ANSWER,
  ];
  it('the last one is the question of the paragraph below', () => {
    const marks: Marks = [];
    markLinks(pageOf(...text.map((line) => line.slice(1))), marks);
    expect(Object.keys(marks)).toEqual(['7', '8']);
  });
});
