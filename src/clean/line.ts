/**
 * A line of a page and what all passes ask of it. Owns the measures of one line; knows no other line. Linear in the
 * line.
 */
import { normaliseLabel } from '../lib/normalise.ts';
import { isWide, scriptOf } from '../lib/script.ts';
import type { TextUnits } from '../lib/text-units.ts';
import { type LabelForm, readForm } from './label-form.ts';
import type { Lookup, PhraseClass } from './lookup.ts';
import { type MenuRow, readRow } from './menu-row.ts';
import { countPauses, type Ending, endingAt, endingOf } from './punctuation.ts';
import type { Segment } from './segment.ts';

/** Labels are shorter than this, in Latin letters (the cleaning study, section 5, signal 1). */
export const MAX_LABEL = 60;
/** Lines up to this length are looked up in the phrase lists. */
export const MAX_PHRASE = 120;
/** Longest caption that is told by the credit at its end, in Latin letters. */
const MAX_CAPTION = 200;
/** The shortest sentence that counts as prose: half of a line of print. */
const MIN_PROSE = 60;
/** Prose without a final stop (Thai, cut-off teasers) must be this long and, except in Thai and its kin, paused. */
const MIN_OPEN_PROSE = 120;
/** One pause in so many letters: prose in all languages of NTREX has one in 60-90, menus joined to a line have none. */
const LETTERS_PER_PAUSE = 200;

/** What tells the part that a line plays in its text. */
export interface LineMeasures {
  readonly text: string;
  /** In units of a Latin letter. */
  readonly length: number;
  readonly ending: Ending;
  /** Reads as prose: long enough and closed or paused like sentences. */
  readonly isProse: boolean;
  /** Whether there is a comparison form that is not empty (`labelOf`): of short lines only. */
  readonly hasLabel: boolean;
  /** Short and without an end: a heading, a label, a menu entry. */
  readonly isLabel: boolean;
}

export interface Line extends Segment, LineMeasures {
  readonly text: string;
  /** Ends like a sentence. */
  readonly isTerminal: boolean;
  /** Lines with different hashes have different labels. */
  readonly labelHash: number;
  /** What the phrase lists say about the whole line. */
  readonly phrase: PhraseClass | undefined;
  /** Whether it is a label that names how a picture or text was made. */
  readonly isGenerated: boolean;
  /** A menu on one line. */
  readonly row: MenuRow | undefined;
}

/** Measures a line, which stands at the segment's offsets in the text; `form` is overwritten. */
export function readLine(
  segment: Segment,
  { units, hasWide }: TextUnits,
  form: LabelForm,
  lookup: Lookup,
): Line {
  // Spelt out: on a million lines a spread costs more than all measures together.
  const { text, start, end, blankBefore, separatorsBefore } = segment;
  let length = end - start;
  if (hasWide) for (let i = start; i < end; i++) if (isWide(units[i]!)) length += 2;
  const ending = endingAt(units, start, end);
  const isTerminal = isClosed(ending, length);
  const isShort = length <= MAX_PHRASE;
  if (isShort) readForm(form, text, units, start, end);
  const hasLabel = isShort && form.to > form.from;
  const isLabel = length < MAX_LABEL && ending !== 'terminal' && hasLabel;
  const found = hasLabel ? lookup.classify(text, form) : undefined;
  const labelHash = hasLabel ? form.hash : 0;
  const isGenerated = isLabel && lookup.isGeneratedLabel(form);
  const isProse = length >= MIN_PROSE && (isTerminal || isOpenProse(text, length));
  const isCaption = found === undefined && length <= MAX_CAPTION && lookup.endsInCredit(units, start, end);
  const phrase = isCaption ? 'credit' : found;
  const mayBeRow = phrase === undefined && ending === 'open' && !isProse && !isGenerated;
  const row = mayBeRow ? readRow(units, text, start, end, form, hasLabel, lookup) : undefined;
  return {
    text,
    start,
    end,
    blankBefore,
    separatorsBefore,
    length,
    ending,
    isTerminal,
    isProse,
    hasLabel,
    labelHash,
    isLabel,
    phrase: row === undefined ? phrase : row.phrase,
    isGenerated,
    row,
  };
}

/** Comparison form of a line; empty for a long one. */
export function labelOf(line: Line): string {
  return line.hasLabel ? normaliseLabel(line.text) : '';
}

function isClosed(ending: ReturnType<typeof endingOf>, length: number): boolean {
  return ending === 'terminal' || (ending === 'quote' && length >= MIN_PROSE);
}

/** Closed like a sentence, or prose of a script without stops. */
export function isSentence(line: Line): boolean {
  return line.isTerminal || line.isProse;
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
