/** Bytes of a text before its encoding is known for good: line ends and lines, one byte or two a unit. */

/** `ascii`: whatever writes ASCII as ASCII. */
export type Units = 'ascii' | 'utf-16le' | 'utf-16be';

/** The text of whole units; what is damaged becomes U+FFFD. */
export type TextOf = (bytes: Buffer) => string;

export const LINE_FEED = 0x0a;
export const RETURN = 0x0d;
export const FORM_FEED = 0x0c;

export function widthOf(units: Units): 1 | 2 {
  return units === 'ascii' ? 1 : 2;
}

/** Where the unit stands, at or behind `from`, which is at the beginning of one; -1 where it does not. */
export function indexOfUnit(bytes: Buffer, unit: number, from: number, units: Units): number {
  if (units === 'ascii') return bytes.indexOf(unit, from);
  const low = units === 'utf-16le' ? 0 : 1;
  for (let at = bytes.indexOf(unit, from); at !== -1; at = bytes.indexOf(unit, at + 1)) {
    const start = at - low;
    if (start < from || (start - from) % 2 !== 0) continue;
    if (start + 1 < bytes.length && bytes[start + 1 - low] === 0) return start;
  }
  return -1;
}

/** The text of whole units; bytes that are no UTF-8 become U+FFFD. */
export function textOfUnits(bytes: Buffer, units: Units): string {
  switch (units) {
    case 'ascii':
      return bytes.toString('utf8');
    case 'utf-16le':
      return bytes.toString('utf16le');
    case 'utf-16be':
      return Buffer.from(bytes.subarray(0, bytes.length & ~1))
        .swap16()
        .toString('utf16le');
    default:
      return units satisfies never;
  }
}

/** Bytes of white space, and of a mark, at the beginning. */
export function blankLength(bytes: Buffer, units: Units): number {
  const width = widthOf(units);
  const [first, second] = units === 'utf-16be' ? [1, 0] : [0, 1];
  let at = 0;
  if (units === 'ascii' && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
  while (at < bytes.length) {
    const low = bytes[at + first] ?? 0;
    const high = width === 1 ? 0 : (bytes[at + second] ?? 0);
    const isMark = high === 0xfe && low === 0xff;
    if (!isMark && (high !== 0 || low > 0x20)) break;
    at += width;
  }
  return Math.min(at, bytes.length);
}

/** Lines whatever ends them: LF, CR LF or CR. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}
