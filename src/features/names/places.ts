/**
 * Names of countries and continents of one locale, indexed for lookup. Owns the building of the index; the names are
 * in lexicon/data/places.ts. Linear in the names of the locale, done once, when the locale is first met.
 */
import { PLACE_CODES, PLACE_NAMES } from '../../lexicon/data/places.ts';
import { isUnspaced } from '../../lib/script.ts';
import { withoutArticle } from './affixes.ts';
import { splitWords } from './words.ts';

/** Keys are `@` and the region code of ISO 3166 or UN M.49 (`@JP`, `@150`). */
export interface PlaceIndex {
  /** Single words in lower case. */
  readonly single: ReadonlyMap<string, string>;
  /** All-capital names (`US`), which must not match `us`. */
  readonly capital: ReadonlyMap<string, string>;
  /** Single words of four letters and more, which inflected forms begin with. */
  readonly stems: ReadonlyMap<string, string>;
  /** The same without their last vowels; `''` where two places would share one. */
  readonly shortened: ReadonlyMap<string, string>;
  /** 1 for the hashes of the first letters of `stems` and `shortened`: sets most words aside before they are cut. */
  readonly stemStarts: Uint8Array;
  /** The only endings that may follow a shortened name; undefined where any that begins with a vowel may. */
  readonly endings: ReadonlySet<string> | undefined;
  /** Names of several words, each word cut to its beginning, joined by spaces. */
  readonly several: ReadonlyMap<string, string>;
  /** First words (cut) of the names in `several` -> the most words such a name has. */
  readonly openings: ReadonlyMap<string, number>;
  /** Names in unspaced scripts, whole. */
  readonly unspaced: ReadonlyMap<string, string>;
  /** 1 for UTF-16 units that an unspaced name starts with: settles most positions of a text with one load. */
  readonly starts: Uint8Array;
  /** First two units of an unspaced name (`pairAt`) -> length of the longest that starts with them. */
  readonly longest: ReadonlyMap<number, number>;
}

type Table<Kind> = Kind extends ReadonlyMap<infer Key, infer Value> ? Map<Key, Value> : Kind;
type Writable = { readonly [Field in keyof PlaceIndex]: Table<PlaceIndex[Field]> };

const MOST_WORDS = 4;
/** Words of a longer name are compared by this many letters: `Соединённых Штатов`, `South Korean`. */
const CUT = 4;
/** Inflected forms may lack the nominative ending, two letters at most, and share at least four with the name. */
const NOMINATIVE_ENDING = 2;
export const SHORTEST_STEM = 4;
/** Two letters of an alphabet written without spaces stand in too many words; two ideographs are a word. */
const SHORTEST_UNSPACED = 3;
const SHORTEST_IDEOGRAPHIC = 2;

const indexes = new Map<string, PlaceIndex>();

/** The index of a key of `PLACE_NAMES`; empty cells of a table mean the English name. */
export function placeIndex(locale: string): PlaceIndex {
  const known = indexes.get(locale);
  if (known !== undefined) return known;
  const index: Writable = {
    single: new Map(),
    capital: new Map(),
    stems: new Map(),
    shortened: new Map(),
    stemStarts: new Uint8Array(STEM_STARTS),
    endings: locale === 'en' ? ENGLISH_ENDINGS : undefined,
    several: new Map(),
    openings: new Map(),
    unspaced: new Map(),
    starts: new Uint8Array(0x10000),
    longest: new Map(),
  };
  const own = (PLACE_NAMES[locale] ?? '').split('|');
  const english = (PLACE_NAMES['en'] ?? '').split('|');
  PLACE_CODES.split(' ').forEach((code, position) => {
    const names = own[position] ?? '';
    for (const name of (names === '' ? (english[position] ?? '') : names).split('/'))
      addName(index, name, `@${code}`);
  });
  addStems(index, locale === 'en' || DECLINING.has(locale));
  for (const stem of [...index.stems.keys(), ...index.shortened.keys()])
    index.stemStarts[stemStart(stem)] = 1;
  indexes.set(locale, index);
  return index;
}

const STEM_STARTS = 4096;

/** Hash of the first letters of a word, as many as the shortest stem has. */
export function stemStart(word: string): number {
  let hash = 0;
  for (let i = 0; i < SHORTEST_STEM; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x9e3779b1);
  return hash >>> 20;
}

let lastWord = '';
let lastFolded = '';

/**
 * A word as the index holds it: lower case, ё as е, without Arabic articles and the marks newspapers leave out. A word
 * is asked for several times in a row.
 */
export function foldWord(word: string): string {
  if (word === lastWord) return lastFolded;
  const lower = withoutArticle(word).toLowerCase();
  lastFolded = isFolded(lower) ? lower : foldMarks(lower);
  lastWord = word;
  return lastFolded;
}

function foldMarks(lower: string): string {
  return lower
    .normalize('NFC')
    .replace(/ё/g, 'е')
    .replace(/[\u00ad\u0640\u064b-\u0652]/g, '');
}

/** Units that folding leaves alone in whatever word of their like: nothing there composes, nothing is left out. */
const STAYS = new Uint8Array(0x10000);
STAYS.fill(1, 0, 0x300);
STAYS[0xad] = 0;
for (const [first, last] of [
  [0x430, 0x44f],
  [0x621, 0x63a],
  [0x641, 0x64a],
  [0xac00, 0xd7a3],
] as const)
  STAYS.fill(1, first, last + 1);

function isFolded(lower: string): boolean {
  for (let i = 0; i < lower.length; i++) if (STAYS[lower.charCodeAt(i)] === 0) return false;
  return true;
}

/** The part of a word by which names of several words are compared. */
export function cutWord(word: string): string {
  return foldWord(word).slice(0, CUT);
}

function addName(index: Writable, name: string, key: string): void {
  if (name === '') return;
  if (isUnspaced(name.codePointAt(0) ?? 0)) {
    addUnspaced(index, name, key);
    return;
  }
  const { count, starts, ends } = splitWords(name);
  const parts = Array.from({ length: count }, (_, word) => name.slice(starts[word], ends[word]));
  const first = parts[0];
  if (first === undefined || parts.length > MOST_WORDS) return;
  if (parts.length === 1) {
    if (isAllCapitals(first)) put(index.capital, first.replaceAll('.', ''), key);
    else put(index.single, foldWord(first), key);
    return;
  }
  put(index.several, parts.map(cutWord).join(' '), key);
  const opening = cutWord(first);
  index.openings.set(opening, Math.max(index.openings.get(opening) ?? 0, parts.length));
}

/** Two UTF-16 units as one number, NaN at the end of the text. */
export function pairAt(text: string, offset: number): number {
  return text.charCodeAt(offset) * 0x10000 + text.charCodeAt(offset + 1);
}

function addUnspaced(index: Writable, name: string, key: string): void {
  const first = name.charAt(0);
  const shortest = first >= '\u3040' ? SHORTEST_IDEOGRAPHIC : SHORTEST_UNSPACED;
  if (name.length < shortest) return;
  put(index.unspaced, name, key);
  index.starts[name.charCodeAt(0)] = 1;
  const pair = pairAt(name, 0);
  index.longest.set(pair, Math.max(index.longest.get(pair) ?? 0, name.length));
}

/** A country goes before a continent of the same name (`Америка`); continents have numbers and come first. */
function put(table: Map<string, string>, name: string, key: string): void {
  const earlier = table.get(name);
  if (earlier === undefined || /^@\d/.test(earlier)) table.set(name, key);
}

/** Locales whose nouns change their last vowel. Elsewhere a cut name meets other names: Francia and Francisco. */
const DECLINING = new Set(
  'be bg bn bs cs el et fi hr hu hy ka kk kn ky lt lv mk ml mn pl ro ru si sk sl sr sr-Latn ta te tg tt uk uz-Cyrl'.split(
    ' ',
  ),
);

/** What English makes inhabitants with: `Ital-ian`, `Chin-ese`, `Cuba-n`; `Franc-is` is none. */
const ENGLISH_ENDINGS = new Set(['n', 'ns', 'an', 'ans', 'ian', 'ians', 'ean', 'eans', 'ese']);

/**
 * A name stands for its inflected forms by itself and without the vowel that a nominative ends in (`Росси-я`); whole names go first, and what two places would share is nobody's.
 */
function addStems(index: Writable, isCut: boolean): void {
  for (const [name, key] of index.single) if (name.length >= SHORTEST_STEM) index.stems.set(name, key);
  if (!isCut) return;
  for (const [name, key] of index.single) {
    let length = name.length - 1;
    while (
      length >= Math.max(SHORTEST_STEM, name.length - NOMINATIVE_ENDING) &&
      isVowel(name.charAt(length))
    ) {
      const stem = name.slice(0, length--);
      const other = index.stems.get(stem) ?? index.shortened.get(stem);
      index.shortened.set(stem, other === undefined || other === key ? key : '');
    }
  }
}

const VOWELS = new Set(
  'aeiouyáàâäãåāăąéèêëēėęěíìîïīįıóòôöõøōőúùûüūůűųýæœаеиоуыэюяіїєўйьѣαεηιουωάέήίόύώϊϋϐաեէըիոօաიაეოუ',
);

export function isVowel(letter: string): boolean {
  return VOWELS.has(letter);
}

function isAllCapitals(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}
