/**
 * How many articles a second the language detector reads on one core: `npm run build && node test/bench/language.mjs
 * FILE.jsonl...`. Each line of a file has `text`. Prints articles and milliseconds of processor time per article, with
 * the loading of tables and libraries counted apart, and how many texts went to the libraries.
 */
import { detectLanguage, loadVoters } from '../../dist/language/index.js';
import { processorTime, readRecords } from './stages.mjs';

const ROUNDS = 3;
const files = process.argv.slice(2);
if (files.length === 0) throw new Error('name a JSON Lines file of articles');

/** In milliseconds. */
const now = () => processorTime() / 1000;

for (const file of files) {
  const texts = readRecords(file).map(({ text }) => text);
  const start = now();
  for (const text of texts.slice(0, 200)) detectLanguage(text);
  const tables = now();
  const voters = await loadVoters();
  const loaded = now();
  let unsure = 0;
  for (const text of texts) if (detectLanguage(text).unsure) unsure++;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const before = now();
    for (const text of texts) detectLanguage(text, voters);
    best = Math.min(best, now() - before);
  }
  const each = best / texts.length;
  console.log(
    `${file}: ${texts.length} articles, ${Math.round(1000 / each)} a second, ${each.toFixed(4)} ms each, ` +
      `${unsure} asked of the libraries; first 200 with the tables ${(tables - start).toFixed(0)} ms, libraries ${(loaded - tables).toFixed(0)} ms`,
  );
}
