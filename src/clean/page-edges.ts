/**
 * What stands around the text of a page that shows no other chrome: dates, bylines and buttons between its title and its
 * text, the name of the paper above the title, buttons below the text. Owns these lines alone, of which the phrase lists
 * or the page say what they are; the text is never touched. Linear.
 */
import { type Line, MAX_LABEL } from './line.ts';
import { drop, type Marks, REASON_OF_PHRASE } from './marks.ts';
import { headEnd } from './metadata.ts';
import type { Page } from './page.ts';
import { isOfPage } from './page-title.ts';
import type { PhraseClass } from './phrases/phrase-list.ts';

const OF_HEAD: ReadonlySet<PhraseClass> = new Set(['date', 'byline', 'credit', 'share'] as const);
const OF_FOOT: ReadonlySet<PhraseClass> = new Set(['share', 'comments'] as const);
/** Lines at the end of a page among which its paper is named again. */
const FOOT_LINES = 4;

/** `title`: its line, or -1. Writes into `marks`. */
export function markEdges(page: Page, title: number, marks: Marks): void {
  const { lines } = page;
  const head = headEnd(page);
  // More dates below: a chronicle, whose days are headings.
  const isChronicle = lines.some(({ phrase }, i) => i >= head && phrase === 'date');
  if (title >= 0 && !isChronicle && markHead(page, title, head, marks))
    for (let i = 0; i < title; i++) if (isOfPaper(page, i, head)) drop(marks, i, 'navigation', 0.7);
  for (let i = 0; i < title; i++)
    if (page.isOfSite?.(lines[i]!.text) === true) drop(marks, i, 'navigation', 0.8);
  for (let i = lines.length - 1; i >= head; i--) {
    const { phrase } = lines[i]!;
    if (phrase === undefined || !OF_FOOT.has(phrase)) break;
    drop(marks, i, REASON_OF_PHRASE[phrase], 0.75);
  }
}

/** Whether a date or a name stood between title and text. */
function markHead({ lines, lookup }: Page, title: number, head: number, marks: Marks): boolean {
  let isSigned = false;
  for (let i = title + 1; i < head; i++) {
    const { phrase, length, hasLabel, text } = lines[i]!;
    if (length > MAX_LABEL) continue;
    if (phrase !== undefined && OF_HEAD.has(phrase)) {
      drop(marks, i, REASON_OF_PHRASE[phrase], 0.8);
      isSigned ||= phrase !== 'share';
    } else if (phrase === undefined && hasLabel && lookup.isDated(text)) {
      drop(marks, i, 'byline', 0.7);
      isSigned = true;
    }
  }
  return isSigned;
}

/** Known as a part of pages, by the lists, by its form, or as the name that the foot has again. */
function isOfPaper({ lines }: Page, i: number, head: number): boolean {
  const line = lines[i]!;
  if (line.isProse || line.isTerminal) return false;
  if (line.phrase !== undefined || line.row !== undefined || isOfPage(line.text)) return true;
  return isNamedInFoot(lines.slice(Math.max(head, lines.length - FOOT_LINES)), line);
}

function isNamedInFoot(foot: readonly Line[], { text }: Line): boolean {
  const name = text.toLowerCase();
  return foot.some((line) => line.text.toLowerCase().includes(name));
}
