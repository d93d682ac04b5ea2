/**
 * Inverted index over story keys: key -> articles, as flat typed arrays. Owns the dense numbering of keys (an open
 * addressing table, linear probing); must not weigh or drop anything. Time and memory are linear in the postings.
 */

/** One row of keys an article; rows are `keys.subarray(offsets[i], offsets[i + 1])`. */
export interface KeyRows {
  readonly count: number;
  /** count + 1 long. */
  readonly offsets: Uint32Array;
  /** Sorted and unique within a row. */
  readonly keys: Uint32Array;
}

export interface Postings {
  /** Number of distinct keys. */
  readonly size: number;
  /** Dense key number of each position of `rows.keys`. */
  readonly numbers: Uint32Array;
  /** Postings of key number k: `articles.subarray(starts[k], starts[k + 1])`, ascending. */
  readonly starts: Uint32Array;
  readonly articles: Uint32Array;
}

export function buildPostings(rows: KeyRows): Postings {
  const total = rows.offsets[rows.count] ?? 0;
  const { numbers, size } = numberKeys(rows.keys, total);
  const starts = new Uint32Array(size + 1);
  for (let i = 0; i < total; i++) starts[numbers[i]! + 1]!++;
  for (let k = 0; k < size; k++) starts[k + 1]! += starts[k]!;
  const next = starts.slice(0, size);
  const articles = new Uint32Array(total);
  for (let article = 0; article < rows.count; article++) {
    for (let i = rows.offsets[article]!; i < rows.offsets[article + 1]!; i++) {
      articles[next[numbers[i]!]!++] = article;
    }
  }
  return { size, numbers, starts, articles };
}

function numberKeys(keys: Uint32Array, total: number): { numbers: Uint32Array; size: number } {
  // At most half full, so that probes stay short.
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * total)));
  const mask = capacity - 1;
  const slots = new Uint32Array(capacity);
  const slotKeys = new Uint32Array(capacity);
  const numbers = new Uint32Array(total);
  let size = 0;
  for (let i = 0; i < total; i++) {
    const key = keys[i]!;
    let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1) & mask;
    while (slots[slot] !== 0 && slotKeys[slot] !== key) slot = (slot + 1) & mask;
    if (slots[slot] === 0) {
      slots[slot] = ++size;
      slotKeys[slot] = key;
    }
    numbers[i] = slots[slot]! - 1;
  }
  return { numbers, size };
}
