/**
 * A text that is kept as it is: blocks and their roles. Owns the cheap way to them: a line is measured where a title,
 * a lead or a heading may stand, and not where no measure can matter. Must not drop anything but what site rules say.
 */
import { CHANGED_UNIT, normaliseLabel, PUNCTUATION_UNIT } from '../lib/normalise.ts';
import { latinLength } from '../lib/script.ts';
import { isProse, type LineMeasures, MAX_LABEL, MAX_PHRASE } from './line.ts';
import { type Ending, endingOf } from './punctuation.ts';
import type { Segment } from './segment.ts';

const UNMEASURED = -1;

/** A line that is measured when it is asked; it says what `readLine` says. */
export class PlainLine implements LineMeasures {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  #length = UNMEASURED;

  constructor({ text, start, end }: Segment) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  get length(): number {
    if (this.#length === UNMEASURED) this.#length = latinLength(this.text);
    return this.#length;
  }

  get ending(): Ending {
    return endingOf(this.text);
  }

  get isProse(): boolean {
    return isProse(this.text, this.length);
  }

  get hasLabel(): boolean {
    return this.length <= MAX_PHRASE && hasLetters(this.text);
  }

  get isLabel(): boolean {
    // No unit counts for less than one letter: most lines are told by that.
    if (this.text.length >= MAX_LABEL) return false;
    return this.length < MAX_LABEL && this.ending !== 'terminal' && hasLetters(this.text);
  }
}

/** Whether the comparison form of a line is not empty. */
function hasLetters(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (PUNCTUATION_UNIT[unit] === 0 && CHANGED_UNIT[unit] === 0) return true;
  }
  return normaliseLabel(text) !== '';
}
