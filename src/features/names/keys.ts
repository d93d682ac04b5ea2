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
/** Longer "words" are not words: hashes, base64, run-together text. */
export const LONGEST_WORD = 40;
const WRITES_VOWELS = new Set(['Latn', 'Cyrl', 'Grek', 'Armn', 'Geor', 'Hang', 'Kana', 'Ethi']);

/** Keys of a word that is written as a name, the likeliest first; empty when it is too short to tell anything. */
export function keysOf(word: string, script: string, language: string): readonly NameKey[] {
  if (word.length > LONGEST_WORD) return [];
  const found: NameKey[] = [];
  for (const { form, sound, spelling } of romanise(word, script, language)) {
    const skeleton = skeletonOf(sound, spelling);
    if (skeleton.length >= SHORTEST_SKELETON) found.push({ key: skeleton, form });
    else if (WRITES_VOWELS.has(script) && isWhole(form)) found.push({ key: `=${form}`, form });
  }
  return found;
}

/** The key of an acronym: its letters, whatever script they are written in (NATO, НАТО, ΝΑΤΟ). */
export function acronymKey(word: string, script: string, language: string): readonly NameKey[] {
  const form = romanise(word.replaceAll('.', ''), script, language)[0]?.form ?? '';
  return form.length < 2 ? [] : [{ key: `=${form}`, form }];
}

function isWhole(form: string): boolean {
  return form.length >= SHORTEST_WHOLE && form.length <= LONGEST_WHOLE;
}
