/** What the places of shared things say of two texts: the whole of one, a part of it, another one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlaceAgreement } from '../../../src/match/story/places.ts';

function agreementOf(places: readonly (readonly [x: number, y: number])[]): PlaceAgreement {
  const agreement = new PlaceAgreement();
  agreement.begin();
  for (const [x, y] of places) agreement.add(10, x, y);
  return agreement;
}

/** Ten things, evenly over the text. */
const EVEN = Array.from({ length: 10 }, (_, i) => 12 + 24 * i);
const SAME = EVEN.map((place) => [place, place] as const);
const RANDOM = EVEN.map((place, i) => [place, EVEN[(7 * i + 3) % 10]!] as const);
/** What is left of a text of which only the first share is told: its things spread over all of it. */
const cut = (share: number) => EVEN.map((place) => [place, Math.round(share * place)] as const);

describe('PlaceAgreement', () => {
  it('finds more agreement where the order is kept', () => {
    expect(agreementOf(SAME).mean).toBeGreaterThan(1.5);
    expect(agreementOf(RANDOM).mean).toBeLessThan(0);
    expect(agreementOf(SAME).spread).toBeGreaterThan(0.5);
  });

  it.each([0.4, 0.6, 0.8])('knows a text of which %d are left', (share) => {
    const whole = agreementOf(SAME);
    const short = agreementOf(cut(share));
    expect(short.mean).toBeGreaterThan(0.6 * whole.mean);
    expect(short.spread).toBeGreaterThan(0.5 * whole.spread);
    expect(agreementOf(cut(share).map(([x, y]) => [y, x])).bits).toBeCloseTo(short.bits, 6);
  });

  it('does not see a cut in a few things', () => {
    const few = cut(0.5).filter((_, i) => i % 3 === 1);
    expect(agreementOf(few).bits).toBeLessThan(agreementOf(cut(0.5)).bits);
  });

  const places = fc.array(fc.tuple(fc.nat(255), fc.nat(255)), { maxLength: 300 });

  it('stays within its bounds, whatever the places, and does not depend on the side', () => {
    fc.assert(
      fc.property(places, (list) => {
        const one = agreementOf(list);
        const other = agreementOf(list.map(([x, y]) => [y, x] as const));
        expect(one.spread).toBeGreaterThanOrEqual(0);
        expect(one.spread).toBeLessThanOrEqual(1);
        expect(Math.abs(one.order(1))).toBeLessThanOrEqual(1);
        expect(other.bits).toBeCloseTo(one.bits, 6);
        expect(other.order(1)).toBeCloseTo(one.order(1), 6);
      }),
    );
  });

  it('says less of random places than of the same ones', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(255), { minLength: 20, maxLength: 60 }), fc.integer(), (xs, seed) => {
        const shuffled = [...xs].sort((a, b) => hash(a, seed) - hash(b, seed));
        const random = agreementOf(xs.map((x, i) => [x, shuffled[i]!] as const));
        expect(random.mean).toBeLessThan(agreementOf(xs.map((x) => [x, x] as const)).mean);
      }),
    );
  });

  it('is the same from both sides where no side is the longer', () => {
    const places = [
      [221, 133],
      [43, 165],
      [165, 43],
      [133, 51],
      [51, 221],
    ] as const;
    const swapped = places.map(([x, y]) => [y, x] as const);
    expect(agreementOf(swapped).bits).toBe(agreementOf(places).bits);
  });

  it('counts all things, however many, in any order', () => {
    const many = Array.from({ length: 600 }, (_, i) => [i % 256, i < 300 ? i % 256 : (i * 7) % 256] as const);
    const bits = agreementOf(many).bits;
    expect(agreementOf([...many].reverse()).bits).toBeCloseTo(bits, 6);
    expect(agreementOf(many).count).toBe(600);
  });

  it('begins anew', () => {
    const agreement = agreementOf(SAME);
    agreement.begin();
    expect([agreement.bits, agreement.mean, agreement.spread, agreement.order(1)]).toEqual([0, 0, 0, 0]);
  });
});

function hash(value: number, seed: number): number {
  return Math.imul(value ^ seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
}
