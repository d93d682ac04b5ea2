/**
 * Month names in the language of a text. Owns the lookup over the CLDR table and the endings of inflecting languages;
 * must not read digits. A name counts only beside a day or a year, so the lookup may be generous with endings.
 */
import { MONTH_ROWS } from '../../lexicon/data/months.ts';
import { hasUnitOrMagnitude } from '../numbers/context.ts';
import {
  digitsEnd,
  digitsValue,
  isDigit,
  isOneOf,
  isSpace,
  tableKey,
  type Word,
  wordAt,
  wordEndingAt,
} from '../numbers/text.ts';

export interface Month {
  /** 1..12. */
  readonly number: number;
  /** Written short: Okt, Sept. */
  readonly isBrief: boolean;
}

/** A month name in the text, with the dot of an abbreviation. */
export interface MonthPlace extends Month {
  readonly start: number;
  readonly end: number;
}

type Names = ReadonlyMap<string, Month>;

/** The months of a language, and what words next to numbers were found to be: most are none. */
export interface Months {
  readonly names: Names;
  readonly known: Map<string, Month | null>;
}

const WORDS_KEPT = 4096;

const TABLE: ReadonlyMap<string, Names> = new Map(
  MONTH_ROWS.map(([language, months]) => [language, readRow(months)]),
);
/** For a text of unknown language: the full names that mean one month wherever they are written. */
const UNAMBIGUOUS: Names = agreeing([...TABLE.values()]);

function readRow(months: string): Names {
  const row = new Map<string, Month>();
  months.split('|').forEach((month, place) => {
    const [full = '', brief = ''] = month.split('/');
    for (const name of brief.split(' ')) if (name !== '') row.set(name, { number: place + 1, isBrief: true });
    for (const name of full.split(' ')) if (name !== '') row.set(name, { number: place + 1, isBrief: false });
  });
  return row;
}

function agreeing(tables: readonly Names[]): Names {
  const names = new Map<string, Month>();
  const disputed = new Set<string>();
  for (const table of tables) {
    for (const [name, month] of table) {
      if (month.isBrief || (names.get(name)?.number ?? month.number) !== month.number) disputed.add(name);
      names.set(name, month);
    }
  }
  return new Map([...names].filter(([name]) => !disputed.has(name)));
}

export function monthsOf(bcp47: string): Months {
  const before = languages.get(bcp47);
  if (before !== undefined) return before;
  const months = { names: TABLE.get(tableKey(bcp47, TABLE)) ?? UNAMBIGUOUS, known: new Map() };
  languages.set(bcp47, months);
  return months;
}

/** By tag: where no names of a language are known its endings still are. */
const languages = new Map<string, Months>();

/** Letters that a case ending may add to a full name, and letters of the name that it may replace. */
const MAX_ENDING = 4;
const MAX_LOST = 1;
/** Shorter names with an ending look like other words: март is fine, "mai" and "mars" (Marseille) are not. */
const MIN_STEM = 5;
/** Languages that add endings to month names without an apostrophe. */
const INFLECTING: ReadonlySet<string> = new Set(
  'ru uk be bg mk sr sr-Latn hr bs sl cs sk pl lt lv et fi hu tr az kk ky uz tt tk mn hy ka eu el ta te kn ml tg ku ckb'.split(
    ' ',
  ),
);

function monthOf({ form }: Word, { names, known }: Months, bcp47: string): Month | undefined {
  const before = known.get(form);
  if (before !== undefined) return before ?? undefined;
  const found = findMonth(form, names, bcp47);
  if (known.size === WORDS_KEPT) known.clear();
  known.set(form, found ?? null);
  return found;
}

function findMonth(form: string, months: Names, bcp47: string): Month | undefined {
  const exact = months.get(form) ?? (bcp47 === 'he' ? behindHebrewPrefix(form, months) : undefined);
  if (exact !== undefined || !INFLECTING.has(tableKey(bcp47, TABLE))) return exact;
  for (let length = form.length - 1; length >= MIN_STEM && length >= form.length - MAX_ENDING; length--) {
    const month = months.get(form.slice(0, length));
    if (month !== undefined && !month.isBrief) return month;
  }
  return findByStem(form, months);
}

/** באוקטובר is "in October": one letter of ב, ל, מ, ה before the name. */
function behindHebrewPrefix(form: string, months: Names): Month | undefined {
  return /^[בלמה]/.test(form) ? months.get(form.slice(1)) : undefined;
}

/** октябре beside октябрь: the last letter of the name gives way to the ending. */
function findByStem(form: string, months: Names): Month | undefined {
  for (const [name, month] of months) {
    const stem = name.length - MAX_LOST;
    if (month.isBrief || stem < MIN_STEM || form.length > stem + MAX_ENDING) continue;
    if (form.startsWith(name.slice(0, stem))) return month;
  }
  return undefined;
}

/** The month whose name begins exactly at a position. */
export function monthAt(text: string, at: number, months: Months, bcp47: string): MonthPlace | undefined {
  if (bcp47 === 'th') return thaiMonthAt(text, at, months.names);
  const word = wordAt(text, at);
  if (word === undefined) return undefined;
  const month = monthOf(word, months, bcp47);
  return month === undefined || !isWritten(text, word, month, bcp47) ? undefined : place(text, word, month);
}

/** Thai runs on behind the month (ตุลาคมนี้), and abbreviates with two dots (ต.ค.). */
const THAI_BRIEF: readonly string[] = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(
  ' ',
);

function thaiMonthAt(text: string, at: number, months: Names): MonthPlace | undefined {
  const brief = THAI_BRIEF.findIndex((name) => text.startsWith(name, at));
  if (brief >= 0)
    return { number: brief + 1, isBrief: true, start: at, end: at + (THAI_BRIEF[brief]?.length ?? 0) };
  for (const [name, month] of months) {
    if (!month.isBrief && text.startsWith(name, at)) return { ...month, start: at, end: at + name.length };
  }
  return undefined;
}

/** Thai runs on before the month, too: เดือนตุลาคม. */
function thaiMonthEndingAt(text: string, end: number, months: Names): MonthPlace | undefined {
  const brief = THAI_BRIEF.findIndex((name) => text.endsWith(name, end));
  if (brief >= 0)
    return { number: brief + 1, isBrief: true, start: end - (THAI_BRIEF[brief]?.length ?? 0), end };
  for (const [name, month] of months) {
    if (!month.isBrief && text.endsWith(name, end)) return { ...month, start: end - name.length, end };
  }
  return undefined;
}

/** The month whose name, with its dot, ends exactly at a position. */
export function monthEndingAt(
  text: string,
  end: number,
  months: Months,
  bcp47: string,
): MonthPlace | undefined {
  if (bcp47 === 'th') return thaiMonthEndingAt(text, end, months.names);
  const word = wordEndingAt(text, isOneOf(text, end - 1, '.') ? end - 1 : end);
  if (word === undefined) return undefined;
  const month = monthOf(word, months, bcp47);
  return month === undefined || !isWritten(text, word, month, bcp47) ? undefined : place(text, word, month);
}

function place(text: string, word: Word, month: Month): MonthPlace {
  const end = month.isBrief && text[word.end] === '.' ? word.end + 1 : word.end;
  return { ...month, start: word.start, end };
}

/** Languages that write months with a capital: without it, "may" and "mar" are other words. */
const CAPITALISED: ReadonlySet<string> = new Set(
  'en de lb el cy ga gd id ms jv fil sw so ha ig om rw xh zu yo wo'.split(' '),
);

function isWritten(text: string, word: Word, month: Month, bcp47: string): boolean {
  const first = text[word.start] ?? '';
  const isLower = first !== first.toUpperCase();
  const key = tableKey(bcp47, TABLE);
  if (isLower && CAPITALISED.has(key)) return false;
  if (!month.isBrief || text[word.end] === '.' || (key === 'en' && !isLower)) return true;
  return isBetweenDayAndYear(text, word, bcp47);
}

/** Years in which an abbreviation without a dot is a month; round ones are amounts as often: 3 lis 2000. */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2059;
const ROUND = 50;

/** 15 Okt 2026, but not 12 sept 2021 euros. */
function isBetweenDayAndYear(text: string, word: Word, bcp47: string): boolean {
  const start = word.end + 1;
  const end = digitsEnd(text, start);
  if (!isSpace(text, word.end) || end - start !== 4) return false;
  const at = isOneOf(text, word.start - 2, '.') ? word.start - 3 : word.start - 2;
  if (!isSpace(text, word.start - 1) || !isDigit(text, at)) return false;
  const year = digitsValue(text, start, end);
  return (
    year >= FIRST_YEAR && year <= LAST_YEAR && year % ROUND !== 0 && !hasUnitOrMagnitude(text, end, bcp47)
  );
}
