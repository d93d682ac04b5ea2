/** What a site shows in the place of its articles, told by its length and by what it says of its title. */
import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../src/lib/placeholder.ts';
import { shinglesInOrder } from '../../src/lib/shingles.ts';
import { distinctCount } from '../../src/lib/sorted-set.ts';

const NOTICE =
  'This article is reserved for our subscribers. Subscribe now for 9.90 euros a month and read all articles of the Tellmouth Times without limits. Already a subscriber? Log in here to continue reading this article.';
const BRIEF =
  'The council of Tellmouth has voted for a new harbour wall. Work begins in May and is to last nineteen months; until then the quay stays closed to lorries, said the harbour master.';

describe('a placeholder', () => {
  const check = (name: string, title: string, text: string, expected: boolean): void => {
    it(name, () => expect(isPlaceholder(title, text, distinctCount(shinglesInOrder(text)))).toBe(expected));
  };
  check('says nothing of its title', 'Rain expected in three northern valleys', NOTICE, true);
  check(
    'or of the title above it',
    'Mayor resigns over bribes',
    `Mayor resigns over bribes\n${NOTICE}`,
    true,
  );
  check('is any text of a few words', 'Harbour wall', 'Please enable JavaScript to read on.', true);
  check('is no brief that has a word of its headline', 'Nineteen months for one wall', BRIEF, false);
  check('however the word is written', 'MONTHS without lorries ahead', BRIEF, false);
  check('or with another ending', 'Votes counted twice across islands', BRIEF, false);
  check(
    'or particle',
    '틸마우스 항구에 새 방파제 건설한다',
    '틸마우스 의회는 화요일 방파제를 짓기로 의결했다. 공사는 5월에 시작되어 열아홉 달 걸릴 예정이며, 그때까지 부두는 화물차가 다닐 수 없다고 항만장이 말했다.',
    false,
  );
  check('is no text under a title of a word or two', 'Short news', BRIEF, false);
  check('is no text without a title', '', BRIEF, false);
  check(
    'is no article',
    'Rain expected in three northern valleys',
    `${NOTICE} ${BRIEF} ${NOTICE} ${BRIEF}`.replaceAll('a', 'o'),
    false,
  );
  check('says nothing by little words', 'Cup final ends in penalties', NOTICE, true);
  check(
    'in an unspaced script',
    '港の桟橋を再建へ、評議会が決定',
    'この記事は有料会員限定です。続きをお読みになるにはログインするか、会員登録してください。',
    true,
  );
  check(
    'is no brief in one',
    '港の桟橋を再建へ、評議会が決定',
    '町の評議会は火曜日、桟橋の工事を来春に始めると発表した。完成は二年後の見込みだ。',
    false,
  );
  check('of numbers in common says nothing', 'Islanders lift cup after 9.90 seconds', NOTICE, true);
});
