/**
 * Runs batches of work in this thread or in worker threads, and yields results in the order of the input. Owns the
 * threads; must not change a result: the function is the same in one thread.
 */
import { Worker } from 'node:worker_threads';
import type { Part } from '../ingest/index.ts';
import { type Analysed, type SpilledRecord, type Task, type Work, workHere } from './work.ts';

/** Articles a batch: below about 16 the message costs more than the work (npm scouting, section 6). */
const BATCH = 64;
/** A batch ends here as well: so many records of the largest size would not fit into memory. */
const BATCH_BYTES = 4 << 20;
/** Batches analysed here before threads are started: loading a thread costs as much as analysing these. */
const BEFORE_THREADS = 3;
/** Batches under way for each thread: memory does not grow with the input. */
const UNDER_WAY = 3;

export class Pool {
  readonly #task: Task;
  readonly #jobs: number;
  readonly #threads: Thread[] = [];
  #batches = 0;

  /** Fewer than two jobs: everything is done in this thread. */
  constructor(task: Task, jobs: number) {
    this.#task = task;
    this.#jobs = jobs;
  }

  /** Results in the order of the batches. */
  async *run(batches: AsyncIterable<Work> | Iterable<Work>): AsyncIterable<Analysed> {
    const underWay: Promise<Analysed>[] = [];
    for await (const batch of batches) {
      const result = this.#start(batch);
      result.catch(() => undefined); // reported where it is awaited below
      underWay.push(result);
      const first = underWay.length >= UNDER_WAY * this.#threads.length ? underWay.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (const result of underWay) yield await result;
  }

  #start(work: Work): Promise<Analysed> {
    const number = this.#batches++;
    if (this.#jobs < 2 || number < BEFORE_THREADS) return workHere(work, this.#task);
    if (this.#threads.length < this.#jobs) this.#threads.push(new Thread(this.#task));
    let idlest = this.#threads[0]!;
    for (const thread of this.#threads) if (thread.waiting < idlest.waiting) idlest = thread;
    return idlest.run(work);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }
}

/** Parts of the input in batches. */
export async function* batchesOf(parts: AsyncIterable<Part>): AsyncIterable<Work> {
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
export function* recordBatchesOf(records: Iterable<SpilledRecord>): Iterable<Work> {
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
  readonly resolve: (results: Analysed) => void;
  readonly reject: (error: Error) => void;
}

/** What is handed over and not copied. Records are views of larger buffers that are needed here. */
function buffersOf(work: Work): readonly ArrayBuffer[] {
  if (work.kind === 'again') return [];
  return work.parts.flatMap((part) => (part.kind === 'issue' ? [] : [part.bytes.buffer]));
}

/** One worker thread; answers come in the order of the questions. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];

  constructor(task: Task) {
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: task });
    this.#worker.on('message', (results: Analysed) => this.#waiting.shift()?.resolve(results));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('a worker thread ended early')));
  }

  /** Batches asked for and not answered. */
  get waiting(): number {
    return this.#waiting.length;
  }

  run(work: Work): Promise<Analysed> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(work, buffersOf(work));
    });
  }

  async stop(): Promise<void> {
    this.#waiting.length = 0;
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    for (const waiting of this.#waiting.splice(0)) waiting.reject(error);
  }
}
