/**
 * From arguments to an analysed collection: cuts the input, has it read and analysed in the threads, spills. Owns the
 * flow of one run's input; must not judge pairs.
 */
import { Collection, cleaningRounds, completeArticle } from '../dedupe.ts';
import {
  cutFile,
  type Discovery,
  discover,
  type IngestRequest,
  IssueCap,
  type Part,
} from '../ingest/index.ts';
import { NoInputError } from '../lib/errors.ts';
import { Uint32Column } from '../lib/growable.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';
import type { MatchOptions } from '../model/options.ts';
import { unpackRows } from '../state/packed-rows.ts';
import { SpillFile } from '../state/spill.ts';
import type { Derived, KnownPiece } from '../state/store/entries.ts';
import type { Analysed, SpilledRecord } from './analyse-work.ts';
import { batchesOf, recordBatchesOf } from './batches.ts';
import { RememberedCleaning } from './cleaning-memory.ts';
import type { Jobs } from './jobs.ts';
import type { KnowledgeBytes } from './knowledge.ts';
import { cleaningDerived, type LastRun, lastCleaning } from './match-memory.ts';
import { Pool } from './pool.ts';
import { type OnProgress, unwatched } from './progress.ts';
import { chooseSample, type Sample, sampled } from './sample.ts';
import { UniqueIds } from './unique-ids.ts';

export interface Collected {
  readonly collection: Collection;
  readonly port: SpillFile;
  /** What was read, for who reads it again. */
  readonly input: { readonly request: IngestRequest; readonly discovery: Discovery };
  readonly issues: readonly Issue[];
  /** SHA-256 over a digest of (id, rawDigest) of all articles in order. */
  readonly inputDigest: string;
  /** The threads, for what follows. */
  readonly pool: Pool;
  /** For the next run over the same archive; nothing without a state. */
  readonly derived: Derived;
  /** Ends the threads and lets the working file go. */
  readonly close: () => Promise<void>;
}

/** What is read and how. The signal ends the run: what was begun is thrown away, and its reason is thrown. */
export interface CollectRequest extends IngestRequest {
  readonly match: MatchOptions;
  readonly knowledge: KnowledgeBytes;
  readonly jobs: Jobs;
  /** Read only so many records (1 or more); `stdin`: the standard input once more. */
  readonly sample?: { readonly count: number; readonly stdin?: AsyncIterable<Uint8Array> };
  readonly onProgress?: OnProgress;
  /** Told of each file that was read, with its size on the disk. */
  readonly onFile?: (path: string, bytes: number) => void;
}

/** Who knows articles of earlier runs: adds paths to those that were named, and hands over the articles of all files. */
export interface ArticleSource extends Partial<LastRun> {
  pathsWith(named: readonly string[]): Promise<readonly string[]>;
  articles(request: IngestRequest, discovery: Discovery, pool: Pool): AsyncIterable<KnownPiece>;
}

/** Read, analysed and cleaned. Throws `NoInputError` when every path is missing or unmatched. The caller closes. */
export async function collect(request: CollectRequest, source?: ArticleSource): Promise<Collected> {
  const { match, knowledge, map, jobs, signal, onProgress = unwatched } = request;
  const paths = (await source?.pathsWith(request.paths)) ?? request.paths;
  const ingestRequest: IngestRequest = { ...request, paths };
  onProgress({ stage: 'discover', done: 0 });
  const discovery = await discover(ingestRequest);
  onProgress({ stage: 'discover', done: discovery.files.length });
  // Discovery counts an argument once, however often it was written.
  if (request.paths.length > 0 && discovery.missing === new Set(request.paths).size) {
    throw new NoInputError(
      `no input: ${discovery.issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ')}`,
    );
  }
  const issues: Issue[] = [...discovery.issues];
  const port = new SpillFile(completeArticle);
  const unique = new UniqueIds(port);
  // No thread builds groups: decisions stay here.
  const { decisions: _decisions, ...options } = match;
  const pool = new Pool({ options, knowledge, map }, jobs, signal);
  const close = async (): Promise<void> => {
    // Threads read the file until they are stopped.
    try {
      await pool.stop();
    } finally {
      port.close();
    }
  };
  try {
    const collection = new Collection(match);
    const cap = new IssueCap();
    const places = new Uint32Column();
    const reading = new Reading(request, discovery);
    const batches =
      source?.articles(ingestRequest, discovery, pool) ??
      pool.run<'read'>(
        batchesOf(partsOf(ingestRequest, discovery, reading, await sampleOf(request, discovery))),
      );
    for await (const batch of batches) {
      for (const issue of batch.issues) issues.push(...cap.take(issue));
      put(batch, port);
      issues.push(...unique.put(batch));
      if ('places' in batch) places.append(batch.places);
      collection.append(batch.rows, batch.languages.map(onceKept));
      // Who knows articles tells himself what he reads.
      if (source === undefined) reading.tell();
      else onProgress({ stage: 'load', done: port.count });
    }
    issues.push(...cap.end());
    const cleaning = hasLastRun(source)
      ? new RememberedCleaning(lastCleaning(source), port, collection, {
          placeOf: (index) => [places.at(2 * index), places.at(2 * index + 1)],
          idOf: (index) => unique.keyOf(index),
        })
      : undefined;
    await cleanInThreads(collection, port, match, pool, onProgress, cleaning);
    return {
      collection,
      port,
      input: { request: ingestRequest, discovery },
      issues,
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

/** Puts the records of a batch into the working file, or notes where they are kept. */
function put(batch: Analysed | KnownPiece, port: SpillFile): void {
  if ('headLengths' in batch) port.append(batch);
  else port.appendKept(batch.heads, batch.bodies);
}

/** Whether what this run works out is to be taken up by the next. */
function hasLastRun(source: ArticleSource | undefined): source is ArticleSource & LastRun {
  return source?.derived !== undefined;
}

/** How much of the files is read. */
class Reading {
  readonly #request: CollectRequest;
  readonly #total: { readonly total?: number };
  #bytes = 0;

  constructor(request: CollectRequest, { files }: Discovery) {
    this.#request = request;
    const total = bytesOf(files);
    this.#total = total === undefined ? {} : { total };
  }

  readonly onBytes = (bytes: number): void => {
    this.#bytes += bytes;
    this.#request.onBytes?.(bytes);
  };

  onFile(path: string, bytes: number): void {
    this.#request.onFile?.(path, bytes);
  }

  tell(): void {
    this.#request.onProgress?.({ stage: 'read', done: this.#bytes, ...this.#total });
  }
}

/** What there is to read; undefined where the standard input is among it. */
export function bytesOf(files: Discovery['files']): number | undefined {
  if (files.some(({ stamp }) => stamp === undefined)) return undefined;
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Which records are read; absent: all. */
async function sampleOf(request: CollectRequest, discovery: Discovery): Promise<Sample | undefined> {
  const { sample, stdin: _once, onBytes: _read, ...ingest } = request;
  if (sample === undefined) return undefined;
  const { count, stdin } = sample;
  return await chooseSample(stdin === undefined ? ingest : { ...ingest, stdin }, discovery, count);
}

/** All files in parts, one after the other. */
async function* partsOf(
  request: IngestRequest,
  { files }: Discovery,
  reading: Reading,
  sample: Sample | undefined,
): AsyncIterable<Part> {
  reading.tell();
  for (const file of files) {
    request.signal?.throwIfAborted();
    for await (const part of cutFile(file, { ...request, onBytes: reading.onBytes }))
      yield* sample === undefined ? [part] : sampled(part, sample);
    reading.onFile(file.path, file.bytes);
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
  onProgress: OnProgress,
  memory: RememberedCleaning | undefined,
): Promise<void> {
  let cleaned = 0;
  onProgress({ stage: 'clean', done: 0 });
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
      cleaned += own.length;
      onProgress({ stage: 'clean', done: cleaned });
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
