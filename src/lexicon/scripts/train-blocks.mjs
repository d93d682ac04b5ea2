// Learns the models that say how likely a block of a page dump is part of the article, one pair of forests for pages of
// paragraphs and one for pages told in sentences, and writes src/lexicon/data/block-model.ts and brief-block-model.ts.
//   node src/lexicon/scripts/train-blocks.mjs                  learn from all pages, write the models
//   node src/lexicon/scripts/train-blocks.mjs --evaluate       cross-validate by site instead: nothing of a site is
//                                                              learned before its pages are cleaned
// Pages: wcxb-dev of the Web Content Extraction Benchmark, type article (CC BY 4.0), as text dumps with gold text.
// Each page is seen four times: as it is, changed twice (rewritten as a whole or in its chrome in a made-up other script, cut
// short or not, without most of its chrome, with phrases forgotten, so that nothing hangs on case, spaces or words), and as
// its gold text alone (a clean text passes untouched). For the models of sentences it is seen once more, as a brief: the
// first sentences of its article, each a line, with boxes between them. What is written are weights of trees over measures
// of layout.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { averageForests, boost, encodeForest, generator } from './boosting.mjs';
import { labelLines, wordsOf } from './label-blocks.mjs';
import { rewriteLine, styleFor } from './pseudo-scripts.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const SHARED = process.env.DEDUPE_DATA ?? resolve(ROOT, '..', 'shared');
const DATA = join(SHARED, 'data', 'boilerplate', 'wcxb-dev.jsonl.gz');
const OUT = (name) => join(ROOT, 'src', 'lexicon', 'data', name);
const built = (path) => import(join(ROOT, 'dist', path));
const { pageOfLines, readPage } = await built('clean/page.js');
const { DEFAULT_LOOKUP } = await built('clean/lookup.js');
const score = await built('clean/score/score.js');
const { evaluate } = await built('lib/forest.js');

const FOLDS = 4;
const PHRASES_FORGOTTEN = 0.5;
/** Shares of the changed pages that are rewritten as a whole, or but for the article: chrome of a site in another language. */
const REWRITTEN_SHARE = 0.35;
const FOREIGN_SHARE = 0.35;
/** Words of a shortened article. */
const SHORTEST = 60;
const LONGEST = 1200;
/** Weight of a kind of page: clean texts and changed pages count less than real pages. */
const KIND_WEIGHT = { page: 1, changed: 0.5, clean: 0.4, brief: 0.5 };
/** Sentences of a brief. */
const FEWEST_SENTENCES = 3;
const MOST_SENTENCES = 30;
/** Share of the briefs that boxes interrupt, and of their lines those that a box follows. */
const INTERRUPTED_SHARE = 0.6;
const BOX_SHARE = 0.2;
/** A box is a few lines of those that stand below the article. */
const MAX_BOX = 4;
const BOXES_FROM = 12;
const SENTENCE_END = /(?<=[.!?]["'\u201d\u2019)]?)\s+(?=["'\u201c\u2018(]?\p{Lu})/u;
/** Share of the changed pages whose article is cut short: more is better for news, less for guides and essays (0010). */
const SHORT_SHARE = 0.5;
/** Runs of chrome are foreign more often than not, a line of the article hardly ever: a quotation. */
const FOREIGN_CHROME = 0.7;
const FOREIGN_QUOTE = 0.03;
/** Of an incomplete page: few lines of chrome above the text, and a part of those below it. */
const MAX_ABOVE = 12;
const MAX_BELOW = 40;
/** Share of them that have chrome at the second end, too. */
const ONE_END_SHARE = 0.6;
const FIRST = { trees: 150, rate: 0.08 };
const SECOND = { trees: 110, leaves: 31, rate: 0.08, columnShare: 0.3, rowShare: 0.6 };
/** The second model is the mean of as many, of other draws of rows and columns. */
const SECOND_SEEDS = [1, 2];

const bytes = readFileSync(DATA);
const digest = createHash('sha256').update(bytes).digest('hex');
const documents = gunzipSync(bytes)
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .filter((row) => row.type === 'article' && row.dump && row.gold);

const pages = documents.flatMap(readVersions);
console.error(`${documents.length} pages, ${pages.reduce((sum, page) => sum + page.labels.length, 0)} rows`);

if (process.argv.includes('--evaluate')) await evaluateFolds();
else writeModels();

/** A page as it is, changed twice, clean, and as a brief: rows of the first model, labels and weights by row. */
function readVersions(row) {
  const fold = foldOf(row);
  const page = readPage(row.dump, DEFAULT_LOOKUP);
  const labels = labelLines(
    page.lines.map((line) => line.text),
    row.gold,
  );
  const random = generatorFor(row.id);
  const clean = readPage(row.gold, DEFAULT_LOOKUP);
  return [
    readRows(page, labels, fold, 'page'),
    ...[wholePage, partialPage].map((part) =>
      readChanged(page, labels, fold, part(page, labels, random), row, random),
    ),
    readRows(clean, new Uint8Array(clean.lines.length).fill(1), fold, 'clean'),
    readBrief(page, labels, fold, row),
  ];
}

function generatorFor(name) {
  return generator(createHash('sha256').update(name).digest().readUInt32LE(0));
}

function foldOf(row) {
  return (
    createHash('sha256')
      .update(row.site ?? row.id)
      .digest()[0] % FOLDS
  );
}

/** Some lines of a page, rewritten in another script or not, with phrases forgotten. */
function readChanged(page, labels, fold, seen, row, random) {
  const isForeign = foreignLines(labels, random);
  const items = seen.map((i) => ({ line: page.lines[i], label: labels[i], isForeign: isForeign(i) }));
  return readItems(items, row, random, fold, 'changed');
}

/** The first sentences of an article, each a line, and all chrome; what stands below the article stands in it, too. */
function readBrief(page, labels, fold, row) {
  const random = generatorFor(`brief ${row.id}`);
  const items = briefItems(page, labels, random);
  const isForeign = foreignLines(
    items.map(({ label }) => label),
    random,
  );
  return readItems(
    items.map((item, k) => ({ ...item, isForeign: isForeign(k) })),
    row,
    random,
    fold,
    'brief',
  );
}

function briefItems(page, labels, random) {
  const most = Math.round(FEWEST_SENTENCES * (MOST_SENTENCES / FEWEST_SENTENCES) ** random());
  const box = random() < INTERRUPTED_SHARE ? boxOf(page, labels, random) : [];
  const items = [];
  let sentences = 0;
  page.lines.forEach((line, i) => {
    if (labels[i] === 0) {
      items.push({ line, label: 0 });
      return;
    }
    for (const text of line.isProse ? line.text.split(SENTENCE_END) : [line.text]) {
      if (sentences === most) return;
      items.push({ line: { ...line, text }, label: 1 });
      if (line.isProse) sentences++;
      if (sentences < most && random() < BOX_SHARE) items.push(...box);
    }
  });
  return items;
}

function boxOf({ lines }, labels, random) {
  const from = labels.lastIndexOf(1) + 1 + Math.floor(random() * BOXES_FROM);
  const to = from + 1 + Math.floor(random() * MAX_BOX);
  return lines.slice(from, to).map((line) => ({ line, label: 0 }));
}

function readItems(items, row, random, fold, kind) {
  const style = styleFor(row.id);
  const lines = items.map(({ line, isForeign }) =>
    isForeign ? { ...line, text: rewriteLine(line.text, style) } : line,
  );
  const changed = pageOfLines(lines, DEFAULT_LOOKUP);
  const forgetful = {
    ...changed,
    lines: changed.lines.map((line, k) => ({
      ...line,
      phrase: random() < PHRASES_FORGOTTEN ? undefined : items[k].line.phrase,
    })),
  };
  return readRows(
    forgetful,
    Uint8Array.from(items, ({ label }) => label),
    fold,
    kind,
  );
}

/** All chrome, and the article or its first part: news are shorter than what the training pages hold. */
function wholePage(page, labels, random) {
  const end = articleEnd(page, labels, random);
  return keysOf(labels).filter((i) => labels[i] === 0 || i <= end);
}

/** Little but the article and what is near it, at one or both ends: what an incomplete cleaner before us leaves. */
function partialPage(page, labels, random) {
  const end = articleEnd(page, labels, random);
  const first = labels.indexOf(1);
  const last = labels.lastIndexOf(1);
  const isWithTop = random() < ONE_END_SHARE ? true : random() < 0.5;
  const isWithTail = isWithTop ? random() < ONE_END_SHARE : true;
  const from = isWithTop ? first - Math.floor(random() * MAX_ABOVE) : first;
  const to = isWithTail ? last + 1 + Math.floor(random() * random() * MAX_BELOW) : last;
  return keysOf(labels).filter((i) => i >= from && i <= to && (i <= end || i > last));
}

function keysOf(labels) {
  return Array.from(labels.keys());
}

/** The line with which the article ends: cut to a random length, on a logarithmic scale, or whole. */
function articleEnd(page, labels, random) {
  if (random() >= SHORT_SHARE) return labels.lastIndexOf(1);
  const wanted = SHORTEST * (LONGEST / SHORTEST) ** random();
  let words = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 1) words += wordsOf(page.lines[i].text).length;
    if (words >= wanted) return i;
  }
  return labels.lastIndexOf(1);
}

/** Which lines of a page are rewritten: all, none, or whole runs of chrome and single lines of the article. */
function foreignLines(labels, random) {
  const kind = random();
  if (kind < REWRITTEN_SHARE) return () => true;
  if (kind > REWRITTEN_SHARE + FOREIGN_SHARE) return () => false;
  let isRunForeign = false;
  const foreign = Array.from(labels, (label, i) => {
    if (label === 1) return random() < FOREIGN_QUOTE;
    if (i === 0 || labels[i - 1] === 1) isRunForeign = random() < FOREIGN_CHROME;
    return isRunForeign;
  });
  return (i) => foreign[i];
}

function readRows(page, labels, fold, kind) {
  const rows = score.firstRows(page);
  const words = Array.from(rows.near, (i) => Math.max(0.5, wordsOf(page.lines[i].text).length));
  const gold = words.reduce((sum, count, r) => sum + (labels[rows.near[r]] === 1 ? count : 0), 0);
  return {
    rows,
    fold,
    kind,
    labels: Uint8Array.from(rows.near, (i) => labels[i]),
    // The figure is an average over pages: a word of a long page weighs less, but not as little as its share.
    weights: Float64Array.from(words, (count) => (KIND_WEIGHT[kind] * count) / Math.sqrt(gold + 50)),
  };
}

/** Both models from some pages; the first model's probabilities for the second come from pages it has not seen. */
function learn(some, inner) {
  const seen = new Map();
  for (let k = 0; k < inner; k++) {
    const rest = some.filter((page) => page.fold !== k);
    const model = fitFirst(rest);
    for (const page of some) if (page.fold === k) seen.set(page, predict(model, page));
  }
  const first = fitFirst(some);
  const second = learnForest(
    some.map((page) => ({ ...page, matrix: score.secondRows(page.rows, seen.get(page)) })),
    score.SECOND_WIDTH,
    SECOND,
    SECOND_SEEDS,
  );
  return { first, second };
}

function fitFirst(some) {
  return learnForest(
    some.map((page) => ({ ...page, matrix: page.rows.first })),
    score.FIRST_WIDTH,
    FIRST,
  );
}

function learnForest(some, width, options, seeds = [1]) {
  const count = some.reduce((sum, page) => sum + page.labels.length, 0);
  const rows = new Float32Array(count * width);
  const labels = new Uint8Array(count);
  const weights = new Float64Array(count);
  let at = 0;
  for (const page of some) {
    rows.set(page.matrix, at * width);
    labels.set(page.labels, at);
    weights.set(page.weights, at);
    at += page.labels.length;
  }
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / count;
  for (let i = 0; i < count; i++) weights[i] /= mean;
  return averageForests(seeds.map((seed) => boost({ rows, width, labels, weights, options, seed })));
}

function predict(model, page) {
  const { first } = page.rows;
  return Float32Array.from({ length: first.length / score.FIRST_WIDTH }, (_, r) =>
    evaluate(model, first.subarray(r * score.FIRST_WIDTH, (r + 1) * score.FIRST_WIDTH)),
  );
}

/** The models of both kinds of pages, by their names in `BlockModels`. */
function learnBoth(some, inner) {
  return {
    ofParagraphs: learn(
      some.filter(({ kind }) => kind !== 'brief'),
      inner,
    ),
    ofSentences: learn(some, inner),
  };
}

function writeModels() {
  const { ofParagraphs, ofSentences } = learnBoth(pages, FOLDS);
  write('block-model.ts', 'BLOCK_MODEL', 'pages of paragraphs', ofParagraphs);
  write('brief-block-model.ts', 'BRIEF_BLOCK_MODEL', 'pages told in single sentences', ofSentences);
}

function write(file, name, what, { first, second }) {
  const text = `/**
 * Weights of the two block models for ${what}, learned; do not edit. Made by src/lexicon/scripts/train-blocks.mjs from
 * wcxb-dev of the Web Content Extraction Benchmark (CC BY 4.0), ${documents.length} article pages; SHA-256 of the data
 * ${digest}.
 */
import type { EncodedForest } from '../../lib/forest.ts';

export const ${name}: { readonly first: EncodedForest; readonly second: EncodedForest } = ${JSON.stringify(
    { first: encodeForest(first), second: encodeForest(second) },
    undefined,
    2,
  )};
`;
  writeFileSync(OUT(file), text);
  console.error(`wrote ${file}: ${text.length} bytes`);
}

async function evaluateFolds() {
  const { cleanArticle, keptText } = await built('clean/index.js');
  const totals = { dump: [0, 0, 0, 0], clean: [0, 0, 0] };
  for (let k = 0; k < FOLDS; k++) {
    const learned = learnBoth(
      pages
        .filter((page) => page.fold !== k)
        .map((page) => ({ ...page, fold: page.fold > k ? page.fold - 1 : page.fold })),
      FOLDS - 1,
    );
    const models = { ofParagraphs: () => learned.ofParagraphs, ofSentences: () => learned.ofSentences };
    for (const row of documents) {
      if (foldOf(row) !== k) continue;
      const gold = grams(row.gold);
      const dump = cleanArticle({ text: row.dump }, undefined, { models });
      const withTitle = rate(keptText(dump.blocks), gold);
      const without = rate(keptText(dump.blocks.filter((block) => block.role !== 'title')), gold);
      const best = without.f > withTitle.f ? without : withTitle;
      totals.dump = [
        totals.dump[0] + best.p,
        totals.dump[1] + best.r,
        totals.dump[2] + best.f,
        totals.dump[3] + 1,
      ];
      const kept = rate(keptText(cleanArticle({ text: row.gold }, undefined, { models }).blocks), gold).r;
      totals.clean = [totals.clean[0] + kept, totals.clean[1] + (kept < 0.9 ? 1 : 0), totals.clean[2] + 1];
    }
    console.error(
      `fold ${k}: ${totals.dump[3]} pages so far, F1 ${(totals.dump[2] / totals.dump[3]).toFixed(4)}`,
    );
  }
  const [p, r, f, n] = totals.dump;
  const share = (total) => Math.round((1e4 * total) / n) / 1e4;
  console.log(
    JSON.stringify({
      pages: n,
      precision: share(p),
      recall: share(r),
      f1: share(f),
      cleanKept: share(totals.clean[0]),
      cleanLosing: share(totals.clean[1]),
    }),
  );
}

function grams(text) {
  const words = wordsOf(text);
  const counts = new Map();
  const size = Math.min(4, words.length);
  for (let i = 0; size > 0 && i + size <= words.length; i++) {
    const key = words.slice(i, i + size).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function rate(text, gold) {
  const found = grams(text);
  let shared = 0;
  let all = 0;
  let wanted = 0;
  for (const [key, count] of found) {
    all += count;
    shared += Math.min(count, gold.get(key) ?? 0);
  }
  for (const count of gold.values()) wanted += count;
  const p = all > 0 ? shared / all : 0;
  const r = wanted > 0 ? shared / wanted : 1;
  return { p, r, f: p + r > 0 ? (2 * p * r) / (p + r) : 0 };
}
