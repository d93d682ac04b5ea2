/**
 * Finds the longest of many prefixes of a text in one walk over its first characters, whatever their number. Owns the
 * tree only; what a prefix stands for is the caller's value.
 */

import type { LabelUnits } from './label-form.ts';

export interface PrefixMatch<Value> {
  /** In UTF-16 units. */
  readonly length: number;
  readonly value: Value;
}

/** A search for the longest of the prefixes that `accepts` agrees to; of equal prefixes the first wins. */
export function createPrefixSearch<Value>(
  prefixes: Iterable<readonly [prefix: string, value: Value]>,
  accepts: (text: LabelUnits, length: number, value: Value) => boolean,
): (text: LabelUnits) => PrefixMatch<Value> | undefined {
  const edges = new Map<number, number>();
  const values: (Value | undefined)[] = [undefined];
  const all = [...prefixes];
  // Most texts begin like no prefix: their first units are turned away by a load, those of longer prefixes by two.
  const depth = Math.min(MAX_DEPTH, ...all.map(([prefix]) => prefix.length));
  const opens = new Uint8Array(0x10000);
  for (const [prefix, value] of all) {
    let node = 0;
    const own = Uint16Array.from({ length: prefix.length }, (_, i) => prefix.charCodeAt(i));
    if (own.length < LONG) opens[openingKey(own, 0, depth)]! |= SHORT_OPENS;
    else {
      opens[openingKey(own, 0, depth)]! |= LONG_OPENS;
      opens[openingKey(own, 0, LONG)]! |= LONG_GOES_ON;
    }
    for (let i = 0; i < prefix.length; i++) {
      const edge = edgeKey(node, prefix.charCodeAt(i));
      const next = edges.get(edge) ?? values.push(undefined) - 1;
      edges.set(edge, next);
      node = next;
    }
    values[node] ??= value;
  }
  const table = createEdgeTable(edges);
  return (text) => {
    let node = 0;
    let found: PrefixMatch<Value> | undefined;
    const { units, from, to } = text;
    if (to - from < depth) return undefined;
    const opening = opens[openingKey(units, from, depth)]!;
    if (opening === 0) return undefined;
    if ((opening & SHORT_OPENS) === 0) {
      if (to - from < LONG || (opens[openingKey(units, from, LONG)]! & LONG_GOES_ON) === 0) return undefined;
    }
    for (let i = from; i < to; i++) {
      node = follow(table, edgeKey(node, units[i]!));
      if (node < 0) break;
      const value = values[node];
      const length = i + 1 - from;
      if (value !== undefined && accepts(text, length, value)) found = { length, value };
    }
    return found;
  };
}

const MAX_DEPTH = 3;
/** A prefix is long from so many units on. */
const LONG = 6;
/** What is known of a hash: a short prefix begins so, a long one does, and a long one goes on so. */
const SHORT_OPENS = 1;
const LONG_OPENS = 2;
const LONG_GOES_ON = 4;

/** Hash (16 bits) of the first units. */
function openingKey(units: Uint16Array, from: number, depth: number): number {
  let key = 0;
  for (let i = from; i < from + depth; i++) key = Math.imul(key ^ units[i]!, 0x9e3779b1);
  return key >>> 16;
}

/** Nodes are numbered from the root, 0, in the order in which they were made. */
function edgeKey(node: number, unit: number): number {
  return node * 0x10000 + unit;
}

/** A hash table of edges in one array, open addressing: a look-up is one or two loads. */
interface EdgeTable {
  /** -1 where there is none. */
  readonly keys: Float64Array;
  readonly nodes: Int32Array;
}

function createEdgeTable(edges: ReadonlyMap<number, number>): EdgeTable {
  let size = 16;
  while (size < 4 * edges.size) size *= 2;
  const table = { keys: new Float64Array(size).fill(-1), nodes: new Int32Array(size).fill(-1) };
  for (const [edge, node] of edges) {
    let slot = firstSlot(edge, size);
    while (table.keys[slot] !== -1) slot = (slot + 1) & (size - 1);
    table.keys[slot] = edge;
    table.nodes[slot] = node;
  }
  return table;
}

function follow({ keys, nodes }: EdgeTable, edge: number): number {
  let slot = firstSlot(edge, keys.length);
  while (keys[slot] !== edge && keys[slot] !== -1) slot = (slot + 1) & (keys.length - 1);
  return nodes[slot]!;
}

/** Multiplicative hashing (Knuth, TAOCP 3, 6.4) of the low 32 bits, in which edges of neighbouring nodes differ. */
function firstSlot(edge: number, size: number): number {
  return (Math.imul(edge, 0x9e3779b1) >>> 12) & (size - 1);
}
