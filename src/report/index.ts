/** The stage's verbs: build and render reports, inspect rows and explanations. */
export { buildReport, type ReportInput, traceOf } from './build.ts';
export { decisionLine } from './decision-row.ts';
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
export { renderReport } from './render.ts';
export { SCHEMAS, type SchemaName } from './schema/index.ts';
