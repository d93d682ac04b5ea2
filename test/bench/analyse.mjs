/**
 * What an article costs, stage by stage: `npm run build && node test/bench/analyse.mjs docs.jsonl [most]`. Each line of
 * the file has `text`, and may have `title` and `source`. Prints microseconds of processor time an article, each stage
 * by itself, the best of several passes after the first, which warms the compiler up.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = (path) => import(pathToFileURL(resolve(import.meta.dirname, '..', '..', 'dist', path)).href);
const { analyseArticle } = await dist('dedupe.js');
const { blockKeys, cleanArticle, keptText, repetitionKeys } = await dist('clean/index.js');
const { compactFeatures, extractFacts, NO_CONCEPTS } = await dist('features/index.js');
const { findDates } = await dist('features/dates/index.js');
const { findNameKeys, findNames } = await dist('features/names/index.js');
const { findNumbers } = await dist('features/numbers/index.js');
const { sketchOf } = await dist('features/near/index.js');
const { detectLanguage } = await dist('language/index.js');
const { sha256 } = await dist('lib/digest.js');
const { normalisedDigest } = await dist('lib/normalised-digest.js');
const { shingleHashes } = await dist('lib/shingles.js');
const { RecordWriter, readBlocks, readHead, recordHeadOf: headOf } = await dist('state/record.js');

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
const articles = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .slice(0, Number(most))
  .map((line, index) => {
    const { id, title, source, text } = JSON.parse(line);
    return { id, path: file, record: index + 1, offset: 0, title, source, text, rawDigest: sha256(text) };
  });

/** In microseconds. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function time(name, inputs, stage) {
  let best = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass <= PASSES; pass++) {
    const before = processorTime();
    for (const input of inputs) stage(input);
    if (pass > 0) best = Math.min(best, processorTime() - before);
  }
  console.log(`${name.padEnd(20)} ${(best / inputs.length).toFixed(1).padStart(8)}`);
}

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
const none = { leads: [], others: [] };
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
  compactFeatures(title, text, textDigest, story, none),
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
