/** The body of a worker thread: batches of work in, analysed batches out. Must not hold state between them. */
import { parentPort, workerData } from 'node:worker_threads';
import type { MatchOptions } from '../model/options.ts';
import { type Work, workHere } from './work.ts';

const options = workerData as MatchOptions;

// Answers come in the order of the questions: a batch waits for the one before it.
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', (work: Work) => {
  before = before.then(async () => {
    const analysed = await workHere(work, options);
    parentPort?.postMessage(analysed, [analysed.records.buffer, analysed.rows.buffer]);
  });
});
