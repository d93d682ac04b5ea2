/**
 * Every command with every exit code that it can end with, through the real command in a real shell. A command, or a code
 * of `dedupe help exit-codes`, that has no row here fails; so does a code that help and README do not tell alike.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/flags.ts';
import { STATE_VERB_NAMES } from '../../src/cli/state-verbs.ts';
import { TOPICS } from '../../src/cli/topics.ts';
import { lockWriter } from '../../src/state/store/writer-lock.ts';
import { dedupe, ROOT } from '../helpers/command.ts';
import { folderWith, HARBOUR, LIBRARY, lines, shell } from './workspace.ts';

const FEW = '--no-translations --jobs 0';
/** A terminal's and the shell's ways to end a run; the time is for a slow machine. */
const ended = (signal: string, words: string): string =>
  `timeout --preserve-status -s ${signal} 3 "$NODE" "$BIN" ${words} < <(sleep 30)`;
/** A standard output that is no stream any more: what no code of the program expects. */
const BROKEN = `NODE_OPTIONS='--import data:text/javascript,process.stdout.write=()=>{throw%20new%20TypeError("broken")}'`;
const withState = (script: string): string => `cp -r state own && ${script}`;

interface Scenarios {
  /** Words that end with 0 and print. */
  readonly good: string;
  /** By exit code: a bash script, in which `dedupe` is the command. 0, 1, 2 and 7 are made of the good one where they are missing. */
  readonly codes: Readonly<Record<number, string | readonly string[]>>;
  /** Codes that cannot be; 1, a defect, where nothing is printed that could be broken from outside. */
  readonly never: readonly number[];
}

/** What cannot be of a command that reads no articles and no state. */
const NO_INPUT = [3, 4, 5, 6, 10, 129, 130, 143];

const TABLE: Readonly<Record<string, Scenarios>> = {
  scan: {
    good: `in ${FEW}`,
    codes: {
      0: [`mkdir empty && dedupe empty`, `dedupe in --fail-on none -f csv ${FEW}`],
      2: [
        'dedupe',
        'dedupe in --threshold lax',
        'dedupe in -o in/out.json',
        'dedupe in --config broken.txt',
        `dedupe in --memory 20M ${FEW}`,
      ],
      3: [`dedupe in bad.jsonl ${FEW}`, `dedupe in gone.txt ${FEW}`],
      4: ['dedupe gone.txt', `dedupe less --state big ${FEW}`],
      5: [`dedupe in --state foreign ${FEW}`, `dedupe in --state state --no-clean ${FEW}`],
      6: `dedupe in --state busy ${FEW}`,
      7: [`dedupe in ${FEW} -o /proc/out.json`],
      10: [
        `dedupe in --fail-on any ${FEW}`,
        `dedupe in --fail-on count:1 ${FEW} -o gated.json && false; [ -s gated.json ] && exit 10`,
      ],
      129: ended('HUP', '-'),
      130: ended('INT', '-'),
      143: [ended('TERM', '-'), `sleep 20 | dedupe - --time-limit 1`],
    },
    never: [],
  },
  inspect: {
    good: 'inspect in',
    codes: {
      2: 'dedupe inspect',
      3: 'dedupe inspect in bad.jsonl',
      4: 'dedupe inspect gone.txt',
      129: ended('HUP', 'inspect -'),
      130: ended('INT', 'inspect -'),
      143: ended('TERM', 'inspect -'),
    },
    never: [5, 6, 10],
  },
  explain: {
    good: `explain in/a.txt in/c.txt ${FEW.replace('--jobs 0', '')}`,
    codes: {
      2: 'dedupe explain in/a.txt',
      3: 'dedupe explain in/a.txt bus --in in --in bad.jsonl',
      4: ['dedupe explain in/a.txt gone.txt', 'dedupe explain in/a.txt gone --state state --no-translations'],
      5: 'dedupe explain in/a.txt bus --state foreign --no-translations',
      129: ended('HUP', 'explain - in/a.txt'),
      130: ended('INT', 'explain - in/a.txt'),
      143: ended('TERM', 'explain - in/a.txt'),
    },
    never: [6, 10],
  },
  lookup: {
    good: `lookup new.txt --state state ${FEW}`,
    codes: {
      2: 'dedupe lookup new.txt',
      3: `dedupe lookup bad.jsonl --state state ${FEW}`,
      4: `dedupe lookup gone.txt --state state ${FEW}`,
      5: `dedupe lookup new.txt --state foreign ${FEW}`,
      10: `dedupe lookup new.txt --state state --fail-on any ${FEW}`,
      129: ended('HUP', `lookup - --state state ${FEW}`),
      130: ended('INT', `lookup - --state state ${FEW}`),
      143: ended('TERM', `lookup - --state state ${FEW}`),
    },
    never: [6],
  },
  report: {
    good: 'report new.json',
    codes: {
      2: ['dedupe report', 'dedupe report in/a.txt', 'head -c 900 new.json | dedupe report -'],
      4: 'dedupe report gone.json',
      129: ended('HUP', 'report -'),
      130: ended('INT', 'report -'),
      143: ended('TERM', 'report -'),
    },
    never: [3, 5, 6, 10],
  },
  diff: {
    good: 'diff old.json new.json',
    codes: {
      2: ['dedupe diff old.json', 'dedupe diff old.json in/a.txt'],
      4: 'dedupe diff old.json gone.json',
      10: 'dedupe diff old.json new.json --fail-on any',
      129: ended('HUP', 'diff - new.json'),
      130: ended('INT', 'diff - new.json'),
      143: ended('TERM', 'diff - new.json'),
    },
    never: [3, 5, 6],
  },
  review: {
    good: 'review new.json --decisions d.ndjson',
    codes: {
      2: 'dedupe review',
      4: 'dedupe review gone.json',
      7: 'printf s | dedupe review new.json --decisions gone/d.ndjson',
      129: ended('HUP', 'review new.json --decisions d.ndjson'),
      130: [
        ended('INT', 'review new.json --decisions d.ndjson'),
        `printf '\\003' | dedupe review new.json --decisions d.ndjson`,
      ],
      143: ended('TERM', 'review new.json --decisions d.ndjson'),
    },
    never: [3, 5, 6, 10],
  },
  'state info': {
    good: 'state info state',
    codes: { 2: 'dedupe state info', 5: ['dedupe state info foreign', 'dedupe state info gone'] },
    never: [3, 4, 6, 10, 129, 130, 143],
  },
  'state check': {
    good: 'state check state',
    codes: { 5: withState('head -c 20000 state/articles.mdb >own/articles.mdb; dedupe state check own') },
    never: [3, 4, 6, 10, 129, 130, 143],
  },
  'state export': {
    good: 'state export state',
    codes: { 5: 'dedupe state export foreign' },
    never: [3, 4, 6, 10, 129, 130, 143],
  },
  'state rebuild': {
    good: '',
    codes: {
      0: withState(`dedupe state rebuild own --jobs 0`),
      3: withState(`cp bad.jsonl in2.jsonl; dedupe state rebuild own in in2.jsonl --jobs 0`),
      4: 'mkdir far && cp -r state far/state && cd far && dedupe state rebuild state elsewhere --jobs 0',
      5: 'dedupe state rebuild foreign --jobs 0',
      6: 'dedupe state rebuild busy --jobs 0',
    },
    never: [1, 7, 10, 129, 130, 143],
  },
  'state compact': {
    good: '',
    codes: {
      0: withState('dedupe state compact own'),
      5: 'dedupe state compact foreign',
      6: 'dedupe state compact busy',
    },
    never: [1, 3, 4, 7, 10, 129, 130, 143],
  },
  'state forget': {
    good: '',
    codes: {
      0: withState('dedupe state forget own in/a.txt'),
      2: 'dedupe state forget state',
      4: withState('dedupe state forget own nowhere.txt'),
      5: 'dedupe state forget foreign in',
      6: 'dedupe state forget busy in',
    },
    never: [1, 3, 7, 10, 129, 130, 143],
  },
  stage: {
    good: 'stage limits',
    codes: {
      2: ['dedupe stage', 'dedupe stage nearer'],
      3: `echo '{"members":' | dedupe stage near`,
      5: `echo '{"v":0,"made":"elsewhere"}' | dedupe stage again`,
      129: ended('HUP', 'stage near'),
      130: ended('INT', 'stage near'),
      143: ended('TERM', 'stage near'),
    },
    never: [4, 6, 10],
  },
  schema: { good: 'schema report', codes: { 2: 'dedupe schema letter' }, never: NO_INPUT },
  doctor: {
    good: 'doctor',
    codes: { 2: ['dedupe doctor -f csv', 'TMPDIR=/nowhere dedupe doctor'] },
    never: NO_INPUT,
  },
  completion: { good: 'completion bash', codes: { 2: 'dedupe completion tcsh' }, never: NO_INPUT },
  man: { good: 'man', codes: {}, never: NO_INPUT },
  help: { good: 'help exit-codes', codes: { 2: 'dedupe help letters' }, never: NO_INPUT },
};

/** Codes at the start of a line of the topic, joined by commas. */
const DOCUMENTED = [...(TOPICS.get('exit-codes') ?? '').matchAll(/^ {2}(\d[\d, ]*\d|\d) {2,}/gm)]
  .flatMap(([, codes = '']) => codes.split(',').map(Number))
  .sort((a, b) => a - b);

function scriptsOf({
  good,
  codes,
}: Scenarios): readonly { readonly code: number; readonly script: string }[] {
  const made: Readonly<Record<number, readonly string[]>> =
    good === ''
      ? { 2: [] }
      : {
          0: [`dedupe ${good} >all.txt`, `dedupe ${good} | true; exit \${PIPESTATUS[0]}`],
          1: [`${BROKEN} dedupe ${good}`],
          2: [`dedupe ${good} --no-such-flag`],
          7: [`dedupe ${good} >/dev/full`],
        };
  return DOCUMENTED.flatMap((code) =>
    [...(made[code] ?? []), ...[codes[code] ?? []].flat()].map((script) => ({ code, script })),
  );
}

let cwd = '';
let letGo: () => void;

beforeAll(async () => {
  cwd = folderWith({
    'in/a.txt': HARBOUR,
    'in/c.txt': HARBOUR,
    'in/b.jsonl': lines({ id: 'bus', text: LIBRARY }),
    'bad.jsonl': `${lines({ id: 'bus', text: LIBRARY })}{"text":\n`,
    'new.txt': HARBOUR,
    'broken.txt': 'no JSON',
    'foreign/other.txt': 'of somebody else',
    ...Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`less/${n}.txt`, `${n} ${LIBRARY}`])),
  });
  for (const words of [
    `in/a.txt ${FEW} -o old.json`,
    `in ${FEW} --state state -o new.json`,
    `in ${FEW} --state busy -q -o ignored.json`,
    `less ${FEW} --state big -q -o ignored.json`,
  ])
    expect((await dedupe(words.split(' '), { cwd })).status).toBe(0);
  for (let n = 0; n < 5; n++) rmSync(join(cwd, `less/${n}.txt`));
  letGo = await lockWriter(join(cwd, 'busy'), { pid: process.pid, since: '2024-01-01T00:00:00Z' }, 0);
  return () => letGo();
});

describe('the table', () => {
  it('has every command, and of each every code or that it cannot be', () => {
    const commands = COMMANDS.flatMap((command) =>
      command === 'state' ? STATE_VERB_NAMES.map((verb) => `state ${verb}`) : [command],
    );
    expect(Object.keys(TABLE).sort()).toEqual([...commands].sort());
    for (const [command, scenarios] of Object.entries(TABLE)) {
      const tried = new Set(scriptsOf(scenarios).map(({ code }) => code));
      const all = [...new Set([...tried, ...scenarios.never, 2])].sort((a, b) => a - b);
      expect({ command, codes: all }).toEqual({ command, codes: DOCUMENTED });
      expect(scenarios.never.filter((code) => tried.has(code))).toEqual([]);
    }
  });

  it('has what help and README tell, and these tell the same', () => {
    const readme =
      readFileSync(join(ROOT, 'README.md'), 'utf8').split('## Exit codes')[1]?.split('\n## ')[0] ?? '';
    const told = [...readme.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, codes = '']) =>
      codes.split(',').map(Number),
    );
    expect(told.sort((a, b) => a - b)).toEqual(DOCUMENTED);
    expect(DOCUMENTED).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 10, 129, 130, 143]);
  });
});

const CASES = Object.entries(TABLE).flatMap(([command, scenarios]) =>
  scriptsOf(scenarios).map(({ code, script }) => ({ command, code, script })),
);

describe('a run ends with', () => {
  it.concurrent.each(CASES)('$code: $command: $script', async ({ command, code, script }) => {
    // Each in a copy, but for what is locked: several run at once.
    const own = folderWith();
    const place = `cp -r '${cwd}'/{in,less,foreign,state,big,bad.jsonl,broken.txt,new.txt,old.json,new.json} . && ln -s '${cwd}/busy' busy`;
    const outcome = await shell(`${place}\n${script}`, { cwd: own, input: '' });
    expect([outcome.status, outcome.stderr]).toEqual([code, expect.any(String)]);
    if (code === 1) expect(outcome.stderr).toContain('This is a defect of dedupe');
    // What is missing stands in its findings, which are its answer.
    const isAnswered = command === 'doctor' && outcome.stdout !== '';
    if ([2, 4, 5, 6, 7].includes(code) && !isAnswered) {
      expect(outcome.stderr).toMatch(/^dedupe: error: /m);
      // What could not be done leaves nothing that could be taken for an answer.
      if (code !== 7) expect(outcome.stdout).toBe('');
    }
  });
});
