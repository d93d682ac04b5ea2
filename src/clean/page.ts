/**
 * A page as the passes see it: segments with the few measures that all of them share, computed once. Owns the
 * measures; must not mark anything.
 */
import { normaliseLabel } from '../lib/normalise.ts';
import { latinLength, scriptOf } from '../lib/script.ts';
import type { Lookup, PhraseClass } from './lookup.ts';
import { countPauses, endingOf } from './punctuation.ts';
import type { Segment } from './segment.ts';

export interface Line extends Segment {
  /** In units of a Latin letter. */
  readonly length: number;
  /** Ends like a sentence. */
  readonly isTerminal: boolean;
  /** Reads as prose: long enough and closed or paused like sentences. */
  readonly isProse: boolean;
  /** Short and without an end: a heading, a label, a menu entry. */
  readonly isLabel: boolean;
  /** Comparison form, for labels and other short lines only; empty for the rest. */
  readonly label: string;
  /** What the phrase lists say about the whole line. */
  readonly phrase: PhraseClass | undefined;
}

export interface Page {
  readonly lines: readonly Line[];
  /** Whether blank lines part the paragraphs, so that their absence says that two lines belong together. */
  readonly hasBlankLines: boolean;
  /** What the phrases of the lines were looked up in. */
  readonly lookup: Lookup;
}

/** Labels are shorter than this, in Latin letters (the cleaning study, section 5, signal 1). */
export const MAX_LABEL = 60;
/** Lines up to this length are looked up in the phrase lists. */
const MAX_PHRASE = 120;
/** The shortest sentence that counts as prose: half of a line of print. */
const MIN_PROSE = 60;
/** Prose without a final stop (Thai, cut-off teasers) must be this long and, except in Thai and its kin, paused. */
const MIN_OPEN_PROSE = 120;
/** One pause in so many letters: prose in all languages of NTREX has one in 60-90, menus joined to a line have none. */
const LETTERS_PER_PAUSE = 200;

/** Measures the segments of one text. */
export function readPage(segments: readonly Segment[], lookup: Lookup): Page {
  let parted = 0;
  for (let i = 1; i < segments.length; i++) if ((segments[i]?.blankBefore ?? 0) > 0) parted++;
  return {
    lines: segments.map((segment) => readLine(segment, lookup)),
    hasBlankLines: parted >= 2 && parted * 2 >= segments.length - 1,
    lookup,
  };
}

function readLine(segment: Segment, lookup: Lookup): Line {
  const { text } = segment;
  const length = latinLength(text);
  const ending = endingOf(text);
  const isTerminal = isClosed(ending, length);
  const label = length <= MAX_PHRASE ? normaliseLabel(text) : '';
  const phrase = label === '' ? undefined : lookup.classify(text, label);
  const isLabel = length < MAX_LABEL && ending !== 'terminal' && label !== '';
  // Spelt out: on a million lines a spread costs more than all measures together.
  const { start, end, blankBefore, separatorsBefore } = segment;
  return {
    text,
    start,
    end,
    blankBefore,
    separatorsBefore,
    length,
    isTerminal,
    isProse: length >= MIN_PROSE && (isTerminal || isOpenProse(text, length)),
    isLabel,
    label,
    phrase,
  };
}

function isClosed(ending: ReturnType<typeof endingOf>, length: number): boolean {
  return ending === 'terminal' || (ending === 'quote' && length >= MIN_PROSE);
}

/** Whether a text of this length (in Latin letters) reads as prose, as `Line.isProse` says it. */
export function isProse(text: string, length: number): boolean {
  return length >= MIN_PROSE && (isClosed(endingOf(text), length) || isOpenProse(text, length));
}

const WITHOUT_STOPS = new Set(['Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt']);

function isOpenProse(text: string, length: number): boolean {
  if (length < MIN_OPEN_PROSE) return false;
  if (countPauses(text) * LETTERS_PER_PAUSE >= length) return true;
  return WITHOUT_STOPS.has(scriptOf(text.codePointAt(text.length >> 1) ?? 0));
}

/** Whether line `i` follows the line above it without a blank line, on a page where that means something. */
export function isTight(page: Page, i: number): boolean {
  return page.hasBlankLines && i > 0 && page.lines[i]?.blankBefore === 0;
}

/** Letters of prose on the lines from..to (half-open). */
export function proseMass(page: Page, from: number, to: number): number {
  let mass = 0;
  for (let i = from; i < to; i++) {
    const line = page.lines[i];
    if (line?.isProse === true) mass += line.length;
  }
  return mass;
}
