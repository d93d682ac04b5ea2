/** The schemas of `inspect`: the JSON document and the rows of NDJSON. */
import {
  type Alternate,
  BLOCK_ROLES,
  DROP_REASONS,
  ENCODING_WAYS,
  REPAIR_KINDS,
  type Repair,
} from '../../model/article.ts';
import { ISSUE_CODES } from '../../model/issue.ts';
import type { InspectBlock, InspectReading, InspectRow } from '../../model/report.ts';
import { INSPECT_SCHEMA } from '../inspect.ts';
import { ISSUE, LANGUAGE, PATH, STATUS } from './parts.ts';
import {
  BOOLEAN,
  COUNT,
  countsBy,
  described,
  exactly,
  listOf,
  NUMBER,
  objectOf,
  oneOf,
  optional,
  POSITION,
  published,
  STRING,
  TIME,
  UNIT,
} from './schema.ts';

const BLOCK = objectOf<InspectBlock>({
  text: STRING,
  kept: BOOLEAN,
  role: oneOf(BLOCK_ROLES),
  reason: optional(described(oneOf(DROP_REASONS), 'Why it was dropped.')),
  confidence: UNIT,
  language: optional(STRING),
  home: optional(described(STRING, 'The article whose lead this block is.')),
  articles: optional(
    described(POSITION, 'Articles of the source, copies counted once, in which this block stands.'),
  ),
  rule: optional(described(COUNT, 'Position in the rules file, from 0, of the site rule that decided.')),
  start: described(
    COUNT,
    'UTF-16 units of the text as it was read, before hyphens and entities were mended.',
  ),
  end: COUNT,
});

const NAMES = {
  text: optional(STRING),
  id: optional(STRING),
  title: optional(STRING),
  date: optional(STRING),
  url: optional(STRING),
  source: optional(STRING),
};

const READING = objectOf<InspectReading>({
  encoding: described(STRING, 'Name by the Encoding Standard, or IANA where it has none.'),
  by: described(
    oneOf(ENCODING_WAYS),
    'How it was found: valid UTF-8, a byte order mark, a pattern of bytes, a declaration, or the letters.',
  ),
  confidence: UNIT,
  repairs: optional(
    listOf(
      objectOf<Repair>({
        kind: oneOf(REPAIR_KINDS),
        count: POSITION,
        via: optional(described(STRING, 'The encoding that UTF-8 had been taken for.')),
      }),
    ),
  ),
  fields: optional(
    described(
      objectOf<NonNullable<InspectReading['fields']>>(NAMES),
      'Fields of the record that were found under another name than their own.',
    ),
  ),
});

const ROW = objectOf<InspectRow>({
  type: exactly('inspect'),
  id: STRING,
  path: PATH,
  record: optional(POSITION),
  language: LANGUAGE,
  title: STRING,
  date: optional(TIME),
  url: optional(described(STRING, 'Canonical address.')),
  declaredLanguage: optional(described(STRING, 'BCP 47 as the page declares it: evidence, not a verdict.')),
  alternates: optional(
    described(
      listOf(objectOf<Alternate>({ language: STRING, url: STRING })),
      'Versions in other languages that the page names (hreflang).',
    ),
  ),
  reading: described(READING, 'What was assumed of the bytes of the text, and what was mended in it.'),
  characters: COUNT,
  kept: UNIT,
  text: described(STRING, 'Cleaned, with the title as its first line when it stood there.'),
  blocks: listOf(BLOCK),
  names: listOf(objectOf<InspectRow['names'][number]>({ text: STRING, key: STRING })),
  numbers: listOf(
    objectOf<InspectRow['numbers'][number]>({ text: STRING, value: NUMBER, unit: optional(STRING) }),
  ),
  dates: listOf(
    objectOf<InspectRow['dates'][number]>({
      text: STRING,
      iso: { type: 'string', pattern: '^(\\d{4}(-\\d{2}(-\\d{2})?)?|--\\d{2}-\\d{2})$' },
    }),
  ),
});

interface InspectSummary {
  readonly articles: number;
  readonly issues: Readonly<Record<string, number>>;
}

const END_FIELDS = {
  status: STATUS,
  summary: objectOf<InspectSummary>({ articles: COUNT, issues: countsBy(ISSUE_CODES) }),
};

interface InspectEnd {
  readonly status: string;
  readonly summary: InspectSummary;
}

interface InspectDocument {
  readonly schema: string;
  readonly articles: readonly InspectRow[];
  readonly issues: readonly object[];
  readonly end: InspectEnd;
}

export const INSPECT = published(
  'inspect',
  'What dedupe reads from articles',
  objectOf<InspectDocument>({
    schema: exactly(INSPECT_SCHEMA),
    articles: listOf(ROW),
    issues: listOf(ISSUE),
    end: objectOf<InspectEnd>(END_FIELDS),
  }),
);

export const INSPECT_ROW = published('inspect-row', 'A row of dedupe inspect as NDJSON', {
  oneOf: [ROW, objectOf<{ readonly type: string } & InspectEnd>({ type: exactly('end'), ...END_FIELDS })],
});
