import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dedupe, type ParsedReport } from '../helpers/command.ts';
import { folderWith, HARBOUR, LIBRARY, lines } from './workspace.ts';

const MEGABYTE = 2 ** 20;

/** Writes `head`, then 200 MB without a line end, then `tail`. */
function writeLong(path: string, head: string, tail: string): void {
  const file = openSync(path, 'w');
  const filler = Buffer.alloc(4 * MEGABYTE, 'word ');
  writeSync(file, head);
  for (let written = 0; written < 200 * MEGABYTE; written += filler.length) writeSync(file, filler);
  writeSync(file, tail);
  closeSync(file);
}

describe('a line of 200 MB', () => {
  it('costs itself only, and no memory', async () => {
    const before = lines({ id: 'before', text: HARBOUR });
    const cwd = folderWith({
      'in/a.txt': HARBOUR,
      'in/z.txt': LIBRARY,
      // Largest resident set of the whole run, in KiB.
      'hook.cjs':
        'process.on("exit", () => require("node:fs").writeFileSync(process.env.PEAK, String(process.resourceUsage().maxRSS)));',
    });
    writeLong(join(cwd, 'in/long.txt'), 'A long line: ', '\n');
    writeLong(
      join(cwd, 'in/long.jsonl'),
      `${before}{"id":"long","text":"`,
      `"}\n${lines({ id: 'after', text: LIBRARY })}`,
    );
    const env = {
      NODE_OPTIONS: `--max-old-space-size=256 --require ${join(cwd, 'hook.cjs')}`,
      PEAK: join(cwd, 'peak'),
    };
    const { status, stdout } = await dedupe(['in', '-q', '-f', 'json'], { cwd, env });
    expect(status).toBe(3);
    const report = JSON.parse(stdout) as ParsedReport;
    expect(report.articles.map((article) => article.id)).toEqual(['in/a.txt', 'before', 'after', 'in/z.txt']);
    expect(report.issues.map(({ code, path, record, offset }) => [code, path, record, offset])).toEqual([
      ['too-long', 'in/long.jsonl', 2, before.length],
      ['too-long', 'in/long.txt', undefined, undefined],
    ]);
    // The record limit is 64 MB: it may be held once in pieces, never the whole line.
    const peak = Number(readFileSync(join(cwd, 'peak'), 'utf8')) / 1024;
    expect(peak).toBeGreaterThan(30);
    expect(peak).toBeLessThan(400);
  });
});
