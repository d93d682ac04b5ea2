/** The table of formats: a new one is a file beside this one and a line here. */
import type { Report } from '../model/report.ts';
import { renderGroupMarkdown } from './group-markdown.ts';
import { renderGroupPaths } from './group-paths.ts';
import { renderGroupCsv, renderGroupTsv } from './group-table.ts';
import { renderHtml } from './html/index.ts';
import { renderHuman } from './human.ts';
import { renderJson } from './json.ts';
import { limitedReport } from './limited.ts';
import { renderNdjson } from './ndjson.ts';
import type { Format, RenderOptions } from './options.ts';

type Renderer = (report: Report, options: RenderOptions) => Iterable<string | Uint8Array>;

const RENDERERS: Readonly<Record<Format, Renderer>> = {
  human: renderHuman,
  json: renderJson,
  ndjson: renderNdjson,
  csv: renderGroupCsv,
  tsv: renderGroupTsv,
  md: renderGroupMarkdown,
  paths0: renderGroupPaths,
  html: renderHtml,
};

/** The report in pieces of text, none of them larger than one row; `report.articles` is iterated at most once. */
export function renderReport(
  report: Report,
  format: Format,
  options: RenderOptions,
): Iterable<string | Uint8Array> {
  // The page for people says how much it leaves out, and so limits itself.
  return RENDERERS[format](format === 'human' ? report : limitedReport(report, options.limit), options);
}
