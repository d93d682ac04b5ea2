/** The trainer of the block models: it learns what no single column tells, twice the same, and weights count. */
import { describe, expect, it } from 'vitest';
import { averageForests, boost, encodeForest, generator } from '../../src/lexicon/scripts/boosting.mjs';
import { decodeForest, type EncodedForest, evaluate, type Forest } from '../../src/lib/forest.ts';

const WIDTH = 3;

interface Table {
  readonly rows: Float32Array;
  readonly width: number;
  readonly labels: Uint8Array;
  readonly weights: Float64Array;
}

/** Rows of two columns in -1..1 that say the label together, but not alone, and one of noise. */
function exclusiveOr(count: number, seed: number, noise = 0): Table {
  const random = generator(seed);
  const rows = Float32Array.from({ length: count * WIDTH }, () => 2 * random() - 1);
  const labels = Uint8Array.from({ length: count }, (_, i) => {
    const isOne = rows[i * WIDTH]! > 0 !== rows[i * WIDTH + 1]! > 0;
    return isOne !== random() < noise ? 1 : 0;
  });
  return { rows, width: WIDTH, labels, weights: new Float64Array(count).fill(1) };
}

const learn = (table: Table, options: object = {}) =>
  boost({ ...table, options: { trees: 60, columnShare: 1, ...options } }) as Forest;

function probabilities(forest: Forest, { rows, labels }: Table): readonly number[] {
  return Array.from(labels, (_, i) => evaluate(forest, rows.subarray(i * WIDTH, (i + 1) * WIDTH)));
}

function accuracy(forest: Forest, table: Table): number {
  const right = probabilities(forest, table).filter((p, i) => p >= 0.5 === (table.labels[i] === 1));
  return right.length / table.labels.length;
}

describe('boost', () => {
  const held = exclusiveOr(2000, 99);

  it('learns an exclusive or, on rows that it has not seen', () => {
    expect(accuracy(learn(exclusiveOr(3000, 1)), held)).toBeGreaterThan(0.95);
  });

  it('averages forests in log-odds', () => {
    const forests = [1, 2, 3].map((seed) => learn(exclusiveOr(500, seed), { trees: 5, columnShare: 0.7 }));
    const logit = (p: number) => Math.log(p / (1 - p));
    const each = forests.map((forest) => probabilities(forest, held));
    const together = probabilities(averageForests(forests) as Forest, held);
    together.forEach((p, i) => {
      const mean = each.reduce((sum, one) => sum + logit(one[i]!), 0) / each.length;
      expect(logit(p)).toBeCloseTo(mean, 4);
    });
  });

  it('learns nothing where there is nothing to learn', () => {
    const table = exclusiveOr(3000, 1);
    const random = generator(7);
    const labels = Uint8Array.from(table.labels, () => (random() < 0.3 ? 1 : 0));
    const forest = learn({ ...table, labels }, { trees: 20 });
    const mean = probabilities(forest, held).reduce((sum, p) => sum + p, 0) / held.labels.length;
    expect(mean).toBeCloseTo(0.3, 1);
  });

  it('states probabilities that come true', () => {
    const forest = learn(exclusiveOr(6000, 3, 0.2));
    const stated = probabilities(forest, held).map((p, i) => (held.labels[i] === 1 ? p : 1 - p));
    const mean = stated.reduce((sum, p) => sum + p, 0) / stated.length;
    expect(mean).toBeGreaterThan(0.74);
    expect(mean).toBeLessThan(0.84);
  });

  it('gives the same forest again, and another for another seed', () => {
    const table = exclusiveOr(800, 5, 0.1);
    expect(encodeForest(learn(table))).toEqual(encodeForest(learn(table)));
    const other = boost({ ...table, options: { trees: 60, columnShare: 1 }, seed: 2 });
    expect(encodeForest(other)).not.toEqual(encodeForest(learn(table)));
  });

  it('follows heavy rows where rows contradict each other', () => {
    const table = exclusiveOr(3000, 11);
    const labels = table.labels.map((label, i) => (i % 3 === 0 ? label : 1 - label));
    const weights = Float64Array.from(labels, (_, i) => (i % 3 === 0 ? 20 : 1));
    expect(accuracy(learn({ ...table, labels, weights }), held)).toBeGreaterThan(0.9);
    expect(accuracy(learn({ ...table, labels }), held)).toBeLessThan(0.1);
  });

  it('keeps to the base rate where all rows are alike', () => {
    const table = { ...exclusiveOr(400, 13), rows: new Float32Array(400 * WIDTH) };
    const positives = table.labels.reduce((sum, label) => sum + label, 0) / 400;
    const forest = learn(table, { trees: 5 });
    expect(evaluate(forest, new Float32Array(WIDTH))).toBeCloseTo(positives, 2);
  });

  it('writes what model files hold', () => {
    const forest = learn(exclusiveOr(500, 17), { trees: 4 });
    expect(decodeForest(encodeForest(forest) as unknown as EncodedForest)).toEqual(forest);
    expect(forest.roots.length).toBe(4);
  });
});
