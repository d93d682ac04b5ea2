/**
 * Which words of a script with capitals are written as names. Owns the reading of capitals; must not know languages:
 * German capitalises every noun, and rarity weighs those down later. Two passes over the words, linear.
 */
import { hasCase, isCapital, type Words } from './words.ts';

/** `none`: not a name. `name`: a capital inside a sentence. `acronym`: all capitals inside such a sentence. */
export type CaseVerdict = 'none' | 'name' | 'acronym';

const LOWER = 0;
const SURE = 1;
/** A capital that its place explains: first in a sentence, or in a line that is capitals throughout. */
const DOUBTFUL = 2;

/**
 * From this share of capitals among the longer words of a line its capitals say nothing (`Trump Meets Takaichi`, all
 * caps). By judgement, between German prose (about half) and title case with its small words; the sweep in
 * decisions/0005-name-keys.md could not tell values apart.
 */
const HEADLINE_SHARE = 0.75;
const HEADLINE_WORDS = 3;
const LONGER_WORD = 4;
const ACRONYM_LENGTH = 6;

/** One verdict a word, words of scripts without case being `none`; empty for a text without case. */
export function judgeCase(text: string, words: Words): readonly CaseVerdict[] {
  if (!words.scripts.some(hasCase)) return [];
  const capitals = classify(text, words);
  const confirmed = formsWith(text, words, capitals, SURE);
  const lower = lowerFormsOf(text, words, capitals, formsWith(text, words, capitals, DOUBTFUL));
  return words.starts.map((start, index) => {
    const state = capitals[index];
    if (state === LOWER || state === undefined) return 'none';
    const end = words.ends[index] ?? start;
    if (state === SURE) return isAcronym(text, start, end) ? 'acronym' : 'name';
    const form = text.slice(start, end).toLowerCase();
    // Only a word that is also met in lower case is surely a common word; the rest may be names.
    return lower.has(form) && !confirmed.has(form) ? 'none' : 'name';
  });
}

function isAcronym(text: string, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 2 * ACRONYM_LENGTH) return false;
  let letters = 0;
  for (let i = start; i < end; i++) {
    if (isCapital(text, i)) letters++;
    else if (text.charCodeAt(i) !== 0x2e) return false;
  }
  return letters >= 2 && letters <= ACRONYM_LENGTH;
}

/** The state of every word, line by line, as a line of capitals makes all of its words doubtful. */
function classify(text: string, words: Words): Uint8Array {
  const states = new Uint8Array(words.starts.length);
  let lineStart = 0;
  let previousEnd = 0;
  for (let index = 0; index < states.length; index++) {
    const start = words.starts[index] ?? 0;
    const gap = gapBefore(text, words, index, previousEnd);
    if (gap === 'line') {
      doubtHeadline(words, states, lineStart, index);
      lineStart = index;
    }
    previousEnd = words.ends[index] ?? start;
    if (!hasCase(words.scripts[index] ?? 0) || !isCapital(text, start)) continue;
    states[index] = gap === 'inside' ? SURE : DOUBTFUL;
  }
  doubtHeadline(words, states, lineStart, states.length);
  return states;
}

function doubtHeadline(words: Words, states: Uint8Array, from: number, to: number): void {
  let longer = 0;
  let capital = 0;
  for (let index = from; index < to; index++) {
    if ((words.ends[index] ?? 0) - (words.starts[index] ?? 0) < LONGER_WORD) continue;
    if (!hasCase(words.scripts[index] ?? 0)) continue;
    longer++;
    if (states[index] !== LOWER) capital++;
  }
  if (longer < HEADLINE_WORDS || capital < HEADLINE_SHARE * longer) return;
  for (let index = from; index < to; index++) if (states[index] === SURE) states[index] = DOUBTFUL;
}

/** Marks behind which a sentence begins; opening quotes among them, as quoted sentences begin with a capital. */
const STARTERS = new Set('.!?…:;•|։。！？؟।“„«"‚‘¿¡›»');

/** How a word is parted from the one before: by a line end, by the end of a sentence, or not at all. */
function gapBefore(text: string, words: Words, index: number, from: number): 'line' | 'sentence' | 'inside' {
  const to = words.starts[index] ?? from;
  if (index === 0) return 'line';
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return 'inside';
  let starter = false;
  for (let i = from; i < to; i++) {
    const letter = text.charAt(i);
    if (letter === '\n' || letter === '\r') return 'line';
    if (STARTERS.has(letter))
      starter = !(letter === '.' && isAbbreviation(text, words, index - 1)) || starter;
  }
  return starter ? 'sentence' : 'inside';
}

/** `J.`, `Dr.`, `St.`: capitalised and at most two letters; longer ones are rarer than sentence ends. */
function isAbbreviation(text: string, words: Words, index: number): boolean {
  const start = words.starts[index] ?? 0;
  return (
    (words.ends[index] ?? 0) - start <= 2 && isCapital(text, start) && hasCase(words.scripts[index] ?? 0)
  );
}

function formsWith(text: string, words: Words, states: Uint8Array, wanted: number): ReadonlySet<string> {
  const forms = new Set<string>();
  for (let index = 0; index < states.length; index++) {
    if (states[index] === wanted) forms.add(text.slice(words.starts[index], words.ends[index]).toLowerCase());
  }
  return forms;
}

/** Those of the wanted forms that the text has in lower case. A filter by length and first letter saves the slices. */
function lowerFormsOf(
  text: string,
  words: Words,
  states: Uint8Array,
  wanted: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  if (wanted.size === 0) return found;
  const filter = new Uint8Array(1024);
  for (const form of wanted) filter[filterSlot(form.charCodeAt(0), form.length)] = 1;
  for (let index = 0; index < states.length; index++) {
    if (states[index] !== LOWER) continue;
    const start = words.starts[index] ?? 0;
    const end = words.ends[index] ?? start;
    if (filter[filterSlot(text.charCodeAt(start), end - start)] === 0) continue;
    const form = text.slice(start, end);
    if (wanted.has(form)) found.add(form);
  }
  return found;
}

function filterSlot(first: number, length: number): number {
  return (first * 31 + length) & 1023;
}
