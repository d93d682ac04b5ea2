// Gradient boosting of small trees for two classes: histograms over at most 64 bins, best leaf first.
// Reference: Friedman, "Greedy function approximation" (2001); Ke et al., "LightGBM" (2017), histograms and leaf-wise growth.
// Deterministic: columns and rows are drawn by a seeded generator, ties go to the smaller column and bin.
const BINS = 64;

/** rows: Float32Array of `width` numbers each; labels 0 or 1; weights positive. Returns the arrays of a forest. */
export function boost({ rows, width, labels, weights, options, seed = 1 }) {
  const settings = { ...DEFAULTS, ...options };
  const count = labels.length;
  const edges = findEdges(rows, width, count, seed);
  const binned = binRows(rows, width, count, edges);
  const random = generator(seed);
  const positive = sum(weights, (i) => labels[i]) / sum(weights, () => 1);
  const forest = { bias: Math.log(positive / (1 - positive)), trees: [] };
  const scores = new Float64Array(count).fill(forest.bias);
  const gradients = new Float64Array(count);
  const hessians = new Float64Array(count);
  for (let t = 0; t < settings.trees; t++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-scores[i]));
      gradients[i] = weights[i] * (p - labels[i]);
      hessians[i] = weights[i] * p * (1 - p);
    }
    const columns = sample(width, Math.ceil(settings.columnShare * width), random);
    const taken = [];
    for (let i = 0; i < count; i++) if (random() < settings.rowShare) taken.push(i);
    const tree = growTree({
      binned,
      width,
      columns,
      rows: Uint32Array.from(taken),
      gradients,
      hessians,
      settings,
      edges,
    });
    forest.trees.push(tree);
    addTree(tree, binned, width, scores);
  }
  return flatten(forest);
}

const DEFAULTS = {
  trees: 100,
  leaves: 15,
  rate: 0.1,
  columnShare: 0.4,
  rowShare: 0.8,
  ridge: 5,
  minimumRows: 40,
};

function growTree({ binned, width, columns, rows, gradients, hessians, settings, edges }) {
  const root = makeLeaf(rows, histogram(rows, binned, width, columns, gradients, hessians));
  findSplit(root, columns, settings);
  const leaves = [root];
  while (leaves.length < settings.leaves) {
    let best;
    for (const leaf of leaves)
      if (leaf.split !== undefined && (best === undefined || leaf.split.gain > best.split.gain)) best = leaf;
    if (best === undefined) break;
    const { column, bin } = best.split;
    const [left, right] = part(best.rows, (row) => binned[row * width + column] <= bin);
    // Only the smaller half is counted again: the other one is the difference.
    const small = left.length <= right.length ? left : right;
    const counted = histogram(small, binned, width, columns, gradients, hessians);
    const other = best.histogram;
    for (let k = 0; k < other.length; k++) other[k] -= counted[k];
    const children =
      small === left
        ? [makeLeaf(left, counted), makeLeaf(right, other)]
        : [makeLeaf(left, other), makeLeaf(right, counted)];
    best.children = children;
    best.threshold = edges[column][bin];
    best.histogram = undefined;
    for (const child of children) findSplit(child, columns, settings);
    leaves.splice(leaves.indexOf(best), 1, ...children);
  }
  for (const leaf of leaves) {
    leaf.value = (-settings.rate * leaf.gradient) / (leaf.hessian + settings.ridge);
    leaf.histogram = undefined;
    leaf.rows = undefined;
  }
  return root;

  function makeLeaf(taken, histogramOf) {
    let gradient = 0;
    let hessian = 0;
    for (const row of taken) {
      gradient += gradients[row];
      hessian += hessians[row];
    }
    return { rows: taken, histogram: histogramOf, gradient, hessian };
  }
}

/** Gradient, hessian and number of rows for each bin of each column that takes part. */
function histogram(rows, binned, width, columns, gradients, hessians) {
  const sums = new Float64Array(columns.length * BINS * 3);
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k];
    const g = gradients[row];
    const h = hessians[row];
    const base = row * width;
    for (let c = 0; c < columns.length; c++) {
      const at = (c * BINS + binned[base + columns[c]]) * 3;
      sums[at] += g;
      sums[at + 1] += h;
      sums[at + 2] += 1;
    }
  }
  return sums;
}

function findSplit(leaf, columns, settings) {
  const { gradient, hessian, rows } = leaf;
  const parent = (gradient * gradient) / (hessian + settings.ridge);
  let best;
  for (let c = 0; c < columns.length; c++) {
    let g = 0;
    let h = 0;
    let n = 0;
    for (let bin = 0; bin < BINS - 1; bin++) {
      const at = (c * BINS + bin) * 3;
      g += leaf.histogram[at];
      h += leaf.histogram[at + 1];
      n += leaf.histogram[at + 2];
      if (n < settings.minimumRows) continue;
      if (rows.length - n < settings.minimumRows) break;
      const gain =
        (g * g) / (h + settings.ridge) +
        ((gradient - g) * (gradient - g)) / (hessian - h + settings.ridge) -
        parent;
      if (gain > 1e-6 && (best === undefined || gain > best.gain)) best = { gain, column: columns[c], bin };
    }
  }
  leaf.split = best;
}

/** Upper edges of the bins of each column: quantiles of a sample of the rows. */
function findEdges(rows, width, count, seed) {
  const random = generator(seed + 7);
  const sampled = Array.from({ length: Math.min(count, 40_000) }, () => Math.floor(random() * count));
  return Array.from({ length: width }, (_, column) => {
    const values = Float32Array.from(sampled, (row) => rows[row * width + column]).sort();
    const edges = [];
    for (let b = 1; b < BINS; b++) {
      const low = values[Math.floor((b * values.length) / BINS) - 1];
      const next = values.find((value) => value > low);
      if (next === undefined) break;
      const edge = Math.fround((low + next) / 2);
      if (edges.length === 0 || edge > edges[edges.length - 1]) edges.push(edge);
    }
    return Float32Array.from(edges);
  });
}

function binRows(rows, width, count, edges) {
  const binned = new Uint8Array(count * width);
  for (let i = 0; i < count; i++) {
    for (let column = 0; column < width; column++) {
      const value = rows[i * width + column];
      const limits = edges[column];
      let low = 0;
      let high = limits.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= limits[middle]) high = middle;
        else low = middle + 1;
      }
      binned[i * width + column] = low;
    }
  }
  return binned;
}

function addTree(tree, binned, width, scores) {
  for (let i = 0; i < scores.length; i++) {
    let node = tree;
    while (node.children !== undefined)
      node = node.children[binned[i * width + node.split.column] <= node.split.bin ? 0 : 1];
    scores[i] += node.value;
  }
}

/** Trees as the arrays of `src/lib/forest.ts`. */
function flatten({ bias, trees }) {
  const feature = [];
  const threshold = [];
  const left = [];
  const right = [];
  const leaf = [];
  const roots = [];
  for (const tree of trees) {
    roots.push(feature.length);
    // A tree that found no split is a constant; it still needs a node.
    place(
      tree.children === undefined ? { children: [tree, tree], split: { column: 0 }, threshold: 0 } : tree,
    );
  }
  return asColumns({ bias, feature, threshold, left, right, leaf, roots });

  function place(node) {
    if (node.children === undefined) {
      leaf.push(node.value);
      return ~(leaf.length - 1);
    }
    const at = feature.length;
    feature.push(node.split.column);
    threshold.push(node.threshold);
    left.push(0);
    right.push(0);
    left[at] = place(node.children[0]);
    right[at] = place(node.children[1]);
    return at;
  }
}

function asColumns({ bias, feature, threshold, left, right, leaf, roots }) {
  return {
    bias,
    feature: Uint8Array.from(feature),
    threshold: Float32Array.from(threshold),
    left: Int16Array.from(left),
    right: Int16Array.from(right),
    leaf: Float32Array.from(leaf),
    roots: Uint16Array.from(roots),
  };
}

/** One forest whose log-odds are the mean of those of the given ones. */
export function averageForests(forests) {
  const joined = { bias: 0, feature: [], threshold: [], left: [], right: [], leaf: [], roots: [] };
  for (const { bias, feature, threshold, left, right, leaf, roots } of forests) {
    const nodes = joined.feature.length;
    const leaves = joined.leaf.length;
    const move = (child) => (child < 0 ? ~(~child + leaves) : child + nodes);
    joined.bias += bias / forests.length;
    joined.feature.push(...feature);
    joined.threshold.push(...threshold);
    joined.left.push(...Array.from(left, move));
    joined.right.push(...Array.from(right, move));
    joined.leaf.push(...Array.from(leaf, (value) => value / forests.length));
    joined.roots.push(...Array.from(roots, (root) => root + nodes));
  }
  return asColumns(joined);
}

/** The forest as base64 of little-endian bytes. */
export function encodeForest(forest) {
  const base64 = (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
  const { bias, ...arrays } = forest;
  return {
    bias,
    ...Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, base64(array)])),
  };
}

function part(rows, goesLeft) {
  const left = new Uint32Array(rows.length);
  const right = new Uint32Array(rows.length);
  let l = 0;
  let r = 0;
  for (const row of rows) {
    if (goesLeft(row)) left[l++] = row;
    else right[r++] = row;
  }
  return [left.slice(0, l), right.slice(0, r)];
}

function sum(weights, of) {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i] * of(i);
  return total;
}

function sample(width, size, random) {
  const all = Array.from({ length: width }, (_, i) => i);
  for (let i = 0; i < size; i++) {
    const j = i + Math.floor(random() * (width - i));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return Uint32Array.from(all.slice(0, size)).sort();
}

/** Numerical Recipes' linear congruential generator, 0..1. */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
