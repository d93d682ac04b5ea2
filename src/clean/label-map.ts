/**
 * Values by label, asked for lines of which nearly none is in the map: those are turned away by one bit, and the rest
 * are compared as code units with the labels that have their hash. Owns the table only; makes no string.
 */
import { isFormOf, type LabelUnits, labelForm, setForm } from './label-form.ts';

export interface LabelMap<Value> {
  readonly get: (form: LabelUnits) => Value | undefined;
  /** False where no label has the hash. */
  readonly mayHave: (hash: number) => boolean;
}

interface Entry<Value> {
  readonly label: string;
  readonly value: Value;
}

/** Bits of the filter, 32 kilobytes: of 25,000 labels it lets one line in 11 through that is none. */
const FILTER_BITS = 18;

/** A map from labels, of which an empty one is none; of equal labels the first counts. */
export function createLabelMap<Value>(
  entries: Iterable<readonly [label: string, value: Value]>,
): LabelMap<Value> {
  const all = [...entries].filter(([label]) => label !== '');
  const filter = new Uint32Array((1 << FILTER_BITS) / 32);
  // Open addressing, at most a quarter full: hashes beside the numbers of their entries, -1 where there is none.
  let size = 16;
  while (size < 4 * all.length) size *= 2;
  const hashes = new Int32Array(size);
  const numbers = new Int32Array(size).fill(-1);
  const kept: Entry<Value>[] = [];
  /** The slot of a form: its entry, or the free one where it would stand. */
  const slotOf = (form: LabelUnits): number => {
    let slot = form.hash & (size - 1);
    while (
      numbers[slot]! >= 0 &&
      !(hashes[slot] === form.hash && isFormOf(form, kept[numbers[slot]!]!.label))
    ) {
      slot = (slot + 1) & (size - 1);
    }
    return slot;
  };
  const own = labelForm();
  for (const [label, value] of all) {
    const slot = slotOf(setForm(own, label));
    if (numbers[slot]! >= 0) continue;
    hashes[slot] = own.hash;
    numbers[slot] = kept.push({ label, value }) - 1;
    const bit = own.hash >>> (32 - FILTER_BITS);
    filter[bit >>> 5]! |= 1 << (bit & 31);
  }
  const mayHave = (hash: number): boolean => {
    const bit = hash >>> (32 - FILTER_BITS);
    return ((filter[bit >>> 5]! >>> (bit & 31)) & 1) !== 0;
  };
  return {
    mayHave,
    get: (form) => {
      if (!mayHave(form.hash)) return undefined;
      const number = numbers[slotOf(form)]!;
      return number < 0 ? undefined : kept[number]!.value;
    },
  };
}
