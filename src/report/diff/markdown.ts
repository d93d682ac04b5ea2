/**
 * What changed between two reports, as Markdown (GitHub's) for a ticket or a message. Must not let an article write markup:
 * every character of its words that could is escaped.
 */

import { counted } from '../../lib/figures.ts';
import { visibleLine } from '../../lib/visible.ts';
import type { AddedArticle, Change, Diff, RemovedArticle } from '../../model/diff.ts';
import { changeName, sizes, subjectOf, summaryItems } from './words.ts';

/** Characters of a title that are shown. */
const TITLE = 200;

export function* renderMarkdownDiff(diff: Diff): Iterable<string> {
  const { old, new: now } = diff;
  yield '# Changes between two reports\n\n';
  yield `${counted(old.summary.groups, 'group')} before, ${counted(now.summary.groups, 'group')} now: ${summaryItems(diff).join(', ')}.\n`;
  for (const change of diff.changes) yield* changeLines(change);
}

function* changeLines(change: Change): Iterable<string> {
  const subject = subjectOf(change);
  const title = words(subject?.title ?? '');
  yield `\n## ${changeName(change)}: ${title === '' ? code(subject?.canonical ?? '') : title}\n\n`;
  const ids = (groups: Change['old']): string => groups.map(({ id }) => code(id)).join(' + ');
  const isSame = ids(change.old) === ids(change.new) || change.old.length === 0 || change.new.length === 0;
  yield `${isSame ? ids(change.new) || ids(change.old) : `${ids(change.old)} → ${ids(change.new)}`}, ${sizes(change).replace('->', '→')}\n`;
  if (change.changes.includes('canonical')) {
    yield `\nCanonical: ${code(change.old[0]?.canonical ?? '')} → ${code(change.new[0]?.canonical ?? '')}\n`;
  }
  if (change.added.length + change.removed.length > 0) yield '\n';
  for (const article of change.added) yield articleLine(article, '+');
  for (const article of change.removed) yield articleLine(article, '−');
}

function articleLine(
  { id, title, language, isNew, isGone }: AddedArticle & RemovedArticle,
  mark: string,
): string {
  const note = isNew === true ? ' (new)' : isGone === true ? ' (gone)' : '';
  return `- ${mark} ${words(language)} ${words(title)} ${code(id)}${note}\n`;
}

/** Plain words: nothing in them is markup, a link, an entity or HTML. */
function words(text: string): string {
  return visibleLine(text.slice(0, TITLE)).replace(/[\\`*_{}[\]()<>#+\-.!|~&:@/]/g, '\\$&');
}

/** A code span that its content cannot end. */
function code(text: string): string {
  const content = visibleLine(text);
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${content}${pad}${fence}`;
}
