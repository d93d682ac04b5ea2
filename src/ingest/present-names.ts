/**
 * Which of the names of fields may stand in a record, by its keys. Records of one dump have the same keys, and most of some
 * hundred names are none of them: they are looked up once for all records of the same keys. Owns that memory; must not read
 * values.
 */
import { FIELDS, type Field } from '../model/record-fields.ts';
import { isObject } from './fields.ts';

export interface PresentNames {
  readonly fields: Readonly<Record<Field, readonly string[]>>;
  /** Those of the field that declares the language. */
  readonly language: readonly string[];
}

/** The names that may stand in records, in the order in which they are asked for. */
export class NamesByKeys {
  readonly #all: PresentNames;
  #keys: readonly string[] = [];
  #present: PresentNames;

  constructor(all: PresentNames) {
    this.#all = all;
    this.#present = presentIn([], all);
  }

  of(record: unknown): PresentNames {
    const keys = isObject(record) ? Object.keys(record) : [];
    if (!areEqual(keys, this.#keys)) {
      this.#keys = keys;
      this.#present = presentIn(keys, this.#all);
    }
    return this.#present;
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
