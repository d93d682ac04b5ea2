/**
 * Tokens of a text: words of spaced scripts, single characters of unspaced ones, numbers whole, each as a 32-bit hash
 * with its offsets. Owns what a token is; must not ask a locale or `Intl.Segmenter`, whose answers change with ICU.
 *
 * Case, full width, native digits and canonical composition make no difference; punctuation and symbols part tokens.
 * Linear time; no string is made for text that is already composed (NFC).
 */
import {
  astralClass,
  DIGIT,
  FOLD,
  GROUP_SPACES,
  INVISIBLE,
  MARK,
  NUMBER_JOINERS,
  SEPARATOR,
  SURROGATE,
  UNIT_CLASS,
  UNSPACED,
  WORD,
} from './characters.ts';
import { compose } from './composition.ts';
import { finishHash, mixWord } from './hash.ts';
import { mayComposeUnit } from './normalise.ts';
import { UnitScratch } from './text-units.ts';

export const TOKEN_KINDS = { word: 0, character: 1, number: 2 } as const;

export interface Tokens {
  readonly count: number;
  readonly hashes: Uint32Array;
  /** UTF-16 offsets, half-open. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** A value of TOKEN_KINDS. */
  readonly kinds: Uint8Array;
}

const FOLDED = 0xffff;
/** Where the class of a unit stands; separators are 0. */
const CLASS_SHIFT = 16;
const CLASS = 7 << CLASS_SHIFT;
const SEPARATOR_UNIT = SEPARATOR << CLASS_SHIFT;
const WORD_UNIT = WORD << CLASS_SHIFT;
const UNSPACED_UNIT = UNSPACED << CLASS_SHIFT;
const MARK_UNIT = MARK << CLASS_SHIFT;
const COMPOSES = 1 << 20;
/** All that the scan asks of a code unit: its folded form, its class, whether composition may change it or what is beside it. */
const UNITS = Int32Array.from(
  UNIT_CLASS,
  (kind, unit) => FOLD[unit]! | (kind << CLASS_SHIFT) | (mayComposeUnit(unit) ? COMPOSES : 0),
);

/** The tokens of a text in order; linear time. */
export function tokenise(text: string): Tokens {
  const { count, hashes, starts, ends, kinds } = scanTokens(text);
  return {
    count,
    hashes: hashes.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    kinds: kinds.slice(0, count),
  };
}

interface Scratch {
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly kinds: Uint8Array;
}

function makeScratch(size: number): Scratch {
  return {
    hashes: new Uint32Array(size),
    starts: new Uint32Array(size),
    ends: new Uint32Array(size),
    kinds: new Uint8Array(size),
  };
}

/** Reused by every scan: making arrays for each text costs as much as scanning it. */
let scratch = makeScratch(1 << 14);
const unitScratch = new UnitScratch();

/** As `tokenise`, but the arrays are longer than `count` and are overwritten by the next call: for reading at once. */
export function scanTokens(text: string): Tokens {
  // There cannot be more tokens than code units.
  if (text.length > scratch.hashes.length) scratch = makeScratch(2 * text.length);
  const { hashes, starts, ends, kinds } = scratch;
  const length = text.length;
  const units = unitScratch.read(text);
  let count = 0;
  let at = 0;
  // The flags of all units: whether composition may change the text.
  let flags = 0;
  while (at < length) {
    const start = at;
    let unit = UNITS[units[at]!]!;
    flags |= unit;
    if ((unit & CLASS) <= SEPARATOR_UNIT) {
      at++;
      continue;
    }
    let hash = 0;
    // A word of letters between separators, or one character: nearly all tokens. Behind the end stand separators.
    if ((unit & CLASS) === WORD_UNIT) {
      do {
        hash = mixWord(hash, unit & FOLDED);
        unit = UNITS[units[++at]!]!;
        flags |= unit;
      } while ((unit & CLASS) === WORD_UNIT);
      const next = unit & CLASS;
      if (next === SEPARATOR_UNIT || next === UNSPACED_UNIT) {
        hashes[count] = finishHash(hash);
        starts[count] = start;
        ends[count] = at;
        kinds[count++] = TOKEN_KINDS.word;
        continue;
      }
    } else if ((unit & CLASS) === UNSPACED_UNIT && (UNITS[units[at + 1]!]! & CLASS) !== MARK_UNIT) {
      hashes[count] = finishHash(mixWord(0, unit & FOLDED));
      starts[count] = start;
      ends[count] = ++at;
      kinds[count++] = TOKEN_KINDS.character;
      continue;
    }
    at = start;
    const first = classAt(units, at, length);
    if (first === SEPARATOR || first === INVISIBLE || first === MARK) {
      at++;
      continue;
    }
    hash = 0;
    let kind = first;
    let previous = INVISIBLE;
    // One step a code unit: the class of a pair is asked at its first half, its second half follows unasked.
    while (isPartOfToken(kind, previous, first, units, start, at, length)) {
      flags |= UNITS[units[at]!]!;
      const isPair = UNIT_CLASS[units[at]!] === SURROGATE;
      if (kind !== INVISIBLE) hash = mixWord(hash, FOLD[units[at]!]!);
      if (isPair) hash = mixWord(hash, units[at + 1]!);
      at += isPair ? 2 : 1;
      if (kind !== INVISIBLE) previous = kind;
      if (at >= length) break;
      kind = classAt(units, at, length);
    }
    hashes[count] = finishHash(hash);
    starts[count] = start;
    ends[count] = at;
    kinds[count++] = kindOf(first);
  }
  if ((flags & COMPOSES) !== 0 && compose(text) !== text) {
    for (let i = 0; i < count; i++) hashes[i] = hashComposed(text.slice(starts[i], ends[i]));
  }
  return { count, hashes, starts, ends, kinds };
}

function kindOf(first: number): number {
  if (first === UNSPACED) return TOKEN_KINDS.character;
  return first === DIGIT ? TOKEN_KINDS.number : TOKEN_KINDS.word;
}

/** Class of the character at an offset; half a surrogate pair is damage, not a word. */
function classAt(units: Uint16Array, at: number, length: number): number {
  const kind = UNIT_CLASS[units[at]!]!;
  if (kind !== SURROGATE) return kind;
  const isPair = at + 1 < length && (units[at]! & 0xfc00) === 0xd800 && (units[at + 1]! & 0xfc00) === 0xdc00;
  if (!isPair) return SEPARATOR;
  return astralClass(0x10000 + ((units[at]! & 0x3ff) << 10) + (units[at + 1]! & 0x3ff));
}

/**
 * Whether the character at an offset continues the token that began at `start`. A character of an unspaced script takes
 * only its voicing marks. A word takes letters, marks and digits; a joiner between two digits belongs to the number,
 * and so does a space before a group of three: `27 500` is one number, as `27,500` is.
 */
function isPartOfToken(
  kind: number,
  previous: number,
  first: number,
  units: Uint16Array,
  start: number,
  at: number,
  length: number,
): boolean {
  if (at === start) return kind === WORD || kind === DIGIT || kind === UNSPACED;
  if (first === UNSPACED) return kind === MARK;
  if (kind === WORD || kind === DIGIT || kind === MARK || kind === INVISIBLE) return true;
  return kind === SEPARATOR && previous === DIGIT && joinsNumber(units, start, at, length);
}

function joinsNumber(units: Uint16Array, start: number, at: number, length: number): boolean {
  if (!isDigit(units, at + 1, length)) return false;
  if (NUMBER_JOINERS.has(units[at]!)) return true;
  if (!GROUP_SPACES.has(units[at]!)) return false;
  // The group before has one to three digits when it is the first, three when it is not.
  let before = 0;
  while (before < 4 && at - before > start && isDigit(units, at - before - 1, length)) before++;
  const isGroup = before === 3 || (at - before === start && before < 3);
  const isFollowed = isDigit(units, at + 2, length) && isDigit(units, at + 3, length);
  return isGroup && isFollowed && !isDigit(units, at + 4, length);
}

function isDigit(units: Uint16Array, at: number, length: number): boolean {
  return at < length && UNIT_CLASS[units[at]!] === DIGIT;
}

/** Hash of a token of a text that is not composed. */
function hashComposed(token: string): number {
  let hash = 0;
  for (const character of token.normalize('NFC')) {
    for (let i = 0; i < character.length; i++) {
      const unit = character.charCodeAt(i);
      if (UNIT_CLASS[unit] !== INVISIBLE) hash = mixWord(hash, FOLD[unit]!);
    }
  }
  return finishHash(hash);
}
