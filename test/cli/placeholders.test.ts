/** Notices that stand in the place of articles are copies only under an equal title, whether the text has it or not. */
import { describe, expect, it } from 'vitest';
import { scan } from '../helpers/command.ts';
import { folderWith, lines } from './workspace.ts';

const NOTICE =
  'This article is reserved for our subscribers. Subscribe now for 9.90 euros a month and read all articles of the Tellmouth Times without limits. Already a subscriber? Log in here to continue reading this article.';
const TITLES = ['Mayor resigns over bribes', 'Cup final ends in penalties', 'Mayor resigns over bribes'];

describe('a notice under several titles', () => {
  const check = (name: string, records: readonly object[]): void => {
    it(name, async () => {
      const cwd = folderWith({ 'in.jsonl': lines(...records) });
      const { groups, related } = await scan(['in.jsonl', '--no-clean'], { cwd });
      expect(groups.map(({ members }) => members.map(({ id }) => id))).toEqual([['0', '2']]);
      expect(related).toEqual([]);
    });
  };
  check(
    'in a field of their own',
    TITLES.map((title, n) => ({ id: `${n}`, title, text: NOTICE })),
  );
  check(
    'above the text',
    TITLES.map((title, n) => ({ id: `${n}`, title, text: `${title}\n\n${NOTICE}` })),
  );
});
