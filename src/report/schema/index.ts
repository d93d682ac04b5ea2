/** The published JSON Schemas by name. */
import { DECISIONS } from './decisions.ts';
import { EXPLANATION } from './explanation.ts';
import { INSPECT, INSPECT_ROW } from './inspect.ts';
import { LOG_ROW } from './log.ts';
import { LOOKUP, LOOKUP_ROW } from './lookup.ts';
import { REPORT, REPORT_ROW } from './report.ts';
import { RULES } from './rules.ts';

export const SCHEMA_NAMES = [
  'report',
  'report-row',
  'inspect',
  'inspect-row',
  'explanation',
  'lookup',
  'lookup-row',
  'rules',
  'log-row',
  'decisions',
] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** JSON Schema draft 2020-12, one for each shape of data that is written, and for the files of rules and decisions that are read. */
export const SCHEMAS: Readonly<Record<SchemaName, object>> = {
  report: REPORT,
  'report-row': REPORT_ROW,
  inspect: INSPECT,
  'inspect-row': INSPECT_ROW,
  explanation: EXPLANATION,
  lookup: LOOKUP,
  'lookup-row': LOOKUP_ROW,
  rules: RULES,
  'log-row': LOG_ROW,
  decisions: DECISIONS,
};
