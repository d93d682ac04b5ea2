/** The body of a worker thread: batches of work in, analysed batches out. Must not hold state between them. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Task, type Work, workHere } from './work.ts';

const task = workerData as Task;

// Answers come in the order of the questions: a batch waits for the one before it.
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', (work: Work) => {
  before = before.then(async () => {
    const analysed = await workHere(work, task);
    const { heads, bodies, rows } = analysed;
    parentPort?.postMessage(analysed, [heads.buffer, bodies.buffer, rows.buffer]);
  });
});
