/**
 * The story row of one article as bytes: what travels most often between machines. Owns the layout; must not interpret.
 *
 * Little endian: numbers of facts and concepts (uint32 each); quality, background, letters, day (doubles); keys of the
 * facts (uint32), ids of the concepts (uint16), then weights, places and kinds of the facts and weights and places of
 * the concepts (bytes).
 */
import type { StoryRow } from '../model/features.ts';
import { halfWordsOf, wordsOf } from './little-endian.ts';

const HEADER = 8;
const DOUBLES = 4;

export function storyBytes({ facts, concepts, letters, published }: StoryRow): Buffer {
  const { keys } = facts;
  const { ids } = concepts;
  const bytes = Buffer.alloc(sizeOf(keys.length, ids.length));
  let at = bytes.writeUInt32LE(keys.length, 0);
  at = bytes.writeUInt32LE(ids.length, at);
  for (const value of [concepts.quality, concepts.background, letters, published])
    at = bytes.writeDoubleLE(value, at);
  for (const key of keys) at = bytes.writeUInt32LE(key, at);
  for (const id of ids) at = bytes.writeUInt16LE(id, at);
  for (const part of [facts.weights, facts.places, facts.kinds, concepts.weights, concepts.places]) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The row again; undefined where the bytes are not those of a row. */
export function storyOf(bytes: Buffer): StoryRow | undefined {
  if (bytes.length < HEADER + 8 * DOUBLES) return undefined;
  const [facts, concepts] = [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
  if (bytes.length !== sizeOf(facts, concepts)) return undefined;
  const [quality, background, letters, published] = [8, 16, 24, 32].map((at) => bytes.readDoubleLE(at)) as [
    number,
    number,
    number,
    number,
  ];
  let at = HEADER + 8 * DOUBLES;
  const keys = wordsOf(bytes.subarray(at, at + 4 * facts));
  at += 4 * facts;
  const ids = halfWordsOf(bytes.subarray(at, at + 2 * concepts));
  at += 2 * concepts;
  const take = (length: number): Uint8Array => {
    at += length;
    return Uint8Array.from(bytes.subarray(at - length, at));
  };
  const factBytes = { weights: take(facts), places: take(facts), kinds: take(facts) };
  return {
    facts: { keys, ...factBytes },
    concepts: { ids, weights: take(concepts), places: take(concepts), quality, background },
    letters,
    published,
  };
}

function sizeOf(facts: number, concepts: number): number {
  return HEADER + 8 * DOUBLES + facts * (4 + 3) + concepts * (2 + 2);
}
