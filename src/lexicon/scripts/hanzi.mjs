#!/usr/bin/env node
// Learns data/hanzi.ts: the characters by which Chinese writes foreign sounds.
//   node src/lexicon/scripts/hanzi.mjs [--characters N] [--ratio R] [--stdout]    (DEDUPE_DATA: folder of the development sets)
// A character is taken when it is among the N commonest of transliterated names and at least R times as common there
// as in running text (defaults from the sweep in decisions/0005-name-keys.md). Data: Wikidata person names (CC0) for the names; NTREX-128 development stories (CC BY-SA 4.0), Chinese
// in both scripts, for the text. Only the list of characters is kept.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

const DATA = process.env.DEDUPE_DATA;
if (DATA === undefined)
  throw new Error('DEDUPE_DATA is not set: it names the folder of the development sets');
const option = (name, value) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? value : Number(process.argv[at + 1]);
};
const CHARACTERS = option('characters', 450);
const RATIO = option('ratio', 1);
const TARGET = resolve(import.meta.dirname, '..', 'data', 'hanzi.ts');

const rows = (file) =>
  gunzipSync(readFileSync(resolve(DATA, file)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

function countHan(texts) {
  const counts = new Map();
  let total = 0;
  for (const text of texts) {
    for (const character of text.match(/\p{Script=Han}/gu) ?? []) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
      total++;
    }
  }
  return { counts, share: (character) => ((counts.get(character) ?? 0) + 1) / total };
}

const names = countHan(
  rows('names/transliteration-train.jsonl.gz')
    .filter((row) => row.script === 'chinese')
    .map((row) => row.other),
);
const stories = rows('translations/ntrex-dev.jsonl.gz');
// Simplified and traditional are counted apart: a character of one is rare in the other for no fault of its own.
const texts = ['zho-CN', 'zho-TW'].map((lang) =>
  countHan(stories.filter((row) => row.lang === lang).flatMap((row) => row.sentences)),
);

const commonest = [...names.counts]
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  .slice(0, CHARACTERS);
const taken = commonest
  .map(([character]) => character)
  .filter(
    (character) => names.share(character) >= RATIO * Math.max(...texts.map((text) => text.share(character))),
  )
  .sort();

const lines = taken.join('').match(/.{1,50}/gu) ?? [];
const output = `/**
 * Characters by which Chinese writes foreign sounds (特朗普), simplified and traditional: among the ${CHARACTERS} commonest of
 * transliterated names and at least ${RATIO} × as common there as in running text. Written by scripts/hanzi.mjs.
 * Data: Wikidata (CC0); see NOTICE.md.
 */
export const TRANSLITERATION_HANZI =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
if (process.argv.includes('--stdout')) process.stdout.write(output);
else writeFileSync(TARGET, output);
process.stderr.write(`${taken.length} characters\n`);
