/** Runs that are ended by a signal at a random moment: the last complete run stays readable, and the next goes on. */
import { spawn } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, dedupe, type Outcome } from '../helpers/command.ts';
import { makeSentence, mulberry } from '../helpers/made-up-text.mjs';
import { folderWith, lines, shell } from './workspace.ts';

const KILLS = Number(process.env['TEST_KILLS'] ?? 12);
const WORDS = ['in', '--state', 'state', '--no-translations', '--no-language', '-f', 'ndjson', '--quiet'];

/** Records with a copy here and there. */
function records(random: () => number, count: number): string {
  const texts = Array.from({ length: count }, () =>
    Array.from({ length: 12 }, () => makeSentence(random, 'latin')).join(' '),
  );
  return lines(...texts.map((text, n) => ({ text: n % 9 === 0 ? texts[0] : text })));
}

function archiveOf(random: () => number, files: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: files }, (_, n) => [`in/${n}.jsonl`, records(random, 60)]));
}

/** Starts the command and ends it after so many milliseconds, or when it is done. */
function killedAfter(cwd: string, ms: number, signal: NodeJS.Signals): Promise<string | number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...WORDS], { cwd, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill(signal), ms);
    child.on('close', (status, by) => {
      clearTimeout(timer);
      resolve(by ?? status);
    });
  });
}

const groupsOf = ({ stdout }: Outcome): string =>
  stdout.replaceAll('"isNew":true,', '').replaceAll(/"formerIds":\[[^\]]*\],/g, '');

describe('a run that is killed', () => {
  it(`leaves the last complete run, wherever it was (${KILLS} times)`, async () => {
    const random = mulberry(KILLS);
    const cwd = folderWith(archiveOf(random, 40));
    const look = (): Promise<Outcome> =>
      dedupe([...WORDS, '--read-only', '--allow-shrink', '--only', 'new'], { cwd });
    // Much to read and something to recognise each night.
    const change = (night: number): void => {
      for (let n = 0; n < 20; n++)
        writeFileSync(join(cwd, `in/${(night + n) % 40}.jsonl`), records(random, 60));
      renameSync(join(cwd, `in/${(night + 30) % 40}.jsonl`), join(cwd, `in/moved-${night}.jsonl`));
      writeFileSync(join(cwd, `in/${(night + 30) % 40}.jsonl`), records(random, 3));
    };
    expect((await dedupe(WORDS, { cwd })).status).toBe(0);
    change(0);
    const began = Date.now();
    expect((await dedupe(WORDS, { cwd })).status).toBe(0);
    const took = Date.now() - began;
    let ended = 0;
    for (let night = 1; night <= KILLS; night++) {
      change(night);
      if ((await killedAfter(cwd, random() * took, 'SIGKILL')) === 'SIGKILL') ended++;
      const seen = await look();
      expect([seen.status, seen.stderr]).toEqual([0, '']);
    }
    expect(ended).toBeGreaterThan(KILLS / 4);
    const last = await dedupe([...WORDS, '--allow-shrink'], { cwd });
    expect([last.status, last.stderr]).toEqual([0, '']);
    const full = await dedupe(
      WORDS.filter((word) => !['--state', 'state'].includes(word)),
      { cwd },
    );
    expect(groupsOf(last)).toBe(full.stdout);
  }, 600_000);

  it('before any was complete leaves nothing to repair', async () => {
    const cwd = folderWith(archiveOf(mulberry(7), 20));
    for (let ms = 60; ms < 1500; ms += 160) await killedAfter(cwd, ms, 'SIGKILL');
    const last = await dedupe(WORDS, { cwd });
    expect([last.status, last.stderr]).toEqual([0, '']);
    const full = await dedupe(
      WORDS.filter((word) => !['--state', 'state'].includes(word)),
      { cwd },
    );
    expect(groupsOf(last)).toBe(full.stdout);
  }, 300_000);

  it.each([
    { signal: 'INT', code: 130 },
    { signal: 'TERM', code: 143 },
  ])('by SIG$signal ends with $code', async ({ signal, code }) => {
    const cwd = folderWith(archiveOf(mulberry(9), 60));
    // A background job of a script ignores SIGINT, a program that it starts in its own group does not.
    const script = `
      set -m
      "$NODE" "$BIN" ${WORDS.join(' ')} >out & run=$!
      until [ -s state/articles.mdb ]; do sleep 0.02; done
      kill -${signal} $run
      wait $run
      echo $?`;
    expect((await shell(script, { cwd })).stdout).toBe(`${code}\n`);
    expect((await dedupe(WORDS, { cwd })).status).toBe(0);
  });
});
