/** Which formats are read, and which of them a name stands for. Must not look at content: `sniff.ts` does. */

import type { InputFormat } from '../model/input-formats.ts';

export const ARTICLE_FORMATS = ['text', 'markdown', 'html', 'message'] as const;
/** One article a file. */
export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];

/** `lines`: one JSON value a line; `message`: one mail. */
export type ContentFormat =
  | ArticleFormat
  | 'json'
  | 'lines'
  | 'csv'
  | 'tsv'
  | 'warc'
  | 'xml'
  | 'mbox'
  | 'parquet'
  | 'zip'
  | 'tar';

/** `unknown`: named by the user and of no known name; `standard-input`: without a name. Their content decides. */
export type Format = ContentFormat | 'unknown' | 'standard-input';

export const COMPRESSIONS = ['gzip', 'zstd', 'bzip2', 'xz'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

export interface FileType {
  readonly format: Format;
  /** By the end of the name; what is really compressed is told by content. */
  readonly compression?: Compression;
}

const BY_EXTENSION: ReadonlyMap<string, ContentFormat> = new Map<string, ContentFormat>([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['json', 'json'],
  ['jsonl', 'lines'],
  ['jl', 'lines'],
  ['ndjson', 'lines'],
  ['csv', 'csv'],
  ['tsv', 'tsv'],
  ['tab', 'tsv'],
  ['warc', 'warc'],
  ['wet', 'warc'],
  ['xml', 'xml'],
  ['rss', 'xml'],
  ['atom', 'xml'],
  ['nitf', 'xml'],
  ['tei', 'xml'],
  ['alto', 'xml'],
  ['mbox', 'mbox'],
  ['mbx', 'mbox'],
  ['eml', 'message'],
  ['parquet', 'parquet'],
  ['zip', 'zip'],
  ['tar', 'tar'],
]);

const COMPRESSED: ReadonlyMap<string, Compression> = new Map<string, Compression>([
  ['gz', 'gzip'],
  ['zst', 'zstd'],
  ['zstd', 'zstd'],
  ['bz2', 'bzip2'],
  ['xz', 'xz'],
]);

/** Two extensions in one. */
const COMPRESSED_TAR: ReadonlyMap<string, Compression> = new Map<string, Compression>([
  ['tgz', 'gzip'],
  ['tzst', 'zstd'],
  ['tbz', 'bzip2'],
  ['tbz2', 'bzip2'],
  ['txz', 'xz'],
]);

/** Format by extension (case ignored, one of a compression peeled off); `unknown` for any other name. */
export function fileType(name: string, asked: InputFormat = 'auto'): FileType {
  const lower = name.toLowerCase();
  const outer = extensionOf(lower);
  const ofTar = COMPRESSED_TAR.get(outer);
  const compression = COMPRESSED.get(outer) ?? ofTar;
  const inner = compression === undefined || ofTar !== undefined ? lower : lower.slice(0, -outer.length - 1);
  const format = ofTar === undefined ? (BY_EXTENSION.get(extensionOf(inner)) ?? 'unknown') : 'tar';
  // What was asked for is what stands in an archive, not the archive.
  return typeOf(isContainer(format) ? format : (formatOf(asked) ?? format), compression);
}

/** Each type once: a million files have a handful. */
const TYPES = new Map<string, FileType>();

function typeOf(format: Format, compression: Compression | undefined): FileType {
  const key = `${format} ${compression}`;
  const known = TYPES.get(key) ?? (compression === undefined ? { format } : { format, compression });
  TYPES.set(key, known);
  return known;
}

/** The format that was asked for; undefined where content and name decide. */
export function formatOf(asked: InputFormat): ContentFormat | undefined {
  switch (asked) {
    case 'auto':
      return undefined;
    case 'jsonl':
      return 'lines';
    case 'eml':
      return 'message';
    default:
      return asked;
  }
}

/** Whether it holds files and no articles of its own. */
export function isContainer(format: Format): format is 'zip' | 'tar' {
  return format === 'zip' || format === 'tar';
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot === -1 || name.indexOf('/', dot) !== -1 ? '' : name.slice(dot + 1);
}
