/**
 * From arguments to an analysed collection: cuts the input, has it read and analysed in the threads, spills. Owns the
 * flow of one run's input; must not judge pairs.
 */
import { availableParallelism } from 'node:os';
import { Collection, cleaningRounds, completeArticle } from '../dedupe.ts';
import { cutFiles, discover, IssueCap } from '../ingest/index.ts';
import { NoInputError } from '../lib/errors.ts';
import type { ArticleIndex } from '../model/article.ts';
import { type Issue, SKIPPING_CODES } from '../model/issue.ts';
import type { MatchOptions } from '../model/options.ts';
import { unpackRows } from '../state/packed-rows.ts';
import { SpillFile } from '../state/spill.ts';
import type { Derived } from '../state/store/archive-state.ts';
import type { SpilledRecord } from './analyse-work.ts';
import { RememberedCleaning } from './cleaning-memory.ts';
import { cleaningDerived, lastCleaning } from './match-memory.ts';
import type { People } from './people.ts';
import { batchesOf, Pool, recordBatchesOf } from './pool.ts';
import type { ReadyRequest } from './ready.ts';
import type { StateRun } from './state-run.ts';
import { UniqueIds } from './unique-ids.ts';

export interface Collected {
  readonly collection: Collection;
  readonly port: SpillFile;
  readonly issues: readonly Issue[];
  /** Files met in a walk whose type is not read. */
  readonly unknownTypes: number;
  /** SHA-256 over (id, rawDigest) of all articles in order. */
  readonly inputDigest: string;
  /** The threads, for what follows. */
  readonly pool: Pool;
  /** For the next run over the same archive; nothing without a state. */
  readonly derived: Derived;
  /** Ends the threads and lets the working file go. */
  readonly close: () => Promise<void>;
}

/** Exit code of a run that lost some of its input. */
export const INPUT_SKIPPED = 3;

/** Issues that lost input decide the exit code; the rest only inform. */
export function isSkip(issue: Issue): boolean {
  return SKIPPING_CODES.has(issue.code);
}

/** The same request where articles are shown and not looked for: the keys of their stories are not made. */
export function withoutStories(request: ReadyRequest): ReadyRequest {
  return { ...request, match: { ...request.match, translations: false } };
}

/** Read, analysed and cleaned. Throws `NoInputError` when every path is missing or unmatched. The caller closes. */
export async function collect(
  request: ReadyRequest,
  paths: readonly string[],
  people: People,
  state?: StateRun,
): Promise<Collected> {
  const ingestRequest = {
    paths: (await state?.pathsWith(paths)) ?? paths,
    include: request.include,
    exclude: request.exclude,
    follow: request.follow,
    map: request.map,
    maxRecordBytes: request.maxRecordBytes,
    stdin: process.stdin,
  };
  const discovery = await discover(ingestRequest);
  // Discovery counts an argument once, however often it was written.
  if (discovery.missing === new Set(paths).size) {
    throw new NoInputError(
      `no input: ${discovery.issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ')}`,
    );
  }
  const issues: Issue[] = [...discovery.issues];
  const port = new SpillFile(completeArticle);
  const unique = new UniqueIds(port);
  const pool = new Pool(
    { options: request.match, knowledge: request.knowledge, map: request.map },
    request.jobs ?? availableParallelism(),
  );
  const close = async (): Promise<void> => {
    // Threads read the file until they are stopped.
    try {
      await pool.stop();
    } finally {
      port.close();
    }
  };
  try {
    const collection = new Collection(request.match);
    const cap = new IssueCap();
    const batches =
      state?.articles(ingestRequest, discovery, pool) ??
      pool.run<'read'>(batchesOf(cutFiles(ingestRequest, discovery)));
    for await (const batch of batches) {
      for (const issue of batch.issues) issues.push(...cap.take(issue));
      issues.push(...unique.put(batch));
      collection.append(batch.rows, batch.languages.map(onceKept));
    }
    issues.push(...cap.end());
    const cleaning =
      state === undefined ? undefined : new RememberedCleaning(lastCleaning(state), port, collection);
    await cleanInThreads(collection, port, request.match, pool, cleaning);
    if (port.count === 0) people.notice('no articles were found in the input');
    return {
      collection,
      port,
      issues,
      unknownTypes: discovery.unknownTypes,
      inputDigest: unique.finish(),
      pool,
      derived: cleaning === undefined ? {} : cleaningDerived(cleaning.finish()),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const kept = new Map<string, string>();

/** The same string for equal ones: each that comes from a thread is another. */
function onceKept(language: string): string {
  const known = kept.get(language);
  if (known !== undefined) return known;
  kept.set(language, language);
  return language;
}

/** The second cleaning pass; what it changes is analysed again where the threads are. */
async function cleanInThreads(
  collection: Collection,
  port: SpillFile,
  options: MatchOptions,
  pool: Pool,
  memory: RememberedCleaning | undefined,
): Promise<void> {
  for (const changed of cleaningRounds(collection, port, options, memory)) {
    const indexes: ArticleIndex[] = [];
    let done = 0;
    const batches = recordBatchesOf(recordsOf(changed, port, indexes));
    for await (const batch of pool.run<'again'>(batches)) {
      const own = indexes.slice(done, done + batch.headLengths.length);
      done += own.length;
      port.putAgain(own, batch);
      unpackRows(batch.rows).forEach((row, i) => {
        collection.replace(own[i] ?? 0, row, onceKept(batch.languages[i] ?? 'und'));
        memory?.take(own[i] ?? 0, row);
      });
    }
  }
}

/** The records of articles, one after another as they are asked for; notes whose they are. */
function* recordsOf(
  changed: Iterable<ArticleIndex>,
  port: SpillFile,
  indexes: ArticleIndex[],
): Iterable<SpilledRecord> {
  for (const index of changed) {
    indexes.push(index);
    yield port.recordOf(index);
  }
}
