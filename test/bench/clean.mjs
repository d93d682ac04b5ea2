/**
 * How fast articles are cleaned on one core: `npm run build && node test/bench/clean.mjs docs.jsonl...`. Each line of
 * a file has `text`. Prints megabytes (UTF-8), lines and articles a second of processor time, for each file: the best
 * of several passes after the first, which warms the compiler up.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = (path) => import(pathToFileURL(resolve(import.meta.dirname, '..', '..', 'dist', path)).href);
const { cleanArticle } = await dist('clean/index.js');

const PASSES = 9;
const files = process.argv.slice(2);
if (files.length === 0) throw new Error('name JSON Lines files of articles, each line with a "text"');

/** In seconds. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

for (const file of files) {
  const articles = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ text: JSON.parse(line).text }));
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  let best = Number.POSITIVE_INFINITY;
  let blocks = 0;
  for (let pass = 0; pass <= PASSES; pass++) {
    const before = processorTime();
    blocks = 0;
    for (const article of articles) blocks += cleanArticle(article).blocks.length;
    if (pass > 0) best = Math.min(best, processorTime() - before);
  }
  console.log(
    `${file}: ${articles.length} articles, ${(bytes / 1e6).toFixed(1)} MB, ${blocks} lines; ` +
      `${(bytes / 1e6 / best).toFixed(1)} MB, ${Math.round(blocks / best)} lines, ${Math.round(articles.length / best)} articles a second`,
  );
}
