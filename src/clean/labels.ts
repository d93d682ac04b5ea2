/**
 * Labels that a page template puts beside pictures and cards, found by their repetition in one document and by the
 * way they hang under a block without a blank line (the cleaning study, section 5, signals 1 and 3). Linear.
 */
import { drop, type Marks } from './marks.ts';
import { isTight, type Line, type Page } from './page.ts';

/** Several passes ask for the labels of a page: they are counted once. */
const COUNTED = new WeakMap<Page, ReadonlyMap<string, number>>();

/** How often each label occurs, over all lines that are labels. */
export function countLabels(page: Page): ReadonlyMap<string, number> {
  const counts = COUNTED.get(page) ?? count(page);
  COUNTED.set(page, counts);
  return counts;
}

function count(page: Page): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of page.lines) {
    if (line.isLabel) counts.set(line.label, (counts.get(line.label) ?? 0) + 1);
  }
  return counts;
}

/** Which lines are credits: known labels of generated pictures, or labels that hang under a block as such do. */
export function findCredits(page: Page, counts: ReadonlyMap<string, number>): readonly boolean[] {
  const hanging = findHangingLabels(page, counts);
  const isCredit = (label: string) => hanging.has(label) || page.lookup.isGeneratedLabel(label);
  return page.lines.map(
    (line) => line.isLabel && (isCredit(line.label) || (hanging.size > 0 && isPair(line.label, isCredit))),
  );
}

/** Whether a line is two credits. */
function isPair(label: string, isCredit: (part: string) => boolean): boolean {
  for (let space = label.indexOf(' '); space > 0; space = label.indexOf(' ', space + 1)) {
    if (isCredit(label.slice(0, space)) && isCredit(label.slice(space + 1))) return true;
  }
  return false;
}

/** A credit under the picture of the article stands within its first lines. */
const HEAD_LINES = 6;
/** A block that a credit hangs under is a caption, not a name or a heading. */
const MIN_CAPTION = 40;

/**
 * Labels that occur twice or more, once hanging in the head of the page, and never standing on top of a text: that
 * would be a speaker of an interview or a heading. A dash before it would be the author of a quotation. None where
 * statements are signed: readers' letters.
 */
function findHangingLabels(page: Page, counts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const hanging = new Set<string>();
  const heading = new Set<string>();
  page.lines.forEach((line, i) => {
    if (!line.isLabel || (counts.get(line.label) ?? 0) < 2) return;
    if (isTight(page, i + 1)) heading.add(line.label);
    else if (i < HEAD_LINES && hangsUnder(page, i) && !startsWithDash(line)) hanging.add(line.label);
  });
  for (const label of heading) hanging.delete(label);
  return hanging.size > 0 && hasSignatures(page) ? new Set() : hanging;
}

/** One picture of the article may have a credit like that. */
const MIN_SIGNATURES = 2;

/** Whether labels that the phrase lists do not know hang under most of the prose. */
function hasSignatures(page: Page): boolean {
  let signed = 0;
  let statements = 0;
  page.lines.forEach((line, i) => {
    if (line.isProse) statements++;
    const isSignature = line.isLabel && line.phrase === undefined && page.lines[i - 1]?.isTerminal === true;
    if (isSignature && hangsUnder(page, i)) signed++;
  });
  return signed >= MIN_SIGNATURES && signed * 2 > statements;
}

function hangsUnder(page: Page, i: number): boolean {
  const above = page.lines[i - 1];
  return isTight(page, i) && above !== undefined && !above.isLabel && above.length >= MIN_CAPTION;
}

const DASHES = new Set('-–—―~');

function startsWithDash(line: Line): boolean {
  return DASHES.has(line.text.charAt(0));
}

/** Longest alternative text that is taken for a caption, in Latin letters. */
const MAX_CAPTION = 500;

/** Drops credits, and the block each hangs under as its caption. */
export function markCredits(page: Page, credits: readonly boolean[], marks: Marks): void {
  page.lines.forEach((line, i) => {
    if (credits[i] !== true) return;
    drop(marks, i, page.lookup.isGeneratedLabel(line.label) ? 'generated-label' : 'repeated-label', 0.95);
    const above = page.lines[i - 1];
    if (above !== undefined && hangsUnder(page, i) && above.length <= MAX_CAPTION) {
      drop(marks, i - 1, 'caption-pair', 0.9);
    }
  });
}
