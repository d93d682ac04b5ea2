/**
 * Every command in every format, through the real command: what it writes keeps to its schema and is whole, and what it
 * cannot write is refused before anything is read. A command or a format that has no place in the table fails.
 */
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS, FLAGS, FORMAT_NAMES } from '../../src/cli/flags.ts';
import { ALL_SCHEMAS } from '../../src/cli/schemas.ts';
import { STATE_VERB_NAMES, STATE_VERBS } from '../../src/cli/state-verbs.ts';
import { dedupe } from '../helpers/command.ts';
import { errorsOf, jsonLines } from '../helpers/schemas.ts';
import { folderWith, HARBOUR, LIBRARY, lines } from './workspace.ts';

type FormatName = Exclude<(typeof FORMAT_NAMES)[number], 'auto'>;

/** Schema of the document, and of its rows; `open`: rows without an end, as they are records. */
interface Shapes {
  readonly json?: string;
  readonly ndjson?: string;
  readonly isOpen?: boolean;
}

interface Row extends Shapes {
  /** The command, or the verb of `state`. */
  readonly of: string;
  readonly words: string;
  /** All that it writes. */
  readonly formats: readonly FormatName[];
  /** Of a terminal that shows nothing: an exit code of its own. */
  readonly status?: number;
}

const ALL: readonly FormatName[] = ['human', 'json', 'ndjson', 'csv', 'tsv', 'md', 'html', 'paths0'];
const without = (...names: readonly FormatName[]): readonly FormatName[] =>
  ALL.filter((name) => !names.includes(name));
const FEW = '--no-translations --jobs 0';

/** What a report is written as, read from an archive or from a file. */
const reports = (of: string, words: string, pairs = without('html', 'paths0')): readonly Row[] => [
  { of, words, formats: ALL, json: 'report', ndjson: 'report-row' },
  {
    of,
    words: `${words} --emit pairs`,
    formats: pairs,
    json: 'pairs',
    ndjson: 'pair-row',
  },
  {
    of,
    words: `${words} --emit articles`,
    formats: without('html'),
    json: 'articles',
    ndjson: 'article-row',
    isOpen: true,
  },
  {
    of,
    words: `${words} --emit uniques`,
    formats: without('html'),
    json: 'articles',
    ndjson: 'article-row',
    isOpen: true,
  },
  {
    of,
    words: `${words} --summary`,
    formats: ['human', 'json', 'ndjson', 'md'],
    json: 'summary',
    ndjson: 'summary',
    isOpen: true,
  },
  { of, words: `${words} --no-text`, formats: without('paths0'), json: 'report', ndjson: 'report-row' },
];

const ROWS: readonly Row[] = [
  ...reports('scan', `in ${FEW}`),
  // A report has no words of texts, which is all that tables of pairs hold.
  ...reports('report', 'report new.json', ['human', 'json', 'ndjson', 'md']),
  {
    of: 'inspect',
    words: 'inspect in',
    formats: ['human', 'json', 'ndjson'],
    json: 'inspect',
    ndjson: 'inspect-row',
  },
  {
    of: 'explain',
    words: 'explain in/a.txt in/b.txt',
    formats: ['human', 'json', 'md'],
    json: 'explanation',
  },
  {
    of: 'lookup',
    words: `lookup new.txt --state state ${FEW}`,
    formats: ['human', 'json', 'ndjson'],
    json: 'lookup',
    ndjson: 'lookup-row',
  },
  {
    of: 'diff',
    words: 'diff old.json new.json',
    formats: ['human', 'json', 'ndjson', 'md'],
    json: 'diff',
    ndjson: 'diff-row',
  },
  { of: 'state info', words: 'state info state', formats: ['human', 'json'], json: 'state-info' },
  { of: 'state check', words: 'state check state', formats: ['human', 'json'], json: 'state-check' },
  { of: 'state export', words: 'state export state', formats: ['ndjson'], ndjson: 'state-export-row' },
  { of: 'doctor', words: 'doctor', formats: ['human', 'json'], json: 'doctor' },
];

let cwd = '';
beforeAll(async () => {
  cwd = folderWith({
    'in/a.txt': HARBOUR,
    'in/b.txt': `${HARBOUR}The council meets again in May, when the divers have seen the other piles.\n`,
    'in/c.jsonl': lines({ id: 'bus', text: LIBRARY }, { id: 'again', text: LIBRARY }),
    'new.txt': HARBOUR,
  });
  for (const words of [`in/a.txt ${FEW} -o old.json`, `in ${FEW} --state state -o new.json`])
    expect((await dedupe(words.split(' '), { cwd })).status).toBe(0);
});

const { parse } = createRequire(import.meta.url)('papaparse') as {
  readonly parse: (
    text: string,
    options: object,
  ) => {
    readonly data: readonly object[];
    readonly errors: readonly unknown[];
    readonly meta: { readonly fields: readonly string[] };
  };
};

const CHECKS: Readonly<Record<FormatName, (stdout: string, row: Row) => void>> = {
  human: (stdout) => expect(stdout).toMatch(/\S/),
  json: (stdout, { json }) => {
    const document = JSON.parse(stdout) as { readonly schema: string };
    expect(errorsOf(json ?? '', document)).toEqual([]);
    expect(document.schema).toBe(`dedupe.${json}/1`);
  },
  ndjson: (stdout, { ndjson, isOpen = false }) => {
    const rows = jsonLines(stdout) as readonly { readonly type?: string }[];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(errorsOf(ndjson ?? '', row)).toEqual([]);
    expect(rows.map(({ type }) => type).indexOf('end')).toBe(isOpen ? -1 : rows.length - 1);
  },
  csv: (stdout) => expectTable(stdout, {}),
  tsv: (stdout) => expectTable(stdout, { delimiter: '\t', quoteChar: '\0' }),
  md: (stdout) => expect(stdout).toMatch(/^(#|- |\|)/),
  html: (stdout) => expect(stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/i),
  paths0: (stdout) => {
    const paths = stdout.split('\0');
    expect(paths.pop()).toBe('');
    for (const path of paths) expect(path).toMatch(/^in\//);
  },
};

function expectTable(text: string, options: object): void {
  const { data, errors, meta } = parse(text, { header: true, skipEmptyLines: true, ...options });
  expect(errors).toEqual([]);
  expect(data.length).toBeGreaterThan(0);
  for (const row of data) expect(Object.keys(row)).toEqual(meta.fields);
}

describe('the table', () => {
  it('has every command that takes --format, and every format', () => {
    const format = FLAGS.find(({ flags }) => flags.includes('--format'))!;
    const commands = COMMANDS.filter((command) => format.commands.includes(command)).flatMap((command) =>
      command === 'state'
        ? STATE_VERB_NAMES.filter((verb) =>
            (STATE_VERBS[verb].flags as readonly string[]).includes('--format'),
          ).map((verb) => `state ${verb}`)
        : [command],
    );
    expect([...new Set(ROWS.map(({ of }) => of))].sort()).toEqual([...commands].sort());
    expect([...ALL].sort()).toEqual(FORMAT_NAMES.filter((name) => name !== 'auto').sort());
  });

  it('has every schema of something that is written', () => {
    const used = new Set(ROWS.flatMap(({ json, ndjson }) => [json, ndjson]));
    // Written elsewhere, or read: test/cli/log.test.ts, settings.test.ts, review.test.ts, rules.test.ts, test/stage.
    const others = ['log-row', 'settings', 'config', 'decisions', 'rules', 'stage-row'];
    expect(Object.keys(ALL_SCHEMAS).filter((name) => !used.has(name) && !others.includes(name))).toEqual([]);
  });
});

const CELLS = ROWS.flatMap((row) => ALL.map((format) => ({ ...row, format })));

describe('what is written', () => {
  it.concurrent.each(CELLS.filter(({ format, formats }) => formats.includes(format)))(
    'dedupe $words -f $format',
    async ({ format, ...row }) => {
      const outcome = await dedupe([...row.words.split(' '), '-f', format], { cwd });
      expect([outcome.status, outcome.stderr]).toEqual([0, expect.any(String)]);
      CHECKS[format](outcome.stdout, row);
    },
  );

  it.concurrent.each(CELLS.filter(({ format, formats }) => !formats.includes(format)))(
    'dedupe $words -f $format is refused',
    async ({ words, format }) => {
      const outcome = await dedupe([...words.split(' '), '-f', format], { cwd });
      expect([outcome.status, outcome.stdout]).toEqual([2, '']);
      expect(outcome.stderr).toMatch(/^dedupe: error: [^\n]+\n$/);
    },
  );
});
