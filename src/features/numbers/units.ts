/**
 * Per cent, currency or measure beside a number. Owns the lookup of what stands before and after; the words are in
 * `data/units.ts`. A lookup reads at most three words.
 */
import {
  AMERICAN,
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  DOLLAR_COUNTRIES,
  LOCAL_CURRENCY_WORDS,
  MEASURE_SIGNS,
  MEASURE_WORDS,
  PERCENT_PAIRS,
  PERCENT_SIGNS,
  PERCENT_WORDS,
  POUND_WORDS,
  QUOTED_MEASURES,
  STERLING,
} from './data/units.ts';
import {
  isOneOf,
  isSpace,
  isSpacedLetter,
  skipSpaces,
  tableKey,
  type Word,
  wordAt,
  wordBefore,
} from './text.ts';

export interface Unit {
  readonly kind: 'percent' | 'currency' | 'measure';
  readonly symbol: string;
}

/** A unit and where it ends, or begins when it stands before the number. */
export interface UnitPlace {
  readonly unit: Unit;
  readonly at: number;
}

const PERCENT: Unit = { kind: 'percent', symbol: '%' };
/** By code unit. */
const SIGNS: ReadonlyMap<number, Unit> = new Map([
  ...[...PERCENT_SIGNS].map((sign) => [sign.charCodeAt(0), PERCENT] as const),
  ...CURRENCY_SIGNS.map(([sign, code]) => [sign.charCodeAt(0), currency(code)] as const),
  ...entriesOf(MEASURE_SIGNS).map(([sign, symbol]) => [sign.charCodeAt(0), measure(symbol)] as const),
]);
const DOLLARS = entries(DOLLAR_COUNTRIES);
const CODES = entries(CURRENCY_CODES);
const PAIRS: ReadonlySet<string> = new Set(PERCENT_PAIRS.split(' ').map((pair) => pair.replace('+', ' ')));
const PAIR_OPENINGS: ReadonlySet<string> = new Set([...PAIRS].map((pair) => pair.split(' ')[0] ?? ''));
/** By language, by word. */
const LOCAL = new Map<string, Map<string, string>>();
for (const entry of LOCAL_CURRENCY_WORDS.split(' ')) {
  const [language = '', word = '', code = ''] = entry.split(':');
  const words = LOCAL.get(language) ?? new Map<string, string>();
  LOCAL.set(language, words.set(word, code));
}

/** Words by form, and beginnings that admit endings. */
const WORDS = new Map<string, Unit>();
const BEGINNINGS = new Map<string, Unit>();
for (const word of PERCENT_WORDS.split(' ')) addWord(word, PERCENT);
for (const [word, code] of entries(CURRENCY_WORDS)) addWord(word, currency(code));
for (const [word, symbol] of entries(MEASURE_WORDS)) addWord(word, measure(symbol));

function measure(symbol: string): Unit {
  return { kind: 'measure', symbol };
}

function currency(code: string): Unit {
  return { kind: 'currency', symbol: code };
}

function entries(list: string): ReadonlyMap<string, string> {
  return new Map(entriesOf(list));
}

function entriesOf(list: string): [string, string][] {
  return list.split(' ').map((entry) => entry.split(':') as [string, string]);
}

function addWord(word: string, unit: Unit): void {
  const form = word.normalize('NFC');
  if (form.endsWith('*')) BEGINNINGS.set(form.slice(0, -1), unit);
  else WORDS.set(form, unit);
}

/** Words between a number and its currency: millones de dólares, milliards d'euros, US dollars. */
const CONNECTORS: ReadonlySet<string> = new Set([
  'de',
  'd',
  'di',
  'du',
  'da',
  'do',
  'us',
  'u',
  'ng',
  'ta',
  'των',
  'من',
  'אמריקאי',
]);
/** Words for per cent that stand before the number in Turkish, Basque, Kazakh, Swahili. */
const PERCENT_BEFORE: ReadonlySet<string> = new Set(['yüzde', 'ehuneko', 'asilimia', 'ಶೇಕಡ', 'ಶೇ']);

const POUNDS: ReadonlySet<string> = new Set(POUND_WORDS.split(' '));
const STERLING_BEGINNINGS: readonly string[] = STERLING.split(' ');
const AMERICAN_BEGINNINGS: readonly string[] = AMERICAN.split(' ');
const QUOTED = entries(QUOTED_MEASURES);
/** From here on pounds are money: a tenth of a million pounds is more than any animal weighs. */
const MIN_MONEY = 1e5;

/** The unit after a number or magnitude that ends at a position; `value` tells money from weight. */
export function readUnitAfter(text: string, end: number, bcp47: string, value = 0): UnitPlace | undefined {
  // A hyphen joins the parts of an adjective: a 20-percent cut, der 5-Euro-Schein.
  const at = isOneOf(text, end, '-') ? end + 1 : skipSpaces(text, end);
  const sign = SIGNS.get(text.charCodeAt(at));
  if (sign !== undefined) return { unit: sign, at: at + 1 };
  if (isOneOf(text, at, '°º')) return readDegrees(text, at);
  if (isOneOf(text, at, '℃')) return { unit: { kind: 'measure', symbol: '°C' }, at: at + 1 };
  const word = wordAt(text, at);
  // Ideographs and kana stand at the number; after a space they begin something else.
  if (word === undefined || (at > end && isIdeographic(word.form.charCodeAt(0)))) return undefined;
  return (
    readQuoted(text, word) ??
    readWord(text, word, bcp47) ??
    readPair(text, word) ??
    readPounds(text, word, value) ??
    readBehindConnector(text, word, bcp47, value)
  );
}

/** Ideographs and kana. */
function isIdeographic(unit: number): boolean {
  return unit >= 0x3040 && unit <= 0x9fff;
}

function readDegrees(text: string, at: number): UnitPlace | undefined {
  const next = skipSpaces(text, at + 1);
  const scale = text[next]?.toUpperCase();
  const isScale = (scale === 'C' || scale === 'С' || scale === 'F') && !isSpacedLetter(text, next + 1);
  return isScale
    ? { unit: { kind: 'measure', symbol: scale === 'F' ? '°F' : '°C' }, at: next + 1 }
    : undefined;
}

function readWord(text: string, word: Word, bcp47: string): UnitPlace | undefined {
  const code = CODES.get(text.slice(word.start, word.end));
  if (code !== undefined) return { unit: currency(code), at: word.end };
  if (!mayBeginUnit(word.form)) return undefined;
  const locals = LOCAL.get(tableKey(bcp47, LOCAL));
  for (let length = Math.min(word.form.length, 20); length >= 1; length--) {
    const form = word.form.slice(0, length);
    const whole = length === word.form.length;
    const local = locals?.get(form);
    const isRunning = !isSpacedLetter(text, word.start) || word.form.charCodeAt(0) >= 0xe00;
    if (local !== undefined && (whole || isRunning))
      return { unit: currency(local), at: word.start + length };
    const unit = whole || isRunning ? WORDS.get(form) : undefined;
    if (unit !== undefined)
      return { unit: squared(text, word.start + length, unit), at: squareEnd(text, word.start + length) };
    const begun = BEGINNINGS.get(form);
    if (begun !== undefined && word.form.length - length <= MAX_ENDING) {
      return { unit: squared(text, word.end, begun), at: squareEnd(text, word.end) };
    }
  }
  return undefined;
}

/** Letters that an ending may add to a beginning of the tables. */
const MAX_ENDING = 6;
/** Units of one letter, and by hash the first two letters of the others: sets most words aside before they are cut. */
const SINGLES = new Set<number>();
const STARTS = new Uint8Array(4096);
const tables = [WORDS, BEGINNINGS, ...LOCAL.values()];
for (const word of tables.flatMap((table) => [...table.keys()])) {
  if (word.length === 1) SINGLES.add(word.charCodeAt(0));
  else STARTS[startOf(word)] = 1;
}

function startOf(word: string): number {
  return (word.charCodeAt(0) * 31 + word.charCodeAt(1)) & (STARTS.length - 1);
}

/** Whether a unit of the tables may be the whole of a word or its beginning. */
function mayBeginUnit(form: string): boolean {
  return SINGLES.has(form.charCodeAt(0)) || (form.length > 1 && STARTS[startOf(form)] === 1);
}

function squareEnd(text: string, end: number): number {
  return isOneOf(text, end, '²³') ? end + 1 : end;
}

function squared(text: string, end: number, unit: Unit): Unit {
  return squareEnd(text, end) === end ? unit : { ...unit, symbol: unit.symbol + (text[end] ?? '') };
}

function readPair(text: string, first: Word): UnitPlace | undefined {
  if (!PAIR_OPENINGS.has(first.form)) return undefined;
  const second = wordAt(text, skipSpaces(text, first.end));
  const isPair = second !== undefined && PAIRS.has(`${first.form} ${second.form}`);
  return isPair ? { unit: PERCENT, at: second.end } : undefined;
}

/** ק"מ, with whichever quotation mark. */
function readQuoted(text: string, first: Word): UnitPlace | undefined {
  if (first.end !== first.start + 1 || !isOneOf(text, first.end, `"״”“'׳’`)) return undefined;
  const symbol = QUOTED.get(first.form + (text[first.end + 1] ?? ''));
  return symbol === undefined ? undefined : { unit: { kind: 'measure', symbol }, at: first.end + 2 };
}

function readPounds(text: string, word: Word, value: number): UnitPlace | undefined {
  if (!POUNDS.has(word.form)) return undefined;
  const next = wordAt(text, skipSpaces(text, word.end));
  const isSterling =
    next !== undefined && STERLING_BEGINNINGS.some((beginning) => next.form.startsWith(beginning));
  if (isSterling) return { unit: currency('GBP'), at: next.end };
  return value >= MIN_MONEY ? { unit: currency('GBP'), at: word.end } : undefined;
}

function readBehindConnector(text: string, first: Word, bcp47: string, value: number): UnitPlace | undefined {
  if (!CONNECTORS.has(first.form) && !AMERICAN_BEGINNINGS.some((form) => first.form.startsWith(form)))
    return undefined;
  const next = isOneOf(text, first.end, "-’'") ? first.end + 1 : skipSpaces(text, first.end);
  const word = wordAt(text, next);
  const place =
    word === undefined ? undefined : (readWord(text, word, bcp47) ?? readPounds(text, word, value));
  return place?.unit.kind === 'currency' ? place : undefined;
}

/** The unit before a number that begins at a position: $5, US$ 5, EUR 5, Rs 5, %5, yüzde 5, 百分之5. */
export function readUnitBefore(text: string, start: number): UnitPlace | undefined {
  const at = isSpace(text, start - 1) ? start - 1 : start;
  const unit = SIGNS.get(text.charCodeAt(at - 1));
  if (unit !== undefined && (unit.kind === 'currency' || (unit.kind === 'percent' && at === start))) {
    return isOneOf(text, at - 1, '$') ? readDollars(text, at - 1) : { unit, at: at - 1 };
  }
  if (isOneOf(text, at - 1, '之ะ')) {
    for (const words of ['百分之', 'ร้อยละ']) {
      if (text.endsWith(words, at)) return { unit: PERCENT, at: at - words.length };
    }
  }
  const word = wordBefore(text, start, isOneOf(text, at - 1, '.'));
  if (word === undefined) return undefined;
  if (at !== start && PERCENT_BEFORE.has(word.form)) return { unit: PERCENT, at: word.start };
  const code = CODES.get(text.slice(word.start, word.end));
  return code === undefined ? undefined : { unit: currency(code), at: word.start };
}

/** Country letters before a dollar sign belong to it: US$, HK$. */
function readDollars(text: string, sign: number): UnitPlace {
  let start = sign;
  while (sign - start < 3 && /[A-Z.]/.test(text[start - 1] ?? '')) start--;
  const code = DOLLARS.get(text.slice(start, sign));
  return code === undefined || isSpacedLetter(text, start - 1)
    ? { unit: currency('USD'), at: sign }
    : { unit: currency(code), at: start };
}
