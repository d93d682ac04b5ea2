import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareConcepts, mayBeStory, weightiestShared } from '../../../src/match/story/concepts.ts';
import type { ConceptVector } from '../../../src/model/features.ts';

type Entry = readonly [id: number, weight: number, place: number];

function vectorOf(entries: readonly Entry[], background = 0): ConceptVector {
  const sorted = [...new Map(entries.map((entry) => [entry[0], entry])).values()].sort((a, b) => a[0] - b[0]);
  return {
    ids: Uint16Array.from(sorted, ([id]) => id),
    weights: Uint8Array.from(sorted, ([, weight]) => weight),
    places: Uint8Array.from(sorted, ([, , place]) => place),
    quality: 1,
    background,
  };
}

const ENTRIES = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 255 }), fc.nat(255)), {
  maxLength: 60,
});

describe('shared concepts', () => {
  it('are those that brute force finds', () => {
    fc.assert(
      fc.property(ENTRIES, ENTRIES, (left, right) => {
        const a = vectorOf(left);
        const b = vectorOf(right);
        const weightsB = new Map(Array.from(b.ids, (id, i) => [id, b.weights[i]!]));
        let dot = 0;
        let count = 0;
        a.ids.forEach((id, i) => {
          const other = weightsB.get(id);
          if (other === undefined) return;
          dot += other * a.weights[i]!;
          count++;
        });
        const length = (v: ConceptVector): number => Math.hypot(...v.weights);
        const found = compareConcepts(a, b);
        expect(found.count).toBe(count);
        expect(found.likeness).toBeCloseTo(dot === 0 ? 0 : dot / (length(a) * length(b)), 9);
        expect(weightiestShared(a, b, 100)).toHaveLength(count);
      }),
    );
  });

  it('are the same from both sides', () => {
    fc.assert(
      fc.property(ENTRIES, ENTRIES, (left, right) => {
        const [a, b] = [vectorOf(left), vectorOf(right)];
        const [one, other] = [compareConcepts(a, b), compareConcepts(b, a)];
        expect(one.likeness).toBe(other.likeness);
        expect(one.coverLow).toBe(other.coverLow);
        expect(one.placeBits).toBeCloseTo(other.placeBits, 9);
        expect(one.placeOrder).toBeCloseTo(other.placeOrder, 9);
      }),
    );
  });

  const text = Array.from({ length: 60 }, (_, i): Entry => [i, 100, 4 * i]);
  const shuffled = text.map(([id, weight], i): Entry => [id, weight, (i * 97) % 240]);

  it('in the same order speak for one text, in another order for one subject', () => {
    const same = compareConcepts(vectorOf(text), vectorOf(text));
    const other = compareConcepts(vectorOf(text), vectorOf(shuffled));
    expect(same.likeness).toBeCloseTo(1, 9);
    expect(other.likeness).toBeCloseTo(1, 9);
    expect(same.placeBits).toBeGreaterThan(100);
    expect(other.placeBits).toBeLessThan(0);
    expect(same.placeOrder).toBeGreaterThan(0.8);
    expect(Math.abs(other.placeOrder)).toBeLessThan(0.3);
  });

  it('a few that agree prove little', () => {
    const few = vectorOf(text.slice(0, 2));
    expect(compareConcepts(few, few).coverHigh).toBeLessThan(0.7);
    expect(compareConcepts(few, few).placeOrder).toBeLessThan(0.1);
  });
});

describe('what is worth reading', () => {
  const about = (from: number): ConceptVector =>
    vectorOf(
      Array.from({ length: 50 }, (_, i): Entry => [from + i, 90, 5 * i]),
      0.04,
    );
  it('is what shares more than any two articles do', () => {
    expect(mayBeStory(about(0), about(10))).toBe(true);
    expect(mayBeStory(about(0), about(100))).toBe(false);
  });
  it('is also what is too short to tell, or has no lexicon', () => {
    expect(mayBeStory(about(0), vectorOf([[900, 90, 0]], 0.04))).toBe(true);
    expect(mayBeStory(about(0), vectorOf([]))).toBe(true);
  });
});
