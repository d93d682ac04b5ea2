/**
 * Which of many terms stand anywhere in a text. Owns the search; what the terms mean is for the caller. One pass over
 * the text: where no term begins with the two characters at hand, which is nearly everywhere, it costs one load.
 */

export interface TermSearch {
  /** Whether any of the terms stands in the text. */
  readonly isIn: (text: string) => boolean;
  /** The same of the first `length` of some code units. */
  readonly isInUnits: (units: Uint16Array, length: number) => boolean;
  /** How many different terms stand in the text, counted up to `most`. */
  readonly count: (text: string, most: number) => number;
}

/** A search for the given terms, none of them empty. */
export function createTermSearch(terms: readonly string[]): TermSearch {
  const distinct = [...new Set(terms)];
  const singles = distinct.filter((term) => term.length === 1);
  /** Terms by their first two units; different pairs may share a key. */
  const opening: string[][] = [];
  const opens = new Uint16Array(0x10000);
  for (const term of distinct) {
    if (term.length === 1) continue;
    const key = pairKey(term.charCodeAt(0), term.charCodeAt(1));
    if (opens[key] === 0) opens[key] = opening.push([]);
    opening[opens[key]! - 1]!.push(term);
  }
  const count = (text: string, most: number): number => {
    const found = new Set(singles.filter((term) => text.includes(term)));
    let unit = text.charCodeAt(0);
    for (let at = 0; at + 1 < text.length && found.size < most; at++) {
      const next = text.charCodeAt(at + 1);
      const bucket = opens[pairKey(unit, next)]!;
      unit = next;
      if (bucket === 0) continue;
      for (const term of opening[bucket - 1]!) if (text.startsWith(term, at)) found.add(term);
    }
    return Math.min(found.size, most);
  };
  const isInUnits = (units: Uint16Array, length: number): boolean => {
    for (let at = 0; at < length; at++) {
      const bucket = at + 1 < length ? opens[pairKey(units[at]!, units[at + 1]!)]! : 0;
      if (bucket !== 0 && opening[bucket - 1]!.some((term) => standsAt(term, units, at, length))) return true;
      if (singles.length > 0 && singles.some((term) => standsAt(term, units, at, length))) return true;
    }
    return false;
  };
  return { isIn: (text) => count(text, 1) === 1, isInUnits, count };
}

function standsAt(term: string, units: Uint16Array, at: number, length: number): boolean {
  if (at + term.length > length) return false;
  for (let i = 0; i < term.length; i++) if (term.charCodeAt(i) !== units[at + i]) return false;
  return true;
}

function pairKey(first: number, second: number): number {
  return ((first * 0x101) ^ second) & 0xffff;
}
