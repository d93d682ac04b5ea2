/**
 * Rows with equal keys, found without putting all rows in order. Owns the passes and their scratch; must not know what a
 * key means.
 *
 * Rows and keys are first parted by the upper bits of the key, into parts that fit into the nearest cache; each part is
 * parted again, until a row stands alone or with a few others, whose keys are compared. O(n) for keys as even as hashes;
 * what is left together by both passes is sorted, which is linear, too.
 *
 * Reference: P. Boncz, S. Manegold, M. Kersten, Database architecture optimized for the new bottleneck: memory access,
 * VLDB 1999 (radix-partitioning).
 */
import { sortRowsByKey } from './radix-sort.ts';

const KEY_BITS = 32;
/** Upper bits of the first pass: as many parts as can be written to side by side. */
const FIRST_BITS = 10;
const FIRST_SHIFT = KEY_BITS - FIRST_BITS;
/** Most bits of the second: its counters fill 16 kB. */
const SECOND_BITS = 12;
/** Largest run that is put in order by insertion: the counters of a radix sort cost as much as some 2,000 comparisons. */
const FEW = 64;

/** Rows with their keys. */
interface Keyed {
  readonly rows: Uint32Array;
  readonly keys: Uint32Array;
}

export class EqualKeys {
  readonly #firstEnds = new Uint32Array(1 << FIRST_BITS);
  readonly #secondEnds = new Uint32Array(1 << SECOND_BITS);
  readonly #first: Keyed;
  readonly #second: Keyed;

  /** Scratch for at most `count` rows, 16 bytes each. */
  constructor(count: number) {
    this.#first = { rows: new Uint32Array(count), keys: new Uint32Array(count) };
    this.#second = { rows: new Uint32Array(count), keys: new Uint32Array(count) };
  }

  /**
   * Calls `visit` with each two or more of the rows whose keys are equal, in the order in which they are given and ordered
   * by key; `keys` is parallel to `rows`. The bucket is overwritten later.
   */
  visit(rows: Uint32Array, keys: Uint32Array, visit: (bucket: Uint32Array) => void): void {
    const ends = this.#firstEnds;
    part({ rows, keys }, 0, rows.length, FIRST_SHIFT, ends, this.#first);
    let start = 0;
    for (let at = 0; at < ends.length; at++) {
      const end = ends[at]!;
      if (end - start > 1) this.#visitPart(start, end, visit);
      start = end;
    }
  }

  #visitPart(start: number, end: number, visit: (bucket: Uint32Array) => void): void {
    const bits = Math.min(SECOND_BITS, Math.ceil(Math.log2(end - start)));
    const ends = this.#secondEnds.subarray(0, 1 << bits);
    part(this.#first, start, end, FIRST_SHIFT - bits, ends, this.#second);
    let from = 0;
    for (let at = 0; at < ends.length; at++) {
      const to = ends[at]!;
      if (to - from > 1) this.#visitRun(from, to, visit);
      from = to;
    }
  }

  #visitRun(start: number, end: number, visit: (bucket: Uint32Array) => void): void {
    const { rows, keys } = this.#second;
    // Many rows that are left together have one key, as a rule.
    if (areEqual(keys, start, end)) {
      visit(rows.subarray(start, end));
      return;
    }
    if (end - start <= FEW) insertByKey(this.#second, start, end);
    else sortByKey(this.#second, start, end);
    for (let from = start, to = start; from < end; from = to) {
      for (to = from + 1; to < end && keys[to] === keys[from]; ) to++;
      if (to > from + 1) visit(rows.subarray(from, to));
    }
  }
}

/**
 * Writes the rows from `start` to `end` into another place, from its beginning, in the order of some bits of their keys,
 * those of equal bits in their present order. As many bits as `ends` has places for; they become the ends of the parts.
 */
function part(
  source: Keyed,
  start: number,
  end: number,
  shift: number,
  ends: Uint32Array,
  target: Keyed,
): void {
  const mask = ends.length - 1;
  ends.fill(0);
  for (let i = start; i < end; i++) ends[(source.keys[i]! >>> shift) & mask]!++;
  let total = 0;
  for (let at = 0; at < ends.length; at++) {
    const count = ends[at]!;
    ends[at] = total;
    total += count;
  }
  // Each start moves on to the end of its part.
  for (let i = start; i < end; i++) {
    const key = source.keys[i]!;
    const place = ends[(key >>> shift) & mask]!++;
    target.keys[place] = key;
    target.rows[place] = source.rows[i]!;
  }
}

function areEqual(keys: Uint32Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (keys[i] !== keys[start]) return false;
  return true;
}

/** Stable. */
function insertByKey({ rows, keys }: Keyed, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const row = rows[i]!;
    const key = keys[i]!;
    let at = i;
    for (; at > start && keys[at - 1]! > key; at--) {
      keys[at] = keys[at - 1]!;
      rows[at] = rows[at - 1]!;
    }
    keys[at] = key;
    rows[at] = row;
  }
}

/** Stable; for runs that hashes do not make. */
function sortByKey({ rows, keys }: Keyed, start: number, end: number): void {
  const order = Uint32Array.from({ length: end - start }, (_, i) => i);
  const ownKeys = keys.slice(start, end);
  const ownRows = rows.slice(start, end);
  sortRowsByKey(order, ownKeys, new Uint32Array(order.length));
  order.forEach((from, to) => {
    keys[start + to] = ownKeys[from]!;
    rows[start + to] = ownRows[from]!;
  });
}
