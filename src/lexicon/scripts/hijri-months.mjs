#!/usr/bin/env node
// Writes src/lexicon/data/hijri-months.ts: the lengths of the months of the Umm al-Qura calendar, as ICU knows them.
//   node src/lexicon/scripts/hijri-months.mjs
// The table is committed so that results do not change with Node.
import { writeFileSync } from 'node:fs';

const FIRST = 1343;
const LAST = 1500;
const DAY = 86_400_000;
const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});
const starts = [];
for (let time = Date.UTC(1920, 0, 1); starts.length <= 12 * (LAST - FIRST + 1); time += DAY) {
  const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  if (Number(parts.day) === 1 && Number.parseInt(parts.year, 10) >= FIRST) starts.push(time / DAY);
}
let rows = '';
for (let year = 0; year <= LAST - FIRST; year++) {
  let bits = 0;
  for (let month = 0; month < 12; month++) {
    const at = 12 * year + month;
    if (starts[at + 1] - starts[at] === 30) bits |= 1 << month;
  }
  rows += bits.toString(16).padStart(3, '0');
}
writeFileSync(
  new URL('../data/hijri-months.ts', import.meta.url),
  `/**
 * Months of the Umm al-Qura calendar. Made by \`src/lexicon/scripts/hijri-months.mjs\` with ICU ${process.versions.icu}
 * (Unicode-3.0); do not edit.
 */
export const FIRST_HIJRI_YEAR = ${FIRST};
export const LAST_HIJRI_YEAR = ${LAST};
/** Days since 1970 of 1 Muharram of the first year. */
export const FIRST_HIJRI_DAY = ${starts[0]};
/** Of each year three digits in hexadecimal: a bit for each month of 30 days, the first month lowest. */
export const HIJRI_MONTHS = '${rows}';
`,
);
