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

/** Lines at the end of a page where a note of transparency may stand. */
const FOOT_LINES = 3;

/**
 * Drops notes of transparency: those that are a sentence of their own anywhere, those that only a word announces
 * ("Transparency: ...", which may be an item of a list) in the head, in the last lines, and above other chrome.
 */
export function markTransparency(page: Page, marks: Marks): void {
  const head = headEnd(page);
  page.lines.forEach((line, i) => {
    if (line.phrase !== 'transparency') return;
    const isAtEdge = i < head || i >= page.lines.length - FOOT_LINES;
    const isAboveChrome = page.lines[i + 1]?.phrase !== undefined;
    if (isAtEdge || isAboveChrome || !opensWithWord(line.label)) drop(marks, i, 'transparency', 0.85);
  });
}

/** Whether a colon stands right behind the first word. */
function opensWithWord(label: string): boolean {
  const colon = label.search(/[:：]/);
  return colon < 0 ? !label.includes(' ') : !label.slice(0, colon).trimEnd().includes(' ');
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
