#!/usr/bin/env node
// Which sentences of news and daily speech the phrase lists would take for chrome: none should be.
//   npm run build && node test/quality/false-chrome.mjs [--show]
// The sentences (NTREX-128, TICO-19, Tatoeba) stand beside the checkout or where DEDUPE_DATA says; nothing of them is
// part of the project.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';

const ROOT = resolve(import.meta.dirname, '..', '..');
const SHARED = process.env.DEDUPE_DATA ?? resolve(ROOT, '..', 'shared');
const dist = (path) => import(pathToFileURL(join(ROOT, 'dist', path)).href);
const SETS = {
  'translations/ntrex-dev.jsonl.gz': ({ lang, sentences }) => sentences.map((text) => ({ lang, text })),
  'sentences/tico19.jsonl.gz': (row) => [row],
  'sentences/tatoeba.jsonl.gz': (row) => [row],
};
/** Longer lines are not looked up (src/clean/page.ts). */
const MAX_PHRASE = 120;

const { DEFAULT_LOOKUP } = await dist('clean/lookup.js');
const { labelForm } = await dist('clean/label-form.js');
const { normaliseLabel } = await dist('lib/normalise.js');
const { latinLength } = await dist('lib/script.js');

for (const [file, read] of Object.entries(SETS)) {
  const path = join(SHARED, 'data', file);
  if (!existsSync(path)) {
    console.log(
      `false-chrome: no ${path}; not measured (set DEDUPE_DATA to the folder of the development sets)`,
    );
    continue;
  }
  const rows = gunzipSync(readFileSync(path))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const sentences = rows.flatMap(read).filter(({ text }) => latinLength(text) <= MAX_PHRASE);
  const counts = new Map();
  for (const { lang, text } of sentences) {
    const phraseClass = DEFAULT_LOOKUP.classify(text, labelForm(normaliseLabel(text)));
    if (phraseClass === undefined) continue;
    counts.set(phraseClass, (counts.get(phraseClass) ?? 0) + 1);
    if (process.argv.includes('--show')) console.log(`  ${phraseClass}, ${lang}: ${text}`);
  }
  const found = [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
  console.log(
    `${file}: ${sentences.length} short sentences; taken for chrome: ${found === '' ? 'none' : found}`,
  );
}
