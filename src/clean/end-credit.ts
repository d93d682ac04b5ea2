/**
 * Captions that end in the credit of their picture: "... (Photo: AFP)", "... Foto: dpa", "... [Photo by A. Name]". Owns
 * where such a credit begins and ends; the phrase lists own its words. Looks at the last units of a line only.
 */
import { normaliseLabel } from '../lib/normalise.ts';

export interface CreditWords {
  /** Whether a label heads the owner of a picture: "photo". */
  readonly isHead: (label: string) => boolean;
  /** Whether a label begins with words after which the owner follows: "photo by". */
  readonly opens: (label: string) => boolean;
}

/** Longest credit, in code units, its brackets included. */
const MAX_CREDIT = 60;

const SPACE = 0x20;
const HYPHEN = 0x2d;
/** What a unit is to a credit. */
const OPENER = 1;
const CLOSER = 2;
/** Colons, and the signs that stand for one in Korean ("사진=연합뉴스") and in agency credits ("Foto/dpa"). */
const COLON = 4;
/** The end of a sentence, before which no head of what follows stands. */
const STOP = 8;
/** What stands before a credit without brackets. */
const BOUNDARY = 16;
const ROLE = new Uint8Array(0x10000);
for (const [signs, role] of [
  ['([（【［〔', OPENER],
  [')]）】］〕', CLOSER],
  [':：=/', COLON],
  ['.!?…。！？।॥', STOP | BOUNDARY],
  ['|–—-•·©»”"', BOUNDARY],
] as const) {
  for (const sign of signs) ROLE[sign.charCodeAt(0)]! |= role;
}

/** Whether a line, which stands at `start` .. `end` of the units, ends in the credit of a picture, with something before it. */
export function endsInCredit(units: Uint16Array, start: number, end: number, words: CreditWords): boolean {
  const last = end - 1;
  const least = Math.max(start + 1, end - MAX_CREDIT);
  const isBracketed = (ROLE[units[last]!]! & CLOSER) !== 0;
  for (let i = last - 1; i >= least; i--) {
    const role = ROLE[units[i]!]!;
    if (role === 0) continue;
    if (isBracketed) {
      if ((role & OPENER) !== 0) return isCredit(units, i + 1, last, words);
    } else if ((role & COLON) !== 0) {
      if (isHeadBefore(units, least, i, words)) return true;
    } else if ((role & STOP) !== 0 && units[i + 1] === SPACE && !isInitial(units, i)) return false;
  }
  return false;
}

/** "Photo: A. Name": a stop behind a single letter ends no sentence. */
function isInitial(units: Uint16Array, stop: number): boolean {
  return units[stop - 2] === SPACE;
}

/** What stands in brackets. */
function isCredit(units: Uint16Array, from: number, to: number, words: CreditWords): boolean {
  for (let i = from + 1; i < to - 1; i++) {
    if ((ROLE[units[i]!]! & COLON) !== 0)
      return words.isHead(labelAt(units, from, i)) || isOpen(units, from, to, words);
  }
  return isOpen(units, from, to, words);
}

function isOpen(units: Uint16Array, from: number, to: number, words: CreditWords): boolean {
  return to > from && words.opens(labelAt(units, from, to));
}

/** Whether a head stands between a boundary and the colon. */
function isHeadBefore(units: Uint16Array, least: number, colon: number, words: CreditWords): boolean {
  for (let i = colon - 1; i >= least; i--) {
    // A hyphen inside a word parts nothing: "self-image: points".
    if (units[i] === HYPHEN && units[i - 1] !== SPACE) continue;
    if ((ROLE[units[i]!]! & BOUNDARY) !== 0) return words.isHead(labelAt(units, i + 1, colon));
  }
  return false;
}

function labelAt(units: Uint16Array, from: number, to: number): string {
  return normaliseLabel(String.fromCharCode(...units.subarray(from, to)));
}
