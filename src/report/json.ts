/**
 * A report as one JSON document, one line per article, group, pair and issue: it can be streamed, and `diff` of two
 * reports names what changed. Must not hold more than one row as a string; the parts of a large group are written
 * one by one.
 */
import { safeJson } from '../lib/visible.ts';
import type { Report, ReportGroup } from '../model/report.ts';
import {
  articleRow,
  groupHeadRow,
  issueRow,
  linkRow,
  memberRow,
  type Row,
  relatedRow,
  runRow,
  summaryRow,
  toolRow,
} from './rows.ts';

export function* renderJson(report: Report): Iterable<string> {
  yield `{\n  "schema": ${safeJson(report.schema)},\n`;
  yield `  "tool": ${safeJson(toolRow(report.tool))},\n`;
  yield `  "run": ${safeJson(runRow(report.run))},\n`;
  yield* arrayField(
    'articles',
    mapped(report.articles, (article) => [safeJson(articleRow(article))]),
  );
  yield* arrayField('groups', mapped(report.groups, groupPieces));
  yield* arrayField(
    'related',
    mapped(report.related, (pair) => [safeJson(relatedRow(pair))]),
  );
  yield* arrayField(
    'issues',
    mapped(report.issues, (issue) => [safeJson(issueRow(issue))]),
  );
  yield `  "summary": ${safeJson(summaryRow(report.summary))},\n`;
  yield `  "end": ${safeJson({ status: report.end.status })}\n}\n`;
}

/** A field of the document that holds an array, an element a line; each element is an iterable of its pieces. */
export function* arrayField(name: string, elements: Iterable<Iterable<string>>): Iterable<string> {
  yield `  ${safeJson(name)}: [`;
  let separator = '\n    ';
  for (const pieces of elements) {
    yield separator;
    yield* pieces;
    separator = ',\n    ';
  }
  yield separator === '\n    ' ? '],\n' : '\n  ],\n';
}

/** One group as JSON on one line; `prefix` holds fields before its own (the `type` of an NDJSON row). */
export function* groupPieces(group: ReportGroup, prefix: Row = {}): Iterable<string> {
  yield safeJson({ ...prefix, ...groupHeadRow(group) }).slice(0, -1);
  yield ',"members":[';
  yield* commaSeparated(group.members, memberRow);
  yield '],"links":[';
  yield* commaSeparated(group.links, linkRow);
  yield ']}';
}

/** Rows of an array on one line. */
export function* commaSeparated<T>(values: Iterable<T>, toRow: (value: T) => Row): Iterable<string> {
  let separator = '';
  for (const value of values) {
    yield separator + safeJson(toRow(value));
    separator = ',';
  }
}

/** The elements of an array, each as its pieces, for `arrayField`. */
export function* mapped<T>(
  values: Iterable<T>,
  toPieces: (value: T) => Iterable<string>,
): Iterable<Iterable<string>> {
  for (const value of values) yield toPieces(value);
}
