/** Names of the formats that are read, as they are asked for. Closed list; types and names only. */

/** What may be asked for with `--input-format`; `auto` leaves it to content and name. */
export const INPUT_FORMATS = [
  'auto',
  'text',
  'markdown',
  'html',
  'json',
  'jsonl',
  'csv',
  'tsv',
  'warc',
  'xml',
  'mbox',
  'eml',
  'parquet',
  'zip',
  'tar',
] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];
