/**
 * Amounts of several parts that fall in size: 4 lakh 80 thousand, 3 bin 500, 5 آلاف و300, and parts that a greater
 * magnitude multiplies together: 2 mil 300 millones. Owns which numerals are one amount; must not read units of
 * measure. Constant work for each part; a part is below a tenth of the one before, so there are few.
 */
import { UNIT_CLASS, UNSPACED } from '../../lib/characters.ts';
import { type Magnitudes, readMagnitude } from './magnitudes.ts';
import { readNumeral, type Separators } from './numeral.ts';
import { readSpelled, type SpelledNumbers } from './spelled.ts';
import { isDigit, isLetter, isOneOf, isSpace, skipSpaces, tableKey, wordAt } from './text.ts';

/** A text and what is known of its language, looked up once. */
export interface Reader {
  readonly text: string;
  readonly bcp47: string;
  readonly separators: Separators;
  readonly magnitudes: Magnitudes;
  readonly spelled: SpelledNumbers;
  /** Where the next date begins: no amount goes on into it. */
  ceiling: number;
}

export interface Amount {
  readonly value: number;
  readonly end: number;
}

/** Most magnitudes in a row: mille milliards, lakh crore, mil millones. */
const MAX_MAGNITUDES = 2;
/**
 * A part that names no magnitude belongs to the amount below a thousand or a lakh, and is below a thousand: 3 bin
 * 500, 2 लाख 500. Behind a million it counts something else.
 */
const OPEN_LIMITS: ReadonlySet<number> = new Set([1e3, 1e5]);
/** Words that join the parts in a language; Arabic writes its letter at the digits. */
const JOINTS: ReadonlyMap<string, string> = new Map([
  ['ar', 'و'],
  ['fa', 'و'],
  ['ps', 'او'],
  ['ckb', 'و'],
  ['pt', 'e'],
  ['gl', 'e'],
]);

/** A numeral and the power of ten that the word behind it gives it; 0 where none stands there. */
interface Part {
  readonly value: number;
  readonly power: number;
  readonly end: number;
}

/**
 * The amount that a numeral of this value, which ends at a position, begins; undefined where no magnitude follows it.
 */
export function readAmount(reader: Reader, value: number, start: number): Amount | undefined {
  const { bcp47 } = reader;
  let total = value;
  /** The size of the last part's magnitude: what comes must be smaller. */
  let limit = 1;
  let end = start;
  for (let count = 0; count < MAX_MAGNITUDES; count++) {
    const magnitude = nextMagnitude(reader, end);
    if (magnitude === undefined) break;
    total = times(total, magnitude.power);
    limit = times(limit, magnitude.power);
    end = magnitude.end;
  }
  if (limit === 1) return undefined;
  while (Number.isSafeInteger(value) && Number.isSafeInteger(total)) {
    const part = readPart(reader, end);
    if (part === undefined || part.value >= limit) break;
    const size = times(part.value, part.power);
    if (size < limit) {
      if (part.power === 0 && !(OPEN_LIMITS.has(limit) && size < THOUSAND)) break;
      total += size;
      end = part.end;
      if (part.power === 0) break;
      limit = times(1, part.power);
      const further = nextMagnitude(reader, end);
      if (further === undefined) continue;
      total = times(total, further.power);
      limit = times(limit, further.power);
      end = further.end;
    } else {
      if (
        limit !== THOUSAND ||
        times(1, part.power) <= limit ||
        !COUNTS_MILLIONS.has(tableKey(bcp47, COUNTS_MILLIONS))
      )
        break;
      total = times(total + part.value, part.power);
      limit = times(1, part.power);
      end = part.end;
    }
  }
  return { value: total, end };
}

const THOUSAND = 1e3;
/** Languages without a word for 10^9 in the news, where thousands count the millions: 2 mil 300 millones. */
const COUNTS_MILLIONS: ReadonlySet<string> = new Set(['es', 'gl', 'ca', 'pt']);

/** The next numeral over at most one space and a joint, with its magnitude; undefined where it is a rank or a code. */
function readPart(reader: Reader, from: number): Part | undefined {
  const { text } = reader;
  const at = partStart(reader, from);
  if (at === undefined) return undefined;
  const numeral = isDigit(text, at) ? readNumeral(text, at, reader.separators) : readWords(reader, at);
  if (numeral?.value === undefined || numeral.end > reader.ceiling || !Number.isSafeInteger(numeral.value))
    return undefined;
  const magnitude = nextMagnitude(reader, numeral.end);
  if (magnitude !== undefined) return { value: numeral.value, ...magnitude };
  return isOpenEnded(text, numeral.end) ? { value: numeral.value, power: 0, end: numeral.end } : undefined;
}

function partStart({ text, bcp47 }: Reader, from: number): number | undefined {
  const joint = JOINTS.get(tableKey(bcp47, JOINTS));
  const at = isSpace(text, from) ? from + 1 : from;
  if (joint !== undefined && at > from && text.startsWith(joint, at)) {
    const next = at + joint.length;
    if (isSpace(text, next)) return next + 1;
    if (isDigit(text, next)) return next;
  }
  // 5k10 and the like are codes; scripts without spaces write on: ৪লাখ৮০.
  return at > from || (isDigit(text, from) && text.charCodeAt(from - 1) >= 0x900) ? at : undefined;
}

/** A number word counts only behind an amount in words: two hundred fifty. */
function readWords({ text, spelled }: Reader, at: number): Amount | undefined {
  const word = UNIT_CLASS[text.charCodeAt(at)] === UNSPACED ? undefined : wordAt(text, at);
  return word === undefined ? undefined : readSpelled(text, word, spelled);
}

/** Whether digits end here and are neither the head of a word, a rank, a share, a time nor a range: 12-year, 5th, 20 %. */
function isOpenEnded(text: string, end: number): boolean {
  if (isOneOf(text, end, "-–/:'’°%٪")) return false;
  if (isLetter(text, end) && text.charCodeAt(end) < 0x530) return false;
  return !isOneOf(text, skipSpaces(text, end), '%٪');
}

/** The magnitude after a position; Romanian puts "de" before it (20 de milioane). */
function nextMagnitude(
  { text, bcp47, magnitudes }: Reader,
  end: number,
): { power: number; end: number } | undefined {
  const at = isOneOf(text, end, '-') ? end + 1 : skipSpaces(text, end);
  const magnitude = readMagnitude(text, at, magnitudes);
  if (magnitude !== undefined || bcp47 !== 'ro') return magnitude;
  return text.startsWith('de ', at) ? readMagnitude(text, at + 3, magnitudes) : undefined;
}

/** By way of text: 1.1 * 1e9 is not 1.1e9 in binary. */
export function times(value: number, power: number): number {
  return power === 0 ? value : Number(`${value}e${power}`);
}
