/** The body of a worker thread: batches of raw articles in, analysed batches out. Must not hold state between them. */
import { parentPort, workerData } from 'node:worker_threads';
import type { RawArticle } from '../model/article.ts';
import type { MatchOptions } from '../model/options.ts';
import { analyseHere } from './pool.ts';

const options = workerData as MatchOptions;

// Answers come in the order of the questions: a batch waits for the one before it.
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', (batch: readonly RawArticle[]) => {
  before = before.then(async () => {
    const analysed = await analyseHere(batch, options);
    parentPort?.postMessage(analysed, [analysed.records.buffer, analysed.rows.buffer]);
  });
});
