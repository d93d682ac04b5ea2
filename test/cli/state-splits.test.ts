/** Incremental equals full: random nights over a made-up archive, each compared with one run over the same files. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { OUTSIDE } from '../../src/cli/outside.ts';
import { makeReady } from '../../src/cli/ready.ts';
import { scan } from '../../src/cli/scan.ts';
import { Watch } from '../../src/cli/watch.ts';
import { between, mulberry, pick } from '../helpers/made-up-text.mjs';
import { Archive, FOLDERS } from './nights.ts';

const CASES = Number(process.env['TEST_SPLITS'] ?? 20);
const place = mkdtempSync(join(tmpdir(), 'dedupe-splits-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));
afterEach(() => void vi.restoreAllMocks());

/** The report as it was written. The command line in this process: a process each would take most of the time. */
async function report(words: readonly string[]): Promise<string> {
  const file = join(place, 'report.json');
  const arguments_ = [...words, '--jobs', '0', '--quiet', '-o', file];
  const watch = new Watch({ row: () => undefined, standing: () => undefined }, () => 0);
  await scan(await makeReady(await parseArguments(arguments_, OUTSIDE)), watch);
  return readFileSync(file, 'utf8');
}

/** Without history, laid out again so that nothing else is missed. */
function withoutHistory(written: string): string {
  const text = JSON.parse(written, (key, value: unknown) =>
    key === 'isNew' || key === 'formerIds' ? undefined : value,
  ) as unknown;
  return JSON.stringify(text);
}

describe('a state', () => {
  it.each(Array.from({ length: CASES }, (_, n) => n + 1))(
    'finds what one full run finds, split %i',
    async (seed) => {
      const random = mulberry(seed);
      vi.spyOn(process.stderr, 'write').mockReturnValue(true);
      // Files that have stood still for long are known by how they stand, others by their content.
      const real = Date.now;
      if (seed % 2 === 0) vi.spyOn(Date, 'now').mockImplementation(() => real() + 3_600_000);
      const root = join(place, `${seed}`);
      const archive = new Archive(join(root, 'in'), seed);
      const options = pick(random, [
        [],
        ['--no-translations'],
        ['--threshold', 'loose'],
        ['--canonical', 'first'],
      ]);
      let known: string[] = [];
      for (let night = between(random, 2, 7); night > 0; night--) {
        archive.night();
        if (archive.names.length === 0) continue;
        const named = pick(random, [[''], [''], [pick(random, FOLDERS)], FOLDERS.slice(0, 2)]);
        known = archive.names.filter(
          (name) => known.includes(name) || named.some((folder: string) => name.startsWith(folder)),
        );
        const inArchive = (name: string): string => join(archive.root, name);
        const state = ['--state', join(root, 'state'), '--allow-shrink'];
        const incremental = await report([...named.map(inArchive), ...state, ...options]);
        const full = await report([...(known.length === 0 ? named : known).map(inArchive), ...options]);
        expect(withoutHistory(incremental)).toBe(withoutHistory(full));
      }
      rmSync(root, { recursive: true, force: true });
    },
  );
});
