/** What a result depends on, for `run` of the report: the options that change it. */

import type { IngestRequest } from '../ingest/index.ts';
import { sha256 } from '../lib/digest.ts';
import { compareCodeUnits } from '../lib/order.ts';
import { saidBy } from '../lib/said-by.ts';
import type { Decision } from '../model/decision.ts';
import type { Sort } from '../model/emit.ts';
import type { MatchOptions } from '../model/options.ts';
import type { KnowledgeBytes } from './knowledge.ts';

/** What of a request decides the result. */
export interface Deciding extends Omit<IngestRequest, 'paths' | 'stdin' | 'stdinFormat' | 'signal'> {
  readonly match: MatchOptions;
  readonly knowledge: KnowledgeBytes;
  /** With a state: which groups are shown. */
  readonly only?: 'new' | 'changed' | 'all';
  /** Only so many records were read. */
  readonly sample?: { readonly count: number };
  /** The order of groups. */
  readonly sort?: Sort;
}

/** Options that change a result; --jobs, formats and places do not, and are left out. */
export function manifestOptions(request: Deciding): Readonly<Record<string, string | number | boolean>> {
  const map = Object.entries(request.map)
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([field, name]) => `${field}=${name}`)
    .join(',');
  const { rules, decisions, preferLanguages, ...match } = request.match;
  return {
    ...match,
    ...(preferLanguages === undefined ? {} : { preferLanguages: preferLanguages.join(',') }),
    // Of the rules as they were understood: neither the name of the file nor its layout changes a result.
    ...(rules === undefined ? {} : { rules: sha256(JSON.stringify(rules)) }),
    // What they say, each once, whatever the order of files and lines.
    ...(decisions === undefined ? {} : { decisions: sha256(decisionsText(decisions)) }),
    ...(request.knowledge.digest === undefined ? {} : { model: request.knowledge.digest }),
    maxRecordBytes: request.maxRecordBytes,
    ...(request.inputFormat === undefined || request.inputFormat === 'auto'
      ? {}
      : { inputFormat: request.inputFormat }),
    ...(request.ignoreFiles === false ? { ignoreFiles: false } : {}),
    ...(request.split === false ? { split: false } : {}),
    ...(request.records === undefined ? {} : { records: request.records }),
    ...(map === '' ? {} : { map }),
    ...(request.include.length === 0
      ? {}
      : { include: [...request.include].sort(compareCodeUnits).join(' ') }),
    ...(request.exclude.length === 0
      ? {}
      : { exclude: [...request.exclude].sort(compareCodeUnits).join(' ') }),
    ...(request.follow ? { follow: true } : {}),
    ...(request.sample === undefined ? {} : { sample: request.sample.count }),
    ...(request.only === undefined || request.only === 'all' ? {} : { only: request.only }),
    ...(request.sort === undefined || request.sort === 'path' ? {} : { sort: request.sort }),
  };
}

function decisionsText(decisions: readonly Decision[]): string {
  return [...new Set(decisions.map(saidBy))].sort(compareCodeUnits).join('\n');
}
