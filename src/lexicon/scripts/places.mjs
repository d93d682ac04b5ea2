#!/usr/bin/env node
// Writes data/places.ts: names of countries and continents in about 110 locales, from the CLDR inside Node.
//   node src/lexicon/scripts/places.mjs [--check]      (--check: write nothing, fail when the file is out of date)
// Built once and committed: were the names asked of Intl at run time, a result would change with the version of Node.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const TARGET = resolve(import.meta.dirname, '..', 'data', 'places.ts');

const LOCALES = (
  'af am ar as az be bg bn bo bs ca ckb cs cy da de el en es et eu fa fi fil fo fr fy ga gd gl gu ha he hi hr hu hy ' +
  'id ig is it ja jv ka kk km kn ko ku ky lb lo lt lv mg mk ml mn mr ms mt my nb ne nl nn om or pa pl ps pt qu ro ru ' +
  'sc sd si sk sl so sq sr sr-Latn sv sw ta te tg th ti tk to tr tt ug uk ur uz uz-Cyrl vi yi yo yue zh zh-Hant zu'
).split(' ');
// Continents and unions by UN M.49; smaller regions ("Western Asia") are descriptions, not names.
const REGIONS = ['EU', 'UN', '002', '003', '005', '009', '142', '150'];
// News means the United States by the continent's name; so its name is one more name of the country.
const NAMED_BY = { US: '019' };

// Names in daily use that CLDR holds only as `alt` forms, which Intl does not give, or that are abbreviations.
const DAILY = {
  en: {
    GB: 'Britain/Great Britain/British',
    US: 'America/USA',
    EU: 'EU',
    DE: 'German',
    FR: 'French',
    NL: 'Dutch',
    CH: 'Swiss',
    ES: 'Spanish',
    SE: 'Swedish',
    DK: 'Danish',
    PL: 'Polish',
    FI: 'Finnish',
    IE: 'Irish',
    GR: 'Greek',
    SA: 'Saudi',
    KR: 'Korea',
    NO: 'Norwegian',
    PT: 'Portuguese',
    AR: 'Argentine',
    BE: 'Belgian',
    TR: 'Turkey/Turkish',
    CZ: 'Czech Republic/Czech',
    CI: 'Ivory Coast',
    MM: 'Burma',
    MK: 'Macedonia',
    VA: 'Vatican',
  },
  de: { GB: 'Großbritannien/Britannien', CZ: 'Tschechische Republik', VA: 'Vatikan', EU: 'EU' },
  fr: { GB: 'Grande-Bretagne', VA: 'Vatican', EU: 'UE' },
  es: { GB: 'Gran Bretaña', US: 'EEUU', VA: 'Vaticano', EU: 'UE' },
  pt: { GB: 'Grã-Bretanha', US: 'EUA', VA: 'Vaticano', EU: 'UE' },
  it: { GB: 'Gran Bretagna', US: 'USA', VA: 'Vaticano', EU: 'UE' },
  nl: { GB: 'Groot-Brittannië/Engeland', US: 'VS', VA: 'Vaticaan', EU: 'EU' },
  pl: { US: 'USA', CZ: 'Czechy', VA: 'Watykan', EU: 'UE' },
  ru: { EU: 'ЕС', VA: 'Ватикан', KR: 'Южная Корея', KP: 'Северная Корея', BY: 'Белоруссия' },
  uk: { US: 'США', EU: 'ЄС', GB: 'Британія' },
  ja: { US: '米国', KP: '北朝鮮', EU: '欧州', CN: '中国' },
  zh: { EU: '欧洲联盟', KP: '朝鲜/北韩', GB: '大不列颠' },
  ko: { US: '미국', GB: '영국', EU: '유럽연합/유럽 연합', KP: '북한', UN: '유엔' },
};

// Names that are everyday words of their own language (Lao for `he`, `nation`).
const EVERYDAY = { lo: ['ລາວ', 'ຊາດ'] };

const english = (style) => new Intl.DisplayNames(['en'], { type: 'region', style, fallback: 'none' });

function regionCodes() {
  const names = english('long');
  const codes = [...REGIONS];
  for (let first = 65; first <= 90; first++) {
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second);
      if (['ZZ', 'XA', 'XB', 'QO', 'EZ', 'EU', 'UN'].includes(code) || names.of(code) === undefined) continue;
      // Codes of states that are gone are mapped to their successor and drop out here.
      if (new Intl.Locale(`und-${code}`).region === code) codes.push(code);
    }
  }
  return codes.sort();
}

/** `Myanmar (Burma)` names two, `Hong Kong (SAR)` one: bracketed words count from four letters on. */
function variants(name) {
  const text = name.trim();
  const open = Math.max(text.lastIndexOf('('), text.lastIndexOf('（'));
  if (open < 0 || !/[)）]$/u.test(text)) return [name];
  const inner = text.slice(open + 1, -1);
  if (/[)）]/u.test(inner)) return [name];
  const outer = text.slice(0, open).trimEnd();
  return inner.length >= 4 && !/[\s.]/u.test(inner) && inner !== inner.toUpperCase()
    ? [outer, inner]
    : [outer];
}

function namesOf(locale, code) {
  const found = new Set();
  for (const style of ['long', 'short']) {
    const name = new Intl.DisplayNames([locale], { type: 'region', style, fallback: 'none' }).of(code);
    if (name !== undefined) for (const variant of variants(name)) found.add(variant);
  }
  if (NAMED_BY[code] !== undefined)
    found.add(new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }).of(NAMED_BY[code]));
  for (const name of (DAILY[locale]?.[code] ?? '').split('/')) if (name !== '') found.add(name);
  return [...found]
    .filter((name) => name !== undefined && !EVERYDAY[locale]?.includes(name))
    .map((name) => name.normalize('NFC').trim())
    .filter((name) => name.length > 1 && !/[|/`\\$]/.test(name));
}

const codes = regionCodes();
const rows = LOCALES.map((locale) => [locale, codes.map((code) => namesOf(locale, code))]);
const englishRow = rows.find(([locale]) => locale === 'en')[1];
const table = rows.map(([locale, names]) => {
  // A name that is the English one is left out: the reader of a Latin table falls back to English.
  const cells = names.map((row, index) => {
    const cell = row.join('/');
    return locale !== 'en' && cell === englishRow[index].join('/') ? '' : cell;
  });
  return `  ${/^[a-z]+$/.test(locale) ? locale : `'${locale}'`}: \`${cells.join('|')}\`,`;
});

const output = `/**
 * Countries and continents by their names in ${LOCALES.length} locales: one string a locale, cells in the order of PLACE_CODES, parted by
 * \`|\`, variants by \`/\`, an empty cell meaning the English name. Written by scripts/places.mjs, not by hand.
 * Data: Unicode CLDR ${process.versions.cldr} through Intl.DisplayNames (ICU ${process.versions.icu}), licence Unicode-3.0 (see NOTICE.md).
 */
export const PLACE_CODES =\n  '${codes.join(' ')}';

// biome-ignore format: generated, one line a locale
export const PLACE_NAMES: Readonly<Record<string, string>> = {
${table.join('\n')}
};
`;
if (process.argv.includes('--check')) {
  if (readFileSync(TARGET, 'utf8') !== output)
    throw new Error(`${TARGET} is out of date: run this script without --check`);
} else {
  writeFileSync(TARGET, output);
}
console.log(
  `${LOCALES.length} locales, ${codes.length} places, ${Math.round(Buffer.byteLength(output) / 1000)} kB`,
);
