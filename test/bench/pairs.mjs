/**
 * What judging one candidate pair costs, stage by stage: `npm run build && node test/bench/pairs.mjs docs.jsonl [most]`.
 * The file is one that `make-collection.mjs scale` makes; each line has `text`, and may have `title` and `source`.
 * Candidates are found as a run finds them. Prints microseconds of processor time a pair, pairs that become near-duplicates and
 * pairs that are refused apart, each stage by itself, the best of several passes after the first, which warms the compiler
 * up; those of `judgeNear` each pair the shingles first. Articles are cold: tokens and shingles are made for each pair, as in a collection where an article is in one pair.
 */
import { analyseRaw, completeArticle } from '../../dist/article.js';
import { Collection, findNear, NEAR_PIECES, pairsToJudge, planMatching } from '../../dist/dedupe.js';
import { FACTS_ONLY } from '../../dist/lexicon/knowledge.js';
import { judgePair, prepare } from '../../dist/match/index.js';
import { findChanges } from '../../dist/match/near/changes.js';
import { judgeNear } from '../../dist/match/near/index.js';
import { pairShingles } from '../../dist/match/near/paired.js';
import { alignPassages } from '../../dist/match/near/passages.js';
import { measureOverlap } from '../../dist/match/near/resemblance.js';
import { printStage, readArticles } from './stages.mjs';

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
const analyses = readArticles(file, Number(most)).map((raw) => {
  const analysis = analyseRaw(raw, OPTIONS, FACTS_ONLY);
  collection.push(analysis.compact, analysis.head.language.bcp47);
  return analysis;
});
const plan = planMatching(collection.columns, collection.languages, OPTIONS);
const pieces = NEAR_PIECES.map((piece) => findNear(plan, piece, OPTIONS));
const { value: pairs } = pairsToJudge(plan, pieces);
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

const time = (name, inputs, stage) => printStage(PASSES, name, inputs, ([a, b]) => stage(a, b));

for (const [kind, found] of Object.entries(kinds)) {
  console.log(`${found.length} pairs: ${kind}`);
  if (found.length === 0) continue;
  time('judgePair', found, judge);
  time('  prepare', found, (a, b) => [ready(a).near(), ready(b).near()]);
  const near = found.map(([a, b]) => [ready(a).near(), ready(b).near()]);
  time('  judgeNear', near, (a, b) => judgeNear(a, b, { threshold: OPTIONS.threshold, isExplained: false }));
  time('    measureOverlap', near, (a, b) => measureOverlap(a.shingles, b.shingles));
  if (kind === 'refused') continue;
  const paired = (a, b) => pairShingles(a.shingles, b.shingles);
  time('    findChanges', near, (a, b) => findChanges(a, b, paired(a, b)));
  time('    alignPassages', near, (a, b) => alignPassages(a.tokens, b.tokens, paired(a, b)));
}
