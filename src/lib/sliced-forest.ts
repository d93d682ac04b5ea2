/**
 * A forest laid out for many rows at once (`forest-rows.ts`): thresholds by column, nodes of a tree from its root down,
 * leaves numbered within their tree. Owns that form; must not evaluate.
 */
import type { Forest } from './forest.ts';

/** Numbers of leaves have five bits. */
export const MAX_LEAVES = 32;

export interface SlicedForest {
  readonly bias: number;
  /** Columns that the forest reads, and where the thresholds of each stand, in ascending order. */
  readonly columns: Int32Array;
  readonly thresholdFrom: Int32Array;
  readonly thresholds: Float64Array;
  /** By threshold: which rows of the batch are not above it. */
  readonly isBelow: Int32Array;
  /** Four numbers a node (see `NODE`), each tree from its root down, left before right. */
  readonly nodes: Int32Array;
  /** By node: which rows of the batch come to it. */
  readonly reach: Int32Array;
  /** First node of each tree, and the end of the last. */
  readonly treeFrom: Int32Array;
  /** `MAX_LEAVES` values a tree. */
  readonly leaves: Float64Array;
}

/** Threshold, the children (a node, or `~leaf` within the tree), and the first node behind those below this one. */
export const NODE = { threshold: 0, left: 1, right: 2, behind: 3 } as const;
export const NODE_WIDTH = 4;

/** The forest in slices, or nothing if a tree has more leaves than `MAX_LEAVES`. */
export function sliceForest(forest: Forest): SlicedForest | undefined {
  const { columns, thresholdFrom, thresholds, slotOf } = sortThresholds(forest);
  const nodes: number[] = [];
  const treeFrom = [0];
  const leaves = new Float64Array(forest.roots.length * MAX_LEAVES);
  let largest = 0;
  forest.roots.forEach((root, tree) => {
    let count = 0;
    const place = (node: number): number => {
      if (node < 0) {
        if (count < MAX_LEAVES) leaves[tree * MAX_LEAVES + count] = forest.leaf[~node]!;
        return ~count++;
      }
      const at = nodes.length;
      nodes.push(slotOf(forest.feature[node]!, forest.threshold[node]!), 0, 0, 0);
      nodes[at + NODE.left] = place(forest.left[node]!);
      nodes[at + NODE.right] = place(forest.right[node]!);
      nodes[at + NODE.behind] = nodes.length / NODE_WIDTH;
      return at / NODE_WIDTH;
    };
    place(root);
    treeFrom.push(nodes.length / NODE_WIDTH);
    largest = Math.max(largest, count);
  });
  if (largest > MAX_LEAVES) return undefined;
  return {
    bias: forest.bias,
    columns,
    thresholdFrom,
    thresholds,
    isBelow: new Int32Array(thresholds.length),
    nodes: Int32Array.from(nodes),
    reach: new Int32Array(nodes.length / NODE_WIDTH),
    treeFrom: Int32Array.from(treeFrom),
    leaves,
  };
}

function sortThresholds(forest: Forest) {
  const byColumn = new Map<number, Set<number>>();
  forest.feature.forEach((column, node) => {
    const known = byColumn.get(column) ?? new Set();
    byColumn.set(column, known.add(forest.threshold[node]!));
  });
  const columns = Int32Array.from(byColumn.keys()).sort();
  const thresholdFrom = new Int32Array(columns.length + 1);
  const thresholds: number[] = [];
  const slots = new Map<number, Map<number, number>>();
  columns.forEach((column, c) => {
    const sorted = Float64Array.from(byColumn.get(column) ?? []).sort();
    slots.set(column, new Map(Array.from(sorted, (threshold, i) => [threshold, thresholds.length + i])));
    thresholds.push(...sorted);
    thresholdFrom[c + 1] = thresholds.length;
  });
  const slotOf = (column: number, threshold: number): number => slots.get(column)?.get(threshold) ?? 0;
  return { columns, thresholdFrom, thresholds: Float64Array.from(thresholds), slotOf };
}
