/**
 * How fast the built command is, against itself and against others: npm run bench [-- options]
 *   --articles 20000,200000   sizes of the collection; growth is told between the first and the last
 *   --others FOLDER           also runs the engines installed there (see README.md), on the first size
 *   --record                  appends what was measured to runs/
 *   --only near               modes of the command: near, cleaned, full
 * Compares with the last record of the same collection on the same kind of machine, by processor time.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { collectionName, makeCollection } from './collection.mjs';
import { measuredRun } from './measured-run.mjs';
import { runOthers } from './others.mjs';
import { groupsOfReport, readGold, scoreGroups } from './score.mjs';

const RUNS = join(import.meta.dirname, 'runs');
const option = (name) => process.argv.includes(`--${name}`);
const value = (name, otherwise) =>
  option(name) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : otherwise;
const sizes = value('articles', '20000,200000').split(',').map(Number);
const only = value('only')?.split(',');
/** What is measured: from files to groups, by what is asked of an article before. */
const MODES = [
  { name: 'near', words: ['--no-translations', '--no-clean', '--no-language'] },
  { name: 'cleaned', words: ['--no-translations'] },
  { name: 'full', words: [], most: 20_000 },
];
/** Processor time of one machine varies by so much from run to run. */
const NOISE = 0.1;

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  node: process.version,
};
const folder = mkdtempSync(join(tmpdir(), 'dedupe-bench-'));
try {
  const measured = sizes.flatMap((articles, i) => {
    makeCollection(folder, articles);
    const gold = readGold(join(folder, 'gold.jsonl'));
    const own = measureModes(articles, gold);
    const others =
      i === 0 && option('others') ? runOthers(join(folder, 'docs.jsonl'), gold, value('others')) : [];
    printTable(articles, [...own, ...others]);
    return own;
  });
  printGrowth(measured);
  const record = {
    date: new Date().toISOString(),
    commit: commit(),
    machine,
    collection: collectionName(),
    measured,
  };
  compare(record, lastRecord());
  if (option('record')) writeRecord(record);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measureModes(articles, gold) {
  return MODES.filter(
    ({ name, most }) => (only === undefined || only.includes(name)) && articles <= (most ?? articles),
  ).map(({ name, words }) => {
    const output = join(folder, 'out.ndjson');
    const run = measuredRun([join(folder, 'docs.jsonl'), ...words, '-q', '-f', 'ndjson'], folder, output);
    const score = scoreGroups(groupsOfReport(output), gold);
    return { name: `dedupe, ${name}`, articles, ...rounded(run), ...score };
  });
}

function rounded({ seconds, cpu, peak }) {
  return { seconds: Number(seconds.toFixed(2)), cpu: Number(cpu.toFixed(2)), peak: Math.round(peak) };
}

function printTable(articles, rows) {
  console.log(`\n${articles} articles (${collectionName()})`);
  console.log(
    `${''.padEnd(20)}${'articles/s'.padStart(12)}${'per s of cpu'.padStart(14)}${'peak MB'.padStart(10)}${'recall'.padStart(9)}${'precision'.padStart(11)}${'cpu ratio'.padStart(11)}`,
  );
  const base = rows[0];
  for (const { name, skipped, seconds, cpu, peak, recall, precision } of rows) {
    if (skipped !== undefined) {
      console.log(`${name.padEnd(20)}skipped: ${skipped}`);
      continue;
    }
    const numbers = [
      String(Math.round(articles / seconds)).padStart(12),
      String(Math.round(articles / cpu)).padStart(14),
      String(Math.round(peak)).padStart(10),
      recall.toFixed(4).padStart(9),
      precision.toFixed(4).padStart(11),
      (cpu / base.cpu).toFixed(1).padStart(11),
    ];
    console.log(`${name.padEnd(20)}${numbers.join('')}`);
  }
}

function printGrowth(measured) {
  for (const { name } of MODES) {
    const runs = measured.filter((run) => run.name === `dedupe, ${name}`);
    const [first, last] = [runs[0], runs.at(-1)];
    if (first === undefined || last === undefined || last.articles <= first.articles) continue;
    console.log(
      `dedupe, ${name}: ${last.articles / first.articles} times the articles take ${(last.cpu / first.cpu).toFixed(1)} times the processor time`,
    );
  }
}

function commit() {
  try {
    return String(execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname })).trim();
  } catch {
    return 'unknown';
  }
}

function lastRecord() {
  mkdirSync(RUNS, { recursive: true });
  return readdirSync(RUNS)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(RUNS, name), 'utf8')))
    .filter(
      ({ collection, machine: { processor, cores } }) =>
        collection === collectionName() && processor === machine.processor && cores === machine.cores,
    )
    .at(-1);
}

/** Says what got slower or larger, and what got faster, beyond the noise. */
function compare(record, last) {
  if (last === undefined) {
    console.log('no earlier record of this collection on such a machine');
    return;
  }
  console.log(`against the record of ${last.date.slice(0, 10)} (${last.commit}):`);
  for (const run of record.measured) {
    const before = last.measured.find(({ name, articles }) => name === run.name && articles === run.articles);
    if (before === undefined) continue;
    for (const [figure, unit] of [
      ['cpu', 's of cpu'],
      ['peak', 'MB'],
    ]) {
      const change = run[figure] / before[figure] - 1;
      if (Math.abs(change) < NOISE) continue;
      const word = change > 0 ? 'WORSE' : 'better';
      console.log(
        `  ${word}: ${run.name}, ${run.articles} articles: ${before[figure]} -> ${run[figure]} ${unit} (${change > 0 ? '+' : ''}${Math.round(100 * change)} %)`,
      );
    }
    for (const figure of ['recall', 'precision']) {
      if (run[figure] < before[figure] - 0.0005)
        console.log(
          `  WORSE: ${run.name}, ${run.articles} articles: ${figure} ${before[figure]} -> ${run[figure]}`,
        );
    }
  }
}

function writeRecord(record) {
  const name = `${record.date.slice(0, 19).replaceAll(':', '-')}.json`;
  writeFileSync(join(RUNS, name), `${JSON.stringify(record, null, 2)}\n`);
  console.log(`recorded in runs/${name}`);
}
