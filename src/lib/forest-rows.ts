/**
 * Boosted trees over many rows at once: 32 rows are one word, a threshold splits them by one word of comparisons, and
 * a tree is walked for all of them by `and`. Owns the evaluation; the results are those of `evaluate` in `forest.ts`
 * to the last bit, because the values of the leaves are added in the same order.
 *
 * Walking trees row by row costs a mispredicted jump at every other node. Here thresholds are compared column by
 * column, without a jump, and most need no comparison: rows of one page lie on the same side of them.
 * Reference: Lucchese et al., "QuickScorer" (SIGIR 2015), from which the order by columns is; Ye et al., "RapidScorer"
 * (KDD 2018), rows as bits.
 */
import { evaluate, type Forest } from './forest.ts';
import { MAX_LEAVES, NODE, NODE_WIDTH, type SlicedForest, sliceForest } from './sliced-forest.ts';

/** Rows of a batch: bits of a word. */
const BATCH = 32;

/** How forests are evaluated over many rows: made when first used, kept as long as the forest. */
const SLICED = new WeakMap<Forest, SlicedForest | 'too-large'>();

/**
 * Probabilities of many rows of `width` numbers each, none of them NaN; to the last bit what `evaluate` gives for
 * each.
 */
export function evaluateRows(forest: Forest, rows: Float32Array, width: number): Float32Array {
  const sliced = SLICED.get(forest) ?? sliceForest(forest) ?? 'too-large';
  SLICED.set(forest, sliced);
  if (sliced !== 'too-large') return evaluateSliced(sliced, rows, width);
  return Float32Array.from({ length: rows.length / width }, (_, r) =>
    evaluate(forest, rows.subarray(r * width, (r + 1) * width)),
  );
}

/** Probabilities of all rows, `width` numbers each, none of them NaN. */
function evaluateSliced(forest: SlicedForest, rows: Float32Array, width: number): Float32Array {
  const probabilities = new Float32Array(rows.length / width);
  for (let first = 0; first < probabilities.length; first += BATCH) {
    const count = Math.min(BATCH, probabilities.length - first);
    const all = count === BATCH ? -1 : (1 << count) - 1;
    compare(forest, rows, first * width, width, count, all);
    SUMS.fill(forest.bias);
    addLeaves(forest, all, count);
    for (let r = 0; r < count; r++) probabilities[first + r] = 1 / (1 + Math.exp(-SUMS[r]!));
  }
  return probabilities;
}

const COLUMN = new Float64Array(BATCH);
/** Six at a time are added: 36, of which the last four are of no account. */
const SUMS = new Float64Array(36);

/** Compares `count` rows from `start` with every threshold. Bits behind the last row are of no account. */
function compare(
  forest: SlicedForest,
  rows: Float32Array,
  start: number,
  width: number,
  count: number,
  all: number,
): void {
  const { columns, thresholdFrom, thresholds, isBelow } = forest;
  for (let c = 0; c < columns.length; c++) {
    let least = Number.POSITIVE_INFINITY;
    let greatest = Number.NEGATIVE_INFINITY;
    for (let r = 0, at = start + columns[c]!; r < count; r++, at += width) {
      const value = rows[at]!;
      COLUMN[r] = value;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    const end = thresholdFrom[c + 1]!;
    for (let t = thresholdFrom[c]!; t < end; t++) {
      const threshold = thresholds[t]!;
      if (threshold < least) isBelow[t] = 0;
      else if (threshold >= greatest) isBelow[t] = all;
      else isBelow[t] = compareColumn(threshold, count);
    }
  }
}

/** Bits of the rows that are not above the threshold; four at a time, and no jump on what they are. */
function compareColumn(threshold: number, count: number): number {
  let bits = 0;
  for (let r = 0; r < count; r += 4) {
    const four =
      +(COLUMN[r]! <= threshold) |
      (+(COLUMN[r + 1]! <= threshold) << 1) |
      (+(COLUMN[r + 2]! <= threshold) << 2) |
      (+(COLUMN[r + 3]! <= threshold) << 3);
    bits |= four << r;
  }
  return bits;
}

/** Bit i of six at bit 5 i of a word: six rows side by side, five bits for the number of a leaf. */
const SPREAD = Int32Array.from({ length: 64 }, (_, six) => {
  let word = 0;
  for (let bit = 0; bit < 6; bit++) word |= ((six >> bit) & 1) << (5 * bit);
  return word;
});

/** Walks every tree for all rows of the batch and adds the leaf of each row to its sum. */
function addLeaves(
  { nodes, reach, isBelow, treeFrom, leaves }: SlicedForest,
  all: number,
  count: number,
): void {
  for (let tree = 0; tree + 1 < treeFrom.length; tree++) {
    const end = treeFrom[tree + 1]!;
    let node = treeFrom[tree]!;
    reach[node] = all;
    // The number of each row's leaf, its five bits in five words.
    let ones = 0;
    let twos = 0;
    let fours = 0;
    let eights = 0;
    let sixteens = 0;
    while (node < end) {
      const at = node * NODE_WIDTH;
      const here = reach[node]!;
      if (here === 0) {
        node = nodes[at + NODE.behind]!;
        continue;
      }
      const below = isBelow[nodes[at]!]!;
      const left = nodes[at + NODE.left]!;
      const right = nodes[at + NODE.right]!;
      if (left >= 0) reach[left] = here & below;
      else {
        const rows = here & below;
        ones |= rows & -(~left & 1);
        twos |= rows & -((~left >> 1) & 1);
        fours |= rows & -((~left >> 2) & 1);
        eights |= rows & -((~left >> 3) & 1);
        sixteens |= rows & -(~left >> 4);
      }
      if (right >= 0) reach[right] = here & ~below;
      else {
        const rows = here & ~below;
        ones |= rows & -(~right & 1);
        twos |= rows & -((~right >> 1) & 1);
        fours |= rows & -((~right >> 2) & 1);
        eights |= rows & -((~right >> 3) & 1);
        sixteens |= rows & -(~right >> 4);
      }
      node++;
    }
    const base = tree * MAX_LEAVES;
    for (let r = 0; r < count; r += 6) {
      const leaf =
        SPREAD[(ones >>> r) & 63]! |
        (SPREAD[(twos >>> r) & 63]! << 1) |
        (SPREAD[(fours >>> r) & 63]! << 2) |
        (SPREAD[(eights >>> r) & 63]! << 3) |
        (SPREAD[(sixteens >>> r) & 63]! << 4);
      SUMS[r]! += leaves[base + (leaf & 31)]!;
      SUMS[r + 1]! += leaves[base + ((leaf >>> 5) & 31)]!;
      SUMS[r + 2]! += leaves[base + ((leaf >>> 10) & 31)]!;
      SUMS[r + 3]! += leaves[base + ((leaf >>> 15) & 31)]!;
      SUMS[r + 4]! += leaves[base + ((leaf >>> 20) & 31)]!;
      SUMS[r + 5]! += leaves[base + (leaf >>> 25)]!;
    }
  }
}
