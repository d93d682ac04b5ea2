/**
 * The keys under which words of a text stand in the lexicon of concepts, with their places. Owns what a key is, for the
 * trainer and for articles alike; must not know what a key means. One pass, linear.
 *
 * Words of spaced scripts: the beginning, or all pieces, as the language's scheme says. Hangul: pairs of syllables at
 * the beginning, as particles hang at the end. Ideographs and kana: pairs of characters. Tibetan: syllables, and pairs
 * of them.
 * Other unspaced alphabets: pieces of three to six characters.
 */
import {
  bareLatin,
  DIGIT,
  FOLD,
  INVISIBLE,
  SEPARATOR,
  SURROGATE,
  UNIT_CLASS,
  UNSPACED,
  WORD,
} from '../lib/characters.ts';
import { finishHash, mixWord } from '../lib/hash.ts';
import { isHangulSyllable, SCRIPTS, scriptNumber } from '../lib/script.ts';
import { unitsOf } from '../lib/text-units.ts';
import type { Scheme } from './scheme.ts';

/** The arrays are longer than `count` and are overwritten by the next call: for reading at once. */
export interface ConceptKeys {
  readonly count: number;
  /** 24-bit hashes. */
  readonly keys: Uint32Array;
  /** UTF-16 offsets of the word, or of the piece of an unspaced text, half-open. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

interface Scratch {
  count: number;
  keys: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
}

const scratch: Scratch = newScratch(1 << 13);
/** Longer "words" are run-together text: their end is not read. */
const LONGEST_WORD = 40;
const UNITS = new Uint16Array(LONGEST_WORD);
/** Syllables of a Hangul word that are read. */
const HANGUL_SYLLABLES = 4;
/** Letters of a word that is read: single letters say nothing. */
const SHORTEST_WORD = 2;

const TIBETAN = SCRIPTS.indexOf('Tibt');
const BY_PAIRS: ReadonlySet<number> = new Set(
  ['Hani', 'Hira', 'Kana', 'Bopo', 'Yiii'].map((script) => SCRIPTS.indexOf(script)),
);
/** How a unit of an unspaced script is read; 0 for all other units. */
const RUNS = { none: 0, pairs: 1, pieces: 2, tibetan: 3 } as const;
const RUN_OF = UNIT_CLASS.map((kind, unit) => {
  if (kind !== UNSPACED) return RUNS.none;
  const script = scriptNumber(unit);
  if (script === TIBETAN) return RUNS.tibetan;
  return BY_PAIRS.has(script) ? RUNS.pairs : RUNS.pieces;
});
/** The tsheg parts syllables of Tibetan. */
const TSHEG = 0x0f0b;

/** Seeds keep keys of different kinds apart that hold the same characters. */
const SEED = { word: 7, piece: 13, hangul: 5, pair: 2, unspaced: 4, tibetan: 9, syllable: 11 } as const;

/** Base letter of each Latin letter with a mark, nothing of a mark by itself, else the unit. */
const BARE = Uint16Array.from({ length: 0x10000 }, (_, unit) => bareOf(unit));

/**
 * By unit: the form in which it is hashed, below bits that say what it does. One load a unit; zero parts words.
 * `plain`: counts as one letter of the word it stands in. `begins`: begins a word. `special`: does not part words, but
 * one that holds it is read the long way.
 */
const FORM = 0xffff;
const PLAIN = 1 << 16;
const BEGINS = 1 << 17;
const SPECIAL = 1 << 18;
const CODES = codesOf(FOLD);
const BARE_CODES = codesOf(FOLD.map((unit) => BARE[unit]!));

function codesOf(forms: Uint16Array): Uint32Array {
  return Uint32Array.from(UNIT_CLASS, (kind, unit) => {
    if (kind === SEPARATOR || kind === UNSPACED) return 0;
    const form = forms[unit]!;
    const isPlain = (kind === WORD || kind === DIGIT) && form !== 0 && !isHangulSyllable(unit);
    const begins = kind === WORD || kind === SURROGATE;
    return form | (isPlain ? PLAIN : SPECIAL) | (begins ? BEGINS : 0);
  });
}

export function scanConceptKeys(text: string, scheme: Scheme): ConceptKeys {
  // A piece for each unit is the most there can be: a Tibetan syllable and its pair come with the tsheg between.
  if (text.length > scratch.keys.length) Object.assign(scratch, newScratch(2 * text.length));
  scratch.count = 0;
  const units = unitsOf(text);
  const codes = scheme.bare ? BARE_CODES : CODES;
  const { length: longest, pieces } = scheme;
  const { length } = text;
  for (let at = 0; at < length; ) {
    const code = codes[units[at]!]!;
    if ((code & BEGINS) === 0) {
      const run = RUN_OF[units[at]!]!;
      at = run === RUNS.none ? at + 1 : takeRun(units, at, length, run, scheme);
      continue;
    }
    // Behind the text stand zeros, which part words.
    const stop = at + longest;
    let hash: number = SEED.word;
    let end = at;
    let next = code;
    for (; end < stop && (next & PLAIN) !== 0; next = codes[units[++end]!]!)
      hash = mixWord(hash, next & FORM);
    const isLonger = (next & PLAIN) !== 0;
    while ((next & PLAIN) !== 0) next = codes[units[++end]!]!;
    if (next !== 0 || (isLonger && pieces)) end = takeWord(units, at, codes, scheme);
    else if (end >= at + SHORTEST_WORD) put(hash, at, end);
    at = end;
  }
  return scratch;
}

function newScratch(size: number): Scratch {
  return {
    count: 0,
    keys: new Uint32Array(size),
    starts: new Uint32Array(size),
    ends: new Uint32Array(size),
  };
}

function put(hash: number, start: number, end: number): void {
  const at = scratch.count++;
  scratch.keys[at] = finishHash(hash) >>> 8;
  scratch.starts[at] = start;
  scratch.ends[at] = end;
}

/** Reads one word of a spaced script, whatever is in it; returns where it ends. */
function takeWord(units: Uint16Array, start: number, codes: Uint32Array, scheme: Scheme): number {
  let length = 0;
  let hangul = 0;
  let at = start;
  for (let code = codes[units[at]!]!; code !== 0; code = codes[units[++at]!]!) {
    if (UNIT_CLASS[units[at]!] === INVISIBLE) continue;
    if (isHangulSyllable(units[at]!)) hangul++;
    const form = code & FORM;
    if (form !== 0 && length < LONGEST_WORD) UNITS[length++] = form;
  }
  if (length < SHORTEST_WORD) return at;
  if (2 * hangul > length) takePieces(SEED.hangul, 2, Math.min(length, HANGUL_SYLLABLES), start, at);
  else if (!scheme.pieces || length <= scheme.length)
    takePieces(SEED.word, Math.min(length, scheme.length), Math.min(length, scheme.length), start, at);
  else takePieces(SEED.piece, scheme.length, length, start, at);
  return at;
}

/** All pieces of a length within the first units of the word at hand. */
function takePieces(seed: number, size: number, length: number, start: number, end: number): void {
  for (let from = 0; from + size <= length; from++) {
    let hash: number = seed;
    for (let i = from; i < from + size; i++) hash = mixWord(hash, UNITS[i]!);
    put(hash, start, end);
  }
}

/** Reads a run of an unspaced script; returns where it ends. */
function takeRun(units: Uint16Array, start: number, length: number, first: number, scheme: Scheme): number {
  if (first === RUNS.tibetan) return takeTibetan(units, start, length);
  let end = start + 1;
  while (RUN_OF[units[end]!] !== RUNS.none) end++;
  for (let at = start; at < end; at++) {
    const isPair = RUN_OF[units[at]!] === RUNS.pairs;
    const size = isPair ? 2 : scheme.unspaced;
    if (at + size > end) continue;
    let hash: number = isPair ? SEED.pair : SEED.unspaced;
    for (let i = at; i < at + size; i++) hash = mixWord(hash, FOLD[units[i]!]!);
    put(hash, at, at + size);
  }
  return end;
}

function takeTibetan(units: Uint16Array, start: number, length: number): number {
  let previous = 0;
  let previousStart = start;
  let syllable = 0;
  let syllableStart = start;
  let at = start;
  for (; at <= length; at++) {
    const unit = units[at]!;
    const isLetter = RUN_OF[unit] !== RUNS.none;
    if (isLetter) {
      if (syllable === 0) syllableStart = at;
      syllable = mixWord(syllable === 0 ? SEED.tibetan : syllable, unit);
      continue;
    }
    if (syllable !== 0) {
      put(mixWord(SEED.syllable, syllable), syllableStart, at);
      if (previous !== 0) put(mixWord(previous, syllable), previousStart, at);
      previous = syllable;
      previousStart = syllableStart;
      syllable = 0;
    }
    if (unit !== TSHEG) break;
  }
  return at;
}

function bareOf(unit: number): number {
  if (unit >= 0x300 && unit < 0x370) return 0;
  return bareLatin(unit);
}
