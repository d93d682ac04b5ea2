#!/usr/bin/env node
// Learns which name keys are common in the news of each language, and writes src/lexicon/data/common-keys.ts.
//   npm run build && node src/lexicon/scripts/common-keys.mjs [--stories even]       (DEDUPE_DATA: folder of the sets)
// A key that stands in three or more of a language's articles gets log2(articles / articles with it) bits; all other
// keys keep the bits of their length. What is kept of the data is a hash and a number a key, no text.
// Data: NTREX-128 development stories (CC BY-SA 4.0), English Wikinews 2019-2020 (CC BY 2.5).
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findNames } from '../../../dist/features/names/index.js';
import { detectLanguage } from '../../../dist/language/index.js';
import { sha256 } from '../../../dist/lib/digest.js';
import { hashString } from '../../../dist/lib/hash.js';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const DATA = resolve(process.env.DEDUPE_DATA ?? resolve(ROOT, '..', 'shared'), 'data');
const MIN_ARTICLES = 3;
const NTREX = 'translations/ntrex-dev.jsonl.gz';
const WIKINEWS = ['distractors/wikinews_2019.csv.gz', 'distractors/wikinews_2020.csv.gz'];
const evenOnly = process.argv.includes('--stories');

const digest = [NTREX, ...WIKINEWS].map((file) => sha256(readFileSync(resolve(DATA, file)))).join(' ');
const text = (file) => gunzipSync(readFileSync(resolve(DATA, file))).toString('utf8');
const isOdd = (story) => Number.parseInt(sha256(`story ${story}`).slice(0, 8), 16) % 2 === 1;

/** Texts by the language that the product itself detects. */
const texts = new Map();
const put = (article) => {
  const { bcp47 } = detectLanguage(article);
  texts.set(bcp47, [...(texts.get(bcp47) ?? []), article]);
};
for (const line of text(NTREX).split('\n').filter(Boolean)) {
  const { story, sentences } = JSON.parse(line);
  if (!evenOnly || !isOdd(story)) put(sentences.filter(Boolean).join('\n'));
}
const { parse } = (await import('papaparse')).default;
for (const file of WIKINEWS) {
  for (const row of parse(text(file), { header: true }).data)
    if ((row.text ?? '').length > 200) put(row.text);
}

const rows = [];
for (const [bcp47, articles] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (articles.length < 20 || bcp47 === 'und') continue;
  const counts = new Map();
  for (const article of articles) {
    for (const { key } of findNames(article, bcp47)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const common = [...counts]
    .filter(([, count]) => count >= MIN_ARTICLES)
    .map(([key, count]) => [
      hashString(key, 0),
      Math.min(40, Math.round(4 * Math.log2(articles.length / count))),
    ])
    .sort(([a], [b]) => a - b);
  const bytes = Buffer.alloc(5 * common.length);
  common.forEach(([hash, bits], i) => {
    bytes.writeUInt32LE(hash, 5 * i);
    bytes.writeUInt8(bits, 5 * i + 4);
  });
  rows.push(`  ${JSON.stringify(bcp47)}: '${bytes.toString('base64')}',`);
}
writeFileSync(
  resolve(ROOT, 'src/lexicon/data/common-keys.ts'),
  `/**
 * Name keys that are common in the news of a language: hash (32 bits, little endian) and quarter bits, base64. Learned;
 * do not edit. Made by src/lexicon/scripts/common-keys.mjs from NTREX-128 development stories (CC BY-SA 4.0) and
 * English Wikinews (CC BY 2.5); digest of the data ${sha256(digest).slice(0, 16)}.
 */
export const COMMON_KEYS: Readonly<Record<string, string>> = {
${rows.join('\n')}
};
`,
);
console.log(`${rows.length} languages`);
