/** The published JSON Schemas by name. */
import { DECISIONS } from './decisions.ts';
import { DIFF, DIFF_ROW } from './diff.ts';
import { ARTICLE_ROW, ARTICLES, PAIR_ROW, PAIRS, SUMMARY_DOCUMENT } from './emit.ts';
import { EXPLANATION } from './explanation.ts';
import { INSPECT, INSPECT_ROW } from './inspect.ts';
import { LOG_ROW } from './log.ts';
import { LOOKUP, LOOKUP_ROW } from './lookup.ts';
import { REPORT, REPORT_ROW } from './report.ts';
import { RULES } from './rules.ts';
import { STAGE_ROW } from './stage.ts';
import { STATE_CHECK, STATE_EXPORT_ROW, STATE_INFO } from './state.ts';

const SCHEMA_NAMES = [
  'report',
  'report-row',
  'articles',
  'article-row',
  'pairs',
  'pair-row',
  'summary',
  'inspect',
  'inspect-row',
  'explanation',
  'diff',
  'diff-row',
  'lookup',
  'lookup-row',
  'state-info',
  'state-check',
  'state-export-row',
  'stage-row',
  'rules',
  'log-row',
  'decisions',
] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** JSON Schema draft 2020-12, one for each shape of data that is written, and for the files of rules and decisions that are read. */
export const SCHEMAS: Readonly<Record<SchemaName, object>> = {
  report: REPORT,
  'report-row': REPORT_ROW,
  articles: ARTICLES,
  'article-row': ARTICLE_ROW,
  pairs: PAIRS,
  'pair-row': PAIR_ROW,
  summary: SUMMARY_DOCUMENT,
  inspect: INSPECT,
  'inspect-row': INSPECT_ROW,
  explanation: EXPLANATION,
  diff: DIFF,
  'diff-row': DIFF_ROW,
  lookup: LOOKUP,
  'lookup-row': LOOKUP_ROW,
  'state-info': STATE_INFO,
  'state-check': STATE_CHECK,
  'state-export-row': STATE_EXPORT_ROW,
  'stage-row': STAGE_ROW,
  rules: RULES,
  'log-row': LOG_ROW,
  decisions: DECISIONS,
};
