/**
 * What a word of a date may be: a month, a day of the week, a half of the day, a filler. Owns the look-up in the table
 * of CLDR, which is taken apart when the first name is asked for, and the names of other calendars.
 */
import {
  DATE_FILLERS,
  DAY_FIRST,
  DAY_NAMES,
  HALF_NAMES,
  MONTH_NAMES,
} from '../../lexicon/data/calendar-names.ts';
import { SOLAR_MONTHS } from '../../lib/calendar-months.ts';
import { nameKey } from './name-key.ts';

/** Numbers that a name may mean, each with the languages in which it does. */
export type Meanings = ReadonlyMap<number, ReadonlySet<string>>;

export type CalendarName = 'gregorian' | 'hijri' | 'solar';

export interface Names {
  readonly months: ReadonlyMap<string, Meanings>;
  readonly days: ReadonlyMap<string, Meanings>;
  readonly halves: ReadonlyMap<string, Meanings>;
  readonly fillers: ReadonlySet<string>;
  readonly dayFirst: ReadonlySet<string>;
  /** Months of other calendars, 1..12. */
  readonly hijri: ReadonlyMap<string, number>;
  readonly solar: ReadonlyMap<string, number>;
}

/** Months of the Islamic calendar, spellings of a month by commas. */
const HIJRI =
  'محرم,muharram|صفر,safar|ربيع الاول,ربيع الأول,rabi al-awwal|ربيع الاخر,ربيع الآخر,ربيع الثاني,rabi al-thani|جمادي الاولي,جمادى الأولى,جمادي الاول,jumada al-awwal|جمادي الاخرة,جمادى الآخرة,جمادي الثاني,جمادي الاخر,jumada al-thani|رجب,rajab|شعبان,sha’ban,shaban|رمضان,ramadan,ramadhan|شوال,shawwal|ذو القعدة,ذي القعدة,ذوالقعدة,dhu al-qidah|ذو الحجة,ذي الحجة,ذوالحجة,dhu al-hijjah';
/** Words of newsrooms beside those of the patterns. */
const FILLERS =
  'di dal dalla оны ê an ore ob kell pukul jam klo uhr hours hrs hr uhr st nd rd th er re ère ste de e o ος η ης го е й я ko an ºa the of on at and d m г р p t r v u god godz hod y año ano dia día kl klo le la il em as às los del den die der am um om op dated published posted updated م ه dnia roku rok года год року рік года, ngày tháng năm lúc วันที่ เวลา พฤหัส ที่ 요일 曜日 公历 阳历';

let loaded: Names | undefined;

export function dateNames(): Names {
  loaded ??= {
    months: meanings(MONTH_NAMES),
    days: meanings(DAY_NAMES),
    halves: meanings(HALF_NAMES),
    fillers: new Set([...DATE_FILLERS.split('|'), ...FILLERS.split(' ').map(nameKey)]),
    dayFirst: new Set(DAY_FIRST.split('|')),
    hijri: spelled(HIJRI),
    solar: spelled(SOLAR_MONTHS),
  };
  return loaded;
}

function meanings(rows: string): ReadonlyMap<string, Meanings> {
  const table = new Map<string, Map<number, ReadonlySet<string>>>();
  for (const row of rows.split('|')) {
    const equals = row.indexOf('=');
    const [number = '', ...languages] = row.slice(equals + 1).split(' ');
    const name = row.slice(0, equals);
    const known = table.get(name) ?? new Map<number, ReadonlySet<string>>();
    known.set(Number(number), new Set(languages));
    table.set(name, known);
  }
  return table;
}

function spelled(rows: string): ReadonlyMap<string, number> {
  return new Map(
    rows
      .split('|')
      .flatMap((row, place) => row.split(',').map((name) => [nameKey(name), place + 1] as const)),
  );
}

/** Whether a language or locale, by its tag, always writes the day before the month in numbers. */
export function isDayFirst(tag: string): boolean {
  const { dayFirst } = dateNames();
  // A language stands in the table where all its locales agree: then its regions do, too.
  const [language = ''] = tag.split('-', 1);
  return dayFirst.has(tag) || dayFirst.has(language.toLowerCase());
}
