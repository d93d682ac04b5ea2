/** Schemas of the parts that several rows share: articles, evidence, issues. Must not describe a whole document. */
import type { Language } from '../../model/article.ts';
import { ISSUE_CODES, type Issue } from '../../model/issue.ts';
import type {
  ConceptEvidence,
  Evidence,
  NameEvidence,
  NumberEvidence,
  Passage,
  Relation,
} from '../../model/match.ts';
import type { Report, ReportArticle } from '../../model/report.ts';
import {
  COUNT,
  described,
  exactly,
  listOf,
  NUMBER,
  objectOf,
  oneOf,
  optional,
  POSITION,
  type Schema,
  SHA256,
  STRING,
  TIME,
  type Typed,
  UNIT,
} from './schema.ts';

/** A record, so that the compiler asks for a relation that is added to the model. */
const RELATION_SET: Readonly<Record<Relation, true>> = {
  copy: true,
  near: true,
  contained: true,
  translation: true,
  related: true,
};
export const RELATIONS: readonly string[] = Object.keys(RELATION_SET);

export const TOOL = objectOf<Report['tool']>({ name: STRING, version: STRING });
export const STATUS: Schema = exactly('complete');
export const END = objectOf<Report['end']>({ status: STATUS });

/** The last row of NDJSON, without which a stream was cut. */
export function endRow(summary: Schema): Schema {
  return objectOf<Typed & Report['end'] & { readonly summary: unknown }>({
    type: exactly('end'),
    status: STATUS,
    summary,
  });
}
/** Only what changes the result. */
export const OPTIONS: Schema = {
  type: 'object',
  additionalProperties: { type: ['string', 'number', 'boolean'] },
};

export const LANGUAGE = objectOf<Language>({
  code: described(STRING, 'ISO 639-3; und where it could not be told.'),
  bcp47: described(STRING, 'Shortest BCP 47 tag.'),
  script: described({ type: 'string', pattern: '^[A-Z][a-z]{3}$' }, 'ISO 15924.'),
  confidence: UNIT,
});

export const PATH = described(
  STRING,
  'Argument and relative name with / between; - for standard input; %XX where not UTF-8.',
);
export const OFFSET = described(COUNT, 'Bytes from the start of the decompressed stream.');

export const ARTICLE_FIELDS = {
  id: STRING,
  path: PATH,
  pathBytes: optional(described(STRING, 'Exact bytes in base64, where the path is not UTF-8.')),
  record: optional(described(POSITION, '1-based; bad records are counted.')),
  offset: optional(OFFSET),
  sourceId: optional(described(STRING, 'The id the source gave, taken by an earlier article.')),
  language: LANGUAGE,
  title: STRING,
  date: optional(TIME),
  url: optional(STRING),
  source: optional(STRING),
  characters: described(
    COUNT,
    'Code points of the cleaned text, but for invisible ones (zero-width, soft hyphens, direction marks).',
  ),
  kept: described(UNIT, 'Share of the text that was kept.'),
  rawDigest: SHA256,
  textDigest: SHA256,
};
export const ARTICLE = objectOf<ReportArticle>(ARTICLE_FIELDS);

export const NAME_EVIDENCE = objectOf<NameEvidence>({ a: STRING, b: STRING, key: STRING, weight: NUMBER });
export const NUMBER_EVIDENCE = objectOf<NumberEvidence>({
  value: NUMBER,
  unit: optional(STRING),
  a: STRING,
  b: STRING,
  weight: described(NUMBER, 'Bits of information.'),
});
export const CONCEPT_EVIDENCE = objectOf<ConceptEvidence>({
  a: described(STRING, 'As written in a.'),
  b: STRING,
  weight: described(NUMBER, 'Bits of information.'),
});
export const PASSAGE_FIELDS = {
  aStart: described(COUNT, 'UTF-16 units of the cleaned text.'),
  aEnd: COUNT,
  bStart: COUNT,
  bEnd: COUNT,
};
export const EVIDENCE = objectOf<Evidence>({
  names: listOf(NAME_EVIDENCE),
  numbers: listOf(NUMBER_EVIDENCE),
  concepts: optional(listOf(CONCEPT_EVIDENCE)),
  passages: optional(listOf(objectOf<Passage>(PASSAGE_FIELDS))),
  resemblance: optional(described(UNIT, 'Jaccard of the shingle sets.')),
  containment: optional(described(UNIT, 'Shared shingles over the smaller set.')),
  against: optional(listOf(STRING)),
});

export const ISSUE_FIELDS = {
  code: oneOf(ISSUE_CODES),
  path: STRING,
  record: optional(POSITION),
  offset: optional(OFFSET),
  message: STRING,
};
export const ISSUE = objectOf<Issue>(ISSUE_FIELDS);
