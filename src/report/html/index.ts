/**
 * A report as one page that needs nothing else: no network, no server, no other file. Owns the order of its parts:
 * what the list needs comes first, then the script, then one block of JSON a group, which the browser keeps as text
 * until the group is opened. Streamed: no piece is larger than one article.
 */
import type { Report } from '../../model/report.ts';
import { articlesById } from '../lookup.ts';
import { issueRow, runRow, summaryRow, toolRow } from '../rows.ts';
import { pageClosing, pageOpening, pageScript } from './document.ts';
import { inertJson } from './escape.ts';
import { groupData } from './group-data.ts';
import { listRow } from './list-row.ts';
import { besideGroup, relatedOfGroups, relatedRow } from './related.ts';
import type { Part } from './shape.ts';
import { withoutScript } from './static.ts';

/** Rows in one block: parsed together, in about a millisecond. */
const ROWS_IN_BLOCK = 200;

/** Where the report has no bodies, the page says so and is otherwise the same. */
export function* renderHtml(report: Report): Iterable<string> {
  const groupOf = new Map<string, string>();
  for (const group of report.groups) for (const { id } of group.members) groupOf.set(id, group.id);
  const wanted = new Set(groupOf.keys());
  for (const { a, b } of report.related) wanted.add(a).add(b);
  const articles = articlesById(report, wanted);
  const { bodyOf } = report;
  yield* pageOpening(report);
  yield* block('head', [inertJson(headOf(report, bodyOf !== undefined))]);
  yield* blocksOfRows('list', report.groups, (group) => listRow(group, articles, bodyOf));
  yield* withoutScript(report, articles);
  yield pageScript();
  const related = relatedOfGroups(report, groupOf);
  const places = { articles, groupOf };
  for (const group of report.groups) {
    const beside = besideGroup(related.get(group.id), places);
    yield* block('group', groupData(group, { articles, bodyOf, related: beside }));
  }
  yield* blocksOfRows('related', report.related, (pair) => relatedRow(pair, places));
  yield* blocksOfRows('issues', report.issues, issueRow);
  yield* block('end', [inertJson(report.end)]);
  yield pageClosing();
}

function headOf(report: Report, hasTexts: boolean): object {
  return {
    schema: report.schema,
    tool: toolRow(report.tool),
    run: runRow(report.run),
    summary: summaryRow(report.summary),
    groups: report.groups.length,
    related: report.related.length,
    issues: report.issues.length,
    hasTexts,
  };
}

/** Data, not a script: no browser runs this type. */
function* block(part: Part, pieces: Iterable<string>): Iterable<string> {
  yield `<script type="application/json" data-part="${part}">`;
  yield* pieces;
  yield '</script>\n';
}

function* blocksOfRows<T>(part: Part, values: Iterable<T>, toRow: (value: T) => object): Iterable<string> {
  let rows: string[] = [];
  for (const value of values) {
    rows.push(inertJson(toRow(value)));
    if (rows.length === ROWS_IN_BLOCK) {
      yield* block(part, [`[${rows.join(',\n')}]`]);
      rows = [];
    }
  }
  if (rows.length > 0) yield* block(part, [`[${rows.join(',\n')}]`]);
}
