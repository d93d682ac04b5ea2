/** Names that may stand in a record by its keys, beside a look at all of them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fieldOf } from '../../src/ingest/fields.ts';
import { NamesByKeys, type PresentNames } from '../../src/ingest/present-names.ts';
import { FIELD_NAMES, FIELDS, LANGUAGE_NAMES } from '../../src/model/record-fields.ts';

const ALL: PresentNames = { fields: FIELD_NAMES, language: LANGUAGE_NAMES };

it('leaves out no name under which something stands, whatever records came before', () => {
  const names = FIELDS.flatMap((field) => FIELD_NAMES[field]).concat(LANGUAGE_NAMES);
  const name = fc.oneof(fc.constantFrom(...names), fc.constantFrom('', '.', '__proto__', 'other', 'a.b'));
  const record = fc.dictionary(
    name,
    fc.oneof(fc.string(), fc.dictionary(fc.constantFrom('rendered', 'text', 'name'), fc.string())),
    { maxKeys: 6 },
  );
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 30 }), (records) => {
      const byKeys = new NamesByKeys(ALL);
      for (const one of records) {
        const present = byKeys.of(one);
        const missing = (all: readonly string[], left: readonly string[]) =>
          all.filter((each) => fieldOf(one, each) !== undefined && !left.includes(each));
        for (const field of FIELDS) expect(missing(ALL.fields[field], present.fields[field])).toEqual([]);
        expect(missing(ALL.language, present.language)).toEqual([]);
      }
    }),
  );
});

it.each([[undefined], [null], ['text'], [['text']], [7]])('finds none in %j', (value) => {
  const { fields, language } = new NamesByKeys(ALL).of(value);
  expect([...FIELDS.flatMap((field) => fields[field]), ...language]).toEqual([]);
});
