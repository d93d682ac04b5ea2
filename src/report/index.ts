/** The stage's verbs: build and render reports, inspect rows and explanations. */
export { buildReport, type ReportInput, reportArticle as exportedArticle, traceOf } from './build.ts';
export { decisionLine } from './decision-row.ts';
export { compareReports } from './diff/compare.ts';
export { renderDiff } from './diff/render.ts';
export { type EmitOptions, type EmitSource, renderEmit } from './emit.ts';
export { EMIT_FORMATS, SUMMARY_FORMATS, type SummaryFormat } from './emit-options.ts';
export { buildExplanation, renderExplanation } from './explanation.ts';
export { renderInspect, toInspectRow } from './inspect.ts';
export { buildLookup } from './lookup-build.ts';
export { renderLookup } from './lookup-formats.ts';
export {
  DIFF_FORMATS,
  type DiffFormat,
  EXPLANATION_FORMATS,
  type ExplanationFormat,
  FORMATS,
  type Format,
  INSPECT_FORMATS,
  type InspectFormat,
  LOOKUP_FORMATS,
  type RenderOptions,
} from './options.ts';
export { orderGroups, orderSaved } from './order-groups.ts';
export type { PairedLink } from './pairs.ts';
export { renderReport } from './render.ts';
export type { Answer, Held } from './review/answer.ts';
export { KeyReader, keysOf } from './review/keys.ts';
export { type ReviewGroup, ReviewSession } from './review/session.ts';
export { groupScreen, helpLines, keyName, numbered, promptLine } from './review/view.ts';
export {
  SAVED_HEADS,
  SAVED_LISTS,
  type SavedHead,
  type SavedList,
  type SavedParts,
  savedPart,
  schemaProblem,
} from './saved.ts';
export { SCHEMAS, type SchemaName } from './schema/index.ts';
export { renderSummary } from './summary.ts';
export { withoutText } from './without-text.ts';
