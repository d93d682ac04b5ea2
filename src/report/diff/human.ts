/** What changed between two reports, for people. Must not let a control character of an article through. */

import { counted } from '../../lib/figures.ts';
import type { AddedArticle, Change, Diff, RemovedArticle } from '../../model/diff.ts';
import { hiddenLine } from '../human-issues.ts';
import type { RenderOptions } from '../options.ts';
import { createPalette, type Paint, type Palette } from '../palette.ts';
import { flow, type Item, shown, whole } from '../people.ts';
import { firstOf } from '../sequence.ts';
import { changeName, sizes, subjectOf, summaryItems } from './words.ts';

/** Articles of one change that are shown: a wire report reprinted by thousands must not push the others away. */
const ARTICLES_SHOWN = 10;

export function* renderHumanDiff(
  diff: Diff,
  { colour, width, quiet, limit }: RenderOptions,
): Iterable<string> {
  const palette = createPalette(colour);
  const changes = firstOf(diff.changes, limit ?? diff.changes.length);
  for (const change of changes) {
    yield* changeLines(change, palette, width);
    yield '\n';
  }
  yield* hiddenLine(diff.changes.length - changes.length, 'change', palette);
  if (quiet === true) return;
  const items = [
    `${counted(diff.old.summary.groups, 'group')} before, ${counted(diff.new.summary.groups, 'group')} now`,
    ...summaryItems(diff),
  ].map((text): Item => ({ text, paint: palette.heading }));
  yield* flow(items, { width, lead: '', indent: 0, separator: ' · ' });
}

function* changeLines(change: Change, palette: Palette, width: number): Iterable<string> {
  const subject = subjectOf(change);
  const items: Item[] = [
    { text: changeName(change), paint: palette.label },
    { text: idsOf(change), paint: palette.heading },
    { text: sizes(change), paint: palette.plain },
  ];
  yield* flow(items, { width, lead: '', indent: 0, separator: '  ' });
  const title = shown(subject?.title ?? '', width - INDENT.length);
  if (title !== '') yield `${INDENT}${title}\n`;
  if (change.changes.includes('canonical')) {
    yield `${INDENT}${palette.label('canonical')}  ${whole(change.old[0]?.canonical ?? '')} -> ${whole(change.new[0]?.canonical ?? '')}\n`;
  }
  yield* articleLines(change.added, '+', palette.good, palette, width);
  yield* articleLines(change.removed, '-', palette.bad, palette, width);
}

const INDENT = '    ';

/** `g1 + g2 -> g3`; one id where it stayed. */
function idsOf({ old, new: now }: Change): string {
  const [before, after] = [old, now].map((groups) => groups.map(({ id }) => whole(id)).join(' + '));
  if (before === '' || before === after) return after ?? '';
  return after === '' ? (before ?? '') : `${before} -> ${after}`;
}

function* articleLines(
  articles: readonly (AddedArticle & RemovedArticle)[],
  mark: string,
  paint: Paint,
  palette: Palette,
  width: number,
): Iterable<string> {
  for (const { id, title, language, isNew, isGone } of articles.slice(0, ARTICLES_SHOWN)) {
    const note = isNew === true ? '  (new)' : isGone === true ? '  (gone)' : '';
    const lead = `  ${mark} ${whole(language)}  `;
    yield `${paint(lead)}${shown(title, width - lead.length)}\n`;
    yield `${INDENT}${palette.quiet(whole(id) + note)}\n`;
  }
  const hidden = articles.length - ARTICLES_SHOWN;
  if (hidden > 0) yield `${palette.quiet(`  ${mark} and ${hidden} more`)}\n`;
}
