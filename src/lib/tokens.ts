/**
 * Tokens of a text: words of spaced scripts, single characters of unspaced ones, numbers whole, each as a 32-bit hash
 * with its offsets. Owns the scan (what a token is, `token-rules.ts` says); must not ask a locale or `Intl.Segmenter`, whose answers change with ICU.
 *
 * Case, full width, native digits and canonical composition make no difference; punctuation and symbols part tokens.
 * Linear time; no string is made for text that is already composed (NFC).
 */
import { MARK, SEPARATOR, UNSPACED, WORD } from './characters.ts';
import { compose } from './composition.ts';
import { finishHash, mixWord } from './hash.ts';
import { mayComposeUnit } from './normalise.ts';
import { unitsOf } from './text-units.ts';
import { hashComposed, NO_TOKEN, readToken, TOKEN_KINDS } from './token-rules.ts';
import { TOKEN_CLASS, TOKEN_FORM } from './token-units.ts';

export { TOKEN_KINDS };

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
  TOKEN_CLASS,
  (kind, unit) => TOKEN_FORM[unit]! | (kind << CLASS_SHIFT) | (mayComposeUnit(unit) ? COMPOSES : 0),
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

/** As `tokenise`, but the arrays are longer than `count` and are overwritten by the next call: for reading at once. */
export function scanTokens(text: string): Tokens {
  // There cannot be more tokens than code units.
  if (text.length > scratch.hashes.length) scratch = makeScratch(2 * text.length);
  const { hashes, starts, ends, kinds } = scratch;
  const length = text.length;
  const units = unitsOf(text);
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
    const { end, kind, hash: read } = readToken(units, start, length);
    for (at = start; at < end; at++) flags |= UNITS[units[at]!]!;
    if (kind === NO_TOKEN) continue;
    hashes[count] = finishHash(read);
    starts[count] = start;
    ends[count] = end;
    kinds[count++] = kind;
  }
  if ((flags & COMPOSES) !== 0 && compose(text) !== text) {
    for (let i = 0; i < count; i++) {
      if (mayChange(units, starts[i]!, ends[i]!)) hashes[i] = hashComposed(text.slice(starts[i], ends[i]));
    }
  }
  return { count, hashes, starts, ends, kinds };
}

/** Whether composition may change a token. */
function mayChange(units: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((UNITS[units[at]!]! & COMPOSES) !== 0) return true;
  return false;
}
