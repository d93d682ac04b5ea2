/**
 * Units that are one letter at the digits: currencies before them (R45), degrees behind (39.5C). Owns when a letter is
 * one: of most numbers so written it is part of a code. Constant work.
 */
import { CURRENCY_BY_LETTER } from './data/units.ts';
import { isDigit, isOneOf, isSpacedLetter, wordBefore } from './text.ts';
import type { UnitPlace } from './units.ts';

/** Currencies that are one letter at the digits: R45, N320, P1.2. */
const CURRENCY_LETTERS: ReadonlyMap<string, string> = new Map(
  CURRENCY_BY_LETTER.split(' ').map((entry) => entry.split(':') as [string, string]),
);

/** The currency whose letter alone stands right before a position: of many numbers so written it is none. */
export function readCurrencyLetter(text: string, start: number): UnitPlace | undefined {
  const code = CURRENCY_LETTERS.get(text[start - 1] ?? '');
  const isAlone = !isSpacedLetter(text, start - 2) && !isDigit(text, start - 2);
  return code === undefined || !isAlone
    ? undefined
    : { unit: { kind: 'currency', symbol: code }, at: start - 1 };
}

/** Words before a number and a letter that are a place, a part or a kind: seat 12C. */
const SERIAL: ReadonlySet<string> = new Set(
  (
    'seat gate flat class section article room row platform route size grade block bus flight page level unit rule ' +
    'regulation form type no number chapter schedule exhibit apartment suite zone pier group line stand year part paragraph'
  ).split(' '),
);
const HOTTEST = { C: 59, F: 134 } as const;

/**
 * English papers write degrees without a sign, 39.5C and 102F: of two digits at least, no hotter than weather, and behind
 * a small word that names no place or part.
 */
export function readBareDegrees(
  text: string,
  start: number,
  end: number,
  bcp47: string,
  value: number,
): UnitPlace | undefined {
  if (bcp47 !== 'en' || end - start < 2 || !isOneOf(text, end, 'CF')) return undefined;
  if (isSpacedLetter(text, end + 1) || isDigit(text, end + 1) || isOneOf(text, end + 1, '-_/'))
    return undefined;
  const scale = isOneOf(text, end, 'F') ? 'F' : 'C';
  const word = wordBefore(text, start);
  const isSmall =
    word !== undefined && text.slice(word.start, word.end) === word.form && !SERIAL.has(word.form);
  if (!isSmall || value > HOTTEST[scale]) return undefined;
  return { unit: { kind: 'measure', symbol: `°${scale}` }, at: end + 1 };
}
