/**
 * Dates with the name of a month: "2 de agosto de 2018", "Aug. 2, 2018", "2018. augusztus 2.". Owns how the parts are
 * told apart: one month, one year of four digits, one day of at most two. All readings that are possible must agree.
 */
import { MONTH_ROWS } from '../../lexicon/data/months.ts';
import { buddhist, type Day, gregorian, isBuddhistYear, solarHijri, weekdayOf } from '../../lib/calendar.ts';
import { hijri } from './hijri.ts';
import type { Meanings } from './names.ts';
import type { NumberToken, Token, WordToken } from './words.ts';

type Role = 'month' | 'day' | 'half' | 'hijri' | 'solar' | 'era' | 'filler';

/** The one day that the tokens can mean. `hasClock`: a word may be a half of the day. */
export function namedDay(tokens: readonly Token[], hasClock: boolean, language?: string): Day | undefined {
  const numbers = tokens.filter((token) => token.kind === 'number');
  const words = tokens.filter((token) => token.kind === 'word');
  const written = dayAndYear(numbers, tokens, hasWeekday(words));
  if (written === undefined) return undefined;
  const found = new Map<string, Day>();
  for (const roles of assignments(words, hasClock)) {
    for (const day of daysBy(roles, written, language)) found.set(`${day.year}-${day.month}-${day.day}`, day);
  }
  const [only, other] = found.values();
  return other === undefined ? only : undefined;
}

function hasWeekday(words: readonly WordToken[]): boolean {
  return words.some(({ day }) => day !== undefined);
}

interface Written {
  readonly day: number;
  readonly year: number;
}

/** Two numbers, of which one can only be a year. Years of two digits count where a day of the week bears them out. */
function dayAndYear(
  numbers: readonly NumberToken[],
  tokens: readonly Token[],
  isBorneOut: boolean,
): Written | undefined {
  if (numbers.length !== 2) return undefined;
  const [a, b] = numbers as readonly [NumberToken, NumberToken];
  if (a.digits === 4 && b.digits <= 2) return { year: a.value, day: b.value };
  if (b.digits === 4 && a.digits <= 2) return { year: b.value, day: a.value };
  const isRfc = isBorneOut && a.digits <= 2 && b.digits === 2 && tokens.at(-1) === b;
  // RFC 2822, section 4.3.
  return isRfc ? { day: a.value, year: b.value + (b.value < 50 ? 2000 : 1900) } : undefined;
}

type Assignment = readonly { readonly word: WordToken; readonly role: Role }[];

/** Every way in which the words can be what they may be, one month among them. */
function assignments(words: readonly WordToken[], hasClock: boolean): readonly Assignment[] {
  let all: Assignment[] = [[]];
  for (const word of words) {
    const roles = rolesOf(word, hasClock);
    all = all.flatMap((before) => roles.map((role) => [...before, { word, role }]));
    if (all.length > MOST_ASSIGNMENTS) return [];
  }
  return all.filter(
    (one) =>
      (count(one, ['hijri', 'solar']) === 1 ? count(one, ['month']) === 0 : isOneMonth(one)) &&
      count(one, ['day']) <= 2 &&
      count(one, ['era']) <= 1,
  );
}

/** One month, by one name or by two, as the Arab world has them. */
function isOneMonth(assignment: Assignment): boolean {
  const months = assignment.filter(({ role }) => role === 'month').map(({ word }) => [...word.month!.keys()]);
  const [first, second] = months;
  if (first === undefined || months.length > 2) return false;
  return second === undefined || (first.length === 1 && second.length === 1 && first[0] === second[0]);
}

const MOST_ASSIGNMENTS = 256;

function rolesOf(word: WordToken, hasClock: boolean): readonly Role[] {
  const roles: Role[] = [];
  if (word.month !== undefined) roles.push('month');
  if (word.day !== undefined) roles.push('day');
  if (word.half !== undefined && hasClock) roles.push('half');
  if (word.hijri !== undefined) roles.push('hijri');
  if (word.solar !== undefined) roles.push('solar');
  if (word.era !== undefined) roles.push('era');
  if (word.isFiller) roles.push('filler');
  return roles;
}

function count(assignment: Assignment, roles: readonly Role[]): number {
  return assignment.filter(({ role }) => roles.includes(role)).length;
}

function daysBy(assignment: Assignment, written: Written, language: string | undefined): readonly Day[] {
  const weekdays = assignment.filter(({ role }) => role === 'day').map(({ word }) => word.day!);
  const era = assignment.find(({ role }) => role === 'era')?.word.era;
  const months = assignment.find(({ role }) => role === 'month' || role === 'hijri' || role === 'solar')!;
  const { day, year } = written;
  switch (months.role) {
    case 'hijri':
      return borneOut(hijri(year, months.word.hijri!, day), weekdays, undefined);
    case 'solar':
      return borneOut(solarHijri(year, months.word.solar!, day), weekdays, undefined);
    default:
      break;
  }
  if (era === 'hijri') return [];
  const meanings = months.word.month!;
  return [...likely(meanings, language)].flatMap(([month, languages]) => {
    const isBuddhist = era === 'buddhist' || (languages.has('th') && isBuddhistYear(year));
    const found = isBuddhist ? buddhist(year, month, day) : gregorian(year, month, day);
    return borneOut(found, weekdays, languages);
  });
}

/** Languages with a press of their own: where a short name is another month in a small language, theirs is meant. */
const PRESS = new Set(MONTH_ROWS.map(([language]) => language.split('-')[0]!));

/** The meanings of a name in the declared language, where it has one there, else in those with a press. */
function likely(meanings: Meanings, language: string | undefined): Meanings {
  if (meanings.size === 1) return meanings;
  const base = language?.split('-')[0]?.toLowerCase();
  const own = [...meanings].filter(([, languages]) => base !== undefined && languages.has(base));
  if (own.length > 0) return new Map(own);
  const wide = [...meanings].filter(([, languages]) => [...languages].some((one) => PRESS.has(one)));
  return wide.length === 1 ? new Map(wide) : meanings;
}

/** The day, where every day of the week that was written is the one it was, in a language of the month. */
function borneOut(
  day: Day | undefined,
  weekdays: readonly Meanings[],
  languages: ReadonlySet<string> | undefined,
): readonly Day[] {
  if (day === undefined) return [];
  const own = weekdayOf(day);
  return weekdays.every((meanings) => isMeant(meanings, own, languages)) ? [day] : [];
}

function isMeant(meanings: Meanings, own: number, languages: ReadonlySet<string> | undefined): boolean {
  const found = meanings.get(own);
  if (found === undefined) return false;
  // Where another language has another day by this name, the month must be of a language in which it is this one.
  return (
    meanings.size === 1 || languages === undefined || [...found].some((language) => languages.has(language))
  );
}
