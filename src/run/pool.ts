/**
 * Runs batches of work in this thread and in worker threads, and yields results in the order of the input. This thread
 * works where the others have enough to do. Owns the threads; must not change a result: the function is the same in one
 * thread.
 */
import { Worker } from 'node:worker_threads';
import type { Part } from '../ingest/index.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { AgainWork, ReadWork, SpilledRecord } from './analyse-work.ts';
import { Matcher } from './match-work.ts';
import type { Shared, Sharing, Task } from './task.ts';
import { buffersOf, type Kind, type Results, type WorkOf, workHere } from './work.ts';

/** Articles a batch: below about 16 the message costs more than the work (npm scouting, section 6). */
const BATCH = 64;
/** A batch ends here as well: so many records of the largest size would not fit into memory. */
const BATCH_BYTES = 4 << 20;
/**
 * Batches of a stage worked on here before threads are started: as many as the parts of the search for near-duplicates,
 * so that a run of few articles never starts one.
 */
const BEFORE_THREADS = 4;
/** Batches under way for each thread, and as many results that wait for an earlier one: memory does not grow with the input. */
const UNDER_WAY = 2;
/**
 * Milliseconds after its files were found before a run starts threads that nobody asked for: one loads and compiles
 * all that this one has, some six seconds of processor time where stories are sought: 10,000 articles take 13 s of the
 * clock with one and without (decision 0013).
 */
const PATIENCE = 3000;

/** How much is done at a time. */
export interface Jobs {
  /** Threads that work, that of the caller among them; fewer than two: everything is done in it. */
  readonly most: number;
  /** Milliseconds before others are started. */
  readonly patience: number;
}

/** As many as were asked for, or as there are processors once the run has turned out to be long. */
export function jobsOf(asked: number | undefined, processors: number): Jobs {
  return asked === undefined ? { most: processors, patience: PATIENCE } : { most: asked, patience: 0 };
}

export class Pool {
  readonly #task: Task;
  readonly #jobs: Jobs;
  /** Runs out when the run has lasted long enough for threads; undefined then. Nothing that is told depends on it. */
  #patience: NodeJS.Timeout | undefined;
  readonly #threads: Thread[] = [];
  #sharing: Sharing | undefined;
  #matcher: Matcher | undefined;
  readonly #signal: AbortSignal | undefined;
  /** What is waited for will not come. */
  readonly #onAbort = (): void => {
    for (const thread of this.#threads) thread.fail(this.#signal?.reason);
  };

  /** The signal ends a run with its reason. */
  constructor(task: Task, jobs: Jobs, signal?: AbortSignal) {
    this.#task = task;
    this.#jobs = jobs;
    if (jobs.most > 1 && jobs.patience > 0) {
      this.#patience = setTimeout(() => {
        this.#patience = undefined;
      }, jobs.patience).unref();
    }
    this.#signal = signal;
    signal?.addEventListener('abort', this.#onAbort);
  }

  /** What the batches from now on read, beside the task; its arrays in shared memory, so that they are not copied. */
  share(sharing: Sharing): void {
    this.#sharing = sharing;
    this.#matcher = new Matcher(sharing.plan, sharing.port, this.#task);
    for (const thread of this.#threads) thread.share(sharing);
  }

  /** Articles that batches from now on will read, wherever they are kept. */
  bring(indexes: Iterable<ArticleIndex>): void {
    const port = this.#sharing?.port;
    port?.bring(indexes);
    // The threads have the open file and where each record stands in it.
    if (this.#threads.length > 0) port?.share();
  }

  /** What is done with the shared collection here and now. Only while one is shared. */
  get matcher(): Matcher {
    if (this.#matcher === undefined) throw new Error('work on a collection that was not shared');
    return this.#matcher;
  }

  /** Results in the order of the batches. */
  async *run<K extends Kind>(
    batches: AsyncIterable<WorkOf<K>> | Iterable<WorkOf<K>>,
  ): AsyncIterable<Results[K]> {
    const underWay: Promise<Results[K]>[] = [];
    let number = 0;
    for await (const batch of batches) {
      this.#signal?.throwIfAborted();
      const thread = this.#threadFor(number++);
      const result = thread === undefined ? this.#workHere<K>(batch) : thread.run<K>(batch);
      result.catch(() => undefined); // reported where it is awaited below
      underWay.push(result);
      if (thread === undefined) await result;
      while (underWay.length > UNDER_WAY * 2 * this.#threads.length) yield await underWay.shift()!;
    }
    for (const result of underWay) {
      this.#signal?.throwIfAborted();
      yield await result;
    }
    this.#signal?.throwIfAborted();
  }

  /** Who takes the next batch of a stage: the idlest thread, or this one where all have enough to do. */
  #threadFor(number: number): Thread | undefined {
    let idlest: Thread | undefined;
    for (const thread of this.#threads) {
      if (idlest === undefined || thread.waiting < idlest.waiting) idlest = thread;
    }
    if (idlest !== undefined && idlest.waiting < UNDER_WAY) return idlest;
    const isEarly = number < BEFORE_THREADS || this.#patience !== undefined;
    if (isEarly || this.#threads.length + 1 >= this.#jobs.most) return undefined;
    const thread = new Thread(this.#task);
    // Known before anything can fail: a thread that is forgotten keeps the program from its end.
    this.#threads.push(thread);
    if (this.#sharing !== undefined) thread.share(this.#sharing);
    return thread;
  }

  async #workHere<K extends Kind>(work: WorkOf<K>): Promise<Results[K]> {
    const result = await workHere<K>(work, this.#task, this.#matcher);
    // Answers of threads, signals and timers come in with the next turn of the event loop.
    await new Promise(setImmediate);
    return result;
  }

  async stop(): Promise<void> {
    clearTimeout(this.#patience);
    this.#signal?.removeEventListener('abort', this.#onAbort);
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }
}

/** Parts of the input in batches. */
export async function* batchesOf(parts: AsyncIterable<Part>): AsyncIterable<ReadWork> {
  let batch: Part[] = [];
  let articles = 0;
  let length = 0;
  for await (const part of parts) {
    batch.push(part);
    articles += part.kind === 'records' ? part.lengths.length : 1;
    length += part.kind === 'issue' ? 0 : part.bytes.length;
    if (articles < BATCH && length < BATCH_BYTES) continue;
    yield { kind: 'read', parts: batch };
    batch = [];
    articles = 0;
    length = 0;
  }
  if (batch.length > 0) yield { kind: 'read', parts: batch };
}

/** Records in batches. */
export function* recordBatchesOf(records: Iterable<SpilledRecord>): Iterable<AgainWork> {
  let batch: SpilledRecord[] = [];
  let length = 0;
  for (const record of records) {
    batch.push(record);
    length += record.body.byteLength;
    if (batch.length < BATCH && length < BATCH_BYTES) continue;
    yield { kind: 'again', records: batch };
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield { kind: 'again', records: batch };
}

interface Waiting {
  readonly resolve: (results: Results[Kind]) => void;
  readonly reject: (error: unknown) => void;
}

/** One worker thread; answers come in the order of the questions. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  /** Why it ended. */
  #error: unknown;

  constructor(task: Task) {
    // Without the flags of the process: some, such as --input-type of a script from standard input, are no flags of a file.
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: task, execArgv: [] });
    this.#worker.on('message', (results: Results[Kind]) => this.#waiting.shift()?.resolve(results));
    this.#worker.on('error', (error) => this.fail(error));
    this.#worker.on('exit', () => this.fail(new Error('a worker thread ended early')));
  }

  /** Batches asked for and not answered. */
  get waiting(): number {
    return this.#waiting.length;
  }

  run<K extends Kind>(work: WorkOf<K>): Promise<Results[K]> {
    return new Promise((resolve, reject) => {
      if (this.#error !== undefined) {
        reject(this.#error);
        return;
      }
      this.#worker.postMessage(work, buffersOf(work));
      // Answers come in the order of the questions, so this is the one to a question of this kind.
      this.#waiting.push({ resolve: resolve as Waiting['resolve'], reject });
    });
  }

  /** All that was appended to the working file is written for it: a run without threads may never write to disk. */
  share({ plan, port }: Sharing): void {
    const shared: Shared = { plan, spill: port.share() };
    this.#worker.postMessage({ kind: 'share', shared });
  }

  async stop(): Promise<void> {
    this.#waiting.length = 0;
    await this.#worker.terminate();
  }

  /** Whatever is waited for fails with this error, now and later. */
  fail(error: unknown): void {
    this.#error ??= error;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(error);
  }
}
