/**
 * The stages of a run as filters over rows, for clusters that move rows themselves. Owns which name is which stage, and what
 * becomes of a row that cannot be read; must not hold rules, read streams or write.
 */
import { MAX_BUCKET, MAX_CHAINED } from '../candidates/near/buckets.ts';
import { HUBS, MAX_HOLDERS } from '../candidates/near/crowd.ts';
import { ASKED_BY } from '../candidates/near/excerpts.ts';
import { MAX_SAMPLED } from '../candidates/repeated/index.ts';
import { mostPartners, PATIENCE } from '../candidates/story/partners.ts';
import { MAX_POSTING } from '../candidates/story/survey.ts';
import type { Knowledge } from '../dedupe.ts';
import type { MatchOptions } from '../model/options.ts';
import type { RunManifest } from '../model/report.ts';
import type { StageName, WrittenRow } from '../model/stage.ts';
import { MAX_LANGUAGES } from './codes.ts';
import type { FileRequest } from './features.ts';
import { rankStage } from './rank.ts';
import { ForeignRow, faultRow, parseRow, RowFault, type Stage } from './row.ts';

/** What all stages of a run share. */
export interface StageContext {
  readonly options: MatchOptions;
  readonly knowledge: Knowledge;
  readonly request: FileRequest;
  readonly tool: { readonly name: string; readonly version: string };
  readonly run: Omit<RunManifest, 'inputDigest'>;
  /** Engine and options in short: rows of articles say by which they were made. */
  readonly made: string;
}

/** Each is loaded when it is asked for: stages start by the thousand, and few of them read texts. */
async function stageOf(name: StageName, context: StageContext): Promise<Stage> {
  const { options, knowledge, request, made } = context;
  switch (name) {
    case 'features': {
      const { featuresStage } = await import('./features.ts');
      return featuresStage({ options, map: request.map }, request, knowledge, made);
    }
    case 'repeated':
      return (await import('./repeated.ts')).repeatedStage();
    case 'again':
      return (await import('./clean.ts')).againStage(context);
    case 'teasers':
      return (await import('./clean.ts')).teasersStage(context);
    case 'near':
      return (await import('./near.ts')).nearStage();
    case 'chain':
      return (await import('./near.ts')).chainStage();
    case 'phrases':
      return (await import('./near.ts')).phrasesStage(options);
    case 'sift':
      return (await import('./near.ts')).siftStage(options);
    case 'keys':
      return (await import('./keys.ts')).keysStage();
    case 'rank':
      return rankStage(options);
    case 'ask':
      return (await import('./ask.ts')).askStage(options, knowledge);
    case 'verify':
      return (await import('./verify.ts')).verifyStage(options, knowledge);
    case 'group':
      return (await import('./group.ts')).groupStage(options, knowledge);
    case 'related':
      return (await import('./related.ts')).relatedStage(options);
    case 'digest':
      return (await import('./report.ts')).digestStage();
    case 'report':
      return (await import('./report.ts')).reportStage(context.tool, context.run);
    case 'limits':
      return { take: () => [], end: () => [limitsOf(options)] };
    default:
      return name satisfies never;
  }
}

/** Bounds by which rows are put together: whoever moves rows asks for them. */
function limitsOf(options: MatchOptions): WrittenRow {
  const [, within] = mostPartners(options.groupBy === 'event');
  return {
    type: 'limits',
    clean: options.clean,
    translations: options.translations,
    sampled: MAX_SAMPLED,
    bucket: MAX_BUCKET,
    chained: MAX_CHAINED,
    holders: MAX_HOLDERS,
    hubs: HUBS + 1,
    askedBy: ASKED_BY,
    posting: MAX_POSTING,
    languages: MAX_LANGUAGES,
    firstAcross: PATIENCE,
    firstWithin: Math.min(PATIENCE, within),
  };
}

/**
 * What costs the row. A defect of ours does, too: one article of a billion must not end the work on the others. What the
 * machine lacks (disk, memory for a process) and rows of another run end the stage.
 */
function faultOf(error: unknown): RowFault {
  if (error instanceof RowFault) return error;
  const isOfMachine = (error as { readonly syscall?: unknown }).syscall !== undefined;
  if (error instanceof ForeignRow || isOfMachine || !(error instanceof Error)) throw error;
  return new RowFault(
    `the program failed on it (${error.name}), which is a defect of dedupe and not of the row`,
  );
}

/** Rows to rows, a line each; a row that cannot be read is one issue. Throws `ForeignRow` where rows of another run come. */
export async function* runStage(
  name: StageName,
  lines: AsyncIterable<string> | Iterable<string>,
  context: StageContext,
): AsyncIterable<WrittenRow> {
  const stage = await stageOf(name, context);
  for await (const line of lines) {
    if (line === '') continue;
    try {
      const rows = stage.take(parseRow(line));
      // Most rows of many stages end in none: nothing is awaited for these.
      if (!Array.isArray(rows) || rows.length > 0) yield* rows;
    } catch (error) {
      yield faultRow(name, faultOf(error));
    }
  }
  try {
    if (stage.end !== undefined) yield* stage.end();
  } catch (error) {
    yield faultRow(name, faultOf(error));
  }
}
