/** The body of a worker thread: batches of work in, results out. Must not hold state between them but what is shared. */
import { parentPort, workerData } from 'node:worker_threads';
import { completeArticle } from '../dedupe.ts';
import { SpillReader } from '../state/spill-reader.ts';
import { Matcher } from './match-work.ts';
import type { Shared, Task } from './task.ts';
import { type Failure, failureOf } from './thread-failure.ts';
import { buffersOf, type Work, workHere } from './work.ts';

const task = workerData as Task;

/** Once a collection is shared. */
let matcher: Matcher | undefined;

let hasFailed = false;

async function answer(message: Work | { readonly kind: 'share'; readonly shared: Shared }): Promise<void> {
  if (message.kind === 'share') {
    const { plan, spill } = message.shared;
    matcher = new Matcher(plan, new SpillReader(spill, completeArticle), task);
    return;
  }
  const result = await workHere(message, task, matcher);
  parentPort?.postMessage(result, buffersOf(result));
}

function fail(error: unknown): void {
  hasFailed = true;
  // An error that is thrown comes by another way than the answers, and may overtake them.
  parentPort?.postMessage(failureOf(error) satisfies Failure);
}

// Answers come in the order of the questions: a batch waits for the one before it.
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: Parameters<typeof answer>[0]) => {
  before = before.then(async () => {
    if (!hasFailed) await answer(message).catch(fail);
  });
});
