/**
 * The names of one text, each under a key that articles of other languages share. Owns the order of the steps and
 * what becomes of each word; must not compare articles. Linear in the length of the text.
 */
import type { NameKind, NameMention } from '../../model/features.ts';
import { SCRIPTS } from '../../lib/script.ts';
import { knownStem, stemOf, uncasedForms, withoutApostrophe } from './affixes.ts';
import { type CaseVerdict, judgeCase } from './case.ts';
import { acronymKey, keysOf, LONGEST_WORD, type NameKey } from './keys.ts';
import { placeLocale } from './place-locale.ts';
import { mayOpenPlace, placeAt, placeOfWord, placeOfWords } from './place-lookup.ts';
import { type PlaceIndex, placeIndex } from './places.ts';
import { romanise } from './romanise.ts';
import { transliterationRuns } from './transliterated.ts';
import { hasCase, splitWords, type Words } from './words.ts';

/**
 * Most distinct names kept of one article, the first in order of mention: news names its people first, and matching
 * must not cost more for a book than for an article.
 */
const MOST_NAMES = 200;

/** Distinct names of a text in order of first mention; `bcp47` is the language of the text, `und` when unknown. */
export function findNames(text: string, bcp47: string): readonly NameMention[] {
  const words = splitWords(text);
  const scan: Scan = {
    text,
    words,
    bcp47,
    language: bcp47.split('-')[0] ?? 'und',
    verdicts: judgeCase(text, words),
    known: new Set(),
    found: new Map(),
  };
  for (let index = 0; index < words.starts.length; index++) {
    const verdict = scan.verdicts[index];
    if (verdict !== undefined && verdict !== 'none') scan.known.add(wordAt(scan, index).toLowerCase());
  }
  for (let index = 0; index < words.starts.length; ) index += takeWord(scan, index);
  return [...scan.found.values()];
}

interface Scan {
  readonly text: string;
  readonly words: Words;
  readonly bcp47: string;
  readonly language: string;
  readonly verdicts: readonly CaseVerdict[];
  /** Capitalised words of the text in lower case. */
  readonly known: Set<string>;
  readonly found: Map<string, Writable>;
}

type Writable = { -readonly [Field in keyof NameMention]: NameMention[Field] };

/** Deals with the word at an index; how many words it took. */
function takeWord(scan: Scan, index: number): number {
  const { text, words } = scan;
  const start = words.starts[index] ?? 0;
  const end = words.ends[index] ?? start;
  const scriptNumber = words.scripts[index] ?? 0;
  const script = SCRIPTS[scriptNumber] ?? 'Zyyy';
  switch (script) {
    case 'Hira':
    case 'Bopo':
      return 1;
    case 'Hani':
      takeIdeographs(scan, start, end);
      return 1;
    case 'Thai':
    case 'Laoo':
    case 'Khmr':
    case 'Mymr':
    case 'Tibt':
      takeUnspaced(scan, start, end, script);
      return 1;
    default:
      break;
  }
  if (end - start > LONGEST_WORD) return 1;
  if (hasCase(scriptNumber) && scan.verdicts[index] === 'none') return 1;
  const places = indexFor(scan, script);
  if (places !== undefined) {
    const several = mayOpenPlace(text, words, index) ? placeOfWords(text, words, index, places) : undefined;
    if (several !== undefined) {
      add(scan, start, words.ends[index + several.words - 1] ?? end, several.key, undefined, 'place');
      return several.words;
    }
  }
  takeSingle(scan, index, script, places);
  return 1;
}
