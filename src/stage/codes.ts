/**
 * Numbers that stand for more than one thing where rows are many: a key with its weight, an article with what ranking asks
 * of it. Owns their layout; must not weigh.
 *
 * Articles stand here by their seat: the place of a text among all representatives, by the first half of its text key and
 * then by its place in the order. A code is a seat with language and step: seat * 65536 + language * 64 + step.
 */
import { RowFault } from './row.ts';

const WEIGHT = 256;
const KEY = 2 ** 32;

/** A key and its weight in quarter bits. */
export function weighedKey(key: number, weight: number): number {
  return key * WEIGHT + weight;
}

/** The same of a key that stands for two: no other one. */
export function weighedPair(key: number, weight: number): number {
  return weighedKey(KEY + key, weight);
}

export function keyOf(weighed: number): number {
  return Math.floor(weighed / WEIGHT) % KEY;
}

export function weightOf(weighed: number): number {
  return weighed % WEIGHT;
}

const SEAT = 65_536;
const LANGUAGE = 64;
/** Languages that a code can tell apart. */
export const MAX_LANGUAGES = SEAT / LANGUAGE;

/** All totals there are (`candidates/story/survey`), ascending; a step is a place in this list. */
const STEPS: readonly number[] = [
  0,
  ...new Set(Array.from({ length: 31 }, (_, n) => [2 ** n, Math.round(2 ** n * Math.SQRT2)]).flat()),
];

export function stepOf(total: number): number {
  return STEPS.indexOf(total);
}

export function seatOf(code: number): number {
  return Math.floor(code / SEAT);
}

export function languageOf(code: number): number {
  return Math.floor(code / LANGUAGE) % MAX_LANGUAGES;
}

/** What the keys of the article weigh together, roughly. */
export function totalOf(code: number): number {
  return STEPS[code % LANGUAGE] ?? 0;
}

/** Most bytes of a whole number that is exact, where its uppermost bits are free. */
const MAX_WIDTH = 7;

/** Codes of so many bytes each, the highest first, in base64. */
export function codesOf(text: string, width: number): Float64Array {
  const bytes = Buffer.from(text, 'base64');
  if (!(width > 0 && width <= MAX_WIDTH) || bytes.length % width !== 0)
    throw new RowFault(`"codes" are no numbers of ${width} bytes`);
  const codes = new Float64Array(bytes.length / width);
  for (let i = 0, at = 0; i < codes.length; i++) {
    let code = 0;
    for (const end = at + width; at < end; at++) code = 256 * code + bytes[at]!;
    codes[i] = code;
  }
  return codes;
}
