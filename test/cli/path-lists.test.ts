import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { dedupe, scan } from '../helpers/command.ts';
import { folderWith, HARBOUR, LIBRARY, shell } from './workspace.ts';

const cwd = folderWith({
  'in/a.txt': HARBOUR,
  'in/b\nc.txt': LIBRARY,
  'in/d.jpg': 'no text',
  'in/deep/e.txt': HARBOUR,
  list: 'in/a.txt\r\n\nin/deep\n',
  nothing: '\n',
  latin: Uint8Array.of(0xe9, 0x0a),
  stdin: '-\n',
});

const pathsOf = async (words: readonly string[], input?: string): Promise<readonly string[]> =>
  (await scan(words, { cwd, ...(input === undefined ? {} : { input }) })).articles.map(({ path }) => path);

describe('paths that stand in files', () => {
  it('are read beside those of the command line, each once', async () => {
    expect(await pathsOf(['--files-from', 'list'])).toEqual(['in/a.txt', 'in/deep/e.txt']);
    expect(await pathsOf(['in/a.txt', '--files-from', '-'], 'in/deep/e.txt\nin/a.txt')).toHaveLength(2);
    expect(await pathsOf(['--files0-from', '-'], 'in/b\nc.txt\0in/a.txt\0')).toEqual([
      'in/a.txt',
      'in/b\nc.txt',
    ]);
  });

  it('are bytes where each ends in a NUL', async () => {
    const found = await shell(
      "mkdir -p odd; printf 'The ferry sank in the night.' >\"$(printf 'odd/\\351.txt')\"; printf 'odd/\\351.txt\\0odd/\\350.txt\\0' | dedupe --files0-from - -f json",
      { cwd },
    );
    const { articles, issues } = JSON.parse(found.stdout) as Pick<Report, 'articles' | 'issues'>;
    const pathBytes = Buffer.from('odd/\xe9.txt', 'latin1').toString('base64');
    expect(articles).toMatchObject([{ path: 'odd/%E9.txt', pathBytes }]);
    expect(issues).toMatchObject([{ code: 'missing-path', path: 'odd/%E8.txt' }]);
    expect(found.status).toBe(3);
  });

  it('may be none', async () => {
    expect(await pathsOf(['--files-from', 'nothing'])).toEqual([]);
    const found = await shell('find in -name "*.xyz" -print0 | dedupe --files0-from - -f json', { cwd });
    expect(found.status).toBe(0);
  });

  it.each([
    ['--files-from nowhere', 2, 'nowhere cannot be read'],
    ['--files-from latin', 2, 'latin is not UTF-8'],
    ['--files-from stdin', 2, 'names standard input'],
    ['- --files-from -', 2, 'either the articles or one list'],
    ['--files-from - --files0-from -', 2, 'either the articles or one list'],
  ])('are refused: %s', async (words, status, says) => {
    const outcome = await dedupe(words.split(' '), { cwd, input: '' });
    expect(outcome).toMatchObject({ status, stdout: '' });
    expect(outcome.stderr).toContain(says);
  });
});

describe('--dry-run', () => {
  it('lists what would be read, and opens none of it', async () => {
    const outcome = await shell(
      'chmod 000 in/deep/e.txt; dedupe in --exclude "b*" -n; chmod 644 in/deep/e.txt',
      { cwd },
    );
    const bytes = Buffer.byteLength(HARBOUR);
    expect(outcome.stdout).toBe(`${bytes}\tin/a.txt\n${bytes}\tin/deep/e.txt\n`);
    expect(outcome.stderr).toBe(
      `dedupe: 2 files, ${2 * bytes} bytes, 1 of other types passed over; nothing was read\n`,
    );
  });

  it('ends as the run would over paths that are missing', async () => {
    expect(await dedupe(['nowhere', '-n'], { cwd })).toMatchObject({ status: 4, stdout: '' });
    expect(await dedupe(['nowhere', 'in', '-n', '-q'], { cwd })).toMatchObject({ status: 3 });
    expect(await dedupe(['-n'], { cwd })).toMatchObject({ status: 2 });
    expect((await dedupe(['inspect', 'in', '-n'], { cwd })).stdout).toContain('in/b\\x0ac.txt\n');
  });
});
