/** Which lines of a page are its article, for the trainer: pages written by hand, the lines wanted by number. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelLines, wordsOf } from '../../src/lexicon/scripts/label-blocks.mjs';

const TITLE = 'Island council votes for new ferry';
const LEAD = 'The council of the island voted for a new ferry on Monday, after a debate of four hours.';
const BODY =
  'It will carry ninety passengers and twelve cars, and replace a boat that is older than the pier.';
const SHORT = 'The price';
const END = 'Tickets will cost as much as before, said the mayor, who had promised so when she was elected.';
const GOLD = [TITLE, LEAD, BODY, SHORT, END].join('\n\n');
const TEASER = 'A bear that swam across the sound was seen on the beach of the village on Sunday evening.';

const HAN = '岛上议会星期一投票赞成购买新渡轮';
const HAN_BODY = '新渡轮可以运载九十名乘客和十二辆汽车，取代那艘比码头还要老的旧船。';

function check(lines: readonly string[], gold: string, expected: readonly number[]): void {
  const labels = labelLines(lines, gold);
  expect(labels.length).toBe(lines.length);
  expect([...labels.keys()].filter((i) => labels[i] === 1)).toEqual(expected);
}

describe('labelLines', () => {
  it.each<[what: string, lines: string[], gold: string, expected: number[]]>([
    ['the article alone', [TITLE, LEAD, BODY, SHORT, END], GOLD, [0, 1, 2, 3, 4]],
    [
      'menu above, teasers below',
      ['Home', 'Sport', TITLE, LEAD, BODY, SHORT, END, TEASER],
      GOLD,
      [2, 3, 4, 5, 6],
    ],
    [
      'a lead that is repeated above the menu',
      [LEAD, 'Home', 'Sport', TITLE, LEAD, BODY, END],
      GOLD,
      [3, 4, 5, 6],
    ],
    [
      'a lead that is repeated below the text',
      [TITLE, LEAD, BODY, END, 'Most read', LEAD],
      GOLD,
      [0, 1, 2, 3],
    ],
    ['two paragraphs joined on one line', [TITLE, `${LEAD} ${BODY}`, END], GOLD, [0, 1, 2]],
    ['one paragraph over two lines', [TITLE, ...LEAD.split(/(?<=Monday,) /), BODY], GOLD, [0, 1, 2, 3]],
    ['a paragraph with a word changed', [TITLE, LEAD.replace('debate', 'quarrel'), BODY], GOLD, [0, 1, 2]],
    [
      'a line that shares a few words only',
      [LEAD, 'The council of the island is on holiday until the end of May', BODY],
      GOLD,
      [0, 2],
    ],
    ['short lines that are no line of the text', ['The pier', 'price', LEAD, SHORT, END], GOLD, [2, 3, 4]],
    [
      'a line with two places, counted once',
      [LEAD, `${BODY} So be it.`],
      `${BODY} So be it.\n${LEAD}\n${LEAD}`,
      [1],
    ],
    [
      'cells of a table whose rows are lines of the text',
      [LEAD, 'Rank', 'Ferry', 'Seats', '1', 'Aurora', '90', '2', 'Skua', '75', BODY, 'Ferry', 'Aurora'],
      `${LEAD}\nRank | Ferry | Seats\n1 | Aurora | 90\n2 | Skua | 75\n${BODY}`,
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ],
    [
      'a list whose numbers the dump leaves out, and a share bar in it',
      [LEAD, 'Aurora', 'Share', 'Skua', BODY],
      `${LEAD}\n1. Aurora\n2. Skua\n${BODY}`,
      [0, 1, 3, 4],
    ],
    ['ideographs', ['首页', HAN, HAN_BODY, '岛上新闻'], `${HAN}\n${HAN_BODY}`, [1, 2]],
    ['nothing of the article', ['Home', TEASER], GOLD, []],
    ['no line', [], GOLD, []],
    ['no text', ['Home', TEASER], '', []],
  ])('%s', (_, lines, gold, expected) => {
    check(lines, gold, expected);
  });

  it('finds every paragraph of a text, whatever stands between them', () => {
    const paragraph = fc
      .array(fc.stringMatching(/^[a-z]{6,9}$/), { minLength: 6, maxLength: 12 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.uniqueArray(paragraph, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(2)),
        (texts, gaps) => {
          const lines: string[] = [];
          const expected: number[] = [];
          texts.forEach((text, i) => {
            for (let k = gaps[i] ?? 0; k > 0; k--) lines.push(`Menu ${k}`);
            expected.push(lines.push(text) - 1);
          });
          check(lines, texts.join('\n'), expected);
        },
      ),
      { seed: 31, numRuns: 200 },
    );
  });
});

describe('wordsOf', () => {
  it.each<[text: string, words: string[]]>([
    ['The 3 Bridges, again', ['the', '3', 'bridges', 'again']],
    ['新渡轮 2024', ['新', '渡', '轮', '2024']],
    ['สะพาน', ['ส', 'ะ', 'พ', 'า', 'น']],
    ['हिन्दी में', ['हिन्दी', 'में']],
    ['— … —', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
