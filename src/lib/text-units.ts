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

/** Units beyond the end that may be asked for without a check; they are 0. */
export const UNITS_BEHIND = 8;
/** Longer scratches are given back: one large text must not be paid for by all that follow. */
const LONGEST_KEPT = 1 << 20;

/** Room for the units of a text, to be used again: a fresh array for each costs more than the copy. */
export class UnitRoom {
  #units = new Uint16Array(0);
  #bytes = Buffer.alloc(0);

  /** Room for so many units; what was written before is gone. */
  atLeast(wanted: number): Uint16Array {
    if (wanted > this.#units.length || (this.#units.length > LONGEST_KEPT && wanted <= LONGEST_KEPT)) {
      this.#units = new Uint16Array(Math.max(4096, wanted > LONGEST_KEPT ? wanted : 2 * wanted));
      this.#bytes = Buffer.from(this.#units.buffer);
    }
    return this.#units;
  }

  /** The code units of a text and then `UNITS_BEHIND` zeros; valid until the next call. */
  read(text: string): Uint16Array {
    const wanted = text.length + UNITS_BEHIND;
    const units = this.atLeast(wanted);
    this.#bytes.write(text, 'utf16le');
    if (!IS_LITTLE_ENDIAN) this.#bytes.subarray(0, 2 * text.length).swap16();
    units.fill(0, text.length, wanted);
    return units;
  }

  /** The first units as a text. */
  toText(length: number): string {
    if (!IS_LITTLE_ENDIAN) this.#bytes.subarray(0, 2 * length).swap16();
    return this.#bytes.toString('utf16le', 0, 2 * length);
  }
}

const shared = new UnitRoom();
let lastText = '';
let lastUnits: Uint16Array = shared.read('');

/**
 * The code units of a text and then `UNITS_BEHIND` zeros, for several who read the same text in turn: it is copied once.
 * Valid until another text is asked for; must not be written to.
 */
export function unitsOf(text: string): Uint16Array {
  // Two strings may say the same: from here on this one is asked for, and is told by its address.
  if (text !== lastText) lastUnits = shared.read(text);
  lastText = text;
  return lastUnits;
}
