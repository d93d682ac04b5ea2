/**
 * Finds a field in a parsed record by the name the user gave it. Own properties only, so that a record with a key
 * `__proto__` or `constructor` is just a record with an odd key.
 */

import { FIELD_NAMES, FIELDS, type Field, LONG_TEXT_NAMES } from '../model/record-fields.ts';

export interface Found {
  readonly value: unknown;
  /** Keys that lead to the value. */
  readonly keys: readonly string[];
}

type FieldMap = Readonly<Record<string, string>>;

/** The name of a field in the records: mapped, else its own. */
export function nameOf(map: FieldMap, field: Field): string {
  return Object.hasOwn(map, field) ? (map[field] ?? field) : field;
}

/** The names that a field may have in the records, in the order in which they are asked for: the mapped one alone. */
export function namesOf(map: FieldMap, field: Field): readonly string[] {
  return Object.hasOwn(map, field) ? [nameOf(map, field)] : FIELD_NAMES[field];
}

/** Characters of a text that stands under a name which something short has as often. */
const LEAST_TEXT = 200;
/** What an identifier, an address and data in letters have not. */
const PROSE = /[\s\u0080-\uffff]/;

/**
 * Whether a string under one of the names of a text is one; a name that was mapped stands alone and is believed. It is asked
 * for only where its length decides.
 */
export function isTextUnder(name: string, names: readonly string[], read: () => string): boolean {
  if (names.length === 1 || !LONG_TEXT_NAMES.has(name)) return true;
  const value = read();
  return value.length >= LEAST_TEXT && PROSE.test(value.slice(0, LEAST_TEXT));
}

/** Names under which fields were found that have another of their own and were not mapped. */
export type OtherNames = Readonly<Partial<Record<Field, string>>>;

/** Of the names under which fields were found, those to be told of; undefined where there are none. */
export function otherNames(foundUnder: (field: Field) => string | undefined): OtherNames | undefined {
  const others: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const name = foundUnder(field);
    if (name !== undefined && name !== field) others[field] = name;
  }
  return Object.keys(others).length === 0 ? undefined : others;
}

/** The value under a name: the key itself where there is one, else dots as steps into objects. */
export function fieldOf(record: unknown, name: string): Found | undefined {
  if (!isObject(record)) return undefined;
  if (Object.hasOwn(record, name)) return { value: record[name], keys: [name] };
  if (!name.includes('.')) return undefined;
  const keys = name.split('.');
  let value: unknown = record;
  for (const key of keys) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return { value, keys };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
