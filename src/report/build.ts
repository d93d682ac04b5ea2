/**
 * Findings about indexes to the published report: ids, order, counts. Owns the shape of `dedupe.report/1`; must not
 * render it or judge anything. Articles are read through the port while the report is written.
 */
import { sha256 } from '../lib/digest.ts';
import { compareCodeUnits, round4 } from '../lib/order.ts';
import type { ArticleHead, ArticleIndex } from '../model/article.ts';
import type { Group, GroupHistory, GroupTrace } from '../model/group.ts';
import type { Issue } from '../model/issue.ts';
import type { Evidence, Link } from '../model/match.ts';
import type { ArticlePort } from '../model/port.ts';
import {
  type ArticleBody,
  REPORT_SCHEMA,
  type Report,
  type ReportArticle,
  type ReportGroup,
  type ReportLink,
  type ReportRelated,
  type RunManifest,
  type Sequence,
  type Summary,
} from '../model/report.ts';
import { mapped } from './sequence.ts';

export interface ReportInput {
  readonly tool: { readonly name: string; readonly version: string };
  readonly run: RunManifest;
  readonly groups: readonly Group[];
  /** Pairs of relation `related`. */
  readonly related: readonly Link[];
  readonly issues: readonly Issue[];
  /** BCP 47 of each article, by index. */
  readonly languages: readonly string[];
  /** What became of the groups since the last run of a state. */
  readonly history?: ReadonlyMap<Group, GroupHistory>;
  /** Articles that are listed, ascending; absent: all. */
  readonly listed?: readonly ArticleIndex[];
}

export function buildReport(input: ReportInput, port: ArticlePort): Report {
  return {
    schema: REPORT_SCHEMA,
    tool: input.tool,
    run: input.run,
    articles: { [Symbol.iterator]: () => reportArticles(input.listed, port) },
    groups: mapped(input.groups, (group) =>
      reportGroup(group, port, input.languages, input.history?.get(group)),
    ),
    related: relatedInOrder(input.related, port),
    issues: [...input.issues].sort(byPlace),
    summary: summarise(input),
    end: { status: 'complete' },
    bodyOf: bodiesOf(input.groups, port),
  };
}

/** Finds bodies by id; the ids are gathered when the first is asked for: most reports show none. */
function bodiesOf(groups: readonly Group[], port: ArticlePort): (id: string) => ArticleBody | undefined {
  let indexes: Map<string, ArticleIndex> | undefined;
  return (id) => {
    indexes ??= new Map(
      groups.flatMap(({ members }) => members.map(({ index }) => [port.head(index).id, index] as const)),
    );
    const index = indexes.get(id);
    return index === undefined ? undefined : port.get(index);
  };
}

function* reportArticles(
  listed: readonly ArticleIndex[] | undefined,
  port: ArticlePort,
): Iterator<ReportArticle> {
  if (listed !== undefined) {
    for (const index of listed) yield reportArticle(port.head(index));
    return;
  }
  for (let index = 0; index < port.count; index++) yield reportArticle(port.head(index));
}

export function reportArticle(article: ArticleHead): ReportArticle {
  const { id, path, pathBytes, record, offset, sourceId, title, date, url, source } = article;
  return {
    id,
    path,
    ...(pathBytes === undefined ? {} : { pathBytes }),
    ...(record === undefined ? {} : { record }),
    ...(offset === undefined ? {} : { offset }),
    ...(sourceId === undefined ? {} : { sourceId }),
    language: { ...article.language, confidence: round4(article.language.confidence) },
    title,
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
    ...(source === undefined ? {} : { source }),
    characters: article.characters,
    kept: round4(article.kept),
    rawDigest: article.rawDigest,
    textDigest: article.textDigest,
  };
}

/** By what a group is known again in a later run. */
export function traceOf(group: Group, port: ArticlePort): GroupTrace {
  const heads = group.members.map(({ index }) => port.head(index));
  return {
    id: groupId(group, heads),
    canonical: port.head(group.canonical).id,
    ids: heads.map(({ id }) => id),
    rawDigests: heads.map(({ rawDigest }) => rawDigest),
  };
}

/**
 * Follows from the texts alone: free of paths and history. Where it was decided that articles with one text are
 * different, that text is in several groups: all but the first are told apart by the smallest id of their members.
 */
function groupId({ isParted }: Group, members: readonly ArticleHead[]): string {
  const smallest = smallestOf(members.map(({ textDigest }) => textDigest));
  const name = isParted === true ? `${smallest} ${smallestOf(members.map(({ id }) => id))}` : smallest;
  return `g${sha256(name).slice(0, 16)}`;
}

function smallestOf(texts: readonly string[]): string {
  return texts.reduce((a, b) => (b < a ? b : a));
}

export function reportGroup(
  group: Group,
  port: ArticlePort,
  languages: readonly string[],
  history: GroupHistory | undefined,
): ReportGroup {
  const heads = group.members.map(({ index }) => port.head(index));
  const ids = new Map(group.members.map(({ index }, i) => [index, heads[i]!.id]));
  const idOf = (index: ArticleIndex): string => ids.get(index) ?? '';
  return {
    id: groupId(group, heads),
    kind: group.kind,
    languages: [...new Set(group.members.map((member) => languages[member.index] ?? 'und'))].sort(
      compareCodeUnits,
    ),
    canonical: idOf(group.canonical),
    canonicalReason: group.canonicalReason,
    confidence: round4(group.confidence),
    weakestLink: round4(group.weakestLink),
    ...(history?.isNew === true ? { isNew: true } : {}),
    ...(history === undefined || history.formerIds.length === 0 ? {} : { formerIds: history.formerIds }),
    members: group.members.map((member) => ({
      id: idOf(member.index),
      relation: member.relation,
      ...(member.via === undefined ? {} : { via: idOf(member.via) }),
      score: round4(member.score),
    })),
    links: group.links.map((link) => reportLink(link, idOf(link.a), idOf(link.b))).sort(byIds),
  };
}

/** Orders the two sides by id, and everything that names a side with them. */
export function reportLink(link: Link, idA: string, idB: string): ReportLink {
  const swap = compareCodeUnits(idA, idB) > 0;
  const inner = link.inner === undefined || !swap ? link.inner : link.inner === 'a' ? 'b' : 'a';
  return {
    a: swap ? idB : idA,
    b: swap ? idA : idB,
    relation: link.relation,
    ...(link.identical === undefined ? {} : { identical: link.identical }),
    ...(inner === undefined ? {} : { inner }),
    ...(link.reason === undefined ? {} : { reason: link.reason }),
    score: round4(link.score),
    evidence: orderedEvidence(link.evidence(), swap),
  };
}

/** By ids; their evidence is read when they are shown. */
function relatedInOrder(related: readonly Link[], port: ArticlePort): Sequence<ReportRelated> {
  const sided = related.map((link) => {
    const [idA, idB] = [port.head(link.a).id, port.head(link.b).id];
    const isInOrder = compareCodeUnits(idA, idB) <= 0;
    return { link, idA, idB, a: isInOrder ? idA : idB, b: isInOrder ? idB : idA };
  });
  return mapped(sided.sort(byIds), ({ link, idA, idB }) => {
    const { a, b, score, evidence } = reportLink(link, idA, idB);
    return { a, b, score, evidence };
  });
}

function orderedEvidence(evidence: Evidence, swap: boolean): Evidence {
  const sides = <T extends { readonly a: string; readonly b: string; readonly weight: number }>(
    shared: T,
  ): T => ({
    ...shared,
    ...(swap ? { a: shared.b, b: shared.a } : {}),
    weight: round4(shared.weight),
  });
  const { concepts, passages, resemblance, containment, against } = evidence;
  return {
    names: evidence.names.map(sides),
    numbers: evidence.numbers.map(sides),
    ...(concepts === undefined ? {} : { concepts: concepts.map(sides) }),
    ...(passages === undefined
      ? {}
      : {
          passages: swap
            ? passages
                .map((p) => ({ aStart: p.bStart, aEnd: p.bEnd, bStart: p.aStart, bEnd: p.aEnd }))
                .sort((x, y) => x.aStart - y.aStart)
            : passages,
        }),
    ...(resemblance === undefined ? {} : { resemblance: round4(resemblance) }),
    ...(containment === undefined ? {} : { containment: round4(containment) }),
    ...(against === undefined ? {} : { against }),
  };
}

function summarise(input: ReportInput): Summary {
  const { groups, listed } = input;
  const languages = listed?.map((index) => input.languages[index] ?? 'und') ?? input.languages;
  return {
    articles: languages.length,
    groups: groups.length,
    redundant: groups.reduce((sum, group) => sum + group.members.length - 1, 0),
    languages: countBy(languages),
    issues: countBy(input.issues.map((issue) => issue.code)),
  };
}

/** Counts with keys in code-unit order; safe for keys such as `__proto__`. */
export function countBy(values: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => compareCodeUnits(a, b)));
}

export function byIds(
  x: { readonly a: string; readonly b: string },
  y: { readonly a: string; readonly b: string },
): number {
  return compareCodeUnits(x.a, y.a) || compareCodeUnits(x.b, y.b);
}

export function byPlace(x: Issue, y: Issue): number {
  return (
    compareCodeUnits(x.path, y.path) ||
    (x.record ?? 0) - (y.record ?? 0) ||
    (x.offset ?? 0) - (y.offset ?? 0) ||
    compareCodeUnits(x.code, y.code) ||
    compareCodeUnits(x.message, y.message)
  );
}
