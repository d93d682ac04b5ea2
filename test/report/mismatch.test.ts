/** The check of what is read back agrees with a validator of JSON Schema on any damage, but for fields that are only added. */
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SCHEMAS, savedPart } from '../../src/report/index.ts';
import { mismatch } from '../../src/report/schema/mismatch.ts';
import type { Schema } from '../../src/report/schema/schema.ts';
import { REPORT } from './sample.ts';

const SCHEMA = SCHEMAS.report as Schema;
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(SCHEMA as AnySchema);
const SAMPLE = JSON.parse(JSON.stringify(REPORT)) as object;

type Path = readonly (string | number)[];

/** All places of a value, the root left out. */
function places(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const path = [...at, Array.isArray(value) ? Number(name) : name];
    return [path, ...places(part, path)];
  });
}

/** A copy of the sample with another value at a place, or without that place. */
function damaged(path: Path, value: unknown): unknown {
  const copy = structuredClone(SAMPLE);
  const last = path.at(-1)!;
  let holder = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}

const VALUES = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  0,
  1,
  -1,
  0.5,
  1.5,
  2 ** 53,
  '',
  'x',
  'copy',
  'complete',
  'a'.repeat(64),
  '2024-05-02',
  [],
  ['x'],
  [{}],
  {},
  { x: 1 },
);

it('agrees with a validator of JSON Schema on any damage', () => {
  expect([mismatch(SAMPLE, SCHEMA), validate(SAMPLE)]).toEqual([undefined, true]);
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...places(SAMPLE)), VALUES, (path, value) => {
      const report = damaged(path, value);
      const isValid = validate(report);
      if (!isValid) refused++;
      // Beyond 2^53 a whole number is not what was written.
      if (value === 2 ** 53) return;
      expect(mismatch(report, SCHEMA) === undefined).toBe(isValid);
    }),
    { numRuns: 3000 },
  );
  expect(refused).toBeGreaterThan(500);
});

it('leaves fields of a later version alone', () => {
  expect(mismatch({ ...SAMPLE, mood: 'calm' }, SCHEMA)).toBeUndefined();
  expect(validate({ ...SAMPLE, mood: 'calm' })).toBe(false);
});

it('knows every keyword that the schema of a report uses', () => {
  const known = [
    '$schema',
    '$id',
    'title',
    'type',
    'const',
    'enum',
    'pattern',
    'minimum',
    'maximum',
    'items',
    'minItems',
    'properties',
    'required',
    'additionalProperties',
    'propertyNames',
    'description',
  ];
  const unknown = new Set<string>();
  const walk = (schema: unknown): void => {
    for (const [keyword, value] of Object.entries(schema as object)) {
      if (!known.includes(keyword)) unknown.add(keyword);
      if (keyword === 'properties') Object.values(value as object).forEach(walk);
      if (['items', 'propertyNames', 'additionalProperties'].includes(keyword) && typeof value === 'object')
        walk(value);
    }
  };
  walk(SCHEMA);
  expect([...unknown]).toEqual([]);
});

it('says where and what', () => {
  const group = structuredClone([...REPORT.groups][0]) as unknown as Record<string, unknown>;
  const told = (fields: object): string => {
    const found = savedPart('groups', { ...group, ...fields });
    return 'problem' in found ? found.problem : 'no problem';
  };
  expect(told({})).toBe('no problem');
  expect(told({ members: [{ id: 'a', relation: 'copy', score: 2 }] })).toBe(
    '.members is [{"id":"a","relation":"copy","score":2}]; expected 2 or more elements',
  );
  expect(told({ weakestLink: '1' })).toBe('.weakestLink is "1"; expected a number');
  expect(told({ kind: 'odd' })).toMatch(/^\.kind is "odd"; expected one of copy, near/);
  expect(told({ canonical: 'nobody' })).toBe('.canonical is "nobody", which is no member');
});
