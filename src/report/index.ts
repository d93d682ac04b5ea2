/** The stage's verbs: build and render reports, inspect rows and explanations. */
export { buildReport, type ReportInput, traceOf } from './build.ts';
export { decisionLine } from './decision-row.ts';
export { type EmitOptions, type EmitSource, renderEmit } from './emit.ts';
export { EMIT_FORMATS, SUMMARY_FORMATS, type SummaryFormat } from './emit-options.ts';
export { buildExplanation, renderExplanation } from './explanation.ts';
export { renderInspect, toInspectRow } from './inspect.ts';
export { buildLookup } from './lookup-build.ts';
export { renderLookup } from './lookup-formats.ts';
export {
  EXPLANATION_FORMATS,
  type ExplanationFormat,
  FORMATS,
  type Format,
  INSPECT_FORMATS,
  type InspectFormat,
  LOOKUP_FORMATS,
  type RenderOptions,
} from './options.ts';
export { orderGroups } from './order-groups.ts';
export type { PairedLink } from './pairs.ts';
export { renderReport } from './render.ts';
export { SCHEMAS, type SchemaName } from './schema/index.ts';
export { renderSummary } from './summary.ts';
export { withoutText } from './without-text.ts';
