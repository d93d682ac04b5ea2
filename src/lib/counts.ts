/** Code points of a text: all, those that nobody sees, those that are not white space. One load a code unit; must not judge them. */
import { setBit } from './unit-table.ts';

const IS_SPACE = 1;
/** The second half of a pair: counted with the first. */
const IS_SECOND = 2;
const KINDS = new Uint8Array(0x10000);
setBit(KINDS, /\s/g, IS_SPACE);
KINDS.fill(IS_SECOND, 0xdc00, 0xe000);

/** Code points. */
export function countCharacters(text: string): number {
  // Nothing is searched in a text that is stored in bytes, as most in Latin letters are.
  if (!SECOND_HALF.test(text)) return text.length;
  let count = text.length;
  for (let i = 1; i < text.length; i++) {
    const isSecond = (text.charCodeAt(i) & 0xfc00) === 0xdc00;
    // Half a pair without the other is damage, and a character.
    if (isSecond && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) count--;
  }
  return count;
}

/** Code points that no reader sees: soft hyphens, zero-width characters, direction marks, variation selectors, tags. */
export function countInvisible(text: string): number {
  if (text.search(INVISIBLE) === -1) return 0;
  let count = 0;
  for (const _ of text.matchAll(INVISIBLE)) count++;
  return count;
}

const INVISIBLE =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/gu;
const SECOND_HALF = /[\udc00-\udfff]/;

/** Whether a code unit by itself is one of these; tags are pairs of units. */
export function isInvisible(unit: number): boolean {
  return String.fromCharCode(unit).search(INVISIBLE) === 0;
}

/** Code points that are not white space. */
export function countLetters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (KINDS[text.charCodeAt(i)] === 0) count++;
  return count;
}
