/**
 * A line of a page and what all passes ask of it. Owns the measures of one line; knows no other line. Linear in the
 * line.
 */
import { normaliseLabel } from '../lib/normalise.ts';
import { isWide, scriptOf } from '../lib/script.ts';
import type { LabelForm } from './label-form.ts';
import type { Lookup, PhraseClass } from './lookup.ts';
import { countPauses, endingAt, endingOf, type Ending } from './punctuation.ts';
import type { Segment } from './segment.ts';
import type { TextUnits } from '../lib/text-units.ts';

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

export class Line implements Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly blankBefore: number;
  readonly separatorsBefore: number;
  /** In units of a Latin letter. */
  readonly length: number;
  readonly ending: Ending;
  /** Ends like a sentence. */
  readonly isTerminal: boolean;
  /** Reads as prose: long enough and closed or paused like sentences. */
  readonly isProse: boolean;
  /** Whether there is a comparison form that is not empty: of short lines only. */
  readonly hasLabel: boolean;
  /** Lines with different hashes have different labels. */
  readonly labelHash: number;
  /** Short and without an end: a heading, a label, a menu entry. */
  readonly isLabel: boolean;
  /** What the phrase lists say about the whole line. */
  readonly phrase: PhraseClass | undefined;
  /** Whether it is a label that names how a picture or text was made. */
  readonly isGenerated: boolean;
  /** Whether it is a label that is a phrase of menus, share bars, prompts or footers. */
  readonly isMenuPhrase: boolean;
  /** Whether it is a label that is a button of a consent banner. */
  readonly isConsentButton: boolean;
  #label: string | undefined;

  /** The units of the text stand at the segment's offsets; `form` is overwritten. */
  constructor(segment: Segment, { units, hasWide }: TextUnits, form: LabelForm, lookup: Lookup) {
    const { text, start, end } = segment;
    this.text = text;
    this.start = start;
    this.end = end;
    this.blankBefore = segment.blankBefore;
    this.separatorsBefore = segment.separatorsBefore;
    let length = end - start;
    if (hasWide) for (let i = start; i < end; i++) if (isWide(units[i]!)) length += 2;
    this.length = length;
    this.ending = endingAt(units, start, end);
    this.isTerminal = isClosed(this.ending, length);
    this.isProse = length >= MIN_PROSE && (this.isTerminal || isOpenProse(text, length));
    const isShort = length <= MAX_PHRASE;
    if (isShort) form.read(text, units, start, end);
    this.hasLabel = isShort && form.to > form.from;
    this.labelHash = this.hasLabel ? form.labelHash : 0;
    this.isLabel = length < MAX_LABEL && this.ending !== 'terminal' && this.hasLabel;
    this.phrase = this.hasLabel ? lookup.classify(text, form) : undefined;
    this.isGenerated = this.isLabel && lookup.isGeneratedLabel(form);
    this.isMenuPhrase = this.isLabel && this.phrase !== undefined && lookup.isMenuPhrase(form);
    this.isConsentButton = this.isLabel && lookup.isConsentButton(form);
    this.#label = this.hasLabel ? undefined : '';
  }

  /** Comparison form, for labels and other short lines only; empty for the rest. Made when first asked for. */
  get label(): string {
    this.#label ??= normaliseLabel(this.text);
    return this.#label;
  }
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
