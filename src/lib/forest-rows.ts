/**
 * Boosted trees over many rows at once: a row is a bit, a threshold splits 128 of them by a few comparisons without a
 * jump, and a tree is walked for all of them by `and`. Owns the memory of the kernel (`kernel/forest.wat`, WebAssembly
 * with vectors) and the way there and back; the results are those of `evaluate` in `forest.ts` to the last bit, because
 * the values of the leaves are added in the same order. Where there is no such kernel, `evaluate` does it.
 * Reference: Lucchese et al., "QuickScorer" (SIGIR 2015), from which the order by columns is; Ye et al., "RapidScorer"
 * (KDD 2018), rows as bits.
 */
import { evaluate, type Forest } from './forest.ts';
import { FOREST_KERNEL } from './kernel/bytes.ts';
import { type LaidOutForest, layOutForest, MAX_LEAVES } from './laid-out-forest.ts';

/** Evaluates rows of `width` numbers each into as many probabilities. */
type Evaluation = (rows: Float32Array, width: number) => Float32Array;

/** How forests are evaluated over many rows: made when first used, kept as long as the forest. */
const EVALUATIONS = new WeakMap<Forest, Evaluation>();

/** Probabilities of many rows of `width` numbers each, none of them NaN; to the last bit what `evaluate` gives for each. */
export function evaluateRows(forest: Forest, rows: Float32Array, width: number): Float32Array {
  let evaluation = EVALUATIONS.get(forest);
  if (evaluation === undefined) {
    evaluation = createEvaluation(forest);
    EVALUATIONS.set(forest, evaluation);
  }
  return evaluation(rows, width);
}

function createEvaluation(forest: Forest): Evaluation {
  const laidOut = compiled === undefined ? undefined : layOutForest(forest);
  if (compiled === undefined || laidOut === undefined) return (rows, width) => rowByRow(forest, rows, width);
  return createKernel(compiled, laidOut, forest.bias);
}

/** The same row by row, for forests and machines that the kernel is not for. */
export function rowByRow(forest: Forest, rows: Float32Array, width: number): Float32Array {
  return Float32Array.from({ length: rows.length / width }, (_, r) =>
    evaluate(forest, rows.subarray(r * width, (r + 1) * width)),
  );
}

/** The part of WebAssembly that is used here; its types come with those of browsers only. */
interface Engine {
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

interface Kernel {
  readonly compare: (...words: readonly number[]) => void;
  readonly add: (...words: readonly number[]) => void;
}

const compiled = compile((globalThis as { readonly WebAssembly?: Engine }).WebAssembly);

function compile(
  engine: Engine | undefined,
): { readonly engine: Engine; readonly module: object } | undefined {
  const bytes = Buffer.from(FOREST_KERNEL, 'base64');
  // Without vectors (or with `--jitless`) there is no kernel; its memory has the order of bytes that most machines have.
  const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
  if (engine === undefined || !isLittleEndian || !engine.validate(bytes)) return undefined;
  return { engine, module: new engine.Module(bytes) };
}

/** Rows of a batch, and of a group: the kernel works on whole groups. */
const BATCH = 128;
const GROUP = 16;
/** Bytes of a bit for each row of a batch; of a node and of a column as the kernel reads them. */
const BITS = BATCH / 8;
const NODE = 20;
const COLUMN = 8;
const PAGE = 0x10000;

/** Writes down the forest in a memory of its own. */
function createKernel(
  { engine, module }: NonNullable<typeof compiled>,
  { columns, thresholds, trees, leaves }: LaidOutForest,
  bias: number,
): Evaluation {
  const nodeCount = trees.reduce((sum, nodes) => sum + nodes.length, 0);
  let end = 0;
  const take = (bytes: number): number => {
    const start = end;
    end += Math.ceil(bytes / BITS) * BITS;
    return start;
  };
  const at = {
    sums: take(8 * BATCH),
    all: take(BITS),
    column: take(4 * BATCH),
    reach: take(BITS * MAX_LEAVES),
    planes: take(BITS * (1 + 5 * MAX_LEAVES)),
    columns: take(COLUMN * columns.length),
    thresholds: take(4 * thresholds.length),
    below: take(BITS * thresholds.length),
    nodes: take(NODE * nodeCount),
    trees: take(4 * trees.length),
    leaves: take(8 * leaves.length),
    rows: 0,
  };
  // A column is one byte, so rows are at most this wide.
  at.rows = take(4 * 0x100 * BATCH);
  const memory = new engine.Memory({ initial: Math.ceil(end / PAGE) });
  const words = new Int32Array(memory.buffer);
  const kernel = new engine.Instance(module, { forest: { memory } }).exports as Kernel;
  new Float32Array(memory.buffer, at.thresholds).set(thresholds);
  new Float64Array(memory.buffer, at.leaves).set(leaves);
  columns.forEach(({ column, end: last }, c) => {
    words.set([4 * column, at.thresholds + 4 * last], (at.columns + COLUMN * c) / 4);
  });
  for (let leaf = 0; leaf < MAX_LEAVES; leaf++) {
    for (let bit = 0; bit < 5; bit++) {
      const start = (at.planes + BITS * (1 + 5 * leaf + bit)) / 4;
      words.fill(-((leaf >> bit) & 1), start, start + BITS / 4);
    }
  }
  let node = at.nodes;
  trees.forEach((nodes, tree) => {
    const root = node;
    const childOf = (child: number) => (child >= 0 ? BITS * child : -BITS * (1 + 5 * ~child));
    nodes.forEach(({ threshold, left, right, behind }, i) => {
      words.set([BITS * threshold, childOf(left), childOf(right), root + NODE * behind, BITS * i], node / 4);
      node += NODE;
    });
    words[at.trees / 4 + tree] = node;
  });
  const sums = new Float64Array(memory.buffer, at.sums, BATCH);
  const all = new Int32Array(memory.buffer, at.all, BITS / 4);
  const room = new Float32Array(memory.buffer, at.rows);
  return (rows, width) => {
    const probabilities = new Float32Array(rows.length / width);
    for (let first = 0; first < probabilities.length; first += BATCH) {
      const count = Math.min(BATCH, probabilities.length - first);
      const groups = Math.ceil(count / GROUP);
      room.set(rows.subarray(first * width, (first + count) * width));
      for (let word = 0; word < all.length; word++) all[word] = lowBits(count - 32 * word);
      sums.fill(bias);
      kernel.compare(
        at.rows,
        4 * width,
        groups,
        at.columns,
        columns.length,
        at.thresholds,
        at.below,
        at.column,
      );
      const treesEnd = at.trees + 4 * trees.length;
      kernel.add(
        groups,
        at.below,
        at.nodes,
        at.trees,
        treesEnd,
        at.reach,
        at.planes,
        at.leaves,
        at.all,
        at.sums,
      );
      for (let r = 0; r < count; r++) probabilities[first + r] = 1 / (1 + Math.exp(-sums[r]!));
    }
    return probabilities;
  };
}

/** A word with so many bits from the lowest on. */
function lowBits(count: number): number {
  return count <= 0 ? 0 : count >= 32 ? -1 : (1 << count) - 1;
}
