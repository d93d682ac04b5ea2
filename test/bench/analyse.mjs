/**
 * What an article costs, stage by stage: `npm run build && node test/bench/analyse.mjs docs.jsonl [most]`. Each line of
 * the file has `text`, and may have `title` and `source`. Prints microseconds of processor time an article, each stage
 * by itself, the best of several passes after the first, which warms the compiler up.
 */
import { blockKeys, cleanArticle, keptText, repetitionKeys } from '../../dist/clean/index.js';
import { analyseArticle } from '../../dist/dedupe.js';
import { findDates } from '../../dist/features/dates/index.js';
import { compactFeatures, extractFacts, NO_CONCEPTS } from '../../dist/features/index.js';
import { findNameKeys, findNames } from '../../dist/features/names/index.js';
import { sketchOf } from '../../dist/features/near/index.js';
import { findNumbers } from '../../dist/features/numbers/index.js';
import { detectLanguage } from '../../dist/language/index.js';
import { sha256 } from '../../dist/lib/digest.js';
import { normalisedDigest } from '../../dist/lib/normalised-digest.js';
import { shingleHashes } from '../../dist/lib/shingles.js';
import { recordHeadOf as headOf, RecordWriter, readBlocks, readHead } from '../../dist/state/record.js';
import { printStage, readArticles } from './stages.mjs';

const PASSES = 4;
const [file, most = '5000'] = process.argv.slice(2);
if (file === undefined) throw new Error('name a JSON Lines file of articles, each line with a "text"');

const OPTIONS = {
  clean: true,
  language: true,
  translations: true,
  threshold: 'balanced',
  groupBy: 'story',
  canonical: 'longest',
};
const articles = readArticles(file, Number(most));
const time = (name, inputs, stage) => printStage(PASSES, name, inputs, stage);

const done = articles.map((raw) => analyseArticle(raw, OPTIONS).article);
time('analyseArticle', articles, (raw) => analyseArticle(raw, OPTIONS));
time('  cleanArticle', articles, (raw) => cleanArticle(raw));
time('  keptText', done, ({ blocks }) => keptText(blocks));
time('  detectLanguage', done, ({ text }) => detectLanguage(text));
time('  extractFacts', done, ({ text, language }) => extractFacts(text, language.bcp47));
time('    findNameKeys', done, ({ text, language }) => findNameKeys(text, language.bcp47));
time('    findNumbers', done, ({ text, language }) => findNumbers(text, language.bcp47));
time('    findDates', done, ({ text, language }) => findDates(text, language.bcp47));
time('  normalisedDigest', done, ({ text }) => normalisedDigest(text));
time('  sha256', done, ({ text }) => sha256(text));
time('  blockKeys', done, ({ blocks }) => blockKeys(blocks));
const none = { leads: [], others: [], ending: 0 };
const keyed = done.map((article) => ({
  article,
  story: {
    facts: extractFacts(article.text, article.language.bcp47),
    concepts: NO_CONCEPTS,
    letters: 0,
    published: Number.NaN,
  },
}));
time('  compactFeatures', keyed, ({ article: { title, text, textDigest }, story }) =>
  compactFeatures(title, text, textDigest, [0, 0], story, none),
);
time('    shingleHashes', done, ({ text }) => shingleHashes(text));
const shingles = done.map(({ text }) => shingleHashes(text));
time('    sketchOf', shingles, (set) => sketchOf(set));
time('  repetitionKeys', done, ({ blocks }) => repetitionKeys(blocks));
time('    findNames', done, ({ text, language }) => findNames(text, language.bcp47));
const writer = new RecordWriter();
time('write a record', done, (article) => {
  writer.push(headOf(article), article.blocks);
  writer.take();
});
const records = done.map((article) => {
  writer.push(headOf(article), article.blocks);
  const { heads, bodies } = writer.take();
  return { head: Buffer.from(heads), body: Buffer.from(bodies) };
});
time('read its head', records, ({ head }) => readHead(head));
time('read its blocks', records, ({ body }) => readBlocks(body));
const bytes = records.reduce((sum, { head, body }) => sum + head.length + body.length, 0);
console.log(`spilled: ${Math.round(bytes / records.length)} bytes an article`);
