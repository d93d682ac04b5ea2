import { createRequire } from 'node:module';
import { type AnySchema, type ValidateFunction, Ajv2020 as Validator } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { dedupe, type Outcome, ROOT } from '../helpers/command.ts';
import { type Files, folderWith, HARBOUR, LIBRARY, lines } from './workspace.ts';

/** What a terminal would act on: C0 but tab and line ends, DEL, C1, line separators, bidi controls. */
const ACTS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
/** In tables CRLF ends a row, and reading order is data of the cell. */
const ACTS_IN_TABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const HOSTILE = 'Evil \u001b]52;c;ZWNobw==\u0007\u001b[2J\u009b31m\u202etxt\u2066\u0085\u2028end';

const OBSERVED: Files = {
  [`in/${HOSTILE}\n.txt`]: HARBOUR,
  'in/a.txt': HARBOUR,
  'in/b.jsonl': lines(
    { id: HOSTILE, title: HOSTILE, text: `${HARBOUR}\n${HOSTILE}`, url: `https://a.example/${HOSTILE}` },
    { id: 'plain', title: HOSTILE, text: LIBRARY, source: HOSTILE },
    { id: 'plain', text: `${LIBRARY}${HOSTILE} in 2019 and 34 more.` },
  ),
  // A raw control character is no JSON.
  'in/c.jsonl': '{"text": "\u001b"}\n',
  [`in/${HOSTILE}.jsonl`]: '{"id":"cut","text":"\u001b',
};

/** Environment of a noisy workplace: nothing of it may show. */
const NOISE = { DEBUG: '*', VERBOSE: '1', LOG_LEVEL: 'trace', DOTENV_CONFIG_DEBUG: 'true' };
const DOTENV = 'DOTENV_CONFIG_DEBUG=true\nNO_COLOR=\nFORCE_COLOR=3\nDEBUG=*\n';

let validators: ReadonlyMap<string, ValidateFunction>;
beforeAll(async () => {
  const names = (await dedupe(['schema'])).stdout.trim().split('\n');
  const ajv = new Validator({ strict: true, allowUnionTypes: true, allErrors: true });
  const schemas = await Promise.all(names.map((name) => dedupe(['schema', name])));
  validators = new Map(
    names.map((name, i) => [name, ajv.compile(JSON.parse(schemas[i]?.stdout ?? '') as AnySchema)]),
  );
});

function expectValid(name: string, value: unknown): void {
  const validate = validators.get(name);
  if (validate === undefined) throw new Error(`dedupe schema does not list ${name}`);
  expect(validate(value) ? [] : validate.errors).toEqual([]);
}

type Check = (stdout: string) => void;

const json =
  (schema: string): Check =>
  (stdout) =>
    expectValid(schema, JSON.parse(stdout));

const rows =
  (schema: string): Check =>
  (stdout) => {
    expect(stdout.endsWith('\n')).toBe(true);
    const parsed = stdout
      .slice(0, -1)
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly type: string });
    for (const row of parsed) expectValid(schema, row);
    expect(parsed.map((row) => row.type).lastIndexOf('end')).toBe(parsed.length - 1);
    expect(parsed.filter((row) => row.type === 'end')).toHaveLength(1);
  };

type Row = Readonly<Record<string, string>>;
/** The library comes without types. */
const { parse } = createRequire(import.meta.url)('papaparse') as {
  readonly parse: (
    text: string,
    options: { readonly header: boolean; readonly skipEmptyLines: boolean },
  ) => {
    readonly data: readonly Row[];
    readonly errors: readonly unknown[];
    readonly meta: { readonly fields: readonly string[] };
  };
};

const table: Check = (stdout) => {
  const { data, errors, meta } = parse(stdout, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(data.length).toBeGreaterThan(0);
  for (const row of data) expect(Object.keys(row)).toEqual(meta.fields);
};

const people: Check = (stdout) => expect(stdout.trim()).not.toBe('');

interface Case {
  readonly words: readonly string[];
  readonly check: Check;
  readonly status?: number;
}

const SCAN: readonly Case[] = [
  { words: ['in', '-f', 'json', '--timestamps'], check: json('report') },
  { words: ['in', '-f', 'ndjson'], check: rows('report-row') },
  { words: ['in', '-f', 'csv'], check: table },
  { words: ['in', '-f', 'human'], check: people },
  { words: ['inspect', 'in', '-f', 'json'], check: json('inspect') },
  { words: ['inspect', 'in', '-f', 'ndjson'], check: rows('inspect-row') },
  { words: ['inspect', 'in', '-f', 'human'], check: people },
  { words: ['explain', HOSTILE, 'plain', '--in', 'in', '-f', 'json'], check: json('explanation') },
  { words: ['explain', HOSTILE, 'in/a.txt', '--in', 'in', '-f', 'human'], check: people },
];

const EMPTY: readonly Case[] = [
  { words: ['.', '-f', 'json'], check: json('report') },
  { words: ['.', '-f', 'ndjson'], check: rows('report-row') },
  { words: ['inspect', '.', '-f', 'json'], check: json('inspect') },
  { words: ['inspect', '.', '-f', 'ndjson'], check: rows('inspect-row') },
];

function expectHarmless({ stdout, stderr }: Outcome, isTable = false): void {
  expect(stdout).not.toMatch(isTable ? ACTS_IN_TABLE : ACTS);
  expect(stderr).not.toMatch(ACTS);
}

describe('standard output is data and nothing else, whatever the articles hold', () => {
  it.concurrent.each(SCAN)('dedupe $words', async ({ words, check }) => {
    const cwd = folderWith({ ...OBSERVED, '.env': DOTENV });
    const outcome = await dedupe(words, { cwd, env: NOISE });
    check(outcome.stdout);
    expectHarmless(outcome, check === table);
    expect(outcome.status).toBe(3);
    // Every line for people says who speaks.
    for (const line of outcome.stderr.split('\n').slice(0, -1)) expect(line).toMatch(/^dedupe: /);
    expect(outcome.stderr).toContain('[invalid-json]');
  });

  it.concurrent.each(EMPTY)('also without an article: dedupe $words', async ({ words, check }) => {
    const { status, stdout, stderr } = await dedupe(words, { cwd: folderWith() });
    check(stdout);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'dedupe: no articles were found in the input\n',
    });
  });

  it('--quiet leaves standard error empty on success', async () => {
    const cwd = folderWith({
      'a.jsonl': lines({ id: 1, text: HARBOUR }, { id: 1, text: LIBRARY }),
      'b.log': '',
    });
    for (const words of [['.'], ['inspect', '.']]) {
      const quiet = await dedupe([...words, '--quiet', '-f', 'json'], { cwd });
      expect(quiet).toMatchObject({ status: 0, stderr: '' });
      const loud = await dedupe([...words, '-f', 'json'], { cwd });
      expect(loud.stdout).toBe(quiet.stdout);
      expect(loud.stderr).toMatch(
        /1 file of other types passed over \(1 \.log\); [^\n]*\n[^\n]*\[duplicate-id\]\n/,
      );
    }
  });

  it('is the same with colour wanted by the environment', async () => {
    const cwd = folderWith({ 'a.txt': HARBOUR });
    const plain = await dedupe(['a.txt', '-f', 'json'], { cwd });
    expect(await dedupe(['a.txt'], { cwd, env: { FORCE_COLOR: '3' } })).toEqual(plain);
    const people = await dedupe(['a.txt', '-f', 'human'], { cwd, env: { FORCE_COLOR: '3' } });
    expect(people.stdout).toContain('\u001b[');
  });
});

describe('error messages repeat nothing that a terminal would act on', () => {
  const WORDS: readonly (readonly string[])[] = [
    [HOSTILE],
    [`--${HOSTILE}`, 'a.txt'],
    ['a.txt', '-f', HOSTILE],
    ['a.txt', '-o', `${HOSTILE}/x`],
    ['a.txt', '--map', HOSTILE],
    ['a.txt', HOSTILE],
    ['explain', 'a.txt', `${HOSTILE}\n`, '--in', 'a.txt'],
    ['schema', HOSTILE],
    ['help', HOSTILE],
  ];
  it.concurrent.each(WORDS)('dedupe %j %j', async (...words) => {
    const outcome = await dedupe(words, { cwd: folderWith({ 'a.txt': HARBOUR }) });
    expect(outcome.status).toBeGreaterThan(1);
    expect(outcome.stderr).toContain('\\x1b');
    expectHarmless(outcome);
  });
});

describe('the fixtures', () => {
  it('give what the schemas say, damaged or not', async () => {
    const outcome = await dedupe(['fixtures', '-f', 'json'], { cwd: ROOT });
    expect(outcome.status).toBe(3);
    expectValid('report', JSON.parse(outcome.stdout));
    const inspected = await dedupe(['inspect', 'fixtures/damaged', '-f', 'ndjson'], { cwd: ROOT });
    rows('inspect-row')(inspected.stdout);
  });
});

describe('inspect of a page', () => {
  it('shows what the page declares beside what was found', async () => {
    const { stdout, status } = await dedupe(['inspect', 'fixtures/pages/phare.html', '-f', 'json'], {
      cwd: ROOT,
    });
    const [row] = JSON.parse(stdout).articles;
    expect([status, row.language.bcp47, row.declaredLanguage, row.url]).toEqual([
      0,
      'fr',
      'fr',
      'https://courrier.example/fr/phare-kerlaz',
    ]);
    expect(row.alternates).toContainEqual({
      language: 'br',
      url: 'https://courrier.example/br/tour-tan-kerlaz',
    });
  });

  it('never lets the page overrule the text', async () => {
    const text =
      'The harbour of the old town was closed on Monday because of a storm that came from the west. ';
    const cwd = folderWith({
      'page.html': `<html lang="de"><title>Harbour closed</title><p>${text.repeat(5)}`,
    });
    const [row] = JSON.parse((await dedupe(['inspect', 'page.html', '-f', 'json'], { cwd })).stdout).articles;
    expect([row.language.bcp47, row.declaredLanguage]).toEqual(['en', 'de']);
  });
});
