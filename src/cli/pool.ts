/**
 * Runs the pure per-article function over batches, in this thread or in worker threads, and yields results in the
 * order of the input. Owns the threads; must not change a result: the function is the same in one thread.
 */
import { Worker } from 'node:worker_threads';
import { analyseArticle, loadVoters, type Voters } from '../dedupe.ts';
import type { RawArticle } from '../model/article.ts';
import type { CompactFeatures } from '../model/features.ts';
import type { MatchOptions } from '../model/options.ts';
import { packRows } from '../state/packed-rows.ts';
import { RecordWriter } from '../state/record.ts';

/** What crosses threads back, of a batch: bytes for the spill file and compact rows, never articles as objects. */
export interface Analysed {
  /** Records of the spill file, one behind the other, and the bytes of each. */
  readonly records: Uint8Array<ArrayBuffer>;
  readonly lengths: readonly number[];
  /** Compact rows (see `packRows`). */
  readonly rows: Uint8Array<ArrayBuffer>;
  /** BCP 47, for the summary. */
  readonly languages: readonly string[];
}

/** Articles a batch: below about 16 the message costs more than the work (npm scouting, section 6). */
const BATCH = 64;
/** A batch ends here as well: so many records of the largest size would not fit into memory. */
const BATCH_CHARACTERS = 4 << 20;
/** Articles analysed here before threads are started: loading a thread costs as much as analysing these. */
const BEFORE_THREADS = 192;

/** The voters of this thread, once a language was unsure: most runs never load them. */
let voters: Voters | undefined;
const writer = new RecordWriter();

/** Analyses a batch; an article whose language is unsure is analysed again with the voters. */
export async function analyseHere(articles: readonly RawArticle[], options: MatchOptions): Promise<Analysed> {
  const compacts: CompactFeatures[] = [];
  const languages: string[] = [];
  for (const raw of articles) {
    let analysis = analyseArticle(raw, options, voters);
    if (analysis.unsure) {
      voters = await loadVoters();
      analysis = analyseArticle(raw, options, voters);
    }
    writer.push(analysis.article);
    compacts.push(analysis.compact);
    languages.push(analysis.article.language.bcp47);
  }
  const { bytes, lengths } = writer.take();
  return { records: bytes, lengths, rows: packRows(compacts), languages };
}

/** Results in input order, batch by batch. At most 3 batches a thread are under way: memory does not grow with the input. */
export async function* analyseAll(
  articles: AsyncIterable<RawArticle>,
  options: MatchOptions,
  jobs: number,
): AsyncIterable<Analysed> {
  const threads: Thread[] = [];
  const underWay: Promise<Analysed>[] = [];
  let seen = 0;
  let next = 0;
  try {
    for await (const batch of batches(articles)) {
      if (jobs < 2 || seen < BEFORE_THREADS) {
        seen += batch.length;
        yield await analyseHere(batch, options);
        continue;
      }
      if (threads.length < jobs) threads.push(new Thread(options));
      const thread = threads[next++ % threads.length] as Thread;
      const result = thread.run(batch);
      result.catch(() => undefined); // reported where it is awaited below
      underWay.push(result);
      const first = underWay.length >= 3 * jobs ? underWay.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (const result of underWay) yield await result;
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

async function* batches(articles: AsyncIterable<RawArticle>): AsyncIterable<RawArticle[]> {
  let batch: RawArticle[] = [];
  let length = 0;
  for await (const article of articles) {
    batch.push(article);
    length += article.text.length;
    if (batch.length === BATCH || length >= BATCH_CHARACTERS) {
      yield batch;
      batch = [];
      length = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

interface Waiting {
  readonly resolve: (results: Analysed) => void;
  readonly reject: (error: Error) => void;
}

/** One worker thread; answers come in the order of the questions. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];

  constructor(options: MatchOptions) {
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: options });
    this.#worker.on('message', (results: Analysed) => this.#waiting.shift()?.resolve(results));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('a worker thread ended early')));
  }

  run(batch: readonly RawArticle[]): Promise<Analysed> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(batch);
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
