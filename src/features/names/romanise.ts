/**
 * A word of any script in lower-case Latin letters. Owns which script is read how; must not decide what is a name.
 * Linear in the length of the word.
 */
import { arabic, cyrillic, greek, hebrew, latin } from './alphabets.ts';
import { letters, type Romanised, sounds } from './letters.ts';
import { hangul, hanzi, indic, kana } from './syllabaries.ts';

/** Readings of a word, the likeliest first; nearly always one. Empty when no letter is left. */
export function romanise(word: string, script: string, language: string): readonly Romanised[] {
  switch (script) {
    case 'Latn':
      return [latin(word, language)];
    case 'Grek':
      return greek(word);
    case 'Cyrl':
      return sounds(cyrillic(word));
    case 'Arab':
      return sounds(arabic(word));
    case 'Hebr':
      return sounds(hebrew(word));
    case 'Hang':
      return sounds(hangul(word));
    case 'Kana':
      return kana(word);
    case 'Hani':
      return sounds(hanzi(word));
    case 'Deva':
    case 'Beng':
    case 'Guru':
    case 'Gujr':
    case 'Orya':
    case 'Taml':
    case 'Telu':
    case 'Knda':
    case 'Mlym':
    case 'Sinh':
      return sounds(indic(word, script));
    default:
      return sounds(letters(word));
  }
}
