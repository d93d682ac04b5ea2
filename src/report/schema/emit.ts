/** The schemas of what is written besides a report: articles with their groups, pairs with their passages, counts. */
import {
  ARTICLES_SCHEMA,
  PAIRS_SCHEMA,
  type PairPassage,
  type ReportPair,
  type RunSummary,
  type Standing,
  SUMMARY_SCHEMA,
} from '../../model/emit.ts';
import { GROUP_KINDS } from '../../model/group.ts';
import type { Report } from '../../model/report.ts';
import { END, ISSUE, PASSAGE_FIELDS, PATH, RELATIONS, STATUS, TOOL } from './parts.ts';
import { GROUP_ID, RUN, SUMMARY } from './report.ts';
import {
  BOOLEAN,
  COUNT,
  countsBy,
  described,
  exactly,
  listOf,
  objectOf,
  oneOf,
  optional,
  POSITION,
  published,
  type Schema,
  STRING,
  type Typed,
  UNIT,
} from './schema.ts';

const STANDING = objectOf<Standing>({
  id: STRING,
  path: PATH,
  pathBytes: optional(described(STRING, 'Exact bytes in base64, where the path is not UTF-8.')),
  record: optional(POSITION),
  language: described(STRING, 'BCP 47.'),
  kept: described(BOOLEAN, 'Whether --emit uniques lists it.'),
  group: optional(described(GROUP_ID, 'Absent for an article that stands alone, as are the next three.')),
  relation: optional(oneOf(['canonical', ...RELATIONS])),
  canonical: optional(described(STRING, 'Id of the article that stands for the group.')),
  score: optional(UNIT),
});

/** The record's own fields are those of the input, whatever they are. */
const RECORD: Schema = {
  type: 'object',
  properties: { dedupe: STANDING },
  required: ['dedupe'],
  additionalProperties: true,
};

export const ARTICLE_ROW = published('article-row', 'A record of the input with what was found', RECORD);

interface ArticlesDocument extends Pick<Report, 'tool' | 'run' | 'issues' | 'summary' | 'end'> {
  readonly schema: string;
  readonly articles: readonly object[];
}

export const ARTICLES = published(
  'articles',
  'Records of the input with what was found, all or those to keep',
  objectOf<ArticlesDocument>({
    schema: exactly(ARTICLES_SCHEMA),
    tool: TOOL,
    run: RUN,
    articles: listOf(RECORD),
    issues: listOf(ISSUE),
    summary: SUMMARY,
    end: END,
  }),
);

const PAIR_PASSAGE = objectOf<PairPassage>({
  ...PASSAGE_FIELDS,
  score: described(UNIT, 'How likely each is the counterpart of the other.'),
  a: optional(described(STRING, 'In the words of a.')),
  b: optional(described(STRING, 'In the words of b.')),
});

const PAIR_FIELDS = {
  group: optional(described(GROUP_ID, 'Absent for related articles.')),
  a: STRING,
  b: STRING,
  relation: oneOf(RELATIONS),
  score: described(UNIT, 'Probability that the link is right.'),
  aLanguage: described(STRING, 'BCP 47.'),
  bLanguage: STRING,
  passages: listOf(PAIR_PASSAGE),
};

interface PairsDocument extends Pick<Report, 'tool' | 'run' | 'end'> {
  readonly schema: string;
  readonly pairs: readonly ReportPair[];
}

export const PAIRS = published(
  'pairs',
  'Pairs of articles with the passages that stand for each other',
  objectOf<PairsDocument>({
    schema: exactly(PAIRS_SCHEMA),
    tool: TOOL,
    run: RUN,
    pairs: listOf(objectOf<ReportPair>(PAIR_FIELDS)),
    end: END,
  }),
);

export const PAIR_ROW = published('pair-row', 'A row of pairs as NDJSON', {
  oneOf: [
    objectOf<Typed & Omit<PairsDocument, 'pairs' | 'end'>>({
      type: exactly('run'),
      schema: exactly(PAIRS_SCHEMA),
      tool: TOOL,
      run: RUN,
    }),
    objectOf<Typed & ReportPair>({ type: exactly('pair'), ...PAIR_FIELDS }),
    objectOf<Typed & { readonly status: string; readonly pairs: number }>({
      type: exactly('end'),
      status: STATUS,
      pairs: described(COUNT, 'Rows before this one.'),
    }),
  ],
});

export const SUMMARY_DOCUMENT = published(
  'summary',
  'The counts of a run',
  objectOf<RunSummary>({
    schema: exactly(SUMMARY_SCHEMA),
    tool: TOOL,
    run: RUN,
    summary: SUMMARY,
    kinds: described(countsBy(GROUP_KINDS), 'Groups by kind.'),
    related: COUNT,
    end: END,
  }),
);
