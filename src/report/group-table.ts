/**
 * The members of all groups as a table: what a spreadsheet needs. Ungrouped articles have no row. Must not lose a member
 * whose article is unknown.
 */
import { round4 } from '../lib/order.ts';
import type { Report, ReportArticle, ReportGroup, ReportMember } from '../model/report.ts';
import { articlesById } from './lookup.ts';
import { tableWriter } from './table.ts';

const GROUP_COLUMNS = [
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
type Cells = Readonly<Record<(typeof GROUP_COLUMNS)[number], string>>;

export function renderGroupCsv(report: Report): Iterable<string> {
  return renderTable(report, 'csv');
}

export function renderGroupTsv(report: Report): Iterable<string> {
  return renderTable(report, 'tsv');
}

function* renderTable(report: Report, format: 'csv' | 'tsv'): Iterable<string> {
  const { head, line } = tableWriter(format, GROUP_COLUMNS, 'spreadsheet');
  const wanted = new Set<string>();
  for (const group of report.groups) for (const member of group.members) wanted.add(member.id);
  const articles = articlesById(report, wanted);
  yield head;
  for (const group of report.groups) {
    for (const member of group.members) {
      const cells = memberCells(group, member, articles.get(member.id));
      yield line(GROUP_COLUMNS.map((column) => cells[column]));
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
