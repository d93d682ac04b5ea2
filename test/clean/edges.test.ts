/** What stands at the edges of a text and inside it: short last sentences stay, headlines of other articles go. */
import { describe, expect, it } from 'vitest';
import { cleanArticle, keptText } from '../../src/clean/index.ts';
import { joiningSentences } from '../../src/clean/joining.ts';
import { pageOf } from './score/page.ts';

const FIRST =
  'The council of the island voted on Monday for a second ferry, after a debate that had lasted for four hours.';
const SECOND =
  'Ada Brand, who leads the council, said that the first boat was thirty years old and lay in the dock each winter.';
const THIRD =
  'The money comes from the province, which had put three million aside for the harbour in the spring of last year.';

const LAST = 'Work on the new landing stage begins in May, as soon as the ice has gone.';

describe('joiningSentences', () => {
  /** Scores by line; the title is line 0. */
  const check = (lines: readonly string[], scores: readonly number[], expected: readonly number[]) => {
    const page = pageOf(...lines);
    const joins = joiningSentences(page, Float32Array.from(scores), 0.5, 0, new Array(lines.length));
    expect([...joins.keys()].filter((i) => joins[i] === 1)).toEqual(expected);
  };
  it.each<[what: string, last: string, score: number, joins: boolean]>([
    ['a short last sentence', 'Work begins in May.', 0.25, true],
    ['one that is too unlikely', 'Work begins in May.', 0.1, false],
    ['a question to the reader', 'Did you like this report?', 0.4, false],
    ['a call', 'Tell your friends about it!', 0.4, false],
    ['a remark in brackets', '(Written by Ada Brand.)', 0.4, false],
    ['an owner', 'Copyright © Island Post. No copies.', 0.4, false],
  ])('%s', (_, last, score, joins) => {
    check(['Second ferry', FIRST, SECOND, last], [0.9, 0.9, 0.9, score], joins ? [3] : []);
  });
  it('looks past a mark of an advertisement', () => {
    check(['Ferry', FIRST, 'Advertisement', 'Work begins in May.'], [0.9, 0.9, 0, 0.02], [3]);
  });
  it('keeps prose right below the title', () => {
    check(
      ['Ferry', `${THIRD.slice(0, -1)}, and some of it, as was said, remains`, 'By Ada Brand', FIRST],
      [0.9, 0.1, 0, 0.9],
      [1],
    );
  });
});

describe('a page with its menus on one line', () => {
  const page = [
    'Island Post',
    'News | Sport | Culture | Contact',
    'Second ferry for the island from the summer of next year',
    '3 May 2024, 10:15',
    'Share  Print',
    FIRST,
    'Read also',
    'Storm takes the roof of the old lighthouse',
    SECOND,
    'You may also like: Ten walks along the northern shore',
    THIRD,
    LAST,
    'Most read',
    'Bakery closes after ninety years',
    '© 2024 Island Post  Imprint  Privacy',
  ];
  it('is its article and nothing else', () => {
    const { blocks, title } = cleanArticle({ text: page.join('\n') });
    expect(title).toBe(page[2]);
    expect(keptText(blocks).split('\n')).toEqual([title, FIRST, SECOND, THIRD, LAST]);
  });
  it('is told from any one line less', () => {
    for (const i of [0, 1, 3, 4, 6, 9, 12, 14]) {
      const { blocks } = cleanArticle({ text: page.filter((_, at) => at !== i).join('\n') });
      expect([i, blocks.some(({ kept }) => !kept)]).toEqual([i, true]);
    }
  });
});
