/** `--memory`: fewer threads, the same bytes; and an end in plain words where it is not enough. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dedupe } from '../helpers/command.ts';
import { countedThreads, muchToRead } from './workspace.ts';

const FEW = ['--no-translations', '--no-clean', '-f', 'json'];

it('bounds the threads and no result', async () => {
  const cwd = muchToRead({ files: 2, records: 300, sentences: 20 });
  const whole = await dedupe(['in', ...FEW], { cwd });
  expect(whole.status).toBe(0);
  expect(await dedupe(['in', ...FEW, '--memory', '1G'], { cwd })).toEqual(whole);
  const words = ['in', ...FEW, '--no-language'];
  const plain = await dedupe(words, { cwd });
  expect(plain.status).toBe(0);
  for (const [memory, others] of [
    ['300M', 0],
    ['400M', 1],
  ] as const) {
    const { env, started } = countedThreads();
    const bounded = await dedupe([...words, '--jobs', '3', '--memory', memory], { cwd, env });
    expect([bounded, started()]).toEqual([plain, others]);
  }
});

it.each(['20M', '100K'])('ends a run that takes more than %s, and writes nothing', async (memory) => {
  const cwd = muchToRead({ files: 2, records: 300, sentences: 20 });
  const outcome = await dedupe(['in', ...FEW, '--memory', memory, '-o', 'out.json'], { cwd });
  expect([outcome.status, outcome.stdout]).toEqual([2, '']);
  expect(outcome.stderr).toMatch(/^dedupe: error: the run takes \d+M, [^\n]+\n$/);
  expect(outcome.stderr).toContain(`more than --memory ${memory} allows;`);
  expect(existsSync(join(cwd, 'out.json'))).toBe(false);
});
