/**
 * Which of the names of fields may stand in a record, by its keys. Records of one dump have the same few sets of keys, and
 * most of some hundred names are none of them: they are looked up once for all records of the same keys. Owns that memory;
 * must not read values.
 */
import { FIELDS, type Field } from '../model/record-fields.ts';
import { isObject } from './fields.ts';

export interface PresentNames {
  readonly fields: Readonly<Record<Field, readonly string[]>>;
  /** Those of the field that declares the language. */
  readonly language: readonly string[];
}

/** Sets of keys that are remembered, the one met last at the front: of records some leave a field out. */
const MOST_SETS = 8;

interface KeySet {
  readonly keys: readonly string[];
  readonly present: PresentNames;
}

/** The names that may stand in records, in the order in which they are asked for. */
export class NamesByKeys {
  readonly #all: PresentNames;
  readonly #known: KeySet[] = [];

  constructor(all: PresentNames) {
    this.#all = all;
  }

  of(record: unknown): PresentNames {
    const keys = isObject(record) ? Object.keys(record) : [];
    const at = this.#known.findIndex((one) => areEqual(keys, one.keys));
    if (at === 0) return this.#known[0]!.present;
    const [found] = at < 0 ? [] : this.#known.splice(at, 1);
    const known = found ?? { keys, present: presentIn(keys, this.#all) };
    this.#known.unshift(known);
    if (this.#known.length > MOST_SETS) this.#known.pop();
    return known.present;
  }
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, i) => key === b[i]);
}

function presentIn(keys: readonly string[], { fields, language }: PresentNames): PresentNames {
  const known = new Set(keys);
  // A name with dots is a key, or steps into objects from its first part on.
  const mayStand = (name: string) => known.has(name) || known.has(name.slice(0, name.indexOf('.')));
  const present = (names: readonly string[]) => names.filter((name) => mayStand(name));
  return {
    fields: Object.fromEntries(FIELDS.map((field) => [field, present(fields[field])])) as Record<
      Field,
      string[]
    >,
    language: present(language),
  };
}
