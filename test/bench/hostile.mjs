/**
 * What hostile collections cost: wall and processor seconds and peak memory, at a tenth of their size and at their size.
 *   npm run build && node test/bench/hostile.mjs [--only identical,drift] [--scale 0.1] [--jobs 2] [--full]
 * `--scale` makes all of them smaller; `--full` cleans and tells languages, too. Fails when ten times the articles take
 * more than eleven times the processor time.
 */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  boilerplateRecords,
  collidingRecords,
  driftRecords,
  identicalRecords,
  templatedRecords,
} from '../helpers/hostile.mjs';
import { measuredRun } from './measured-run.mjs';

const dist = (path) => import(pathToFileURL(resolve(import.meta.dirname, '..', '..', 'dist', path)).href);
const { shingleHashes, sketchOf } = await dist('features/near/index.js');
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const MOST_GROWTH = 11;
const scale = Number(option('scale', 1));
const only = option('only')?.split(',');
const words = [
  '--no-translations',
  ...(process.argv.includes('--full') ? [] : ['--no-clean', '--no-language']),
  ...(option('jobs') === undefined ? [] : ['--jobs', option('jobs')]),
];

const colliding = (count) => collidingRecords(count, 4, sketchOf, (phrase) => shingleHashes(phrase)[0]);
const SUBJECTS = [
  { name: 'identical', records: identicalRecords, count: 1_000_000 },
  { name: 'small print', records: boilerplateRecords, count: 200_000 },
  { name: 'drift', records: driftRecords, count: 10_000 },
  { name: 'templated', records: templatedRecords, count: 100_000 },
  { name: 'colliding', records: colliding, count: 200_000 },
];

function write(path, records) {
  const file = openSync(path, 'w');
  let lines = '';
  for (const record of records) {
    lines += `${JSON.stringify(record)}\n`;
    if (lines.length < 1 << 22) continue;
    writeSync(file, lines);
    lines = '';
  }
  writeSync(file, lines);
  closeSync(file);
}

/** Groups, the articles of the largest, and the bands whose buckets were capped, without parsing all of a report at once. */
function summarise(path) {
  let groups = 0;
  let largest = 0;
  let capped = 0;
  const bytes = readFileSync(path);
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const isGroup = bytes
      .subarray(at, at + 15)
      .toString()
      .startsWith('{"type":"group"');
    const isIssue = bytes
      .subarray(at, at + 15)
      .toString()
      .startsWith('{"type":"issue"');
    if (isIssue && bytes.subarray(at, end).includes('bucket-capped')) capped++;
    if (isGroup) {
      groups++;
      largest = Math.max(largest, countOf(bytes, at, end));
    }
    at = end + 1;
  }
  return { groups, largest, capped };
}

/** Members of a group: each has one `"via"` or is the canonical. */
function countOf(bytes, at, end) {
  let count = 0;
  for (
    let found = bytes.indexOf('"relation":', at);
    found >= 0 && found < end;
    found = bytes.indexOf('"relation":', found + 1)
  )
    count++;
  return Math.ceil(count / 2);
}

const folder = mkdtempSync(join(tmpdir(), 'dedupe-hostile-'));
const slow = [];
try {
  for (const { name, records, count } of SUBJECTS) {
    if (only !== undefined && !only.some((word) => name.startsWith(word))) continue;
    const runs = [count / 10, count].map((full) => {
      const articles = Math.max(10, Math.round(scale * full));
      const input = join(folder, 'docs.jsonl');
      write(input, records(articles));
      const output = join(folder, 'out.ndjson');
      const run = measuredRun([input, ...words, '-q', '-f', 'ndjson'], folder, output);
      const { groups, largest, capped } = summarise(output);
      console.log(
        `${name.padEnd(12)} ${String(articles).padStart(8)} articles (${(statSync(input).size / 1e6).toFixed(0)} MB): ` +
          `${run.seconds.toFixed(1)} s, ${run.cpu.toFixed(1)} s of processor, ${run.peak.toFixed(0)} MB; ` +
          `${groups} groups, the largest ${largest}; ${capped} bands capped`,
      );
      return run;
    });
    const growth = runs[1].cpu / runs[0].cpu;
    console.log(`${name.padEnd(12)} ten times the articles: ${growth.toFixed(1)} times the processor time`);
    if (growth > MOST_GROWTH) slow.push(name);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (slow.length > 0) {
  console.log(`growth above ${MOST_GROWTH}: ${slow.join(', ')}`);
  process.exitCode = 1;
}
