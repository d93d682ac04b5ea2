/**
 * What judging one candidate pair costs, stage by stage: `npm run build && node test/bench/pairs.mjs docs.jsonl [most]`.
 * The file is one that `make-collection.mjs scale` makes; each line has `text`, and may have `title` and `source`.
 * Candidates are found as a run finds them. Prints microseconds of processor time a pair, pairs that become near-duplicates and
 * pairs that are refused apart, each stage by itself, the best of several passes after the first, which warms the compiler
 * up; those of `judgeNear` each pair the shingles first. Articles are cold: tokens and shingles are made for each pair, as in a collection where an article is in one pair.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = (path) => import(pathToFileURL(resolve(import.meta.dirname, '..', '..', 'dist', path)).href);
const { analyseRaw, Collection, completeArticle, findNear, NEAR_PIECES, pairsToJudge, planMatching } =
  await dist('dedupe.js').then(async (dedupe) => ({
    ...dedupe,
    ...(await dist('article.js')),
  }));
const { FACTS_ONLY } = await dist('lexicon/knowledge.js');
const { sha256 } = await dist('lib/digest.js');
const { judgePair, prepare } = await dist('match/index.js');
const { findChanges } = await dist('match/near/changes.js');
const { judgeNear } = await dist('match/near/index.js');
const { pairShingles } = await dist('match/near/paired.js');
const { alignPassages } = await dist('match/near/passages.js');
const { measureOverlap } = await dist('match/near/resemblance.js');

const PASSES = 6;
const [file, most = '20000'] = process.argv.slice(2);
if (file === undefined) throw new Error('name a JSON Lines file of articles, each line with a "text"');

const OPTIONS = {
  clean: false,
  language: false,
  translations: false,
  threshold: 'balanced',
  groupBy: 'story',
  canonical: 'longest',
};
const collection = new Collection();
const analyses = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .slice(0, Number(most))
  .map((line, index) => {
    const { id, title, source, text } = JSON.parse(line);
    const raw = {
      id,
      path: file,
      record: index + 1,
      offset: 0,
      title,
      source,
      text,
      rawDigest: sha256(text),
    };
    const analysis = analyseRaw(raw, OPTIONS, FACTS_ONLY);
    collection.push(analysis.compact, analysis.head.language.bcp47);
    return analysis;
  });
const plan = planMatching(collection.columns, collection.languages, OPTIONS);
const pieces = NEAR_PIECES.map((piece) => findNear(plan, piece, OPTIONS));
const { value: pairs } = pairsToJudge(plan, pieces, []);
const articleAt = (index) => {
  const { head, blocks } = analyses[index];
  const article = completeArticle(head, () => blocks);
  // Reading back is no part of judging.
  article.text;
  return article;
};
const noWords = () => [];
const ready = (article) => prepare(article, noWords);
const judge = (a, b) => judgePair(ready(a), ready(b), undefined, OPTIONS, FACTS_ONLY, false);

const kinds = { 'near-duplicates': [], refused: [] };
for (let i = 0; i < pairs.a.length; i++) {
  const pair = [articleAt(pairs.a[i]), articleAt(pairs.b[i])];
  kinds[judge(...pair).relation === undefined ? 'refused' : 'near-duplicates'].push(pair);
}

/** In microseconds. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function time(name, inputs, stage) {
  let best = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass <= PASSES; pass++) {
    const before = processorTime();
    for (const [a, b] of inputs) stage(a, b);
    if (pass > 0) best = Math.min(best, processorTime() - before);
  }
  console.log(`${name.padEnd(20)} ${(best / inputs.length).toFixed(1).padStart(8)}`);
}

for (const [kind, found] of Object.entries(kinds)) {
  console.log(`${found.length} pairs: ${kind}`);
  if (found.length === 0) continue;
  time('judgePair', found, judge);
  time('  prepare', found, (a, b) => [ready(a).near(), ready(b).near()]);
  const near = found.map(([a, b]) => [ready(a).near(), ready(b).near()]);
  time('  judgeNear', near, (a, b) => judgeNear(a, b, OPTIONS.threshold, false));
  time('    measureOverlap', near, (a, b) => measureOverlap(a.shingles, b.shingles));
  if (kind === 'refused') continue;
  const paired = (a, b) => pairShingles(a.shingles, b.shingles);
  time('    findChanges', near, (a, b) => findChanges(a, b, paired(a, b)));
  time('    alignPassages', near, (a, b) => alignPassages(a.tokens, b.tokens, paired(a, b)));
}
