/**
 * The digest of the comparison form of a text, and a hash of it, without making that form as a string. Owns the pass
 * that writes it as UTF-8; what the form is, `normalise.ts` says. Linear.
 */
import { countCharacters, countInvisible, isInvisible } from './counts.ts';
import { sha256 } from './digest.ts';
import { finishHash, mixWord } from './hash.ts';
import { composedForm, normalisedUnit } from './normalise.ts';
import { unitsOf } from './text-units.ts';

let view = new DataView(new ArrayBuffer(1 << 14));
/** An ellipsis becomes three bytes, and no unit more; four are stored at a time. */
const BYTES_A_UNIT = 3;
const BYTES_BEHIND = 4;
/** Longer buffers are given back: one large text must not be paid for by all that follow. */
const LONGEST_KEPT = 1 << 22;

/**
 * What becomes of a code unit: its bytes, the first one lowest, their number, and whether they are a space. All units
 * but the rare ones are written by the same few steps: a branch for each size is guessed wrong too often.
 */
const SIZE_SHIFT = 24;
const SIZE = 3;
const GAP_SHIFT = 26;
const GAP = 1 << GAP_SHIFT;
/** From here on, a unit is looked at by itself: it goes, or there is no saying. */
const RARE = 1 << 27;
const GONE = RARE;
/** Half of a pair; and in a text that is not known to be composed, what composition has a say in. */
const UNKNOWN = RARE + 1;
/** A unit that nobody sees, whatever becomes of it: a text in which none was met need not be searched for them. */
const UNSEEN = 1 << 28;
const BASIC = Int32Array.from({ length: 0x10000 }, (_, unit) => codeOf(unit, false));
const CODES = BASIC.map((code, unit) => (code !== UNKNOWN && isInvisible(unit) ? code | UNSEEN : code));
const OF_COMPOSED = BASIC.map((code, unit) => (code === UNKNOWN ? codeOf(unit, true) : code));
/** All codes that the last text met, while none was unknown. */
let met = 0;

/** SHA-256 in hex of `normaliseText(text)`. */
export function normalisedDigest(text: string): string {
  return digestText(text).textDigest;
}

/**
 * The same, and the code points of the text that a reader sees: who is longest must not hang on zero-width characters. Where
 * no half of a pair was met, they need not be counted.
 */
export function digestText(text: string): { readonly textDigest: string; readonly characters: number } {
  makeRoom(text);
  const length = write(unitsOf(text), text.length, view);
  const invisible = length < 0 || (met & UNSEEN) !== 0 ? countInvisible(text) : 0;
  if (length >= 0) return { textDigest: digestOf(length), characters: text.length - invisible };
  return { textDigest: digestOf(writeComposedForm(text)), characters: countCharacters(text) - invisible };
}

/**
 * Hash of `normaliseText(text)`: a whole number of 53 bits, the lower 32 of which are a hash, too. Costs half of a
 * digest where texts are paragraphs. Not for identities: two of n texts have one hash with a probability of n^2 / 2^54.
 */
export function normalisedHash(text: string): number {
  makeRoom(text);
  const direct = write(unitsOf(text), text.length, view);
  const length = direct >= 0 ? direct : writeComposedForm(text);
  // The last word is filled up with zeros.
  view.setInt32(length, 0, true);
  let low = 0;
  let high = HIGH_SEED;
  for (let at = 0; at < length; at += 4) {
    const word = view.getInt32(at, true);
    low = mixWord(low, word);
    high = mixWord(high, Math.imul(word, GOLDEN));
  }
  return (finishHash(high ^ length) >>> 11) * 2 ** 32 + finishHash(low ^ length);
}

const HIGH_SEED = 0x5bd1e995;
/** 2^32 over the golden ratio: the two halves must not have their collisions in common. */
const GOLDEN = 0x9e3779b1;

/** Writes the form of a text that composition may change; the bytes written. */
function writeComposedForm(text: string): number {
  const composed = composedForm(text);
  makeRoom(composed);
  return writeComposed(unitsOf(composed), composed.length, view);
}

function digestOf(length: number): string {
  return sha256(new Uint8Array(view.buffer, 0, length));
}

function codeOf(unit: number, isComposed: boolean): number {
  if ((unit & 0xf800) === 0xd800) return UNKNOWN;
  const form = normalisedUnit(unit, isComposed);
  if (form === undefined) return UNKNOWN;
  if (form === '') return GONE;
  if (form === ' ') return GAP | (1 << SIZE_SHIFT) | 0x20;
  const bytes = Buffer.from(form);
  return (bytes.length << SIZE_SHIFT) | bytes.readUIntLE(0, bytes.length);
}

function makeRoom(text: string): void {
  const wanted = BYTES_A_UNIT * text.length + BYTES_BEHIND;
  const { byteLength } = view;
  if (wanted <= byteLength && (byteLength <= LONGEST_KEPT || wanted > LONGEST_KEPT)) return;
  view = new DataView(new ArrayBuffer(Math.max(1 << 14, wanted > LONGEST_KEPT ? wanted : 2 * wanted)));
}

/** Writes the form of `units[0, length)`; the bytes written, or -1 where the text is not known to be composed. */
function write(units: Uint16Array, length: number, into: DataView): number {
  let at = 0;
  // The flag of the last unit that was written. As if a space had been: none begins the form.
  let gap = GAP;
  let codes = 0;
  for (let i = 0; i < length; i++) {
    const code = CODES[units[i]!]!;
    codes |= code;
    if ((code & RARE) !== 0) {
      if (code === UNKNOWN) return -1;
      continue;
    }
    into.setInt32(at, code, true);
    // Of two spaces the second takes no room.
    at += ((code >> SIZE_SHIFT) & SIZE) - ((gap & code) >> GAP_SHIFT);
    gap = code & GAP;
  }
  met = codes;
  return lengthWithout(gap, at);
}

/** The same of a text that is composed. */
function writeComposed(units: Uint16Array, length: number, into: DataView): number {
  let at = 0;
  let gap = GAP;
  for (let i = 0; i < length; i++) {
    const code = OF_COMPOSED[units[i]!]!;
    if (code < RARE) {
      into.setInt32(at, code, true);
      at += ((code >> SIZE_SHIFT) & SIZE) - ((gap & code) >> GAP_SHIFT);
      gap = code & GAP;
    } else if (code === UNKNOWN) {
      const codePoint = codePointAt(units, i);
      if (codePoint !== HALF) i++;
      at = writePair(codePoint, into, at);
      gap = 0;
    }
  }
  return lengthWithout(gap, at);
}

/** No space ends the form. */
function lengthWithout(gap: number, length: number): number {
  return gap === 0 || length === 0 ? length : length - 1;
}

/** What encoders write for half a pair. */
const HALF = 0xfffd;

function codePointAt(units: Uint16Array, at: number): number {
  const unit = units[at]!;
  const next = units[at + 1]!;
  const isPair = (unit & 0xfc00) === 0xd800 && (next & 0xfc00) === 0xdc00;
  return isPair ? 0x10000 + ((unit & 0x3ff) << 10) + (next & 0x3ff) : HALF;
}

/** UTF-8 of a pair, or of half of one; where it ends. */
function writePair(codePoint: number, into: DataView, start: number): number {
  let at = start;
  if (codePoint === HALF) into.setUint8(at++, 0xe0 | (codePoint >> 12));
  else {
    into.setUint8(at++, 0xf0 | (codePoint >> 18));
    into.setUint8(at++, 0x80 | ((codePoint >> 12) & 0x3f));
  }
  into.setUint8(at++, 0x80 | ((codePoint >> 6) & 0x3f));
  into.setUint8(at++, 0x80 | (codePoint & 0x3f));
  return at;
}
