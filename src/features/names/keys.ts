/**
 * From a word to the key under which articles of all languages find it. Owns which keys are worth having; must not
 * find candidates. Linear in the length of the word.
 */
import { romanise } from './romanise.ts';
import { skeletonOf } from './skeleton.ts';

export interface NameKey {
  readonly key: string;
  readonly form: string;
}

/** Signs of a skeleton below which it says too little; sweep in decisions/0005-name-keys.md. */
const SHORTEST_SKELETON = 3;
/** Shorter names are kept whole, vowels and all, where the script writes vowels: `=bush`, `=nato`. */
const SHORTEST_WHOLE = 3;
const LONGEST_WHOLE = 6;
const LONGEST_PURE_ACRONYM = 4;
/** Longer "words" are not words: hashes, base64, run-together text. */
export const LONGEST_WORD = 40;
const WRITES_VOWELS = new Set(['Latn', 'Cyrl', 'Grek', 'Armn', 'Geor', 'Hang', 'Kana', 'Ethi']);

/**
 * Keys of a word, the likeliest first; empty when it is too short to tell anything. `isName`: written as a name in its
 * script; a word that only may be one must show three consonants.
 */
export function keysOf(word: string, script: string, language: string, isName: boolean): readonly NameKey[] {
  if (word.length > LONGEST_WORD) return [];
  const found: NameKey[] = [];
  for (const { form, sound, spelling } of romanise(word, script, language)) {
    const skeleton = skeletonOf(sound, spelling);
    if (signsOf(skeleton, isName) >= SHORTEST_SKELETON) found.push({ key: skeleton, form });
    else if (WRITES_VOWELS.has(script) && isWhole(form)) found.push({ key: `=${form}`, form });
  }
  return found;
}

/** The key of an acronym: its letters, whatever script they are written in (NATO, НАТО, ΝΑΤΟ). */
export function acronymKey(word: string, script: string, language: string): readonly NameKey[] {
  const form = romanise(word.replaceAll('.', ''), script, language)[0]?.form ?? '';
  if (form.length < 2) return [];
  const letters: NameKey = { key: `=${form}`, form };
  // A surname in capitals (`Emmanuel MACRON`) looks like a long acronym: it is read both ways.
  return form.length <= LONGEST_PURE_ACRONYM ? [letters] : [letters, ...keysOf(word, script, language, true)];
}

/** The opening vowel counts for names only: every third word of a script without case opens with one. */
function signsOf(skeleton: string, isName: boolean): number {
  return isName || !skeleton.startsWith('A') ? skeleton.length : skeleton.length - 1;
}

function isWhole(form: string): boolean {
  return form.length >= SHORTEST_WHOLE && form.length <= LONGEST_WHOLE;
}
