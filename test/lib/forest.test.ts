/** Boosted trees: evaluation beside trees that are walked as objects, and the encoding that model files use. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeForest } from '../../src/lexicon/scripts/boosting.mjs';
import { decodeForest, type EncodedForest, evaluate, type Forest } from '../../src/lib/forest.ts';
import { evaluateRows, rowByRow } from '../../src/lib/forest-rows.ts';
import { run } from '../helpers/command.ts';

type Tree =
  | number
  | { readonly column: number; readonly limit: number; readonly low: Tree; readonly high: Tree };

const WIDTH = 5;

/** The arrays of a forest whose trees are given as objects. */
function layDown(bias: number, trees: readonly Tree[]): Forest {
  const feature: number[] = [];
  const threshold: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const leaf: number[] = [];
  const place = (tree: Tree): number => {
    if (typeof tree === 'number') return ~(leaf.push(tree) - 1);
    const at = feature.push(tree.column) - 1;
    threshold.push(tree.limit);
    left[at] = place(tree.low);
    right[at] = place(tree.high);
    return at;
  };
  return {
    bias,
    roots: Uint16Array.from(trees, place),
    feature: Uint8Array.from(feature),
    threshold: Float32Array.from(threshold),
    left: Int16Array.from(left),
    right: Int16Array.from(right),
    leaf: Float32Array.from(leaf),
  };
}

function walk(tree: Tree, row: Float32Array): number {
  if (typeof tree === 'number') return tree;
  return walk(row[tree.column]! <= tree.limit ? tree.low : tree.high, row);
}

const small = fc.integer({ min: -8, max: 8 }).map((value) => value / 4);
const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; split: Tree }>((tie) => ({
  split: fc.record({
    column: fc.nat(WIDTH - 1),
    limit: small,
    low: tie('tree'),
    high: tie('tree'),
  }),
  tree: fc.oneof({ maxDepth: 4 }, small, tie('split')),
})).split;

describe('evaluateRows', () => {
  it.each([
    ['trees of up to thirty-two leaves', 5],
    ['larger trees', 7],
  ])('is evaluate, row by row, to the last bit: %s', (_, depth) => {
    const deep: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; split: Tree }>((tie) => ({
      split: fc.record({ column: fc.nat(WIDTH - 1), limit: small, low: tie('tree'), high: tie('tree') }),
      tree: fc.oneof(
        { maxDepth: depth },
        { arbitrary: small, weight: 1 },
        { arbitrary: tie('split'), weight: 4 },
      ),
    })).split;
    // A page is seldom a multiple of the batch, and often less than one.
    const values = fc.array(small, { maxLength: 300 * WIDTH, size: 'max' });
    fc.assert(
      fc.property(fc.array(deep, { minLength: 1, maxLength: 6 }), values, (trees, numbers) => {
        const forest = layDown(0.1, trees);
        const count = Math.floor(numbers.length / WIDTH);
        const rows = Float32Array.from(numbers.slice(0, count * WIDTH));
        const expected = Float32Array.from({ length: count }, (_, r) =>
          evaluate(forest, rows.subarray(r * WIDTH, (r + 1) * WIDTH)),
        );
        expect(evaluateRows(forest, rows, WIDTH)).toEqual(expected);
        expect(rowByRow(forest, rows, WIDTH)).toEqual(expected);
      }),
      { numRuns: 150, seed: 11 },
    );
  });
});

describe('the kernel', () => {
  it('is what its source says', async () => {
    const { status, stderr } = await run(process.execPath, ['src/lib/kernel/make-bytes.mjs', '--check']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('is not needed: without WebAssembly the answers are the same', async () => {
    const program = `
      import { evaluateRows } from './dist/lib/forest-rows.js';
      import { defaultModel } from './dist/clean/score/model.js';
      const rows = Float32Array.from({ length: 150 * 105 }, (_, i) => ((i * 7919) % 1013) / 64);
      process.stdout.write(Buffer.from(evaluateRows(defaultModel().first, rows, 105).buffer).toString('hex'));`;
    const script = ['--input-type=module', '-e', program];
    const [fast, slow] = await Promise.all([
      run(process.execPath, script),
      run(process.execPath, ['--jitless', ...script]),
    ]);
    expect(fast.stderr).toBe('');
    expect(fast.stdout).toHaveLength(150 * 8);
    expect(slow.stdout).toBe(fast.stdout);
  });
});

describe('evaluate', () => {
  const forest = layDown(-1, [
    { column: 0, limit: 0.5, low: -2, high: { column: 1, limit: 10, low: 0.25, high: 3 } },
    { column: 1, limit: 0, low: 0, high: 1 },
  ]);

  it.each<[row: number[], sum: number]>([
    [[0, 0], -1 - 2 + 0],
    [[0.5, 0.001], -1 - 2 + 1],
    [[0.51, 10], -1 + 0.25 + 1],
    [[0.51, 10.5], -1 + 3 + 1],
    [[7, -7], -1 + 0.25 + 0],
  ])('%j: the logistic of bias and leaves', (row, sum) => {
    expect(evaluate(forest, Float32Array.from(row))).toBeCloseTo(1 / (1 + Math.exp(-sum)), 12);
  });

  it('agrees with trees walked as objects', () => {
    fc.assert(
      fc.property(
        small,
        fc.array(tree, { minLength: 1, maxLength: 6 }),
        fc.array(small, { minLength: WIDTH, maxLength: WIDTH }),
        (bias, trees, values) => {
          const row = Float32Array.from(values);
          const sum = trees.reduce<number>((total, each) => total + walk(each, row), bias);
          expect(evaluate(layDown(bias, trees), row)).toBeCloseTo(1 / (1 + Math.exp(-sum)), 10);
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });
});

describe('decodeForest', () => {
  it('gives back every array that was encoded', () => {
    fc.assert(
      fc.property(small, fc.array(tree, { minLength: 1, maxLength: 6 }), (bias, trees) => {
        const forest = layDown(bias, trees);
        expect(decodeForest(encodeForest(forest) as unknown as EncodedForest)).toEqual(forest);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('reads little-endian bytes, whatever the machine', () => {
    const base64 = (bytes: readonly number[]) => Buffer.from(bytes).toString('base64');
    const decoded = decodeForest({
      bias: 0.5,
      feature: base64([4]),
      threshold: base64([0, 0, 0xc0, 0x3f]),
      left: base64([0xff, 0xff]),
      right: base64([0xfe, 0xff]),
      leaf: base64([0, 0, 0x80, 0xbf, 0, 0, 0, 0x40]),
      roots: base64([0, 0]),
    });
    expect(decoded).toEqual(layDown(0.5, [{ column: 4, limit: 1.5, low: -1, high: 2 }]));
  });
});
