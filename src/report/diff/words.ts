/** The words for changes, the same on a terminal and in Markdown. Must not lay anything out. */

import { counted, wholeNumber } from '../../lib/figures.ts';
import type { Change, Diff } from '../../model/diff.ts';

/** `grown, canonical`. */
export function changeName({ changes }: Change): string {
  return changes.join(', ');
}

/** The group that a change is told of: the first new one, or the first of those that vanished. */
export function subjectOf({ old, new: now }: Change): Change['old'][number] | undefined {
  return now[0] ?? old[0];
}

/** `3 -> 2 + 2 articles`; sizes before and after. */
export function sizes({ old, new: now }: Change): string {
  const sum = (groups: Change['old']): string =>
    groups.map(({ members }) => wholeNumber(members)).join(' + ');
  if (old.length === 0) return counted(total(now), 'article');
  if (now.length === 0) return `${sum(old)} articles before`;
  return sum(old) === sum(now) ? `${sum(now)} articles` : `${sum(old)} -> ${sum(now)} articles`;
}

function total(groups: Change['old']): number {
  return groups.reduce((sum, { members }) => sum + members, 0);
}

/** `1 new · 2 grown · 40 unchanged`. */
export function summaryItems({ summary: { unchanged, changes } }: Diff): readonly string[] {
  const items = Object.entries(changes).map(
    ([name, count]) => `${wholeNumber(count)} ${PHRASES[name] ?? name}`,
  );
  return [...items, `${wholeNumber(unchanged)} unchanged`];
}

const PHRASES: Readonly<Record<string, string>> = { canonical: 'with another canonical' };
