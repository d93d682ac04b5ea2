/**
 * The comparison form of a line, `normaliseLabel`, as code units and a hash: nearly all lines are told from all phrases
 * by these, so that the string is made for the rest only. Owns the form; must not know a phrase. Linear in the line.
 */
import { DIGIT, FOLD, UNIT_CLASS } from '../lib/characters.ts';
import { CHANGED_UNIT, normaliseLabel, PUNCTUATION_UNIT } from '../lib/normalise.ts';

const CHANGED = 1 << 16;
const PUNCTUATION = 1 << 17;
const DIGIT_FLAG = 1 << 18;
const COLON = 1 << 19;
const SPACE = 0x20;

/** By code unit: 1 for colons of both widths, bars and the arrows that sites put after "Read also". */
export const COLON_UNIT = new Uint8Array(0x10000);
for (const character of ':\uff1a|>\u00bb') COLON_UNIT[character.charCodeAt(0)] = 1;

/** Lower case of each unit, and whether more than that happens to it (`CHANGED`) or it is cut off at an end. */
const FORMS = Uint32Array.from({ length: 0x10000 }, (_, unit) => {
  const lower = lowerOf(unit);
  const flags =
    (CHANGED_UNIT[unit] === 0 ? 0 : CHANGED) |
    (PUNCTUATION_UNIT[unit] === 1 ? PUNCTUATION : 0) |
    (UNIT_CLASS[unit] === DIGIT ? DIGIT_FLAG : 0) |
    (COLON_UNIT[unit] === 1 ? COLON : 0);
  return lower === undefined ? unit | flags | CHANGED : lower | flags;
});

/** The lower case of a unit, if that is one unit wherever it stands: a final sigma is another letter. */
function lowerOf(unit: number): number | undefined {
  if (unit === 0x3a3) return undefined;
  // Nearly all units are their own lower case, and the other table knows which.
  if (FOLD[unit] === unit) return unit;
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : undefined;
}

/** One form at a time: it is overwritten by the next `read` or `set`. */
export class LabelForm {
  /** The form stands at `from` .. `to`. */
  units = new Uint16Array(256);
  from = 0;
  to = 0;
  /** 32 bits; labels with different hashes are different. */
  labelHash = 0;
  hasDigit = false;
  /** Whether a sign of `COLON_UNIT` may stand in the line. */
  mayHaveColon = true;
  #text = '';
  #label: string | undefined;

  /** Takes a line, which stands at `start` .. `end` of the units, without white space at its ends. */
  read(text: string, units: Uint16Array, start: number, end: number): void {
    this.#text = text;
    this.#label = undefined;
    if (!this.#copy(units, start, end)) this.set(normaliseLabel(text));
  }

  /** Takes a label that is in its form already. */
  set(label: string): this {
    this.#label = label;
    this.#reserve(label.length);
    let flags = 0;
    for (let i = 0; i < label.length; i++) {
      const unit = label.charCodeAt(i);
      this.units[i] = unit;
      flags |= FORMS[unit]!;
    }
    this.hasDigit = (flags & DIGIT_FLAG) !== 0;
    this.mayHaveColon = true;
    this.from = 0;
    this.to = label.length;
    this.#hash();
    return this;
  }

  get label(): string {
    this.#label ??= normaliseLabel(this.#text);
    return this.#label;
  }

  equals(label: string): boolean {
    if (label.length !== this.to - this.from) return false;
    for (let i = 0; i < label.length; i++) if (label.charCodeAt(i) !== this.units[this.from + i]) return false;
    return true;
  }

  /** Whether the form could be made unit by unit. */
  #copy(units: Uint16Array, start: number, end: number): boolean {
    this.#reserve(end - start);
    const own = this.units;
    let flags = 0;
    let wasSpace = false;
    let length = 0;
    for (let i = start; i < end; i++) {
      const form = FORMS[units[i]!]!;
      flags |= form;
      const isSpace = form === (SPACE | PUNCTUATION);
      if (isSpace && wasSpace) return false;
      wasSpace = isSpace;
      own[length++] = form;
    }
    if ((flags & CHANGED) !== 0) return false;
    this.hasDigit = (flags & DIGIT_FLAG) !== 0;
    this.mayHaveColon = (flags & COLON) !== 0;
    let from = 0;
    while (from < length && (FORMS[own[from]!]! & PUNCTUATION) !== 0) from++;
    while (length > from && (FORMS[own[length - 1]!]! & PUNCTUATION) !== 0) length--;
    this.from = from;
    this.to = length;
    this.#hash();
    return true;
  }

  /** Multiplicative hashing (Knuth, TAOCP 3, 6.4). */
  #hash(): void {
    const { units, from, to } = this;
    let hash = 0;
    for (let i = from; i < to; i++) {
      hash = Math.imul(hash ^ units[i]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    this.labelHash = hash;
  }

  #reserve(length: number): void {
    if (length > this.units.length) this.units = new Uint16Array(2 * length);
  }
}

/** The form of one label that is in it already. */
export function labelForm(label: string): LabelForm {
  return new LabelForm().set(label);
}
