import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/features/dates/index.ts';
import { type Claim, findNumbers } from '../../src/features/numbers/index.ts';
import type { DateMention, NumberMention } from '../../src/model/features.ts';
import { leastTime } from '../helpers/growth.ts';

const LANGUAGES = 'en de fr es pt ru pl hu lt lv tr ar fa he hi th vi ja zh zh-Hant ko sw ro und xx'.split(
  ' ',
);
const PIECES = [
  ' ',
  ' ',
  ' ',
  '.',
  ',',
  ':',
  '-',
  '–',
  '/',
  '$',
  '€',
  '%',
  '(',
  '\n',
  "'",
  '٫',
  '0',
  '1',
  '12',
  '28',
  '2025',
  '1999',
  '14:30',
  '1,234',
  '.5',
  '000',
  '١٢',
  '५',
  '๕',
  '三十五',
  '二〇二五',
  '年',
  '月',
  '日',
  '10月',
  '億',
  '万',
  '만',
  '년 ',
  '월 ',
  '第',
  '百分之',
  'พ.ศ. ',
  'October',
  'Oktober',
  'octubre',
  ' de ',
  'октября',
  'года',
  'spalio',
  ' m. ',
  'tháng',
  'năm',
  'million',
  'Mrd.',
  'млрд',
  'bn',
  'k',
  'percent',
  'Prozent',
  'por ciento',
  'dollars',
  'USD',
  'km',
  '°C',
  'th',
  '-й',
  'pm',
  'Uhr',
  'two',
  'zwanzig',
  'a',
  'Ж',
  '\u{1f600}',
  '\ud800',
  'ב-',
];
const text = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const language = fc.constantFrom(...LANGUAGES);
const RUNS = { numRuns: 2000 };

function expectPlaces(source: string, mentions: readonly (NumberMention | DateMention)[]): void {
  let floor = 0;
  for (const mention of mentions) {
    expect(mention.start).toBeGreaterThanOrEqual(floor);
    expect(mention.text.length).toBeGreaterThan(0);
    expect(source.slice(mention.start, mention.start + mention.text.length)).toBe(mention.text);
    floor = mention.start + mention.text.length;
  }
}

const claimsOf = (dates: readonly DateMention[]): readonly Claim[] =>
  dates.map((date) => [date.start, date.start + date.text.length]);

describe('findNumbers', () => {
  it('gives finite values at their places, in order, disjoint, the same each time', () => {
    fc.assert(
      fc.property(text, language, (source, bcp47) => {
        const numbers = findNumbers(source, bcp47);
        expectPlaces(source, numbers);
        for (const number of numbers) expect(Number.isFinite(number.value)).toBe(true);
        expect(findNumbers(source, bcp47)).toEqual(numbers);
      }),
      RUNS,
    );
  });

  it('reports nothing that dates claimed', () => {
    fc.assert(
      fc.property(text, language, (source, bcp47) => {
        const dates = findDates(source, bcp47);
        const numbers = findNumbers(source, bcp47, claimsOf(dates));
        expectPlaces(source, numbers);
        for (const number of numbers) {
          const end = number.start + number.text.length;
          expect(dates.some((date) => date.start < end && number.start < date.start + date.text.length)).toBe(
            false,
          );
        }
      }),
      RUNS,
    );
  });

  it('reads back what a language writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.constantFrom('en', 'de', 'fr', 'hi', 'ja', 'ar'),
        (value, bcp47) => {
          const written = new Intl.NumberFormat(`${bcp47}-u-nu-latn`).format(value);
          expect(findNumbers(`( ${written} )`, bcp47).map((number) => number.value)).toEqual([value]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('findDates', () => {
  it('gives days that exist at their places', () => {
    fc.assert(
      fc.property(text, language, (source, bcp47) => {
        const dates = findDates(source, bcp47);
        expectPlaces(source, dates);
        for (const { iso } of dates) {
          expect(iso).toMatch(/^(?:\d{4}|\d{4}-\d\d|\d{4}-\d\d-\d\d|--\d\d-\d\d)$/);
          if (iso.length === 10) expect(new Date(iso).toISOString().slice(0, 10)).toBe(iso);
        }
      }),
      RUNS,
    );
  });

  it('reads back what CLDR writes', () => {
    const day = fc.date({
      min: new Date(Date.UTC(1900, 0, 1)),
      max: new Date(Date.UTC(2100, 0, 1)),
      noInvalidDate: true,
    });
    const languages =
      'en de fr es pt it nl da nb sv fi pl cs sk sl hr ru uk bg el tr id vi hi he fa ar hu lt lv ja zh ko ro et ca'.split(
        ' ',
      );
    fc.assert(
      fc.property(day, fc.constantFrom(...languages), (date, bcp47) => {
        const written = new Intl.DateTimeFormat(`${bcp47}-u-ca-gregory-nu-latn`, {
          dateStyle: 'long',
          timeZone: 'UTC',
        }).format(date);
        expect([written, ...findDates(`( ${written} )`, bcp47).map((found) => found.iso)]).toEqual([
          written,
          date.toISOString().slice(0, 10),
        ]);
      }),
      RUNS,
    );
  });
});

describe('time', () => {
  it('stays linear on hostile input', async () => {
    const hostile = [
      '1,',
      '1.',
      '1 ',
      '1:',
      '2025-',
      '万1',
      '1万',
      'a1',
      'two-',
      '28 to ',
      '100 000 ',
      '(-',
      '1 million ',
    ];
    for (const unit of hostile) {
      const source = unit.repeat(40_000 / unit.length);
      const spent = await leastTime(1500, () => {
        findDates(source, 'fr');
        findNumbers(source, 'fr');
      });
      expect(spent, unit).toBeLessThanOrEqual(1500);
    }
  });
});
