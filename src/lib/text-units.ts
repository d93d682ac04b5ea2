/**
 * A text as UTF-16 code units. Owns the copy: a line is a slice of a string, and to ask a slice for a unit costs three
 * times as much as a typed array.
 */

/** The code units of a text, at the offsets that they have in it. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i);
  return units;
}
