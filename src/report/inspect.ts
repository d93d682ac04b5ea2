/**
 * What is read from each article, as a stream of rows and a close that counts them. Must not wait for the last
 * article before the first is written. A stream without its `end` was cut.
 */
import { positionBefore } from '../lib/edits.ts';
import { safeJson } from '../lib/visible.ts';
import { type Article, type Block, PLAIN_READING } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';
import type { InspectReading, InspectRow } from '../model/report.ts';
import { countBy } from './build.ts';
import { inspectClosing, inspectLines } from './human-inspect.ts';
import type { InspectFormat, RenderOptions } from './options.ts';
import { createPalette } from './palette.ts';
import { inspectRow, issueRow, type Row } from './rows.ts';

export const INSPECT_SCHEMA = 'dedupe.inspect/1';

type Rows = Iterable<InspectRow> | AsyncIterable<InspectRow>;
/** Asked once, after the last row: issues are only complete then. */
type Issues = () => readonly Issue[];

/** All that `inspect` shows of an article. */
export function toInspectRow(article: Article): InspectRow {
  const { id, path, record, language, title, date, characters, kept, text, blocks } = article;
  return {
    type: 'inspect',
    id,
    path,
    ...(record === undefined ? {} : { record }),
    language,
    title,
    ...(date === undefined ? {} : { date }),
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(article.declaredLanguage === undefined ? {} : { declaredLanguage: article.declaredLanguage }),
    ...(article.alternates === undefined ? {} : { alternates: article.alternates }),
    reading: readingOf(article),
    characters,
    kept,
    text,
    blocks: placedBefore(blocks, article.reading?.edits),
    names: article.names,
    numbers: article.numbers,
    dates: article.dates,
  };
}

/** What was assumed of the bytes; of wrapped lines the blocks tell. */
function readingOf({ reading, blocks }: Article): InspectReading {
  const { edits: _, repairs = [], ...assumed } = reading ?? PLAIN_READING;
  const joined = blocks.filter(({ text }) => text.includes('\n')).length;
  const all = joined === 0 ? repairs : [...repairs, { kind: 'wrapped-lines' as const, count: joined }];
  return all.length === 0 ? assumed : { ...assumed, repairs: all };
}

/** Blocks with their places in the text before it was mended. */
function placedBefore(blocks: readonly Block[], edits: readonly number[] | undefined): readonly Block[] {
  if (edits === undefined) return blocks;
  return blocks.map((block) => ({
    ...block,
    start: positionBefore(edits, block.start),
    end: positionBefore(edits, block.end),
  }));
}

/** The rows in pieces of text, none larger than one row. */
export function renderInspect(
  rows: Rows,
  issues: Issues,
  format: InspectFormat,
  options: RenderOptions,
): AsyncIterable<string> {
  switch (format) {
    case 'human':
      return renderHuman(rows, issues, options);
    case 'json':
      return renderJson(rows, issues);
    case 'ndjson':
      return renderNdjson(rows, issues);
    default:
      return format satisfies never;
  }
}

async function* renderHuman(rows: Rows, issues: Issues, options: RenderOptions): AsyncIterable<string> {
  const palette = createPalette(options.colour);
  let articles = 0;
  for await (const row of rows) {
    if (articles++ > 0) yield '\n';
    yield* inspectLines(row, palette, options.width);
  }
  if (options.quiet !== true) yield* inspectClosing(articles, issues(), palette);
}

async function* renderJson(rows: Rows, issues: Issues): AsyncIterable<string> {
  yield `{\n  "schema": ${safeJson(INSPECT_SCHEMA)},\n  "articles": [`;
  let articles = 0;
  for await (const row of rows) yield `${articles++ > 0 ? ',' : ''}\n    ${safeJson(inspectRow(row))}`;
  yield articles > 0 ? '\n  ],\n  "issues": [' : '],\n  "issues": [';
  const found = issues();
  yield found.map((issue) => `\n    ${safeJson(issueRow(issue))}`).join(',');
  yield `${found.length > 0 ? '\n  ' : ''}],\n  "end": ${safeJson(endFields(articles, found))}\n}\n`;
}

async function* renderNdjson(rows: Rows, issues: Issues): AsyncIterable<string> {
  let articles = 0;
  for await (const row of rows) {
    articles++;
    yield `${safeJson(inspectRow(row))}\n`;
  }
  yield `${safeJson({ type: 'end', ...endFields(articles, issues()) })}\n`;
}

function endFields(articles: number, issues: readonly Issue[]): Row {
  return { status: 'complete', summary: { articles, issues: countBy(issues.map((issue) => issue.code)) } };
}
