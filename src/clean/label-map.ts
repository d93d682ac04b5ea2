/**
 * Values by label, asked for lines of which nearly none is in the map: those are turned away by their hash, before
 * there is a string. Owns the filter only.
 */
import { type Labelled, labelForm } from './label-form.ts';

export interface LabelMap<Value> {
  readonly get: (line: Labelled) => Value | undefined;
  readonly of: (label: string) => Value | undefined;
}

/** Bits of the filter: of 5,000 phrases it lets one line in fifty through that is none. */
const FILTER_BITS = 18;

/** A map from labels, of which an empty one is none; of equal labels the first counts. */
export function createLabelMap<Value>(entries: Iterable<readonly [label: string, value: Value]>): LabelMap<Value> {
  const values = new Map<string, Value>();
  const filter = new Uint32Array((1 << FILTER_BITS) / 32);
  for (const [label, value] of entries) {
    if (label === '' || values.has(label)) continue;
    values.set(label, value);
    const slot = slotOf(labelForm(label).labelHash);
    filter[slot >>> 5]! |= 1 << (slot & 31);
  }
  return {
    get: (line) => {
      const slot = slotOf(line.labelHash);
      return ((filter[slot >>> 5]! >>> (slot & 31)) & 1) === 0 ? undefined : values.get(line.label);
    },
    of: (label) => values.get(label),
  };
}

function slotOf(hash: number): number {
  return hash >>> (32 - FILTER_BITS);
}
