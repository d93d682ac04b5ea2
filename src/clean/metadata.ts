/**
 * Lines about the article between its title and its text, and lines that stand alone inside it: bylines, notes on
 * how it was made, advertisement marks, prompts. Each is dropped alone, never with what follows. Linear.
 */
import type { DropReason } from '../model/article.ts';
import { drop, type Marks } from './marks.ts';
import type { Page } from './page.ts';

/** Prose this long is the text itself; what stands above it is the head of the article. */
const MIN_TEXT = 100;
const MAX_HEAD_LINES = 12;

/** The first line that belongs to the text: everything before it is head. */
export function headEnd(page: Page): number {
  const end = page.lines.findIndex((line) => line.isProse && line.length >= MIN_TEXT);
  return Math.min(end < 0 ? page.lines.length : end, MAX_HEAD_LINES);
}

/** Drops notes of transparency in the head and in the last lines. */
export function markTransparency(page: Page, marks: Marks): void {
  const head = headEnd(page);
  page.lines.forEach((line, i) => {
    const isAtEdge = i < head || i >= page.lines.length - 3;
    if (isAtEdge && line.phrase === 'transparency') drop(marks, i, 'transparency', 0.85);
  });
}

/** Drops lines that only mark an advertisement or lead to another page. */
export function markInline(page: Page, marks: Marks): void {
  page.lines.forEach((line, i) => {
    if (line.phrase === 'advertisement' || line.phrase === 'read-more') drop(marks, i, 'advertisement', 0.85);
  });
}

/** On a page that shows chrome: bylines of the head, and single prompts and buttons anywhere. */
export function markPrompts(page: Page, marks: Marks, isGateOpen: boolean): void {
  const head = headEnd(page);
  page.lines.forEach((line, i) => {
    if (line.phrase === undefined) return;
    if (line.phrase === 'byline' || line.phrase === 'credit') {
      if (isGateOpen || i < head) drop(marks, i, 'byline', 0.8);
      return;
    }
    if (line.phrase === 'date') {
      // Inside the text it may head a day of a chronicle.
      if (i < head) drop(marks, i, 'byline', 0.8);
      return;
    }
    const reason = REASON_OF_PROMPT[line.phrase];
    if (reason !== undefined && (isGateOpen || line.phrase === 'newsletter')) drop(marks, i, reason, 0.75);
  });
}

const REASON_OF_PROMPT: Partial<Record<NonNullable<Page['lines'][number]['phrase']>, DropReason>> = {
  share: 'share',
  newsletter: 'newsletter',
  comments: 'comments',
  navigation: 'navigation',
  closer: 'closer',
};
