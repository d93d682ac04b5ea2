// Logistic regression by Newton's method with a small ridge on standardised columns. Owns the arithmetic only.

const RIDGE = 1;
const ROUNDS = 25;

/**
 * Weights of the columns of `matrix` for the labels 0 and 1: [bias, ...weights], in the units of the columns.
 * `counts`: how often each row counts.
 */
export function learnLogistic(matrix, labels, counts) {
  const width = matrix[0].length;
  const means = columnMeans(matrix, (value) => value);
  const spreads = columnMeans(matrix, (value, c) => (value - means[c]) ** 2).map((v) => Math.sqrt(v) + 1e-6);
  const size = width + 1;
  const rows = new Float64Array(matrix.length * size);
  matrix.forEach((row, r) => {
    rows[r * size] = 1;
    for (let c = 0; c < width; c++) rows[r * size + c + 1] = (row[c] - means[c]) / spreads[c];
  });
  const weights = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const step = newtonStep(rows, labels, counts, weights, size);
    let largest = 0;
    for (let c = 0; c < size; c++) {
      // Steps are bounded: far from the optimum a separable column would run away.
      const bounded = Math.max(-2, Math.min(2, step[c]));
      weights[c] += bounded;
      largest = Math.max(largest, Math.abs(bounded));
    }
    if (largest < 1e-6) break;
  }
  const scaled = Array.from({ length: width }, (_, c) => weights[c + 1] / spreads[c]);
  return [weights[0] - scaled.reduce((sum, weight, c) => sum + weight * means[c], 0), ...scaled];
}

function columnMeans(matrix, value) {
  const sums = new Float64Array(matrix[0].length);
  for (const row of matrix) for (let c = 0; c < row.length; c++) sums[c] += value(row[c], c);
  return sums.map((sum) => sum / matrix.length);
}

function newtonStep(rows, labels, counts, weights, size) {
  const gradient = new Float64Array(size);
  const curvature = Array.from({ length: size }, () => new Float64Array(size));
  for (let r = 0; r < labels.length; r++) {
    const at = r * size;
    let odds = 0;
    for (let c = 0; c < size; c++) odds += rows[at + c] * weights[c];
    const p = 1 / (1 + Math.exp(-odds));
    const spread = counts[r] * Math.max(1e-9, p * (1 - p));
    for (let c = 0; c < size; c++) {
      gradient[c] += counts[r] * (labels[r] - p) * rows[at + c];
      for (let d = 0; d <= c; d++) curvature[c][d] += spread * rows[at + c] * rows[at + d];
    }
  }
  for (let c = 0; c < size; c++) {
    for (let d = 0; d < c; d++) curvature[d][c] = curvature[c][d];
    if (c > 0) gradient[c] -= RIDGE * weights[c];
    curvature[c][c] += c > 0 ? RIDGE : 1e-9;
  }
  return solve(curvature, gradient);
}

/** Gauss-Jordan with pivoting. */
function solve(matrix, right) {
  const n = right.length;
  const m = matrix.map((row, i) => [...row, right[i]]);
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i; r < n; r++) if (Math.abs(m[r][i]) > Math.abs(m[pivot][i])) pivot = r;
    [m[i], m[pivot]] = [m[pivot], m[i]];
    for (let r = 0; r < n; r++) {
      if (r === i) continue;
      const factor = m[r][i] / m[i][i];
      for (let c = i; c <= n; c++) m[r][c] -= factor * m[i][c];
    }
  }
  return m.map((row, i) => row[n] / row[i]);
}
