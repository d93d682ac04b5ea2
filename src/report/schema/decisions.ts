/** The schema of one decision: a line of what `--decisions` takes. The parser in `group` says the same (a test compares them). */
import {
  DECISION_KINDS,
  DECISIONS_SCHEMA,
  type DecidedArticle,
  type Decision,
} from '../../model/decision.ts';
import {
  described,
  exactly,
  listOf,
  objectOf,
  oneOf,
  optional,
  published,
  type Schema,
  SHA256,
  STRING,
} from './schema.ts';

const ARTICLE = objectOf<DecidedArticle>({
  id: STRING,
  textDigest: described(SHA256, 'Of the cleaned text, as in the report: finds an article that was renamed.'),
  rawDigest: optional(
    described(SHA256, 'Of what was read, as in the report: finds one that is cleaned otherwise.'),
  ),
});

const ARTICLES: Schema = { ...listOf(ARTICLE), minItems: 1 };

const INSTANT: Schema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})$',
  description: 'RFC 3339 instant: of decisions that contradict each other the later holds.',
};

export const DECISIONS = published('decisions', 'A decision on articles: a line of a decisions file', {
  ...objectOf<{ readonly schema: string } & Decision>({
    schema: exactly(DECISIONS_SCHEMA),
    decision: described(
      oneOf(DECISION_KINDS),
      'same: all are one story. different: no two are (with "from": none is the story of one of those). canonical: stands for its group. undecided: takes back what was decided on exactly these.',
    ),
    articles: ARTICLES,
    from: optional(described(ARTICLES, 'The other side of "different".')),
    when: optional(INSTANT),
    by: optional(described(STRING, 'Who decided.')),
    note: optional(described(STRING, 'For people.')),
  }),
  // Fields of a later version are left alone.
  additionalProperties: true,
  allOf: [
    when('same', { articles: { type: 'array', minItems: 2 }, from: false }),
    when('canonical', { articles: { type: 'array', maxItems: 1 }, from: false }),
    {
      if: decided('different'),
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        anyOf: [
          { type: 'object', properties: { from: true }, required: ['from'] },
          { type: 'object', properties: { articles: { type: 'array', minItems: 2 } } },
        ],
      },
    },
  ],
});

function decided(kind: string): object {
  return { type: 'object', properties: { decision: exactly(kind) } };
}

function when(kind: string, properties: Readonly<Record<string, unknown>>): object {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: decided(kind), then: { type: 'object', properties } };
}
