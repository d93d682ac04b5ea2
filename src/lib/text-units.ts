/**
 * A text as UTF-16 code units. Owns the copy: a line is a slice of a string, and to ask a slice for a unit costs three
 * times as much as a typed array.
 */
import { FIRST_WIDE } from './script.ts';

export interface TextUnits {
  /** At the offsets that they have in the text. */
  readonly units: Uint16Array;
  /** False where no unit counts for three Latin letters; true where one may. */
  readonly hasWide: boolean;
}

/** The code units of a text. */
export function readUnits(text: string): TextUnits {
  const { length } = text;
  const units = new Uint16Array(length);
  let all = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    units[i] = unit;
    all |= unit;
  }
  return { units, hasWide: all >= FIRST_WIDE };
}
