/**
 * The title of a page dump: it stands above the text, or is told apart there by being repeated. Owns the search; drops
 * nothing. Looks at a fixed number of lines.
 */
import type { Line, Page } from './page.ts';

/** Lines above the text among which its title is sought. */
const TITLE_WINDOW = 25;
const MIN_TITLE = 15;
const MAX_TITLE = 250;

/** Titles ask and shout, but do not end in a full stop. */
export function asksOrShouts(text: string): boolean {
  return '!?！？؟'.includes(text.charAt(text.length - 1));
}

/**
 * The line above the text (which begins at line `first`) that is most like a title: long but no statement, near the
 * text, best of all repeated on the page (as the last item of the trail, or below the picture); -1 when there is none.
 * Statements were candidates once: F1 of aeb 0.8946, without them 0.8973; of wcxb articles 0.9212 and 0.9213.
 */
export function findTitle(page: Page, first: number, labelCounts: ReadonlyMap<string, number>): number {
  let title = -1;
  let bestScore = 0;
  for (let i = Math.max(0, first - TITLE_WINDOW); i < first; i++) {
    const line = page.lines[i];
    if (line === undefined || line.phrase !== undefined) continue;
    if (line.length < MIN_TITLE || line.length > MAX_TITLE || isStatement(line)) continue;
    const isRepeated = (labelCounts.get(line.label) ?? 0) > 1;
    const score = Math.min(line.length, 80) + (isRepeated ? 40 : 0) - 4 * (first - i);
    if (score > bestScore) {
      bestScore = score;
      title = i;
    }
  }
  return title;
}

function isStatement(line: Line): boolean {
  return line.isProse && line.isTerminal && !asksOrShouts(line.text);
}
