#!/usr/bin/env node
// Translations cross-validated by story: each fold of stories is searched by a lexicon and models that have not seen it.
//   npm run lexicon -- --keep DIR && node src/lexicon/scripts/story-folds.mjs DIR [12|all|mix|lead3|headline ...]
// Builds the collections from the development sets (DEDUPE_DATA), runs the built command line with --model, scores each
// with eval/score.mjs and pools the pairs of all folds; mix: twenty draws of each. Prints one row a set.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { foldOf, readSource } from './language-corpus.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const SHARED = resolve(process.env.DEDUPE_DATA ?? resolve(ROOT, '..', 'shared'));
const NTREX = 'translations/ntrex-dev.jsonl.gz';
const FOLDS = 4;
const DRAWS = Array.from({ length: 20 }, (_, i) => i + 1);
const SETS = {
  12: [['--langs', '12']],
  all: [['--langs', 'all']],
  mix: DRAWS.map((seed) => ['--langs', 'all', '--mix', '--distractors', '--seed', String(seed)]),
  lead3: [['--langs', '12', '--part', 'lead3']],
  headline: [['--langs', '12', '--part', 'headline']],
};
const [models, ...asked] = process.argv.slice(2);
if (models === undefined) throw new Error('name the folder that npm run lexicon -- --keep DIR has made');
const work = mkdtempSync(join(tmpdir(), 'dedupe-story-folds-'));
const rows = readSource(NTREX).rows;

const node = (words, { env, out } = {}) =>
  execFileSync(process.execPath, words, {
    env: { ...process.env, ...env },
    stdio: ['ignore', out === undefined ? 'pipe' : openSync(out, 'w'), 'inherit'],
    maxBuffer: 1 << 28,
  });

/** A folder like that of the sets, with the stories of one fold only. */
function dataOf(fold) {
  const data = join(work, `data${fold}`);
  mkdirSync(join(data, 'translations'), { recursive: true });
  for (const name of readdirSync(join(SHARED, 'data')))
    if (name !== 'translations') symlinkSync(join(SHARED, 'data', name), join(data, name));
  for (const name of readdirSync(join(SHARED, 'data', 'translations')))
    if (!NTREX.endsWith(name))
      symlinkSync(join(SHARED, 'data', 'translations', name), join(data, 'translations', name));
  const mine = rows.filter(({ story }) => foldOf(story, FOLDS) === fold);
  writeFileSync(join(data, NTREX), gzipSync(`${mine.map((row) => JSON.stringify(row)).join('\n')}\n`));
  return data;
}

function scoreFold(fold, words) {
  const folder = join(work, 'collection');
  rmSync(folder, { recursive: true, force: true });
  node([join(SHARED, 'eval', 'make-collection.mjs'), 'ntrex', folder, ...words], {
    env: { DATA: data[fold] },
  });
  const out = join(folder, 'out.ndjson');
  const model = resolve(models, `fold${fold}`);
  node([join(ROOT, 'bin/dedupe.js'), join(folder, 'docs.jsonl'), '--model', model, '-f', 'ndjson', '-q'], {
    out,
  });
  const gold = join(folder, 'gold.jsonl');
  const score = [
    join(SHARED, 'eval', 'score.mjs'),
    '--report',
    out,
    '--gold',
    gold,
    '--across',
    '--by',
    'lang',
  ];
  return JSON.parse(node(score).toString());
}

const data = Array.from({ length: FOLDS }, (_, fold) => dataOf(fold));
try {
  for (const name of asked.length > 0 ? asked : Object.keys(SETS)) {
    const scores = SETS[name].flatMap((words) => data.map((_, fold) => scoreFold(fold, words)));
    const sum = (field) => scores.reduce((total, score) => total + score[field], 0);
    const precision = sum('truePairs') / sum('predictedPairs');
    const recall = sum('truePairs') / sum('goldPairs');
    const byLanguage = new Map();
    for (const { recallByLanguage } of scores)
      for (const [language, share] of Object.entries(recallByLanguage))
        byLanguage.set(language, [...(byLanguage.get(language) ?? []), share]);
    const mean = (values) => values.reduce((total, value) => total + value, 0) / values.length;
    const worst = [...byLanguage]
      .map(([language, shares]) => [mean(shares), language])
      .sort((a, b) => a[0] - b[0]);
    console.log(
      `${name}: precision ${precision.toFixed(4)} recall ${recall.toFixed(4)} F1 ${((2 * precision * recall) / (precision + recall)).toFixed(4)} B3 ${mean(scores.map(({ b3 }) => b3.f1)).toFixed(4)} of ${sum('goldPairs')} pairs; worst ${worst
        .slice(0, 5)
        .map(([share, language]) => `${language} ${share.toFixed(3)}`)
        .join(', ')}`,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
