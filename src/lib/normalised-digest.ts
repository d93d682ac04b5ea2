/**
 * The digest of the comparison form of a text, without making that form as a string. Owns the pass that writes it as
 * UTF-8; what the form is, `normalise.ts` says. Linear.
 */
import { sha256 } from './digest.ts';
import { composedForm, normalisedUnit } from './normalise.ts';
import { UnitScratch } from './text-units.ts';

const scratch = new UnitScratch();
let bytes = new Uint8Array(1 << 14);
/** An ellipsis becomes three bytes, and no unit more. */
const BYTES_A_UNIT = 3;
/** Longer buffers are given back: one large text must not be paid for by all that follow. */
const LONGEST_KEPT = 1 << 22;

const SPACE = 0x20;
/** What becomes of a code unit: it stays, in so many bytes, or one of the others. */
const ONE = 1;
const TWO = 2;
const THREE = 3;
const GAP = 4;
const GONE = 5;
const CHANGED = 6;
/** Half of a pair; and in a text that is not known to be composed, what composition has a say in. */
const UNKNOWN = 7;
const ACTIONS = Uint8Array.from({ length: 0x10000 }, (_, unit) => actionOf(unit, false));
const OF_COMPOSED = ACTIONS.map((action, unit) => (action === UNKNOWN ? actionOf(unit, true) : action));

/** Of the units that change: few. */
const FORMS = new Map<number, string>();
OF_COMPOSED.forEach((action, unit) => {
  if (action === CHANGED) FORMS.set(unit, normalisedUnit(unit, true) ?? '');
});

/** SHA-256 in hex of `normaliseText(text)`. */
export function normalisedDigest(text: string): string {
  makeRoom(text);
  let length = write(scratch.read(text), text.length, false);
  if (length < 0) {
    const composed = composedForm(text);
    makeRoom(composed);
    length = write(scratch.read(composed), composed.length, true);
  }
  return sha256(bytes.subarray(0, length));
}

function actionOf(unit: number, isComposed: boolean): number {
  if ((unit & 0xf800) === 0xd800) return UNKNOWN;
  const form = normalisedUnit(unit, isComposed);
  if (form === undefined) return UNKNOWN;
  if (form === ' ') return GAP;
  if (form === '') return GONE;
  // NUL stands behind every text that is read, and ends the runs of letters.
  if (form.charCodeAt(0) !== unit || unit === 0) return CHANGED;
  return unit < 0x80 ? ONE : unit < 0x800 ? TWO : THREE;
}

function makeRoom(text: string): void {
  const wanted = BYTES_A_UNIT * text.length;
  if (wanted <= bytes.length && (bytes.length <= LONGEST_KEPT || wanted > LONGEST_KEPT)) return;
  bytes = new Uint8Array(Math.max(1 << 14, wanted > LONGEST_KEPT ? wanted : 2 * wanted));
}

/**
 * Writes the form of `units[0, length)`, behind which stands NUL; the bytes written, or -1 where the text is not known
 * to be composed and may not be.
 */
function write(units: Uint16Array, length: number, isComposed: boolean): number {
  const into = bytes;
  const actions = isComposed ? OF_COMPOSED : ACTIONS;
  let at = 0;
  let isParted = false;
  for (let i = 0; i < length; ) {
    let unit = units[i]!;
    const action = actions[unit]!;
    if (action === GAP || action === GONE) {
      isParted ||= action === GAP && at > 0;
      i++;
      continue;
    }
    if (isParted) into[at++] = SPACE;
    isParted = false;
    // Letters behind letters of the same size.
    if (action === ONE) {
      do {
        into[at++] = unit;
        unit = units[++i]!;
      } while (actions[unit] === ONE);
    } else if (action === TWO) {
      do {
        into[at++] = 0xc0 | (unit >> 6);
        into[at++] = 0x80 | (unit & 0x3f);
        unit = units[++i]!;
      } while (actions[unit] === TWO);
    } else if (action === THREE) {
      do {
        into[at++] = 0xe0 | (unit >> 12);
        into[at++] = 0x80 | ((unit >> 6) & 0x3f);
        into[at++] = 0x80 | (unit & 0x3f);
        unit = units[++i]!;
      } while (actions[unit] === THREE);
    } else if (action === CHANGED) {
      // Quotes, dashes and ellipses become ASCII.
      const form = FORMS.get(unit) ?? '';
      for (let j = 0; j < form.length; j++) into[at++] = form.charCodeAt(j);
      i++;
    } else {
      if (!isComposed) return -1;
      const codePoint = codePointAt(units, i);
      i += codePoint === HALF ? 1 : 2;
      at = writePair(codePoint, into, at);
    }
  }
  return at;
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
function writePair(codePoint: number, into: Uint8Array, start: number): number {
  let at = start;
  if (codePoint === HALF) into[at++] = 0xe0 | (codePoint >> 12);
  else {
    into[at++] = 0xf0 | (codePoint >> 18);
    into[at++] = 0x80 | ((codePoint >> 12) & 0x3f);
  }
  into[at++] = 0x80 | ((codePoint >> 6) & 0x3f);
  into[at++] = 0x80 | (codePoint & 0x3f);
  return at;
}
