/**
 * Finds a field in a parsed record by the name the user gave it. Own properties only, so that a record with a key
 * `__proto__` or `constructor` is just a record with an odd key.
 */

export const FIELDS = ['text', 'id', 'title', 'date', 'url', 'source'] as const;
export type Field = (typeof FIELDS)[number];

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
  const keys = name.split('.');
  if (keys.length === 1) return undefined;
  let value: unknown = record;
  for (const key of keys) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return { value, keys };
}

/** A field that is a string with something in it, without white space at its ends. */
export function textField(record: unknown, name: string): string | undefined {
  const value = fieldOf(record, name)?.value;
  if (typeof value !== 'string') return undefined;
  const trimmed = wellFormed(value).trim();
  return trimmed === '' ? undefined : trimmed;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON can spell half a surrogate pair, which no UTF-8 file can hold: U+FFFD instead, as decoders do. */
export function wellFormed(text: string): string {
  // Most texts have no pair at all, which is told much faster than that no half of one stands alone.
  return ANY_HALF.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;
}

const ANY_HALF = /[\ud800-\udfff]/;
