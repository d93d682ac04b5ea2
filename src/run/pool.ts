/**
 * Runs batches of work in this thread and in worker threads, and yields results in the order of the input. This thread
 * works where the others have enough to do (`who-takes.ts`). Owns the threads; must not change a result: the function is
 * the same in one thread.
 */
import type { ArticleIndex } from '../model/article.ts';
import type { Jobs } from './jobs.ts';
import { Matcher } from './match-work.ts';
import type { Sharing, Task } from './task.ts';
import { Thread } from './thread.ts';
import { UnderWay, untilError } from './under-way.ts';
import { type Taker, UNDER_WAY, whoTakes } from './who-takes.ts';
import { type Kind, type Results, type WorkOf, workHere } from './work.ts';

/**
 * Batches of a stage worked on here before threads are started: as many as the parts of the search for near-duplicates,
 * so that a run of few articles never starts one.
 */
const BEFORE_THREADS = 4;
/** Batches for each thread that are under way or wait for an earlier one: memory does not grow with the input. */
const HELD = 2 * UNDER_WAY;

export class Pool {
  readonly #task: Task;
  readonly #jobs: Jobs;
  /** Nothing that is told depends on it. */
  readonly #patience: ReturnType<Jobs['patience']>;
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
    this.#patience = jobs.patience();
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

  /** Results in the order of the batches; of several errors that of the first batch, and that of the input last. */
  async *run<K extends Kind>(
    batches: AsyncIterable<WorkOf<K>> | Iterable<WorkOf<K>>,
  ): AsyncIterable<Results[K]> {
    const underWay = new UnderWay<Results[K]>();
    let number = 0;
    for await (const next of untilError(batches)) {
      this.#signal?.throwIfAborted();
      if ('error' in next) underWay.put(Promise.reject(next.error));
      else await this.#give<K>(next.batch, number++, underWay);
      while (underWay.count > HELD * this.#threads.length) yield await underWay.next();
      if (underWay.hasFailed) break;
    }
    while (underWay.count > 0) {
      this.#signal?.throwIfAborted();
      yield await underWay.next();
    }
    this.#signal?.throwIfAborted();
  }

  /** Gives a batch of a stage to who takes it. */
  async #give<K extends Kind>(
    batch: WorkOf<K>,
    number: number,
    underWay: UnderWay<Results[K]>,
  ): Promise<void> {
    let taker = this.#takerOf(number, underWay.hasKept);
    if (taker === 'nobody') {
      await underWay.workOnKept();
      taker = this.#takerOf(number, false);
    }
    if (taker === 'first' || taker === 'nobody') underWay.keep(() => this.#workHere<K>(batch));
    else underWay.put((taker === 'another' ? this.#start() : this.#threads[taker]!).run<K>(batch));
  }

  #takerOf(number: number, hasKept: boolean): Taker {
    const isLong = number >= BEFORE_THREADS && this.#patience.aborted;
    return whoTakes({
      waiting: this.#threads.map((thread) => thread.waiting),
      hasKept,
      mayStart: isLong && this.#threads.length + 1 < this.#jobs.most,
    });
  }

  #start(): Thread {
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
    this.#signal?.removeEventListener('abort', this.#onAbort);
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }
}
