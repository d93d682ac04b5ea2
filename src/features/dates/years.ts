/**
 * Years that stand alone: "in 2019", "2019 году", "พ.ศ. 2568". Four digits are a year when a word says so, or when they
 * are of our time and not round: "2000 people" must not become a year. Constant work for each candidate.
 */
import { isGluedBefore } from '../numbers/context.ts';
import { magnitudesOf, readMagnitude } from '../numbers/magnitudes.ts';
import {
  digitsEnd,
  digitsValue,
  isDigit,
  isLetter,
  isOneOf,
  skipSpaces,
  wordAt,
  wordBefore,
} from '../numbers/text.ts';
import { readUnitAfter, readUnitBefore } from '../numbers/units.ts';
import { isYear, ofThaiYear } from './calendar.ts';
import type { DatePlace } from './place.ts';

/** Words before a year, of all languages together: none of them stands before a quantity more often. */
const BEFORE: ReadonlySet<string> = new Set(
  (
    'in since until seit im anno en depuis año ano ano anul din desde nel dal del dell nell vuonna vuoden vuodesta aastal rok roce roku w од v od ' +
    'sedan sidan siden år i af fra since во у в з с от през година godine leta letos på от до του το στο από năm tahun sejak pada taon noong mwaka ' +
    'עד מאז בשנת שנת عام سنة منذ العام سال वर्ष सन साल সালে ปี'
  ).split(' '),
);
/** Words after a year. */
const AFTER: ReadonlySet<string> = new Set(
  (
    'год года году годов годом г гг рік року році роки р години година г годзе года godine godini год. roku rok roce r gada gadā metais metų m évben évi ben ban től tól ig re ra es as os ös ųjų aisiais óta године ' +
    'yılında yılı yılından yılının yılda ildə ili ilin жылы жылғы жылдан yilda yil урт вони году წელს წლის թվականին թվականի թվականից թ ' +
    'में के सालों সালে সালের ஆம் میں ء سے ئی وی'
  ).split(' '),
);
/** Years that need no word: of our time. */
const MODERN_FIRST = 1900;
const MODERN_LAST = 2049;
/** Multiples of fifty are as often a quantity as a year. */
const ROUND = 50;

/** The year that begins at a digit, if it is one beyond doubt. */
export function readYear(text: string, start: number, bcp47: string): DatePlace | undefined {
  const end = digitsEnd(text, start);
  if (end - start !== 4 || isGluedBefore(text, start, bcp47) || isPartOfNumber(text, start, end))
    return undefined;
  if (
    readMagnitude(text, skipSpaces(text, end), magnitudesOf(bcp47)) !== undefined ||
    isEastAsianAmount(text, end)
  )
    return undefined;
  const written = digitsValue(text, start, end);
  const isBuddhist = text.endsWith('พ.ศ.', isOneOf(text, start - 1, ' ') ? start - 1 : start);
  const isThaiYear = bcp47 === 'th' && isNamedBefore(text, start);
  const value = isBuddhist || isThaiYear ? ofThaiYear(written) : written;
  if (!isYear(value) || hasUnit(text, start, end, bcp47)) return undefined;
  const isNamed = isBuddhist || isNamedBefore(text, start) || isNamedAfter(text, end);
  const isModern = value >= MODERN_FIRST && value <= MODERN_LAST && value % ROUND !== 0;
  if (!isModern && !(isNamed && value >= 1400 && value <= MODERN_LAST)) return undefined;
  return { start, end, iso: String(value) };
}

/** 2040万: digits of an amount. */
const isEastAsianAmount = (text: string, end: number): boolean =>
  isOneOf(text, end, '万萬億亿만억兆조천千百');

/** Decades are no years: 1980-е, 1980-ih. */
const DECADE: ReadonlySet<string> = new Set([
  'е',
  'х',
  'ые',
  'их',
  'ті',
  'те',
  'ih',
  'te',
  'tých',
  'er',
  'luvun',
  'luvulla',
  'cü',
  'ern',
  'ties',
]);

/** Basque writes its cases at the digits: 2017ko, 1939an. */
const BASQUE_CASE: ReadonlySet<string> = new Set(['ko', 'eko', 'an', 'ean', 'tik', 'etik', 'rako', 'erako']);

/** Digits or letters that go on: 1,234 and 1990s and 2019/20 and 555-2019. */
function isPartOfNumber(text: string, start: number, end: number): boolean {
  if (isDigit(text, end + 1) && isOneOf(text, end, ".,:'’\u00a0")) return true;
  if (isDigit(text, start - 2) && isOneOf(text, start - 1, ".,:/'’\u00a0-")) return !isYearSpan(text, start);
  if (isOneOf(text, end, '-') && DECADE.has(wordAt(text, end + 1)?.form ?? '')) return true;
  return (
    isLetter(text, end) && text.charCodeAt(end) < 0x530 && !BASQUE_CASE.has(wordAt(text, end)?.form ?? '')
  );
}

/** 2019-2021: the second of two years. */
function isYearSpan(text: string, start: number): boolean {
  const first = start - 5;
  return isOneOf(text, start - 1, '-/') && digitsEnd(text, first) === start - 1 && !isDigit(text, first - 1);
}

function hasUnit(text: string, start: number, end: number, bcp47: string): boolean {
  if (readUnitBefore(text, start) !== undefined) return true;
  const unit = readUnitAfter(text, end, bcp47);
  return unit !== undefined && !/^[mMрг]$/u.test(text.slice(skipSpaces(text, end), unit.at));
}

function isNamedBefore(text: string, start: number): boolean {
  const word = wordBefore(text, start);
  if (word === undefined) return false;
  // Thai writes on: ตั้งแต่ปี is "since the year", ปีการศึกษา a school year.
  return BEFORE.has(word.form) || word.form.endsWith('ปี') || word.form.startsWith('ปี');
}

function isNamedAfter(text: string, end: number): boolean {
  const at = isOneOf(text, end, "-.’'") ? end + 1 : end;
  const word = wordAt(text, skipSpaces(text, at));
  return word !== undefined && (AFTER.has(word.form) || (word.start === end && BASQUE_CASE.has(word.form)));
}
