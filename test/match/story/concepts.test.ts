import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareConcepts, weightiestShared } from '../../../src/match/story/concepts.ts';
import { mayBeStory } from '../../../src/match/story/measures.ts';
import { type ConceptEntry, sidesOf } from './table.ts';

const ENTRIES = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 255 }), fc.nat(255)), {
  maxLength: 60,
});

/** The figures of a pair, read before the next pair is compared. */
function figures(a: readonly ConceptEntry[], b: readonly ConceptEntry[]) {
  const { likeness, coverHigh, coverLow, places } = compareConcepts(
    sidesOf({ concepts: a }, { concepts: b }),
    0,
    1,
  );
  const { count, bits, spread } = places;
  return { likeness, coverHigh, coverLow, count, bits, spread, order: places.order(16) };
}

describe('shared concepts', () => {
  it('are those that brute force finds', () => {
    fc.assert(
      fc.property(ENTRIES, ENTRIES, (left, right) => {
        const a = new Map(left.map(([id, weight]) => [id, weight]));
        const b = new Map(right.map(([id, weight]) => [id, weight]));
        let dot = 0;
        let count = 0;
        for (const [id, weight] of a) {
          const other = b.get(id);
          if (other === undefined) continue;
          dot += other * weight;
          count++;
        }
        const length = (vector: ReadonlyMap<number, number>): number => Math.hypot(...vector.values());
        const found = figures(left, right);
        expect(found.count).toBe(count);
        expect(found.likeness).toBeCloseTo(dot === 0 ? 0 : dot / (length(a) * length(b)), 9);
        const sides = sidesOf({ concepts: left }, { concepts: right });
        expect(weightiestShared(sides, 0, 1, 100)).toHaveLength(count);
      }),
    );
  });

  it('are the same from both sides', () => {
    fc.assert(
      fc.property(ENTRIES, ENTRIES, (left, right) => {
        const [one, other] = [figures(left, right), figures(right, left)];
        expect(one.likeness).toBe(other.likeness);
        expect(one.coverLow).toBe(other.coverLow);
        expect(one.bits).toBeCloseTo(other.bits, 9);
        expect(one.order).toBeCloseTo(other.order, 9);
        expect(one.spread).toBeCloseTo(other.spread, 9);
      }),
    );
  });

  const text = Array.from({ length: 60 }, (_, i): ConceptEntry => [i, 100, 4 * i]);
  const shuffled = text.map(([id, weight], i): ConceptEntry => [id, weight, (i * 97) % 240]);

  it('in the same order speak for one text, in another order for one subject', () => {
    const same = figures(text, text);
    const other = figures(text, shuffled);
    expect(same.likeness).toBeCloseTo(1, 9);
    expect(other.likeness).toBeCloseTo(1, 9);
    expect(same.bits).toBeGreaterThan(100);
    expect(other.bits).toBeLessThan(0);
    expect(same.order).toBeGreaterThan(0.8);
    expect(Math.abs(other.order)).toBeLessThan(0.3);
  });

  it('that stand in one sentence of each text do not spread over them', () => {
    const oneSentence = text.map(([id, weight]): ConceptEntry => [id, weight, 100]);
    expect(figures(oneSentence, oneSentence).spread).toBeLessThan(0.2);
    expect(figures(text, text).spread).toBeGreaterThan(0.9);
  });

  it('a few that agree prove little', () => {
    const few = text.slice(0, 2);
    expect(figures(few, few).coverHigh).toBeLessThan(0.7);
    expect(figures(few, few).order).toBeLessThan(0.1);
  });
});

describe('what is worth judging', () => {
  const about = (from: number) => ({
    concepts: Array.from({ length: 50 }, (_, i): ConceptEntry => [from + i, 90, 5 * i]),
    background: 0.04,
  });
  it('is what shares more than any two articles do', () => {
    expect(mayBeStory(sidesOf(about(0), about(10)), 0, 1)).toBe(true);
    expect(mayBeStory(sidesOf(about(0), about(100)), 0, 1)).toBe(false);
  });
  it('is also what is too short to tell, or has no lexicon', () => {
    expect(mayBeStory(sidesOf(about(0), { concepts: [[900, 90, 0]] }), 0, 1)).toBe(true);
    expect(mayBeStory(sidesOf(about(0), {}), 0, 1)).toBe(true);
  });
});
