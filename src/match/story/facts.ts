/**
 * Which names, numbers and dates two articles share, as sums over their compact rows. Owns what may match what; must
 * not decide. Linear in the facts of both sides; exact integers.
 */
import { FACT } from '../../model/features.ts';
import { PlaceAgreement } from './places.ts';
import type { StorySides } from './sides.ts';

/** Sums of the pair compared last: one object, as it is asked for millions of pairs. Weights in quarter bits. */
export class SharedFacts {
  nameWeight = 0;
  /** The weightiest of the names. */
  strongestName = 0;
  /** Of the names that are definite on that side, those that the other has. */
  nameWeightOfA = 0;
  nameWeightOfB = 0;
  numberWeight = 0;
  dateWeight = 0;
  readonly places = new PlaceAgreement();

  begin(): void {
    this.nameWeight = 0;
    this.strongestName = 0;
    this.nameWeightOfA = 0;
    this.nameWeightOfB = 0;
    this.numberWeight = 0;
    this.dateWeight = 0;
    this.places.begin();
  }
}

const shared = new SharedFacts();

export function compareFacts({ facts }: StorySides, a: number, b: number): SharedFacts {
  const { starts, ends, keys, weights, kinds, places } = facts;
  const endA = ends[a]!;
  const endB = ends[b]!;
  shared.begin();
  for (let i = starts[a]!, j = starts[b]!; i < endA && j < endB; ) {
    const keyA = keys[i]!;
    const keyB = keys[j]!;
    if (keyA === keyB) {
      const weight = addShared(kinds[i]!, kinds[j]!, weights[i]!, weights[j]!);
      if (weight > 0) shared.places.add(weight, places[i]!, places[j]!);
    }
    if (keyA <= keyB) i++;
    if (keyA >= keyB) j++;
  }
  return shared;
}

/** The weight of a match; 0 where two parts of facts agree whose wholes do not. */
function addShared(kindA: number, kindB: number, weightA: number, weightB: number): number {
  const weight = Math.min(weightA, weightB);
  if (kindA <= FACT.name) {
    shared.nameWeight += weight;
    shared.strongestName = Math.max(shared.strongestName, weight);
    if (kindA === FACT.name) shared.nameWeightOfA += weightA;
    if (kindB === FACT.name) shared.nameWeightOfB += weightB;
    return weight;
  }
  const isWhole = kindA === kindB;
  if (kindA <= FACT.amount) {
    if (isWhole && kindA === FACT.amount) return 0;
    // A number without its unit on one side counts for half.
    const own = isWhole ? weight : weight / 2;
    shared.numberWeight += own;
    return own;
  }
  if (isWhole && kindA === FACT.day) return 0;
  shared.dateWeight += weight;
  return weight;
}
