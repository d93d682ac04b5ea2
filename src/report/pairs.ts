/**
 * Pairs of articles with the passages that stand for each other: links of groups, then related articles. Of translations
 * that is a parallel corpus. Owns the formats; must not align anything.
 */

import { counted, scoreText } from '../lib/figures.ts';
import { round4 } from '../lib/order.ts';
import { safeJson } from '../lib/visible.ts';
import { type AlignedPassage, PAIRS_SCHEMA, type PairPassage, type ReportPair } from '../model/emit.ts';
import type { Relation } from '../model/match.ts';
import type { Report, ReportLink } from '../model/report.ts';
import { pairLines } from './human-pair.ts';
import { arrayField } from './json.ts';
import { articlesById } from './lookup.ts';
import { markdownCode } from './markdown-text.ts';
import type { Format, RenderOptions } from './options.ts';
import { createPalette } from './palette.ts';
import { pairRow, runRow, toolRow } from './rows.ts';
import { type TableFormat, tableWriter } from './table.ts';

/** What is known of a pair before its passages are asked for. */
export type PairedLink = Pick<ReportLink, 'a' | 'b' | 'relation' | 'evidence'>;

/** The pairs of a report, one by one; passages without words where nobody can tell them. */
export function* pairsOf(
  report: Report,
  passagesOf: ((pair: PairedLink) => readonly AlignedPassage[]) | undefined,
): Iterable<ReportPair> {
  const wanted = new Set<string>();
  for (const { members } of report.groups) for (const { id } of members) wanted.add(id);
  for (const { a, b } of report.related) wanted.add(a).add(b);
  const languages = new Map<string, string>();
  for (const [id, { language }] of articlesById(report, wanted)) languages.set(id, language.bcp47);
  const toPair = (link: PairedLink & { readonly score: number }, group: string | undefined): ReportPair => ({
    ...(group === undefined ? {} : { group }),
    a: link.a,
    b: link.b,
    relation: link.relation,
    score: link.score,
    aLanguage: languages.get(link.a) ?? 'und',
    bLanguage: languages.get(link.b) ?? 'und',
    passages: passagesOf?.(link) ?? (link.evidence.passages ?? []).map(verbatim),
  });
  for (const group of report.groups) for (const link of group.links) yield toPair(link, group.id);
  const relation: Relation = 'related';
  for (const pair of report.related) yield toPair({ ...pair, relation }, undefined);
}

function verbatim(passage: Omit<PairPassage, 'score'>): PairPassage {
  const { aStart, aEnd, bStart, bEnd } = passage;
  return { aStart, aEnd, bStart, bEnd, score: 1 };
}

export function* renderPairs(
  report: Report,
  all: Iterable<ReportPair>,
  format: Format,
  options: RenderOptions,
): Iterable<string> {
  const pairs = limited(all, options.limit);
  switch (format) {
    case 'human':
      yield* humanPage(report, pairs, options);
      return;
    case 'json':
      yield* jsonDocument(report, pairs);
      return;
    case 'ndjson':
      yield* jsonRows(report, pairs);
      return;
    case 'csv':
    case 'tsv':
      yield* table(pairs, format);
      return;
    case 'md':
      yield* markdownPage(pairs);
      return;
    case 'html':
    case 'paths0':
      throw new RangeError(`${format} cannot hold pairs`);
    default:
      format satisfies never;
  }
}

function* limited<T>(all: Iterable<T>, limit = Number.POSITIVE_INFINITY): Iterable<T> {
  if (limit <= 0) return;
  let count = 0;
  for (const one of all) {
    yield one;
    if (++count >= limit) return;
  }
}

function* jsonDocument(report: Report, pairs: Iterable<ReportPair>): Iterable<string> {
  yield `{\n  "schema": ${safeJson(PAIRS_SCHEMA)},\n`;
  yield `  "tool": ${safeJson(toolRow(report.tool))},\n`;
  yield `  "run": ${safeJson(runRow(report.run))},\n`;
  yield* arrayField('pairs', rowPieces(pairs));
  yield `  "end": ${safeJson({ status: report.end.status })}\n}\n`;
}

function* rowPieces(pairs: Iterable<ReportPair>): Iterable<Iterable<string>> {
  for (const pair of pairs) yield [safeJson(pairRow(pair))];
}

function* jsonRows(report: Report, pairs: Iterable<ReportPair>): Iterable<string> {
  const { tool, run } = report;
  yield `${safeJson({ type: 'run', schema: PAIRS_SCHEMA, tool: toolRow(tool), run: runRow(run) })}\n`;
  let count = 0;
  for (const pair of pairs) {
    count++;
    yield `${safeJson({ type: 'pair', ...pairRow(pair) })}\n`;
  }
  yield `${safeJson({ type: 'end', status: report.end.status, pairs: count })}\n`;
}

/** Words come last: `cut -f 9,10` is the corpus. */
const PAIR_COLUMNS = [
  'group',
  'relation',
  'score',
  'a',
  'b',
  'aLanguage',
  'bLanguage',
  'passageScore',
  'aText',
  'bText',
] as const;

/** A row a passage; one without a passage where a pair has none, so that every pair is there. */
function* table(pairs: Iterable<ReportPair>, format: TableFormat): Iterable<string> {
  const { head, line } = tableWriter(format, PAIR_COLUMNS, 'program');
  yield head;
  for (const pair of pairs) {
    const { group = '', relation, score, a, b, aLanguage, bLanguage, passages } = pair;
    const cells = [group, relation, String(round4(score)), a, b, aLanguage, bLanguage];
    if (passages.length === 0) yield line([...cells, '', '', '']);
    for (const passage of passages) {
      yield line([...cells, String(round4(passage.score)), passage.a ?? '', passage.b ?? '']);
    }
  }
}

function* markdownPage(pairs: Iterable<ReportPair>): Iterable<string> {
  for (const { a, b, relation, score, aLanguage, bLanguage, passages } of pairs) {
    yield `## ${markdownCode(a)} and ${markdownCode(b)}\n\n${relation}, score ${scoreText(score)}\n\n`;
    if (passages.every((passage) => passage.a === undefined)) continue;
    const { head, line } = tableWriter('md', [aLanguage, bLanguage], 'program');
    yield head;
    for (const passage of passages) yield line([passage.a ?? '', passage.b ?? '']);
    yield '\n';
  }
}

function* humanPage(report: Report, pairs: Iterable<ReportPair>, options: RenderOptions): Iterable<string> {
  const palette = createPalette(options.colour);
  let count = 0;
  for (const pair of pairs) {
    if (count++ > 0) yield '\n';
    yield* pairLines(pair, palette, options.width);
  }
  if (options.quiet === true) return;
  const groups = counted(report.groups.length, 'group');
  yield `${count > 0 ? '\n' : ''}${palette.heading(`${counted(count, 'pair')} of ${groups}`)}\n`;
}
