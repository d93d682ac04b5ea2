/** First do no harm: texts that look odd but hold no chrome lose nothing. */
import { describe, expect, it } from 'vitest';
import { cleanArticle } from '../../src/clean/index.ts';

const LONG =
  'The council met again on Monday evening and spoke for three hours about the future of the little harbour.';
const OTHER =
  'Nobody wanted to predict the result of the vote, which had been moved twice since the end of last summer.';
const THIRD =
  'A decision is expected in the second week of the month, when all members are back from their journeys.';

const cases: readonly (readonly [name: string, text: string])[] = [
  ['empty', ''],
  ['white space only', ' \n\u00a0\n\t\n'],
  ['one line', LONG],
  ['a plain article', ['Harbour council meets again', LONG, OTHER, THIRD].join('\n\n')],
  ['an article that repeats a paragraph', ['Harbour', LONG, OTHER, LONG, THIRD].join('\n\n')],
  [
    'an interview with speakers',
    ['Talk', LONG, 'Brand:\nYes.', 'Ode:\nNo.', 'Brand:\nWhy?', `Ode:\n${OTHER}`].join('\n\n'),
  ],
  ['questions and answers', ['Q:', OTHER, 'A:', LONG, 'Q:', THIRD, 'A:', OTHER].join('\n')],
  [
    'speakers on lines of their own',
    ['Brand', OTHER, 'Ode', LONG, 'Brand', THIRD, 'Ode', 'No.'].join('\n\n'),
  ],
  [
    'a poem with a refrain',
    ['The tide comes in', 'The tide goes out', 'And we remain', 'The tide comes in'].join('\n'),
  ],
  ['results', ['Results', 'North 2 South 1', 'East 0 West 0', 'North 3 West 3', 'East 2 South 2'].join('\n')],
  ['a live ticker', ['10:15', LONG, '10:40', OTHER, '11:05', THIRD, '11:05', LONG].join('\n')],
  [
    'a recipe',
    ['Soup', LONG, 'Ingredients', '2 onions', '1 leek', 'salt', 'Method', OTHER, 'Method', THIRD].join(
      '\n\n',
    ),
  ],
  [
    'quotations with a repeated author',
    [`"${LONG}"\n- Ada Brand`, `"${OTHER}"\n- Ada Brand`, THIRD].join('\n\n'),
  ],
  [
    'headings that recur',
    ['Plan', LONG, 'What to do', OTHER, 'What to do', THIRD, 'What to do', LONG].join('\n\n'),
  ],
  [
    'an article about cookies',
    [
      'New rules for cookies',
      'The authority said that sites which use cookies must let visitors accept or reject them with one single click.',
      'Many publishers write "we use cookies" in a banner, but few explain in their privacy policy what that means.',
      THIRD,
    ].join('\n\n'),
  ],
  [
    'a Thai text without stops',
    `${'สภาท่าเรือลงมติเมื่อวันอังคารให้สร้างท่าเทียบเรือเก่าขึ้นใหม่ '.repeat(4)}\n\n${'งานจะเริ่มในฤดูใบไม้ผลิ '.repeat(6)}`,
  ],
];

describe('untouched', () => {
  it.each(cases)('%s', (_, text) => {
    expect(cleanArticle({ text }).blocks.filter((block) => !block.kept)).toEqual([]);
  });
});
