/** The script of `dedupe help cron`, as it is printed there, night after night. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { lockWriter } from '../../src/state/store/writer-lock.ts';
import { BIN, dedupe, type Outcome, type ParsedReport, run } from '../helpers/command.ts';
import { errorsOf, jsonLines } from '../helpers/schemas.ts';
import { folderWith, HARBOUR, LIBRARY, skipped } from './workspace.ts';

let text = '';
let cwd = '';

/** Lines of the topic from the first that begins so to the first that ends so, without what indents them all. */
function part(from: string, to: string): string {
  const rows = text.split('\n');
  const start = rows.findIndex((row) => row.trimStart().startsWith(from));
  const end = rows.findIndex((row, n) => n >= start && row.endsWith(to));
  expect([start, end]).not.toContain(-1);
  const indent = rows[start]!.length - rows[start]!.trimStart().length;
  return rows
    .slice(start, end + 1)
    .map((row) => row.slice(indent))
    .join('\n');
}

beforeAll(async () => {
  text = (await dedupe(['help', 'cron'])).stdout;
  cwd = folderWith({ 'archive/a.txt': HARBOUR, 'archive/b.txt': HARBOUR });
  symlinkSync(BIN, join(cwd, 'dedupe'));
  writeFileSync(join(cwd, 'night.sh'), `${part('#!/bin/sh', 'exit $code')}\n`);
  chmodSync(join(cwd, 'night.sh'), 0o755);
});

/** What cron makes of the line of the crontab: all behind the five fields of time is the shell's. */
function night(): Promise<Outcome> {
  const line = part('15 3 * * *', 'night.sh').replace('/srv/news', cwd);
  const command = /^(?:\S+\s+){5}(.*)$/.exec(line)?.[1] ?? '';
  return run('sh', ['-c', command], { cwd: '/', env: { PATH: `${cwd}:${process.env['PATH']}` } });
}

function groupsOf(): ParsedReport['groups'] {
  const name = readdirSync(cwd).find((file) => /^new-\d{4}-\d\d-\d\d\.json$/.test(file)) ?? '';
  return (JSON.parse(readFileSync(join(cwd, name), 'utf8')) as ParsedReport).groups;
}

const logRows = (): readonly { readonly event?: string }[] =>
  jsonLines(readFileSync(join(cwd, 'dedupe.log'), 'utf8')) as readonly { readonly event?: string }[];

const metric = (name: string): string | undefined =>
  new RegExp(`^dedupe_${name}\\{archive="news"\\} (\\S+)$`, 'm').exec(
    readFileSync(join(cwd, 'news.prom'), 'utf8'),
  )?.[1];

describe('the nights of dedupe help cron', () => {
  it('are quiet while all is well: a report of what is new, a log, metrics', async () => {
    expect(await night()).toEqual({ stdout: '', stderr: '', status: 0 });
    expect(groupsOf()).toHaveLength(1);
    expect(await night()).toEqual({ stdout: '', stderr: '', status: 0 });
    expect(groupsOf()).toHaveLength(0);
    for (const row of logRows()) expect(errorsOf('log-row', row)).toEqual([]);
    expect(logRows().filter(({ event }) => event === 'run-started')).toHaveLength(2);
    expect(metric('exit_code')).toBe('0');
    // As the alert has it.
    expect(Date.now() / 1000 - Number(metric('last_success_timestamp_seconds'))).toBeLessThan(600);
  });

  it('tell broken input in the log, and send no mail', async () => {
    writeFileSync(join(cwd, 'archive/c.jsonl'), `{"text": ${JSON.stringify(LIBRARY)}}\n{"text":\n`);
    expect(await night()).toEqual({ stdout: '', stderr: '', status: 3 });
    const filter = part("jq -r 'select(", 'dedupe.log').replace('dedupe.log', join(cwd, 'dedupe.log'));
    if (spawnSync('jq', ['--version']).status !== 0)
      return skipped('the filter of the log', 'jq is not installed');
    const { stdout, status } = await run('sh', ['-c', filter]);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/ issue archive\/c\.jsonl /)]);
  });

  it('put themselves off while another is at work', async () => {
    const script = readFileSync(join(cwd, 'night.sh'), 'utf8');
    // Nobody waits ten minutes for a test.
    writeFileSync(join(cwd, 'night.sh'), script.replace('--lock-wait 10m', '--lock-wait 1s'));
    const letGo = await lockWriter(join(cwd, 'archive.state'), { pid: process.pid, since: 'now' }, 0);
    expect(await night()).toEqual({ stdout: '', stderr: '', status: 6 });
    letGo();
    expect(readFileSync(join(cwd, 'night.txt'), 'utf8')).toBe(
      'dedupe: put off (6), the next night goes on from there\n',
    );
    expect(metric('exit_code')).toBe('6');
  });

  it('cry for help when the archive is gone, and when the state is damaged', async () => {
    renameSync(join(cwd, 'archive'), join(cwd, 'elsewhere'));
    const gone = await night();
    expect([gone.status, gone.stdout]).toEqual([
      4,
      'dedupe: the archive is not there or has shrunk; is it mounted?\n',
    ]);
    renameSync(join(cwd, 'elsewhere'), join(cwd, 'archive'));
    writeFileSync(join(cwd, 'archive.state/articles.mdb'), 'no database');
    const damaged = await night();
    expect([damaged.status, damaged.stdout]).toEqual([
      5,
      'dedupe: the state needs care: dedupe state check archive.state\n',
    ]);
    rmSync(join(cwd, 'archive.state'), { recursive: true });
    expect((await night()).status).toBe(3);
    expect(groupsOf()).toHaveLength(1);
  });
});
