/** The schemas of a comparison of two reports: the JSON document and the rows of NDJSON. */
import {
  type AddedArticle,
  type Change,
  DIFF_SCHEMA,
  type Diff,
  type DiffGroup,
  type DiffSide,
  type DiffSummary,
  GROUP_CHANGES,
  type RemovedArticle,
} from '../../model/diff.ts';
import { END, endRow, TOOL } from './parts.ts';
import { GROUP_ID, RUN } from './report.ts';
import {
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
  STRING,
  type Typed,
} from './schema.ts';

const GROUP = objectOf<DiffGroup>({
  id: GROUP_ID,
  canonical: STRING,
  title: described(STRING, 'Of the canonical.'),
  members: COUNT,
});

const ARTICLE_FIELDS = { id: STRING, title: STRING, language: described(STRING, 'BCP 47.') };

const CHANGE_FIELDS = {
  changes: { ...listOf(oneOf(GROUP_CHANGES)), minItems: 1 } as Schema,
  old: described(listOf(GROUP), 'Groups of the old report; none where the group is new.'),
  new: described(listOf(GROUP), 'Groups of the new report; none where the group vanished.'),
  added: listOf(
    objectOf<AddedArticle>({
      ...ARTICLE_FIELDS,
      isNew: optional(described({ const: true }, 'Not in the old report at all.')),
    }),
  ),
  removed: listOf(
    objectOf<RemovedArticle>({
      ...ARTICLE_FIELDS,
      isGone: optional(described({ const: true }, 'Not in the new report at all.')),
    }),
  ),
};

const SIDE = objectOf<DiffSide>({
  tool: TOOL,
  run: RUN,
  summary: objectOf<DiffSide['summary']>({ articles: COUNT, groups: COUNT, redundant: COUNT }),
});

const SUMMARY = objectOf<DiffSummary>({
  unchanged: described(COUNT, 'Groups that are in both reports as they were.'),
  changes: described(countsBy(GROUP_CHANGES), 'Entries with each change.'),
});

export const DIFF = published(
  'diff',
  'What changed between two reports of dedupe',
  objectOf<Diff>({
    schema: exactly(DIFF_SCHEMA),
    tool: TOOL,
    old: SIDE,
    new: SIDE,
    changes: listOf(objectOf<Change>(CHANGE_FIELDS)),
    summary: SUMMARY,
    end: END,
  }),
);

export const DIFF_ROW = published('diff-row', 'A row of a comparison of two reports as NDJSON', {
  oneOf: [
    objectOf<Typed & Pick<Diff, 'schema' | 'tool' | 'old' | 'new'>>({
      type: exactly('diff'),
      schema: exactly(DIFF_SCHEMA),
      tool: TOOL,
      old: SIDE,
      new: SIDE,
    }),
    objectOf<Typed & Change>({ type: exactly('change'), ...CHANGE_FIELDS }),
    endRow(SUMMARY),
  ],
});
