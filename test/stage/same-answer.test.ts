/**
 * The stages as filters, with their rows moved as a cluster moves them, give the report of `dedupe scan` byte for byte.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { makeReady } from '../../src/cli/ready.ts';
import { contextOf } from '../../src/cli/stage.ts';
import { folderWith, lines } from '../cli/workspace.ts';
import { dedupe, ROOT } from '../helpers/command.ts';
import { makeSentence, mulberry } from '../helpers/made-up-text.mjs';
import { type Piece, type Played, play } from './driver.ts';

const NOWHERE = {
  exists: () => false,
  namesHere: () => [],
  environment: {},
  readConfig: async () => undefined,
};

async function played(
  folder: string,
  seed: number,
  flags: readonly string[] = [],
  from: string = ROOT,
): Promise<Played> {
  const request = await makeReady(await parseArguments(['stage', 'features', ...flags], NOWHERE));
  return await play(filesIn(folder, from), contextOf(request), mulberry(seed));
}

function filesIn(folder: string, from: string): readonly Piece[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path: relative(from, path), bytes: new Uint8Array(readFileSync(path)) }));
}

async function scanned(folder: string, flags: readonly string[] = []): Promise<string> {
  const { stdout } = await dedupe([
    'scan',
    relative(ROOT, folder),
    '-f',
    'ndjson',
    '--jobs',
    '0',
    '-q',
    ...flags,
  ]);
  return stdout;
}

function check(name: string, folder: () => string, flags: readonly string[] = [], seeds = [1, 2]): void {
  it(name, async () => {
    const where = folder();
    const expected = await scanned(where, flags);
    expect(expected.split('\n').length).toBeGreaterThan(3);
    for (const seed of seeds) expect((await played(where, seed, flags)).report).toBe(expected);
  }, 120_000);
}

describe('the same report as a scan', () => {
  check('of the newsroom', () => join(ROOT, 'fixtures', 'newsroom'));
  check(
    'of the newsroom, by event, loosely',
    () => join(ROOT, 'fixtures', 'newsroom'),
    ['--group-by', 'event', '--threshold', 'loose'],
    [3],
  );
  check(
    'of the newsroom, uncleaned, canonicals in German',
    () => join(ROOT, 'fixtures', 'newsroom'),
    ['--no-clean', '--prefer-language', 'de', '--canonical', 'first'],
    [4],
  );
  check('of damaged files', () => join(ROOT, 'fixtures', 'damaged'), [], [5]);
  check('of all formats', () => join(ROOT, 'fixtures', 'formats'), [], [6]);
});

/** Articles that meet every bound: buckets, phrases and keys of too many, chrome of sources, teasers, ids taken twice. */
function crowdedFolder(seed: number): string {
  const random = mulberry(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(values.length * random())]!;
  const sentences = Array.from({ length: 60 }, () => makeSentence(random, 'latin'));
  const paragraph = (count: number): string => Array.from({ length: count }, () => pick(sentences)).join(' ');
  const mould = Array.from({ length: 8 }, () => paragraph(3));
  const chrome = [
    'About the author',
    `${makeSentence(random, 'latin')} Follow us for more.`,
    'All rights reserved',
  ];
  const leads = Array.from({ length: 12 }, () => paragraph(4));
  const texts: string[] = [];
  const record = (n: number): object => {
    const kind = random();
    const source = random() < 0.5 ? { source: pick(['a.example', 'b.example', 'c.example']) } : {};
    const day = random() < 0.8 ? { date: '2024-05-02' } : {};
    const own = Array.from({ length: 3 + Math.floor(4 * random()) }, () => paragraph(3));
    const text =
      kind < 0.3
        ? [...mould.map((part) => (random() < 0.05 ? paragraph(3) : part)), makeSentence(random, 'latin')]
        : kind < 0.4 && texts.length > 0
          ? [pick(texts)]
          : kind < 0.5 && texts.length > 0
            ? pick(texts).split('\n').slice(0, 2)
            : [pick(leads), ...own, ...(random() < 0.4 ? [pick(leads)] : [])];
    const whole = [...text, ...('source' in source ? chrome : [])].join('\n');
    texts.push(whole);
    const id = random() < 0.1 ? pick(['same', 'in/1.jsonl#3', `in/0.jsonl#${n}`]) : `n${n}`;
    return {
      id,
      title: random() < 0.3 ? 'Tellmouth' : makeSentence(random, 'latin'),
      text: whole,
      ...source,
      ...day,
    };
  };
  const all = Array.from({ length: 420 }, (_, n) => record(n));
  return folderWith({
    'in/0.jsonl': lines(...all.slice(0, 150)),
    'in/1.jsonl': `${lines(...all.slice(150, 200))}{"text":\n${lines(...all.slice(200))}`,
    'in/poison.txt': 'A text\u0000with bytes that are none.',
  });
}

describe('the same report as a scan of collections that meet the bounds', () => {
  for (const seed of [11, 12]) {
    it(`seed ${seed}`, async () => {
      const folder = crowdedFolder(seed);
      const { stdout } = await dedupe(['scan', 'in', '-f', 'ndjson', '--jobs', '0', '-q'], { cwd: folder });
      const { report, taken } = await played(join(folder, 'in'), seed, [], folder);
      expect(report).toBe(stdout);
      for (const stage of [
        'repeated',
        'again',
        'teasers',
        'near',
        'chain',
        'phrases',
        'sift',
        'ask',
        'related',
      ] as const)
        expect(taken.get(stage), stage).toBeGreaterThan(0);
      for (const met of ['duplicate-id', 'band 5', 'sampled phrases', 'invalid-json'])
        expect(stdout).toContain(met);
    }, 120_000);
  }
});
