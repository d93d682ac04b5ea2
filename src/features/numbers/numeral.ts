/**
 * The value of digits with separators: 1,234.5 and 1.234,5 and 1 234,5 and 1'234 and 12,34,567. The shape decides
 * where it can; where it cannot (1.234) the language does. Versions, telephone numbers and addresses have no value.
 * Linear in the digits.
 */
import { digitsEnd, digitsValue, isDigit } from './text.ts';

/** How a language writes numbers. */
export interface Separators {
  /** 1,5 is one and a half. */
  readonly decimalComma: boolean;
  /** Thousands may be parted by a plain space. */
  readonly spaced: boolean;
  /** Newsrooms of the language write both 1,234 and 1.234 for thousands (Spanish: Mexico and Spain). */
  readonly mixed: boolean;
}

export interface Numeral {
  /** End of the last digit. */
  readonly end: number;
  /** Absent when the digits are no number: 1.2.3, 555-01.02. */
  readonly value?: number;
}

const POINT = '.';
const COMMA = ',';
/** Arabic decimal separator, Arabic thousands separator, full-width and middle-dot forms as what they stand for. */
const JOINERS: ReadonlyMap<string, string> = new Map([
  ['.', POINT],
  [',', COMMA],
  ['．', POINT],
  ['，', COMMA],
  ['·', POINT],
  ['٫', '٫'],
  ['٬', '٬'],
  ["'", "'"],
  ['’', "'"],
  [' ', ' '],
  ['\u00a0', '\u00a0'],
  ['\u2009', '\u00a0'],
  ['\u202f', '\u00a0'],
]);
/** Doubles hold 15 digits; what is longer is a code. */
const MAX_DIGITS = 15;

/** Reads the numeral that begins at a digit. */
export function readNumeral(text: string, start: number, separators: Separators): Numeral {
  const firstEnd = digitsEnd(text, start);
  // Most numerals are digits and nothing else.
  if (firstEnd - start <= MAX_DIGITS && !isDigit(text, firstEnd + 1))
    return { end: firstEnd, value: digitsValue(text, start, firstEnd) };
  const groups: { start: number; end: number }[] = [{ start, end: firstEnd }];
  const joiners: string[] = [];
  for (;;) {
    const last = groups.at(-1)!;
    const joiner = JOINERS.get(text[last.end] ?? '');
    if (joiner === undefined || !isDigit(text, last.end + 1)) break;
    const next = { start: last.end + 1, end: digitsEnd(text, last.end + 1) };
    if (isSpaceJoiner(joiner) && !joinsAsThousands(text, groups, joiners, joiner, next, separators)) break;
    groups.push(next);
    joiners.push(joiner);
  }
  const end = groups.at(-1)!.end;
  const value = evaluate(text, groups, joiners, separators);
  return value === undefined ? { end } : { end, value };
}

const isSpaceJoiner = (joiner: string): boolean => joiner === ' ' || joiner === '\u00a0';
const length = (group: { start: number; end: number }): number => group.end - group.start;

/** A space joins only thousands: groups of three after one to three digits, and a plain one only where that is usual. */
function joinsAsThousands(
  text: string,
  groups: readonly { start: number; end: number }[],
  joiners: readonly string[],
  joiner: string,
  next: { start: number; end: number },
  separators: Separators,
): boolean {
  const first = groups[0]!;
  if (length(first) > 3 || digitsValue(text, first.start, first.start + 1) === 0) return false;
  if (length(next) !== 3 || joiners.some((other) => other !== joiner)) return false;
  return joiner !== ' ' || separators.spaced;
}

function evaluate(
  text: string,
  groups: readonly { start: number; end: number }[],
  joiners: readonly string[],
  separators: Separators,
): number | undefined {
  if (groups.reduce((sum, group) => sum + length(group), 0) > MAX_DIGITS) return undefined;
  const last = joiners.at(-1);
  if (last === undefined) return join(text, groups);
  const isMixed = joiners.some((joiner) => joiner !== last);
  if (isMixed || isDecimal(text, groups, joiners, separators)) {
    const whole = groups.slice(0, -1);
    if (!isDecimalSign(last) || joiners.indexOf(last) !== joiners.length - 1) return undefined;
    if (whole.length > 1 && !areThousands(whole, joiners.slice(0, -1))) return undefined;
    const fraction = groups.at(-1)!;
    // By way of text: 0.1 + 0.02 is not 0.12 in binary.
    return Number(`${join(text, whole)}.${plainDigits(text, fraction)}`);
  }
  return areThousands(groups, joiners) ? join(text, groups) : undefined;
}

const isDecimalSign = (joiner: string): boolean => joiner === POINT || joiner === COMMA || joiner === '٫';

/** Whether a single separator is the decimal one. */
function isDecimal(
  text: string,
  groups: readonly { start: number; end: number }[],
  joiners: readonly string[],
  separators: Separators,
): boolean {
  const [joiner] = joiners;
  if (joiners.length !== 1 || joiner === undefined || !isDecimalSign(joiner)) return false;
  const [left, right] = [groups[0]!, groups[1]!];
  if (joiner === '٫' || length(right) !== 3 || length(left) > 3) return true;
  if (digitsValue(text, left.start, left.start + 1) === 0) return true;
  if (separators.mixed) return false;
  return (joiner === COMMA) === separators.decimalComma;
}

/** Groups of three after one to three; or of two before the last three, the Indian way. */
function areThousands(
  groups: readonly { start: number; end: number }[],
  joiners: readonly string[],
): boolean {
  if (joiners.some((joiner) => joiner !== joiners[0])) return false;
  const lengths = groups.map(length);
  const first = lengths[0] ?? 0;
  if (first > 3 || lengths.at(-1) !== 3) return false;
  const middle = lengths.slice(1, -1);
  return (
    middle.every((size) => size === 3) ||
    (joiners[0] === COMMA && first <= 2 && middle.every((size) => size === 2))
  );
}

function join(text: string, groups: readonly { start: number; end: number }[]): number {
  return Number(groups.map((group) => plainDigits(text, group)).join(''));
}

/** ASCII digits with leading zeros kept. */
function plainDigits(text: string, group: { start: number; end: number }): string {
  let digits = '';
  for (let at = group.start; at < group.end; at++) digits += digitsValue(text, at, at + 1);
  return digits;
}
