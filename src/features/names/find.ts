/**
 * The names of one text, each under a key that articles of other languages share. Owns the order of the steps and
 * what becomes of each word; must not compare articles. Linear in the length of the text.
 */
import { SCRIPTS } from '../../lib/script.ts';
import type { NameMention } from '../../model/features.ts';
import { knownStem } from './affixes.ts';
import { type CaseVerdict, judgeCase } from './case.ts';
import { LONGEST_WORD } from './keys.ts';
import { MentionList, type Span } from './mentions.ts';
import { placeAt, placeOfWords } from './place-lookup.ts';
import {
  type Reader,
  type Reading,
  readAcronym,
  readCased,
  readersFor,
  readRun,
  readUncased,
} from './reading.ts';
import { piecesOf } from './unspaced.ts';
import { hasCase, splitWords, type Words } from './words.ts';

/** Languages that write foreign names with ideographs for their sounds; Japanese has katakana for that. */
const CHINESE = new Set(['zh', 'yue', 'wuu', 'hak', 'nan', 'gan', 'cmn', 'lzh']);

interface Scan {
  readonly text: string;
  readonly words: Words;
  readonly language: string;
  readonly verdicts: readonly CaseVerdict[];
  /** Capitalised words of the text in lower case. */
  readonly known: ReadonlySet<string>;
  /** By script number. */
  readonly readers: ReadonlyMap<number, Reader>;
  readonly mentions: MentionList;
}

/** Distinct names of a text in order of first mention; `bcp47` is the language of the text, `und` when unknown. */
export function findNames(text: string, bcp47: string): readonly NameMention[] {
  const words = splitWords(text);
  const verdicts = judgeCase(text, words);
  const language = bcp47.split('-')[0] ?? 'und';
  const scan: Scan = {
    text,
    words,
    language,
    verdicts,
    known: capitalisedForms(text, words, verdicts),
    readers: readersFor(words.scripts, bcp47),
    mentions: new MentionList(text, language),
  };
  for (let index = 0; index < words.starts.length; ) index += takeWord(scan, index);
  return scan.mentions.list();
}

function capitalisedForms(text: string, words: Words, verdicts: readonly CaseVerdict[]): ReadonlySet<string> {
  const forms = new Set<string>();
  verdicts.forEach((verdict, index) => {
    if (verdict !== 'none') forms.add(text.slice(words.starts[index], words.ends[index]).toLowerCase());
  });
  return forms;
}

/** Deals with the word at an index and says how many words that took. */
function takeWord(scan: Scan, index: number): number {
  const script = scan.words.scripts[index] ?? 0;
  if (hasCase(script) && scan.verdicts[index] === 'none') return 1;
  const reader = scan.readers.get(script);
  if (reader === undefined) return 1;
  const start = scan.words.starts[index] ?? 0;
  const span: Span = { start, end: scan.words.ends[index] ?? start, script: SCRIPTS[script] ?? 'Zyyy' };
  switch (span.script) {
    // Hiragana writes grammar, bopomofo readings.
    case 'Hira':
    case 'Bopo':
      return 1;
    case 'Kana':
      return takeKatakana(scan, reader, index, span);
    case 'Hani':
    case 'Thai':
    case 'Laoo':
    case 'Khmr':
    case 'Mymr':
    case 'Tibt':
    case 'Yiii':
      takeUnspaced(scan, reader, span);
      return 1;
    default:
      return takeSpaced(scan, reader, index, span);
  }
}

function takeSpaced(scan: Scan, reader: Reader, index: number, span: Span): number {
  const verdict = hasCase(reader.script) ? (scan.verdicts[index] ?? 'none') : 'uncased';
  // Longer runs of letters are hashes, base64, text without spaces: no names.
  if (span.end - span.start > LONGEST_WORD || verdict === 'none') return 1;
  const reading = readWord(scan, reader, verdict, scan.text.slice(span.start, span.end));
  const several =
    reading.opens && reader.places !== undefined
      ? placeOfWords(scan.text, scan.words, index, reader.places)
      : undefined;
  if (several !== undefined) {
    scan.mentions.addPlace(several.key, {
      ...span,
      end: scan.words.ends[index + several.words - 1] ?? span.end,
    });
    return several.words;
  }
  scan.mentions.addReading(reading, span, verdict === 'uncased' ? 'word' : 'name');
  return 1;
}

function readWord(
  scan: Scan,
  reader: Reader,
  verdict: Exclude<CaseVerdict, 'none'> | 'uncased',
  word: string,
): Reading {
  switch (verdict) {
    case 'uncased':
      return readUncased(reader, word);
    case 'acronym':
      return readAcronym(reader, word);
    case 'name':
      return readCased(reader, stemIn(scan, word));
    default:
      return verdict satisfies never;
  }
}

/** The word, or where another word of the text is its stem, that stem as it is spelt here. */
function stemIn(scan: Scan, word: string): string {
  const lower = word.toLowerCase();
  const stem = knownStem(lower, scan.language, scan.known);
  // Lower-casing may change the length (İ): such a word is left as it is.
  return stem.length < lower.length && lower.length === word.length ? word.slice(0, stem.length) : word;
}

/** A katakana run is a name as a whole; a place only where it fills the run or goes on in ideographs (島, 国). */
function takeKatakana(scan: Scan, reader: Reader, index: number, span: Span): number {
  const place = reader.places === undefined ? undefined : placeAt(scan.text, span.start, reader.places);
  const placeEnd = span.start + (place?.length ?? 0);
  if (place !== undefined && placeEnd >= span.end) {
    scan.mentions.addPlace(place.key, { ...span, end: placeEnd });
    let taken = 1;
    while ((scan.words.starts[index + taken] ?? placeEnd) < placeEnd) taken++;
    return taken;
  }
  if (span.end - span.start <= LONGEST_WORD) {
    scan.mentions.addReading(readRun(reader, scan.text.slice(span.start, span.end)), span, 'name');
  }
  return 1;
}

function takeUnspaced(scan: Scan, reader: Reader, span: Span): void {
  const isChinese = span.script === 'Hani' && CHINESE.has(scan.language);
  for (const piece of piecesOf(scan.text, span.start, span.end, reader.places, isChinese)) {
    const pieceSpan: Span = { start: piece.start, end: piece.end, script: span.script };
    if (piece.place !== undefined) scan.mentions.addPlace(piece.place, pieceSpan);
    else
      scan.mentions.addReading(readRun(reader, scan.text.slice(piece.start, piece.end)), pieceSpan, 'name');
  }
}
