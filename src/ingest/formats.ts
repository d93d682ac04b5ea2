/** Which format a file is in, from its name. Must not look at content: `sniff.ts` does. */

export const ARTICLE_FORMATS = ['text', 'markdown', 'html'] as const;
/** One article a file. */
export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];
/** `json`: values; `lines`: one value a line; `unknown`: named by the user or piped in, so its content decides. */
export type Format = ArticleFormat | 'json' | 'lines' | 'unknown' | 'standard-input';

export interface FileType {
  readonly format: Format;
  readonly gzip: boolean;
}

const BY_EXTENSION: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['json', 'json'],
  ['jsonl', 'lines'],
  ['ndjson', 'lines'],
]);

/** Format by extension (case ignored, `.gz` peeled off once); `unknown` for any other name. */
export function fileType(name: string): FileType {
  const lower = name.toLowerCase();
  const gzip = lower.endsWith('.gz');
  const inner = gzip ? lower.slice(0, -'.gz'.length) : lower;
  const dot = inner.lastIndexOf('.');
  const format = dot === -1 ? undefined : BY_EXTENSION.get(inner.slice(dot + 1));
  return { format: format ?? 'unknown', gzip };
}
