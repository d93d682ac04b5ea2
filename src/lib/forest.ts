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
  const { feature, threshold, left, right, leaf, roots } = forest;
  let sum = forest.bias;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!;
    do {
      node = row[feature[node]!]! <= threshold[node]! ? left[node]! : right[node]!;
    } while (node >= 0);
    sum += leaf[~node]!;
  }
  return 1 / (1 + Math.exp(-sum));
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
