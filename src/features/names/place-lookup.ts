/**
 * Finds the place that a position of a text names. Owns the comparison of words with an index, inflected forms
 * included; must not decide which words are asked about. A bounded number of hash probes a word.
 */

import { SCRIPTS } from '../../lib/script.ts';
import { cutWord, foldWord, isVowel, type PlaceIndex, pairAt, SHORTEST_STEM, stemStart } from './places.ts';
import type { Words } from './words.ts';

/** Scripts whose languages tie endings to place names: all with case, Georgian, and those of South India and Ceylon. */
const INFLECTED = new Set(
  ['Latn', 'Cyrl', 'Grek', 'Armn', 'Geor', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Beng'].map((script) =>
    SCRIPTS.indexOf(script),
  ),
);

export interface FoundPlace {
  readonly key: string;
  /** Words that the name takes up. */
  readonly words: number;
}

/** Longest ending after a stem (`Japan-ese`, `Японск-ими`): the sweep in decision 0005 bends here. */
const LONGEST_ENDING = 4;

/** The name of several words that starts at a word, longest first. */
export function placeOfWords(
  text: string,
  words: Words,
  index: number,
  places: PlaceIndex,
): FoundPlace | undefined {
  const opening = cutWord(text.slice(words.starts[index]!, words.ends[index]!));
  const most = places.openings.get(opening) ?? 0;
  let name = opening;
  let found: FoundPlace | undefined;
  for (let count = 2; count <= most; count++) {
    const next = index + count - 1;
    if (!follows(text, words, next)) break;
    name += ` ${cutWord(text.slice(words.starts[next]!, words.ends[next]!))}`;
    const key = places.several.get(name);
    if (key !== undefined) found = { key, words: count };
  }
  return found;
}

/** Whether a name of several words may start with a word. */
export function opensPlace(word: string, places: PlaceIndex): boolean {
  return places.openings.has(cutWord(word));
}

/** The place a single word names, in its basic form or, in scripts with case, an inflected one. */
export function placeOfWord(word: string, script: number, places: PlaceIndex): string | undefined {
  const acronym = places.capital.get(word.includes('.') ? word.replaceAll('.', '') : word);
  if (acronym !== undefined) return acronym;
  const folded = foldWord(word);
  const exact = places.single.get(folded);
  if (exact !== undefined || !INFLECTED.has(script)) return exact;
  if (folded.length <= SHORTEST_STEM || places.stemStarts[stemStart(folded)] === 0) return undefined;
  const shortest = Math.max(SHORTEST_STEM, folded.length - LONGEST_ENDING);
  for (let length = folded.length - 1; length >= shortest; length--) {
    const stem = folded.slice(0, length);
    const ending = folded.slice(length);
    const whole = places.stems.get(stem);
    if (whole !== undefined) return length > SHORTEST_STEM || isEnding(ending, undefined) ? whole : undefined;
    const shortened = places.shortened.get(stem);
    if (shortened !== undefined && isEnding(ending, places.endings))
      return shortened === '' ? undefined : shortened;
  }
  return undefined;
}

/** Behind a short name, or one without its last vowel, an ending begins with a vowel or is -s, -n: `Malik` is not Mali. */
function isEnding(ending: string, only: ReadonlySet<string> | undefined): boolean {
  if (only !== undefined) return only.has(ending);
  return isVowel(ending.charAt(0)) || ending === 's' || ending === 'n';
}

/** The longest name of an unspaced script that starts at an offset: key and length in UTF-16 units. */
export function placeAt(
  text: string,
  offset: number,
  places: PlaceIndex,
): { key: string; length: number } | undefined {
  if (places.starts[text.charCodeAt(offset)] !== 1) return undefined;
  const longest = places.longest.get(pairAt(text, offset)) ?? 0;
  for (let length = Math.min(longest, text.length - offset); length >= 2; length--) {
    const key = places.unspaced.get(text.slice(offset, offset + length));
    if (key !== undefined) return { key, length };
  }
  return undefined;
}

/** Whether a word belongs to the one before: a space, hyphen or apostrophe between, and a capital where names have one. */
function follows(text: string, words: Words, index: number): boolean {
  if (index >= words.count || words.scripts[index] !== words.scripts[index - 1]) return false;
  const start = words.starts[index]!;
  const end = words.ends[index - 1]!;
  const gap = text.slice(end, Math.min(start, end + 4));
  return /^(?:[ \u00a0]|[ \u00a0]?[-&\u2010\u2011\u2013][ \u00a0]?|['\u2019.] ?)$/.test(gap);
}
