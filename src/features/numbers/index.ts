/**
 * Numbers of a text as values: digits of every script, number words, Chinese numerals, with magnitude and unit. Owns
 * the scan by candidate position and the order of the readings; must not report what `dates` claimed.
 * Complexity: linear; each reading looks at a bounded stretch or ends where the scan goes on.
 */
import { DIGIT, UNIT_CLASS, UNSPACED, WORD } from '../../lib/characters.ts';
import { unitsOf } from '../../lib/text-units.ts';
import type { NumberMention } from '../../model/features.ts';
import { readClock } from './clock.ts';
import { type Reader, readAmount, times } from './composed.ts';
import { codeEnd, isDayOrMonth, isGluedAfter, isGluedBefore, telephoneEnd } from './context.ts';
import { readDuration, serialEnd } from './duration.ts';
import { readEastAsianUnits, readHanNumeral, startsHanNumeral } from './han.ts';
import { readBareDegrees, readCurrencyLetter } from './letter-units.ts';
import { magnitudesOf, readPreposed, separatorsOf } from './magnitudes.ts';
import { readNumeral } from './numeral.ts';
import { hasOrdinalSign, readOrdinalEnding } from './ordinals.ts';
import { mayBeSpelled, readSpelled, spelledNumbersOf } from './spelled.ts';
import { digitsEnd, isOneOf, lettersEnd, unitLettersEnd, wordAt, wordBefore } from './text.ts';
import { readUnitAfter, readUnitBefore, type UnitPlace } from './units.ts';

/** Half-open range of the text that is taken. */
export type Claim = readonly [start: number, end: number];

/** A reading: a mention, or nothing but the place where the scan goes on. */
interface Reading {
  readonly end: number;
  readonly mention?: NumberMention;
}

/** What the scan does at a unit: nothing, reads a word, reads a number. */
const SKIP = 0;
const LETTER = 1;
const NUMBER = 2;
const STEPS = UNIT_CLASS.map((kind, unit) => {
  if (kind === WORD) return LETTER;
  return kind === DIGIT || (kind === UNSPACED && startsHanNumeral(unit)) ? NUMBER : SKIP;
});

/** Numbers of a text in their order; `claimed` are ranges of dates, sorted and disjoint. Linear time. */
export function findNumbers(
  text: string,
  bcp47: string,
  claimed: readonly Claim[] = [],
): readonly NumberMention[] {
  const units = unitsOf(text);
  const reader: Reader = {
    ceiling: text.length,
    text,
    bcp47,
    separators: separatorsOf(bcp47),
    magnitudes: magnitudesOf(bcp47),
    spelled: spelledNumbersOf(bcp47),
  };
  const mentions: NumberMention[] = [];
  const { spelled } = reader;
  const { length } = text;
  let at = 0;
  let floor = 0;
  let next = 0;
  while (at < length) {
    const claim = claimed[next];
    if (claim !== undefined && claim[0] <= at) {
      at = Math.max(at, claim[1]);
      floor = at;
      next++;
      continue;
    }
    const step = STEPS[units[at]!];
    if (step === SKIP) {
      at++;
      continue;
    }
    if (step === LETTER) {
      const end = unitLettersEnd(units, at);
      if (!mayBeSpelled(units, at, end, spelled)) {
        at = claim === undefined ? end : Math.min(end, Math.max(claim[0], at + 1));
        continue;
      }
    }
    reader.ceiling = claim?.[0] ?? length;
    const reading = readAt(reader, at, floor);
    const { mention } = reading;
    if (mention !== undefined && (claim === undefined || mention.start + mention.text.length <= claim[0])) {
      mentions.push(mention);
      floor = reading.end;
    }
    at = claim === undefined ? reading.end : Math.min(reading.end, Math.max(claim[0], at + 1));
  }
  return mentions;
}

/** Reads what begins at a position; nothing before `floor` may be taken. */
function readAt(reader: Reader, at: number, floor: number): Reading {
  const { text } = reader;
  const kind = UNIT_CLASS[text.charCodeAt(at)];
  if (kind === DIGIT) return readDigits(reader, at, floor);
  if (kind === UNSPACED) return readHan(reader, at, floor);
  if (kind !== WORD) return { end: at + 1 };
  const end = lettersEnd(text, at);
  if (end === at) return { end: at + 1 };
  const word = wordAt(text, at);
  const spelled = word === undefined ? undefined : readSpelled(text, word, reader.spelled);
  if (spelled === undefined) return { end };
  return withUnits(reader, at, spelled.value, spelled.end, floor);
}

function readHan(reader: Reader, start: number, floor: number): Reading {
  const { text } = reader;
  const numeral = readHanNumeral(text, start);
  if (numeral === undefined) return { end: start + 1 };
  if (isDayOrMonth(text, numeral.end) || (numeral.positional && isOneOf(text, numeral.end, '年'))) {
    return { end: numeral.end };
  }
  return withUnits(reader, start, numeral.value, numeral.end, floor);
}

function readDigits(reader: Reader, start: number, floor: number): Reading {
  const { text } = reader;
  // A currency may stand glued before the digits: Rp5.000, US$5, kr5.
  const before = readUnitBefore(text, start);
  const isGlued = isGluedBefore(text, start, reader.bcp47) && !(before !== undefined && before.at >= floor);
  const isRank =
    isGlued && isOneOf(text, start - 1, '-') && RANK_PREFIXES.has(wordBefore(text, start - 1)?.form ?? '');
  if (isGlued && !isRank) return readLetterAmount(reader, start, floor) ?? { end: codeEnd(text, start) };
  const duration = readDuration(text, start);
  if (duration !== undefined) return found(reader, start, duration.end, duration.seconds, 'time', 's');
  const serial = serialEnd(text, start);
  if (serial !== undefined) return { end: serial };
  const clock = before === undefined ? readClock(text, start) : undefined;
  if (clock !== undefined) return found(reader, start, clock.end, clock.minutes, 'time');
  const telephone = telephoneEnd(text, start);
  if (telephone !== undefined) return { end: telephone };
  const numeral = readNumeral(text, start, reader.separators);
  if (numeral.value === undefined || isDayOrMonth(text, numeral.end)) return { end: numeral.end };
  if (isRank) return found(reader, start, numeral.end, numeral.value, 'ordinal');
  return withUnits(reader, start, numeral.value, numeral.end, floor);
}

/** Indonesian ke-5, Filipino ika-5. */
const RANK_PREFIXES: ReadonlySet<string> = new Set(['ke', 'ika']);

/** An amount of a currency of one letter, if its size says that it is none of a road or a form: R45 million, N5,000. */
function readLetterAmount(reader: Reader, start: number, floor: number): Reading | undefined {
  const { text } = reader;
  const before = readCurrencyLetter(text, start);
  if (before === undefined || before.at < floor) return undefined;
  const numeral = readNumeral(text, start, reader.separators);
  if (numeral.value === undefined) return undefined;
  const isGrouped = numeral.value >= THOUSAND && numeral.end > digitsEnd(text, start);
  const isScaled = scale(reader, start, numeral.value, numeral.end, before).end > numeral.end;
  return isGrouped || isScaled
    ? withUnits(reader, start, numeral.value, numeral.end, floor, before)
    : undefined;
}

const THOUSAND = 1000;

/** A value with the magnitude and unit beside it, else with its rank, else plain. */
function withUnits(
  reader: Reader,
  start: number,
  value: number,
  end: number,
  floor: number,
  before = unitBefore(reader, start, floor),
): Reading {
  const { text } = reader;
  const scaled = scale(reader, start, value, end, before);
  const first = Math.max(floor, Math.min(start, scaled.start, before?.at ?? start));
  const after = readUnitAfter(text, scaled.end, reader.bcp47, scaled.value);
  const place = after ?? before;
  if (place !== undefined) {
    const stop = after === undefined ? scaled.end : after.at;
    return signed(reader, first, stop, scaled.value, place, floor);
  }
  if (scaled.end !== end || scaled.start !== start)
    return found(reader, first, scaled.end, scaled.value, 'plain');
  const rankEnd = readOrdinalEnding(text, end);
  if (rankEnd !== undefined) return found(reader, start, rankEnd, value, 'ordinal');
  if (hasOrdinalSign(text, start)) return found(reader, start, end, value, 'ordinal');
  const degrees = readBareDegrees(text, start, end, reader.bcp47, value);
  if (degrees !== undefined) return signed(reader, start, degrees.at, value, degrees, floor);
  if (isGluedAfter(text, end)) return { end: codeEnd(text, end + 1) };
  return signed(reader, start, end, value, undefined, floor);
}

function unitBefore(reader: Reader, start: number, floor: number): UnitPlace | undefined {
  const place = readUnitBefore(reader.text, start);
  return place !== undefined && place.at >= floor ? place : undefined;
}

interface Scaled {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

function scale(reader: Reader, start: number, value: number, end: number, before?: UnitPlace): Scaled {
  const { text } = reader;
  const eastAsian = readEastAsianUnits(text, value, end, reader.separators, reader.ceiling);
  if (eastAsian !== undefined) return { ...eastAsian, start };
  const letter = before?.unit.kind === 'currency' ? readScaleLetter(text, end) : undefined;
  if (letter !== undefined) return { value: times(value, letter.power), start, end: letter.end };
  const amount = readAmount(reader, value, end);
  if (amount !== undefined) return { ...amount, start };
  const preposed = readPreposed(text, start, reader.bcp47, reader.magnitudes);
  return preposed === undefined
    ? { value, start, end }
    : { value: times(value, preposed.power), start: preposed.start, end };
}

const SCALE_LETTERS: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['m', 6],
  ['b', 9],
  ['t', 12],
]);

/** One letter after an amount of money, attached: $5m, £20K. */
function readScaleLetter(text: string, end: number): { power: number; end: number } | undefined {
  const word = wordAt(text, end);
  const power = word === undefined ? undefined : SCALE_LETTERS.get(word.form);
  return word === undefined || power === undefined ? undefined : { power, end: word.end };
}

/** A minus belongs to the number when nothing stands before it: -5, not 3-5. */
function signed(
  reader: Reader,
  start: number,
  end: number,
  value: number,
  place: UnitPlace | undefined,
  floor: number,
): Reading {
  const { text } = reader;
  const isNegative =
    isOneOf(text, start - 1, '-−') &&
    start - 1 >= floor &&
    (start === 1 || /^[\s(:]$/.test(text[start - 2] ?? ''));
  const first = isNegative ? start - 1 : start;
  return found(
    reader,
    first,
    end,
    isNegative ? -value : value,
    place?.unit.kind ?? 'plain',
    place?.unit.symbol,
  );
}

function found(
  reader: Reader,
  start: number,
  end: number,
  value: number,
  kind: NumberMention['kind'],
  unit?: string,
): Reading {
  if (!Number.isFinite(value)) return { end };
  const text = reader.text.slice(start, end);
  const mention = unit === undefined ? { text, value, kind, start } : { text, value, kind, unit, start };
  return { end, mention };
}
