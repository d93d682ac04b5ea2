#!/usr/bin/env node
// Makes data/ideographic-names.ts: how names in ideographs are read (高市早苗 takaichi sanae, 習近平 xi jinping).
//   node src/lexicon/scripts/ideographic-names.mjs ENAMDICT EDICT [--stdout]
// The two files are those of Debian's packages `enamdict` and `edict` (EUC-JP), made by the Electronic Dictionary
// Research and Development Group (CC BY-SA 3.0). Persons of ENAMDICT are cut into family and given name where both parts
// are entries with those readings: what no person has is left out, so that 150,000 possible readings become 12,000 that
// people have. Words of EDICT never stand for a family name by themselves.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import anyAscii from 'any-ascii';
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js';
import { skeletonOf } from '../../../dist/features/names/skeleton.js';

const [names, words] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (words === undefined) throw new Error('say where ENAMDICT and EDICT are');
const TARGET = resolve(import.meta.dirname, '..', 'data', 'ideographic-names.ts');
/** Readings of one form that are kept: each that a fifth of its bearers have. */
const SHARE = 0.2;

const lines = (file) => iconv.decode(readFileSync(file), 'euc-jp').split('\n');
const HAN = /^\p{Script=Han}+$/u;
const byUnits = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Letters of a name as newspapers write it: Satou, Satō and Sato are one. */
function reading(word) {
  const plain = word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return plain.replace(/o[ou]/g, 'o').replace(/uu/g, 'u');
}

const entries = lines(names).flatMap((line) => {
  const [, form, kana, kinds, english] = /^(\S+) (?:\[(\S+)\] )?\/\(([a-z,-]+)\) (.*)\/$/.exec(line) ?? [];
  return form !== undefined && HAN.test(form)
    ? [{ form, kana: kana ?? '', kinds: kinds.split(','), english }]
    : [];
});
/** What common words mean: nearly every family name is also a word that nobody writes. */
const meanings = new Map(
  lines(words)
    .filter((line) => line.includes('/(P)/'))
    .map((line) => [line.split(/[ (]/, 1)[0], line.slice(line.indexOf('/'))]),
);
/** Beginnings of common words of one more sign: 大部分 is no Mr 大部. */
const opensWord = new Set([...meanings.keys()].map((word) => word.slice(0, -1)));
/** A dictionary that explains 北京 as Beijing knows no other word of that form. */
const isWord = (form, sounds) => {
  const meaning = meanings.get(form);
  return meaning !== undefined && !sounds.some((sound) => reading(meaning).includes(sound));
};

const parts = new Set();
for (const { form, kinds, english } of entries) {
  const name = english.split(/[,(]/)[0].trim();
  if (kinds.includes('h') || form.length > 4 || !/^[A-Za-z'-]+$/.test(name)) continue;
  for (const kind of kinds) parts.add(`${form} ${kind} ${reading(name)}`);
}
const has = (form, kinds, sound) => [...kinds].some((kind) => parts.has(`${form} ${kind} ${sound}`));

const family = new Map();
const given = new Map();
const persons = new Map();
function count(table, form, sound) {
  const known = table.get(form) ?? new Map();
  known.set(sound, (known.get(sound) ?? 0) + 1);
  table.set(form, known);
}
for (const { form, kana, kinds, english } of entries) {
  if (!kinds.includes('h')) continue;
  const written = english.split(/[,(/]/)[0].trim().split(/\s+/);
  if (written.length !== 2 || !written.every((word) => /^\p{Lu}[\p{L}'-]+$/u.test(word))) continue;
  const sounds = written.map(reading);
  const cut = [...form].findIndex(
    (_, i) => i > 0 && has(form.slice(0, i), 'su', sounds[0]) && has(form.slice(i), 'fmgu', sounds[1]),
  );
  if (cut > 0) {
    count(family, form.slice(0, cut), sounds[0]);
    count(given, form.slice(cut), sounds[1]);
  } else if (isForeign(form, kana, sounds.join(''))) persons.set(form, sounds.join(' '));
}

/** Chinese and Korean persons have a Japanese reading that is another word than their name in Latin letters. */
function isForeign(form, kana, latin) {
  if (form.length > 4 || kana === '' || /^(?:emperor|empress|baron)/.test(latin)) return false;
  return (
    /^\p{Script=Katakana}/u.test(kana) ||
    skeletonOf(anyAscii(kana), 'romanised') !== skeletonOf(latin, 'romanised')
  );
}

/** Cities and prefectures of Japan without the word for what they are; cities of China, Korea and Taiwan; capitals. */
const places = new Map();
const TOWN = /^([A-Z][a-z']+)(?: (?:city|prefecture))?$/i;
const NOTE = /^([A-Z][a-z']+)(?: \(([^)]*)\)|, ([A-Z][A-Za-z ]*))(?:\/|$)/;
const COUNTRIES = new Set(['China', 'Taiwan', 'North Korea', 'South Korea']);
const isNote = (note, country) =>
  COUNTRIES.has(note ?? country) ||
  note === 'city' ||
  note === 'port city in South Korea' ||
  note?.startsWith('island prefecture') === true;
const CAPITALS = new Set(['東京', '台北', '平壌']);
for (const { form, kinds, english } of entries) {
  if (!kinds.includes('p')) continue;
  const bare = /[市県府]$/.test(form) ? form.slice(0, -1) : form;
  const isTown = (bare !== form && / prefecture$/i.test(english)) || CAPITALS.has(form);
  const [, name, note, country] = (isTown ? TOWN : NOTE).exec(english) ?? [];
  if (!isTown && !isNote(note, country)) continue;
  if (name !== undefined) count(places, /\(city\)/.test(english) || isTown ? bare : form, reading(name));
}

/** Forms with their commonest readings: those that a fifth of the bearers have, two at most. */
function read(table) {
  return [...table].map(([form, sounds]) => {
    const all = [...sounds.values()].reduce((a, b) => a + b, 0);
    const kept = [...sounds]
      .filter(([, n]) => n >= SHARE * all)
      .sort((a, b) => b[1] - a[1] || byUnits(a[0], b[0]));
    return [form, kept.slice(0, 2).map(([sound]) => sound)];
  });
}

const toSimplified = Converter({ from: 'jp', to: 'cn' });
const toTraditional = Converter({ from: 'jp', to: 't' });

/** `sound form,form,...;` for each sound, in order; with the forms that Chinese writes. */
function grouped(rows) {
  const bySound = new Map();
  for (const [form, sounds] of rows) {
    const forms = new Set([form, toSimplified(form), toTraditional(form)]);
    for (const sound of sounds) {
      const known = bySound.get(sound) ?? new Set();
      for (const each of forms) if (each.length === form.length) known.add(each);
      bySound.set(sound, known);
    }
  }
  return [...bySound]
    .sort((a, b) => byUnits(a[0], b[0]))
    .map(([sound, forms]) => `${sound}${[...forms].sort(byUnits).join(',')}`)
    .join(';');
}

const rows = read(family).filter(([form]) => form.length <= 3);
const standsAlone = ([form, sounds]) => form.length > 1 && !isWord(form, sounds) && !opensWord.has(form);
const placeRows = read(places).filter(
  ([form, sounds]) => form.length > 1 && form.length < 5 && !isWord(form, sounds),
);
const isPlace = new Set(placeRows.map(([form]) => form));
const tables = {
  FAMILY_NAMES: rows.filter((row) => standsAlone(row) && !isPlace.has(row[0])),
  FAMILY_NAMES_IN_FULL: rows.filter((row) => !standsAlone(row) || isPlace.has(row[0])),
  GIVEN_NAMES: read(given).filter(([form]) => form.length <= 3),
  PERSONS: [...persons].filter(([form]) => form.length > 2).map(([form, sound]) => [form, [sound]]),
  CITIES: placeRows,
};
const output = `/**
 * How names in ideographs are read: \`sound form,form;\`, with the forms that Chinese writes. Family names that may stand
 * alone in Japanese are no word of a dictionary. Written by scripts/ideographic-names.mjs.
 * Data: ENAMDICT and EDICT, Electronic Dictionary Research and Development Group (CC BY-SA 3.0); see NOTICE.md.
 */
${Object.entries(tables)
  .map(([name, table]) => `export const ${name} =\n${wrapped(grouped(table))};`)
  .join('\n')}
`;
function wrapped(text) {
  const pieces = text.match(/.{1,200}/gu) ?? [];
  return pieces.map((piece) => `  '${piece}'`).join(' +\n');
}
if (process.argv.includes('--stdout')) process.stdout.write(output);
else writeFileSync(TARGET, output);
for (const [name, table] of Object.entries(tables)) process.stderr.write(`${name} ${table.length}\n`);
