import { describe, expect, it } from 'vitest';
import { dedupe, scan } from '../helpers/command.ts';
import { folderWith, HARBOUR, lines } from './workspace.ts';

const EDITED = HARBOUR.replace('on Tuesday', 'at noon');
const RECORDS = lines(
  { id: 'a', source: 'bay.example', date: '2024-05-01', text: HARBOUR },
  { id: 'b', source: 'bay.example', date: '2024-05-02', text: EDITED },
  { id: 'c', source: 'quay.example', date: '2024-05-03', text: HARBOUR },
  { id: 'd', source: 'quay.example', date: '2024-09-30', text: HARBOUR },
  { id: 'e', source: 'quay.example', date: '2024-09-30', text: `${EDITED} ` },
  { id: 'f', text: HARBOUR },
);

describe('bounds of what is linked', () => {
  const check = (words: string, expected: readonly string[]): void => {
    it(words, async () => {
      const cwd = folderWith({ 'in.jsonl': RECORDS });
      const { groups, run } = await scan(['in.jsonl', ...words.split(' ').filter(Boolean)], { cwd });
      expect(groups.map(({ members }) => members.map(({ id }) => id).join(''))).toEqual(expected);
      expect(run.options).toHaveProperty('canonical', 'longest');
    });
  };
  check('', ['abcdef']);
  check('--within source', ['ab', 'cde']);
  check('--across source', ['abcde']);
  check('--window 30d', ['abcf', 'de']);
  check('--window 1d --within source', ['ab', 'de']);
  check('--window 2w --across source', ['abc']);

  it('--across source: no link is of one source, and none of an article without', async () => {
    const record = (id: string, source?: string, text = HARBOUR) => ({
      id,
      text,
      ...(source === undefined ? {} : { source }),
    });
    const cwd = folderWith({
      'copies.jsonl': lines(record('a', 'A'), record('b', 'www.a'), record('n', 'B'), record('d')),
      'edited.jsonl': lines(
        record('a', 'A'),
        record('b', 'a'),
        record('n', 'B', EDITED),
        record('m', 'A', EDITED),
      ),
      'one.jsonl': lines(record('a', 'A'), record('b', 'a', EDITED), record('d')),
    });
    const linksOf = async (file: string): Promise<readonly string[]> =>
      (await scan([file, '--across', 'source'], { cwd })).groups.flatMap(({ links }) =>
        links.map(({ a, b }) => `${a}-${b}`),
      );
    expect(await linksOf('copies.jsonl')).toEqual(['a-n', 'b-n']);
    expect(await linksOf('edited.jsonl')).toEqual(['a-n', 'b-n', 'm-n']);
    expect(await linksOf('one.jsonl')).toEqual([]);
  });

  it('stand in the report, and only where they were asked for', async () => {
    const cwd = folderWith({ 'in.jsonl': RECORDS });
    const words = ['in.jsonl', '--window', '2w', '--across', 'source', '--prefer-language', 'pt,en'];
    const { run } = await scan(words, { cwd });
    expect(run.options).toMatchObject({ windowDays: 14, sources: 'across', preferLanguages: 'pt,en' });
    const plain = await scan(['in.jsonl'], { cwd });
    expect(Object.keys(plain.run.options)).not.toContain('windowDays');
  });
});

it('--canonical longest counts what a reader sees', async () => {
  const padded = HARBOUR.replaceAll(' ', ' \u200b');
  const cwd = folderWith({
    'in.jsonl': lines({ id: 'a', text: padded }, { id: 'b', text: `${HARBOUR}It was so.\n` }),
  });
  const { groups } = await scan(['in.jsonl'], { cwd });
  expect(groups.map(({ canonical, canonicalReason }) => [canonical, canonicalReason])).toEqual([
    ['b', 'longest'],
  ]);
});

describe('--prefer-language', () => {
  it('chooses the canonical, the first language that a group has before the rule', async () => {
    const { groups } = await scan(['fixtures/newsroom/translations-flood', '--prefer-language', 'ko,tr,en']);
    expect(groups.map(({ canonical, canonicalReason }) => [canonical, canonicalReason])).toEqual([
      ['fixtures/newsroom/translations-flood/tr.txt', 'preferred-language'],
    ]);
    expect(groups[0]?.members).toHaveLength(7);
  });
});

describe('refused', () => {
  const check = (words: string, says: string): void => {
    it(words, async () => {
      const { status, stderr } = await dedupe(['nowhere', ...words.split(' ')]);
      expect(stderr).toContain(says);
      expect(status).toBe(2);
    });
  };
  check('--window soon', 'such as 30d or 2w');
  check('--within source --across source', 'choose one');
  check('--within folder', 'source');
  check('--prefer-language english!', 'separated by commas');
});
