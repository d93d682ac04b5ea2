#!/usr/bin/env node
// How the words of a language should become keys: prints, for each language and scheme, how far translations of held-out
// stories stand apart from other stories; the choice is written into concept-schemes.mjs by hand.
//   npm run build && node src/lexicon/scripts/choose-schemes.mjs [language ...]      (DEDUPE_DATA: folder of the sets)
// Learned on half of the stories (and the other sources), measured on the other half against their English versions:
// standard deviations between the mean likeness of translations and that of other stories, and the same for the
// tenth worst in a hundred, which counts half.
import { scanConceptKeys } from '../../../dist/lexicon/concept-keys.js';
import { DEFAULT_SCHEME } from '../../../dist/lexicon/scheme.js';
import { readAligned } from './aligned-corpus.mjs';
import { SCHEMES } from './concept-schemes.mjs';
import { foldOf } from './language-corpus.mjs';
import { ALIGNMENT, alignWords } from './word-alignment.mjs';

const UNSPACED = new Set('th lo km my'.split(' '));
const { pairs, versions } = readAligned();
const isHeldOut = (story) => story !== undefined && foldOf(story, 2) === 1;
const asked = process.argv.slice(2);
const languages = asked.length > 0 ? asked : [...new Set(versions.map(({ language }) => language))].sort();

const keysOf = (text, scheme) => {
  const { count, keys } = scanConceptKeys(text, scheme);
  return [...keys.slice(0, count)];
};
const english = versions.filter(({ version }) => version === 'eng');
const articles = new Map();
for (const { text, story } of english)
  if (!isHeldOut(story))
    for (const key of new Set(keysOf(text, DEFAULT_SCHEME))) articles.set(key, (articles.get(key) ?? 0) + 1);
const learnedFrom = english.filter(({ story }) => !isHeldOut(story)).length;
const bitsOf = (key) => Math.max(0, Math.log2((learnedFrom + 10) / ((articles.get(key) ?? 0) + 0.5)));

/** Numbers of concepts must stay below 65,536: English keys are numbered as they come. */
const numbers = new Map();
const conceptsOf = (text) =>
  [...new Set(keysOf(text, DEFAULT_SCHEME))].map((key) => {
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key);
  });
const weighed = (masses) => {
  const keys = [...numbers.keys()];
  const vector = new Map([...masses].map(([id, mass]) => [id, Math.log1p(mass) * bitsOf(keys[id])]));
  const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return new Map([...vector].map(([id, weight]) => [id, weight / length]));
};
const likeness = (a, b) => [...a].reduce((sum, [id, weight]) => sum + weight * (b.get(id) ?? 0), 0);

for (const language of languages) {
  const list = pairs.filter((pair) => pair.language === language && !isHeldOut(pair.story));
  const e = list.map((pair) => conceptsOf(pair.english));
  const held = english.filter(({ story }) => isHeldOut(story));
  const targets = held.map(({ story, text }) => ({
    story,
    vector: weighed(new Map(conceptsOf(text).map((id) => [id, 1]))),
  }));
  const results = Object.entries(SCHEMES)
    .filter(([name]) => name.startsWith('thai') === UNSPACED.has(language) || name === 'prefix6')
    .map(([name, scheme]) => [name, measure(language, scheme, list, e, targets)])
    .sort((a, b) => b[1] - a[1]);
  console.log(`${language}: ${results.map(([name, score]) => `${name} ${score.toFixed(2)}`).join(', ')}`);
}

function measure(language, scheme, list, e, targets) {
  const table = alignWords(
    list.map(({ text }, i) => ({ f: [...new Set(keysOf(text, scheme))], e: e[i] })),
    ALIGNMENT,
  );
  const same = [];
  const other = [];
  for (const version of versions) {
    if (version.language !== language || !isHeldOut(version.story)) continue;
    const masses = new Map();
    for (const key of keysOf(version.text, scheme))
      for (const [id, strength] of table.get(key) ?? []) masses.set(id, (masses.get(id) ?? 0) + strength);
    const vector = weighed(masses);
    for (const target of targets)
      (target.story === version.story ? same : other).push(likeness(vector, target.vector));
  }
  const mean = other.reduce((sum, value) => sum + value, 0) / other.length;
  const spread = Math.sqrt(other.reduce((sum, value) => sum + (value - mean) ** 2, 0) / other.length);
  same.sort((a, b) => a - b);
  const typical = same.reduce((sum, value) => sum + value, 0) / same.length;
  return (typical - mean) / spread + (0.5 * (same[Math.floor(same.length / 10)] - mean)) / spread;
}
