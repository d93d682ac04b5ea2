/** Which format can hold what. Types and closed lists only. */
import type { Emit } from '../model/emit.ts';
import type { Format } from './options.ts';

/** Formats of each thing that can be written, the first of them in a pipe. */
export const EMIT_FORMATS: Readonly<Record<Emit, readonly Format[]>> = {
  groups: ['human', 'json', 'ndjson', 'csv', 'tsv', 'md', 'html', 'paths0'],
  pairs: ['human', 'json', 'ndjson', 'csv', 'tsv', 'md'],
  articles: ['human', 'json', 'ndjson', 'csv', 'tsv', 'md', 'paths0'],
  uniques: ['human', 'json', 'ndjson', 'csv', 'tsv', 'md', 'paths0'],
};

/** Formats of the counts alone. */
export const SUMMARY_FORMATS = ['human', 'json', 'ndjson', 'md'] as const satisfies readonly Format[];
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number];
