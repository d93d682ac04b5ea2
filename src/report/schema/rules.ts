/** The schema of a rules file: what `--rules` takes. The parser in `clean` says the same (a test compares them). */
import { RULES_SCHEMA, SECTION_ENDS, type SiteRules } from '../../model/rules.ts';
import { described, exactly, objectOf, oneOf, optional, published, type Schema } from './schema.ts';

const TEXT: Schema = { type: 'string', pattern: '\\S' };

function atLeastOne(items: Schema): Schema {
  return { type: 'array', items, minItems: 1 };
}

/** One pattern or a list of them. */
function patterns(description: string): Schema {
  return { description, oneOf: [TEXT, atLeastOne(TEXT)] };
}

interface Note {
  readonly note?: string;
}

const NOTE = optional(described({ type: 'string' }, 'For people.'));

const MATCHER: Schema = {
  oneOf: [
    objectOf<Note & { readonly text: string }>({
      text: described(
        TEXT,
        'The whole block; case, quotes, dashes and punctuation at its ends do not count.',
      ),
      note: NOTE,
    }),
    objectOf<Note & { readonly regex: string }>({
      regex: described(TEXT, 'RE2 syntax, found anywhere in the block, which is put on one line.'),
      note: NOTE,
    }),
    objectOf<Note & { readonly heading: string; readonly until?: string }>({
      heading: described(TEXT, 'This block, compared as text, and the section below it.'),
      until: optional(
        described(oneOf(SECTION_ENDS), 'Where the section ends; heading where it is not said.'),
      ),
      note: NOTE,
    }),
  ],
};

/** A rule as it is written: lists of patterns may be single ones. */
interface WrittenRule extends Note {
  readonly source?: string | readonly string[];
  readonly path?: string | readonly string[];
  readonly keep?: readonly object[];
  readonly drop?: readonly object[];
}

function present(field: keyof WrittenRule): Schema {
  return { type: 'object', properties: { [field]: true }, required: [field] };
}

const RULE: Schema = {
  ...objectOf<WrittenRule>({
    source: optional(patterns("The article's source or the host of its URL; * for any characters.")),
    path: optional(patterns("The article's path; * inside a name, ** over folders.")),
    keep: optional(described(atLeastOne(MATCHER), 'Blocks that stay, whatever else says that they go.')),
    drop: optional(described(atLeastOne(MATCHER), 'Blocks that go.')),
    note: NOTE,
  }),
  allOf: [{ anyOf: [present('source'), present('path')] }, { anyOf: [present('keep'), present('drop')] }],
};

export const RULES = published(
  'rules',
  'Site rules of dedupe',
  objectOf<SiteRules>({ schema: exactly(RULES_SCHEMA), rules: atLeastOne(RULE) }),
);
