/** The command line with a state: what it remembers, what it refuses, and that nothing ends it badly. */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dedupe, type ParsedReport, scan } from '../helpers/command.ts';
import { type Files, folderWith, HARBOUR, LIBRARY, lines, shell } from './workspace.ts';

const BRIDGE = `Footbridge over the Ammer gets a new deck

The town of Lerchenau will replace all 212 oak planks of the footbridge before the winter.
Walkers have to take the detour by the mill for nineteen days, says engineer Ruth Amsler.
`;

/** Fast, and all that a state does to copies. */
const FEW = ['--no-translations', '--jobs', '0'];

interface Place {
  readonly cwd: string;
  readonly run: (...words: readonly string[]) => Promise<ParsedReport>;
}

function archive(files: Files): Place {
  const cwd = folderWith(files);
  return { cwd, run: (...words) => scan([...words, '--state', 'state', ...FEW], { cwd }) };
}

function membersOf({ groups }: ParsedReport): readonly string[] {
  return groups.map(
    ({ members, isNew }) => `${members.map(({ id }) => id).join(' ')}${isNew === true ? ' (new)' : ''}`,
  );
}

describe('nights', () => {
  it('tell what is new, and what only moved', async () => {
    const { cwd, run } = archive({ 'in/a.txt': HARBOUR, 'in/b.txt': HARBOUR, 'in/c.txt': LIBRARY });
    expect(membersOf(await run('in'))).toEqual(['in/a.txt in/b.txt (new)']);
    expect(membersOf(await run('in'))).toEqual(['in/a.txt in/b.txt']);
    renameSync(join(cwd, 'in/b.txt'), join(cwd, 'in/z.txt'));
    expect(membersOf(await run('in'))).toEqual(['in/a.txt in/z.txt']);
    writeFileSync(join(cwd, 'in/d.txt'), LIBRARY);
    expect(membersOf(await run('in'))).toEqual(['in/a.txt in/z.txt', 'in/c.txt in/d.txt (new)']);
    writeFileSync(join(cwd, 'in/e.txt'), HARBOUR);
    expect(membersOf(await run('in'))).toEqual(['in/a.txt in/e.txt in/z.txt (new)', 'in/c.txt in/d.txt']);
    rmSync(join(cwd, 'in/d.txt'));
    expect(membersOf(await run('in'))).toEqual(['in/a.txt in/e.txt in/z.txt']);
  });

  it('do not forget what is named from another folder', async () => {
    const { cwd, run } = archive({
      'in/a.txt': HARBOUR,
      'in/b.txt': LIBRARY,
      'in/c.txt': BRIDGE,
      'in/d.txt': `${BRIDGE}The mill is open.\n`,
      'more/e.txt': LIBRARY,
      'other/f.txt': HARBOUR,
    });
    await run('in');
    await run('more');
    const there = join(cwd, 'other');
    const state = ['--state', join(cwd, 'state'), ...FEW];
    const inFull = await dedupe([join(cwd, 'in'), ...state], { cwd: there });
    expect([inFull.status, inFull.stderr]).toEqual([
      4,
      expect.stringContaining(`names that begin in ${cwd}, where they still are (${cwd}/more/e.txt)`),
    ]);
    expect(membersOf(await run('in'))).toContain('in/b.txt more/e.txt');
    expect((await dedupe([join(cwd, 'in'), join(cwd, 'more'), ...state], { cwd: there })).status).toBe(0);
    expect((await dedupe([join(cwd, 'in'), '--allow-shrink', ...state], { cwd })).status).toBe(0);
  });

  it('do not forget a file that only another folder of the same name lacks', async () => {
    const { cwd } = archive({ 'one/in/a.txt': HARBOUR, 'one/in/b.txt': LIBRARY, 'two/in/a.txt': HARBOUR });
    for (let n = 0; n < 9; n++)
      for (const place of ['one', 'two'])
        writeFileSync(join(cwd, place, 'in', `${n}.txt`), `${BRIDGE}${n}\n`);
    const words = ['in', '--state', join(cwd, 'state'), ...FEW, '-q'];
    expect((await dedupe(words, { cwd: join(cwd, 'one') })).status).toBe(0);
    const other = await dedupe(words, { cwd: join(cwd, 'two') });
    expect([other.status, other.stderr]).toEqual([4, expect.stringContaining('one/in/b.txt')]);
    expect((await dedupe([...words, '--allow-shrink'], { cwd: join(cwd, 'two') })).status).toBe(0);
  });

  it('let go of what is no article any more, whatever its size, and of links whose target is gone', async () => {
    const files = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`in/${n}.txt`, `${BRIDGE}${n}\n`]));
    const { cwd, run } = archive({ ...files, 'far/a.txt': HARBOUR });
    symlinkSync('../far/a.txt', join(cwd, 'in/link.txt'));
    const ids = async (): Promise<readonly string[]> =>
      (await run('in', '--follow', '--allow-partial')).articles.map(({ id }) => id);
    expect(await ids()).toHaveLength(10);
    rmSync(join(cwd, 'far/a.txt'));
    expect(await ids()).not.toContain('in/link.txt');
    writeFileSync(join(cwd, 'in/3.txt'), `%PDF-1.4\n${'stream '.repeat(300_000)}`);
    expect(await ids()).toHaveLength(8);
    expect(await ids()).toHaveLength(8);
  });

  it('say once that a report of ours was named', async () => {
    const { cwd } = archive({ 'in/a.txt': HARBOUR, 'in/b.txt': HARBOUR });
    expect((await dedupe(['in', '-o', 'r.json', ...FEW], { cwd })).status).toBe(0);
    const statuses: unknown[] = [];
    for (let n = 0; n < 3; n++)
      statuses.push((await dedupe(['in', 'r.json', '--state', 'state', ...FEW, '-q'], { cwd })).status);
    expect(statuses).toEqual([3, 0, 0]);
  });

  it('tell again what nobody read', async () => {
    const { cwd, run } = archive({ 'in/a.txt': HARBOUR, 'in/b.txt': HARBOUR });
    const words = `in --state state ${FEW.join(' ')}`;
    for (const only of ['new', 'changed']) {
      const script = `{ sleep 1; dedupe ${words} --only ${only} -f json; echo "exit $?" >&2; } | true`;
      expect((await shell(script, { cwd })).stderr).toBe('exit 0\n');
    }
    expect(membersOf(await run('in', '--only', 'new'))).toEqual(['in/a.txt in/b.txt (new)']);
    expect(membersOf(await run('in', '--only', 'new'))).toEqual([]);
  });

  it('show what is asked for', async () => {
    const { cwd, run } = archive({
      'in/a.txt': HARBOUR,
      'in/b.txt': HARBOUR,
      'in/c.txt': HARBOUR,
      'in/d.txt': LIBRARY,
      'in/e.txt': LIBRARY,
    });
    await run('in');
    rmSync(join(cwd, 'in/c.txt'));
    writeFileSync(join(cwd, 'in/f.txt'), BRIDGE);
    writeFileSync(join(cwd, 'in/g.txt'), BRIDGE);
    const read = (only: string): Promise<ParsedReport> =>
      run('in', '--only', only, '--read-only', '--allow-shrink');
    const onlyNew = await read('new');
    expect(membersOf(onlyNew)).toEqual(['in/f.txt in/g.txt (new)']);
    expect(onlyNew.articles.map(({ id }) => id)).toEqual(['in/f.txt', 'in/g.txt']);
    expect(onlyNew.summary).toMatchObject({ articles: 2, groups: 1, redundant: 1, languages: { en: 2 } });
    expect(onlyNew.run.options['only']).toBe('new');
    expect(membersOf(await read('changed'))).toEqual(['in/a.txt in/b.txt', 'in/f.txt in/g.txt (new)']);
    expect(membersOf(await read('all'))).toHaveLength(3);
  });

  it('show articles that are new and stand alone where articles are asked for', async () => {
    const { cwd, run } = archive({
      'in/a.txt': HARBOUR,
      'in/b.txt': HARBOUR,
      'in/c.txt': LIBRARY,
      'in/d.jsonl': lines({ id: 'r1', text: 'Snow fell on the pass.' }, { id: 'r2', text: 'Hay is dear.' }),
    });
    await run('in');
    renameSync(join(cwd, 'in/c.txt'), join(cwd, 'in/moved.txt'));
    writeFileSync(join(cwd, 'in/f.txt'), BRIDGE);
    writeFileSync(
      join(cwd, 'in/d.jsonl'),
      lines(
        { id: 'r1', text: 'Snow fell on the pass.' },
        { id: 'r2', text: 'Hay is dear this year.' },
        { id: 'r3', text: 'A mill burned down.' },
      ),
    );
    const read = async (...words: string[]): Promise<readonly string[]> => {
      const { stdout } = await dedupe(
        ['in', '--state', 'state', '--read-only', '-f', 'ndjson', ...words, ...FEW],
        { cwd },
      );
      const rows = stdout.split('\n').filter(Boolean);
      return rows.map((row) => (JSON.parse(row) as { dedupe: { id: string } }).dedupe.id);
    };
    expect(await read('--only', 'new', '--emit', 'uniques')).toEqual(['r3', 'in/f.txt']);
    expect(await read('--only', 'new', '--emit', 'articles')).toEqual(['r3', 'in/f.txt']);
    expect(await read('--only', 'changed', '--emit', 'uniques')).toEqual(['r2', 'r3', 'in/f.txt']);
    expect(await read('--emit', 'uniques')).toEqual([
      'in/a.txt',
      'r1',
      'r2',
      'r3',
      'in/f.txt',
      'in/moved.txt',
    ]);
    writeFileSync(join(cwd, 'in/e.txt'), HARBOUR);
    expect(await read('--only', 'new', '--emit', 'uniques')).toEqual(['in/a.txt', 'r3', 'in/f.txt']);
  });

  it('can be folders of their own', async () => {
    const { cwd, run } = archive({ 'one/a.txt': HARBOUR, 'two/b.txt': HARBOUR, 'two/c.txt': LIBRARY });
    await run('one');
    const second = await run('two');
    expect(membersOf(second)).toEqual(['one/a.txt two/b.txt (new)']);
    expect(second.articles).toHaveLength(3);
    rmSync(join(cwd, 'one'), { recursive: true });
    expect(membersOf(await run('two', '--allow-shrink'))).toEqual([]);
  });

  it('stay true where nothing is stored', async () => {
    const { cwd, run } = archive({ 'in/a.txt': HARBOUR, 'in/b.txt': LIBRARY });
    await run('in');
    writeFileSync(join(cwd, 'in/c.txt'), HARBOUR);
    const before = readFileSync(join(cwd, 'state/articles.mdb'));
    expect(membersOf(await run('in', '--read-only'))).toEqual(['in/a.txt in/c.txt (new)']);
    expect(membersOf(await run('in', '--read-only'))).toEqual(['in/a.txt in/c.txt (new)']);
    expect(readFileSync(join(cwd, 'state/articles.mdb')).equals(before)).toBe(true);
    expect(membersOf(await run('in'))).toEqual(['in/a.txt in/c.txt (new)']);
  });

  it('complain of lost input once', async () => {
    const { cwd } = archive({ 'in/a.jsonl': `${lines({ text: HARBOUR })}{"text":\n` });
    const run = (): ReturnType<typeof dedupe> =>
      dedupe(['in', '--state', 'state', '-f', 'ndjson', ...FEW], { cwd });
    const first = await run();
    expect([first.status, first.stderr]).toEqual([3, expect.stringContaining('a.jsonl record 2')]);
    const second = await run();
    expect([second.status, second.stderr]).toEqual([0, 'dedupe: 1 loss of input as in the run before\n']);
    expect(second.stdout).toBe(first.stdout);
    writeFileSync(join(cwd, 'in/b.jsonl'), '{"text":\n');
    expect((await run()).status).toBe(3);
  });

  it('count when nobody reads the report to its end', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, n) => [`in/${n}.txt`, `${HARBOUR}\n\n${n}`]),
    );
    const { cwd } = archive(files);
    const { stdout } = await shell(
      `dedupe in --state state ${FEW.join(' ')} -f ndjson | head -1 >/dev/null; echo "\${PIPESTATUS[0]}"`,
      { cwd },
    );
    expect(stdout).toBe('0\n');
    expect(
      (
        await dedupe(['in', '--state', 'state', '--read-only', '--only', 'new', '-f', 'ndjson', ...FEW], {
          cwd,
        })
      ).stdout,
    ).not.toContain('"type":"group"');
  });
});

describe('a state is refused', () => {
  interface Refusal {
    readonly what: string;
    readonly before?: (cwd: string) => void;
    readonly words: readonly string[];
    readonly status: number;
    readonly says: RegExp;
  }
  const refusals: readonly Refusal[] = [
    {
      what: 'an archive that is not mounted',
      before: (cwd) => {
        renameSync(join(cwd, 'in'), join(cwd, 'in2'));
        mkdirSync(join(cwd, 'in'));
      },
      words: ['in', '--state', 'state'],
      status: 4,
      says: /3 of the 3 articles .* are gone.*--allow-shrink/,
    },
    {
      what: 'a cut state',
      before: (cwd) => truncateSync(join(cwd, 'state/articles.mdb'), 8192),
      words: ['in', '--state', 'state'],
      status: 5,
      says: /was cut .* state rebuild state/,
    },
    {
      what: 'an empty state',
      before: (cwd) => truncateSync(join(cwd, 'state/articles.mdb'), 0),
      words: ['in', '--state', 'state'],
      status: 5,
      says: /is empty/,
    },
    {
      what: 'other options',
      words: ['in', '--state', 'state', '--no-clean'],
      status: 5,
      says: /another clean \(true, now false\)/,
    },
    {
      what: 'another record limit',
      words: ['in', '--state', 'state', '--max-record', '1M'],
      status: 5,
      says: /another max-record/,
    },
    {
      what: 'a folder of something else',
      words: ['in', '--state', 'other'],
      status: 5,
      says: /something else/,
    },
    {
      what: 'no state to look at',
      words: ['in', '--state', 'none', '--read-only'],
      status: 5,
      says: /no state in none yet/,
    },
    { what: 'standard input', words: ['-', '--state', 'state'], status: 2, says: /standard input/ },
    {
      what: 'a state in the archive',
      words: ['in', '--state', 'in/state'],
      status: 2,
      says: /lies in the input in/,
    },
    { what: '--only without a state', words: ['in', '--only', 'new'], status: 2, says: /needs --state/ },
    {
      what: '--read-only without a state',
      words: ['in', '--read-only'],
      status: 2,
      says: /--read-only says how a state is used.*needs --state/,
    },
    {
      what: '--lock-wait without a state',
      words: ['in', '--lock-wait', '5'],
      status: 2,
      says: /--lock-wait says how a state is used.*needs --state/,
    },
    {
      what: '--read-only that waits',
      words: ['in', '--state', 'state', '--read-only', '--lock-wait', '3'],
      status: 2,
      says: /never waits/,
    },
  ];

  it.each(refusals)('$status for $what, and left as it is', async ({ before, words, status, says }) => {
    const { cwd, run } = archive({
      'in/a.txt': HARBOUR,
      'in/b.txt': HARBOUR,
      'in/c.txt': LIBRARY,
      'other/x': 'x',
    });
    await run('in');
    before?.(cwd);
    const state = (): Buffer => readFileSync(join(cwd, 'state/articles.mdb'));
    const stood = state();
    const outcome = await dedupe([...words, ...FEW, '-o', 'report.json'], { cwd });
    expect([outcome.status, outcome.stderr, outcome.stdout]).toEqual([
      status,
      expect.stringMatching(says),
      '',
    ]);
    expect(existsSync(join(cwd, 'report.json'))).toBe(false);
    expect(existsSync(join(cwd, 'none'))).toBe(false);
    // What was read of an archive that shrank may be kept, but nothing of the last run changes.
    if (status !== 4) expect(state().equals(stood)).toBe(true);
    else {
      rmSync(join(cwd, 'in'), { recursive: true });
      renameSync(join(cwd, 'in2'), join(cwd, 'in'));
      expect(membersOf(await run('in'))).toEqual(['in/a.txt in/b.txt']);
    }
  });
});

describe('runs at the same time', () => {
  const files = { 'in/a.txt': HARBOUR, 'in/b.txt': HARBOUR, 'in/c.txt': LIBRARY };

  it('leave one writer, and the others say who it is', async () => {
    const { cwd, run } = archive(files);
    await run('in');
    // A writer that waits: its report goes to a pipe that is not read yet.
    const script = `
      dedupe in --state state ${FEW.join(' ')} -f json >full & first=$!
      wait $first
      for i in 1 2 3 4 5 6; do (dedupe in --state state ${FEW.join(' ')} -q -o $i.json; echo $? >$i.code) & done
      wait
      cat *.code | sort | uniq`;
    const { stdout } = await shell(script, { cwd });
    expect(
      stdout
        .trim()
        .split('\n')
        .every((code) => code === '0' || code === '6'),
    ).toBe(true);
    expect(stdout).toContain('0');
    for (const n of [1, 2, 3, 4, 5, 6]) {
      const isDone = readFileSync(join(cwd, `${n}.code`), 'utf8') === '0\n';
      expect(existsSync(join(cwd, `${n}.json`))).toBe(isDone);
    }
  });

  it('wait where they are asked to', async () => {
    const { cwd } = archive(files);
    const script = `
      for i in 1 2 3 4; do (dedupe in --state state ${FEW.join(' ')} -q --lock-wait 60 -o $i.json; echo $?) & done
      wait`;
    expect((await shell(script, { cwd })).stdout).toBe('0\n0\n0\n0\n');
  });
});
