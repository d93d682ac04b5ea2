/**
 * Articles as records with what was found about them, all or those to keep. Rows of JSON are the records of the input
 * with one field more, so that other tools read them as they read the input: no row of another kind stands among them.
 */

import { counted, scoreText } from '../lib/figures.ts';
import { safeJson, safeJsonText } from '../lib/visible.ts';
import { ARTICLES_SCHEMA, type ArticleContent, type Standing } from '../model/emit.ts';
import type { Report, ReportArticle } from '../model/report.ts';
import { type ArticleLine, articleLines } from './human-article.ts';
import type { Format, RenderOptions } from './options.ts';
import { createPalette } from './palette.ts';
import { PathWriter } from './paths.ts';
import { issueRow, runRow, standingRow, summaryRow, toolRow } from './rows.ts';
import type { Standings } from './standing.ts';
import { type TableFormat, tableWriter } from './table.ts';

interface Row {
  readonly content: ArticleContent;
  readonly standing: Standing;
}
type Rows = AsyncIterable<Row>;

export async function* renderArticles(
  report: Report,
  contents: AsyncIterable<ArticleContent>,
  standings: Standings,
  emit: 'articles' | 'uniques',
  format: Format,
  options: RenderOptions,
): AsyncIterable<string | Uint8Array> {
  const rows = rowsOf(contents, standings, emit, options.limit);
  switch (format) {
    case 'human':
      yield* humanPage(rows, emit, options);
      return;
    case 'json':
      yield* jsonDocument(report, rows);
      return;
    case 'ndjson':
      for await (const row of rows) yield `${jsonRow(row)}\n`;
      return;
    case 'csv':
    case 'tsv':
    case 'md':
      yield* table(rows, format);
      return;
    case 'paths0': {
      const paths = new PathWriter();
      for await (const { content } of rows) yield* paths.pathOf(content.article);
      return;
    }
    case 'html':
      throw new RangeError('a page shows groups, not articles');
    default:
      format satisfies never;
  }
}

async function* rowsOf(
  contents: AsyncIterable<ArticleContent>,
  standings: Standings,
  emit: 'articles' | 'uniques',
  limit = Number.POSITIVE_INFINITY,
): Rows {
  let count = 0;
  for await (const content of contents) {
    if (count >= limit) return;
    const standing = standings.of(content.article);
    if (emit === 'uniques' && !standing.kept) continue;
    count++;
    yield { content, standing };
  }
}

/** The record as it was written, with the field `dedupe` behind its own. */
function jsonRow({ content: { article, record, text }, standing }: Row): string {
  const found = `"dedupe":${safeJson(standingRow(standing))}}`;
  const own = record === undefined ? safeJson(ownFields(article, text)) : safeJsonText(record);
  const open = own.slice(0, own.lastIndexOf('}')).trimEnd();
  return `${open}${open.endsWith('{') ? '' : ','}${found}`;
}

/** A file that is one article as a record, in the fields in which records are read. */
function ownFields({ id, title, date, url, source }: ReportArticle, text: string | undefined): object {
  return { id, ...(title === '' ? {} : { title }), date, url, source, text };
}

async function* jsonDocument(report: Report, rows: Rows): AsyncIterable<string> {
  yield `{\n  "schema": ${safeJson(ARTICLES_SCHEMA)},\n`;
  yield `  "tool": ${safeJson(toolRow(report.tool))},\n`;
  yield `  "run": ${safeJson(runRow(report.run))},\n  "articles": [`;
  let separator = '\n    ';
  for await (const row of rows) {
    yield separator + jsonRow(row);
    separator = ',\n    ';
  }
  yield separator === '\n    ' ? '],\n' : '\n  ],\n';
  yield `  "issues": [${report.issues.map((issue) => `\n    ${safeJson(issueRow(issue))}`).join(',')}`;
  yield `${report.issues.length > 0 ? '\n  ' : ''}],\n`;
  yield `  "summary": ${safeJson(summaryRow(report.summary))},\n`;
  yield `  "end": ${safeJson({ status: report.end.status })}\n}\n`;
}

const ARTICLE_COLUMNS = [
  'id',
  'path',
  'record',
  'language',
  'kept',
  'group',
  'relation',
  'canonical',
  'score',
  'title',
  'date',
  'url',
  'source',
  'characters',
  'textDigest',
] as const;
/** Who reads Markdown reads no digests. */
const PAGE_COLUMNS = ['kept', 'language', 'date', 'title', 'id', 'group', 'relation'] as const;

async function* table(rows: Rows, format: TableFormat): AsyncIterable<string> {
  const columns = format === 'md' ? PAGE_COLUMNS : ARTICLE_COLUMNS;
  const { head, line } = tableWriter(format, columns, 'program');
  yield head;
  for await (const row of rows) {
    const cells = cellsOf(row);
    yield line(columns.map((column) => cells[column]));
  }
}

function cellsOf({ content: { article }, standing }: Row): Record<(typeof ARTICLE_COLUMNS)[number], string> {
  const { id, path, record, language, kept, group, relation, canonical, score } = standing;
  const { title, date, url, source, characters, textDigest } = article;
  return {
    id,
    path,
    record: String(record ?? ''),
    language,
    kept: kept ? 'yes' : 'no',
    group: group ?? '',
    relation: relation ?? '',
    canonical: canonical ?? '',
    score: score === undefined ? '' : String(score),
    title,
    date: date ?? '',
    url: url ?? '',
    source: source ?? '',
    characters: String(characters),
    textDigest,
  };
}

/** Lines that are laid out together: their columns are as wide as the widest of them. */
const LINES = 200;
const KEPT_MARKER = '+';

async function* humanPage(
  rows: Rows,
  emit: 'articles' | 'uniques',
  options: RenderOptions,
): AsyncIterable<string> {
  const palette = createPalette(options.colour);
  let waiting: ArticleLine[] = [];
  let count = 0;
  let kept = 0;
  for await (const { content, standing } of rows) {
    count++;
    if (standing.kept) kept++;
    const { relation = 'alone', score } = standing;
    const isScored = score !== undefined && relation !== 'canonical';
    waiting.push({
      id: standing.id,
      article: content.article,
      marker: standing.kept ? KEPT_MARKER : '-',
      paintMarker: standing.kept ? palette.good : palette.quiet,
      relation: isScored ? `${relation} ${scoreText(score)}` : relation,
      ...(standing.group === undefined ? {} : { note: standing.group }),
    });
    if (waiting.length < LINES) continue;
    yield* articleLines(waiting, palette, options.width);
    waiting = [];
  }
  yield* articleLines(waiting, palette, options.width);
  if (options.quiet === true) return;
  const said = emit === 'uniques' ? `${counted(count, 'article')} to keep` : counted(count, 'article');
  yield `\n${palette.heading(emit === 'uniques' ? said : `${said}, ${kept} to keep`)}\n`;
}
