#!/usr/bin/env node
// Learns the lexicon of concepts: words of every language that has aligned text, to concepts that all of them share.
//   npm run lexicon [-- --out FILE] [--without FOLD/FOLDS]          (DEDUPE_DATA: folder of the development sets)
// A concept is a beginning of English words; words of other languages are aligned with it (word-alignment.mjs).
// --without leaves out the stories of one fold, so that they can be scored; the shipped file is learned from all.
// Data: see aligned-corpus.mjs and dictionaries.mjs. What is kept: hashes of words, numbers of concepts, strengths. No sentence, no word.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { scanConceptKeys } from '../../../dist/lexicon/concept-keys.js';
import {
  BITS_SCALE,
  CONCEPT_BITS,
  HEADER,
  LANGUAGE_BYTES,
  LOWER_KEY_BITS,
  MAGIC,
  MOST_CONCEPTS,
  readConcepts,
  STRENGTHS,
  TAG_BYTES,
  TYPICAL_SCALE,
  UPPER_KEYS,
} from '../../../dist/lexicon/concepts.js';
import { DEFAULT_SCHEME, encodeScheme } from '../../../dist/lexicon/scheme.js';
import { readAligned } from './aligned-corpus.mjs';
import { schemeOf } from './concept-schemes.mjs';
import { readDictionaries } from './dictionaries.mjs';
import { foldOf } from './language-corpus.mjs';
import { ALIGNMENT, alignWords } from './word-alignment.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const argument = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const out = resolve(argument('out') ?? resolve(ROOT, 'src/lexicon/data/concepts.bin'));
const [without, folds] = (argument('without') ?? '').split('/').map(Number);

/** Entries of a language in the file, the best ones. */
const MOST_ENTRIES = 11_000;
/**
 * Entries below are guesses: of those between 0.08 and it 15 of 100 mean what they say, where any concept is right in 10,
 * and without them the tables are a third smaller and as good (decision 0012).
 */
const LEAST_STRENGTH = 0.11;
/** English words that say nothing: the commonest of the corpus. */
const STOP_SHARE = 0.02;
/** Articles of a language with a concept, counted as if so many had the rate of all languages. */
const SHRINK = 20;

/**
 * What an entry is worth whose key stands in no sentence: of held-out stories half as many of these mean what they say
 * (decision 0012).
 */
const DICTIONARY = 0.5;

const { pairs, versions } = readAligned();
const isLeftOut = (story) => folds > 0 && story !== undefined && foldOf(story, folds) === without;
const learned = pairs.filter(({ story }) => !isLeftOut(story));
const stories = versions.filter(({ story }) => !isLeftOut(story));

const keysOf = (text, scheme) => {
  const { count, keys } = scanConceptKeys(text, scheme);
  return keys.slice(0, count);
};
const distinct = (keys) => [...new Set(keys)];

const concepts = chooseConcepts();
const englishOf = new Map();
const byLanguage = groupBy(
  learned.filter(({ language }) => language !== 'en'),
  ({ language }) => language,
);
const dictionaries = groupBy(readDictionaries(byLanguage.keys()), ({ language }) => language);
const tables = new Map();
for (const [language, list] of [...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const scheme = schemeOf(language);
  // Quality is measured on half of the stories, by a table that has not seen them.
  const words = dictionaries.get(language) ?? [];
  const half = align(
    list.filter(({ story }) => !isMeasured(story)),
    words,
    scheme,
  );
  tables.set(language, { scheme, entries: align(list, words, scheme), half });
}
tables.set('en', { scheme: DEFAULT_SCHEME, entries: englishEntries() });
const bits = backgroundBits();
const typical = typicalWeights();
for (const [language, table] of tables) table.quality = qualityOf(language, table);
// Languages without a story of their own: as good as the worst tenth of the others.
const known = [...tables.values()].flatMap(({ quality }) => quality ?? []).sort((a, b) => a - b);
for (const table of tables.values()) table.quality ??= known[Math.floor(known.length / 10)];
const bytes = pack();
writeFileSync(out, bytes);
readConcepts(bytes);
console.log(
  `${out}: ${concepts.size} concepts, ${tables.size} languages, ${[...tables.values()].reduce((n, t) => n + t.entries.length, 0)} entries, ${bytes.length} bytes`,
);

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function isMeasured(story) {
  return story !== undefined && foldOf(`half ${story}`, 2) === 1;
}

/** Numbers of the beginnings of English words: in two sentences or more, and not in every fiftieth. */
function chooseConcepts() {
  const counts = new Map();
  const seen = new Set();
  for (const { english } of learned) {
    if (seen.has(english)) continue;
    seen.add(english);
    for (const key of distinct(keysOf(english, DEFAULT_SCHEME))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const kept = [...counts]
    .filter(([, count]) => count >= 2 && count <= STOP_SHARE * seen.size)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_CONCEPTS);
  return new Map(kept.map(([key], number) => [key, number]));
}

function conceptsOfEnglish(text) {
  const known = englishOf.get(text);
  if (known !== undefined) return known;
  const found = distinct(keysOf(text, DEFAULT_SCHEME))
    .map((key) => concepts.get(key))
    .filter((concept) => concept !== undefined);
  englishOf.set(text, found);
  return found;
}

/** Entries `[key, concept, level]` of sentences and of words of dictionaries, in the order of the file. */
function align(list, words, scheme) {
  const rowOf = ({ text, english }) => ({
    f: distinct(keysOf(text, scheme)),
    e: conceptsOfEnglish(english),
  });
  const sentences = list.map(rowOf);
  const met = new Set(sentences.flatMap(({ f }) => f));
  const found = alignWords([...sentences, ...words.map(rowOf)], ALIGNMENT);
  return [...found]
    .flatMap(([key, entries]) =>
      entries.map(([concept, strength]) => [key, concept, met.has(key) ? strength : DICTIONARY * strength]),
    )
    .filter(([, , strength]) => strength >= LEAST_STRENGTH)
    .map(([key, concept, strength]) => [key, concept, levelOf(strength)])
    .sort((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1])
    .slice(0, MOST_ENTRIES)
    .sort((a, b) => a[0] - b[0] || b[2] - a[2] || a[1] - b[1]);
}

function levelOf(strength) {
  return Math.max(0, Math.min(STRENGTHS - 1, Math.round(strength * STRENGTHS) - 1));
}

function englishEntries() {
  return [...concepts].map(([key, concept]) => [key, concept, STRENGTHS - 1]).sort((a, b) => a[0] - b[0]);
}

/** Concept to its summed strength in a text. */
function massesOf(text, { scheme }, entries) {
  const byKey = indexed(entries);
  const masses = new Map();
  for (const key of keysOf(text, scheme)) {
    for (const [, concept, level] of byKey.get(key) ?? [])
      masses.set(concept, (masses.get(concept) ?? 0) + (level + 1) / STRENGTHS);
  }
  return masses;
}

function indexed(entries) {
  entries.byKey ??= groupBy(entries, ([key]) => key);
  return entries.byKey;
}

/** Bits of each concept in eighths: how rare it is in the articles of all languages. */
function backgroundBits() {
  const counts = new Float64Array(concepts.size);
  for (const { language, text } of stories) {
    const table = tables.get(language);
    for (const [concept, mass] of massesOf(text, table, table.entries)) counts[concept] += Math.min(1, mass);
  }
  return Uint8Array.from(counts, (count) => {
    const rate = (count + (SHRINK * stories.length) / 20_000) / (stories.length + SHRINK);
    return Math.max(0, Math.min(255, Math.round(-BITS_SCALE * Math.log2(Math.min(1, rate)))));
  });
}

/** Mean of the vectors of all articles, each of length 1: the likeness with it is what any article would have. */
function typicalWeights() {
  const sums = new Float64Array(concepts.size);
  for (const { language, text } of stories) {
    const table = tables.get(language);
    const vector = weigh(massesOf(text, table, table.entries));
    const length = lengthOf(vector) || 1;
    for (const [concept, weight] of vector) sums[concept] += weight / length;
  }
  return Uint8Array.from(sums, (sum) => Math.min(255, Math.round((TYPICAL_SCALE * sum) / stories.length)));
}

/** Mean cosine with the English version over stories that `half` has not seen. */
function qualityOf(language, table) {
  if (language === 'en') return 1;
  const english = new Map(stories.filter(({ version }) => version === 'eng').map((row) => [row.story, row]));
  const own = stories.filter((row) => row.language === language && isMeasured(row.story));
  if (own.length === 0) return undefined;
  let sum = 0;
  for (const { story, text } of own) {
    const en = tables.get('en');
    const a = weigh(massesOf(text, table, table.half));
    sum += cosine(a, weigh(massesOf(english.get(story).text, en, en.entries)));
  }
  return sum / own.length;
}

function weigh(masses) {
  return new Map([...masses].map(([concept, mass]) => [concept, Math.log1p(mass) * bits[concept]]));
}

function cosine(a, b) {
  let dot = 0;
  for (const [concept, weight] of a) dot += weight * (b.get(concept) ?? 0);
  return dot === 0 ? 0 : dot / (lengthOf(a) * lengthOf(b));
}

function lengthOf(vector) {
  return Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));
}

function bytesOf(entries) {
  return 2 * UPPER_KEYS + 4 * entries.length;
}

function pack() {
  const directory = HEADER + 2 * concepts.size + tables.size * LANGUAGE_BYTES;
  const total = [...tables.values()].reduce((sum, { entries }) => sum + bytesOf(entries), directory);
  const bytes = Buffer.alloc(total);
  bytes.writeUInt32LE(MAGIC, 0);
  bytes.writeUInt16LE(concepts.size, 4);
  bytes.writeUInt16LE(tables.size, 6);
  bytes.set(bits, HEADER);
  bytes.set(typical, HEADER + concepts.size);
  let at = HEADER + 2 * concepts.size;
  let offset = directory;
  for (const [language, { scheme, entries, quality }] of tables) {
    bytes.write(language, at, TAG_BYTES, 'latin1');
    bytes.writeUInt8(encodeScheme(scheme), at + TAG_BYTES);
    bytes.writeUInt8(Math.round(255 * quality), at + TAG_BYTES + 1);
    bytes.writeUInt32LE(entries.length, at + TAG_BYTES + 4);
    bytes.writeUInt32LE(offset, at + TAG_BYTES + 8);
    at += LANGUAGE_BYTES;
    const keysAt = offset + 2 * UPPER_KEYS;
    entries.forEach(([key, concept, level], i) => {
      const upper = offset + 2 * (key >>> LOWER_KEY_BITS);
      bytes.writeUInt16LE(bytes.readUInt16LE(upper) + 1, upper);
      bytes.writeUInt16LE(key & 0xffff, keysAt + 2 * i);
      bytes.writeUInt16LE(concept | (level << CONCEPT_BITS), keysAt + 2 * (entries.length + i));
    });
    offset += bytesOf(entries);
  }
  return bytes;
}
