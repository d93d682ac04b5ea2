/**
 * How many short lines a second are looked up in the phrase lists: `npm run build && node test/bench/lookup.mjs`.
 * Half of the lines are phrases, half are titles of the fixtures' kind, so that both hits and misses are counted; one title in ten ends in a number.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = (path) => import(pathToFileURL(resolve(import.meta.dirname, '..', '..', 'dist', path)).href);
const { DEFAULT_LOOKUP } = await dist('clean/lookup.js');
const { LEXICON } = await dist('clean/phrases/lexicon.js');
const { PHRASE_CLASSES, phrasesOf } = await dist('clean/phrases/phrase-list.js');
const { labelForm } = await dist('clean/label-form.js');
const { normaliseLabel } = await dist('lib/normalise.js');

const RUNS = 9;
const phrases = PHRASE_CLASSES.flatMap((phraseClass) => phrasesOf(LEXICON[phraseClass])).map((phrase) =>
  phrase.replace('*', ''),
);
const titles = phrases.map(
  (phrase, i) => `${phrase} ${phrases[(i * 7919) % phrases.length]}${i % 10 === 0 ? ' 3' : ''}`,
);
const lines = [...phrases, ...titles].map((text) => ({ text, form: labelForm(normaliseLabel(text)) }));

const rates = [];
let hits = 0;
for (let run = 0; run < RUNS; run++) {
  const start = performance.now();
  for (let again = 0; again < 20; again++) {
    for (const { text, form } of lines) if (DEFAULT_LOOKUP.classify(text, form) !== undefined) hits++;
  }
  rates.push((20 * lines.length) / (performance.now() - start) / 1000);
}
rates.sort((a, b) => a - b);
console.log(
  `${phrases.length} phrases, ${lines.length} lines, ${Math.round((100 * hits) / (RUNS * 20 * lines.length))} % hits`,
);
console.log(
  `median ${rates[RUNS >> 1].toFixed(2)} million look-ups a second, best ${rates.at(-1).toFixed(2)}`,
);
