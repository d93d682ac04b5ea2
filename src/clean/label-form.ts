/**
 * The comparison form of a line, `normaliseLabel`, as code units and a hash: nearly all lines are told from all phrases
 * by these, so that a string is made for the rest only. Owns the form; must not know a phrase. Linear in the line.
 */
import { DIGIT, FOLD, UNIT_CLASS } from '../lib/characters.ts';
import {
  CHANGED_UNIT,
  lowerCaseLabel,
  normalisedUnit,
  normaliseLabel,
  PUNCTUATION_UNIT,
} from '../lib/normalise.ts';

/** A label, or a part of one, as code units: those at `from` .. `to`. */
export interface LabelUnits {
  readonly units: Uint16Array;
  readonly from: number;
  readonly to: number;
  /** 32 bits; labels with different hashes are different. */
  readonly hash: number;
}

/** One form at a time: it is overwritten by the next `readForm` or `setForm`. */
export interface LabelForm extends LabelUnits {
  units: Uint16Array;
  from: number;
  to: number;
  hash: number;
  hasDigit: boolean;
  /** Whether a sign of `COLON_UNIT` may stand in the line. */
  mayHaveColon: boolean;
}

/**
 * By code unit: 1 for colons of both widths, those of Armenian, Ethiopic and Khmer, brackets that close, bars and the arrows
 * that sites put after "Read also".
 */
export const COLON_UNIT = new Uint8Array(0x10000);
for (const character of ':\uff1a\u055d\u1366\u17d6]\u3011\uff3d|>\u00bb')
  COLON_UNIT[character.charCodeAt(0)] = 1;

const CHANGED = 1 << 16;
const PUNCTUATION = 1 << 17;
const DIGITS = 1 << 18;
const COLON = 1 << 19;
const SPACE = 0x20 | PUNCTUATION;
/**
 * What one unit becomes (lower case; a plain quote, dash or space for the others), whether more than that happens to it
 * (`CHANGED`), and what it is.
 */
const FORMS = Uint32Array.from({ length: 0x10000 }, (_, unit) => {
  const form = CHANGED_UNIT[unit] === 0 ? String.fromCharCode(unit) : normalisedUnit(unit, false);
  const lower = form?.length === 1 ? lowerOf(form.charCodeAt(0)) : undefined;
  if (form === ' ') return SPACE;
  const flags =
    (PUNCTUATION_UNIT[unit] === 1 ? PUNCTUATION : 0) |
    (UNIT_CLASS[unit] === DIGIT ? DIGITS : 0) |
    (COLON_UNIT[unit] === 1 ? COLON : 0);
  return lower === undefined ? unit | flags | CHANGED : lower | flags;
});

/** The lower case of a unit, if that is one unit wherever it stands: a final sigma is another letter. */
function lowerOf(unit: number): number | undefined {
  if (unit === 0x3a3) return undefined;
  // Nearly all units are their own lower case, and the other table knows which.
  if (FOLD[unit] === unit) return unit;
  const lower = lowerCaseLabel(String.fromCharCode(unit));
  return lower.length === 1 ? lower.charCodeAt(0) : undefined;
}

/** The form of a label that is in it already; of none, to be overwritten. */
export function labelForm(label = ''): LabelForm {
  const units = new Uint16Array(256);
  return setForm({ units, from: 0, to: 0, hash: 0, hasDigit: false, mayHaveColon: true }, label);
}

/** Takes a line, which stands at `start` .. `end` of the units, without white space at its ends. */
export function readForm(
  form: LabelForm,
  text: string,
  units: Uint16Array,
  start: number,
  end: number,
): void {
  reserve(form, end - start);
  const own = form.units;
  let flags = 0;
  let previous = 0;
  for (let i = start, at = 0; i < end; i++, at++) {
    const next = FORMS[units[i]!]!;
    flags |= next;
    // Of two spaces one goes.
    if (next === SPACE && previous === SPACE) flags |= CHANGED;
    previous = next;
    own[at] = next;
  }
  if ((flags & CHANGED) !== 0) {
    setForm(form, normaliseLabel(text));
    return;
  }
  let from = 0;
  let to = end - start;
  while (from < to && (FORMS[own[from]!]! & PUNCTUATION) !== 0) from++;
  while (to > from && (FORMS[own[to - 1]!]! & PUNCTUATION) !== 0) to--;
  finish(form, from, to, flags);
}

/**
 * Writes what `lowerCaseLabel(normaliseText(text))` is of a line, without white space at its ends, unit by unit into `to`;
 * false where it is not told unit by unit.
 */
export function readComparable(to: Uint16Array, units: Uint16Array, start: number, end: number): boolean {
  let previous = 0;
  for (let i = start, at = 0; i < end; i++, at++) {
    const next = FORMS[units[i]!]!;
    if ((next & CHANGED) !== 0 || (next === SPACE && previous === SPACE)) return false;
    previous = next;
    to[at] = next;
  }
  return true;
}

/** Takes a label that is in its form already. */
export function setForm(form: LabelForm, label: string): LabelForm {
  reserve(form, label.length);
  let flags = COLON;
  for (let i = 0; i < label.length; i++) {
    const unit = label.charCodeAt(i);
    form.units[i] = unit;
    flags |= FORMS[unit]!;
  }
  finish(form, 0, label.length, flags);
  return form;
}

/** Whether this is the form of the label. */
export function isFormOf({ units, from, to }: LabelUnits, label: string): boolean {
  if (label.length !== to - from) return false;
  for (let i = 0; i < label.length; i++) if (label.charCodeAt(i) !== units[from + i]) return false;
  return true;
}

/** Part of a form, valid as long as the form. */
export function partOf({ units }: LabelUnits, from: number, to: number): LabelUnits {
  return { units, from, to, hash: hashUnits(units, from, to) };
}

/**
 * What `hash` is of a label that stands at `from` .. `to` of the units, or that goes on there after a part with the hash
 * `before`. Multiplicative hashing (Knuth, TAOCP 3, 6.4).
 */
export function hashUnits(units: Uint16Array, from: number, to: number, before = 0): number {
  let hash = before;
  for (let i = from; i < to; i++) {
    hash = Math.imul(hash ^ units[i]!, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

function finish(form: LabelForm, from: number, to: number, flags: number): void {
  form.from = from;
  form.to = to;
  form.hash = hashUnits(form.units, from, to);
  form.hasDigit = (flags & DIGITS) !== 0;
  form.mayHaveColon = (flags & COLON) !== 0;
}

function reserve(form: LabelForm, length: number): void {
  if (length > form.units.length) form.units = new Uint16Array(2 * length);
}
