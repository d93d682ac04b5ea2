/**
 * Building blocks of the published JSON Schemas (draft 2020-12). The compiler holds them to the model: a field that is
 * added to a type, or becomes optional there, is an error here until the schema follows. Must not describe any row.
 * Reference: JSON Schema, draft 2020-12.
 */

export interface Schema {
  readonly optional?: never;
  readonly [keyword: string]: unknown;
}

export interface OptionalField {
  readonly optional: Schema;
}

type Nothing = Record<never, never>;

/** Every field of T, marked optional exactly where T says so. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Nothing extends Pick<T, K> ? OptionalField : Schema;
};

export const STRING: Schema = { type: 'string' };
export const BOOLEAN: Schema = { type: 'boolean' };
/** A flag that is absent where it does not hold. */
export const TRUE: Schema = { const: true };
export const NUMBER: Schema = { type: 'number' };
export const COUNT: Schema = { type: 'integer', minimum: 0 };
export const POSITION: Schema = { type: 'integer', minimum: 1 };
/** A probability or a share. */
export const UNIT: Schema = { type: 'number', minimum: 0, maximum: 1 };
export const SHA256: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
export const TIME: Schema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2}))?$',
  description: 'RFC 3339 instant or day.',
};

export function described(schema: Schema, description: string): Schema {
  return { ...schema, description };
}

export function optional(schema: Schema): OptionalField {
  return { optional: schema };
}

export function oneOf(values: readonly string[]): Schema {
  return { enum: [...values] };
}

export function exactly(value: string): Schema {
  return { const: value };
}

export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

/** Counts by name; names are free unless a closed list is given. */
export function countsBy(names?: readonly string[]): Schema {
  return {
    type: 'object',
    ...(names === undefined ? {} : { propertyNames: oneOf(names) }),
    additionalProperties: { type: 'integer', minimum: 1 },
  };
}

/** An object with exactly the fields of T, in the order in which they are written. */
export function objectOf<T>(fields: Fields<T>): Schema {
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  for (const [name, field] of Object.entries<Schema | OptionalField>(fields)) {
    if (field.optional === undefined) required.push(name);
    properties[name] = field.optional ?? (field as Schema);
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

/** A schema that can be published by itself. */
export function published(name: string, title: string, schema: Schema): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:dedupe:${name}:1`,
    title,
    ...schema,
  };
}

/** What tells rows of NDJSON apart. */
export interface Typed {
  readonly type: string;
}
