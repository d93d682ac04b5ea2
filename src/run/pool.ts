/**
 * Runs batches of work in this thread or in worker threads, and yields results in the order of the input. Owns the
 * threads; must not change a result: the function is the same in one thread.
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
 * Batches worked on here before threads are started: loading a thread costs as much as these. As many as the parts of the
 * search for near-duplicates, so that a run of few articles never starts one.
 */
const BEFORE_THREADS = 4;
/** Batches under way for each thread: memory does not grow with the input. */
const UNDER_WAY = 3;

export class Pool {
  readonly #task: Task;
  readonly #jobs: number;
  readonly #threads: Thread[] = [];
  #sharing: Sharing | undefined;
  #matcher: Matcher | undefined;
  readonly #signal: AbortSignal | undefined;
  /** What is waited for will not come. */
  readonly #onAbort = (): void => {
    for (const thread of this.#threads) thread.fail(this.#signal?.reason);
  };

  /** Fewer than two jobs: everything is done in this thread. The signal ends a run with its reason. */
  constructor(task: Task, jobs: number, signal?: AbortSignal) {
    this.#task = task;
    this.#jobs = jobs;
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
      const result = this.#start<K>(batch, number++);
      result.catch(() => undefined); // reported where it is awaited below
      underWay.push(result);
      const first = underWay.length >= UNDER_WAY * this.#threads.length ? underWay.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (const result of underWay) {
      this.#signal?.throwIfAborted();
      yield await result;
    }
    this.#signal?.throwIfAborted();
  }

  #start<K extends Kind>(work: WorkOf<K>, number: number): Promise<Results[K]> {
    const isEarly = this.#threads.length === 0 && number < BEFORE_THREADS;
    if (this.#jobs < 2 || isEarly) return workHere<K>(work, this.#task, this.#matcher);
    if (this.#threads.length < this.#jobs) {
      const thread = new Thread(this.#task);
      // Known before anything can fail: a thread that is forgotten keeps the program from its end.
      this.#threads.push(thread);
      if (this.#sharing !== undefined) thread.share(this.#sharing);
    }
    let idlest = this.#threads[0]!;
    for (const thread of this.#threads) if (thread.waiting < idlest.waiting) idlest = thread;
    return idlest.run<K>(work);
  }

  async stop(): Promise<void> {
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
