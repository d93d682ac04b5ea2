/** The schemas of a report: the JSON document and the rows of NDJSON. Field order is that of `rows.ts` (a test checks). */
import { CANONICAL_REASONS, GROUP_KINDS } from '../../model/group.ts';
import { ISSUE_CODES, type Issue } from '../../model/issue.ts';
import { LINK_REASONS } from '../../model/match.ts';
import {
  REPORT_SCHEMA,
  type Report,
  type ReportArticle,
  type ReportGroup,
  type ReportLink,
  type ReportMember,
  type ReportRelated,
  type RunManifest,
  type Summary,
} from '../../model/report.ts';
import {
  ARTICLE,
  ARTICLE_FIELDS,
  END,
  EVIDENCE,
  endRow,
  ISSUE,
  ISSUE_FIELDS,
  OPTIONS,
  RELATIONS,
  TOOL,
} from './parts.ts';
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
  published,
  type Schema,
  SHA256,
  STRING,
  TIME,
  type Typed,
  UNIT,
} from './schema.ts';

export const RUN = objectOf<RunManifest>({
  options: described(OPTIONS, 'Only what changes the result.'),
  engine: STRING,
  inputDigest: SHA256,
  startedAt: optional(TIME),
});

export const MEMBER_FIELDS = {
  id: STRING,
  relation: described(oneOf(['canonical', ...RELATIONS]), 'Towards the canonical.'),
  via: optional(described(STRING, 'The member it hangs on.')),
  score: UNIT,
};

export const LINK = objectOf<ReportLink>({
  a: STRING,
  b: STRING,
  relation: oneOf(RELATIONS),
  identical: optional(described(BOOLEAN, 'Equal raw bytes.')),
  inner: optional(described(oneOf(['a', 'b']), 'The side that is the excerpt.')),
  reason: optional(
    described(
      oneOf(LINK_REASONS),
      'update: the later one adds to the earlier. decision: people decided that the two are one story. company: too unsure by itself; the other texts of the group speak for it.',
    ),
  ),
  score: described(UNIT, 'Probability that the link is right.'),
  evidence: EVIDENCE,
});

export const GROUP_ID: Schema = { type: 'string', pattern: '^g[0-9a-f]{16}$' };

const GROUP_FIELDS = {
  id: GROUP_ID,
  kind: oneOf(GROUP_KINDS),
  languages: described(listOf(STRING), 'BCP 47.'),
  canonical: STRING,
  canonicalReason: oneOf(CANONICAL_REASONS),
  confidence: described(UNIT, 'Probability that the whole group is right.'),
  weakestLink: UNIT,
  isNew: optional(
    described(BOOLEAN, 'With a state: new since its last run, or with members that were not in it.'),
  ),
  formerIds: optional(
    described(
      listOf(GROUP_ID),
      'With a state: names of groups of its last run that this one took the place of.',
    ),
  ),
  members: { ...listOf(objectOf<ReportMember>(MEMBER_FIELDS)), minItems: 2 } as Schema,
  links: described(listOf(LINK), 'A tree: one fewer than members.'),
};

const RELATED_FIELDS = { a: STRING, b: STRING, score: UNIT, evidence: EVIDENCE };
export const RELATED = objectOf<ReportRelated>(RELATED_FIELDS);

export const SUMMARY = objectOf<Summary>({
  articles: COUNT,
  groups: COUNT,
  redundant: described(COUNT, 'Members beyond one a group.'),
  languages: countsBy(),
  issues: countsBy(ISSUE_CODES),
});

export const REPORT = published(
  'report',
  'A report of dedupe',
  objectOf<Omit<Report, 'bodyOf'>>({
    schema: exactly(REPORT_SCHEMA),
    tool: TOOL,
    run: RUN,
    articles: listOf(ARTICLE),
    groups: listOf(objectOf<ReportGroup>(GROUP_FIELDS)),
    related: listOf(RELATED),
    issues: listOf(ISSUE),
    summary: SUMMARY,
    end: END,
  }),
);

export const REPORT_ROW = published('report-row', 'A row of a report of dedupe as NDJSON', {
  oneOf: [
    objectOf<Typed & Pick<Report, 'schema' | 'tool' | 'run'>>({
      type: exactly('run'),
      schema: exactly(REPORT_SCHEMA),
      tool: TOOL,
      run: RUN,
    }),
    objectOf<Typed & ReportArticle>({ type: exactly('article'), ...ARTICLE_FIELDS }),
    objectOf<Typed & ReportGroup>({ type: exactly('group'), ...GROUP_FIELDS }),
    objectOf<Typed & ReportRelated>({ type: exactly('related'), ...RELATED_FIELDS }),
    objectOf<Typed & Issue>({ type: exactly('issue'), ...ISSUE_FIELDS }),
    endRow(SUMMARY),
  ],
});
