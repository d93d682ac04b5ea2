/**
 * All of one group as the pieces of one JSON block: members, links with their evidence, texts. Must not hold more than
 * one article at a time as a string, nor write a text twice that several members share.
 */
import { sha256 } from '../../lib/digest.ts';
import { round4 } from '../../lib/order.ts';
import type { Report, ReportArticle, ReportGroup, ReportMember } from '../../model/report.ts';
import { linkRow, type Row } from '../rows.ts';
import { inertJson } from './escape.ts';
import type { MemberData, RelatedBrief } from './shape.ts';
import { textData } from './text-data.ts';

/** What a page can still show; the JSON report has them all, and the page says how many are left. */
const MEMBERS_IN_PAGE = 1000;
/** Distinct texts of one group: nobody reads more side by side. */
const TEXTS_IN_PAGE = 200;

export interface GroupSources {
  readonly articles: ReadonlyMap<string, ReportArticle>;
  /** Absent: no texts. */
  readonly bodyOf: Report['bodyOf'] | undefined;
  readonly related: readonly RelatedBrief[];
}

export function* groupData(group: ReportGroup, sources: GroupSources): Iterable<string> {
  const members = shownMembers(group);
  const positions = new Map(members.map(({ id }, position) => [id, position]));
  yield inertJson({
    id: group.id,
    canonical: positions.get(group.canonical) ?? 0,
    canonicalReason: group.canonicalReason,
    formerIds: group.formerIds,
    left: members.length < group.members.length ? group.members.length - members.length : undefined,
    related: sources.related.length > 0 ? sources.related : undefined,
  }).slice(0, -1);
  yield ',"texts":[';
  const textOf = yield* distinctTexts(members, sources);
  yield '],"members":[';
  for (const [i, member] of members.entries()) {
    const row = memberData(member, sources.articles.get(member.id), positions, textOf.get(i));
    yield (i > 0 ? ',' : '') + inertJson(row);
  }
  yield '],"links":[';
  let separator = '';
  for (const link of group.links) {
    const [a, b] = [positions.get(link.a), positions.get(link.b)];
    if (a === undefined || b === undefined) continue;
    const row: Row = { ...linkRow(link), a, b };
    yield separator + inertJson(row);
    separator = ',';
  }
  yield ']}';
}

/** The first ones, and the canonical wherever it stands. */
function shownMembers(group: ReportGroup): readonly ReportMember[] {
  if (group.members.length <= MEMBERS_IN_PAGE) return group.members;
  const first = group.members.slice(0, MEMBERS_IN_PAGE);
  const canonical = group.members.find(({ id }) => id === group.canonical);
  return canonical === undefined || first.includes(canonical) ? first : [canonical, ...first.slice(1)];
}

/** Yields each distinct text once; returns which member reads which. */
function* distinctTexts(
  members: readonly ReportMember[],
  { bodyOf }: GroupSources,
): Generator<string, ReadonlyMap<number, number>> {
  const textOf = new Map<number, number>();
  if (bodyOf === undefined) return textOf;
  const known = new Map<string, number>();
  for (const [i, { id }] of members.entries()) {
    if (known.size === TEXTS_IN_PAGE) break;
    const body = bodyOf(id);
    if (body === undefined) continue;
    const text = inertJson(textData(body));
    const digest = sha256(text);
    let position = known.get(digest);
    if (position === undefined) {
      position = known.size;
      known.set(digest, position);
      yield (position > 0 ? ',' : '') + text;
    }
    textOf.set(i, position);
  }
  return textOf;
}

function memberData(
  member: ReportMember,
  article: ReportArticle | undefined,
  positions: ReadonlyMap<string, number>,
  text: number | undefined,
): MemberData | Row {
  const { id, relation, via, score } = member;
  return {
    id,
    path: article?.path ?? '',
    record: article?.record,
    title: article?.title ?? '',
    language: article?.language.bcp47 ?? 'und',
    date: article?.date,
    source: article?.source,
    url: article?.url,
    characters: article?.characters ?? 0,
    kept: round4(article?.kept ?? 1),
    relation,
    via: via === undefined ? undefined : positions.get(via),
    score: round4(score),
    textDigest: article?.textDigest ?? '',
    rawDigest: article?.rawDigest ?? '',
    text,
  };
}
