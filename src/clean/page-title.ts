/**
 * The title of a page dump: it stands above the text, or is told apart there by being repeated. Owns the search; drops
 * nothing. Looks at a fixed number of lines.
 */
import { scanTokens } from '../lib/tokens.ts';
import type { Line } from './line.ts';
import type { Marks } from './marks.ts';
import type { Page } from './page.ts';

/** Lines above the text among which its title is sought. */
const TITLE_WINDOW = 25;
const MIN_TITLE = 15;
const MAX_TITLE = 250;

/** What a title gains whose words all stand in the text, in letters: as much as the longest by its length. */
const IN_ITS_WORDS = 80;

/** Titles ask and shout, but do not end in a full stop. */
export function asksOrShouts(text: string): boolean {
  return '!?！？؟'.includes(text.charAt(text.length - 1));
}

/**
 * The line above the text (whose first paragraph is line `lead`) that is most like a title: long but no statement,
 * near the text, in its words, best of all repeated on the page (as the last item of the trail, or below the picture);
 * -1 when there is none. Lines that hold a mark are something else; `labelCounts` see `countLabels`.
 * Statements were candidates once: F1 of aeb 0.8946, without them 0.8973; of wcxb articles 0.9212 and 0.9213.
 */
export function findTitle(page: Page, labelCounts: Uint32Array, lead: number, marks: Marks): number {
  const known = wordsBelow(page, lead);
  let title = -1;
  let bestScore = 0;
  for (let i = Math.max(0, lead - TITLE_WINDOW); i < lead; i++) {
    const line = page.lines[i];
    if (line === undefined || line.phrase !== undefined || marks[i] !== undefined) continue;
    if (line.length < MIN_TITLE || line.length > MAX_TITLE || isStatement(line)) continue;
    const isRepeated = labelCounts[i]! > 1;
    const nearness = -4 * (lead - i);
    const score =
      Math.min(line.length, 80) + (isRepeated ? 40 : 0) + nearness + IN_ITS_WORDS * shareIn(line.text, known);
    if (score > bestScore) {
      bestScore = score;
      title = i;
    }
  }
  return title;
}

/** Paragraphs in which the words of a title are sought. */
const PARAGRAPHS = 3;

function wordsBelow(page: Page, lead: number): ReadonlySet<number> {
  const words = new Set<number>();
  let left = PARAGRAPHS;
  for (let i = lead; i < page.lines.length && left > 0; i++) {
    const line = page.lines[i]!;
    if (!line.isProse) continue;
    left--;
    const { hashes, count } = scanTokens(line.text);
    for (let w = 0; w < count; w++) words.add(hashes[w]!);
  }
  return words;
}

function shareIn(text: string, known: ReadonlySet<number>): number {
  const { hashes, count } = scanTokens(text);
  let shared = 0;
  for (let w = 0; w < count; w++) if (known.has(hashes[w]!)) shared++;
  return count === 0 ? 0 : shared / count;
}

function isStatement(line: Line): boolean {
  return line.isProse && !asksOrShouts(line.text);
}
