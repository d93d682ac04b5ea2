#!/usr/bin/env node
// Measures the keys of names; changes nothing (decision 0005 quotes its figures).
//   npm run build && node src/lexicon/scripts/name-keys.mjs      (DEDUPE_DATA: folder of the development sets)
// 1. Name parts in two scripts (Wikidata, CC0): share of pairs with equal keys, with keys one class apart, and share of
//    random non-pairs with equal keys; recall at a fixed rate of false matches, where equal keys also need forms that are
//    alike (Jaro-Winkler, as match/story/shared.ts asks) by as much as that rate takes. On every fifth name by the MD5 of its Latin form (the sounds were chosen on the other four).
// 2. NTREX-128 development stories (CC BY-SA 4.0): for each language the share of documents that find their English
//    version among all by names alone (sum over shared keys of log2(N/df)).
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

const DATA = process.env.DEDUPE_DATA;
if (DATA === undefined)
  throw new Error('DEDUPE_DATA is not set: it names the folder of the development sets');
const BUILT = resolve(process.env.DEDUPE_DIST ?? resolve(import.meta.dirname, '..', '..', '..', 'dist'));
const { findNames } = await import(`${BUILT}/features/names/index.js`);
const { keysOf } = await import(`${BUILT}/features/names/keys.js`);
const { JaroWinklerDistance } = await import('natural/lib/natural/distance/index.js');
const { hashString } = await import(`${BUILT}/lib/hash.js`);
const rows = (file) =>
  gunzipSync(readFileSync(resolve(DATA, file)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const SCRIPTS = {
  arabic: 'Arab',
  chinese: 'Hani',
  hebrew: 'Hebr',
  katakana: 'Kana',
  korean: 'Hang',
  russian: 'Cyrl',
};
const LANGUAGES =
  'deu=de fra=fr spa=es rus=ru zho-CN=zh arb=ar jpn=ja kor=ko hin=hi tur=tr ell=el tha=th heb=he ukr=uk pol=pl';

function oneClassApart(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return Math.max(a.length, b.length) - head - tail <= 1;
}

/** Likeness of two names whose keys agree, 0 where none does. */
function likeness(a, b) {
  const alike = a.flatMap((one) =>
    b
      .filter(({ key }) => key === one.key)
      .map(({ form }) => (form === one.form ? 1 : JaroWinklerDistance(form, one.form))),
  );
  return Math.max(0, ...alike);
}

/** False matches of random pairs, in 10,000, at which recall is told. */
const FALSE_RATES = [1, 2, 5];
const RANDOM_PAIRS = 1_000_000;

/** Recall at each false rate: the likeness asked for is the least at which random pairs match no more often. */
function recallAtFalseRates(names) {
  const random = Array.from({ length: RANDOM_PAIRS }, (_, i) => {
    const a = names[hashString(`a ${i}`, 0) % names.length];
    const b = names[hashString(`b ${i}`, 0) % names.length];
    return a.latin === b.latin || a.other === b.other ? 0 : likeness(a.keys, b.otherKeys);
  }).sort((a, b) => b - a);
  const right = names.map(({ keys, otherKeys }) => likeness(keys, otherKeys));
  return FALSE_RATES.map((rate) => {
    const least = random[Math.floor((rate / 10_000) * RANDOM_PAIRS)];
    return `${((100 * right.filter((value) => value > least).length) / right.length).toFixed(1)} % at ${rate}`;
  }).join(', ');
}

function measureKeys() {
  const heldOut = rows('names/transliteration-train.jsonl.gz').filter(
    (row) => createHash('md5').update(row.latin).digest()[0] % 5 === 0,
  );
  for (const [name, script] of Object.entries(SCRIPTS)) {
    const names = heldOut
      .filter((row) => row.script === name)
      .map(({ latin, other }) => ({
        latin,
        other,
        keys: keysOf(latin, 'Latn', 'en', true),
        otherKeys: keysOf(other, script, 'und', true),
      }));
    const pairs = names.map(({ keys, otherKeys }) => [keys[0]?.key ?? '', otherKeys[0]?.key ?? '']);
    const latin = new Map();
    for (const [key] of pairs) if (key !== '') latin.set(key, (latin.get(key) ?? 0) + 1);
    const equal = pairs.filter(([a, b]) => a !== '' && a === b).length;
    const near = pairs.filter(
      ([a, b]) => a !== '' && b !== '' && (a === b || (a[0] !== '=' && oneClassApart(a, b))),
    ).length;
    let accidental = 0;
    for (const [a, b] of pairs) if (b !== '') accidental += (latin.get(b) ?? 0) - (a === b ? 1 : 0);
    const share = (count) => `${((100 * count) / pairs.length).toFixed(1)} %`;
    const falseRate = ((1e4 * accidental) / (pairs.length * (pairs.length - 1))).toFixed(1);
    console.log(
      `${name}: ${pairs.length} pairs, equal ${share(equal)}, within one class ${share(near)}, false ${falseRate} in 10,000; recall by false matches in 10,000: ${recallAtFalseRates(names)}`,
    );
  }
}

function measureStories() {
  const stories = rows('translations/ntrex-dev.jsonl.gz');
  const keys = (row, tag) => new Set(findNames(row.sentences.join('\n'), tag).map((name) => name.key));
  const english = stories
    .filter((row) => row.lang === 'eng')
    .map((row) => ({ story: row.story, keys: keys(row, 'en') }));
  const frequency = new Map();
  for (const document of english)
    for (const key of document.keys) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const weight = (key) => Math.log2(english.length / frequency.get(key));
  for (const [lang, tag] of LANGUAGES.split(' ').map((pair) => pair.split('='))) {
    const documents = stories.filter((row) => row.lang === lang);
    const found = documents.filter((row) => {
      const own = [...keys(row, tag)];
      const scored = english.map((document) => ({
        story: document.story,
        score: own.filter((key) => document.keys.has(key)).reduce((sum, key) => sum + weight(key), 0),
      }));
      const [first, second] = scored.sort((a, b) => b.score - a.score);
      return first.story === row.story && first.score > second.score;
    });
    console.log(`${tag}: ${((100 * found.length) / documents.length).toFixed(0)} % top-1`);
  }
}

measureKeys();
measureStories();
