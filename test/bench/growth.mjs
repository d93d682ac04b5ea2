/**
 * Whether cleaning grows no faster than its input: time for n and for 8 n characters of texts made to be hard, and the
 * ratio, about 8 for linear work and 64 for quadratic. `npm run build && node test/bench/growth.mjs`.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { cleanArticle } = await import(
  pathToFileURL(resolve(import.meta.dirname, '..', '..', 'dist', 'clean', 'index.js')).href
);
const PROSE = 'It was so, they said. '.repeat(20);
const SUBJECTS = {
  'one-character lines': (n) => 'a\n'.repeat(n / 2),
  'equal closers': (n) => 'Related articles\n'.repeat(n / 17),
  'one long line': (n) => 'word, '.repeat(n / 6),
  punctuation: (n) => '.'.repeat(n),
  'credits after a text': (n) => `${PROSE}\n${'AI image\n'.repeat(n / 9)}`,
  boxes: (n) => `${PROSE}\nRelated articles\nLink\n`.repeat(n / 463),
  buttons: (n) => 'Accept\nWe use cookies.\n'.repeat(n / 23),
  dates: (n) => '3 May 2024, 14:05\n'.repeat(n / 18),
  'open phrases': (n) => `${'Published '.repeat(10)}\n`.repeat(n / 101),
};
const SMALL = 100_000;
const FACTOR = 8;
const RUNS = 5;

function milliseconds(text) {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    cleanArticle({ text });
    return performance.now() - start;
  });
  return Math.min(...times);
}

for (const [name, make] of Object.entries(SUBJECTS)) {
  const [small, large] = [make(SMALL), make(SMALL * FACTOR)];
  milliseconds(small);
  const [one, many] = [milliseconds(small), milliseconds(large)];
  console.log(
    `${name}: ${one.toFixed(1)} ms for ${small.length}, ${many.toFixed(1)} ms for ${large.length}, ratio ${(many / one).toFixed(1)}`,
  );
}
