/**
 * A forest laid out for many rows at once (`forest-rows.ts`, `kernel/forest.wat`): thresholds by column, nodes of a tree
 * from its root down, leaves numbered within their tree. Owns that form; must not evaluate.
 */
import type { Forest } from './forest.ts';

/** Numbers of leaves have five bits. */
export const MAX_LEAVES = 32;

export interface LaidOutForest {
  /** Columns that the forest reads, each with the end of its thresholds. */
  readonly columns: readonly { readonly column: number; readonly end: number }[];
  /** Of all columns, those of each in ascending order. */
  readonly thresholds: Float32Array;
  /** Each tree from its root down, left before right, without the nodes that are leaves. */
  readonly trees: readonly (readonly LaidOutNode[])[];
  /** `MAX_LEAVES` values a tree. */
  readonly leaves: Float64Array;
}

export interface LaidOutNode {
  readonly threshold: number;
  /** A node of the tree, or `~leaf`. */
  readonly left: number;
  readonly right: number;
  /** The first node behind those below this one. */
  readonly behind: number;
}

/** The forest laid out, or nothing if a tree has more leaves than `MAX_LEAVES`. */
export function layOutForest(forest: Forest): LaidOutForest | undefined {
  const { columns, thresholds, slotOf } = sortThresholds(forest);
  const leaves = new Float64Array(forest.roots.length * MAX_LEAVES);
  const trees: LaidOutNode[][] = [];
  let largest = 0;
  forest.roots.forEach((root, tree) => {
    const nodes: LaidOutNode[] = [];
    let count = 0;
    const place = (node: number): number => {
      if (node < 0) {
        if (count < MAX_LEAVES) leaves[tree * MAX_LEAVES + count] = forest.leaf[~node]!;
        return ~count++;
      }
      const at = nodes.length;
      const threshold = slotOf(forest.feature[node]!, forest.threshold[node]!);
      nodes.push({ threshold, left: 0, right: 0, behind: 0 });
      const left = place(forest.left[node]!);
      const right = place(forest.right[node]!);
      nodes[at] = { threshold, left, right, behind: nodes.length };
      return at;
    };
    place(root);
    trees.push(nodes);
    largest = Math.max(largest, count);
  });
  return largest > MAX_LEAVES ? undefined : { columns, thresholds, trees, leaves };
}

function sortThresholds(forest: Forest) {
  const byColumn = new Map<number, Set<number>>();
  forest.feature.forEach((column, node) => {
    const known = byColumn.get(column) ?? new Set();
    byColumn.set(column, known.add(forest.threshold[node]!));
  });
  const columns: { column: number; end: number }[] = [];
  const thresholds: number[] = [];
  const slots = new Map<number, Map<number, number>>();
  for (const column of Int32Array.from(byColumn.keys()).sort()) {
    const sorted = Float32Array.from(byColumn.get(column) ?? []).sort();
    slots.set(column, new Map(Array.from(sorted, (threshold, i) => [threshold, thresholds.length + i])));
    thresholds.push(...sorted);
    columns.push({ column, end: thresholds.length });
  }
  const slotOf = (column: number, threshold: number): number => slots.get(column)?.get(threshold) ?? 0;
  return { columns, thresholds: Float32Array.from(thresholds), slotOf };
}
