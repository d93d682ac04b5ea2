/**
 * Lines of a page that are alike to the last unit. Owns the search; must not judge. Linear: only lines whose length and
 * ends another line has are looked up by their text.
 */
import type { Page } from './page.ts';

/** By line: the first line of the page with the same text, which may be the line itself. */
export function findCopies({ lines, units }: Pick<Page, 'lines' | 'units'>): Int32Array {
  const keys = new Uint16Array(lines.length);
  for (let i = 0; i < lines.length; i++) {
    const { start, end } = lines[i]!;
    const key = hashEnds(units, start, end);
    keys[i] = key;
    if (COUNTS[key]! < 2) COUNTS[key]!++;
  }
  const first = new Int32Array(lines.length);
  const seen = new Map<string, number>();
  for (let i = 0; i < lines.length; i++) {
    first[i] = i;
    if (COUNTS[keys[i]!] === 1) continue;
    const { text } = lines[i]!;
    const copyOf = seen.get(text);
    if (copyOf === undefined) seen.set(text, i);
    else first[i] = copyOf;
  }
  for (let i = 0; i < lines.length; i++) COUNTS[keys[i]!] = 0;
  return first;
}

/** Lines by the hash of their ends, counted up to two; cleared after use by walking the same keys. */
const COUNTS = new Uint8Array(0x10000);

/** Units at either end of a line that tell it from most others. */
const ENDS = 8;

/** Hash (16 bits; Knuth, TAOCP 3, 6.4) of the length and of the units at both ends. */
function hashEnds(units: Uint16Array, start: number, end: number): number {
  let hash = end - start;
  const head = Math.min(end, start + ENDS);
  for (let i = start; i < head; i++) hash = Math.imul(hash ^ units[i]!, 0x9e3779b1);
  for (let i = Math.max(head, end - ENDS); i < end; i++) hash = Math.imul(hash ^ units[i]!, 0x9e3779b1);
  return hash >>> 16;
}
