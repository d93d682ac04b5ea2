/**
 * The names of one text, each under a key that articles of other languages share. Owns the order of the steps and
 * what becomes of each word; must not compare articles. Linear in the length of the text.
 */
import { SCRIPTS } from '../../lib/script.ts';
import { unitsOf } from '../../lib/text-units.ts';
import { EMPTY_HASH, hashUnit } from '../../lib/word-table.ts';
import type { WeighedName } from '../../model/features.ts';
import { LONGEST_ENDING, SHORTEST_STEM } from './affixes.ts';
import { type CaseVerdicts, judgeCase, VERDICTS } from './case.ts';
import { LONGEST_WORD } from './keys.ts';
import { KeyList, MentionList, type NameKeys, type NameSink } from './mentions.ts';
import { placeAt, placeOfWords } from './place-lookup.ts';
import { readWord } from './reading.ts';
import { type Ideographs, piecesOf } from './unspaced.ts';
import { MARKS, type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { columnsFor, hasCase, scanWords, type WordColumns, type Words } from './words.ts';

/** Languages that write foreign names with ideographs for their sounds; Japanese has katakana for that. */
const CHINESE = new Set(['zh', 'yue', 'wuu', 'hak', 'nan', 'gan', 'cmn', 'lzh']);

interface Scan {
  readonly text: string;
  readonly units: Uint16Array;
  readonly words: Words;
  readonly cases: CaseVerdicts;
  readonly vocabulary: Vocabulary;
  readonly names: NameSink;
}

/** Room for the words of most texts; a longer one gets its own. */
const COLUMNS: WordColumns = columnsFor(1 << 15);

/** Distinct names of a text in order of first mention; `bcp47` is the language of the text, `und` when unknown. */
export function findNames(text: string, bcp47: string): readonly WeighedName[] {
  const vocabulary = vocabularyOf(bcp47);
  const mentions = new MentionList(text, vocabulary);
  scanNames(text, vocabulary, mentions);
  return mentions.found;
}

const KEYS = new KeyList();

/**
 * The keys of the names that `findNames` finds, in the same order, at a fraction of the cost; valid until the next call.
 */
export function findNameKeys(text: string, bcp47: string): NameKeys {
  const vocabulary = vocabularyOf(bcp47);
  KEYS.begin(vocabulary);
  scanNames(text, vocabulary, KEYS);
  return KEYS;
}

function scanNames(text: string, vocabulary: Vocabulary, names: NameSink): void {
  const units = unitsOf(text);
  const columns = text.length <= COLUMNS.starts.length ? COLUMNS : columnsFor(text.length);
  const words = scanWords(units, text.length, columns);
  vocabulary.begin();
  const cases = judgeCase(units, words, vocabulary);
  const scan: Scan = { text, units, words, cases, vocabulary, names };
  const { count, scripts } = words;
  const { verdicts } = cases;
  for (let index = 0; index < count; ) {
    // Most words are in lower case.
    if (hasCase(scripts[index]!) && verdicts[index] === VERDICTS.none) index++;
    else index += takeWord(scan, index);
  }
}

const WAYS = { spaced: 0, none: 1, katakana: 2, unspaced: 3 } as const;
/** By script number: how its words are taken. Hiragana writes grammar, bopomofo readings. */
const WAY_OF = Uint8Array.from(SCRIPTS, (script) => {
  if (script === 'Hira' || script === 'Bopo') return WAYS.none;
  if (script === 'Kana') return WAYS.katakana;
  return ['Hani', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt', 'Yiii'].includes(script)
    ? WAYS.unspaced
    : WAYS.spaced;
});
const HANI = SCRIPTS.indexOf('Hani');

/** Deals with the word at an index and says how many words that took. */
function takeWord(scan: Scan, index: number): number {
  const script = scan.words.scripts[index]!;
  switch (WAY_OF[script]) {
    case WAYS.none:
      return 1;
    case WAYS.katakana:
      return takeKatakana(scan, index);
    case WAYS.unspaced:
      takeUnspaced(scan, index);
      return 1;
    default:
      return takeSpaced(scan, index);
  }
}

function takeSpaced(scan: Scan, index: number): number {
  const { units, words, vocabulary, names } = scan;
  const script = words.scripts[index]!;
  const start = words.starts[index]!;
  const end = words.ends[index]!;
  const isCased = hasCase(script);
  // Longer runs of letters are hashes, base64, text without spaces: no names.
  if (end - start > LONGEST_WORD) return 1;
  const reading = isCased
    ? readCasedWord(scan, index)
    : readWord(vocabulary, vocabulary.words.add(units, start, end), 'uncased', script, units, start, end);
  if (vocabulary.opensPlace(reading)) {
    const taken = takePlaceOfWords(scan, index);
    if (taken > 0) return taken;
  }
  names.addReading(reading, start, end, script, isCased ? 'name' : 'word');
  return 1;
}

/** Where the reading of a capitalised word is kept. */
function readCasedWord(scan: Scan, index: number): number {
  const { units, words, cases, vocabulary } = scan;
  const script = words.scripts[index]!;
  const start = words.starts[index]!;
  const end = words.ends[index]!;
  const number = cases.numbers[index]!;
  if (cases.verdicts[index] === VERDICTS.acronym) {
    return readWord(vocabulary, number, 'acronym', script, units, start, end);
  }
  const stemEnd = vocabulary.isAgglutinating ? stemEndOf(scan, index) : end;
  const stem = stemEnd === end ? number : vocabulary.words.add(units, start, stemEnd);
  return readWord(vocabulary, stem, 'cased', script, units, start, stemEnd);
}

/** Takes a place name of several words, and says how many; 0 where there is none. */
function takePlaceOfWords({ text, words, vocabulary, names }: Scan, index: number): number {
  const script = words.scripts[index]!;
  const places = vocabulary.placesIn(script);
  const several = places === undefined ? undefined : placeOfWords(text, words, index, places);
  if (several === undefined) return 0;
  const last = index + several.words - 1;
  names.addPlace(vocabulary.keyOf(several.key), words.starts[index]!, words.ends[last]!, script);
  return several.words;
}

/**
 * Where the longest other name of the text ends that a word continues by one to four letters (`Trumpin` where `Trump`
 * stands too), else the end of the word itself.
 */
function stemEndOf({ words, cases, vocabulary }: Scan, index: number): number {
  const start = words.starts[index]!;
  const end = words.ends[index]!;
  const lower = cases.lowers[index]!;
  const table = vocabulary.words;
  const length = table.lengthOf(lower);
  // Lower-casing may change the length (İ): such a word is left as it is.
  if (length !== end - start) return end;
  const shortest = Math.max(SHORTEST_STEM, length - LONGEST_ENDING);
  const form = table.unitsOf(lower);
  let stem = length;
  let hash = EMPTY_HASH;
  for (let i = 0; i + 1 < length; i++) {
    hash = hashUnit(hash, form[i]!);
    if (i + 1 < shortest) continue;
    const word = table.findHashed(form, 0, i + 1, hash);
    if (word >= 0 && (vocabulary.marksOf(word) & MARKS.named) !== 0) stem = i + 1;
  }
  return start + stem;
}

/** A katakana run is a name as a whole; a place only where it fills the run or goes on in ideographs (島, 国). */
function takeKatakana(scan: Scan, index: number): number {
  const { text, words, vocabulary, names } = scan;
  const script = words.scripts[index]!;
  const start = words.starts[index]!;
  const end = words.ends[index]!;
  const places = vocabulary.placesIn(script);
  const place = places === undefined ? undefined : placeAt(text, start, places);
  const placeEnd = start + (place?.length ?? 0);
  if (place !== undefined && placeEnd >= end) {
    names.addPlace(vocabulary.keyOf(place.key), start, placeEnd, script);
    let taken = 1;
    while (index + taken < words.count && words.starts[index + taken]! < placeEnd) taken++;
    return taken;
  }
  if (end - start <= LONGEST_WORD) takeRun(scan, script, start, end);
  return 1;
}

function ideographsOf(language: string): Ideographs {
  if (language === 'ja') return 'japanese';
  return CHINESE.has(language) ? 'chinese' : 'none';
}

function takeUnspaced(scan: Scan, index: number): void {
  const { text, units, words, vocabulary, names } = scan;
  const script = words.scripts[index]!;
  const ideographs = script === HANI ? ideographsOf(vocabulary.language) : 'none';
  const places = vocabulary.placesIn(script);
  if (places === undefined && ideographs === 'none') return;
  const pieces = piecesOf(text, units, words.starts[index]!, words.ends[index]!, places, ideographs);
  for (const { start, end, place } of pieces) {
    if (place === undefined) takeRun(scan, script, start, end);
    else names.addPlace(vocabulary.keyOf(place), start, end, script);
  }
}

function takeRun({ units, vocabulary, names }: Scan, script: number, start: number, end: number): void {
  const number = vocabulary.words.add(units, start, end);
  const reading = readWord(vocabulary, number, 'run', script, units, start, end);
  names.addReading(reading, start, end, script, 'name');
}
