/**
 * What a run says of itself, told by the commands as it happens: stages and how far they are, files, issues, outputs.
 * Owns the rows of the log, the times, what is measured for `--metrics`, and the end of the time limit; must not know
 * how rows look or where they go.
 */
import { MemoryLimitError, TimeLimitError } from '../lib/errors.ts';
import type { Issue } from '../model/issue.ts';
import { LOG_SCHEMA, type LogLevel, type LogRow, STAGE_UNITS, type StageName } from '../model/log.ts';
import type { Progress } from '../run/progress.ts';
import { TOOL } from '../run/tool.ts';
import { isComplete } from './exit-codes.ts';
import type { People } from './people.ts';
import { sizeText } from './values.ts';

/** How far a stage is. */
export interface Standing {
  readonly stage: StageName;
  readonly done: number;
  /** Absent where it is not known beforehand. */
  readonly total?: number;
  /** Since the stage began. */
  readonly seconds: number;
}

/** Where rows and standings go. */
export interface Telling {
  row(row: LogRow): void;
  /** At any rate, most of them to be passed over; undefined: nothing is under way. */
  standing(standing: Standing | undefined): void;
}

/** What was found, as far as the run came. */
export interface Found {
  readonly articles: number;
  readonly groups: number;
  /** With a state. */
  readonly newGroups?: number;
  readonly issues: readonly Issue[];
}

/** What `--metrics` writes. */
export interface Measures {
  readonly found?: Found;
  readonly filesRead: number;
  readonly bytesRead: number;
  readonly stageSeconds: ReadonlyMap<StageName, number>;
  readonly seconds: number;
}

export interface TimeLimit {
  readonly seconds: number;
  /** What becomes of what was done, for the message. */
  readonly outcome: string;
}

/** What the process may take, and takes now, in bytes. */
export interface MemoryLimit {
  readonly bytes: number;
  readonly taken: () => number;
}

/** Milliseconds between two looks at the memory: one costs some microseconds. */
const BETWEEN_LOOKS = 200;

type RowOf<Event extends LogRow['event']> = Extract<LogRow, { readonly event: Event }>;

export class Watch implements People {
  readonly #telling: Telling;
  readonly #limit: TimeLimit | undefined;
  readonly #memory: MemoryLimit | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;
  readonly #clock: () => number;
  readonly #beganAt: number;
  readonly #stageSeconds = new Map<StageName, number>();
  #stage:
    | { readonly name: StageName; readonly total?: number; readonly beganAt: number; done: number }
    | undefined;
  #found: Found | undefined;
  #filesRead = 0;
  #bytesRead = 0;

  /** `clock` in milliseconds, never going back. */
  constructor(telling: Telling, clock: () => number, limit?: TimeLimit, memory?: MemoryLimit) {
    this.#telling = telling;
    this.#clock = clock;
    this.#beganAt = clock();
    this.#limit = limit;
    this.#memory = memory;
  }

  notice(message: string): void {
    this.#tell('notice', 'info', { message });
  }

  error(message: string, trace?: string): void {
    this.#tell('error', 'error', { message, ...(trace === undefined ? {} : { trace }) });
  }

  issue({ code, path, record, offset, message }: Issue, isSkip: boolean): void {
    this.#tell('issue', isSkip ? 'warning' : 'info', {
      code,
      path,
      ...(record === undefined ? {} : { record }),
      ...(offset === undefined ? {} : { offset }),
      message,
    });
  }

  started(command: string): void {
    this.#tell('run-started', 'info', { schema: LOG_SCHEMA, tool: TOOL, command, pid: process.pid });
  }

  /** Ends the stage before. */
  begin(stage: StageName, total?: number): void {
    this.#endStage();
    const known = total === undefined ? {} : { total };
    this.#stage = { name: stage, ...known, beganAt: this.#clock(), done: 0 };
    this.#tell('stage-started', 'info', { stage, ...known, unit: STAGE_UNITS[stage] });
    this.advance(0);
  }

  /** How far the run says it is; a stage that is not the one before begins. Throws `TimeLimitError`. */
  reached({ stage, done, total }: Progress): void {
    if (this.#stage?.name !== stage) this.begin(stage, total);
    this.advance(done - (this.#stage?.done ?? 0));
  }

  /** So much more of the stage is done. Throws `TimeLimitError`: to be called where the run may end. */
  advance(count: number): void {
    this.#standing(count);
    this.#refuseLate();
    this.#refuseLarge();
  }

  /** Bytes that came from the disk. */
  readBytes(bytes: number): void {
    this.#bytesRead += bytes;
    if (this.#stage?.name === 'read') this.#standing(bytes);
  }

  fileRead(path: string, bytes: number): void {
    this.#filesRead++;
    this.#tell('file-read', 'info', { path, bytes });
  }

  stateKept(files: number): void {
    this.#tell('state-kept', 'info', { files });
  }

  stateCompleted(run: {
    readonly number: number;
    readonly files: number;
    readonly articles: number;
    readonly groups: number;
  }): void {
    const { number, files, articles, groups } = run;
    this.#tell('state-completed', 'info', { run: number, files, articles, groups });
  }

  outputWritten(path: string, format: string): void {
    this.#tell('output-written', 'info', { path, format });
    this.#standing(1);
  }

  found(found: Found): void {
    this.#found = found;
  }

  /** Nothing more is done, only told. */
  finish(): void {
    this.#endStage();
    this.#telling.standing(undefined);
  }

  /** The last word. */
  ended(exitCode: number): void {
    this.finish();
    const found = this.#found;
    this.#tell('run-ended', levelOf(exitCode), {
      exitCode,
      seconds: secondsOf(this.#clock() - this.#beganAt),
      ...(found === undefined ? {} : { articles: found.articles, groups: found.groups }),
      ...(found?.newGroups === undefined ? {} : { newGroups: found.newGroups }),
    });
  }

  measures(): Measures {
    return {
      ...(this.#found === undefined ? {} : { found: this.#found }),
      filesRead: this.#filesRead,
      bytesRead: this.#bytesRead,
      stageSeconds: this.#stageSeconds,
      seconds: secondsOf(this.#clock() - this.#beganAt),
    };
  }

  #endStage(): void {
    const stage = this.#stage;
    if (stage === undefined) return;
    this.#stage = undefined;
    const { name, done, beganAt } = stage;
    const seconds = secondsOf(this.#clock() - beganAt);
    this.#stageSeconds.set(name, (this.#stageSeconds.get(name) ?? 0) + seconds);
    this.#telling.standing(undefined);
    this.#tell('stage-ended', 'info', { stage: name, done, unit: STAGE_UNITS[name], seconds });
  }

  #standing(count: number): void {
    const stage = this.#stage;
    if (stage === undefined) return;
    stage.done += count;
    const { name, done, total, beganAt } = stage;
    const seconds = (this.#clock() - beganAt) / 1000;
    this.#telling.standing({ stage: name, done, ...(total === undefined ? {} : { total }), seconds });
  }

  /** Until then nothing was written, and a state keeps what was read. */
  #refuseLarge(): void {
    if (this.#memory === undefined || this.#stage?.name === 'write') return;
    if (this.#clock() - this.#lookedAt < BETWEEN_LOOKS) return;
    this.#lookedAt = this.#clock();
    const { bytes, taken } = this.#memory;
    const now = taken();
    if (now <= bytes) return;
    throw new MemoryLimitError(
      `the run takes ${sizeText(now)}, more than --memory ${sizeText(bytes)} allows; give it more, or fewer --jobs`,
    );
  }

  #refuseLate(): void {
    const limit = this.#limit;
    // What is being written is written to its end: it takes less time than doing all again.
    if (limit === undefined || this.#stage?.name === 'write') return;
    if (this.#clock() - this.#beganAt < 1000 * limit.seconds) return;
    const stage = this.#stage?.name;
    const where = stage === undefined ? '' : ` in the stage ${stage}`;
    throw new TimeLimitError(`the time limit of ${limit.seconds} s is over${where}; ${limit.outcome}`);
  }

  #tell<Event extends LogRow['event']>(
    event: Event,
    level: LogLevel,
    fields: Omit<RowOf<Event>, 'time' | 'level' | 'event'>,
  ): void {
    const row = { time: new Date().toISOString(), level, event, ...fields };
    this.#telling.row(row as unknown as LogRow);
  }
}

function levelOf(exitCode: number): LogLevel {
  if (exitCode === 0) return 'info';
  return isComplete(exitCode) ? 'warning' : 'error';
}

/** Whole milliseconds: more would be noise. */
function secondsOf(milliseconds: number): number {
  return Math.round(milliseconds) / 1000;
}
