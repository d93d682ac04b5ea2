/** The body of a worker thread: batches of raw articles in, analysed batches out. Must not hold state between them. */
import { parentPort, workerData } from 'node:worker_threads';
import type { RawArticle } from '../model/article.ts';
import type { MatchOptions } from '../model/options.ts';
import { analyseHere } from './pool.ts';

const options = workerData as MatchOptions;

parentPort?.on('message', (batch: readonly RawArticle[]) => {
  const results = analyseHere(batch, options);
  parentPort?.postMessage(results);
});
