// Reports of Spark beside those of one machine. Owns what is compared; the cluster belongs to `cluster.mjs`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BIN, command, ROOT, scanned } from './command.mjs';
import { readEventLog } from './event-log.mjs';
import { skewedArticles } from './skewed.mjs';

/** The commands of the README, as they stand there. */
export function readmeCommands() {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const section = /^## When one machine is not enough\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
  const commands = [...section.matchAll(/^```bash\n([\s\S]*?)^```/gm)].map((match) => match[1]).join('\n');
  if (!commands.includes('spark-submit')) throw new Error('the README has no commands for Spark');
  return commands;
}

/** The newsroom beside what cannot be read: each of these costs one issue. */
export function poisonedNewsroom(folder) {
  const archive = join(folder, 'archive');
  cpSync(join(ROOT, 'fixtures', 'newsroom'), archive, { recursive: true });
  const line = (record) => `${JSON.stringify(record)}\n`;
  const long = 'Nobody reads this far. '.repeat(2000);
  writeFileSync(
    join(archive, 'poison.jsonl'),
    `${line({ id: 'one', text: 'The ferry to Sallow Bay sails again.' })}{"text":"cut\n${line({ text: 7 })}` +
      `{"text":"\u0000\\ud800"}\n${line({ id: 'one', text: long })}\n   \n${line({ id: 'poison.jsonl#5', text: 'x' })}`,
  );
  writeFileSync(join(archive, 'broken.txt'), Buffer.from([0, 1, 2, 0xff, 0xfe, 0, 7]));
  writeFileSync(join(archive, 'cut.json.gz'), Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]));
  writeFileSync(join(archive, 'empty.txt'), '');
  return archive;
}

/** A script of the shell on the cluster; `disturb` may do harm while it runs. */
export async function onCluster(cluster, script, variables, folder, disturb) {
  const env = { ...cluster.environment, MASTER: cluster.master, ...variables };
  const running = command('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env });
  const disturbed = disturb?.();
  // A run that ends before it was disturbed has failed, or was not worth disturbing.
  disturbed?.catch(() => undefined);
  const { status, stderr } = await running;
  if (status !== 0) throw new Error(`the run on Spark ended with ${status}:\n${stderr.slice(-4000)}`);
  if (disturbed === undefined) return stderr;
  await Promise.race([
    disturbed,
    sleep(1000).then(() => Promise.reject(new Error('the run had ended before all harm was done to it'))),
  ]);
  return stderr;
}

/** Begins a run and ends it without a word as soon as a folder is there. */
async function endEarly(cluster, script, folder, path) {
  const env = { ...cluster.environment, MASTER: cluster.master };
  const child = spawn('bash', ['-c', script], { cwd: folder, env, detached: true, stdio: 'ignore' });
  const ended = once(child, 'exit');
  await Promise.race([
    until(path),
    ended.then(([status]) => Promise.reject(new Error(`the run on Spark ended with ${status}`))),
  ]);
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

/** The words of `spark-submit` for a run of the checkout. */
export function submit(path, name, { partitions = 2, events, split = '' } = {}) {
  const log =
    events === undefined ? '' : `--conf spark.eventLog.enabled=true --conf spark.eventLog.dir="${events}"`;
  return (
    `spark-submit --master "$MASTER" --executor-memory 2g --driver-java-options -XX:TieredStopAtLevel=1 --conf spark.ui.enabled=false ${log} ` +
    `"${join(ROOT, 'src', 'spark', 'dedupe_job.py')}" "${path}" --work "${name}-work" --output "${name}" ` +
    `--partitions ${partitions} ${split} --program "${process.execPath} ${BIN}"`
  );
}

export function reportOf(folder) {
  const names = readdirSync(folder)
    .filter((name) => name.startsWith('part-'))
    .sort();
  return names.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
}

/** Throws with the first row in which two reports differ. */
export function same(found, expected) {
  if (found === expected) return;
  const [ours, theirs] = [found.split('\n'), expected.split('\n')];
  const at = ours.findIndex((row, i) => row !== theirs[i]);
  throw new Error(
    `row ${at + 1} of ${ours.length} (of one machine: ${theirs.length}) differs\n  Spark: ${ours[at]?.slice(0, 400)}\n  scan:  ${theirs[at]?.slice(0, 400)}`,
  );
}

/** Waits until a step of the job writes. */
async function until(path, minutes = 30) {
  for (let i = 0; i < minutes * 600; i++) {
    if (existsSync(path)) return;
    await sleep(100);
  }
  throw new Error(`${path} was not there within ${minutes} minutes`);
}

export const CHECKS = {
  /** With a worker killed while articles are analysed, and another one in its place while pairs are judged. */
  async 'the README as written, a worker killed, poisoned records'(cluster, folder) {
    const archive = poisonedNewsroom(folder);
    const work = join(folder, 'work');
    // In the checkout, as a reader would; what the commands leave there goes again.
    const left = ['program.tgz', 'node.tgz', 'report.ndjson'].map((name) => join(ROOT, name));
    const theirs = left.filter((path) => existsSync(path));
    if (theirs.length > 0) throw new Error(`${theirs.join(', ')} would be overwritten; move it away`);
    let report;
    try {
      await onCluster(
        cluster,
        readmeCommands(),
        { ARCHIVE: archive, WORK: work, OUTPUT: join(folder, 'report'), PARTITIONS: '2' },
        ROOT,
        async () => {
          await until(join(work, 'features'));
          cluster.killWorker(0);
          await until(join(work, 'keys', '_SUCCESS'));
          await cluster.addWorker();
          await until(join(work, 'links'));
          cluster.killWorker(1);
        },
      );
      report = readFileSync(join(ROOT, 'report.ndjson'), 'utf8');
    } finally {
      for (const path of left) rmSync(path, { force: true });
    }
    const { stdout } = await command(process.execPath, [BIN, archive, '-f', 'ndjson', '-q']);
    same(report, stdout);
    const issues = stdout.split('\n').filter((row) => row.startsWith('{"type":"issue"'));
    if (issues.length < 6) throw new Error(`only ${issues.length} issues of the poisoned records`);
  },

  /** One bucket with a tenth of all articles, one source with half of them, and as many identical ones as others. */
  async 'skewed input, and a run that ended early'(cluster, folder) {
    const count = Number(process.env.DEDUPE_SPARK_SKEWED ?? 800);
    mkdirSync(join(folder, 'skewed'));
    const lines = skewedArticles(count);
    const middle = lines.indexOf('\n', lines.length / 2) + 1;
    writeFileSync(join(folder, 'skewed', 'articles.jsonl'), lines.slice(0, middle));
    // Paths stand in patterns and in addresses on their way.
    writeFileSync(join(folder, 'skewed', 'further {a,b} [1] 100%20+ü.jsonl'), lines.slice(middle));
    const events = join(folder, 'events');
    mkdirSync(events);
    const script = submit('skewed', 'skewed-report', {
      partitions: 4,
      events,
      split: '--split-above 100000 --split-bytes 300000',
    });
    await endEarly(cluster, script, folder, join(folder, 'skewed-report-work', 'pairs'));
    const begun = statSync(join(folder, 'skewed-report-work', 'features', '_SUCCESS')).mtimeMs;
    await onCluster(cluster, script, {}, folder);
    if (statSync(join(folder, 'skewed-report-work', 'features', '_SUCCESS')).mtimeMs !== begun)
      throw new Error('what the first run had made was made again');
    const { stdout } = await command(process.execPath, [BIN, 'skewed', '-f', 'ndjson', '-q'], {
      cwd: folder,
    });
    same(reportOf(join(folder, 'skewed-report', 'report')), stdout);
    const { shares } = await readEventLog(events);
    const total = shares.reduce((sum, share) => sum + share.total, 0);
    const [largest] = shares;
    const share = largest.largest / total;
    console.log(
      `  ${count} articles: the largest task (${largest.about}) read ${(100 * share).toFixed(1)} % of all that was read`,
    );
    if (share > 0.1) throw new Error('one task read more than a tenth of all that tasks read');
  },
};

/** Folders that are named: compared, and measured. */
export async function compareFolder(cluster, path, folder, partitions) {
  const name = `run-${readdirSync(folder).length}`;
  const events = join(folder, `${name}-events`);
  mkdirSync(events);
  const begun = process.hrtime.bigint();
  await onCluster(cluster, submit(path, name, { partitions, events }), {}, folder);
  const wall = Number(process.hrtime.bigint() - begun) / 1e9;
  const { shuffled, seconds, shares } = await readEventLog(events);
  const report = reportOf(join(folder, name, 'report'));
  const expected = await scanned(path);
  same(report, expected);
  const articles = JSON.parse(expected.trimEnd().split('\n').at(-1)).summary.articles;
  const total = shares.reduce((sum, share) => sum + share.total, 0);
  console.log(
    `  ${path}: ${articles} articles, the same report; ${wall.toFixed(0)} s, ${seconds.toFixed(0)} s of tasks, ` +
      `${(shuffled / articles).toFixed(0)} bytes shuffled an article, the largest task (${shares[0].about}) read ` +
      `${((100 * shares[0].largest) / total).toFixed(1)} % of all that was read`,
  );
}
