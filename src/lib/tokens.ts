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
  INVISIBLE,
  MARK,
  NUMBER_JOINERS,
  SEPARATOR,
  UNIT_CLASS,
  UNSPACED,
  WORD,
} from './characters.ts';
import { finishHash, mixWord } from './hash.ts';

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

/** The tokens of a text in order; linear time. */
export function tokenise(text: string): Tokens {
  const units = codeUnits(text);
  const composed = text.normalize('NFC') === text;
  // There cannot be more tokens than code units: flat arrays of that size are cheaper than growing ones.
  const hashes = new Uint32Array(units.length);
  const starts = new Uint32Array(units.length);
  const ends = new Uint32Array(units.length);
  const kinds = new Uint8Array(units.length);
  let count = 0;
  let at = 0;
  while (at < units.length) {
    const kind = classAt(units, at);
    if (kind !== WORD && kind !== DIGIT && kind !== UNSPACED) {
      at += widthAt(units, at);
      continue;
    }
    const end = kind === UNSPACED ? characterEnd(units, at) : wordEnd(units, at);
    hashes[count] = composed ? hashFolded(units, at, end) : hashComposed(text.slice(at, end));
    starts[count] = at;
    ends[count] = end;
    kinds[count++] =
      kind === UNSPACED ? TOKEN_KINDS.character : kind === DIGIT ? TOKEN_KINDS.number : TOKEN_KINDS.word;
    at = end;
  }
  return {
    count,
    hashes: hashes.subarray(0, count),
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    kinds: kinds.subarray(0, count),
  };
}

/** The text as numbers: read once, because each `charCodeAt` in the loops below costs more than the loop. */
function codeUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/** Code units of the character at an offset: 2 for a surrogate pair, else 1. */
function widthAt(units: Uint16Array, at: number): number {
  const isPair = (units[at]! & 0xfc00) === 0xd800 && (units[at + 1]! & 0xfc00) === 0xdc00;
  return isPair && at + 1 < units.length ? 2 : 1;
}

function classAt(units: Uint16Array, at: number): number {
  const unit = units[at]!;
  if ((unit & 0xf800) !== 0xd800) return UNIT_CLASS[unit]!;
  // Half a pair is damage, not a word.
  if (widthAt(units, at) === 1) return SEPARATOR;
  return astralClass(0x10000 + ((unit & 0x3ff) << 10) + (units[at + 1]! & 0x3ff));
}

/** The end of a character of an unspaced script, with the voicing marks that follow it. */
function characterEnd(units: Uint16Array, start: number): number {
  let at = start + widthAt(units, start);
  while (at < units.length && UNIT_CLASS[units[at]!] === MARK) at++;
  return at;
}

/** A run of letters, marks and digits; one joiner between two digits belongs to the number. */
function wordEnd(units: Uint16Array, start: number): number {
  let at = start;
  let previous = INVISIBLE;
  while (at < units.length) {
    const kind = classAt(units, at);
    if (kind === WORD || kind === DIGIT || kind === MARK) {
      at += widthAt(units, at);
      previous = kind;
    } else if (kind === INVISIBLE || (previous === DIGIT && joinsNumber(units, at))) {
      at++;
    } else {
      break;
    }
  }
  return at;
}

function joinsNumber(units: Uint16Array, at: number): boolean {
  return NUMBER_JOINERS.has(units[at]!) && at + 1 < units.length && UNIT_CLASS[units[at + 1]!] === DIGIT;
}

function hashComposed(token: string): number {
  const units = codeUnits(token.normalize('NFC'));
  return hashFolded(units, 0, units.length);
}

function hashFolded(units: Uint16Array, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if (UNIT_CLASS[unit] !== INVISIBLE) hash = mixWord(hash, FOLD[unit]!);
  }
  return finishHash(hash);
}
