/**
 * The names of one text, each under a key that articles of other languages share. Owns the order of the steps and
 * what becomes of each word; must not compare articles. Linear in the length of the text.
 */
import { SCRIPTS } from '../../lib/script.ts';
import type { NameKind, NameMention } from '../../model/features.ts';
import { knownStem } from './affixes.ts';
import { type CaseVerdict, judgeCase } from './case.ts';
import { piecesOf } from './ideographs.ts';
import { keysOf, LONGEST_WORD } from './keys.ts';
import { placeLocale } from './place-locale.ts';
import { placeAt, placeOfWords } from './place-lookup.ts';
import { placeIndex } from './places.ts';
import { newReader, type Reader, type Reading, readAcronym, readCased, readUncased } from './reading.ts';
import { romanise } from './romanise.ts';
import { hasCase, splitWords, type Words } from './words.ts';

/**
 * Most distinct names kept of one article, the first in order of mention: news names its people first, and matching
 * must not cost more for a book than for an article.
 */
const MOST_NAMES = 200;

/** Languages that write foreign names with ideographs for their sounds; Japanese has katakana for that. */
const CHINESE = new Set(['zh', 'yue', 'wuu', 'hak', 'nan', 'gan', 'cmn', 'lzh']);

type Mention = { -readonly [Field in keyof NameMention]: NameMention[Field] };

interface Scan {
  readonly text: string;
  readonly words: Words;
  readonly language: string;
  readonly verdicts: readonly CaseVerdict[];
  /** Capitalised words of the text in lower case. */
  readonly known: ReadonlySet<string>;
  /** By script number. */
  readonly readers: ReadonlyMap<number, Reader>;
  readonly found: Map<string, Mention>;
}

/** Distinct names of a text in order of first mention; `bcp47` is the language of the text, `und` when unknown. */
export function findNames(text: string, bcp47: string): readonly NameMention[] {
  const words = splitWords(text);
  const verdicts = judgeCase(text, words);
  const scan: Scan = {
    text,
    words,
    language: bcp47.split('-')[0] ?? 'und',
    verdicts,
    known: capitalisedForms(text, words, verdicts),
    readers: readersFor(words, bcp47),
    found: new Map(),
  };
  for (let index = 0; index < words.starts.length; ) index += takeWord(scan, index);
  return [...scan.found.values()];
}

function capitalisedForms(text: string, words: Words, verdicts: readonly CaseVerdict[]): ReadonlySet<string> {
  const forms = new Set<string>();
  verdicts.forEach((verdict, index) => {
    if (verdict !== 'none') forms.add(text.slice(words.starts[index], words.ends[index]).toLowerCase());
  });
  return forms;
}

const readers = new Map<string, Reader>();

/** The readers of the scripts of a text; they are kept, as most articles of an archive share a few languages. */
function readersFor(words: Words, bcp47: string): ReadonlyMap<number, Reader> {
  const found = new Map<number, Reader>();
  let previous = -1;
  for (const script of words.scripts) {
    if (script === previous || found.has(script)) continue;
    previous = script;
    const id = `${bcp47} ${script}`;
    const locale = placeLocale(bcp47, SCRIPTS[script] ?? 'Zyyy');
    const reader =
      readers.get(id) ??
      newReader(script, bcp47.split('-')[0] ?? 'und', locale === undefined ? undefined : placeIndex(locale));
    readers.set(id, reader);
    found.set(script, reader);
  }
  return found;
}

/** Deals with the word at an index and says how many words that took. */
function takeWord(scan: Scan, index: number): number {
  const { text, words } = scan;
  const script = words.scripts[index] ?? 0;
  const start = words.starts[index] ?? 0;
  const end = words.ends[index] ?? start;
  const reader = scan.readers.get(script);
  if (reader === undefined) return 1;
  switch (SCRIPTS[script]) {
    case 'Hira':
    case 'Bopo':
    case 'Yiii':
      return 1;
    case 'Kana':
      return takeKatakana(scan, reader, index);
    case 'Hani':
    case 'Thai':
    case 'Laoo':
    case 'Khmr':
    case 'Mymr':
    case 'Tibt':
      takeUnspaced(scan, reader, start, end);
      return 1;
    default:
      break;
  }
  const verdict = scan.verdicts[index] ?? 'none';
  if (end - start > LONGEST_WORD || (hasCase(script) && verdict === 'none')) return 1;
  const several = reader.places === undefined ? undefined : placeOfWords(text, words, index, reader.places);
  if (several !== undefined) {
    add(scan, reader, start, words.ends[index + several.words - 1] ?? end, several.key, undefined, 'place');
    return several.words;
  }
  const word = text.slice(start, end);
  if (!hasCase(script)) take(scan, reader, readUncased(reader, word), start, end, 'word');
  else if (verdict === 'acronym') take(scan, reader, readAcronym(reader, word), start, end, 'name');
  else takeCapitalised(scan, reader, word, start, end);
  return 1;
}

/** A capitalised word; where another word of the text is its stem, it is a form of that. */
function takeCapitalised(scan: Scan, reader: Reader, word: string, start: number, end: number): void {
  const lower = word.toLowerCase();
  const stem = knownStem(lower, scan.language, scan.known);
  const base = stem.length < lower.length && lower.length === word.length ? word.slice(0, stem.length) : word;
  take(scan, reader, readCased(reader, base), start, end, 'name');
}

/** A katakana run is a name as a whole; a place only where it fills the run or goes on in ideographs (北, 島). */
function takeKatakana(scan: Scan, reader: Reader, index: number): number {
  const { text, words } = scan;
  const start = words.starts[index] ?? 0;
  const end = words.ends[index] ?? start;
  const place = reader.places === undefined ? undefined : placeAt(text, start, reader.places);
  if (place !== undefined && start + place.length >= end) {
    const placeEnd = start + place.length;
    add(scan, reader, start, placeEnd, place.key, undefined, 'place');
    let taken = 1;
    while ((words.starts[index + taken] ?? placeEnd) < placeEnd) taken++;
    return taken;
  }
  if (end - start <= LONGEST_WORD) {
    take(scan, reader, { place: undefined, keys: keysOf(text.slice(start, end), 'Kana', scan.language) }, start, end, 'name');
  }
  return 1;
}

function takeUnspaced(scan: Scan, reader: Reader, start: number, end: number): void {
  const isChinese = SCRIPTS[reader.script] === 'Hani' && CHINESE.has(scan.language);
  for (const piece of piecesOf(scan.text, start, end, reader.places, isChinese)) {
    if (piece.place !== undefined) add(scan, reader, piece.start, piece.end, piece.place, undefined, 'place');
    else {
      const keys = keysOf(scan.text.slice(piece.start, piece.end), 'Hani', scan.language);
      take(scan, reader, { place: undefined, keys }, piece.start, piece.end, 'name');
    }
  }
}

function take(scan: Scan, reader: Reader, reading: Reading, start: number, end: number, kind: NameKind): void {
  if (reading.place !== undefined) add(scan, reader, start, end, reading.place, undefined, 'place');
  for (const { key, form } of reading.keys) add(scan, reader, start, end, key, form, kind);
}

/** Counts a mention; the first of a key makes the entry, as long as there is room. */
function add(
  scan: Scan,
  reader: Reader,
  start: number,
  end: number,
  key: string,
  form: string | undefined,
  kind: NameKind,
): void {
  const known = scan.found.get(key);
  if (known !== undefined) {
    known.count++;
    return;
  }
  if (scan.found.size >= MOST_NAMES) return;
  const text = scan.text.slice(start, end);
  const romanised = form ?? romanise(text, SCRIPTS[reader.script] ?? 'Zyyy', scan.language)[0]?.form ?? '';
  scan.found.set(key, { text, key, form: romanised, kind, start, count: 1 });
}
