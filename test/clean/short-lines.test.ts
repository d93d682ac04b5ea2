/** Articles told in short lines, between a title and chrome that is known. */
import { describe, expect, it } from 'vitest';
import { cleanArticle } from '../../src/clean/index.ts';
import type { Marks } from '../../src/clean/marks.ts';
import { articleOfShortLines } from '../../src/clean/short-lines.ts';
import { pageOf } from './score/page.ts';

const FOOT = ['Share', 'Related articles', 'Contact', 'About us'];
const TALK = [
  'When did you begin?',
  'At nine. My father gave me an oar.',
  'Were you afraid?',
  'Yes. I still am.',
  'How many boats are left?',
  'Three. One of them leaks.',
  'And who will row them?',
  'My niece, if she stays.',
];

/** Lines that are kept, below the title: `scores` are tenths of the lines of the article, its foot has 0.01. */
function articleLines(
  lines: readonly string[],
  scores: string,
  found: readonly number[] = [],
  marks: Marks = [],
) {
  const page = pageOf('The last rowers of the harbour', ...lines, ...FOOT);
  const probabilities = new Float32Array(page.lines.length).fill(0.01);
  [...scores].forEach((tenths, i) => {
    probabilities[i + 1] = Number(tenths) / 10;
  });
  const article = articleOfShortLines(page, probabilities, 1, marks, (i) => found.includes(i));
  return article.reduce((sum, is) => sum + is, 0);
}

describe('articleOfShortLines', () => {
  it.each<[what: string, lines: readonly string[], scores: string, found: number[], expected: number]>([
    ['a talk', TALK, '11211213', [], 8],
    ['a talk of which a part is found', TALK, '11211213', [8], 8],
    ['one of which most is found', TALK, '11811888', [2, 3, 4, 6, 7, 8], 0],
    ['one with a line as unlikely as chrome', TALK, '11201213', [], 0],
    ['one with a row of a menu in it', [...TALK, 'News | Sport | Weather'], '112112130', [], 8],
    ['more lines than that', Array.from({ length: 31 }, (_, i) => `Line ${i}`), '1'.repeat(31), [], 0],
    ['less of the page than its foot', ['Yes.'], '1', [], 0],
    ['nothing', [], '', [], 0],
  ])('%s', (_, lines, scores, found, expected) => {
    expect(articleLines(lines, scores, found)).toBe(expected);
  });

  it('ends at a line that holds a mark, but for a byline', () => {
    const marks: Marks = [];
    marks[2] = { role: 'metadata', reason: 'byline', confidence: 1 };
    expect(articleLines(TALK, '11211213', [], marks)).toBe(8);
    marks[8] = { role: 'chrome', reason: 'read-more', confidence: 1 };
    expect(articleLines(TALK, '11211213', [], marks)).toBe(7);
  });

  it('is none where nothing known follows, or too little tells what chrome is like', () => {
    const page = pageOf('The last rowers of the harbour', ...TALK);
    const probabilities = new Float32Array(page.lines.length).fill(0.2);
    const none = (): boolean => false;
    expect(articleOfShortLines(page, probabilities, 1, [], none).includes(1)).toBe(false);
    const short = pageOf('The last rowers of the harbour', ...TALK, 'Share', 'Contact');
    const scores = new Float32Array(short.lines.length).fill(0.2).fill(0.01, 9);
    expect(articleOfShortLines(short, scores, 1, [], none).includes(1)).toBe(false);
  });
});

it('an interview stays whole on a page', () => {
  const title = 'The last rowers of the harbour';
  const intro = 'Ada Brand has rowed people across the old harbour for fifty years. We met her on the pier.';
  const menu = ['Home', 'News', 'Sport', 'Weather', 'Contact', 'Log in'];
  const { blocks } = cleanArticle({ text: [...menu, title, intro, ...TALK, ...FOOT].join('\n') });
  const kept = blocks.filter((block) => block.kept).map(({ text }) => text);
  expect(kept).toEqual([title, intro, ...TALK]);
});
