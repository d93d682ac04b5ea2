/** Notices that stand in the place of articles are copies only under an equal title, whether the text has it or not. */
import { describe, expect, it } from 'vitest';
import { scan } from '../helpers/command.ts';
import { folderWith, lines } from './workspace.ts';

const NOTICE =
  'This article is reserved for our subscribers. Subscribe now for 9.90 euros a month and read all articles of the Tellmouth Times without limits. Already a subscriber? Log in here to continue reading this article.';
const BRIEF =
  'The council of Tellmouth has voted for a new harbour wall. Work begins in May and is to last nineteen months; until then the quay stays closed to lorries, said the harbour master on Monday evening.';
const TITLES = ['Mayor resigns over bribes', 'Cup final ends in penalties', 'Mayor resigns over bribes'];
const SOURCE = 'Tellmouth Times';

describe('a short text under several titles', () => {
  const check = (
    name: string,
    records: readonly object[],
    expected: readonly (readonly string[])[],
  ): void => {
    it(name, async () => {
      const cwd = folderWith({
        'in.jsonl': lines(...records.map((record, n) => ({ id: `${n}`, ...record }))),
      });
      const { groups, related } = await scan(['in.jsonl', '--no-clean'], { cwd });
      expect(groups.map(({ members }) => members.map(({ id }) => id).sort())).toEqual(expected);
      expect(related).toEqual([]);
    });
  };
  check(
    'in a field of their own: a notice of one source',
    TITLES.map((title) => ({ title, text: NOTICE, source: SOURCE })),
    [['0', '2']],
  );
  check(
    'a notice that has a word of one of the headlines',
    [...TITLES, 'Harbour pilots continue strike'].map((title) => ({ title, text: NOTICE, source: SOURCE })),
    [['0', '2']],
  );
  check(
    'above the text',
    TITLES.map((title) => ({ title, text: `${title}\n\n${NOTICE}`, source: SOURCE })),
    [['0', '2']],
  );
  check(
    'a notice whose price is another',
    TITLES.slice(0, 2).map((title, n) => ({
      title,
      text: NOTICE.replace('9.90', `${n + 8}.90`),
      source: SOURCE,
    })),
    [],
  );
  check(
    'a brief that two sources tell under headlines of their own',
    TITLES.slice(0, 2).map((title, n) => ({ title, text: BRIEF, source: `${SOURCE} ${n}` })),
    [['0', '1']],
  );
  check(
    'a brief without a source',
    TITLES.slice(0, 2).map((title) => ({ title, text: BRIEF })),
    [['0', '1']],
  );
  check(
    'a brief of one source that has a word of its headlines',
    ['Harbour wall to cost a summer', 'Council of five votes'].map((title) => ({
      title,
      text: BRIEF,
      source: SOURCE,
    })),
    [['0', '1']],
  );
});
