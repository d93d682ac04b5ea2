/** An answer about articles that an archive may know, for people. Must not print what `people.ts` has not made safe. */

import { counted, scoreText, wholeNumber } from '../lib/figures.ts';
import type { LookedUp, Lookup } from '../model/lookup.ts';
import { type ArticleLine, articleLines } from './human-article.ts';
import { evidenceLines } from './human-evidence.ts';
import { relatedLines } from './human-group.ts';
import { hiddenLine, issueLines } from './human-issues.ts';
import type { RenderOptions } from './options.ts';
import type { Palette } from './palette.ts';
import { flow, type Item, whole } from './people.ts';

/** Related pairs of an article, and issues, that are shown when no `limit` says otherwise. */
const RELATED_SHOWN = 3;
const ISSUES_SHOWN = 20;

export function* lookupLines(lookup: Lookup, palette: Palette, options: RenderOptions): Iterable<string> {
  const { width, quiet } = options;
  let isFirst = true;
  for (const article of lookup.articles) {
    if (!isFirst) yield '\n';
    isFirst = false;
    yield* answerLines(article, lookup, palette, width);
  }
  if (quiet === true) return;
  yield* issueLines(lookup.issues, options.limit ?? ISSUES_SHOWN, palette);
  const { articles, known, related, new: unknown } = lookup.summary;
  const items = [
    counted(articles, 'article'),
    `${wholeNumber(known)} known`,
    `${wholeNumber(related)} related`,
    `${wholeNumber(unknown)} new`,
    `the archive as of run ${lookup.state.run}: ${counted(lookup.state.articles, 'article')}`,
  ].map((text): Item => ({ text, paint: palette.heading }));
  yield '\n';
  yield* flow(items, { width, lead: '', indent: 0, separator: ' · ' });
}

const PAINTS = { known: 'good', related: 'label', new: 'plain' } as const satisfies Record<
  LookedUp['status'],
  keyof Palette
>;
const MARKER_WIDTH = 'related'.length;

function* answerLines(article: LookedUp, lookup: Lookup, palette: Palette, width: number): Iterable<string> {
  const { status, match, related } = article;
  const lines: ArticleLine[] = [
    {
      id: article.id,
      article,
      marker: status.padEnd(MARKER_WIDTH),
      paintMarker: palette[PAINTS[status]],
      ...(match === undefined ? {} : { relation: `${match.relation} ${scoreText(match.score)}` }),
      ...ownNote(article),
    },
  ];
  if (match !== undefined) {
    lines.push({
      id: match.id,
      article: lookup.find(match.id),
      marker: 'of'.padStart(MARKER_WIDTH),
      paintMarker: palette.quiet,
      relation: '',
      note: groupNote(article),
    });
  }
  yield* articleLines(lines, palette, width);
  if (match !== undefined) yield* evidenceLines(match.links, palette, width);
  if (status !== 'related') return;
  const shown = related.slice(0, RELATED_SHOWN);
  for (const pair of shown) {
    const found = [pair.a, pair.b].flatMap((id) => lookup.find(id) ?? []);
    yield* relatedLines(pair, new Map(found.map((one) => [one.id, one])), palette, width);
  }
  yield* hiddenLine(related.length - shown.length, 'related pair', palette);
}

/** The group of an article stands beside what it was matched with, where there is such a thing. */
function ownNote(article: LookedUp): { readonly note?: string } {
  const notes = [
    ...(article.isArchived === true ? ['stands in the archive'] : []),
    ...(article.match === undefined && article.group !== undefined ? [groupNote(article)] : []),
  ];
  return notes.length === 0 ? {} : { note: notes.join('; ') };
}

function groupNote({ group }: LookedUp): string {
  if (group === undefined) return '';
  const known = group.knownAs.length === 0 ? '' : `, known as ${group.knownAs.map(whole).join(' ')}`;
  return `group ${whole(group.id)}${known}, canonical ${whole(group.canonical)}`;
}
