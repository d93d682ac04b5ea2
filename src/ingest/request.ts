/**
 * What ingest is asked for and what it hands on, and the failure that ends the reading of one file. Types and limits
 * only; must not touch the disk.
 */
import type { RawArticle } from '../model/article.ts';
import type { InputFormat } from '../model/input-formats.ts';
import type { Issue, IssueCode } from '../model/issue.ts';

export interface IngestRequest {
  /** Files, folders, globs, or `-` for `stdin`. */
  readonly paths: readonly string[];
  /** Globs relative to the walked folder; a glob without `/` is tried on the name at any depth; empty takes all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Whether symbolic links met in a walk are followed; a link named as a path always is. */
  readonly follow: boolean;
  /** Whether `.dedupeignore` files of walked folders are heeded; absent as true. */
  readonly ignoreFiles?: boolean;
  /** Field (`text`, `id`, `title`, `date`, `url`, `source`) -> its name in the records; dots reach into objects. */
  readonly map: Readonly<Record<string, string>>;
  readonly maxRecordBytes: number;
  /** What the files hold, whatever they are called; absent as `auto`. */
  readonly inputFormat?: InputFormat;
  /** Where the list of records stands in JSON, names separated by dots; absent where it is looked for. */
  readonly records?: string;
  /** Whether a text of many articles is read article by article; absent as true. */
  readonly split?: boolean;
  /** Bytes of the standard input, handed in by the caller for `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** What the standard input holds, where the caller knows; else its first bytes tell. */
  readonly stdinFormat?: 'lines';
  /** Told how many bytes came from the disk or the standard input, as they come. Must not throw. */
  readonly onBytes?: (bytes: number) => void;
  /** Ends the walk and the reading between two files; its reason is thrown. */
  readonly signal?: AbortSignal;
}

/** Largest record, or one-article file, in bytes: 64 MiB, some hundred times the longest article ever printed. */
export const DEFAULT_MAX_RECORD_BYTES = 64 * 1024 * 1024;

export interface IssueItem {
  readonly kind: 'issue';
  readonly issue: Issue;
}

export interface ArticleItem {
  readonly kind: 'article';
  readonly article: RawArticle;
  /** The text of the article in UTF-8, where reading left it behind. */
  readonly utf8?: Uint8Array;
  /** Whether the record says its id; else it is made of the path. */
  readonly hasOwnId?: boolean;
}

export type IngestItem = ArticleItem | IssueItem;

/** Where an article comes from, as reports name it. */
export interface Origin {
  readonly path: string;
  readonly pathBytes?: string;
}

/** Position of a record in its stream; absent for one-article files. */
export interface Position {
  /** 1-based, bad records counted. */
  readonly record?: number;
  /** Bytes from the start of the decompressed stream. */
  readonly offset?: number;
}

/** Wraps an issue as an item. The message must not quote the input: issues are logged. */
export function issueItem(
  origin: Origin,
  code: IssueCode,
  message: string,
  position: Position = {},
): IssueItem {
  return { kind: 'issue', issue: { code, path: origin.path, ...position, message } };
}

/**
 * Ends the reading of one file from inside its byte stream. Never leaves the stage: `ingest` turns it into an issue
 * and goes on with the next file.
 */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly code: IssueCode;

  constructor(code: IssueCode, message: string) {
    super(message);
    this.code = code;
  }
}
