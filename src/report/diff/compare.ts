/**
 * What became of the groups from one report to another. Owns which groups belong together and what their change is called;
 * must not render. Memory for the articles in groups alone; linear in both reports.
 */
import { DisjointSet } from '../../lib/disjoint-set.ts';
import {
  type AddedArticle,
  type Change,
  DIFF_SCHEMA,
  type Diff,
  type DiffGroup,
  type DiffSide,
  GROUP_CHANGES,
  type GroupChange,
  type RemovedArticle,
} from '../../model/diff.ts';
import type { Report, ReportArticle } from '../../model/report.ts';
import { sameArticles } from './same-articles.ts';

/** A group without its evidence. */
interface Trace {
  readonly id: string;
  readonly canonical: string;
  readonly members: readonly string[];
}

/** A report as far as it is compared. */
interface Side {
  readonly groups: readonly Trace[];
  /** Position of the group of each grouped article. */
  readonly groupOf: ReadonlyMap<string, number>;
  /** Grouped articles, and those that the other report has in a group. */
  readonly articles: ReadonlyMap<string, ReportArticle>;
}

/** Ids of new articles to the ids that they had. */
type Counterparts = ReadonlyMap<string, string>;

export function compareReports(old: Report, now: Report, tool: Report['tool']): Diff {
  const [before, after] = sidesOf(old, now);
  const counterparts: Counterparts = sameArticles(
    [...before.articles.values()],
    [...after.articles.values()],
  );
  const present = new Set(counterparts.values());
  const changes: Change[] = [];
  let unchanged = 0;
  for (const { olds, nows } of together(before, after, counterparts)) {
    const change = changeOf(olds, nows, before, after, counterparts, present);
    if (change.changes.length > 0) changes.push(change);
    else unchanged++;
  }
  return {
    schema: DIFF_SCHEMA,
    tool,
    old: sideRow(old),
    new: sideRow(now),
    changes,
    summary: { unchanged, changes: countsOf(changes) },
    end: { status: 'complete' },
  };
}

function sideRow({ tool, run, summary: { articles, groups, redundant } }: Report): DiffSide {
  return { tool, run, summary: { articles, groups, redundant } };
}

function sidesOf(old: Report, now: Report): readonly [Side, Side] {
  const [olds, nows] = [tracesOf(old), tracesOf(now)];
  const [oldOf, nowOf] = [positions(olds), positions(nows)];
  // What an article of a group is on the other side is asked of all articles there, and most of them are in no group.
  const keys = new Set<string>();
  const isGrouped = ({ id }: ReportArticle): boolean => oldOf.has(id) || nowOf.has(id);
  for (const report of [old, now]) {
    for (const article of report.articles) {
      if (isGrouped(article)) keys.add(article.rawDigest).add(article.textDigest);
    }
  }
  const kept = (report: Report): ReadonlyMap<string, ReportArticle> => {
    const articles = new Map<string, ReportArticle>();
    for (const article of report.articles) {
      if (isGrouped(article) || keys.has(article.rawDigest) || keys.has(article.textDigest))
        articles.set(article.id, article);
    }
    return articles;
  };
  return [
    { groups: olds, groupOf: oldOf, articles: kept(old) },
    { groups: nows, groupOf: nowOf, articles: kept(now) },
  ];
}

function tracesOf(report: Report): readonly Trace[] {
  return Array.from(report.groups, ({ id, canonical, members }) => ({
    id,
    canonical,
    members: members.map((member) => member.id),
  }));
}

function positions(groups: readonly Trace[]): ReadonlyMap<string, number> {
  const groupOf = new Map<string, number>();
  groups.forEach(({ members }, n) => {
    for (const id of members) groupOf.set(id, n);
  });
  return groupOf;
}

interface Together {
  readonly olds: readonly number[];
  readonly nows: readonly number[];
}

/** Groups of both sides that share articles; in the order of the new report, then those that only the old one has. */
function together(before: Side, after: Side, counterparts: Counterparts): Iterable<Together> {
  const shift = after.groups.length;
  const sets = new DisjointSet(shift + before.groups.length);
  for (const [id, n] of after.groupOf) {
    const was = before.groupOf.get(counterparts.get(id) ?? '');
    if (was !== undefined && counterparts.has(id)) sets.union(n, shift + was);
  }
  const entries = new Map<number, { olds: number[]; nows: number[] }>();
  for (let n = 0; n < shift + before.groups.length; n++) {
    const root = sets.find(n);
    const entry = entries.get(root) ?? { olds: [], nows: [] };
    entries.set(root, entry);
    if (n < shift) entry.nows.push(n);
    else entry.olds.push(n - shift);
  }
  return entries.values();
}

function changeOf(
  olds: readonly number[],
  nows: readonly number[],
  before: Side,
  after: Side,
  counterparts: Counterparts,
  present: ReadonlySet<string>,
): Change {
  const oldGroups = olds.map((n) => before.groups[n]!);
  const nowGroups = nows.map((n) => after.groups[n]!);
  const stayed = new Set<string>();
  const added: AddedArticle[] = [];
  for (const id of nowGroups.flatMap(({ members }) => members)) {
    const was = counterparts.get(id);
    if (was !== undefined && before.groupOf.has(was)) stayed.add(was);
    else added.push({ ...wordsOf(id, after), ...(was === undefined ? { isNew: true as const } : {}) });
  }
  const removed: RemovedArticle[] = [];
  for (const id of oldGroups.flatMap(({ members }) => members)) {
    if (stayed.has(id)) continue;
    removed.push({ ...wordsOf(id, before), ...(present.has(id) ? {} : { isGone: true as const }) });
  }
  return {
    changes: namesOf(oldGroups, nowGroups, added.length, removed.length, counterparts),
    old: oldGroups.map((group) => groupRow(group, before)),
    new: nowGroups.map((group) => groupRow(group, after)),
    added,
    removed,
  };
}

function namesOf(
  old: readonly Trace[],
  now: readonly Trace[],
  added: number,
  removed: number,
  counterparts: Counterparts,
): readonly GroupChange[] {
  if (old.length === 0) return ['new'];
  if (now.length === 0) return ['vanished'];
  const isOne = old.length === 1 && now.length === 1;
  const is: Readonly<Record<GroupChange, boolean>> = {
    new: false,
    vanished: false,
    split: now.length > 1,
    merged: old.length > 1,
    grown: added > 0,
    shrunk: removed > 0,
    canonical: isOne && counterparts.get(now[0]!.canonical) !== old[0]!.canonical,
  };
  return GROUP_CHANGES.filter((change) => is[change]);
}

function groupRow({ id, canonical, members }: Trace, side: Side): DiffGroup {
  return { id, canonical, title: wordsOf(canonical, side).title, members: members.length };
}

function wordsOf(id: string, { articles }: Side): { id: string; title: string; language: string } {
  const article = articles.get(id);
  return { id, title: article?.title ?? '', language: article?.language.bcp47 ?? 'und' };
}

function countsOf(changes: readonly Change[]): Diff['summary']['changes'] {
  const counts = new Map<GroupChange, number>();
  for (const change of changes)
    for (const name of change.changes) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(
    GROUP_CHANGES.filter((name) => counts.has(name)).map((name) => [name, counts.get(name)!]),
  );
}
