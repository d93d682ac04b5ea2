#!/usr/bin/env node
// How well legacy encodings are told, and what the detector is set to: the settings are chosen on one fold of the stories
// and scored on another, with a letter table that was learned from neither; and, for each language, chosen on all others.
//   npm run build && node src/lexicon/scripts/letter-pairs.mjs --fold 0,1 --write /tmp/letter-pairs.ts
//   node test/quality/encodings.mjs --table /tmp/letter-pairs.ts [--per-pair 3]
// DEDUPE_DATA: folder of the development sets. Prints Markdown rows.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import iconv from 'iconv-lite';
import { foldOf, readCorpus } from '../../src/lexicon/scripts/language-corpus.mjs';

const { values } = parseArgs({
  options: {
    table: { type: 'string' },
    'per-pair': { type: 'string', default: '3' },
    folds: { type: 'string', default: '4' },
  },
});
if (values.table === undefined)
  throw new Error('--table FILE: a letter table that was learned without folds 0 and 1');

const ROOT = resolve(import.meta.dirname, '..', '..');
const program = mkdtempSync(join(tmpdir(), 'dedupe-encodings-'));
process.on('exit', () => rmSync(program, { recursive: true, force: true }));
cpSync(join(ROOT, 'dist'), join(program, 'dist'), { recursive: true });
symlinkSync(join(ROOT, 'node_modules'), join(program, 'node_modules'));
writeFileSync(join(program, 'package.json'), '{"type":"module"}');
// A table is constants with their types.
const table = readFileSync(values.table, 'utf8').replace(/^(export const \w+): .* = (?=["[])/gm, '$1 = ');
writeFileSync(join(program, 'dist/lexicon/data/letter-pairs.js'), table);
const load = async (name) => await import(join(program, 'dist/ingest/encoding', name));
const [{ scoreEncodings }, { decideEncoding }, { loadCodec }, { MULTI_BYTE, SINGLE_BYTE }, { SETTINGS }] =
  await Promise.all(['detect.js', 'legacy.js', 'codec.js', 'candidates.js', 'settings.js'].map(load));
const codec = await loadCodec();

const LENGTHS = [60, 150, 600, 3000];
/** Of a reading: below this it is said to be unsure. Those of `decode.ts`. */
const UNSURE = 0.9;
const UNSURE_DECLARED = 0.5;
/** Models of a language as an encoding writes it. */
const BASE = {
  'ron-cedilla': 'ron',
  'fas-1256': 'fas',
  'urd-1256': 'urd',
  'vie-1258': 'vie',
  'srp-Latn': 'srp',
};
const CHANGED = {
  'ron-cedilla': (text) => text.replace(/[șȘțȚ]/g, (letter) => ({ ș: 'ş', Ș: 'Ş', ț: 'ţ', Ț: 'Ţ' })[letter]),
  'fas-1256': (text) => text.replaceAll('ی', 'ي'),
  'urd-1256': (text) => text.replaceAll('ی', 'ي'),
};
const isCyrillic = (text) => /[\u0400-\u04ff]/.test(text);

const stories = new Map();
for (const { language, text, story, version } of readCorpus().sentences) {
  if (story === undefined) continue;
  const key = `${version} ${story}`;
  const known = stories.get(key) ?? { language, version, story, texts: [] };
  known.texts.push(text);
  stories.set(key, known);
}

function storiesOf(model, fold) {
  const language = BASE[model] ?? model.replace(/-(?:CN|TW)$/, '');
  return [...stories.values()].filter(
    (one) =>
      one.language === language &&
      foldOf(one.story, Number(values.folds)) === fold &&
      (!/^zho-/.test(model) || one.version === model) &&
      (language !== 'srp' || isCyrillic(one.texts[0]) === (model === 'srp')),
  );
}

/** What the encoding can write of a text, and its bytes. */
function written(text, name) {
  const plain = Array.from(text, (character) =>
    character < '\x80' || iconv.decode(iconv.encode(character, name), name) === character ? character : '',
  ).join('');
  return { plain, bytes: iconv.encode(plain, name) };
}

const CEDILLAS = { Ș: 'Ş', ș: 'ş', Ț: 'Ţ', ț: 'ţ' };
const alike = (text) => text.replace(/[ȘșȚț]/g, (letter) => CEDILLAS[letter]);

/** `{ language, length, bytes, candidate, isRight }` of a fold: the candidates by which every letter is right. */
function casesOf(fold) {
  const cases = [];
  const all = [...SINGLE_BYTE, ...MULTI_BYTE];
  for (const candidate of all)
    for (const model of candidate.languages) {
      const own = storiesOf(model, fold).slice(0, Number(values['per-pair']));
      own.forEach(({ texts }, place) => {
        const whole = (CHANGED[model] ?? ((text) => text))(texts.join(' ').normalize('NFC'));
        for (const length of LENGTHS) {
          const from = (place * 97) % Math.max(1, whole.length - length);
          const { plain, bytes } = written(whole.slice(from, from + length), candidate.codec);
          if (!bytes.some((byte) => byte >= 0x80)) continue;
          const isRight = new Set(
            all
              .filter((other) => alike(codec.decode(bytes, other.codec)) === alike(plain))
              .map((one) => one.name),
          );
          cases.push({ language: BASE[model] ?? model, model, length, bytes, candidate, isRight });
        }
      });
    }
  return cases;
}

const LIES = ['windows-1252', 'windows-1251', 'gb18030', 'iso-8859-2'];
const byName = new Map([...SINGLE_BYTE, ...MULTI_BYTE].map((one) => [one.name, one]));

function outcome({ isRight }, choice) {
  if (choice === undefined) return 'refused';
  const sure = choice.confidence >= (choice.isDeclared ? UNSURE_DECLARED : UNSURE);
  if (isRight.has(choice.candidate.name)) return sure ? 'right' : 'right, unsure';
  return sure ? 'silent' : 'wrong, unsure';
}

/** What each outcome costs: a wrong text that nobody is told of is what must not be. */
const COSTS = { right: 0, 'right, unsure': 0.2, 'wrong, unsure': 1, refused: 1, silent: 10 };
/** That an article is called unsure which is right is a false alarm; a headline may well be. */
const ARTICLE = 600;
const FALSE_ALARM = 1;

/** Outcomes of all cases: undeclared, declared rightly, and by each lie that reads the bytes otherwise. */
function judge(cases, scores, settings) {
  return cases.map((one, i) => {
    const { known, unknown } = scores[i];
    const told = (meant, by = known) => outcome(one, decideEncoding(by, meant, settings));
    const lies = LIES.filter((name) => !one.isRight.has(name)).map((name) => told(byName.get(name)));
    return {
      language: one.language,
      length: one.length,
      plain: told(undefined),
      honest: told(one.candidate),
      lies,
      unknown: unknown === undefined ? [] : [told(one.candidate, unknown)],
    };
  });
}

/** A declaration is right much more often than one of these lies is met. */
function costOf({ length, plain, honest, lies, unknown }) {
  const cost = (one) => (one === 'right, unsure' && length >= ARTICLE ? FALSE_ALARM : COSTS[one]);
  const mean = (all) => all.reduce((sum, one) => sum + cost(one), 0) / Math.max(1, all.length);
  return cost(plain) + 3 * cost(honest) + 3 * mean(unknown) + mean(lies);
}
const total = (judged, wanted = () => true) =>
  judged.reduce((sum, one) => sum + (wanted(one.language) ? costOf(one) : 0), 0);

const [chosenOn, scoredOn] = [casesOf(0), casesOf(1)];
console.error(`${chosenOn.length} texts to choose by, ${scoredOn.length} to score`);
/**
 * Of each text its scores, and those where the models of its language are unknown, as those of most languages are; none of
 * the latter where no other language is written in the encoding.
 */
function scoresWith(cases, settings) {
  const all = [...SINGLE_BYTE, ...MULTI_BYTE];
  const languages = all.map((candidate) => candidate.languages);
  return cases.map(({ language, candidate, bytes }) => {
    const known = scoreEncodings(bytes, codec, settings);
    const isOther = (model) => (BASE[model] ?? model) !== language;
    if (!candidate.languages.some(isOther)) return { known };
    for (const one of all) if (one.languages.some(isOther)) one.languages = one.languages.filter(isOther);
    const unknown = scoreEncodings(bytes, codec, settings);
    all.forEach((one, i) => {
      one.languages = languages[i];
    });
    return { known, unknown };
  });
}

/** Values that are tried, one setting at a time from the shipped ones on. */
const LETTERS = { upperInside: [5, 7, 10] };
// What is refused as noise is not chosen here: the weight of lies alone would move it, at the cost of articles that are right
// (said to be unsure, 2 to 7 in a hundred) and of languages without a model (refused, 5 in a hundred).
const DECISIONS = {
  trust: [0.2, 0.3, 0.4, 0.5, 0.7, 1],
  declared: [3, 6, 12, 16, 24, 36],
  declaredPerByte: [0, 0.25, 0.5, 1, 1.5, 2, 3, 4, 6],
};

/** Settings with their outcomes on both folds: each that the descent met. */
const met = new Map();
const scored = new Map();
function meet(settings) {
  const key = JSON.stringify(settings);
  const known = met.get(key);
  if (known !== undefined) return known;
  const letters = JSON.stringify(Object.keys(LETTERS).map((name) => settings[name]));
  if (!scored.has(letters)) {
    scored.clear();
    scored.set(letters, [scoresWith(chosenOn, settings), scoresWith(scoredOn, settings)]);
  }
  const [first, second] = scored.get(letters);
  const found = {
    settings,
    chosen: judge(chosenOn, first, settings),
    held: judge(scoredOn, second, settings),
  };
  met.set(key, found);
  return found;
}

let best = meet(SETTINGS);
for (const table of [DECISIONS, LETTERS, DECISIONS])
  for (const [name, tried] of Object.entries(table)) {
    const from = best;
    for (const value of tried) {
      const one = meet({ ...from.settings, [name]: value });
      if (total(one.chosen) < total(best.chosen)) best = one;
    }
    if (best !== from)
      console.error(
        `${name} ${from.settings[name]} -> ${best.settings[name]}: ${total(best.chosen).toFixed(1)}`,
      );
  }

const share = (judged, pick, what) => {
  const all = judged.flatMap((one) => pick(one));
  return `${all.filter((one) => what.includes(one)).length} of ${all.length}`;
};
function rows(name, judged) {
  for (const length of LENGTHS) {
    const own = judged.filter((one) => one.length === length);
    const parts = [(one) => [one.plain], (one) => [one.honest], (one) => one.unknown, (one) => one.lies].map(
      (pick) =>
        `${share(own, pick, ['right', 'right, unsure'])} | ${share(own, pick, ['silent'])} | ${share(own, pick, ['right, unsure'])}`,
    );
    console.log(`| ${name} | ${length} | ${parts.join(' | ')} |`);
  }
}
console.log(
  '| settings | letters | right | silent | right, unsure | declared: right | silent | unsure | declared, no model of the language: right | silent | unsure | lies: right | silent | unsure |',
);
const shipped = meet(SETTINGS);
rows('before, fold of choice', shipped.chosen);
rows('before, held out', shipped.held);
rows('chosen, fold of choice', best.chosen);
rows('chosen, held out', best.held);
// For each language the settings that were best for all others.
const languages = [...new Set(scoredOn.map(({ language }) => language))].sort();
const leftOut = languages.flatMap((language) => {
  const others = [...met.values()].reduce((least, one) =>
    total(one.chosen, (name) => name !== language) < total(least.chosen, (name) => name !== language)
      ? one
      : least,
  );
  return others.held.filter((one) => one.language === language);
});
rows('chosen on the other languages, held out', leftOut);
console.log(JSON.stringify(best.settings));
