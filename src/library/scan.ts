/**
 * `scan`: the run of the command for a program. Owns when it starts, what it holds, and that all of it is given back: at
 * `close`, at a failure, or when the signal is aborted. Must not judge anything.
 */
import { ENGINE } from '../dedupe.ts';
import { UsageError } from '../lib/errors.ts';
import type { Issue } from '../model/issue.ts';
import type { Report, ReportArticle, ReportGroup, ReportRelated, Summary } from '../model/report.ts';
import { buildReport, type FORMATS, type RenderOptions, renderReport } from '../report/index.ts';
import { type CollectRequest, collect } from '../run/collect.ts';
import { manifestOptions } from '../run/manifest.ts';
import { match } from '../run/match.ts';
import type { Progress } from '../run/progress.ts';
import { TOOL } from '../run/tool.ts';
import { type Running, type ScanOptions, toRequest } from './options.ts';
import { ProgressFeed } from './progress-feed.ts';
import { type Input, inputOf } from './records.ts';

type ReportFormat = (typeof FORMATS)[number];

/** The report as `--format json` writes it, in memory. */
export interface WholeReport extends Omit<Report, 'articles' | 'groups' | 'related'> {
  readonly articles: readonly ReportArticle[];
  readonly groups: readonly ReportGroup[];
  readonly related: readonly ReportRelated[];
}

/**
 * A scan. It starts when its first result is asked for, runs once, and holds temporary files until it is closed; the
 * iterables may be gone through as often as wanted, and read what they yield from there.
 */
export interface Scan {
  /** In the order (path, record). */
  readonly articles: AsyncIterable<ReportArticle>;
  readonly groups: AsyncIterable<ReportGroup>;
  readonly related: AsyncIterable<ReportRelated>;
  readonly issues: AsyncIterable<Issue>;
  /** How far the run is: always the newest, never a backlog. Ends with the run, however that ends. */
  readonly progress: AsyncIterable<Progress>;
  summary(): Promise<Summary>;
  /** All of it at once: for collections whose report fits into memory. */
  report(): Promise<WholeReport>;
  /** What the command prints in this format, in pieces. */
  render(format: ReportFormat, options?: Partial<RenderOptions>): AsyncIterable<string | Uint8Array>;
  /** Gives everything back; a run that is under way is ended first. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Throws `UsageError` at once where input or options cannot be what was meant; all other errors come with the results. */
export function scan(input: Input, options: ScanOptions = {}, running: Running = {}): Scan {
  return new ScanRun(input, options, running);
}

/** What the report reads from. */
interface Held {
  readonly report: Report;
  readonly close: () => Promise<void>;
}

class ScanRun implements Scan {
  readonly #controller = new AbortController();
  readonly #feed = new ProgressFeed();
  readonly #run: () => Promise<Held>;
  readonly #stopListening: () => void;
  #held: Promise<Held> | undefined;

  constructor(input: Input, options: ScanOptions, { signal }: Running) {
    const own = this.#controller;
    const request = toRequest(
      options,
      inputOf(input, own.signal, (error) => own.abort(error)),
    );
    const onProgress = (progress: Progress): void => this.#feed.put(progress);
    this.#run = () => runOf({ ...request, signal: own.signal, onProgress });
    const onAbort = (): void => {
      own.abort(signal?.reason);
      void this.close();
    };
    signal?.addEventListener('abort', onAbort);
    this.#stopListening = () => signal?.removeEventListener('abort', onAbort);
    if (signal?.aborted === true) onAbort();
  }

  get articles(): AsyncIterable<ReportArticle> {
    return this.#each((report) => report.articles);
  }

  get groups(): AsyncIterable<ReportGroup> {
    return this.#each((report) => report.groups);
  }

  get related(): AsyncIterable<ReportRelated> {
    return this.#each((report) => report.related);
  }

  get issues(): AsyncIterable<Issue> {
    return this.#each((report) => report.issues);
  }

  get progress(): AsyncIterable<Progress> {
    return {
      [Symbol.asyncIterator]: () => {
        this.#start().catch(() => undefined); // told to whoever asks for results
        return this.#feed.read();
      },
    };
  }

  async summary(): Promise<Summary> {
    return (await this.#finished()).summary;
  }

  async report(): Promise<WholeReport> {
    const report = await this.#finished();
    const { articles, groups, related } = report;
    return { ...report, articles: [...articles], groups: [...groups], related: [...related] };
  }

  render(format: ReportFormat, options: Partial<RenderOptions> = {}): AsyncIterable<string | Uint8Array> {
    return this.#each((report) => renderReport(report, format, { colour: false, width: 100, ...options }));
  }

  async close(): Promise<void> {
    this.#stopListening();
    this.#controller.abort(new UsageError('the scan was closed; call scan again'));
    const held = await this.#held?.catch(() => undefined);
    await held?.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #start(): Promise<Held> {
    if (this.#held === undefined) {
      this.#held = this.#begin();
      this.#held.catch(() => undefined); // told to whoever asks for results
    }
    return this.#held;
  }

  async #begin(): Promise<Held> {
    const { signal } = this.#controller;
    try {
      signal.throwIfAborted();
      const held = await this.#run();
      if (!signal.aborted) return held;
      await held.close();
      throw signal.reason;
    } catch (error) {
      // What ended the run is the reason, whatever became of the rest.
      throw signal.aborted ? signal.reason : error;
    } finally {
      this.#feed.end();
    }
  }

  async #finished(): Promise<Report> {
    const { report } = await this.#start();
    this.#controller.signal.throwIfAborted();
    return report;
  }

  #each<T>(elements: (report: Report) => Iterable<T>): AsyncIterable<T> {
    const finished = (): Promise<Report> => this.#finished();
    const { signal } = this.#controller;
    return {
      async *[Symbol.asyncIterator]() {
        for (const element of elements(await finished())) {
          yield element;
          signal.throwIfAborted();
        }
      },
    };
  }
}

/** From input to a report; what it reads from is held until it is closed. */
async function runOf(request: CollectRequest): Promise<Held> {
  const collected = await collect(request);
  const { inputDigest, port, collection, pool } = collected;
  try {
    const { findings, close } = await match(collected, request.match, request.onProgress);
    // A program that forgets to close must be able to end.
    await pool.stop();
    const report = buildReport(
      {
        tool: TOOL,
        run: { options: manifestOptions(request), engine: ENGINE, inputDigest },
        groups: findings.groups,
        related: findings.related,
        issues: [...collected.issues, ...findings.issues],
        languages: collection.languages,
      },
      port,
    );
    let closing: Promise<void> | undefined;
    return {
      report,
      close: () => {
        if (closing === undefined) {
          close();
          closing = collected.close();
        }
        return closing;
      },
    };
  } catch (error) {
    await collected.close();
    throw error;
  }
}
