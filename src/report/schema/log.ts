/** The schema of the log: one row of `--log-format json`. */
import { ISSUE_CODES } from '../../model/issue.ts';
import {
  type ErrorMet,
  type FileRead,
  type IssueFound,
  LOG_LEVELS,
  LOG_SCHEMA,
  type LogRow,
  type NoticeGiven,
  type OutputWritten,
  type RunEnded,
  type RunStarted,
  STAGE_NAMES,
  STAGE_UNITS,
  type StageEnded,
  type StageStarted,
  type StateCompleted,
  type StateKept,
} from '../../model/log.ts';
import {
  COUNT,
  described,
  exactly,
  NUMBER,
  objectOf,
  oneOf,
  optional,
  POSITION,
  published,
  type Schema,
  STRING,
  TIME,
} from './schema.ts';

/** What every row says; `Event` holds the name to the type of its row. */
function common<Event extends LogRow['event']>(event: Event): { time: Schema; level: Schema; event: Schema } {
  return { time: TIME, level: oneOf(LOG_LEVELS), event: exactly(event) };
}

const STAGE = oneOf(STAGE_NAMES);
const UNIT = oneOf([...new Set(Object.values(STAGE_UNITS))]);
const SECONDS: Schema = { ...NUMBER, minimum: 0 };

export const LOG_ROW = published('log-row', 'A row of the log of dedupe', {
  oneOf: [
    objectOf<RunStarted>({
      ...common('run-started'),
      schema: exactly(LOG_SCHEMA),
      tool: objectOf<RunStarted['tool']>({ name: STRING, version: STRING }),
      command: STRING,
      pid: POSITION,
    }),
    objectOf<StageStarted>({
      ...common('stage-started'),
      stage: STAGE,
      total: optional(described(COUNT, 'How much there is to do, where that is known beforehand.')),
      unit: UNIT,
    }),
    objectOf<StageEnded>({
      ...common('stage-ended'),
      stage: STAGE,
      done: COUNT,
      unit: UNIT,
      seconds: SECONDS,
    }),
    objectOf<FileRead>({
      ...common('file-read'),
      path: STRING,
      bytes: described(COUNT, 'As the file lies on the disk.'),
    }),
    objectOf<IssueFound>({
      ...common('issue'),
      code: oneOf(ISSUE_CODES),
      path: STRING,
      record: optional(POSITION),
      offset: optional(COUNT),
      message: STRING,
    }),
    objectOf<StateKept>({
      ...common('state-kept'),
      files: described(COUNT, 'Files that were read since the row before and need not be read again.'),
    }),
    objectOf<StateCompleted>({
      ...common('state-completed'),
      run: described(POSITION, 'Number of the run in its state.'),
      files: COUNT,
      articles: COUNT,
      groups: COUNT,
    }),
    objectOf<OutputWritten>({
      ...common('output-written'),
      path: described(STRING, 'As it was named; - for the standard output.'),
      format: STRING,
    }),
    objectOf<NoticeGiven>({ ...common('notice'), message: STRING }),
    objectOf<ErrorMet>({ ...common('error'), message: STRING, trace: optional(STRING) }),
    objectOf<RunEnded>({
      ...common('run-ended'),
      exitCode: COUNT,
      seconds: SECONDS,
      articles: optional(COUNT),
      groups: optional(COUNT),
      newGroups: optional(described(COUNT, 'With a state: groups that are new or grew.')),
    }),
  ],
});
