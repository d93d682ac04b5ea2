/**
 * The comparison form of a text, safe for every script: idempotent, never removes marks by category (that would
 * mutilate Devanagari and Thai), lower-cases without a locale.
 */

import { compose } from './composition.ts';
import { UnitRoom } from './text-units.ts';
import { setBit } from './unit-table.ts';

/** Soft hyphen, zero-width characters but ZWJ/ZWNJ (which carry meaning in Indic and Persian), BOM, bidi controls. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4]/g;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d\u300e\u300f]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const ELLIPSES = /\u2026/g;
const SPACE = 0x20;

/** What becomes of a code unit, as bits: which of the steps below would change it. */
const IS_INVISIBLE = 1;
const IS_SINGLE_QUOTE = 2;
const IS_DOUBLE_QUOTE = 4;
const IS_DASH = 8;
const IS_ELLIPSIS = 16;
/** White space other than the plain space. */
const IS_SPACE = 32;
/** NFC may change it, or what stands before it. */
const MAY_COMPOSE = 64;

/** Units from here on are what NFC makes of them only where the table below says so. */
const FIRST_COMPOSING = 0x300;
/**
 * Characters that NFC leaves as they are, whatever stands beside them, so long as nothing else is there (Unicode 16.0,
 * DerivedNormalizationProps.txt, NFC_QC): starters, and of all marks those of canonical combining class 9, the viramas,
 * as marks of one class keep their order. Not all: the letters and signs of which most texts consist.
 */
const STABLE: readonly (readonly [number, number])[] = [
  [0x388, 0x3ff],
  [0x400, 0x482],
  [0x48a, 0x52f],
  [0x531, 0x58a],
  [0x5d0, 0x5ea],
  [0x60c, 0x60f],
  [0x61b, 0x64a],
  [0x660, 0x66f],
  [0x671, 0x6d3],
  [0x904, 0x93b],
  [0x93d, 0x950],
  [0x960, 0x9b9],
  [0x9bf, 0x9cd],
  [0x9e6, 0x9fb],
  [0xa66, 0xab9],
  [0xabd, 0xb39],
  [0xb83, 0xbb9],
  [0xbbf, 0xbd0],
  [0xe01, 0xe37],
  [0xe3f, 0xe47],
  [0xe4c, 0xe5b],
  [0x1e00, 0x1eff],
  [0x2002, 0x205f],
  [0x20a0, 0x20cf],
  [0x2122, 0x2122],
  [0x2190, 0x2328],
  [0x232b, 0x2adb],
  [0x3000, 0x3029],
  [0x3041, 0x3096],
  [0x309b, 0x30ff],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff00, 0xffef],
];

const CHANGES = new Uint8Array(0x10000);
/** By code unit: not 0 where `normaliseText` may change it; of the rest it changes nothing but runs of spaces. */
export const CHANGED_UNIT: Readonly<Uint8Array> = CHANGES;
CHANGES.fill(MAY_COMPOSE, FIRST_COMPOSING);
for (const [first, last] of STABLE) CHANGES.fill(0, first, last + 1);
setBit(CHANGES, INVISIBLE, IS_INVISIBLE);
setBit(CHANGES, SINGLE_QUOTES, IS_SINGLE_QUOTE);
setBit(CHANGES, DOUBLE_QUOTES, IS_DOUBLE_QUOTE);
setBit(CHANGES, DASHES, IS_DASH);
setBit(CHANGES, ELLIPSES, IS_ELLIPSIS);
setBit(CHANGES, /\s/g, IS_SPACE);
CHANGES[SPACE] = 0;

/**
 * Text as two readers would call it "the same": NFC, one space between words, typographic quotes and dashes unified,
 * invisible characters gone. Case is kept.
 */
export function normaliseText(text: string): string {
  // One pass tells whether anything would change; most lines need nothing.
  const changes = text.length < LONG ? changesOf(text) : changesOfUnits(scratch.read(text), text.length);
  if (changes === 0) return text;
  if ((changes & MAY_COMPOSE) === 0) return rewrite(text);
  const composed = composedForm(text);
  // Quotes and spaces may come of composition.
  return composed === text && (changes & ~MAY_COMPOSE) === 0 ? text : rewrite(composed);
}

/** The steps that come before all others: invisible characters go, as they may part what composes. */
export function composedForm(text: string): string {
  return compose(text.replace(INVISIBLE, ''));
}

const scratch = new UnitRoom();
/** Shorter texts are read faster where they stand than copied. */
const LONG = 64;

function changesOf(text: string): number {
  let changes = 0;
  let wasSpace = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isSpace = unit === SPACE;
    changes |= CHANGES[unit]!;
    if (isSpace && wasSpace) changes |= IS_SPACE;
    wasSpace = isSpace;
  }
  return wasSpace ? changes | IS_SPACE : changes;
}

/** The same of `units[0, length)`. */
function changesOfUnits(units: Uint16Array, length: number): number {
  let changes = 0;
  let wasSpace = true;
  for (let i = 0; i < length; i++) {
    const unit = units[i]!;
    const isSpace = unit === SPACE;
    changes |= CHANGES[unit]!;
    if (isSpace && wasSpace) changes |= IS_SPACE;
    wasSpace = isSpace;
  }
  return wasSpace ? changes | IS_SPACE : changes;
}

/** Whether NFC may change a text that holds this unit; where all units say no, it does not. */
export function mayComposeUnit(unit: number): boolean {
  return (CHANGES[unit]! & MAY_COMPOSE) !== 0;
}

/** Every step but composition, in one pass. */
function rewrite(text: string): string {
  const units = scratch.read(text);
  const form = written.atLeast(3 * text.length);
  let length = 0;
  let isParted = false;
  for (let i = 0; i < text.length; i++) {
    const unit = units[i]!;
    const change = CHANGES[unit]! & ~MAY_COMPOSE;
    if ((change & IS_INVISIBLE) !== 0) continue;
    if (unit === SPACE || (change & IS_SPACE) !== 0) {
      isParted = length > 0;
      continue;
    }
    if (isParted) form[length++] = SPACE;
    isParted = false;
    if (change === 0) form[length++] = unit;
    else if (change === IS_SINGLE_QUOTE) form[length++] = SINGLE_QUOTE;
    else if (change === IS_DOUBLE_QUOTE) form[length++] = DOUBLE_QUOTE;
    else if (change === IS_DASH) form[length++] = DASH;
    else for (let dots = 0; dots < 3; dots++) form[length++] = POINT;
  }
  return written.toText(length);
}

const written = new UnitRoom();
const SINGLE_QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const DASH = 0x2d;
const POINT = 0x2e;

/**
 * What becomes of a code unit: nothing, a space (one for any number of them), other units, or itself; undefined where
 * composition has a say, unless the text is composed.
 */
export function normalisedUnit(unit: number, isComposed: boolean): string | undefined {
  const change = CHANGES[unit]!;
  if ((change & MAY_COMPOSE) !== 0 && !isComposed) return undefined;
  if ((change & IS_INVISIBLE) !== 0) return '';
  if (unit === SPACE || (change & IS_SPACE) !== 0) return ' ';
  return (change & ~MAY_COMPOSE) === 0 ? String.fromCharCode(unit) : rewrite(String.fromCharCode(unit));
}

/** Units of which the hash of a beginning is made. */
const BEGINNING = 24;
/** What quotes, dashes, ellipses and spaces become: they are left out, changed or not. */
const IS_CHANGED_TO = new Uint8Array(0x80);
for (const character of ` '"-.`) IS_CHANGED_TO[character.charCodeAt(0)] = 1;

/**
 * Hash (31 bits) of the beginning of what `normaliseText` makes of a text, which stands at `start` .. `end` of the
 * units: texts with different hashes are different in that form. -1 where composition makes the form itself necessary.
 */
export function hashBeginning(units: Uint16Array, start: number, end: number): number {
  let hash = 0;
  let left = BEGINNING;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    const changes = CHANGES[unit]!;
    // Asked of the unit behind the beginning, too: it may join what stands before it.
    if ((changes & MAY_COMPOSE) !== 0) return -1;
    if (left === 0) break;
    if (changes !== 0 || IS_CHANGED_TO[unit] === 1) continue;
    hash = Math.imul(hash ^ unit, 0x9e3779b1);
    hash ^= hash >>> 15;
    left--;
  }
  return hash & 0x7fffffff;
}

const PUNCTUATION = /^[\s\p{P}\p{S}]$/u;
const IS_PUNCTUATION = new Uint8Array(0x10000);
setBit(IS_PUNCTUATION, /[\s\p{P}\p{S}]/gu, 1);
/** By code unit: 1 for what `normaliseLabel` cuts off at the ends. */
export const PUNCTUATION_UNIT: Readonly<Uint8Array> = IS_PUNCTUATION;

/** The lower case of I with a dot is i and a dot of its own: in Turkish and its kin that is an i. */
const DOTTED = 'i\u0307';

/** Lower case as labels are compared: without a locale, and a Turkish capital is the letter that sites write small. */
export function lowerCaseLabel(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes(DOTTED) ? lower.replaceAll(DOTTED, 'i') : lower;
}

/** For comparing labels and headings: `normaliseText`, lower case, without punctuation at either end. */
export function normaliseLabel(text: string): string {
  const label = lowerCaseLabel(normaliseText(text));
  // Loops, not `[...]+$`: that pattern is quadratic on a long run of punctuation in the middle.
  let start = 0;
  let end = label.length;
  while (start < end) {
    const size = isPair(label, start) ? 2 : 1;
    if (!isPunctuation(label, start, size)) break;
    start += size;
  }
  while (end > start) {
    const size = end - start > 1 && isPair(label, end - 2) ? 2 : 1;
    if (!isPunctuation(label, end - size, size)) break;
    end -= size;
  }
  return label.slice(start, end);
}

function isPunctuation(label: string, at: number, size: number): boolean {
  return size === 1
    ? IS_PUNCTUATION[label.charCodeAt(at)] === 1
    : PUNCTUATION.test(label.slice(at, at + size));
}

function isPair(label: string, at: number): boolean {
  return isHighSurrogate(label.charCodeAt(at)) && isLowSurrogate(label.charCodeAt(at + 1));
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
