/** `--sample`: so many records, the same ones however the input is named and read. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dedupe, inspect, scan } from '../helpers/command.ts';
import { makeSentence, mulberry } from '../helpers/made-up-text.mjs';
import { errorsOf } from '../helpers/schemas.ts';
import { folderWith, lines } from './workspace.ts';

const random = mulberry(7);
const record = (n: number): object => ({ id: `r${n}`, text: makeSentence(random, 'latin') });
const FILES = {
  'in/a.jsonl': lines(...Array.from({ length: 120 }, (_, n) => record(n))),
  'in/b.jsonl': lines(...Array.from({ length: 60 }, (_, n) => record(200 + n))),
  ...Object.fromEntries(
    Array.from({ length: 20 }, (_, n) => [`in/t/${n}.txt`, makeSentence(random, 'latin')]),
  ),
};
const FEW = ['--no-translations', '--no-clean'];
const cwd = folderWith(FILES);

async function idsOf(words: readonly string[], input?: string): Promise<readonly string[]> {
  const { articles } = await scan([...words, ...FEW], input === undefined ? { cwd } : { cwd, input });
  return articles.map(({ id }) => id);
}

describe('--sample', () => {
  it('reads so many records, from everywhere, always the same', async () => {
    const ids = await idsOf(['in', '--sample', '30']);
    expect(new Set(ids).size).toBe(30);
    for (const places of [/^r\d\d?$|^r1\d\d$/, /^r2\d\d$/, /txt$/])
      expect(ids.filter((id) => places.test(id)).length).toBeGreaterThan(0);
    expect(await idsOf(['in/t', 'in/b.jsonl', 'in/a.jsonl', '--sample', '30', '--jobs', '0'])).toEqual(ids);
    // A larger sample holds the smaller one, and all is all.
    expect(await idsOf(['in', '--sample', '50'])).toEqual(expect.arrayContaining([...ids]));
    expect(await idsOf(['in', '--sample', '900'])).toEqual(await idsOf(['in']));
  });

  it('keeps what a record is called and where it stands', async () => {
    const all = await scan(['in', ...FEW], { cwd });
    const some = await scan(['in', ...FEW, '--sample', '15'], { cwd });
    const known = new Map(all.articles.map((article) => [article.id, article]));
    for (const article of some.articles) expect(article).toEqual(known.get(article.id));
    expect(some.run.options).toMatchObject({ sample: 15 });
    expect(errorsOf('report', some)).toEqual([]);
  });

  it('takes standard input, and records written again', async () => {
    const input = FILES['in/a.jsonl'];
    const ids = await idsOf(['-', '--sample', '9'], input);
    expect(ids).toHaveLength(9);
    const words = ['-', '--sample', '9', '--emit', 'articles', '-f', 'ndjson', ...FEW];
    const { stdout } = await dedupe(words, { cwd, input });
    expect(
      stdout
        .split('\n')
        .slice(0, -1)
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(ids);
  });

  it('is for inspect, too', async () => {
    const ids = await idsOf(['in', '--sample', '7']);
    expect((await inspect(['in', '--sample', '7'], { cwd })).map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    [['in', '--sample', '0'], 'a whole number from 1'],
    [['in', '--sample', 'some'], 'a whole number'],
    [['in', '--sample', '3', '--state', join(cwd, 'state')], '--state remembers a whole archive'],
  ])('%j: %s', async (words, says) => {
    const { stderr, status } = await dedupe(words, { cwd });
    expect(stderr).toContain(says);
    expect(status).toBe(2);
  });
});
