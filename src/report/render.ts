/** The table of formats: a new one is a file beside this one and a line here. */
import type { Report } from '../model/report.ts';
import { renderCsv } from './csv.ts';
import { renderHtml } from './html/index.ts';
import { renderHuman } from './human.ts';
import { renderJson } from './json.ts';
import { renderNdjson } from './ndjson.ts';
import type { FORMATS, RenderOptions } from './options.ts';

type ReportFormat = (typeof FORMATS)[number];
type Renderer = (report: Report, options: RenderOptions) => Iterable<string>;

const RENDERERS: Readonly<Record<ReportFormat, Renderer>> = {
  human: renderHuman,
  json: renderJson,
  ndjson: renderNdjson,
  csv: renderCsv,
  html: renderHtml,
};

/** The report in pieces of text, none of them larger than one row; `report.articles` is iterated at most once. */
export function renderReport(report: Report, format: ReportFormat, options: RenderOptions): Iterable<string> {
  return RENDERERS[format](report, options);
}
