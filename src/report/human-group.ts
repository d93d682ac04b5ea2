/** One group for people: what it is, its articles, why they belong together. Must not print what `limit` hides. */

import { counted, scoreText, wholeNumber } from '../lib/figures.ts';
import type { ReportArticle, ReportGroup, ReportMember, ReportRelated } from '../model/report.ts';
import { type ArticleLine, articleLines } from './human-article.ts';
import { evidenceLines } from './human-evidence.ts';
import type { Palette } from './palette.ts';
import { flow, type Item, whole } from './people.ts';

export type Articles = ReadonlyMap<string, ReportArticle>;

/** A wire report reprinted by a thousand papers must not push the other groups off the screen. */
const MEMBERS_SHOWN = 20;
const CANONICAL_MARKER = '*';

/** The canonical, then the others in the order of the report, as many as are shown. */
export function shownMembers(group: ReportGroup): readonly ReportMember[] {
  const shown = group.members.filter((member) => member.id === group.canonical).slice(0, 1);
  for (const member of group.members) {
    if (shown.length >= MEMBERS_SHOWN) break;
    if (member.id !== group.canonical) shown.push(member);
  }
  return shown;
}

export function* groupLines(
  group: ReportGroup,
  articles: Articles,
  palette: Palette,
  width: number,
): Iterable<string> {
  yield* flow(headItems(group, palette), { width, lead: '', indent: 0, hang: 5, separator: '  ' });
  const members = shownMembers(group);
  const lines = members.map((member): ArticleLine => {
    const isCanonical = member.id === group.canonical;
    return {
      id: member.id,
      article: articles.get(member.id),
      marker: isCanonical ? CANONICAL_MARKER : ' ',
      paintMarker: palette.good,
      relation: isCanonical ? 'canonical' : `${member.relation} ${scoreText(member.score)}`,
      ...(isCanonical ? { note: `canonical: ${group.canonicalReason}` } : {}),
    };
  });
  yield* articleLines(lines, palette, width);
  const hidden = group.members.length - members.length;
  if (hidden > 0) yield palette.quiet(`     and ${wholeNumber(hidden)} more: -f json\n`);
  yield* evidenceLines(group.links, palette, width);
}

export function headItems(group: ReportGroup, palette: Palette): readonly Item[] {
  return [
    { text: whole(group.id), paint: palette.heading },
    { text: group.kind, paint: palette.label },
    { text: counted(group.members.length, 'article'), paint: palette.plain },
    { text: whole(group.languages.join(' ')), paint: palette.plain },
    { text: `confidence ${scoreText(group.confidence)}`, paint: palette.plain },
    { text: `weakest link ${scoreText(group.weakestLink)}`, paint: palette.quiet },
    ...(group.isNew === true ? [{ text: 'new', paint: palette.good }] : []),
  ];
}

export function* relatedLines(
  pair: ReportRelated,
  articles: Articles,
  palette: Palette,
  width: number,
): Iterable<string> {
  const score = scoreText(pair.score);
  const lines = [pair.a, pair.b].map(
    (id, side): ArticleLine => ({
      id,
      article: articles.get(id),
      marker: side === 0 ? score : ' '.repeat(score.length),
      paintMarker: palette.label,
    }),
  );
  yield* articleLines(lines, palette, width);
  yield* evidenceLines([pair], palette, width);
}
