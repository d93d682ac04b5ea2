/** What changed between two reports, in each format. Owns the table of formats; must not compare anything. */
import { safeJson } from '../../lib/visible.ts';
import type { Change, Diff, DiffGroup, DiffSide } from '../../model/diff.ts';
import { arrayField } from '../json.ts';
import type { DiffFormat, RenderOptions } from '../options.ts';
import { type Row, runRow, toolRow } from '../rows.ts';
import { renderHumanDiff } from './human.ts';
import { renderMarkdownDiff } from './markdown.ts';

/** The comparison in pieces of text, none of them larger than one change. */
export function renderDiff(diff: Diff, format: DiffFormat, options: RenderOptions): Iterable<string> {
  switch (format) {
    case 'human':
      return renderHumanDiff(diff, options);
    case 'json':
      return renderJson(diff);
    case 'ndjson':
      return renderNdjson(diff);
    case 'md':
      return renderMarkdownDiff(diff);
    default:
      return format satisfies never;
  }
}

function* renderJson(diff: Diff): Iterable<string> {
  yield `{\n  "schema": ${safeJson(diff.schema)},\n  "tool": ${safeJson(toolRow(diff.tool))},\n`;
  yield `  "old": ${safeJson(sideRow(diff.old))},\n  "new": ${safeJson(sideRow(diff.new))},\n`;
  yield* arrayField('changes', piecesOf(diff.changes));
  yield `  "summary": ${safeJson(summaryRow(diff))},\n  "end": ${safeJson({ status: diff.end.status })}\n}\n`;
}

function* piecesOf(changes: Iterable<Change>): Iterable<Iterable<string>> {
  for (const change of changes) yield [safeJson(changeRow(change))];
}

function* renderNdjson(diff: Diff): Iterable<string> {
  const { schema, tool } = diff;
  const line = (row: Row): string => `${safeJson(row)}\n`;
  yield line({ type: 'diff', schema, tool: toolRow(tool), old: sideRow(diff.old), new: sideRow(diff.new) });
  for (const change of diff.changes) yield line({ type: 'change', ...changeRow(change) });
  yield line({ type: 'end', status: diff.end.status, summary: summaryRow(diff) });
}

function sideRow({ tool, run, summary: { articles, groups, redundant } }: DiffSide): Row {
  return { tool: toolRow(tool), run: runRow(run), summary: { articles, groups, redundant } };
}

function changeRow({ changes, old, new: now, added, removed }: Change): Row {
  return {
    changes,
    old: old.map(groupRow),
    new: now.map(groupRow),
    added: added.map(({ id, title, language, isNew }) => ({ id, title, language, isNew })),
    removed: removed.map(({ id, title, language, isGone }) => ({ id, title, language, isGone })),
  };
}

function groupRow({ id, canonical, title, members }: DiffGroup): Row {
  return { id, canonical, title, members };
}

function summaryRow({ summary: { unchanged, changes } }: Diff): Row {
  return { unchanged, changes };
}
