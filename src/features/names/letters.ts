/**
 * Plain Latin letters from any script, by the tables of any-ascii, and the shape in which romanising answers. Owns the
 * one call of that package; must not correct it. Linear in the length of the word.
 */
import anyAscii from 'any-ascii';
import type { Spelling } from './skeleton.ts';

export interface Romanised {
  /** Lower-case letters a-z without marks, for grading. */
  readonly form: string;
  /** The same with the sounds of marked letters kept (`č` as `ch`): what the skeleton is made of. */
  readonly sound: string;
  readonly spelling: Spelling;
}

/** Lower-case a-z of a word; everything else is dropped. */
export function letters(word: string): string {
  const ascii = anyAscii(word).toLowerCase();
  return PLAIN.test(ascii) ? ascii : ascii.replace(/[^a-z]/g, '');
}

const PLAIN = /^[a-z]*$/;

/** One capital a syllable, as any-ascii writes Hangul and Han: `TeuLeomPeu`. */
export function capitalisedSyllables(word: string): string {
  return anyAscii(word);
}

/** A form that is its own sound. */
export function sounds(form: string): readonly Romanised[] {
  return form === '' ? [] : [{ form, sound: form, spelling: 'romanised' }];
}
