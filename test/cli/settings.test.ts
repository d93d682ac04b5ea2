import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { parseConfig } from '../../src/cli/config-file.ts';
import { SETTABLE } from '../../src/cli/flag.ts';
import {
  isNegative,
  isSetting,
  isSwitch,
  oppositeOf,
  settingName,
  variableOf,
} from '../../src/cli/flag-words.ts';
import { FLAGS, type Flag } from '../../src/cli/flags.ts';
import { ORIGINS, type Origin, type Value } from '../../src/cli/settings.ts';
import { dedupe, scan } from '../helpers/command.ts';
import { errorsOf } from '../helpers/schemas.ts';
import { folderWith, HARBOUR } from './workspace.ts';

const settable = FLAGS.filter(
  (flag) =>
    isSetting(flag) &&
    flag.notInFile !== true &&
    flag.commands.includes('scan') &&
    // Refused beside --within, which is there.
    settingName(flag) !== 'across',
);

/** Two values that a flag takes, by its place in the table. */
const VALUES: Readonly<Record<string, readonly [string, string]>> = {
  map: ['text=body', 'text=content'],
  'max-record': ['1M', '2M'],
  limit: ['3', '4'],
  sample: ['5', '6'],
  memory: ['1G', '2G'],
  'fail-on': ['any', 'count:3'],
  'lock-wait': ['1', '2'],
  jobs: ['1', '2'],
  'time-limit': ['10', '20'],
  window: ['30d', '60d'],
  'prefer-language': ['en', 'de,fr'],
};

function valuesOf(flag: Flag): readonly [Value, Value] {
  if (isSwitch(flag)) return [true, false];
  if (flag.counted === true) return [1, 2];
  const [one, two] = flag.choices?.slice(0, 2) ?? VALUES[settingName(flag)] ?? ['a', 'b'];
  return flag.repeatable === true ? [[String(one)], [String(two), 'c']] : [String(one), String(two ?? one)];
}

/** The words that say this value. */
function wordsFor(flag: Flag, value: Value): readonly string[] {
  if (isSwitch(flag))
    return [
      value === isNegative(flag)
        ? (oppositeOf(flag) ?? '')
        : `--${isNegative(flag) ? 'no-' : ''}${settingName(flag)}`,
    ];
  if (flag.counted === true) return Array.from({ length: Number(value) }, () => `--${settingName(flag)}`);
  return (Array.isArray(value) ? value : [value]).flatMap((one) => [`--${settingName(flag)}`, String(one)]);
}

describe('a setting', () => {
  it('comes from the flag, else the variable, else the file, else the default: whichever are there', async () => {
    const said = fc.constantFrom<0 | 1 | undefined>(0, 1, undefined);
    const cases = fc.array(fc.record({ flag: said, environment: said, file: said }), {
      minLength: settable.length,
      maxLength: settable.length,
    });
    await fc.assert(
      fc.asyncProperty(cases, async (places) => {
        const words = ['x'];
        const environment: Record<string, string> = {};
        const file: Record<string, Value> = {};
        settable.forEach((flag, i) => {
          const values = valuesOf(flag);
          const { flag: onLine, environment: inVariable, file: inFile } = places[i]!;
          if (onLine !== undefined) words.push(...wordsFor(flag, values[onLine]));
          if (inVariable !== undefined) {
            const value = values[inVariable];
            environment[variableOf(flag)] = Array.isArray(value) ? JSON.stringify(value) : String(value);
          }
          if (inFile !== undefined) file[settingName(flag)] = values[inFile];
        });
        const readConfig = () => parseConfig(JSON.stringify(file), 'some.json', true);
        const { settings } = await parseArguments(words, {
          exists: () => false,
          namesHere: () => [],
          environment,
          readConfig,
        });
        settable.forEach((flag, i) => {
          const from = ORIGINS.find(
            (origin) => origin === 'default' || places[i]![origin] !== undefined,
          ) as Origin;
          const expected = from === 'default' ? undefined : valuesOf(flag)[places[i]![from]!];
          expect({ flag: flag.flags, from: settings.get(flag)?.from }).toEqual({ flag: flag.flags, from });
          if (expected !== undefined) expect(settings.get(flag)?.value).toEqual(expected);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('reaches the run', async () => {
    const cwd = folderWith({
      'a.txt': HARBOUR,
      'dedupe.config.json': '{ "threshold": "strict", "clean": false, "jobs": 0 }',
    });
    const optionsOf = async (words: readonly string[], env: Record<string, string> = {}): Promise<object> =>
      JSON.parse((await dedupe([...words, '-f', 'json'], { cwd, env })).stdout).run.options;
    expect(await optionsOf(['a.txt'])).toMatchObject({ threshold: 'strict', clean: false });
    expect(await optionsOf(['a.txt'], { DEDUPE_THRESHOLD: 'loose' })).toMatchObject({ threshold: 'loose' });
    expect(
      await optionsOf(['a.txt', '--threshold', 'balanced', '--clean'], { DEDUPE_THRESHOLD: 'loose' }),
    ).toMatchObject({
      threshold: 'balanced',
      clean: true,
    });
  });
});

interface Refusal {
  readonly file?: string;
  readonly env?: Record<string, string>;
  readonly words?: readonly string[];
  readonly says: string;
}

const REFUSALS: readonly Refusal[] = [
  {
    file: '{\n  "jobs": 2,\n  "thershold": "strict"\n}',
    says: 'dedupe.config.json:3: thershold is no setting; did you mean "threshold"',
  },
  { file: '{\n  "threshold": "lax"\n}', says: "dedupe.config.json:2: threshold 'lax' is invalid" },
  { file: '{\n  "clean": "no"\n}', says: 'dedupe.config.json:2: clean takes true or false, not "no"' },
  { file: '{ "jobs": "many" }', says: 'dedupe.config.json:1: jobs takes a whole number' },
  { file: '{ "include": [1] }', says: 'include takes a string, or several' },
  { file: '{\n "a": 1,,\n}', says: 'dedupe.config.json:2: no JSON' },
  { file: '[]', says: 'holds no object' },
  { file: '{ "schema": "dedupe.config/9" }', says: 'is not "dedupe.config/1"' },
  { file: '{ "output": "x.json" }', says: 'says where to write' },
  { file: '{ "help": true }', says: 'help is no setting' },
  { file: '{ "__proto__": { "jobs": 1 } }', says: '__proto__ is no setting' },
  { env: { DEDUPE_TRESHOLD: 'strict' }, says: 'did you mean DEDUPE_THRESHOLD' },
  { env: { DEDUPE_NO_CLEAN: '1' }, says: 'did you mean DEDUPE_CLEAN=false?' },
  { env: { DEDUPE_NO_FOLLOW: '1' }, says: 'did you mean DEDUPE_FOLLOW=false?' },
  { env: { DEDUPE_NO_RULES: '1' }, says: 'did you mean DEDUPE_RULES?' },
  { env: { DEDUPE_THRESHOLD: 'strct' }, says: 'did you mean "strict"' },
  { env: { DEDUPE_FOLLOW: 'perhaps' }, says: 'DEDUPE_FOLLOW takes true or false' },
  { env: { DEDUPE_CONFIG: 'nowhere.json' }, says: 'nowhere.json cannot be read' },
  { words: ['--config', 'nowhere.json'], says: 'nowhere.json cannot be read' },
  { words: ['-f', 'jsno'], says: 'did you mean "json"' },
];

describe('what is no setting is refused, with its place', () => {
  it.each(REFUSALS)('$says', async ({ file, env = {}, words = [], says }) => {
    const cwd = folderWith({
      'a.txt': HARBOUR,
      ...(file === undefined ? {} : { 'dedupe.config.json': file }),
    });
    const outcome = await dedupe(['a.txt', ...words], { cwd, env });
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toMatch(/^dedupe: error: [^\n]+\n$/);
    expect(outcome.stderr).toContain(says);
  });

  it('but what is nobody’s business is left alone, and help never fails over it', async () => {
    const cwd = folderWith({ 'a.txt': HARBOUR, 'dedupe.config.json': 'not JSON' });
    expect(await dedupe(['--help'], { cwd })).toMatchObject({ status: 0, stderr: '' });
    const env = { DEDUPE_SOMETHING_ELSE: '1', DEDUPE_CONFIG: 'own.json' };
    const own = folderWith({ 'a.txt': HARBOUR, 'own.json': '{ "output": "r.json", "quiet": true }' });
    expect(await dedupe(['a.txt'], { cwd: own, env })).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});

describe('--print-config', () => {
  it('says each value and where it comes from, and reads nothing', async () => {
    const cwd = folderWith({ 'dedupe.config.json': '{\n "threshold": "strict",\n "exclude": ["a", "b"]\n}' });
    const env = { DEDUPE_JOBS: '2' };
    const { stdout, status } = await dedupe(['nowhere', '--no-clean', '--print-config'], { cwd, env });
    expect(status).toBe(0);
    const { settings } = JSON.parse(stdout);
    expect(settings).toMatchObject({
      threshold: { value: 'strict', from: 'file', place: 'dedupe.config.json:2: threshold' },
      exclude: { value: ['a', 'b'], from: 'file' },
      jobs: { value: '2', from: 'environment', place: 'DEDUPE_JOBS', variable: 'DEDUPE_JOBS' },
      clean: { value: false, from: 'flag', place: '--no-clean' },
      canonical: { value: 'longest', from: 'default' },
      limit: { value: null, from: 'default' },
    });
    const people = await dedupe(['nowhere', '--print-config', '-f', 'human'], { cwd, env });
    expect(people.stdout).toMatch(/^threshold +strict +file dedupe\.config\.json:2: threshold$/m);
    expect(people.stdout).toMatch(/^jobs +2 +environment DEDUPE_JOBS$/m);
  });
});

describe('settings of commands that read no archive', () => {
  let cwd = '';
  beforeAll(async () => {
    cwd = folderWith({ 'in/a.txt': HARBOUR, 'in/b.txt': HARBOUR });
    const few = ['--no-translations', '--jobs', '0'];
    await dedupe(['in/a.txt', ...few, '-o', 'old.json'], { cwd });
    await dedupe(['in', ...few, '--state', 'state', '-o', 'new.json'], { cwd });
  });

  it.each([
    { words: ['report', 'new.json'], env: { DEDUPE_FORMAT: 'csv' }, says: /^group,/, status: 0 },
    {
      words: ['report', 'new.json'],
      file: '{ "emit": "uniques", "format": "paths0" }',
      says: /^in\/a\.txt\0$/,
      status: 0,
    },
    { words: ['diff', 'old.json', 'new.json'], file: '{ "fail-on": "any" }', says: /"schema"/, status: 10 },
    { words: ['review', 'new.json'], env: { DEDUPE_LIMIT: '0' }, says: /^$/, status: 0 },
    { words: ['state', 'info', 'state'], env: { DEDUPE_FORMAT: 'human' }, says: /^state\nrun 1/, status: 0 },
    {
      words: ['state', 'check', 'state'],
      file: '{ "threshold": "strict", "format": "json" }',
      says: /"ok"/,
      status: 0,
    },
    { words: ['state', 'info', 'state'], file: '{ "formt": "json" }', says: /^$/, status: 2 },
  ])('$words', async ({ words, env = {}, file, says, status }) => {
    if (file !== undefined) writeFileSync(join(cwd, 'own.json'), file);
    const config: string[] = file === undefined ? [] : ['--config', 'own.json'];
    const outcome = await dedupe([...words, ...config], { cwd, env, input: '' });
    expect([outcome.status, outcome.stderr]).toEqual([status, expect.any(String)]);
    expect(outcome.stdout).toMatch(says);
  });

  it.each(SETTABLE)('%s --print-config tells its own', async (command) => {
    const { stdout, status } = await dedupe([command, 'x', '--print-config'], {
      env: { DEDUPE_FORMAT: 'json' },
    });
    expect(status).toBe(0);
    const told = JSON.parse(stdout);
    expect(errorsOf('settings', told)).toEqual([]);
    const own = FLAGS.filter((flag) => isSetting(flag) && flag.commands.includes(command)).map(settingName);
    expect([told.command, Object.keys(told.settings)]).toEqual([command, own]);
  });
});

describe('the file of settings in a folder of articles', () => {
  it('is left out by its name, which is told, and read where it is named', async () => {
    const articles = `[${JSON.stringify({ id: 'inside', text: HARBOUR })}]`;
    const cwd = folderWith({
      'a.txt': HARBOUR,
      'sub/dedupe.config.json': articles,
      'dedupe.config.json': '{}',
    });
    const { articles: walked, issues } = await scan(['.'], { cwd });
    expect(walked.map(({ id }) => id)).toEqual(['a.txt']);
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'own-report dedupe.config.json',
      'own-report sub/dedupe.config.json',
    ]);
    const named = await scan(['.', 'sub/dedupe.config.json'], { cwd });
    expect(named.articles.map(({ id }) => id)).toEqual(['a.txt', 'inside']);
    expect(named.issues.map(({ path }) => path)).toEqual(['dedupe.config.json']);
  });
});
