/**
 * Lines about the article between its title and its text, and lines that stand alone inside it: bylines, notes on
 * how it was made, advertisement marks, prompts. Each is dropped alone, never with what follows. Linear.
 */
import { labelOf } from './line.ts';
import { drop, type Marks, REASON_OF_PHRASE } from './marks.ts';
import type { Page } from './page.ts';
import type { PhraseClass } from './phrases/phrase-list.ts';
import { MIN_TITLE } from './title-candidates.ts';

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
    if (isAtEdge || isAboveChrome || !opensWithWord(labelOf(line))) drop(marks, i, 'transparency', 0.85);
  });
}

/** Whether a colon stands right behind the first word. */
function opensWithWord(label: string): boolean {
  const colon = label.search(/[:：]/);
  return colon < 0 ? !label.includes(' ') : !label.slice(0, colon).trimEnd().includes(' ');
}

/** Who owns the page: no article says it so, and not at its end. */
const RIGHTS = /^(?:©|\(c\) |copyright (?:©|\(c\)|\d{4}|[^.]{1,60}\. all rights reserved))/i;

/** Whether line `i` stands among the last ones and names the owner of the page, as a line or in a sentence. */
function isRights({ lines }: Page, i: number): boolean {
  return i >= lines.length - FOOT_LINES && RIGHTS.test(lines[i]!.text);
}

/** Drops lines that only mark an advertisement or lead to another page. */
export function markInline(page: Page, marks: Marks): void {
  page.lines.forEach((line, i) => {
    const isLink = line.phrase === 'advertisement' || line.phrase === 'read-more';
    if (isLink) drop(marks, i, REASON_OF_PHRASE[line.phrase], 0.85);
  });
}

/** Prompts and buttons that may stand anywhere on a page that shows chrome. */
const PROMPTS: ReadonlySet<PhraseClass> = new Set([
  'share',
  'newsletter',
  'comments',
  'navigation',
  'closer',
] as const);

/**
 * On a page: bylines of the head; where the page has shown chrome in its text, too (`isGateOpen`), single prompts and
 * buttons anywhere. Markup says that a text is a page (`isMarkedUp`), but not what else of it is chrome: "Politics" may
 * be a heading of the article.
 */
export function markPrompts(page: Page, marks: Marks, isGateOpen: boolean, isMarkedUp: boolean): void {
  const head = headEnd(page);
  /** Whether a line that may be the title has passed. */
  let isBelowTitle = false;
  page.lines.forEach((line, i) => {
    const { phrase } = line;
    if (isGateOpen && isRights(page, i)) drop(marks, i, 'navigation', 0.8);
    if (phrase === undefined) {
      const mayBeDated = (isGateOpen || isMarkedUp) && isBelowTitle && i < head && line.hasLabel;
      const isDated =
        mayBeDated &&
        (page.lookup.isDated(line.text) || (!line.isTerminal && page.lookup.holdsDate(line.text)));
      if (isDated) drop(marks, i, 'byline', 0.7);
      else if (marks[i] === undefined && line.length >= MIN_TITLE) isBelowTitle = true;
      return;
    }
    const reason = REASON_OF_PHRASE[phrase];
    if (phrase === 'byline' || phrase === 'credit') {
      if (isGateOpen || i < head) drop(marks, i, reason, 0.8);
    } else if (phrase === 'date') {
      // Inside the text it may head a day of a chronicle.
      if (i < head) drop(marks, i, reason, 0.8);
    } else if (
      PROMPTS.has(phrase) &&
      (isGateOpen || phrase === 'newsletter' || (isMarkedUp && line.row !== undefined))
    ) {
      drop(marks, i, reason, 0.75);
    }
  });
}
