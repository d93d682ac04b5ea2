/** The formats of an answer about articles that an archive may know. Must not find anything out. */
import { safeJson } from '../lib/visible.ts';
import type { LookedUp, Lookup, LookupGroup } from '../model/lookup.ts';
import { lookupLines } from './human-lookup.ts';
import { arrayField, commaSeparated, mapped } from './json.ts';
import type { LookupFormat, RenderOptions } from './options.ts';
import { createPalette } from './palette.ts';
import {
  articleRow,
  groupHeadRow,
  issueRow,
  linkRow,
  memberRow,
  type Row,
  relatedRow,
  runRow,
  toolRow,
} from './rows.ts';

/** The answer in pieces of text, none of them larger than one article or member with its evidence. */
export function* renderLookup(
  lookup: Lookup,
  format: LookupFormat,
  options: RenderOptions,
): Iterable<string> {
  switch (format) {
    case 'human':
      yield* lookupLines(lookup, createPalette(options.colour), options);
      return;
    case 'json':
      yield* jsonPieces(lookup);
      return;
    case 'ndjson':
      yield* ndjsonPieces(lookup);
      return;
    default:
      format satisfies never;
  }
}

function* jsonPieces(lookup: Lookup): Iterable<string> {
  yield `{\n  "schema": ${safeJson(lookup.schema)},\n`;
  yield `  "tool": ${safeJson(toolRow(lookup.tool))},\n`;
  yield `  "run": ${safeJson(runRow(lookup.run))},\n`;
  yield `  "state": ${safeJson(lookup.state)},\n`;
  yield* arrayField('articles', mapped(lookup.articles, lookedUpPieces));
  yield* arrayField('groups', mapped(lookup.groups, groupPieces));
  yield* arrayField(
    'issues',
    mapped(lookup.issues, (issue) => [safeJson(issueRow(issue))]),
  );
  yield `  "summary": ${safeJson(lookup.summary)},\n`;
  yield `  "end": ${safeJson(lookup.end)}\n}\n`;
}

function* ndjsonPieces(lookup: Lookup): Iterable<string> {
  const { schema, tool, run, state, summary, end } = lookup;
  yield line({ type: 'run', schema, tool: toolRow(tool), run: runRow(run), state });
  for (const article of lookup.articles) {
    yield* lookedUpPieces(article, { type: 'lookup' });
    yield '\n';
  }
  for (const group of lookup.groups) {
    yield* groupPieces(group, { type: 'group' });
    yield '\n';
  }
  for (const issue of lookup.issues) yield line({ type: 'issue', ...issueRow(issue) });
  yield line({ type: 'end', status: end.status, summary });
}

function* lookedUpPieces(article: LookedUp, prefix: Row = {}): Iterable<string> {
  const { status, isArchived, match, group, related } = article;
  yield safeJson({
    ...prefix,
    ...articleRow(article),
    status,
    isArchived,
    match: match === undefined ? undefined : { ...match, links: match.links.map(linkRow) },
    group,
  }).slice(0, -1);
  yield ',"related":[';
  yield* commaSeparated(related, relatedRow);
  yield ']}';
}

function* groupPieces(group: LookupGroup, prefix: Row = {}): Iterable<string> {
  const { knownAs, members } = group;
  const { isNew: _, formerIds: __, ...head } = groupHeadRow({ ...group, links: [] });
  yield safeJson({ ...prefix, ...head, knownAs }).slice(0, -1);
  yield ',"members":[';
  yield* commaSeparated(members, (member) => ({ ...memberRow(member), isInput: member.isInput }));
  yield ']}';
}

function line(row: Row): string {
  return `${safeJson(row)}\n`;
}
