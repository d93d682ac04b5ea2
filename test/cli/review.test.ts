/** Reviews through the real command: keys from a pipe and from a terminal, what is kept, resumed, undone, and what the next scan makes of it. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Decision } from '../../src/model/decision.ts';
import { dedupe, type Outcome, run, scan } from '../helpers/command.ts';
import { folderWith, HARBOUR, LIBRARY, skipped } from './workspace.ts';

const FERRY = `Ferry to Sallow Bay sails again

The yellow ferry to Sallow Bay sailed again on Friday with 214 passengers and a new captain, Ines Tolland.
It had been in dock for five months, and the town paid 1.9 million crowns for a second engine.
`;
const HOSTILE = FERRY.replace('Ferry', 'Ferry \u001b]52;c;eA==\u0007\u202e');

let place = '';
const DECISIONS = 'r.decisions.ndjson';

beforeAll(async () => {
  place = folderWith({
    'news/a1.txt': HARBOUR,
    'news/a2.txt': HARBOUR,
    'news/a3.txt': HARBOUR,
    'news/b1.txt': LIBRARY,
    'news/b2.txt': LIBRARY,
    'news/c1.txt': HOSTILE,
    'news/c2.txt': HOSTILE,
  });
  await dedupe(['news', '-o', 'r.json', '-o', 'r.ndjson'], { cwd: place });
});

beforeEach(() => writeFileSync(join(place, DECISIONS), ''));

function review(keys: string, words: readonly string[] = []): Promise<Outcome> {
  return dedupe(['review', 'r.json', ...words], { cwd: place, input: keys });
}

function rows(name = DECISIONS): readonly Decision[] {
  return readFileSync(join(place, name), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Decision);
}

/** `same a1 a2`, `different a1 | a2 a3`. */
function said({ decision, articles, from }: Decision): string {
  const names = (list: Decision['articles']): string =>
    list.map(({ id }) => id.replace(/^news\/|\.txt$/g, '')).join(' ');
  return `${decision} ${names(articles)}${from === undefined ? '' : ` | ${names(from)}`}`;
}

async function groupsNow(words: readonly string[] = ['--decisions', DECISIONS]): Promise<readonly string[]> {
  const { groups } = await scan(['news', ...words], { cwd: place });
  return groups.map(({ canonical, members }) =>
    members
      .map(({ id }) => (id === canonical ? id.toUpperCase() : id).replace(/^news\/|\.txt$/gi, ''))
      .join(' '),
  );
}

describe('keys from a pipe', () => {
  const cases: readonly (readonly [
    name: string,
    keys: string,
    kept: readonly string[],
    groups: readonly string[],
  ])[] = [
    ['same and not the same', 'sx', ['same a1 a2 a3', 'different b1 b2'], ['A1 a2 a3', 'C1 c2']],
    ['a line for each key', 's\nx\n', ['same a1 a2 a3', 'different b1 b2'], ['A1 a2 a3', 'C1 c2']],
    ['skip', 'z x', ['different c1 c2'], ['A1 a2 a3', 'B1 b2']],
    [
      'one taken out, the rest confirmed',
      't2s',
      ['different a2 | a1 a3', 'same a1 a3'],
      ['A1 a3', 'B1 b2', 'C1 c2'],
    ],
    [
      'one taken out and put back',
      't2t2',
      ['different a2 | a1 a3', 'undecided a2 | a1 a3'],
      ['A1 a2 a3', 'B1 b2', 'C1 c2'],
    ],
    ['another canonical', 'c3s', ['canonical a3', 'same a1 a2 a3'], ['a1 a2 A3', 'B1 b2', 'C1 c2']],
    ['undo', 'xu', ['different a1 a2 a3', 'undecided a1 a2 a3'], ['A1 a2 a3', 'B1 b2', 'C1 c2']],
    [
      'back and another answer',
      'xbs',
      ['different a1 a2 a3', 'undecided a1 a2 a3', 'same a1 a2 a3'],
      ['A1 a2 a3', 'B1 b2', 'C1 c2'],
    ],
    [
      'undo of another answer',
      'xbsu',
      [
        'different a1 a2 a3',
        'undecided a1 a2 a3',
        'same a1 a2 a3',
        'undecided a1 a2 a3',
        'different a1 a2 a3',
      ],
      ['B1 b2', 'C1 c2'],
    ],
    ['nothing', 'zzz', [], ['A1 a2 a3', 'B1 b2', 'C1 c2']],
    ['quit', 'sqx', ['same a1 a2 a3'], ['A1 a2 a3', 'B1 b2', 'C1 c2']],
    ['numbers that are none, keys that mean nothing', 't9w\u001b[Ab?h', [], ['A1 a2 a3', 'B1 b2', 'C1 c2']],
  ];
  it.each(cases)('%s', async (_, keys, kept, groups) => {
    const { status, stderr } = await review(keys);
    expect(status).toBe(0);
    expect(stderr).toMatch(/\d+ answers?, \d+ skipped, \d+ of 3 groups open/);
    expect(rows().map(said)).toEqual(kept);
    const { issues } = await scan(['news', '--decisions', DECISIONS], { cwd: place });
    expect(issues).toEqual([]);
    expect(await groupsNow()).toEqual(groups);
  });

  it('goes on where it was left, and asks skipped groups again', async () => {
    await review('sz');
    const { stdout, stderr } = await review('x');
    expect(stdout).toContain('2 of 3  ');
    expect(stdout).not.toContain('1 of 3  ');
    expect(stderr).toContain('1 of 3 groups open');
    expect(rows().map(said)).toEqual(['same a1 a2 a3', 'different b1 b2']);
    const last = await review('s');
    expect(last.stderr).toContain('reviewed to the end: 1 answer, 0 skipped, 0 of 3 groups open');
    expect((await review('x')).stdout).toBe('');
  });

  it('times rise, so that the last answer holds whatever the order of lines', async () => {
    appendFileSync(
      join(place, DECISIONS),
      `${JSON.stringify({ schema: 'dedupe.decisions/1', decision: 'canonical', articles: [{ id: 'x', textDigest: 'f'.repeat(64) }], when: '2999-01-01T00:00:00Z' })}\n`,
    );
    const { stderr } = await review('xbsbxu', ['--by', 'maria']);
    expect(stderr).toContain('holds decisions on 1 other article');
    const times = rows().map(({ when }) => Date.parse(when ?? ''));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
    expect(
      rows()
        .slice(1)
        .map(({ by }) => by),
    ).toEqual(
      rows()
        .slice(1)
        .map(() => 'maria'),
    );
    const reversed = readFileSync(join(place, DECISIONS), 'utf8').trimEnd().split('\n').reverse().join('\n');
    writeFileSync(join(place, 'reversed.ndjson'), reversed);
    expect(await groupsNow(['--decisions', 'reversed.ndjson'])).toEqual(await groupsNow());
  });

  it('reads where the texts begin, and lets no control character through', async () => {
    const { stdout } = await review('zz');
    expect(stdout).toContain('Divers had found cracks in 14');
    expect(stdout).toContain('the same text as above');
    expect(stdout).toMatch(/Ferry \\x1b\]52/);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  it('takes NDJSON, another file, a limit; and tells what to do next', async () => {
    const { status, stdout, stderr } = await dedupe(
      ['review', 'r.ndjson', '--decisions', 'my own.ndjson', '--limit', '1'],
      { cwd: place, input: 's' },
    );
    expect([status, stdout.match(/1 of 1 /g)?.length]).toEqual([0, 1]);
    expect(stderr).toContain("dedupe ARCHIVE --decisions 'my own.ndjson'");
    expect(rows('my own.ndjson').map(said)).toEqual(['same a1 a2 a3']);
  });

  it('mends a line that an interruption cut, and nothing else', async () => {
    await review('s');
    const whole = readFileSync(join(place, DECISIONS), 'utf8');
    appendFileSync(join(place, DECISIONS), whole.slice(0, 70));
    const untouched = await review('q');
    expect(untouched.stderr).toContain('was cut; it goes with the next answer');
    expect(readFileSync(join(place, DECISIONS), 'utf8')).toBe(whole + whole.slice(0, 70));
    await review('x');
    expect(rows().map(said)).toEqual(['same a1 a2 a3', 'different b1 b2']);
  });

  it.each([
    ['no keys', ['review', 'r.json'], /neither a terminal nor a pipe/],
    ['the report from standard input', ['review', '-'], /name the file of the report/],
    ['no report', ['review'], /takes one saved report/],
    [
      'two decisions files',
      ['review', 'r.json', '--decisions', 'a', '--decisions', 'b'],
      /name --decisions once/,
    ],
    ['the report for decisions', ['review', 'r.json', '--decisions', 'r.json'], /is the report itself/],
    ['an article for decisions', ['review', 'r.json', '--decisions', 'news/a1.txt'], /line 1: is no JSON/],
  ])('refuses %s and changes nothing', async (_, words, message) => {
    const before = readFileSync(join(place, 'news/a1.txt'), 'utf8');
    const { status, stderr } = await dedupe(words, { cwd: place });
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
    expect(readFileSync(join(place, 'news/a1.txt'), 'utf8')).toBe(before);
  });

  it('says so when an answer cannot be saved', async () => {
    const { status, stderr } = await dedupe(['review', 'r.json', '--decisions', 'nowhere/d.ndjson'], {
      cwd: place,
      input: 's',
    });
    expect([status, stderr]).toEqual([7, expect.stringContaining('the last answer is not saved')]);
  });
});

describe('a terminal', () => {
  const PTY = `
import os, pty, sys, select, time
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
out = b''
keys = sys.argv[1].encode().decode('unicode_escape').encode()
def read(until):
    global out
    end = time.time() + 60
    while out.count(b'uit > ') < until and time.time() < end:
        if select.select([fd], [], [], 0.2)[0]:
            try: data = os.read(fd, 65536)
            except OSError: return
            if not data: return
            out += data
for i, key in enumerate(keys):
    read(i + 1)
    os.write(fd, bytes([key]))
while True:
    try: data = os.read(fd, 65536)
    except OSError: break
    if not data: break
    out += data
sys.stdout.buffer.write(out)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;
  const press = (keys: string): Promise<Outcome> =>
    run(
      'python3',
      [
        '-c',
        PTY,
        keys,
        process.execPath,
        join(import.meta.dirname, '../../bin/dedupe.js'),
        'review',
        'r.json',
      ],
      { cwd: place },
    );

  it('takes each key without Enter, in colour, and gives the terminal back', async () => {
    if ((await run('python3', ['-c', 'import pty']).catch(() => ({ status: 1 }))).status !== 0) {
      skipped('review on a terminal', 'there is no python3');
      return;
    }
    const { status, stdout } = await press('sxq');
    expect(status).toBe(0);
    expect(rows().map(said)).toEqual(['same a1 a2 a3', 'different b1 b2']);
    expect(stdout).toContain('\u001b[36m[s]\u001b[39mame');
    expect(stdout).toContain('quit: 2 answers, 0 skipped, 1 of 3 groups open');
    const interrupted = await press('\\x03');
    expect(interrupted.status).toBe(130);
    expect(interrupted.stdout).toContain('interrupted: 0 answers');
  });
});

describe('scan --decisions', () => {
  it('tells of what does not hold, notes what was decided, and is the same with a state', async () => {
    await review('x');
    const conflict = rows()[0]!;
    appendFileSync(
      join(place, DECISIONS),
      `${JSON.stringify({ schema: 'dedupe.decisions/1', ...conflict, decision: 'same', when: '2001-01-01T00:00:00Z' })}\n`,
    );
    const words = ['news', '--decisions', DECISIONS, '-f', 'json'];
    const plain = await dedupe(words, { cwd: place });
    expect(plain.status).toBe(0);
    expect(plain.stderr).toMatch(/does not hold.*\[decision-conflict\]/);
    for (let night = 0; night < 2; night++) {
      const { groups } = JSON.parse(
        (await dedupe([...words, '--state', 'state'], { cwd: place })).stdout,
      ) as { groups: { id: string }[] };
      expect(groups.map(({ id }) => id)).toEqual(
        (JSON.parse(plain.stdout) as { groups: { id: string }[] }).groups.map(({ id }) => id),
      );
    }
  });

  it('names what only decisions joined, and reads several files', async () => {
    const { articles } = await scan(['news'], { cwd: place });
    const named = (id: string): object =>
      articles
        .filter((article) => article.id === `news/${id}.txt`)
        .map(({ id, textDigest, rawDigest }) => ({ id, textDigest, rawDigest }))[0]!;
    const line = (fields: object): string =>
      `${JSON.stringify({ schema: 'dedupe.decisions/1', ...fields })}\n`;
    writeFileSync(
      join(place, 'one.ndjson'),
      line({ decision: 'same', articles: [named('a1'), named('b1')] }),
    );
    writeFileSync(
      join(place, 'two.json'),
      JSON.stringify([JSON.parse(line({ decision: 'canonical', articles: [named('b2')] }))]),
    );
    const { groups, run: made } = await scan(
      ['news', '--decisions', 'one.ndjson', '--decisions', 'two.json'],
      { cwd: place },
    );
    expect(groups[0]).toMatchObject({ canonical: 'news/b2.txt', canonicalReason: 'decision' });
    expect(groups[0]?.members).toHaveLength(5);
    expect(groups[0]?.links.filter(({ reason }) => reason === 'decision')).toHaveLength(1);
    expect(made.options['decisions']).toMatch(/^[0-9a-f]{64}$/);
    const again = await scan(['news', '--decisions', 'two.json', '--decisions', 'one.ndjson'], {
      cwd: place,
    });
    expect([again.groups, again.run]).toEqual([groups, made]);
  });

  it.each([
    ['a file that is not there', ['--decisions', 'nowhere'], /--decisions nowhere cannot be read/],
    ['a line that is wrong', ['--decisions', 'news/b1.txt'], /--decisions news\/b1\.txt: line 1: is no JSON/],
    ['an output that is the file', ['--decisions', DECISIONS, '-o', DECISIONS], /inputs are never written/],
  ])('refuses %s before it reads', async (_, words, message) => {
    const { status, stderr } = await dedupe(['news', ...words], { cwd: place });
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
    expect(existsSync(join(place, 'nowhere'))).toBe(false);
  });
});
