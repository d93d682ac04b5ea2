/**
 * One worker thread: questions in, answers in their order. Owns its life and what is waited for; must not choose what it
 * is asked.
 */
import { Worker } from 'node:worker_threads';
import type { Shared, Sharing, Task } from './task.ts';
import { errorOf, type Failure } from './thread-failure.ts';
import { buffersOf, type Kind, type Results, type WorkOf } from './work.ts';

interface Waiting {
  readonly resolve: (results: Results[Kind]) => void;
  readonly reject: (error: unknown) => void;
}

export class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  /** Why it ended. */
  #error: unknown;

  constructor(task: Task) {
    // Without the flags of the process: some, such as --input-type of a script from standard input, are no flags of a file.
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: task, execArgv: [] });
    this.#worker.on('message', (answer: Results[Kind] | Failure) => {
      if ('marks' in answer) this.fail(errorOf(answer));
      else this.#waiting.shift()?.resolve(answer);
    });
    // It could not start, or has no memory left.
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
