#!/usr/bin/env node
// Measures the built command line on the development sets, prints one table, and compares it with floors.json.
//   npm run quality [-- --only clean,language] [--update [--allow-regression]]
// The sets stand beside the checkout (or where DEDUPE_DATA says) and are never part of it; without them this says so.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SETS } from './sets.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const SHARED = process.env.DEDUPE_DATA ?? resolve(ROOT, '..', 'shared');
const FLOORS = join(import.meta.dirname, 'floors.json');
const option = (name) => process.argv.includes(`--${name}`);
const value = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];
const only = option('only') ? value('only').split(',') : undefined;

if (!existsSync(join(SHARED, 'eval', 'make-collection.mjs'))) {
  console.log(
    `quality: no development sets at ${SHARED}; nothing was measured (set DEDUPE_DATA to their folder)`,
  );
} else {
  process.exitCode = run();
}

function run() {
  const work = mkdtempSync(join(tmpdir(), 'dedupe-quality-'));
  const rows = [];
  try {
    for (const set of SETS) {
      if (only !== undefined && !only.some((word) => set.name.startsWith(word) || set.area === word))
        continue;
      const folder = join(work, set.name.replace(/\W+/g, '-'));
      mkdirSync(folder);
      const started = process.hrtime.bigint();
      const figures = measure(set, folder);
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      for (const [figure, measured] of Object.entries(figures))
        rows.push({ area: set.area, set: set.name, figure, measured });
      console.error(`quality: ${set.name} took ${seconds.toFixed(0)} s`);
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return report(rows);
}

function measure(set, folder) {
  return set.script === undefined ? measureRun(set, folder) : measureScript(set);
}

/** A script of ours that makes its own collections and prints the scorer's figures as JSON. */
function measureScript({ script: [file, ...words], figures }) {
  return figuresOf(JSON.parse(node([join(ROOT, file), ...words])), figures);
}

function figuresOf(scored, figures) {
  return Object.fromEntries(
    Object.entries(figures).map(([name, path]) => [
      name,
      path.split('.').reduce((at, key) => at?.[key], scored),
    ]),
  );
}

function measureRun(set, folder) {
  node([join(SHARED, 'eval', 'make-collection.mjs'), set.collection[0], folder, ...set.collection.slice(1)]);
  const output = join(folder, 'out.ndjson');
  const started = process.hrtime.bigint();
  const input = set.collection[0] === 'html' ? join(folder, 'html') : join(folder, 'docs.jsonl');
  node([join(ROOT, 'bin', 'dedupe.js'), ...set.command, input, '--format', 'ndjson', '-q'], output);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const figures = {};
  if (set.score !== undefined) {
    const [scorer, ...rest] = set.score.map((word) => word.replace('OUT', folder));
    const scored = JSON.parse(node([join(SHARED, 'eval', scorer), ...rest], undefined, true));
    Object.assign(figures, figuresOf(scored, set.figures));
  }
  if (set.speed === true) {
    const articles = readFileSync(join(folder, 'docs.jsonl')).reduce(
      (n, byte) => n + (byte === 10 ? 1 : 0),
      0,
    );
    figures.articlesPerSecond = Math.round(articles / seconds);
  }
  return figures;
}

function node(words, toFile, tolerant = false) {
  const stdout = toFile === undefined ? 'pipe' : openSync(toFile, 'w');
  try {
    return String(
      execFileSync(process.execPath, words, { maxBuffer: 1 << 28, stdio: ['ignore', stdout, 'inherit'] }),
    );
  } catch (error) {
    if (tolerant && error.stdout?.length > 0) return String(error.stdout);
    throw error;
  }
}

/** Prints the table; 1 when a figure lies under its floor by more than the noise. */
function report(rows) {
  const pinned = existsSync(FLOORS) ? JSON.parse(readFileSync(FLOORS, 'utf8')) : { floors: {} };
  const digest = dataDigest();
  if (pinned.dataDigest !== undefined && pinned.dataDigest !== digest) {
    console.log(
      `quality: the sets have changed (${digest.slice(0, 12)}, pinned ${pinned.dataDigest.slice(0, 12)}); floors do not apply`,
    );
  }
  const applies = pinned.dataDigest === undefined || pinned.dataDigest === digest;
  const failed = [];
  console.log(`${'set'.padEnd(34)}${'figure'.padEnd(32)}${'measured'.padStart(10)}${'floor'.padStart(10)}`);
  for (const { set, figure, measured } of rows) {
    const floor = pinned.floors[`${set} ${figure}`];
    // A figure that the scorer did not give is a failure: a renamed field must not pass for a good one.
    const under =
      measured === undefined || (applies && floor !== undefined && isWorse(figure, measured, floor));
    if (under) failed.push(`${set} ${figure}`);
    console.log(
      `${set.padEnd(34)}${figure.padEnd(32)}${String(measured).padStart(10)}${String(floor ?? '-').padStart(10)}${under ? '  UNDER' : ''}`,
    );
  }
  if (option('update')) return update(rows, pinned, digest);
  if (failed.length > 0)
    console.log(`quality: ${failed.length} figures lie under their floor: ${failed.join(', ')}`);
  return failed.length > 0 ? 1 : 0;
}

/** Speed is noisy on a shared machine and never fails a run; a lower count of losses or false links is better. */
function isWorse(figure, measured, floor) {
  if (figure === 'articlesPerSecond') return false;
  return /^(?:lost|false)/.test(figure) ? measured > floor + 0.0005 : measured < floor - 0.0005;
}

function update(rows, pinned, digest) {
  const floors = { ...pinned.floors };
  const refused = [];
  for (const { set, figure, measured } of rows) {
    const key = `${set} ${figure}`;
    if (floors[key] !== undefined && isWorse(figure, measured, floors[key]) && !option('allow-regression'))
      refused.push(key);
    else floors[key] = measured;
  }
  const ordered = Object.fromEntries(
    Object.keys(floors)
      .sort()
      .map((key) => [key, floors[key]]),
  );
  writeFileSync(FLOORS, `${JSON.stringify({ dataDigest: digest, floors: ordered }, null, 2)}\n`);
  if (refused.length > 0) {
    console.log(`quality: not lowered (needs --allow-regression and a decision note): ${refused.join(', ')}`);
  }
  return refused.length > 0 ? 1 : 0;
}

/** SHA-256 over name and size of every file that a set reads: content digests of 64 MB would cost seconds a run. */
function dataDigest() {
  const hash = createHash('sha256');
  const files = [...new Set(SETS.flatMap((set) => set.files))].sort();
  for (const file of files) {
    const path = join(SHARED, 'data', file);
    hash.update(`${file} ${statSync(path).size} `).update(readFileSync(path).subarray(0, 1 << 20));
  }
  return hash.digest('hex');
}
