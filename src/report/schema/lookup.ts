/** The schemas of `dedupe lookup`: the JSON document and the rows of NDJSON. */
import { CANONICAL_REASONS, GROUP_KINDS } from '../../model/group.ts';
import { ISSUE_CODES, type Issue } from '../../model/issue.ts';
import {
  LOOKUP_SCHEMA,
  LOOKUP_STATUSES,
  type LookedUp,
  type Lookup,
  type LookupGroup,
  type LookupMatch,
  type LookupMember,
  type LookupState,
  type LookupSummary,
} from '../../model/lookup.ts';
import { ARTICLE_FIELDS, END, endRow, ISSUE, ISSUE_FIELDS, RELATIONS, TOOL } from './parts.ts';
import { GROUP_ID, LINK, MEMBER_FIELDS, RELATED, RUN } from './report.ts';
import {
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
  STRING,
  TIME,
  TRUE,
  type Typed,
  UNIT,
} from './schema.ts';

const STATE = objectOf<LookupState>({
  run: described(POSITION, 'Number of the last complete run.'),
  finishedAt: TIME,
  articles: COUNT,
  groups: COUNT,
});

const MATCH = objectOf<LookupMatch>({
  id: described(STRING, 'The nearest article of the archive in the tree of the links.'),
  relation: described(oneOf(RELATIONS), 'Of the farthest of the links.'),
  score: described(UNIT, 'Of the weakest of the links.'),
  links: described(
    { ...listOf(LINK), minItems: 1 },
    'From the article to the one of the archive; several by way of other articles of the input.',
  ),
});

const KNOWN_AS = described(
  listOf(GROUP_ID),
  'Names of the groups of the last run that its members were in; empty where they stood alone.',
);

const LOOKED_UP_FIELDS = {
  ...ARTICLE_FIELDS,
  status: described(
    oneOf(LOOKUP_STATUSES),
    'known: an article of the archive tells the same story; related: the same event only; new: neither.',
  ),
  isArchived: optional(described(TRUE, 'The article itself stands in the archive.')),
  match: optional(MATCH),
  group: optional(
    objectOf<Pick<LookupGroup, 'id' | 'canonical' | 'knownAs'>>({
      id: described(GROUP_ID, 'Its members stand in "groups".'),
      canonical: STRING,
      knownAs: KNOWN_AS,
    }),
  ),
  related: described(listOf(RELATED), 'The same event in another text.'),
};

const GROUP_FIELDS = {
  id: GROUP_ID,
  kind: oneOf(GROUP_KINDS),
  languages: described(listOf(STRING), 'BCP 47.'),
  canonical: STRING,
  canonicalReason: oneOf(CANONICAL_REASONS),
  confidence: UNIT,
  weakestLink: UNIT,
  knownAs: KNOWN_AS,
  members: {
    ...listOf(
      objectOf<LookupMember>({
        ...MEMBER_FIELDS,
        isInput: optional(described(TRUE, 'Of the input, not of the archive.')),
      }),
    ),
    minItems: 2,
  },
};

const SUMMARY = objectOf<LookupSummary>({
  articles: COUNT,
  known: COUNT,
  related: COUNT,
  new: COUNT,
  issues: countsBy(ISSUE_CODES),
});

export const LOOKUP = published(
  'lookup',
  'What an archive knows of articles, as dedupe lookup tells it',
  objectOf<Omit<Lookup, 'find'>>({
    schema: exactly(LOOKUP_SCHEMA),
    tool: TOOL,
    run: RUN,
    state: STATE,
    articles: listOf(objectOf<LookedUp>(LOOKED_UP_FIELDS)),
    groups: described(
      listOf(objectOf<LookupGroup>(GROUP_FIELDS)),
      'Those with an article of the input, as a scan over the archive and the input finds them.',
    ),
    issues: listOf(ISSUE),
    summary: SUMMARY,
    end: END,
  }),
);

export const LOOKUP_ROW = published('lookup-row', 'A row of dedupe lookup as NDJSON', {
  oneOf: [
    objectOf<Typed & Pick<Lookup, 'schema' | 'tool' | 'run' | 'state'>>({
      type: exactly('run'),
      schema: exactly(LOOKUP_SCHEMA),
      tool: TOOL,
      run: RUN,
      state: STATE,
    }),
    objectOf<Typed & LookedUp>({ type: exactly('lookup'), ...LOOKED_UP_FIELDS }),
    objectOf<Typed & LookupGroup>({ type: exactly('group'), ...GROUP_FIELDS }),
    objectOf<Typed & Issue>({ type: exactly('issue'), ...ISSUE_FIELDS }),
    endRow(SUMMARY),
  ],
});
