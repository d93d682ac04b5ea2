/**
 * Faults of the system while the real command runs over a state: each has its exit code and one line that names the cause,
 * the last complete run stays readable, an old report stays as it was, nothing temporary is left, and the next run finds
 * what a full run finds. TEST_FAULTS=1 ends the run at every write, not at a sample of them.
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ArchiveState } from '../../src/state/store/archive-state.ts';
import { checkState } from '../../src/state/store/check.ts';
import { dedupe, type Outcome } from '../helpers/command.ts';
import { makeSentence, mulberry } from '../helpers/made-up-text.mjs';
import { folderWith, lines, shell, skipped } from './workspace.ts';

const WORDS = 'in --state state --no-translations --no-language --jobs 0 -q';
const OUTPUT = '-o out.json';
const EVERY = process.env['TEST_FAULTS'] === '1';

const works = (program: string, ...words: string[]): boolean => spawnSync(program, words).status === 0;
const hasStrace = works('strace', '-f', '--seccomp-bpf', '-o', '/dev/null', 'true');
const hasTmpfs = works('unshare', '-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m none /mnt');

/** What a call on a path comes to: `inject('writev', 'error=EIO', 'state/articles.mdb')`. */
function inject(calls: string, what: string, path: string): string {
  // Signals do not come with the fast way of tracing.
  const fast = what.startsWith('signal') ? '' : '--seccomp-bpf';
  return `strace -f --quiet=all ${fast} -o /dev/null -P ${path} -e trace=${calls} -e inject=${calls}:${what}`;
}
const WRITES = 'write,writev,pwrite64,pwritev';
const SYNCS = 'fsync,fdatasync';
const OPENS = 'open,openat';
const READS = 'read,pread64';

function records(seed: number): string {
  const random = mulberry(seed);
  const texts = Array.from({ length: 12 }, () =>
    Array.from({ length: 10 }, () => makeSentence(random, 'latin')).join(' '),
  );
  return lines(...texts.map((text, n) => ({ text: n % 4 === 0 ? texts[0] : text })));
}

/** A state with one complete run and its report, and a night's change that it does not know. */
let prepared = '';
/** What a full run finds. */
let found: unknown;

beforeAll(async () => {
  prepared = folderWith(
    Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`in/${n}.jsonl`, records(n)])),
  );
  expect((await dedupe(`${WORDS} ${OUTPUT}`.split(' '), { cwd: prepared })).status).toBe(0);
  writeFileSync(join(prepared, 'in/new.jsonl'), records(0) + records(77));
  writeFileSync(join(prepared, 'in/5.jsonl'), records(55));
  found = await fullRun(prepared);
});

async function fullRun(cwd: string): Promise<unknown> {
  const words = WORDS.replace(' --state state', '').split(' ');
  return JSON.parse((await dedupe([...words, '-f', 'json'], { cwd })).stdout);
}

function copyOfPrepared(): string {
  const cwd = folderWith();
  cpSync(prepared, cwd, { recursive: true, preserveTimestamps: true });
  return cwd;
}

/** Number of the last complete run; throws where a value of the state is not what was written. */
async function checkedRun(cwd: string): Promise<number | undefined> {
  const state = await ArchiveState.openToRead(join(cwd, 'state'), undefined);
  try {
    if (state !== undefined) expect(checkState(state).faults).toEqual([]);
    return state?.lastRun?.number;
  } finally {
    await state?.close();
  }
}

/** The next run finds what a full run finds. */
async function expectGoodNext(cwd: string, expected: unknown = found): Promise<void> {
  const next = await dedupe([...WORDS.split(' '), '-f', 'json'], { cwd });
  expect([next.status, next.stderr]).toEqual([0, '']);
  expect(withoutHistory(next.stdout)).toEqual(expected);
}

function withoutHistory(text: string): unknown {
  return JSON.parse(text, (key, value: unknown) =>
    key === 'isNew' || key === 'formerIds' ? undefined : value,
  );
}

interface Fault {
  readonly name: string;
  /** Comes before the command. */
  readonly by: string;
  readonly status: number;
  readonly says: RegExp;
  /** The last complete run afterwards. */
  readonly run: number;
}

const FAULTS: readonly Fault[] = [
  {
    name: 'ENOSPC at the first write of the state',
    by: inject(WRITES, 'error=ENOSPC:when=1+', 'state/articles.mdb'),
    status: 7,
    says: /could not be written \(No space left/,
    run: 1,
  },
  {
    name: 'EIO where the state says which page counts',
    by: inject('pwrite64', 'error=EIO:when=2+', 'state/articles.mdb'),
    status: 7,
    says: /could not be written \(Input\/output error/,
    run: 1,
  },
  {
    name: 'EIO on the first fsync of the state',
    by: inject(SYNCS, 'error=EIO:when=1', 'state/articles.mdb'),
    status: 7,
    says: /could not be written \(Input\/output error/,
    run: 1,
  },
  {
    name: 'EIO on the fsync that completes the run',
    by: inject(SYNCS, 'error=EIO:when=2', 'state/articles.mdb'),
    status: 7,
    says: /could not be written \(Input\/output error/,
    run: 1,
  },
  {
    name: 'EIO on reading an article',
    by: inject(READS, 'error=EIO:when=1+', 'in/new.jsonl'),
    status: 3,
    says: /^dedupe: in\/new\.jsonl: reading failed \(EIO\) \[unreadable\]\n$/,
    run: 2,
  },
  {
    name: 'EIO on reading the card of the state',
    by: inject(READS, 'error=EIO:when=1+', 'state/state.json'),
    status: 5,
    says: /cannot be read \(EIO\); check its permissions and the disk\n$/,
    run: 1,
  },
  {
    name: 'EACCES on an input',
    by: inject(OPENS, 'error=EACCES:when=1+', 'in/new.jsonl'),
    status: 3,
    says: /^dedupe: in\/new\.jsonl: cannot be opened \(EACCES\)[^\n]*\n$/,
    run: 2,
  },
  {
    name: 'EACCES on the folder of the archive',
    by: inject(OPENS, 'error=EACCES:when=1+', 'in'),
    status: 4,
    says: /^dedupe: in: the folder cannot be read \(EACCES\)[^\n]*\ndedupe: error: 72 of the 72 articles[^\n]*\n$/,
    run: 1,
  },
  {
    name: 'EACCES on the database',
    by: inject(OPENS, 'error=EACCES:when=1+', 'state/articles.mdb'),
    status: 5,
    says: /cannot be read \(EACCES\); check its permissions and the disk\n$/,
    run: 1,
  },
  {
    name: 'EACCES on the lock',
    by: inject(OPENS, 'error=EACCES:when=1+', 'state/writer.lock'),
    status: 7,
    says: /could not be locked \(EACCES[^\n]*\n$/,
    run: 1,
  },
  {
    name: 'EROFS where the database is opened to write',
    by: inject(OPENS, 'error=EROFS:when=2+', 'state/articles.mdb'),
    status: 7,
    says: /could not be opened to write \(EROFS: read-only file system[^\n]*\n$/,
    run: 1,
  },
];

describe.runIf(hasStrace)('a call that fails', () => {
  it.each(FAULTS)('$name: exit $status', async ({ by, status, says, run }) => {
    const cwd = copyOfPrepared();
    const before = readFileSync(join(cwd, 'out.json'), 'utf8');
    const outcome = await shell(`${by} "$NODE" "$BIN" ${WORDS} ${OUTPUT}`, { cwd });
    expect([outcome.status, outcome.stderr]).toEqual([status, expect.stringMatching(says)]);
    expectNothingLeft(cwd);
    // Reports are written before the run is made the last one: a run that ended before has left the old one.
    if (status !== 3 && !says.source.includes('could not be written'))
      expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe(before);
    expect(await checkedRun(cwd)).toBe(run);
    await expectGoodNext(cwd);
  });
});

describe.runIf(hasStrace)('what is out of reach for a night', () => {
  /** Groups of the night, what it says, and the groups of the night after, all of them or the new ones. */
  async function nights(by: string): Promise<readonly unknown[]> {
    const cwd = copyOfPrepared();
    expect((await dedupe(`${WORDS} ${OUTPUT}`.split(' '), { cwd })).status).toBe(0);
    const all = JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'));
    utimesSync(join(cwd, 'in/5.jsonl'), 1, 1);
    const night = await shell(`${by} "$NODE" "$BIN" ${WORDS} ${OUTPUT}`, { cwd });
    const told = JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8'));
    expect(told.articles).toEqual(all.articles);
    expect((await dedupe(`${WORDS} ${OUTPUT} --only new`.split(' '), { cwd })).status).toBe(0);
    const news = JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).groups;
    await expectGoodNext(cwd);
    return [night.status, night.stderr, news];
  }

  it('is known as it was, and is no news when it comes back: a file', async () => {
    expect(await nights(inject(OPENS, 'error=EACCES:when=1+', 'in/5.jsonl'))).toEqual([
      3,
      expect.stringMatching(/^dedupe: in\/5\.jsonl: cannot be opened \(EACCES\)[^\n]*\n$/),
      [],
    ]);
  });
});

/** Calls are counted each by itself. */
const SOME_WRITES: readonly (readonly [call: string, at: readonly number[]])[] = [
  ['writev', [1]],
  ['pwrite64', [2]],
  ['fdatasync', [1, 2]],
];

function everyWrite(): typeof SOME_WRITES {
  const first = Array.from({ length: 30 }, (_, n) => n + 1);
  return ['write', 'writev', 'pwrite64', 'fdatasync', 'fsync', 'ftruncate'].map((call) => [call, first]);
}

describe.runIf(hasStrace)('kill -9', () => {
  it(`at ${EVERY ? 'every write' : 'some writes'} leaves the last complete run or this one`, async () => {
    const paths = ['state/articles.mdb', 'state/writer.lock'].join(' -P ');
    let killed = 0;
    for (const [call, at] of EVERY ? everyWrite() : SOME_WRITES) {
      for (const n of at) {
        const cwd = copyOfPrepared();
        const by = inject(call, `signal=KILL:when=${n}`, paths);
        const { status } = await shell(`${by} "$NODE" "$BIN" ${WORDS} ${OUTPUT}`, { cwd });
        // Null: the shell has made way for what was killed.
        expect([0, 137, null]).toContain(status);
        expect(status === 0 ? [2] : [1, 2]).toContain(await checkedRun(cwd));
        expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).end).toEqual({ status: 'complete' });
        await expectGoodNext(cwd);
        // It made no more of these calls.
        if (status === 0) break;
        killed++;
      }
    }
    console.log(`killed at ${killed} writes`);
    expect(killed).toBeGreaterThan(2);
  }, 600_000);
});

describe('limits', () => {
  it.each([24, 64])('ulimit -n %i: exit 2, and what to do', async (files) => {
    const cwd = copyOfPrepared();
    const { status, stderr } = await shell(`ulimit -n ${files}; dedupe ${WORDS} ${OUTPUT}`, { cwd });
    expect([status, stderr]).toEqual([
      2,
      'dedupe: error: the limit on open files is too low; raise it to 256 or more (ulimit -n 256)\n',
    ]);
    expect(await checkedRun(cwd)).toBe(1);
  });

  it('ulimit -n 256 is enough', async () => {
    const cwd = copyOfPrepared();
    expect(await shell(`ulimit -n 256; dedupe ${WORDS} ${OUTPUT}`, { cwd })).toMatchObject({ status: 0 });
  });

  it('ulimit -f: exit 7, the state as it was', async () => {
    const cwd = copyOfPrepared();
    const blocks = Math.ceil(statSync(join(cwd, 'state/articles.mdb')).size / 1024);
    const { status, stderr } = await shell(`ulimit -f ${blocks}; dedupe ${WORDS} ${OUTPUT}`, { cwd });
    expect([status, stderr]).toEqual([7, expect.stringMatching(/could not be written \(File too large/)]);
    expectNothingLeft(cwd);
    expect(await checkedRun(cwd)).toBe(1);
    await expectGoodNext(cwd);
  });
});

describe.runIf(hasTmpfs)('a disk that is full', () => {
  const inFull = (cwd: string, script: string): Promise<Outcome> =>
    shell(
      `export D="$NODE $BIN"; unshare -rm bash -c 'mkdir full && mount -t tmpfs -o size=600k none full && ${script}'`,
      { cwd },
    );

  it('under the state: exit 7, and it is what it was', async () => {
    const cwd = copyOfPrepared();
    const script = `cp -r state full/state && { head -c 1M /dev/zero >full/rest; true; } 2>/dev/null;
      $D ${WORDS.replace('--state state', '--state full/state')}; echo "exit $?";
      rm full/rest; $D state check full/state -f human; $D state info full/state -f human | grep -o "run ."`;
    const { stdout, stderr } = await inFull(cwd, script);
    expect(stderr).toMatch(/full\/state\/articles\.mdb could not be written \(No space left/);
    expect(stdout).toBe('exit 7\nfull/state: ok\nrun 1\n');
  });

  it('under a report: exit 7, and the old one is whole', async () => {
    const cwd = copyOfPrepared();
    const script = `echo old >full/r.json; { head -c 1M /dev/zero >full/rest; true; } 2>/dev/null;
      $D ${WORDS} -o full/r.json; echo "exit $?"; cat full/r.json; ls -A full`;
    const { stdout, stderr } = await inFull(cwd, script);
    expect(stderr).toMatch(/^dedupe: error: full\/r\.json could not be written \(ENOSPC[^\n]*\n$/);
    expect(stdout).toBe('exit 7\nold\nr.json\nrest\n');
    expect(await checkedRun(cwd)).toBe(1);
  });
});

describe('a state that is not what was written', () => {
  it('is refused or gives the right answer, whichever page is broken', async () => {
    const pages = statSync(join(prepared, 'state/articles.mdb')).size / 4096;
    const random = mulberry(4096);
    const count = EVERY ? pages : 6;
    const told = { refused: 0, right: 0 };
    for (let n = 0; n < count; n++) {
      const page = EVERY ? n : Math.floor(random() * pages);
      const cwd = copyOfPrepared();
      const path = join(cwd, 'state/articles.mdb');
      const bytes = readFileSync(path);
      for (let i = 0; i < 64; i++) {
        const at = page * 4096 + Math.floor(random() * 4096);
        bytes[at] = bytes[at]! ^ (1 + Math.floor(random() * 255));
      }
      writeFileSync(path, bytes);
      const outcome = await dedupe([...WORDS.split(' '), '-f', 'json'], { cwd });
      if (outcome.status === 0) {
        expect(withoutHistory(outcome.stdout)).toEqual(found);
        told.right++;
      } else {
        // A broken list of free pages shows where something is to be written: nothing is, then.
        expect([page, outcome.stderr]).toEqual([page, expect.stringMatching(/damaged|could not be written/)]);
        expect([5, 7]).toContain(outcome.status);
        told.refused++;
      }
    }
    console.log(`${count} broken pages: ${told.refused} refused, ${told.right} of no matter`);
    expect(told.refused).toBeGreaterThan(0);
  }, 600_000);

  it.each([0, 4096, 20_000])('is refused where it was cut to %i bytes', async (size) => {
    const cwd = copyOfPrepared();
    truncateSync(join(cwd, 'state/articles.mdb'), size);
    const { status, stderr } = await dedupe(WORDS.split(' '), { cwd });
    expect([status, stderr]).toEqual([5, expect.stringContaining('damaged')]);
    expect(statSync(join(cwd, 'state/articles.mdb')).size).toBe(size);
  });
});

describe.runIf(hasStrace)('side by side', () => {
  /** A writer that stands still in the middle of its last commit, for longer than two other commands take on a busy machine. */
  const SLOW = inject(SYNCS, 'delay_enter=10000000:when=2', 'state/articles.mdb');

  it('a second writer ends with 6, a reader sees the last complete run', async () => {
    const cwd = copyOfPrepared();
    const script = `
      ${SLOW} "$NODE" "$BIN" ${WORDS} -o first.json & first=$!
      for n in $(seq 1000); do [ -e first.json ] && break; sleep 0.05; done
      dedupe ${WORDS} -f csv; echo "writer $?"
      dedupe state info state -f json | grep -o '"number":.'
      wait $first; echo "first $?"
      dedupe state info state -f json | grep -o '"number":.'`;
    const { stdout, stderr } = await shell(script, { cwd });
    expect(stderr).toMatch(/^dedupe: error: the state state is in use by pid \d+ since [^\n]*\n$/);
    expect(stdout).toBe('writer 6\n"number":1\nfirst 0\n"number":2\n');
    await expectGoodNext(cwd);
  });
});

describe('time and change', () => {
  it('of files may lie in the future or the past, and a clock may go back', async () => {
    const cwd = copyOfPrepared();
    utimesSync(join(cwd, 'in/0.jsonl'), 4_000_000_000, 4_000_000_000);
    utimesSync(join(cwd, 'in/1.jsonl'), 1, 1);
    await expectGoodNext(cwd);
    // Other bytes of the same length under the same time.
    const path = join(cwd, 'in/2.jsonl');
    const { mtime } = statSync(path);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('a', 'o'));
    utimesSync(path, mtime, mtime);
    const back = 'const now = Date.now; Date.now = () => now() - 86400000 * 400;';
    const env = { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(back)}"` };
    const night = await dedupe([...WORDS.split(' '), '-f', 'json'], { cwd, env });
    expect([night.status, night.stderr]).toEqual([0, '']);
    expect(withoutHistory(night.stdout)).toEqual(await fullRun(cwd));
  });

  it.runIf(hasStrace)('a file that changes while it is read is told and read again', async () => {
    const cwd = copyOfPrepared();
    const by = inject(READS, 'delay_exit=1500000:when=1', 'in/new.jsonl');
    const running = shell(`touch started; ${by} "$NODE" "$BIN" ${WORDS} ${OUTPUT}`, { cwd });
    const added = lines({ text: 'One more record that came while the others were read.' });
    const writer = setInterval(() => {
      if (existsSync(join(cwd, 'started'))) appendFileSync(join(cwd, 'in/new.jsonl'), added);
    }, 100);
    const { status, stderr } = await running;
    clearInterval(writer);
    expect([status, stderr]).toEqual([
      3,
      expect.stringMatching(/^dedupe: in\/new\.jsonl: the file changed while/),
    ]);
    expect(await checkedRun(cwd)).toBe(2);
    await expectGoodNext(cwd, await fullRun(cwd));
  });
});

if (!hasStrace)
  skipped('calls that fail, kill -9 at a write, side by side', 'strace is missing or may not trace');
if (!hasTmpfs) skipped('a disk that is full', 'no tmpfs may be mounted in a namespace of its own');

/** No temporary file beside the report or in the state. */
function expectNothingLeft(cwd: string): void {
  const names = [...readdirSync(cwd), ...readdirSync(join(cwd, 'state'))];
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
}
