/**
 * The articles of a report with what stood in the input: records are cut a second time, as nothing of them but the text is
 * kept. Owns how the two readings are put together; must not judge anything.
 */
import {
  cutFiles,
  type Discovery,
  type IngestRequest,
  type Part,
  readPart,
  writtenRecord,
} from '../ingest/index.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { ArticleContent } from '../model/emit.ts';
import type { Report, ReportArticle } from '../model/report.ts';
import type { Collected } from '../run/collect.ts';
import type { ReadyRequest } from './ready.ts';

/** The field that is put to a record; of an earlier run it is replaced. */
const FIELD = 'dedupe';

export interface Contents {
  /** The articles of the report in its order; can be asked for more than once. */
  readonly read: () => AsyncIterable<ArticleContent>;
  /** Records that were no longer there as they had been read: their articles stand without their own fields. */
  readonly changed: () => number;
}

/** `listed`: indexes of the articles of the report, ascending; absent: all. */
export function contentsOf(
  { port, input: { request, discovery } }: Pick<Collected, 'port' | 'input'>,
  report: Report,
  stdin: ReadyRequest['stdin'],
  listed: readonly ArticleIndex[] | undefined,
): Contents {
  const changed = new Set<ArticleIndex>();
  async function* read(): AsyncIterable<ArticleContent> {
    const again = stdin === undefined ? request : { ...request, stdin: stdin() };
    const records = new RecordReader(again, discovery, recordFiles(report));
    try {
      let n = 0;
      for (const article of report.articles) {
        const index = listed?.[n] ?? n;
        n++;
        const { record, rawDigest } = article;
        const found = record === undefined ? undefined : await records.find(article, record);
        if (found !== undefined && found.rawDigest !== rawDigest) changed.add(index);
        if (found?.rawDigest === rawDigest && found.written !== undefined) {
          yield { article, record: found.written };
        } else yield { article, text: port.get(index).text };
      }
    } finally {
      // Also where the reader goes away: a file is open.
      await records.close();
    }
  }
  return { read, changed: () => changed.size };
}

function recordFiles(report: Report): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { path, record } of report.articles) {
    if (record === undefined) continue;
    paths.add(path);
    // A member of an archive is cut out of the archive.
    for (let at = path.indexOf('!/'); at !== -1; at = path.indexOf('!/', at + 1))
      paths.add(path.slice(0, at));
  }
  return paths;
}

type FileName = Pick<ReportArticle, 'path' | 'pathBytes'>;

interface FoundRecord {
  /** SHA-256 of its text, undefined where it is no article any more. */
  readonly rawDigest: string | undefined;
  readonly written: string | undefined;
}

/** Goes through the records of the input once, in the order in which they are asked for. */
class RecordReader {
  readonly #parts: AsyncGenerator<Part>;
  readonly #map: Readonly<Record<string, string>>;
  #part: Part | undefined;
  #digests: ReadonlyMap<number, string> = new Map();
  #isDone = false;

  constructor(request: IngestRequest, discovery: Discovery, paths: ReadonlySet<string>) {
    this.#map = request.map;
    const files = discovery.files.filter(({ path }) => paths.has(path));
    this.#parts = cutFiles(request, { ...discovery, files });
  }

  async find(file: FileName, record: number): Promise<FoundRecord | undefined> {
    while (!this.#isDone && !holds(this.#part, file, record)) {
      if (isBehind(this.#part, file, record)) return undefined;
      const next = await this.#parts.next();
      this.#isDone = next.done === true;
      this.#part = next.done === true ? undefined : next.value;
      this.#digests = this.#part === undefined ? new Map() : await digestsOf(this.#part, this.#map);
    }
    const part = this.#part;
    if (part?.kind !== 'records') return undefined;
    const at = part.numbers.indexOf(record);
    const start = part.lengths.subarray(0, at).reduce((sum, length) => sum + length, 0);
    const bytes = part.bytes.subarray(start, start + part.lengths[at]!);
    // Rows, pages and mails have no fields to be written again.
    const written = part.reading.kind === 'json' ? writtenRecord(bytes, FIELD) : undefined;
    return { rawDigest: this.#digests.get(record), written };
  }

  async close(): Promise<void> {
    await this.#parts.return(undefined);
  }
}

/** Two names may be shown alike of which one is not UTF-8. */
function isSameFile(a: FileName, b: FileName): boolean {
  return a.path === b.path && a.pathBytes === b.pathBytes;
}

function holds(part: Part | undefined, file: FileName, record: number): boolean {
  if (part?.kind !== 'records' || !isSameFile(part.origin, file)) return false;
  return part.numbers.includes(record);
}

/** Whether the part stands behind the record in its own file: then that is no longer there. */
function isBehind(part: Part | undefined, file: FileName, record: number): boolean {
  return part?.kind === 'records' && isSameFile(part.origin, file) && part.numbers[0]! > record;
}

/** SHA-256 of the texts of a part, by record. */
async function digestsOf(
  part: Part,
  map: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<number, string>> {
  const digests = new Map<number, string>();
  if (part.kind !== 'records') return digests;
  for (const item of await readPart(part, map)) {
    if (item.kind === 'article' && item.article.record !== undefined)
      digests.set(item.article.record, item.article.rawDigest);
  }
  return digests;
}
