/**
 * What stands around the text of a page that shows no other chrome: dates, bylines and buttons between its title and its
 * text, the name of the paper above the title, buttons below the text. Owns these lines alone, of which the phrase lists
 * or their places say what they are; the text is never touched. Linear.
 */
import { MAX_LABEL } from './line.ts';
import { drop, type Marks, REASON_OF_PHRASE } from './marks.ts';
import { headEnd } from './metadata.ts';
import type { Page } from './page.ts';
import type { PhraseClass } from './phrases/phrase-list.ts';

const OF_HEAD: ReadonlySet<PhraseClass> = new Set(['date', 'byline', 'credit', 'share'] as const);
const OF_FOOT: ReadonlySet<PhraseClass> = new Set(['share', 'comments'] as const);
/** Longer lines above a date may be a deck. */
const MAX_NAME = 25;
/** Lines at the end among which a button stands. */
const FOOT_LINES = 2;

/** `title`: its line, or -1; `first`: the first line that might have been it. Writes into `marks`. */
export function markEdges(page: Page, title: number, first: number, marks: Marks): void {
  const { lines } = page;
  if (title < 0) return;
  const head = headEnd(page);
  let signed = -1;
  for (let i = title + 1; i < head; i++) {
    const { phrase, length, hasLabel, text } = lines[i]!;
    if (length > MAX_LABEL) continue;
    if (phrase !== undefined && OF_HEAD.has(phrase)) {
      drop(marks, i, REASON_OF_PHRASE[phrase], 0.8);
      if (phrase !== 'share') signed = i;
    } else if (phrase === undefined && hasLabel && page.lookup.isDated(text)) {
      drop(marks, i, 'byline', 0.7);
      signed = i;
    }
  }
  // A date or a name says that what is above the title, and what is short between them, is no part of the article.
  for (let i = title + 1; i < signed; i++)
    if (lines[i]!.isLabel && lines[i]!.length < MAX_NAME) drop(marks, i, 'byline', 0.6);
  if (signed >= 0 && first < title) for (let i = 0; i < title; i++) drop(marks, i, 'navigation', 0.7);
  for (let i = Math.max(head, lines.length - FOOT_LINES); i < lines.length; i++) {
    const { phrase } = lines[i]!;
    if (phrase !== undefined && OF_FOOT.has(phrase)) drop(marks, i, REASON_OF_PHRASE[phrase], 0.75);
  }
}
