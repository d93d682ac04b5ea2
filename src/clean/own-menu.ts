/**
 * Signs of a menu in a language that no list knows, by what stands above the text alone: a trail through its entries
 * ("News > Harbour" below "News"). Owns which lines these are; what follows from them is for the gate. Linear.
 */
import { latinLength } from '../lib/script.ts';
import type { Page } from './page.ts';
import { STEPS } from './trail.ts';

/** Lines above the text among which a menu stands. */
const MOST_LINES = 40;
/** Entries of a menu: fewer are a title and what belongs to it. */
const LEAST_ENTRIES = 3;
/** Longest entry, in Latin letters: a few words. */
const MAX_ENTRY = 24;
/** What parts the steps of a trail, or the entries of a row, with a space on both sides. */
const PARTS = /\s[|\u203a\u00bb>]\s/u;
const NO_WORD = /\d|^[^\p{L}]*$/u;

const NONE: ReadonlySet<number> = new Set();

/**
 * Lines above the text that are a trail through an entry of the menu right above them; a line of another kind between
 * ends the menu.
 */
export function linesOfOwnMenu({ lines }: Page): ReadonlySet<number> {
  const text = lines.findIndex(({ isProse }) => isProse);
  const end = Math.min(text, MOST_LINES);
  if (end < 2) return NONE;
  const entries = new Set<string>();
  const found = new Set<number>();
  for (let i = 0; i < end; i++) {
    const { text, isTerminal } = lines[i]!;
    const parts = text.split(PARTS).map((part) => part.trim().toLowerCase());
    if (isTerminal || !parts.every(isEntry)) entries.clear();
    else {
      // An entry alone says itself again in a song, among seats of a council, and where two people speak.
      if (entries.size >= LEAST_ENTRIES && STEPS.test(text) && parts.some((part) => entries.has(part)))
        found.add(i);
      for (const part of parts) entries.add(part);
    }
  }
  return found;
}

function isEntry(part: string): boolean {
  return part !== '' && !NO_WORD.test(part) && latinLength(part) <= MAX_ENTRY;
}
