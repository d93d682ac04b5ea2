/**
 * Boosted trees: a sum of small decision trees over a row of features, as a probability. Owns the evaluation and the
 * encoding; training is done by a script of the lexicon.
 * Reference: Friedman, "Greedy function approximation: a gradient boosting machine" (2001).
 */

/** Nodes of all trees one after another; a node sends a row left where `row[feature] <= threshold`. */
export interface Forest {
  readonly bias: number;
  readonly feature: Uint8Array;
  readonly threshold: Float32Array;
  /** Next node, or `~leaf` (negative) for a leaf. */
  readonly left: Int16Array;
  readonly right: Int16Array;
  readonly leaf: Float32Array;
  /** First node of each tree. */
  readonly roots: Uint16Array;
}

/** Probability of the positive class of one row. */
export function evaluate(forest: Forest, row: Float32Array): number {
  return probabilityOf(addRow(forest, row, forest.bias));
}

/** Adds the leaves of one row to a sum of log-odds. */
export function addRow(
  { feature, threshold, left, right, leaf, roots }: Forest,
  row: Float32Array,
  start: number,
): number {
  let sum = start;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!;
    do {
      node = row[feature[node]!]! <= threshold[node]! ? left[node]! : right[node]!;
    } while (node >= 0);
    sum += leaf[~node]!;
  }
  return sum;
}

/** Log-odds to a probability. */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** A forest in two: its first trees with the bias, and the rest without. Nodes and leaves stand in the order of the trees. */
export function splitForest(forest: Forest, trees: number): readonly [Forest, Forest] {
  const node = forest.roots[trees] ?? forest.feature.length;
  const leaf = forest.left
    .subarray(0, node)
    .reduce(leavesAfter, forest.right.subarray(0, node).reduce(leavesAfter, 0));
  const part = (
    bias: number,
    nodes: readonly [number, number],
    leaves: readonly [number, number],
  ): Forest => {
    const moved = (child: number) => (child < 0 ? ~(~child - leaves[0]) : child - nodes[0]);
    return {
      bias,
      feature: forest.feature.slice(...nodes),
      threshold: forest.threshold.slice(...nodes),
      left: forest.left.slice(...nodes).map(moved),
      right: forest.right.slice(...nodes).map(moved),
      leaf: forest.leaf.slice(...leaves),
      roots: forest.roots
        .filter((root) => root >= nodes[0] && root < nodes[1])
        .map((root) => root - nodes[0]),
    };
  };
  return [
    part(forest.bias, [0, node], [0, leaf]),
    part(0, [node, forest.feature.length], [leaf, forest.leaf.length]),
  ];
}

function leavesAfter(most: number, child: number): number {
  return child < 0 ? Math.max(most, ~child + 1) : most;
}

/** What a model file holds: the arrays of a forest as base64 of their little-endian bytes. */
export interface EncodedForest {
  readonly bias: number;
  readonly feature: string;
  readonly threshold: string;
  readonly left: string;
  readonly right: string;
  readonly leaf: string;
  readonly roots: string;
}

/** The forest of a model file. */
export function decodeForest(encoded: EncodedForest): Forest {
  return {
    bias: encoded.bias,
    feature: bytesOf(encoded.feature),
    threshold: floats(encoded.threshold),
    left: new Int16Array(halves(encoded.left)),
    right: new Int16Array(halves(encoded.right)),
    leaf: floats(encoded.leaf),
    roots: halves(encoded.roots),
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

// Read byte by byte: typed arrays follow the machine's byte order, a file does not.
function floats(base64: string): Float32Array {
  const bytes = bytesOf(base64);
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}

function halves(base64: string): Uint16Array {
  const bytes = bytesOf(base64);
  const view = new DataView(bytes.buffer);
  return Uint16Array.from({ length: bytes.length / 2 }, (_, i) => view.getUint16(2 * i, true));
}
