/** Tables over UTF-16 units, filled from regular expressions: asked once for all units, not for each. */

/** Every unit of the first plane, in order. */
const UNITS = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('');

/** Sets a bit for each unit that the expression (global, of one character) matches. */
export function setBit(table: Uint8Array, expression: RegExp, bit: number): void {
  for (const { index } of UNITS.matchAll(expression)) table[index]! |= bit;
}
