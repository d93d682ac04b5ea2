/** `dedupe lookup`: what an archive is said to know, of whatever it is asked, and that asking changes nothing. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { LookedUp, Lookup, LookupGroup } from '../../src/model/lookup.ts';
import { SCHEMAS } from '../../src/report/index.ts';
import { dedupe, type RunOptions, scan } from '../helpers/command.ts';
import { type Files, folderWith, HARBOUR, LIBRARY, lines } from './workspace.ts';

const FEW = ['--no-translations', '--jobs', '0'];
const LONGER = `${HARBOUR}The council will meet again in May to hear what the divers have found since.\n`;
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const isLookup = ajv.compile(SCHEMAS['lookup'] as AnySchema);
const isRow = ajv.compile(SCHEMAS['lookup-row'] as AnySchema);

type Answer = Omit<Lookup, 'articles' | 'groups'> & {
  readonly articles: readonly LookedUp[];
  readonly groups: readonly LookupGroup[];
};

interface Place {
  readonly cwd: string;
  readonly ask: (words: readonly string[], options?: RunOptions & { status?: number }) => Promise<Answer>;
}

async function archive(files: Files): Promise<Place> {
  const cwd = folderWith({ 'in/a.txt': HARBOUR, 'in/b.jsonl': lines({ id: 'r1', text: LIBRARY }), ...files });
  await scan(['in', '--state', 'state', ...FEW], { cwd });
  return {
    cwd,
    ask: async (words, { status = 0, ...options } = {}) => {
      const outcome = await dedupe(['lookup', ...words, '--state', 'state', '-f', 'json', ...FEW], {
        cwd,
        ...options,
      });
      expect([outcome.status, outcome.stderr]).toEqual([status, expect.any(String)]);
      const answer = JSON.parse(outcome.stdout) as Answer;
      expect(isLookup(answer) ? [] : isLookup.errors).toEqual([]);
      return answer;
    },
  };
}

function told({ articles }: Answer): readonly string[] {
  return articles.map(({ id, status, match }) =>
    match === undefined ? `${id} ${status}` : `${id} ${status}: ${match.relation} of ${match.id}`,
  );
}

describe('dedupe lookup', () => {
  it('tells what is known of the standard input', async () => {
    const { ask } = await archive({});
    const input = lines(
      { id: 'r1', text: LIBRARY },
      { id: 'r2', text: LONGER },
      { text: 'Nothing of the sort.' },
    );
    const answer = await ask(['-'], { input });
    expect(told(answer)).toEqual([
      // The archive keeps the name that its own article has.
      '-#1 known: copy of r1',
      'r2 known: near of in/a.txt',
      '-#3 new',
    ]);
    expect(answer.articles[0]).toMatchObject({ sourceId: 'r1', group: { canonical: '-#1', knownAs: [] } });
    expect(answer.articles[1]?.match?.links).toMatchObject([
      { a: 'in/a.txt', b: 'r2', relation: 'near', evidence: { passages: [expect.anything()] } },
    ]);
    expect(answer.groups.map(({ members }) => members.map(({ id, isInput }) => [id, isInput]))).toEqual([
      [
        ['-#1', true],
        ['r1', undefined],
      ],
      [
        ['r2', true],
        ['in/a.txt', undefined],
      ],
    ]);
    expect(answer.summary).toEqual({ articles: 3, known: 2, related: 0, new: 1, issues: {} });
    expect(answer.state).toMatchObject({ run: 1, articles: 2, groups: 0 });
  });

  it('names the known group', async () => {
    const { cwd, ask } = await archive({ 'in/c.txt': HARBOUR });
    writeFileSync(join(cwd, 'new.txt'), LONGER);
    const answer = await ask(['new.txt']);
    const { groups } = await scan(['in', ...FEW], { cwd });
    expect(answer.articles[0]?.group?.knownAs).toEqual([groups[0]?.id]);
    expect(answer.groups[0]).toMatchObject({ canonical: 'new.txt', knownAs: [groups[0]?.id] });
  });

  it('needs nothing of the archive but its state, and leaves that as it is', async () => {
    const { cwd, ask } = await archive({});
    rmSync(join(cwd, 'in'), { recursive: true });
    writeFileSync(join(cwd, 'new.txt'), HARBOUR);
    const stood = readFileSync(join(cwd, 'state/articles.mdb'));
    for (let times = 0; times < 2; times++)
      expect(told(await ask(['new.txt']))).toEqual(['new.txt known: copy of in/a.txt']);
    expect(readFileSync(join(cwd, 'state/articles.mdb')).equals(stood)).toBe(true);
  });

  it('knows an article that stands in the archive, by whatever path', async () => {
    const { cwd, ask } = await archive({});
    for (const name of ['in/a.txt', './in/../in/a.txt', join(cwd, 'in/a.txt')]) {
      const answer = await ask([name]);
      expect(told(answer)).toEqual(['in/a.txt known']);
      expect(answer.articles[0]?.isArchived).toBe(true);
    }
  });

  it('sets a file that changed beside what the archive has of it', async () => {
    const { cwd, ask } = await archive({});
    writeFileSync(join(cwd, 'in/a.txt'), LONGER);
    const answer = await ask(['in/a.txt']);
    expect(told(answer)).toEqual(['in/a.txt#1 known: near of in/a.txt']);
    expect(answer.issues).toEqual([]);
  });

  it('reads records under other names than the archive', async () => {
    const { ask } = await archive({});
    const answer = await ask(['-', '--map', 'text=body'], { input: lines({ body: HARBOUR }) });
    expect(told(answer)).toEqual(['-#1 known: copy of in/a.txt']);
  });

  it('says of lost input what a scan says, and nothing of what the archive lost', async () => {
    const { ask, cwd } = await archive({});
    writeFileSync(join(cwd, 'in/b.jsonl'), '{"text":\n');
    await scan(['in', '--state', 'state', '--allow-shrink', ...FEW], { cwd, status: 3 });
    expect((await ask(['in/a.txt'])).issues).toEqual([]);
    const answer = await ask(['-'], { input: `${lines({ text: HARBOUR })}{"text":\n`, status: 3 });
    expect(told(answer)).toEqual(['-#1 known: copy of in/a.txt']);
    expect(answer.issues.map(({ code, path }) => [code, path])).toEqual([['invalid-json', '-']]);
  });

  it('ends with 10 where that is asked for and something is known', async () => {
    const { ask } = await archive({});
    await ask(['-', '--fail-on', 'any'], { input: HARBOUR, status: 10 });
    await ask(['-', '--fail-on', 'count:2'], { input: HARBOUR });
    await ask(['-', '--fail-on', 'any'], { input: 'Nothing of the sort.' });
  });

  it('writes rows, of which each follows the schema, and words', async () => {
    const { cwd } = await archive({});
    const ask = (format: string): ReturnType<typeof dedupe> =>
      dedupe(['lookup', '-', '--state', 'state', '-f', format, ...FEW], { cwd, input: LONGER });
    const rows = (await ask('ndjson')).stdout.trimEnd().split('\n');
    const types = rows.map((row) => {
      const parsed = JSON.parse(row) as { readonly type: string };
      expect(isRow(parsed) ? [] : isRow.errors).toEqual([]);
      return parsed.type;
    });
    expect(types).toEqual(['run', 'lookup', 'group', 'end']);
    const { stdout } = await ask('human');
    expect(stdout).toMatch(/known +en +near 0\.\d+ +Harbour of Tellmouth/);
    expect(stdout).toContain('in/a.txt  (group g');
    expect(stdout).toContain('1 article · 1 known · 0 related · 0 new · the archive as of run 1: 2 articles');
  });

  it.each([
    { what: 'without a state', words: ['lookup', 'in/a.txt'], status: 2, says: /--state DIR/ },
    { what: 'without an article', words: ['lookup', '--state', 'state'], status: 2, says: /takes articles/ },
    {
      what: 'where there is no state',
      words: ['lookup', 'in/a.txt', '--state', 'none'],
      status: 5,
      says: /no state in none yet; dedupe ARCHIVE --state none makes it/,
    },
    { what: 'a missing path', words: ['lookup', 'nothing', '--state', 'state'], status: 4, says: /no such/ },
    {
      what: 'other options than those of the state',
      words: ['lookup', 'in/a.txt', '--state', 'state', '--no-clean'],
      status: 5,
      says: /another clean/,
    },
  ])('refuses $what', async ({ words, status, says }) => {
    const { cwd } = await archive({});
    const outcome = await dedupe([...words, ...FEW], { cwd });
    expect([outcome.status, outcome.stdout]).toEqual([status, '']);
    expect(outcome.stderr).toMatch(says);
  });

  it('reads while a run writes', async () => {
    const { cwd, ask } = await archive({});
    const { ArchiveState } = await import('../../src/state/store/archive-state.ts');
    const { makingIn } = await import('../../src/state/store/folder.ts');
    const folder = join(cwd, 'state');
    const writer = await ArchiveState.openToWrite(folder, makingIn(folder), { pid: 1, since: '' }, 0);
    try {
      expect(told(await ask(['-'], { input: HARBOUR }))).toEqual(['- known: copy of in/a.txt']);
    } finally {
      await writer.close();
    }
  });
});
