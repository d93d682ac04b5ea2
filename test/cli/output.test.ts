import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dedupe, type Outcome } from '../helpers/command.ts';
import { type Files, folderWith, HARBOUR, LIBRARY, lines, shell } from './workspace.ts';

/** `in` holds one group of two and one other article. */
const INPUT: Files = { 'in/a.txt': HARBOUR, 'in/b.txt': HARBOUR, 'in/c.txt': LIBRARY };
const split = (words: string): readonly string[] => words.split(' ').filter(Boolean);

interface Written {
  readonly name: string;
  readonly words: string;
  readonly before?: Files;
  /** What each file begins with. */
  readonly files: Readonly<Record<string, string>>;
  readonly stdout?: string;
}

const REPORT_START = '{\n  "schema": "dedupe.report/1"';
const ROWS_START = '{"type":"run","schema":"dedupe.report/1"';
const PAGE_START = '<!doctype html>';
const TABLE_START = 'group,kind,id,path,';

const WRITTEN: readonly Written[] = [
  {
    name: 'several at once: prefix before extension before JSON, stdout empty, an old file replaced',
    words:
      'in -o result -o r.NDJSON -o r.jsonl -o r.csv -o csv:table.json -o human:page -o r.html -o html:web',
    before: { result: 'old' },
    files: {
      result: REPORT_START,
      'r.NDJSON': ROWS_START,
      'r.jsonl': ROWS_START,
      'r.csv': TABLE_START,
      'table.json': TABLE_START,
      page: '',
      'r.html': PAGE_START,
      web: PAGE_START,
    },
  },
  {
    name: 'stdout as well, when its format is asked for',
    words: 'in -f ndjson -o r.csv',
    files: { 'r.csv': TABLE_START },
    stdout: ROWS_START,
  },
  {
    name: 'inspect',
    words: 'inspect in -o rows.ndjson',
    files: { 'rows.ndjson': '{"type":"inspect","id":"in/a.txt"' },
  },
  {
    name: 'explain',
    words: 'explain ./in/a.txt in/../in//b.txt -o e.json',
    files: { 'e.json': '{\n  "schema": "dedupe.explanation/1"' },
  },
  {
    name: 'beside inputs that are files or a pattern, and in the folder of a folder',
    words: 'in/a.txt in/*.md *.md in/c.txt -o in/r.json',
    before: { 'in/x.md': LIBRARY },
    files: { 'in/r.json': REPORT_START },
  },
  {
    name: 'JSON where a name says nothing, and any name behind a format',
    words: 'in -o bare -o .hidden -o of.2024-05-01 -o of.night -o ./cvs:groups -o csv:out.xlsx',
    files: {
      bare: REPORT_START,
      '.hidden': REPORT_START,
      'of.2024-05-01': REPORT_START,
      'of.night': REPORT_START,
      'cvs:groups': REPORT_START,
      'out.xlsx': 'group,kind',
    },
  },
];

describe('--output writes', () => {
  it.concurrent.each(WRITTEN)('$name: $words', async ({ words, before, files, stdout }) => {
    const cwd = folderWith({ ...INPUT, ...before });
    const outcome = await dedupe(split(words), { cwd });
    expect([0, 3]).toContain(outcome.status);
    expect(outcome.stdout.slice(0, stdout?.length ?? outcome.stdout.length)).toBe(stdout ?? '');
    for (const [name, start] of Object.entries(files)) {
      expect(readFileSync(join(cwd, name), 'utf8').slice(0, start.length)).toBe(start);
      expect(statSync(join(cwd, name)).size).toBeGreaterThan(0);
    }
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('keeps a link a link and the permissions of the old file', async () => {
    const cwd = folderWith({ ...INPUT, 'real.json': 'old' });
    chmodSync(join(cwd, 'real.json'), 0o600);
    symlinkSync('real.json', join(cwd, 'link.json'));
    expect((await dedupe(['in', '-o', 'link.json'], { cwd })).status).toBe(0);
    expect(lstatSync(join(cwd, 'link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'real.json'), 'utf8')).toContain('dedupe.report/1');
    expect(statSync(join(cwd, 'real.json')).mode & 0o777).toBe(0o600);
  });
});

const REFUSED: readonly (readonly [words: string, says: string])[] = [
  ['in -o in/r.json', 'lies in the input in;'],
  ['in/a.txt -o in/a.txt', 'lies in the input in/a.txt'],
  ['in/a.txt -o ./in/../in/a.txt', 'lies in the input'],
  ['in/*.txt -o in/a.txt', 'lies in the input in/*.txt'],
  ['in/*.json -o in/new.json', 'lies in the input in/*.json'],
  ['*/s?b in/a.txt -o in/sub/new.json', 'lies in the input */s?b'],
  ['in -o linked/r.json', 'lies in the input in;'],
  ['in -o elsewhere.txt', 'lies in the input in'],
  ['linked -o in/r.json', 'lies in the input linked'],
  ['. -o r.json', 'lies in the input .;'],
  ['explain in/a.txt in/b.txt --in in -o in/r.json', 'lies in the input in;'],
  ['outside --follow -o target/r.json', 'lies in the input outside/way'],
  ['outside --follow -o target/t.txt', 'lies in the input outside/way'],
  ['in -o nowhere/r.json', 'does not exist; create it first'],
  ['in -o target', 'is a folder'],
  ['in -o /dev/null', 'is a pipe or device'],
  ['in -o -', 'takes [format:]FILE'],
  ['in -o r.json -o csv:./r.json', 'is named twice'],
  ['in -o r.json.gz', 'not written compressed'],
  ['in -o json:r.ZST', 'pipe that into gzip'],
  ['in -o out.xlsx', '.xlsx is no format of dedupe; known are .human .json'],
  ['in -o auto:out.xlsx', 'as in json:out.xlsx'],
  ['in -o cvs:groups', '"cvs" is no format; known are human, json'],
  ['inspect in -o r.csv', 'asks for csv'],
  ['explain in/a.txt in/b.txt -o ndjson:r', 'asks for ndjson'],
];

describe('--output refuses, before anything is read', () => {
  let cwd = '';
  beforeAll(() => {
    cwd = folderWith({ ...INPUT, 'in/sub/d.txt': LIBRARY, 'target/t.txt': LIBRARY, 'in/bad.json': '{' });
    symlinkSync('in', join(cwd, 'linked'));
    symlinkSync('in/a.txt', join(cwd, 'elsewhere.txt'));
    mkdirSync(join(cwd, 'outside'));
    symlinkSync('../target', join(cwd, 'outside', 'way'));
  });

  it.concurrent.each(REFUSED)('%s', async (words, says) => {
    const before = readdirSync(cwd, { recursive: true }).sort();
    const { status, stdout, stderr } = await dedupe(split(words), { cwd });
    expect(stderr).toContain(says);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.match(/\n/g)).toHaveLength(1);
    expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(before);
    expect(readFileSync(join(cwd, 'in/a.txt'), 'utf8')).toBe(HARBOUR);
  });
});

describe('an output that cannot be written', () => {
  // A report beyond what a pipe holds and beyond the limit below; the working file stays in memory.
  const many = lines(
    ...Array.from({ length: 150 }, (_, i) => ({
      id: `record-${i}`,
      text:
        i < 12 ? `${HARBOUR}${i} ${LIBRARY}` : Array.from(LIBRARY, (_letter, k) => `word${i}x${k}`).join(' '),
    })),
  );

  it('leaves the old file and no other: a limit on file sizes', async () => {
    const cwd = folderWith({ 'in/many.jsonl': many, 'out/r.json': 'old', 'out/a.csv': 'older' });
    const script = 'ulimit -f 16; dedupe in -q -o out/a.csv -o out/r.json';
    const { status, stdout, stderr } = await shell(script, { cwd });
    expect(stderr).toMatch(/^dedupe: error: out\/(a\.csv|r\.json) could not be written \(EFBIG[^\n]*\n$/);
    expect({ status, stdout }).toEqual({ status: 7, stdout: '' });
    expect(readdirSync(join(cwd, 'out'))).toEqual(['a.csv', 'r.json']);
    expect(readFileSync(join(cwd, 'out/r.json'), 'utf8')).toBe('old');
    expect(readFileSync(join(cwd, 'out/a.csv'), 'utf8')).toBe('older');
  });

  it('is told in one line: a full device, a folder for temporary files that is not there', async () => {
    const cwd = folderWith(INPUT);
    const full = await shell('dedupe in -q >/dev/full', { cwd });
    expect(full.stderr).toMatch(/^dedupe: error: standard output could not be written \(ENOSPC[^\n]*\n$/);
    expect(full.status).toBe(7);
    const homeless = await dedupe(['in'], { cwd, env: { TMPDIR: join(cwd, 'gone') } });
    expect(homeless.stderr).toMatch(/^dedupe: error: the temporary folder [^\n]*TMPDIR[^\n]*\n$/);
    expect(homeless).toMatchObject({ status: 7, stdout: '' });
  });

  it('goes quietly when its reader has gone', async () => {
    const cwd = folderWith({ 'many.jsonl': many });
    for (const command of ['', 'inspect']) {
      const script = `dedupe ${command} many.jsonl -f ndjson | head -c 10; echo " \${PIPESTATUS[0]}"`;
      const { stdout, stderr } = await shell(script, { cwd });
      expect(stderr).toBe('');
      expect(stdout).toMatch(/^\{"type":"[ri] 0\n$/);
    }
  });

  it('does not stop the files: standard output closed, and nobody reading the words for people', async () => {
    const cwd = folderWith(INPUT);
    const closed = await shell('dedupe in -f json -o r.json >&-', { cwd });
    expect(closed).toEqual({ status: 0, stdout: '', stderr: '' });
    const unread = await shell('dedupe in gone -f csv -o s.json 2>/dev/full', { cwd });
    expect(unread.stdout).toContain('in/a.txt');
    expect(unread.status).toBe(3);
    for (const name of ['r.json', 's.json']) {
      expect(readFileSync(join(cwd, name), 'utf8')).toContain('"status":"complete"');
    }
  });

  it('is cleared away when the run is interrupted', async () => {
    const cwd = folderWith({ 'many.jsonl': many, 'out/r.json': 'old' });
    // Temporary files stand beside the target until the last output is complete: long enough to be seen, as a rule. On a
    // machine that does much else the run may be over by then (0): it is begun again.
    const script = `
      for attempt in 1 2 3 4 5 6; do
        rm -f out/*; printf old >out/r.json
        "$NODE" "$BIN" many.jsonl -q -o out/r.json $(seq -f '-o out/%g.json' 20) & child=$!
        while kill -0 $child && [ -z "$(ls -A out | grep tmp)" ]; do sleep 0.01; done
        kill -TERM $child; wait $child; status=$?
        [ $status = 0 ] || break
      done 2>/dev/null
      echo "$status"`;
    const { stdout } = await shell(script, { cwd });
    expect(stdout).toBe('143\n');
    expect(readdirSync(join(cwd, 'out')).join(' ')).toBe('r.json');
  });
});

describe('--fail-on', () => {
  const CASES: readonly (readonly [words: string, status: number])[] = [
    ['in --fail-on none', 0],
    ['in --fail-on any', 10],
    ['in --fail-on count:2', 0],
    ['in/a.txt in/c.txt --fail-on any', 0],
    ['in gone --fail-on any', 3],
  ];
  it.concurrent.each(CASES)('%s: %d, and every output is there', async (words, status) => {
    const cwd = folderWith(INPUT);
    const outcome: Outcome = await dedupe([...split(words), '-o', 'r.csv', '-f', 'json'], { cwd });
    expect(outcome.status).toBe(status);
    expect(JSON.parse(outcome.stdout).end).toEqual({ status: 'complete' });
    expect(readFileSync(join(cwd, 'r.csv'), 'utf8').startsWith(TABLE_START)).toBe(true);
  });
});
