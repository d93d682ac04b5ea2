#!/usr/bin/env node
// Cross-validation of the language detector by story, through the command line's own output.
//   npm run build && node src/lexicon/scripts/language-folds.mjs [--folds 4] [--tables DIR] [--json]
// Each fold's tables are learned without its stories, laid into a copy of the built program, and that program is run
// over the texts of these stories alone (documents, sentences, lines of five words of all versions). Prints the
// scorer's figures and how far the stated confidence can be trusted. --tables keeps the tables, and takes those that
// are there; --json prints the scorer's figures alone. Learning takes about a minute a fold. DEDUPE_DATA: folder of the development sets and their scorers.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { codeOf } from '../../../dist/language/data/tags.js';
import { foldOf } from './language-corpus.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const SHARED = resolve(process.env.DEDUPE_DATA ?? resolve(ROOT, '..', 'shared'));
const { values } = parseArgs({
  options: {
    folds: { type: 'string', default: '4' },
    tables: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const folds = Number(values.folds);
const work = mkdtempSync(join(tmpdir(), 'language-folds-'));
const tables = values.tables ?? work;
mkdirSync(tables, { recursive: true });

function run(words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${words.join(' ')}: exit ${status}\n${stderr}`);
  return stdout;
}

/** A copy of the program with the tables of a fold. */
function programOf(fold) {
  const file = join(tables, `tables-${fold}.js`);
  if (!existsSync(file)) {
    run([
      join(import.meta.dirname, 'language-profiles.mjs'),
      '--fold',
      `${fold}`,
      '--folds',
      `${folds}`,
      '--write',
      file,
    ]);
  }
  const copy = join(work, `program-${fold}`);
  for (const name of ['dist', 'bin', 'package.json'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  cpSync(file, join(copy, 'dist', 'lexicon', 'data', 'language-tables.js'));
  return join(copy, 'bin', 'dedupe.js');
}

const readLines = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean);
const programs = Array.from({ length: folds }, (_, fold) => programOf(fold));
const answers = [];
const figures = {};
for (const unit of ['document', 'sentence', 'short']) {
  const folder = join(work, unit);
  run([join(SHARED, 'eval', 'make-collection.mjs'), 'language', folder, '--unit', unit]);
  const texts = readLines(join(folder, 'docs.jsonl')).map((line) => [
    line,
    foldOf(JSON.parse(line).id.split('/')[0], folds),
  ]);
  const rows = programs.flatMap((program, fold) => {
    const file = join(folder, `fold-${fold}.jsonl`);
    writeFileSync(file, texts.flatMap(([line, of]) => (of === fold ? [`${line}\n`] : [])).join(''));
    return run([program, 'inspect', file, '--no-clean', '--format', 'ndjson', '--quiet'])
      .split('\n')
      .filter(Boolean);
  });
  const inspect = join(folder, 'inspect.ndjson');
  writeFileSync(inspect, rows.join('\n'));
  const gold = join(folder, 'gold.jsonl');
  for (const major of [[], ['--major']]) {
    const score = run([
      join(SHARED, 'eval', 'score-language.mjs'),
      '--inspect',
      inspect,
      '--gold',
      gold,
      ...major,
    ]);
    const { accuracy, macro, worst } = JSON.parse(score);
    figures[unit] = {
      ...figures[unit],
      ...(major.length > 0 ? { major: accuracy } : { macro, worst: Math.min(...Object.values(worst)) }),
    };
    if (!values.json) console.log(unit, ...major, score.replace(/\s+/g, ' '));
  }
  const wanted = new Map(
    readLines(gold)
      .map((line) => JSON.parse(line))
      .map(({ id, lang }) => [id, codeOf(lang.split('-')[0])]),
  );
  for (const { id, language } of rows.map((line) => JSON.parse(line))) {
    if (wanted.has(id))
      answers.push({
        unit,
        confidence: language.confidence,
        right: language.code === wanted.get(id),
        pair: `${wanted.get(id)} read as ${language.code}`,
      });
  }
}
if (values.json) console.log(JSON.stringify(figures));
else showReliability();
rmSync(work, { recursive: true });

function showReliability() {
  const EDGES = [0, 0.3, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99, 1];
  for (const unit of ['document', 'sentence', 'short', 'all']) {
    console.log(`${unit}: stated confidence, texts, right (the same ISO 639-3 code)`);
    for (let i = 0; i + 1 < EDGES.length; i++) {
      const inside = answers.filter(
        (a) =>
          (unit === 'all' || a.unit === unit) &&
          a.confidence >= EDGES[i] &&
          (a.confidence < EDGES[i + 1] || EDGES[i + 1] === 1),
      );
      const right = inside.filter((a) => a.right).length;
      const stated = inside.reduce((sum, a) => sum + a.confidence, 0) / inside.length;
      if (inside.length > 0)
        console.log(
          `  ${EDGES[i]}-${EDGES[i + 1]}: ${inside.length} texts, stated ${stated.toFixed(3)}, right ${(right / inside.length).toFixed(3)}`,
        );
    }
    const wrong = new Map();
    for (const a of answers) if (a.unit === unit && !a.right) wrong.set(a.pair, (wrong.get(a.pair) ?? 0) + 1);
    console.log(
      [...wrong]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 40)
        .map(([pair, count]) => `${pair} ${count}`)
        .join(', '),
    );
  }
}
