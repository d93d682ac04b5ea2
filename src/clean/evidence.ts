/**
 * The gate: does this text show page chrome at all? A clean article has next to no lines that are nothing but a word
 * of a menu, and does not begin and end with runs of lines that are no article; a page dump has both. Owns the
 * thresholds; linear.
 */
import { labelForm } from './label-form.ts';
import { labelOf } from './line.ts';
import type { PhraseClass } from './lookup.ts';
import { linesOfOwnMenu } from './own-menu.ts';
import type { Page } from './page.ts';

/**
 * Distinct chrome lines that open the gate alone. Swept on 2026-11-23 over aeb and every fourth wcxb-dev article, F1
 * aeb / wcxb: 3 .879 / .863, 4 .878 / .863, 5 .878 / .861, 7 .876 / .856; 4 is the safer of the best two for clean
 * texts.
 */
const SURE_PHRASES = 4;
/**
 * Less opens it with what stands at the edges of the text, where the runs of improbable lines are: two phrases there,
 * one in front of three lines at the end, or six lines at either end. Counted on 890 dumps, their 890 clean texts and
 * 2,666 clean texts in 128 languages: see decision 0010.
 */
const EDGE_PHRASES = 2;
const EDGE_LINES = 3;
const EDGE_LINES_EACH = 6;
/** Improbable lines above the text where a trail leads through the menu there. */
const OWN_MENU_LINES = 4;
/** A text of a few lines has edges only: half of them may be a heading and a name. */
const MIN_LINES = 10;
/** A line at an edge is no article below this probability. */
const IMPROBABLE = 0.3;

/** Distinct labels of menus, share bars, prompts and footers, counted up to `SURE_PHRASES`. */
export function countMenuPhrases(page: Page): number {
  const seen = new Set<number>();
  const own = linesOfOwnMenu(page);
  for (let i = 0; i < page.lines.length && seen.size < SURE_PHRASES; i++) addSigns(page, i, own, seen);
  return Math.min(seen.size, SURE_PHRASES);
}

/** One line alone opens no gate, however many labels of a menu it holds. */
const MAX_SIGNS_OF_LINE = SURE_PHRASES - 1;
/** Lines at either end of a page among which a menu on one line stands; inside a text it may be a row of a table. */
const ROW_LINES = 12;

/** Adds hashes of what a line shows of menus and the like. */
function addSigns(page: Page, i: number, own: ReadonlySet<number>, signs: Set<number>): void {
  const line = page.lines[i]!;
  if (line.row !== undefined) {
    if (i >= ROW_LINES && i < page.lines.length - ROW_LINES) return;
    for (const label of line.row.labels.slice(0, MAX_SIGNS_OF_LINE)) signs.add(label);
  } else if (own.has(i) || isOfMenu(page, i) || isRightsLine(page, i) || isUnknownRow(page, i))
    signs.add(line.labelHash);
}

/** What parts the entries of a menu on one line. */
const PARTS = /\s{0,3}[|\u00b7\u2022\u203a\u00bb]\s{0,3}|\s{2,}/u;
/** Entries of a menu in any language: so many, none longer than a few words. */
const MIN_ENTRIES = 5;
const MAX_ENTRY = 24;
/** Lines at the top of a page among which such a menu stands. */
const TOP_LINES = 6;

/** A menu of words that no list knows, by its form alone: above the text, and of more entries than a headline has parts. */
function isUnknownRow({ lines }: Page, i: number): boolean {
  const line = lines[i]!;
  if (i >= TOP_LINES || line.isProse || line.isTerminal || line.phrase !== undefined) return false;
  for (let above = 0; above < i; above++) if (lines[above]!.isProse) return false;
  const entries = line.text.split(PARTS);
  return (
    entries.length >= MIN_ENTRIES &&
    entries.every((entry) => entry.length > 0 && entry.length <= MAX_ENTRY && !/\d/u.test(entry))
  );
}

/** Classes of which a line counts, too, that only begins with a phrase or has a number beside it. */
const PROMPTS: ReadonlySet<PhraseClass> = new Set([
  'newsletter',
  'navigation',
  'comments',
  'closer',
] as const);

/** A word of a menu stands among others; one above a sentence heads it ("Contact", "Comments", "Search"). */
function isOfMenu(page: Page, i: number): boolean {
  const line = page.lines[i]!;
  const { phrase } = line;
  if (phrase === undefined || !line.hasLabel || page.lines[i + 1]?.isTerminal === true) return false;
  if (PROMPTS.has(phrase)) return true;
  return line.isLabel && page.lookup.menuClass(labelForm(labelOf(line))) !== undefined;
}

/** Lines at the end of a page among which its owner stands. */
const FOOT_LINES = 8;

/** "© 2026 The Daily Lamp": a line of its own near the end. */
function isRightsLine({ lines }: Page, i: number): boolean {
  const line = lines[i]!;
  return i >= lines.length - FOOT_LINES && !line.isProse && line.hasLabel && line.text.includes('\u00a9');
}

/** Whether the page must be scored to tell: no phrases, and prose close to both edges, is a clean text. */
export function isDoubtful(page: Page, phrases: number): boolean {
  if (phrases >= SURE_PHRASES) return true;
  if (page.lines.length < MIN_LINES) return linesOfOwnMenu(page).size > 0;
  if (phrases > 0) return true;
  const [top, bottom] = edgesOf(page.lines.length, (i) => page.lines[i]?.isProse === false);
  return top >= EDGE_LINES_EACH && bottom > 0;
}

/** Whether the page shows chrome, given the probability of each line. */
export function isPageDump(page: Page, phrases: number, probabilities: Float32Array): boolean {
  if (phrases >= SURE_PHRASES) return true;
  const count = probabilities.length;
  const isImprobable = (i: number): boolean => probabilities[i]! < IMPROBABLE;
  // The line of an owner is chrome of the foot, however much like a heading it looks.
  const [top, bottom] = edgesOf(count, isImprobable, (i) => isImprobable(i) || isRightsLine(page, i));
  if (top >= EDGE_LINES_EACH && bottom >= EDGE_LINES_EACH) return true;
  const own = linesOfOwnMenu(page);
  if (own.size > 0 && top >= OWN_MENU_LINES) return true;
  const seen = new Set<number>();
  page.lines.forEach((_, i) => {
    if (i < top || i >= count - bottom) addSigns(page, i, own, seen);
  });
  return seen.size >= EDGE_PHRASES || (seen.size > 0 && bottom >= EDGE_LINES);
}

/** Lengths of the runs at both ends for which the test holds; `atEnd`: that of the last lines. */
function edgesOf(
  count: number,
  test: (i: number) => boolean,
  atEnd: (i: number) => boolean = test,
): readonly [number, number] {
  let top = 0;
  while (top < count && test(top)) top++;
  let bottom = 0;
  while (bottom < count - top && atEnd(count - 1 - bottom)) bottom++;
  return [top, bottom];
}
