/**
 * How fast articles are cleaned on one core: `npm run build && node test/bench/clean.mjs docs.jsonl...`. Each line of
 * a file has `text`. Prints megabytes (UTF-8), lines and articles a second of processor time, for each file: the best
 * of several passes after the first, which warms the compiler up.
 */
import { cleanArticle } from '../../dist/clean/index.js';
import { fastest, readRecords } from './stages.mjs';

const PASSES = 9;
const files = process.argv.slice(2);
if (files.length === 0) throw new Error('name JSON Lines files of articles, each line with a "text"');

for (const file of files) {
  const articles = readRecords(file).map(({ text }) => ({ text }));
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  let blocks = 0;
  const microseconds = fastest(PASSES, () => {
    blocks = 0;
    for (const article of articles) blocks += cleanArticle(article).blocks.length;
  });
  const best = microseconds / 1e6;
  console.log(
    `${file}: ${articles.length} articles, ${(bytes / 1e6).toFixed(1)} MB, ${blocks} lines; ` +
      `${(bytes / 1e6 / best).toFixed(1)} MB, ${Math.round(blocks / best)} lines, ${Math.round(articles.length / best)} articles a second`,
  );
}
