/** The bar on stderr: there on a terminal while something takes long, and never a byte of it anywhere else. */
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createProgress, wordsOf } from '../../src/cli/progress.ts';
import { dedupe, type Outcome } from '../helpers/command.ts';
import { dedupeOnTerminal, hasTerminal } from '../helpers/terminal.ts';
import { folderWith, HARBOUR, muchToRead } from './workspace.ts';

/** Takes more than a second to read with no thread beside. */
const MUCH = { files: 12, records: 40, sentences: 15 };

const WORDS = ['in', '--no-translations', '--jobs', '0', '-f', 'json'];
const ESCAPE = String.fromCharCode(27);

describe('on a terminal', () => {
  it.runIf(hasTerminal)('stage, share, rate and remaining time stand in one line that goes', async () => {
    const cwd = muchToRead(MUCH);
    const { stdout, stderr, status } = await dedupeOnTerminal(80, WORDS, { cwd });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).end).toEqual({ status: 'complete' });
    expect(stderr).toMatch(/reading +#+\.+ \d+ KiB of [\d.]+ [KM]iB, \d+ KiB\/s, \d+:\d\d left/);
    // Nothing but the bar, whose last act is to clear its line; no new line, nothing switched off for good.
    expect(stderr).not.toContain('\n');
    expect(stderr.endsWith(`${ESCAPE}[2K`)).toBe(true);
    expect(stderr).not.toContain(`${ESCAPE}[?`);
    const shown = stderr.replaceAll(/\u001b(?:\[[0-9?]*[A-Za-z]|[78])/g, '\n').split('\n');
    for (const line of shown) expect(line.length).toBeLessThanOrEqual(80);
    // Less is shown on a narrow one, and it does not wrap.
    const narrow = await dedupeOnTerminal(40, WORDS, { cwd });
    expect(narrow.stderr).toContain('reading');
    for (const line of narrow.stderr.replaceAll(/\u001b(?:\[[0-9?]*[A-Za-z]|[78])/g, '\n').split('\n'))
      expect(line.length).toBeLessThanOrEqual(40);
    for (const words of [['-q'], ['--log-format', 'json']]) {
      const other = await dedupeOnTerminal(80, [...WORDS, ...words], { cwd });
      expect(other.stderr).not.toContain(ESCAPE);
      expect(other.stdout).toBe(stdout);
    }
  });
  it.runIf(hasTerminal)('a run that writes files only says what it found and where it is', async () => {
    const cwd = folderWith({ 'in/a.txt': HARBOUR, 'in/b.txt': HARBOUR });
    const files = ['in', '-o', 'r.json', '-o', 'r.html'];
    const told = await dedupeOnTerminal(80, files, { cwd });
    expect([told.status, told.stdout]).toEqual([0, '']);
    expect(told.stderr).toContain('dedupe: 1 group in 2 articles, written to r.json, r.html');
    for (const words of [
      [...files, '-q'],
      [...files, '--summary'],
      [...files, '-f', 'csv'],
    ])
      expect((await dedupeOnTerminal(80, words, { cwd })).stderr).not.toContain('written to');
    expect((await dedupe(files, { cwd })).stderr).toBe('');
  });
  if (!hasTerminal) it.skip('needs Python with pty', () => undefined);
});

describe('elsewhere', () => {
  it('is not one byte, and lines where they are asked for', async () => {
    const cwd = muchToRead(MUCH);
    expect((await dedupe(WORDS, { cwd })).stderr).toBe('');
    const asked: Outcome = await dedupe([...WORDS, '--progress', 'always'], { cwd });
    expect(asked.stderr).toMatch(/^reading +#+\.* \d+ KiB of [\d.]+ [KM]iB/);
    expect(asked.stderr).not.toContain(ESCAPE);
    expect(asked.stderr.endsWith('\n')).toBe(true);
  });
});

describe('the words', () => {
  it.each([
    [
      { stage: 'read', done: 3 << 20, total: 10 << 20, seconds: 2 },
      '3.0 MiB of 10 MiB, 1.5 MiB/s, 0:05 left',
    ],
    [{ stage: 'read', done: 5000, seconds: 1 }, '4.9 KiB, 4.9 KiB/s'],
    [{ stage: 'judge', done: 10, total: 73_000, seconds: 1 }, '10 of 73000, 10/s, 2:01:39 left'],
    [{ stage: 'judge', done: 1, total: 4, seconds: 2 }, '1 of 4, 0.5/s, 0:06 left'],
    [{ stage: 'near', done: 3, total: 3, seconds: 1 }, '3 of 3, 3/s'],
    [{ stage: 'clean', done: 0, seconds: 1 }, '0'],
  ] as const)('%j: %s', (standing, words) => {
    expect(wordsOf(standing).words).toBe(words);
  });
});

describe('the bar', () => {
  it('comes when a stage takes long, goes with it, and stays away from pipes', async () => {
    const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    const written: string[] = [];
    stream.on('data', (chunk: Buffer) => written.push(chunk.toString()));
    const progress = await createProgress('auto', stream, 'xterm');
    progress?.show({ stage: 'read', done: 1, total: 10, seconds: 0.1 });
    await sleep(20);
    expect(written).toEqual([]);
    progress?.show({ stage: 'read', done: 2, total: 10, seconds: 0.5 });
    progress?.show({ stage: 'clean', done: 0, seconds: 0 });
    await sleep(20);
    expect(written.join('')).toContain('reading');
    expect(written.join('').endsWith(`${ESCAPE}[2K`)).toBe(true);
    const count = written.length;
    progress?.show(undefined);
    await sleep(300);
    expect(written).toHaveLength(count);
    expect(await createProgress('auto', new PassThrough(), 'xterm')).toBeUndefined();
    expect(await createProgress('never', stream, 'xterm')).toBeUndefined();
    expect(await createProgress('auto', stream, 'dumb')).toBeUndefined();
  });
});
