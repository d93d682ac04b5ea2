/**
 * The members of all groups as a table (RFC 4180): what a spreadsheet needs. Ungrouped articles have no row. Cells
 * that a spreadsheet would run as a formula get an apostrophe; exact strings stand in JSON. Must not lose a member
 * whose article is unknown.
 * Reference: RFC 4180; OWASP, "CSV Injection".
 */
import { createRequire } from 'node:module';
import { round4 } from '../lib/order.ts';
import { visibleCell } from '../lib/visible.ts';
import type { Report, ReportArticle, ReportGroup, ReportMember } from '../model/report.ts';
import { articlesById } from './lookup.ts';

export const CSV_COLUMNS = [
  'group',
  'kind',
  'id',
  'path',
  'record',
  'relation',
  'via',
  'score',
  'canonical',
  'language',
  'title',
  'date',
  'url',
  'textDigest',
] as const;
type Cells = Readonly<Record<(typeof CSV_COLUMNS)[number], string>>;

const LINE_END = '\r\n';
/** Of our own: the library's default pattern misses a formula with a line end in it, and a leading line feed. */
const FORMULA = /^[=+\-@\t\r\n]/;

type Unparse = (rows: readonly (readonly string[])[], options: object) => string;

/** The library is loaded when the first table is written: it costs 30 ms, and most runs write none. */
function loadUnparse(): Unparse {
  const { unparse } = createRequire(import.meta.url)('papaparse') as { readonly unparse: Unparse };
  return unparse;
}

export function* renderCsv(report: Report): Iterable<string> {
  const unparse = loadUnparse();
  const line = (cells: readonly string[]): string =>
    unparse([cells], { newline: LINE_END, escapeFormulae: FORMULA }) + LINE_END;
  const wanted = new Set<string>();
  for (const group of report.groups) for (const member of group.members) wanted.add(member.id);
  const articles = articlesById(report, wanted);
  yield line(CSV_COLUMNS);
  for (const group of report.groups) {
    for (const member of group.members) {
      const cells = memberCells(group, member, articles.get(member.id));
      yield line(CSV_COLUMNS.map((column) => visibleCell(cells[column])));
    }
  }
}

function memberCells(group: ReportGroup, member: ReportMember, article: ReportArticle | undefined): Cells {
  return {
    group: group.id,
    kind: group.kind,
    id: member.id,
    path: article?.path ?? '',
    record: String(article?.record ?? ''),
    relation: member.relation,
    via: member.via ?? '',
    score: String(round4(member.score)),
    canonical: member.id === group.canonical ? 'yes' : 'no',
    language: article?.language.bcp47 ?? '',
    title: article?.title ?? '',
    date: article?.date ?? '',
    url: article?.url ?? '',
    textDigest: article?.textDigest ?? '',
  };
}
