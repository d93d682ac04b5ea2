/**
 * Lines that are short parts beside each other: a menu on one line, or the trail to a page ("Home > Region > Harbour").
 * Owns their form, whatever the words. A headline may have two parts, a quotation in angles («...»), a name with dots
 * between its letters, or a sign of comparison: none of these is a row. Linear.
 */
import { latinLength } from '../lib/script.ts';

/** What parts the entries of a menu or a trail: with a space on both sides. */
const PARTS = /\s[|\u00b7\u2022\u203a>]\s/u;
/** What parts the steps of a trail: with a space on both sides. */
export const STEPS = /\s[>\u203a\u00bb]\s/u;
const MIN_PARTS = 3;
/** Longest part, in Latin letters: a few words. */
const MAX_PART = 24;

/** Whether a line is a row of short parts. */
export function isRowOfParts(text: string): boolean {
  const parts = text.split(PARTS);
  if (parts.length < MIN_PARTS) return false;
  return parts.every((part) => part.trim() !== '' && latinLength(part.trim()) <= MAX_PART);
}
