#!/usr/bin/env node
// Learns the table by which legacy encodings are told: how usual each pair of letters is in each language that had
// one, and for Chinese, Japanese and Korean the characters in the order of their use.
//   npm run build && node src/lexicon/scripts/letter-pairs.mjs [--write FILE] [--fold K,L --folds N]
// DEDUPE_DATA: folder of the development sets. With --fold, the stories of those folds are left out, for measuring.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { MULTI_BYTE, SINGLE_BYTE } from '../../../dist/ingest/encoding/candidates.js';
import * as symbols from '../../../dist/ingest/encoding/symbols.js';
import { foldOf, readCorpus, SOURCES } from './language-corpus.mjs';

const { values } = parseArgs({
  options: {
    write: { type: 'string', default: 'src/lexicon/data/letter-pairs.ts' },
    fold: { type: 'string' },
    folds: { type: 'string', default: '4' },
  },
});

const { SPACE, OTHER, symbolOf } = symbols;
/** Where letters of ASCII are told apart. */
const isLatin = (model) =>
  !/^(rus|ukr|bel|bul|mkd|srp|tgk|kaz|tat|bak|kir|ell|heb|ara|fas-1256|urd-1256|tha|hye|kat)$/.test(model);

/** Models that are a language as one of its encodings could write it. */
const VARIANTS = {
  'ron-cedilla': [
    'ron',
    (text) => text.replace(/[șȘțȚ]/g, (letter) => ({ ș: 'ş', Ș: 'Ş', ț: 'ţ', Ț: 'Ţ' })[letter]),
  ],
  'fas-1256': ['fas', (text) => text.replaceAll('ی', 'ي')],
  'urd-1256': ['urd', (text) => text.replaceAll('ی', 'ي')],
  'vie-1258': ['vie', to1258],
  srp: ['srp', (text) => (/[\u0400-\u04ff]/.test(text) ? text : '')],
  'srp-Latn': ['srp', (text) => (/[\u0400-\u04ff]/.test(text) ? '' : text)],
  'zho-CN': ['zho', (text, { version }) => (version === 'zho-CN' ? text : '')],
  'zho-TW': ['zho', (text, { version }) => (version === 'zho-TW' ? text : '')],
};

/** Tone marks apart, all other marks part of the letter: windows-1258. */
function to1258(text) {
  let written = '';
  for (const letter of text.normalize('NFD')) {
    const joined = /[\u0302\u0306\u031b]/.test(letter);
    if (!joined) {
      written += letter;
      continue;
    }
    // The tone may stand before the circumflex.
    const tone = /[\u0300\u0301\u0303\u0309\u0323]$/.exec(written)?.[0] ?? '';
    const base = tone === '' ? written : written.slice(0, -1);
    written = `${(base + letter).normalize('NFC')}${tone}`;
  }
  return written;
}

/** Steps a nat. */
const STEPS = 16;
const MAX_SYMBOLS = 160;

const { sentences, digests } = readCorpus();
const kept = sentences.filter(
  ({ story }) =>
    values.fold === undefined ||
    story === undefined ||
    !values.fold
      .split(',')
      .map(Number)
      .includes(foldOf(story, Number(values.folds))),
);

function* textsOf(model) {
  const [language, change] = VARIANTS[model] ?? [model, (text) => text];
  for (const sentence of kept) {
    if (sentence.language !== language) continue;
    const text = change(sentence.text.normalize('NFC'), sentence);
    if (text !== '') yield text;
  }
}

function learnPairs(model) {
  const latin = isLatin(model);
  const counts = new Map();
  const singles = new Map();
  const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  let texts = 0;
  for (const text of textsOf(model)) {
    texts++;
    let before = SPACE;
    for (let i = 0; i <= text.length; i++) {
      const symbol = i === text.length ? SPACE : symbolOf(text[i], latin);
      add(counts, before + symbol);
      add(singles, symbol);
      before = symbol;
    }
  }
  if (texts === 0) throw new Error(`no texts for ${model}`);
  // A letter that stands in fewer than one of 30,000 characters came in with a foreign name.
  const total = [...singles.values()].reduce((sum, count) => sum + count, 0);
  const known = [...singles].filter(([, count]) => count * 30_000 >= total).sort((a, b) => b[1] - a[1]);
  const list = known
    .map(([symbol]) => symbol)
    .filter((symbol) => symbol !== OTHER)
    .slice(0, MAX_SYMBOLS);
  for (const one of Object.keys(symbols.CLASS_COSTS)) if (!list.includes(one)) list.push(one);
  list.sort();
  const single = (symbol) => ((singles.get(symbol) ?? 0) + 0.5) / (total + 0.5 * list.length);
  const costs = [];
  for (const a of list) {
    const row = list.reduce((sum, b) => sum + (counts.get(a + b) ?? 0), 0);
    for (const b of list) {
      const probability = ((counts.get(a + b) ?? 0) + 4 * single(b)) / (row + 4);
      costs.push(Math.min(255, Math.round(-Math.log(probability) * STEPS)));
    }
  }
  return { list: list.join(''), costs };
}

function learnCharacters(model) {
  const counts = new Map();
  for (const text of textsOf(model))
    for (const character of text.normalize('NFC'))
      if (character.charCodeAt(0) >= 0x80 && character.length === 1)
        counts.set(character, (counts.get(character) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const order = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  // Classes of cost, one unit of e/2 apart: the table says which characters are in each.
  const classes = [];
  for (const [character, count] of order) {
    const place = Math.round(-2 * Math.log(count / total));
    classes[place] = (classes[place] ?? '') + character;
  }
  return Array.from(classes, (characters) => characters ?? '');
}

const pairModels = [...new Set(SINGLE_BYTE.flatMap(({ languages }) => languages))].sort();
const characterModels = [...new Set(MULTI_BYTE.flatMap(({ languages }) => languages))].sort();
const learned = pairModels.map((model) => [model, learnPairs(model)]);
const bytes = Buffer.concat(learned.map(([, { costs }]) => Buffer.from(costs)));
const packed = brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
}).toString('base64');
const quoted = (text) => JSON.stringify(text);
writeFileSync(
  values.write,
  `/**
 * How usual pairs of letters are in a language, by which legacy encodings are told. Made by
 * \`src/lexicon/scripts/letter-pairs.mjs\`; do not edit. Counts of pairs and of characters alone, no text of a source. From:
${SOURCES.map(({ name, licence }, place) => ` * - ${name} (${licence}), SHA-256 ${digests[place]}`).join('\n')}
 */
/** Of each language the symbols, sorted; their pairs, row by row, are bytes in \`PAIR_COSTS\`, one language after the other. */
export const PAIR_SYMBOLS: readonly (readonly [language: string, symbols: string])[] = [
${learned.map(([model, { list }]) => `  [${quoted(model)}, ${quoted(list)}],`).join('\n')}
];
/** Brotli in base64: sixteenths of a nat that the second symbol of a pair costs behind the first. */
export const PAIR_COSTS = ${quoted(packed)};
/** Characters of Chinese, Japanese and Korean that cost 0, half a nat, one nat and so on. */
export const CHARACTER_COSTS: readonly (readonly [language: string, characters: readonly string[]])[] = [
${characterModels.map((model) => `  [${quoted(model)}, [${learnCharacters(model).map(quoted).join(', ')}]],`).join('\n')}
];
`,
);
