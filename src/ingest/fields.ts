/**
 * Finds a field in a parsed record by the name the user gave it. Own properties only, so that a record with a key
 * `__proto__` or `constructor` is just a record with an odd key.
 */

import type { Field } from '../model/record-fields.ts';

export interface Found {
  readonly value: unknown;
  /** Keys that lead to the value. */
  readonly keys: readonly string[];
}

/** The name of a field in the records: mapped, else its own. */
export function nameOf(map: Readonly<Record<string, string>>, field: Field): string {
  return Object.hasOwn(map, field) ? (map[field] ?? field) : field;
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
