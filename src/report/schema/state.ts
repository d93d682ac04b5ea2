/** The schemas of what `dedupe state` tells: info, check, and the rows of an export. */
import {
  type ExportedArticle,
  type ExportedFile,
  type ExportedGroup,
  type ExportedState,
  type ExportSummary,
  type LastRunFacts,
  STATE_CHECK_SCHEMA,
  STATE_EXPORT_SCHEMA,
  STATE_INFO_SCHEMA,
  type StateCheck,
  type StateInfo,
  type StateRunFacts,
} from '../../model/state.ts';
import { ARTICLE_FIELDS, endRow, OPTIONS, PATH, STATUS, TOOL } from './parts.ts';
import { GROUP_ID } from './report.ts';
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
  published,
  SHA256,
  STRING,
  TIME,
  type Typed,
} from './schema.ts';

const RUN_FIELDS = {
  number: described(POSITION, '1 for the first.'),
  finishedAt: TIME,
  files: COUNT,
  articles: COUNT,
  groups: COUNT,
};

const MAKING = described(OPTIONS, 'What the articles were made with: another value is exit code 5.');

export const STATE_INFO = published(
  'state-info',
  'What a state remembers, as dedupe state info tells it',
  objectOf<StateInfo>({
    schema: exactly(STATE_INFO_SCHEMA),
    folder: STRING,
    version: described(POSITION, 'Of the layout.'),
    making: MAKING,
    bytes: COUNT,
    freeBytes: described(COUNT, 'Of these, what state compact gives back.'),
    lastRun: {
      oneOf: [
        objectOf<LastRunFacts>({
          ...RUN_FIELDS,
          status: STATUS,
          ageHours: described({ ...NUMBER, minimum: 0 }, 'Since it finished.'),
          lost: described(COUNT, 'Losses of input that it had.'),
        }),
        { type: 'null' },
      ],
    },
    runs: described(COUNT, 'Complete runs that are remembered.'),
    resumable: described(COUNT, 'Files that a run which is not complete has read.'),
  }),
);

export const STATE_CHECK = published(
  'state-check',
  'Whether a state is sound, as dedupe state check tells it',
  objectOf<StateCheck>({
    schema: exactly(STATE_CHECK_SCHEMA),
    folder: STRING,
    status: oneOf(['ok', 'damaged']),
    faults: described(listOf(STRING), 'What does not hold.'),
    left: described(COUNT, 'Chunks that an ended run left behind; the next complete run removes them.'),
    repair: optional(described(STRING, 'A command.')),
  }),
);

const FILE = objectOf<Typed & ExportedFile>({
  type: exactly('file'),
  path: PATH,
  pathBytes: optional(described(STRING, 'Exact bytes in base64, where the path is not UTF-8.')),
  format: STRING,
  bytes: COUNT,
  modifiedAt: TIME,
  digest: optional(described(SHA256, 'Of its bytes; absent where it could not be read to its end.')),
  articles: COUNT,
});

export const STATE_EXPORT_ROW = published('state-export-row', 'A row of dedupe state export', {
  oneOf: [
    objectOf<Typed & ExportedState>({
      type: exactly('state'),
      schema: exactly(STATE_EXPORT_SCHEMA),
      tool: TOOL,
      making: MAKING,
    }),
    objectOf<Typed & StateRunFacts>({ type: exactly('run'), ...RUN_FIELDS }),
    FILE,
    objectOf<Typed & ExportedArticle>({
      type: exactly('article'),
      ...ARTICLE_FIELDS,
      group: optional(described(GROUP_ID, 'Its group in the last complete run.')),
    }),
    objectOf<Typed & ExportedGroup>({
      type: exactly('group'),
      id: GROUP_ID,
      canonical: STRING,
      members: { ...listOf(STRING), minItems: 2 },
    }),
    endRow(objectOf<ExportSummary>({ runs: COUNT, files: COUNT, articles: COUNT, groups: COUNT })),
  ],
});
