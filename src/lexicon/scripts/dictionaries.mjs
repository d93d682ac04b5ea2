// Words and names of many languages with their English, from dictionaries: what sentences of news do not hold. Owns
// reading and pairing them; learns nothing. No entry leaves these scripts.
//   CLDR annotations (cldr-annotations-full, Unicode-3.0): the spoken names of some 1,900 signs in 140 locales.
//   CLDR names of regions, languages, currencies, months and weekdays, as the Intl of Node gives them (Unicode-3.0).
//   Open Multilingual Wordnet, rows of Wiktionary (CC BY-SA 3.0) and of CLDR (Unicode-3.0) that have an English row.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { codeOf, languageOf } from '../../../dist/language/data/tags.js';
import { readSource } from './language-corpus.mjs';

const OMW = 'lexicon/omw.jsonl.gz';
/** Sources of the wordnet whose licences are those of the other data; the rest are not read. */
const OPEN = new Set(['wikt', 'cldr']);
/** Names of the wordnet that `codeOf` does not know. */
const OMW_CODES = new Map(Object.entries({ als: 'sqi', cmn: 'zho', kur: 'kmr', tgl: 'fil', zsm: 'msa' }));
const ANNOTATIONS = join(
  dirname(createRequire(import.meta.url).resolve('cldr-annotations-full/package.json')),
  'annotations',
);

function tagOf(code) {
  return languageOf(codeOf(code), '', 1).bcp47;
}

/** `{ language, text, english }` of all dictionaries for these languages (BCP 47). */
export function readDictionaries(languages) {
  const asked = new Set(languages);
  return [...annotations(), ...[...asked].sort().flatMap(localeNames), ...wordnet()].filter(
    ({ language, text, english }) => asked.has(language) && text !== '' && text !== english,
  );
}

/** The name of each sign, as it is read aloud. */
function annotations() {
  const english = spokenNames('en');
  return readdirSync(ANNOTATIONS)
    .filter((locale) => !locale.startsWith('en'))
    .sort()
    .flatMap((locale) => {
      const language = tagOf(locale.split('-')[0]);
      return Object.entries(spokenNames(locale)).flatMap(([sign, { tts }]) => {
        const name = english[sign]?.tts?.[0];
        return tts === undefined || name === undefined ? [] : [{ language, text: tts[0], english: name }];
      });
    });
}

function spokenNames(locale) {
  const file = readFileSync(join(ANNOTATIONS, locale, 'annotations.json'), 'utf8');
  return JSON.parse(file).annotations.annotations ?? {};
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const TWO_LETTERS = [...LETTERS].flatMap((first) => [...LETTERS].map((second) => first + second));
/** Continents and parts of them (UN M.49). */
const CONTINENTS =
  '001 002 003 005 009 011 013 014 015 017 018 019 021 029 142 143 145 150 151 154 155 419'.split(' ');
const KINDS = {
  region: [...TWO_LETTERS.map((code) => code.toUpperCase()), ...CONTINENTS],
  language: TWO_LETTERS,
  currency: Intl.supportedValuesOf('currency'),
};

function localeNames(language) {
  if (language === 'en' || Intl.DisplayNames.supportedLocalesOf([language]).length === 0) return [];
  const named = Object.entries(KINDS).flatMap(([type, codes]) => {
    const own = new Intl.DisplayNames([language], { type, fallback: 'none' });
    const english = new Intl.DisplayNames(['en'], { type, fallback: 'none' });
    return codes.map((code) => [own.of(code), english.of(code)]);
  });
  const calendar = (locale) => [
    ...Array.from({ length: 12 }, (_, month) =>
      nameOfDay(locale, { month: 'long' }, Date.UTC(2021, month, 15)),
    ),
    ...Array.from({ length: 7 }, (_, day) =>
      nameOfDay(locale, { weekday: 'long' }, Date.UTC(2021, 2, 1 + day)),
    ),
  ];
  const english = calendar('en');
  return [...named, ...calendar(language).map((name, i) => [name, english[i]])]
    .filter(([own, other]) => own !== undefined && other !== undefined)
    .map(([text, other]) => ({ language, text, english: other }));
}

function nameOfDay(locale, style, time) {
  return new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...style, timeZone: 'UTC' }).format(time);
}

/** Each word of a meaning with all English words of that meaning. */
function wordnet() {
  const { rows } = readSource(OMW);
  const english = new Map();
  for (const { lang, synset, lemmas } of rows)
    if (lang === 'eng') english.set(synset, [...(english.get(synset) ?? []), ...lemmas]);
  return rows
    .filter(
      ({ lang, synset, source }) =>
        lang !== 'eng' && english.has(synset) && source.some((one) => OPEN.has(one)),
    )
    .flatMap(({ lang, synset, lemmas }) => {
      const language = tagOf(OMW_CODES.get(lang) ?? lang);
      return lemmas.map((lemma) => ({
        language,
        text: spaced(lemma),
        english: spaced(english.get(synset).join('\n')),
      }));
    });
}

function spaced(lemma) {
  return lemma.replaceAll('_', ' ');
}
