/**
 * Nights of the real command over an archive that changes, some of them ended by a signal at a random moment: the groups
 * are those of one full run. A handful by default; TEST_NIGHTS=365 is a year.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, dedupe, type Outcome } from '../helpers/command.ts';
import { between, mulberry, pick } from '../helpers/made-up-text.mjs';
import { Archive } from './nights.ts';
import { folderWith } from './workspace.ts';

const NIGHTS = Number(process.env['TEST_NIGHTS'] ?? 5);
/** Compared with a full run each so many nights, and after the last. */
const COMPARED = 30;
const SIGNALS = ['SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT'] as const;

const WORDS = ['in', '--quiet', '-f', 'json', '--jobs', '0'];
const STATE = ['--state', 'state', '--allow-shrink'];

/** Without history. */
const groupsOf = ({ stdout }: Outcome): string =>
  JSON.stringify(
    JSON.parse(stdout, (key, value: unknown) => (key === 'isNew' || key === 'formerIds' ? undefined : value)),
  );

/** Starts a night that is ended after so many milliseconds, if it is not done by then. */
function endedAfter(cwd: string, ms: number, signal: NodeJS.Signals): Promise<string | number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...WORDS, ...STATE], { cwd, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill(signal), ms);
    child.on('close', (status, by) => {
      clearTimeout(timer);
      resolve(by ?? status);
    });
  });
}

describe('a year of nights', () => {
  it(
    `ends with the groups of one full run (${NIGHTS} nights)`,
    async () => {
      const random = mulberry(365);
      const cwd = folderWith();
      const archive = new Archive(join(cwd, 'in'), 365);
      const told = { ended: 0, compared: 0 };
      let took = 1000;
      for (let night = 1; night <= NIGHTS; night++) {
        archive.night();
        if (archive.names.length === 0) continue;
        while (random() < 0.35) {
          const by = await endedAfter(cwd, between(random, 100, took), pick(random, SIGNALS));
          if (typeof by === 'string') told.ended++;
          else expect([0, 3]).toContain(by);
        }
        const began = Date.now();
        const outcome = await dedupe([...WORDS, ...STATE], { cwd });
        took = Date.now() - began;
        expect([0, 3]).toContain(outcome.status);
        if (night % COMPARED !== 0 && night !== NIGHTS) continue;
        const full = await dedupe(WORDS, { cwd });
        expect(groupsOf(outcome)).toBe(groupsOf(full));
        expect((await dedupe(['state', 'check', 'state'], { cwd })).status).toBe(0);
        told.compared++;
      }
      const groups = JSON.parse((await dedupe(WORDS, { cwd })).stdout).groups.length;
      console.log(
        `${NIGHTS} nights, ${told.ended} runs ended by a signal, ${told.compared} comparisons, ${archive.names.length} files, ${groups} groups at the end`,
      );
      expect(told.compared).toBeGreaterThan(0);
    },
    60_000 + 60_000 * NIGHTS,
  );
});
