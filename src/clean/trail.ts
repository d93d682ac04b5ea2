/**
 * Lines that are short parts beside each other: a menu on one line, or the trail to a page ("Home > Region"). Owns their
 * form, whatever the words: no title has it. Linear.
 */

/** What parts the entries of a menu or a trail. */
const PARTS = /\s{0,3}[|\u00b7\u2022\u203a\u00bb>]\s{0,3}/u;
/** A trail has two parts, where only an arrow can stand between them. */
const ARROWS = /\s[>\u203a\u00bb]\s/u;
/** Two bars may part a headline from the names of its section and paper: of a menu all parts are short. */
const MIN_PARTS = 3;
const MAX_PART = 24;

/** Whether a line is a row of short parts. */
export function isRowOfParts(text: string): boolean {
  const parts = text.split(PARTS);
  if (parts.length < (ARROWS.test(text) ? 2 : MIN_PARTS)) return false;
  return parts.every((part) => part.length > 0 && part.length <= MAX_PART);
}
