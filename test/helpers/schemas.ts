/** Checks values against the published schemas, strictly: a keyword that a validator does not know is an error. */
import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import { ALL_SCHEMAS } from '../../src/cli/schemas.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const validators = new Map<string, ValidateFunction>(
  Object.entries(ALL_SCHEMAS).map(([name, schema]) => [name, ajv.compile(schema as AnySchema)]),
);

/** What is wrong with a value; empty where it follows the schema. */
export function errorsOf(name: string, value: unknown): unknown {
  const validate = validators.get(name);
  if (validate === undefined) throw new Error(`there is no schema ${name}`);
  return validate(value) ? [] : validate.errors;
}

/** The values of JSON Lines. */
export function jsonLines(text: string): readonly unknown[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
}
