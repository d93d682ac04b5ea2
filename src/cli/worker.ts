/** The body of a worker thread: batches of work in, results out. Must not hold state between them but what is shared. */
import { parentPort, workerData } from 'node:worker_threads';
import { completeArticle } from '../dedupe.ts';
import { SpillReader } from '../state/spill-reader.ts';
import type { Shared, Task } from './task.ts';
import { buffersOf, matchHere, type Work, workHere } from './work.ts';

const task = workerData as Task;

// Answers come in the order of the questions: a batch waits for the one before it.
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', (message: Work | { readonly kind: 'share'; readonly shared: Shared }) => {
  before = before.then(async () => {
    if (message.kind === 'share') {
      const { plan, spill } = message.shared;
      matchHere(plan, new SpillReader(spill, completeArticle), task);
      return;
    }
    const result = await workHere(message, task);
    parentPort?.postMessage(result, buffersOf(result));
  });
});
