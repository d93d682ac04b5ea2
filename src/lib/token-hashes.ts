/**
 * The hashes of the tokens of a text and nothing else of them: what shingles are made of. Owns a scan that takes no
 * branch where a word ends, as half of those are guessed wrong: that alone cost as much as all hashing. What a token
 * is, `token-rules.ts` says; where one stands, `tokens.ts`. Linear.
 */
import { MARK, SEPARATOR, UNSPACED, WORD } from './characters.ts';
import { compose } from './composition.ts';
import { finishHash, mixScrambled, scrambleWord } from './hash.ts';
import { mayComposeUnit } from './normalise.ts';
import { unitsOf } from './text-units.ts';
import { NO_TOKEN, readToken, TOKEN_KINDS } from './token-rules.ts';
import { TOKEN_CLASS, TOKEN_FORM } from './token-units.ts';
import { scanTokens } from './tokens.ts';

export interface TokenHashes {
  readonly count: number;
  /** Those of `tokenise`, longer than `count`. */
  readonly hashes: Uint32Array;
  /** A value of TOKEN_KINDS each. */
  readonly kinds: Uint8Array;
  /** Whether any of them is a character of an unspaced script. */
  readonly hasCharacters: boolean;
}

/** What a code unit is to the scan, as bits: part of a word; all else but a separator; of an unspaced script. */
const IN_WORD = 1;
const RARE = 2;
const CHARACTER = 4;
/** Composition may change it, or what is beside it. */
const COMPOSES = 8;
const BITS = TOKEN_CLASS.map((kind, unit) => bitsOf(kind) | (mayComposeUnit(unit) ? COMPOSES : 0));
/** A unit as it goes into a hash. */
const SCRAMBLED = Int32Array.from(TOKEN_FORM, scrambleWord);

function bitsOf(kind: number): number {
  if (kind === SEPARATOR) return 0;
  if (kind === WORD) return IN_WORD;
  return kind === UNSPACED ? RARE | CHARACTER : RARE;
}

let hashes = new Uint32Array(1 << 14);
let kinds = new Uint8Array(1 << 14);
/** So many of the last text may not be 0, which is a word. */
let kindsUsed = 0;

/**
 * Where a scan stands between its steps. The steps are small functions, the hot ones without a call, as the compiler
 * keeps only such loops in registers: in one function the same steps take half as long again.
 */
const scan = {
  /** Tokens so far. */
  count: 0,
  /** The bits of all units so far. */
  flags: 0,
  /** Whether (1 or 0) a word goes on to the unit at which `scanWords` ended, and its hash. */
  inWord: 0,
  hash: 0,
  /** Behind the last token that is not a plain word. */
  behind: 0,
};

/** The hashes of the tokens of a text, in order; overwritten by the next call. */
export function scanHashes(text: string): TokenHashes {
  const length = text.length;
  makeRoom(length);
  const units = unitsOf(text);
  scan.count = 0;
  scan.flags = 0;
  scan.behind = 0;
  let at = scanWords(units, 0, length, hashes);
  while (at <= length) {
    scanOther(units, at, length);
    at = scanWords(units, scan.behind, length, hashes);
  }
  const { count, flags } = scan;
  kindsUsed = (flags & RARE) === 0 ? 0 : count;
  const hasCharacters = (flags & CHARACTER) !== 0;
  if ((flags & COMPOSES) !== 0 && compose(text) !== text) return { ...scanTokens(text), hasCharacters };
  finishHashes(hashes, count);
  return { count, hashes, kinds, hasCharacters };
}

/** Reads plain words up to the first unit that is something else; behind the text stands a separator, the last to be read. */
function scanWords(units: Uint16Array, from: number, length: number, into: Uint32Array): number {
  let { count, flags } = scan;
  let hash = 0;
  let inWord = 0;
  let at = from;
  for (; at <= length; at++) {
    const unit = units[at]!;
    const bits = BITS[unit]!;
    flags |= bits;
    if ((bits & RARE) !== 0) break;
    // The hash is written at every unit, and counts where a word ends.
    const isWord = bits & IN_WORD;
    into[count] = hash;
    count += inWord & ~isWord;
    hash = mixScrambled(hash & -inWord, SCRAMBLED[unit]!);
    inWord = isWord;
  }
  scan.count = count;
  scan.flags = flags;
  scan.hash = hash;
  scan.inWord = inWord;
  return at;
}

/** Reads what is not a plain word, from the unit at `at`, or from the word before it that goes on there. */
function scanOther(units: Uint16Array, at: number, length: number): void {
  if ((BITS[units[at]!]! & CHARACTER) !== 0 && TOKEN_CLASS[units[at + 1]!] !== MARK) {
    if (scan.inWord === 1) hashes[scan.count++] = scan.hash;
    scanCharacters(units, at, hashes, kinds);
    return;
  }
  const start = scan.inWord === 1 ? wordStart(units, at, scan.behind) : at;
  const { end, hash, kind } = readToken(units, start, length);
  if (kind !== NO_TOKEN) {
    hashes[scan.count] = hash;
    kinds[scan.count++] = kind;
    // Of characters beyond the first plane no half tells it.
    if (kind === TOKEN_KINDS.character) scan.flags |= CHARACTER;
  }
  for (let i = at + 1; i < end; i++) scan.flags |= BITS[units[i]!]!;
  scan.behind = end;
}

/** Reads characters of unspaced scripts, the first at `from`, up to one that has a mark, or another unit. */
function scanCharacters(units: Uint16Array, from: number, into: Uint32Array, kindsInto: Uint8Array): void {
  let { count, flags } = scan;
  let at = from;
  let bits = BITS[units[at]!]!;
  do {
    flags |= bits;
    into[count] = mixScrambled(0, SCRAMBLED[units[at]!]!);
    kindsInto[count++] = TOKEN_KINDS.character;
    bits = BITS[units[++at]!]!;
  } while ((bits & CHARACTER) !== 0 && TOKEN_CLASS[units[at + 1]!] !== MARK);
  scan.count = count;
  scan.flags = flags;
  scan.behind = at;
}

function finishHashes(all: Uint32Array, count: number): void {
  for (let i = 0; i < count; i++) all[i] = finishHash(all[i]!);
}

function makeRoom(length: number): void {
  // There cannot be more tokens than code units, and one more is written ahead.
  if (length >= hashes.length) {
    hashes = new Uint32Array(2 * length);
    kinds = new Uint8Array(2 * length);
  } else kinds.fill(0, 0, kindsUsed);
}

/** Where the word before `at` begins, not before `least`. */
function wordStart(units: Uint16Array, at: number, least: number): number {
  let start = at;
  while (start > least && TOKEN_CLASS[units[start - 1]!] === WORD) start--;
  return start;
}
