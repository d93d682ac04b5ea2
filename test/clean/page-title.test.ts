/** Which line above the text is the title of a page. */
import { describe, expect, it } from 'vitest';
import { cleanArticle } from '../../src/clean/index.ts';
import { countLabels } from '../../src/clean/labels.ts';
import { DEFAULT_LOOKUP } from '../../src/clean/lookup.ts';
import { drop, type Marks } from '../../src/clean/marks.ts';
import { readPage } from '../../src/clean/page.ts';
import { findTitle, titleOfClean } from '../../src/clean/page-title.ts';
import { pageOf } from './score/page.ts';

const TITLE = 'Island council votes for new ferry';
const STATEMENT =
  'Our readers found the three finest beaches of the year, and one of them is on this island.';
const QUESTION = 'Who will pay for the new ferry of the island when the council has spent its last reserves?';

const LEAD =
  'The island council voted on Monday for a new ferry, and the last reserves of the year will pay for it.';

/** The lines stand above the text; the title is told by its line, -1 for none. Lines in `marked` hold a mark. */
function check(above: readonly string[], expected: number, marked: readonly number[] = []): void {
  const page = pageOf(...above, LEAD);
  const marks: Marks = [];
  for (const line of marked) drop(marks, line, 'caption-pair', 1);
  expect(findTitle(page, countLabels(page), above.length, marks)).toBe(expected);
}

describe('findTitle', () => {
  it.each<[what: string, above: string[], expected: number]>([
    ['nothing above the text', [], -1],
    ['words of a menu', ['Home', 'Sport', 'Share'], -1],
    ['the one long line', ['Home', TITLE, 'Share'], 1],
    ['never a statement, however near', [TITLE, 'Share', STATEMENT], 0],
    ['no title where there are only statements', [STATEMENT], -1],
    ['a question', ['Home', QUESTION], 1],
    ['of two, the nearer one', [TITLE, 'Home', 'Island council waits for new ferry', 'Home'], 2],
    ['the headline above a deck', ['Home', 'Council spends its last reserves', TITLE, 'Share'], 1],
    ['between trail and text, of which it says nothing', ['Home > Islands', 'Soap for all', '3 May 2024'], 1],
    ['no trail, whatever is below it', ['Home > Islands of the council', '3 May 2024'], -1],
    ['what is left of a cookie banner', [TITLE, 'The ferry council and its cookies: all islands'], 0],
    ['no trail above the title', ['Home > News > Island council', TITLE, 'Share'], 1],
    [
      'no line of a ticker',
      ['Home', '12:40 Rain on every island', '9:05 Ferry waits', 'Ada Brand, 2025'],
      -1,
    ],
    [
      'the line below a list of other news with their times above them',
      ['12:40', 'Rain on every ferry', '9:05', 'Ferry waits for the council', '8:30', 'Last reserves', TITLE],
      6,
    ],
    [
      'the line below a list of other news by rank',
      ['1. Ferry waits for rain', '2. Council of cats', '3. The last new reserves of Monday', TITLE],
      3,
    ],
    [
      'the last of them where nothing stands between it and the text',
      ['12:40', 'Rain on every ferry', '9:05', 'Ferry waits for the council', '8:30', TITLE],
      5,
    ],
    ['a title below one line with a number', ['12', TITLE, 'Share'], 1],
    ['scores of games', ['Home', '75:68 for the island', '92:87 for the council: new ferry', 'Share'], 2],
    ['one line that begins with the time of day', ['Home', '12:40 Council votes for new ferry', 'Share'], 1],
    [
      'none above the trail of the page',
      ['Free samples of soap at every pier', 'Home > Islands', TITLE, 'Share'],
      2,
    ],
    [
      'the one above a trail that speaks more of the text',
      [TITLE, 'Home > Islands', 'A crowd on the pier looks at plans'],
      0,
    ],
    ['a trail is none that begins with no word of a menu', [TITLE, 'Leeds > Everton', 'Share'], 0],
    ['no masthead with a year above the title', ['The Island Post since 1921', TITLE, 'Share'], 1],
    ['of two, the one that is repeated', [TITLE, 'Island council votes for new ferry today', TITLE], 2],
    [
      'the one above a name beside a date, not a caption below it',
      [TITLE, 'Ada Brand 07.12.2024 16:33', 'The island council and its last reserves for a ferry'],
      0,
    ],
    [
      'a caption that has a date is no byline',
      [
        'Ten families wait in a long queue',
        `The old pier on 7 December 2024, photographed by a reader of ours.`,
        TITLE,
      ],
      2,
    ],
    ['never a phrase of a list', [TITLE, 'Sign up for our newsletter'], 0],
    ['no line beyond the window', [TITLE, ...Array.from({ length: 60 }, () => 'Sport')], -1],
  ])('%s', (_, above, expected) => {
    check(above, expected);
  });

  it('leaves lines that are something else, and prefers the words of the text', () => {
    check([TITLE, 'A crowd on the pier looks at the plans'], 1, [0]);
    check([TITLE, 'Ten families wait in a long queue at the old pier'], 0);
    check(['Ten families wait in a long queue at the old pier', TITLE], 1);
  });

  it('reads titles of scripts with three letters a character', () => {
    check(['首页', '岛上议会投票赞成新渡轮'], 1);
    check(['首页', '岛上的议会星期一在长时间的辩论之后，投票赞成购买新的渡轮，并决定明年春天运营。'], -1);
  });
});

describe('the title of a text that shows no chrome', () => {
  it.each<[what: string, above: string[], expected: number]>([
    ['is the first line', [TITLE, 'By Ada Brand'], 0],
    ['stands below the name of the paper', ['Shetland Post — Coastal daily', TITLE], 1],
    ['stands below a section', ['Politics', '3 May 2024', TITLE], 2],
    ['stands below a section, which the text has, too', ['Islands', TITLE], 1],
    [
      'stands below a word of a menu that the text has, too',
      ['Sport', 'Island council votes to pay for sport'],
      1,
    ],
    ['stands below a short line that has no word of the text', ['Apple pie', TITLE], 1],
    ['is the first line, short as it is, that has a word of the text', ['Ferry vote', TITLE], 0],
    [
      'stands below a name with a date under it, few words of the text as it has',
      ['Shetland Post', 'A ferry crossing somewhere in cold northern waters', '3 May 2024'],
      1,
    ],
    [
      'stands below a menu under a name that has words of the text',
      ['Island Ferry', 'Harbours | Weather | Tides', TITLE],
      2,
    ],
    ['is the first line above parts that no title follows', ['Ferry vote', 'Harbours | Weather | Tides'], 0],
    [
      'is the first line where what stands below the menu says nothing of the text',
      ['Ferry vote', 'Harbours | Weather | Tides', 'Fog above several piers'],
      0,
    ],
    ['is a headline with a colon', ['Storm warning: islands brace', TITLE], 0],
    ['is no question', ['Politics', '3 May 2024', QUESTION], 0],
    [
      'is the first line where that has as many words of the text',
      ['Ferry vote', 'Council of the island'],
      0,
    ],
    [
      'is the first line where no other has words of the text',
      ['Ebb and flow', 'Fog above several piers'],
      0,
    ],
  ])('%s', (_, above, expected) => {
    const page = pageOf(...above, LEAD);
    expect(titleOfClean(page, countLabels(page), 0, [])).toBe(expected);
  });
});

describe('the title of such a text at a known address', () => {
  const URL = 'https://www.otockilist.example/islands/cup/ferry-for-the-council';
  it.each<[what: string, above: string[], expected: number]>([
    ['stands below the name of the paper', ['Otočki list', TITLE], 1],
    ['stands below the paper and its claim', ['Otočki list – island daily', TITLE], 1],
    ['asks', ['Otočki list', 'Who will pay for it?'], 1],
    [
      'ends in what somebody says',
      ['Otočki list', 'The captain of the last ferry says: “We have spent it all”'],
      1,
    ],
    ['stands below a section that the text speaks of', ['Islands', TITLE], 1],
    [
      'stands below paper, section and a row of places',
      ['Otočki list', 'Islands', 'Hvar | Vis | Brač | Lastovo', TITLE],
      3,
    ],
    ['is a short line of which the address has other words', ['Ferry vote', 'Council of the island'], 0],
    ['is what the address says, the section with it', ['Ferry for the council', 'Islands council votes'], 0],
    ['is the name of the paper where nothing but the text follows', ['Otočki list'], 0],
  ])('%s', (_, above, expected) => {
    const page = readPage([...above, LEAD].join('\n'), DEFAULT_LOOKUP, URL);
    expect(titleOfClean(page, countLabels(page), 0, [])).toBe(expected);
  });

  it('leaves no such name in the text', () => {
    const { blocks, title } = cleanArticle({ text: `Otočki list\n${TITLE}\n${LEAD}`, url: URL });
    expect(title).toBe(TITLE);
    expect(blocks.map(({ kept }) => kept)).toEqual([false, true, true]);
  });

  it('stands above a byline with its date, where it ends in an abbreviation', () => {
    const above = ['Island council 33 p.c., ferries 30 p.c.', 'By CPA | 15 October 2025, 6:00'];
    expect(cleanArticle({ text: [...above, LEAD].join('\n') }).title).toBe(above[0]);
  });
});
