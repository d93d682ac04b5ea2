/** `dedupe state`: what it says of a state, and that damage does not pass for health. */
import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ArchiveState } from '../../src/state/store/archive-state.ts';
import { checkState } from '../../src/state/store/check.ts';
import type { Changes } from '../../src/state/store/database.ts';
import { contentKey, fileKey } from '../../src/state/store/keys.ts';
import { dedupe, scan } from '../helpers/command.ts';
import { damageFirstValue } from '../helpers/damaged-state.ts';
import { folderWith, HARBOUR, LIBRARY, lines } from './workspace.ts';

async function place(): Promise<string> {
  const cwd = folderWith({
    'in/a.txt': HARBOUR,
    'in/b.txt': HARBOUR,
    'in/c.jsonl': lines({ text: LIBRARY }, { text: HARBOUR }),
  });
  await scan(['in', '--state', 'state', '--no-translations', '--jobs', '0'], { cwd });
  return cwd;
}

describe('dedupe state', () => {
  it('tells what is remembered', async () => {
    const cwd = await place();
    const { stdout, status } = await dedupe(['state', 'info', 'state', '-f', 'json'], { cwd });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      folder: 'state',
      lastRun: { number: 1, files: 3, articles: 4, groups: 1, lost: 0 },
      making: { clean: true, translations: false },
      resumable: 0,
    });
    const { stdout: text } = await dedupe(['state', 'info', 'state', '-f', 'human'], { cwd });
    expect(text).toMatch(/^state\nrun 1, complete 20.*: 4 articles in 3 files, 1 group\n/);
  });

  it('finds a sound state sound', async () => {
    const cwd = await place();
    expect(await dedupe(['state', 'check', 'state', '-f', 'human'], { cwd })).toEqual({
      status: 0,
      stdout: 'state: ok\n',
      stderr: '',
    });
  });

  it('finds bytes that changed, and says what to do', async () => {
    const cwd = await place();
    await damageFirstValue(join(cwd, 'state/articles.mdb'), 'contents');
    const { status, stdout } = await dedupe(['state', 'check', 'state', '-f', 'json'], { cwd });
    expect(status).toBe(5);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'damaged',
      repair: 'dedupe state rebuild state',
    });
    expect(JSON.parse(stdout).faults[0]).toContain('checksum');
  });

  it.each([
    { what: 'no state', words: ['state', 'info', 'nowhere'], status: 5, says: /no state in nowhere/ },
    {
      what: 'no folder',
      words: ['state', 'check'],
      status: 2,
      says: /takes one of info, check, rebuild, compact, forget, export and the folder/,
    },
    { what: 'another verb', words: ['state', 'mend', 'state'], status: 2, says: /takes one of info, check/ },
    {
      what: 'an option of another verb',
      words: ['state', 'info', 'state', '--dry-run'],
      status: 2,
      says: /--dry-run does not apply to "dedupe state info"/,
    },
    {
      what: 'two folders',
      words: ['state', 'compact', 'state', 'other'],
      status: 2,
      says: /takes one folder/,
    },
    { what: 'to forget nothing', words: ['state', 'forget', 'state'], status: 2, says: /nothing was named/ },
    ...['check', 'rebuild', 'compact', 'export'].map((verb) => ({
      what: `to ${verb} what is not there`,
      words: ['state', verb, 'nowhere'],
      status: 5,
      says: /there is no state in nowhere/,
    })),
    {
      what: 'a format that it does not write',
      words: ['state', 'info', 'state', '-f', 'csv'],
      status: 2,
      says: /written as human, json/,
    },
  ])('refuses $what', async ({ words, status, says }) => {
    const outcome = await dedupe(words, { cwd: folderWith() });
    expect([outcome.status, outcome.stderr]).toEqual([status, expect.stringMatching(says)]);
  });

  it('refuses a cut state', async () => {
    const cwd = await place();
    truncateSync(join(cwd, 'state/articles.mdb'), 8192);
    for (const verb of ['info', 'check'])
      expect((await dedupe(['state', verb, 'state'], { cwd })).status).toBe(5);
  });
});

describe('the check finds', () => {
  interface Harm {
    readonly what: string;
    readonly harm: (changes: Changes, state: ArchiveState) => void;
    readonly says: RegExp;
  }
  const first = (state: ArchiveState) =>
    [...state.files()].find(({ location }) => location.endsWith('a.txt'))!;
  const harms: readonly Harm[] = [
    {
      what: 'articles that are missing',
      harm: (changes, state) => changes.remove('contents', contentKey(first(state).content.number, 0)),
      says: /articles of content \d+ are missing/,
    },
    {
      what: 'a file under a wrong name',
      harm: (changes, state) => {
        const entry = first(state);
        changes.remove('files', fileKey(entry));
        changes.put('files', Buffer.alloc(16), entry);
      },
      says: /a\.txt is not found under its name/,
    },
    {
      what: 'a wrong count of articles',
      harm: (changes, state) =>
        changes.put('files', fileKey(first(state)), {
          ...first(state),
          content: { ...first(state).content, articles: 7 },
        }),
      says: /a\.txt has 1 articles in place of 7/,
    },
    {
      what: 'a file that is missing',
      harm: (changes, state) => changes.remove('files', fileKey(first(state))),
      says: /the last run had 3, 4, 1 .* there are 2, 3, 1/,
    },
    {
      what: 'groups that are missing',
      harm: (changes) => changes.clear('groups'),
      says: /the last run had 3, 4, 1 .* there are 3, 4, 0/,
    },
    {
      what: 'no last run',
      harm: (changes) => changes.remove('about', Buffer.from('last run')),
      says: /of no run/,
    },
    {
      what: 'a content beyond the count',
      harm: (changes) => changes.put('about', Buffer.from('next content'), 1),
      says: /content \d+ is not counted/,
    },
  ];

  it.each(harms)('$what', async ({ harm, says }) => {
    const cwd = await place();
    const folder = join(cwd, 'state');
    const making = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')).making;
    const state = await ArchiveState.openToWrite(folder, making, { pid: 1, since: '' }, 0);
    try {
      expect(checkState(state)).toEqual({ faults: [], left: 0 });
      state.database.change((changes) => harm(changes, state));
      expect(checkState(state).faults.join('\n')).toMatch(says);
    } finally {
      await state.close();
    }
  });
});
