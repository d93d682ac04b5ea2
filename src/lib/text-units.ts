/**
 * A text as UTF-16 code units. Owns the copy: a line is a slice of a string, and to ask a slice for a unit costs three
 * times as much as a typed array.
 */
import { WIDE } from './script.ts';

export interface TextUnits {
  /** At the offsets that they have in the text. */
  readonly units: Uint16Array;
  /** Whether any unit counts for three Latin letters. */
  readonly hasWide: boolean;
}

/** Typed arrays follow the machine's byte order, the encoding does not. */
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The code units of a text. */
export function readUnits(text: string): TextUnits {
  const units = new Uint16Array(text.length);
  const bytes = Buffer.from(units.buffer);
  bytes.write(text, 'utf16le');
  if (!IS_LITTLE_ENDIAN) bytes.swap16();
  return { units, hasWide: WIDE.test(text) };
}
