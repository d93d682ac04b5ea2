/**
 * The shingles of two texts side by side: which of them are equal, and where they stand. Owns this one look-up, from
 * which resemblance, anchors and passages are read; must not measure. Linear in the shingles.
 */
import { Numbering } from '../../lib/numbering.ts';
import { Room } from '../../lib/room.ts';

/** The place of a shingle that a text lacks, and of one that it repeats. */
export const NOWHERE = -1;
export const REPEATED = -2;

/** Shingles as numbers that equal shingles share: overwritten by the next pair. */
export interface PairedShingles {
  /** The number of the shingle at each place, lengthA and lengthB long. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly lengthA: number;
  readonly lengthB: number;
  /** Numbers of a are 0..sizeA-1, in its order; those that b alone has are sizeA..size-1. */
  readonly sizeA: number;
  readonly size: number;
  /** By number of a: the only place in b, NOWHERE or REPEATED. */
  readonly placeInB: Int32Array;
}

const numbering = new Numbering();
const rooms = { a: new Room(), b: new Room(), placeInB: new Room() };

/** Pairs the shingles of two texts, given in order. */
export function pairShingles(shinglesA: Uint32Array, shinglesB: Uint32Array): PairedShingles {
  const lengthA = shinglesA.length;
  const lengthB = shinglesB.length;
  const a = rooms.a.atLeast(lengthA);
  const b = rooms.b.atLeast(lengthB);
  numbering.clear(lengthA + lengthB);
  numbering.add(shinglesA, 0, lengthA, a);
  const sizeA = numbering.size;
  numbering.add(shinglesB, 0, lengthB, b);
  const placeInB = onlyPlaces(b, lengthB, sizeA, rooms.placeInB.atLeast(sizeA));
  return { a, b, lengthA, lengthB, sizeA, size: numbering.size, placeInB };
}

/** Fills `places` with the only place of each number below `size`, NOWHERE or REPEATED. */
export function onlyPlaces(
  numbers: Int32Array,
  length: number,
  size: number,
  places: Int32Array,
): Int32Array {
  places.fill(NOWHERE, 0, size);
  for (let at = 0; at < length; at++) {
    const number = numbers[at]!;
    if (number < size) places[number] = places[number] === NOWHERE ? at : REPEATED;
  }
  return places;
}
