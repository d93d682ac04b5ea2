#!/usr/bin/env node
// Writes src/lexicon/data/calendar-names.ts: names of months and days of the week in all locales of CLDR, wide and
// abbreviated, as they stand in dates and alone, with the daily spellings of months.ts.
//   node src/lexicon/scripts/calendar-names.mjs
// Reads the package cldr-dates-full, not the running Node: the table depends on nothing else.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { nameKey } from '../../../dist/ingest/dates/name-key.js';
import { MONTH_ROWS } from '../../../dist/lexicon/data/months.js';

const require = createRequire(import.meta.url);
const home = dirname(require.resolve('cldr-dates-full/package.json'));
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Name to number to languages. */
const months = new Map();
const days = new Map();

function add(table, written, number, language) {
  // Names with digits ("8月", "M08") are read as numbers, single letters mean too much.
  const name = nameKey(written);
  const isShort = name.length < 2 && !/[\p{Script=Hani}\p{Script=Hang}]/u.test(name);
  if (/\p{Nd}/u.test(name) || isShort || !/^\p{L}/u.test(name)) return;
  if (!table.has(name)) table.set(name, new Map());
  const numbers = table.get(name);
  if (!numbers.has(number)) numbers.set(number, new Set());
  numbers.get(number).add(language);
}

/** am and pm. */
const halves = new Map();
/** Words that stand in dates and mean nothing. */
const words = new Set();

/** The words of a pattern that are no fields. */
function addWords(pattern) {
  const literal = pattern
    .replace(/'([^']*)'/gu, (_, quoted) => quoted.replace(/[A-Za-z]/gu, (letter) => `\u0001${letter}`))
    .replace(/(?<!\u0001)[A-Za-z]/gu, ' ')
    .replaceAll('\u0001', '')
    .replace(/\{\d\}/gu, ' ');
  for (const [word] of literal.matchAll(/[\p{L}\p{M}][\p{L}\p{M}.’']*/gu))
    if (nameKey(word) !== '') words.add(nameKey(word));
}

// Of weeks and quarters no day is told.
const patternsOf = (formats) =>
  Object.entries(formats).flatMap(([name, format]) => {
    if (typeof format === 'string') return /^[^a-z]*[wWqQ]|[wWqQ]$/u.test(name) ? [] : [format];
    return typeof format === 'object' ? patternsOf(format) : [];
  });

/** Locales that write the day first in numbers; a language where all of its locales do. */
const orders = new Map();

function addOrder(locale, pattern) {
  const fields = pattern
    .replace(/'[^']*'/gu, '')
    .replace(/[^dMy]/gu, '')
    .replace(/(.)\1+/gu, '$1');
  const language = locale.split('-')[0];
  for (const tag of new Set([locale, language])) orders.set(tag, [...(orders.get(tag) ?? []), fields]);
}

for (const locale of readdirSync(join(home, 'main')).sort()) {
  const file = JSON.parse(readFileSync(join(home, 'main', locale, 'ca-gregorian.json'), 'utf8'));
  const calendar = file.main[locale].dates.calendars.gregorian;
  const { months: ofMonths, days: ofDays } = calendar;
  const language = locale.split('-')[0];
  if (language === 'root' || language === 'und') continue;
  for (const use of ['format', 'stand-alone']) {
    for (const width of ['wide', 'abbreviated']) {
      for (const [number, name] of Object.entries(ofMonths[use][width]))
        add(months, name, Number(number), language);
    }
    for (const width of ['wide', 'abbreviated', 'short']) {
      for (const [number, day] of DAYS.entries()) add(days, ofDays[use][width][day], number, language);
    }
  }
}
for (const locale of readdirSync(join(home, 'main')).sort()) {
  const { main } = JSON.parse(readFileSync(join(home, 'main', locale, 'ca-gregorian.json'), 'utf8'));
  const calendar = main[locale].dates.calendars.gregorian;
  const { dateFormats, timeFormats, dateTimeFormats, dayPeriods, eras } = calendar;
  for (const pattern of patternsOf([dateFormats, timeFormats, dateTimeFormats])) addWords(pattern);
  const { short } = dateFormats;
  addOrder(locale, typeof short === 'string' ? short : (short._value ?? ''));
  // The common era.
  for (const names of Object.values(eras))
    for (const [era, name] of Object.entries(names))
      if (/^1/.test(era)) addWords(`'${name.replaceAll("'", '’')}'`);
  for (const use of ['format', 'stand-alone']) {
    for (const width of ['wide', 'abbreviated']) {
      for (const half of ['am', 'pm'])
        add(halves, dayPeriods[use][width][half], half === 'am' ? 0 : 1, locale.split('-')[0]);
    }
  }
}
for (const [locale, row] of MONTH_ROWS) {
  row.split('|').forEach((names, place) => {
    for (const name of names.split(/[/ ]/))
      if (name !== '') add(months, name, place + 1, locale.split('-')[0]);
  });
}

/** Rows "name=number" where all languages agree; else with the languages of each meaning. */
function rowsOf(table) {
  const rows = [];
  for (const [name, numbers] of [...table].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const [number, languages] of [...numbers].sort(([a], [b]) => a - b)) {
      rows.push(
        `${name}=${number}${[...languages]
          .sort()
          .map((language) => ` ${language}`)
          .join('')}`,
      );
    }
  }
  return rows;
}

const quoted = (text) => JSON.stringify(text);
writeFileSync(
  new URL('../data/calendar-names.ts', import.meta.url),
  `/**
 * Names of months and days of the week in all languages of CLDR ${version} (Unicode-3.0). Made by
 * \`src/lexicon/scripts/calendar-names.mjs\` from cldr-dates-full and months.ts; do not edit. Rows of "name=number
 * languages", names as \`nameKey\` writes them; months count from 1, days from 0 (Sunday).
 */
export const MONTH_NAMES = ${quoted(rowsOf(months).join('|'))};
export const DAY_NAMES = ${quoted(rowsOf(days).join('|'))};
/** Halves of the day: 0 before noon, 1 after it. */
export const HALF_NAMES = ${quoted(rowsOf(halves).join('|'))};
/** Locales, and languages of which all locales agree, that write 3/4/2020 for 3 April. */
export const DAY_FIRST = ${quoted(
    [...orders]
      .filter(([, found]) => found.every((fields) => fields === 'dMy'))
      .map(([tag]) => tag)
      .sort()
      .join('|'),
  )};
/** Words that stand in dates and mean nothing by themselves, as its patterns have them. */
export const DATE_FILLERS = ${quoted(
    [...words]
      .filter((word) => !months.has(word) && !days.has(word))
      .sort()
      .join('|'),
  )};
`,
);
