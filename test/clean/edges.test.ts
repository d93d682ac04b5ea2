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
  it.each<[what: string, last: string, score: number, joins: boolean]>([
    ['one that speaks of what the text speaks of', 'The harbour opens in May.', 0.03, true],
    ['one that the scorer rules out', 'The harbour opens in May.', 0.01, false],
    ['one that names somebody of the text', 'Mr Brand is sixty.', 0.03, true],
    ['one in which only the start of a sentence is a capital', 'Get it now. The news is here.', 0.03, false],
    ['one that speaks of something else', 'We deliver news by night mail.', 0.03, false],
  ])('of doubtful last sentences: %s', (_, last, score, joins) => {
    check(['Second ferry', FIRST, SECOND, THIRD, last], [0.9, 0.9, 0.9, 0.9, score], joins ? [4] : []);
  });
  it('lets the last of several doubtful sentences speak for those above it', () => {
    const lines = ['Second ferry', FIRST, SECOND, 'It will be blue.', 'The province pays.', 'Call us today.'];
    check(lines, [0.9, 0.9, 0.9, 0.05, 0.05, 0.05], []);
    lines[4] = 'The council pays.';
    check(lines, [0.9, 0.9, 0.9, 0.05, 0.05, 0.05], [3, 4]);
  });
  it('keeps a sentence between the title and the text', () => {
    check(['Ferry', 'A second boat is wanted.', 'By Ada Brand', FIRST], [0.9, 0.25, 0, 0.9], [1]);
  });
});

describe('a box of links inside a text', () => {
  const [BOX, GOES_ON] = [
    ['Читайте также', 'В городе подорожал проезд', 'Снег в горах'],
    [
      'Электростанция мощностью в двести мегаватт должна покрыть восьмую часть потребления всей страны зимой.',
      'Полиция задержала четверых, вечером их отпустили, сообщил директор компании жителям села.',
    ],
  ];
  const TEXT = [
    'Несколько сотен жителей села в понедельник перекрыли дорогу и остановили строительство плотины на реке.',
    'Директор компании распорядился вывести грузовики и назначил встречу с жителями на вечер четверга в школе.',
    'Плотина высотой в сто тридцать метров затопит леса, утверждает организатор акции, учитель местной школы.',
  ];
  const MENU = ['Новости', 'Статьи', 'Мнения', 'Фото', 'Видео', 'Поиск'];
  it('does not end it where the text goes on below', () => {
    const text = [...MENU, 'Жители села остановили стройку', ...TEXT, ...BOX, ...GOES_ON].join('\n');
    const { blocks } = cleanArticle({ text });
    const kept = blocks.filter((block) => block.kept).map((block) => block.text);
    expect(kept).toEqual(expect.arrayContaining([...TEXT, ...GOES_ON]));
    for (const line of BOX.slice(0, 2)) expect(kept).not.toContain(line);
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
