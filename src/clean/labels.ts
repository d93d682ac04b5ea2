/**
 * Labels that a page template puts beside pictures and cards, found by their repetition in one document and by the
 * way they hang under a block without a blank line (the cleaning study, section 5, signals 1 and 3). Linear.
 */
import { labelForm } from './label-form.ts';
import { type Line, labelOf } from './line.ts';
import { drop, type Marks } from './marks.ts';
import { isTight, type Page } from './page.ts';

/** By line: how many lines that are labels have its label; 0 for a line without one. */
export function countLabels({ lines }: Page): Uint32Array {
  // A hash table of lines, open addressing: strings are compared only where the hashes are equal.
  let size = 16;
  while (size < 2 * lines.length) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const first = new Int32Array(lines.length).fill(-1);
  const counts = new Uint32Array(lines.length);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (!line.hasLabel) continue;
    let slot = line.labelHash & (size - 1);
    while (slots[slot]! >= 0 && !isSameLabel(lines[slots[slot]!]!, line)) slot = (slot + 1) & (size - 1);
    if (slots[slot]! < 0) slots[slot] = i;
    first[i] = slots[slot]!;
    if (line.isLabel) counts[first[i]!]!++;
  }
  for (let i = 0; i < lines.length; i++) if (first[i]! >= 0) counts[i] = counts[first[i]!]!;
  return counts;
}

function isSameLabel(a: Line, b: Line): boolean {
  return a.labelHash === b.labelHash && (a.text === b.text || labelOf(a) === labelOf(b));
}

/** Which lines are credits: known labels of generated pictures, or labels that hang under a block as such do. */
export function findCredits(page: Page, counts: Uint32Array): readonly boolean[] {
  const hanging = findHangingLabels(page, counts);
  if (hanging.size === 0) return page.lines.map((line) => line.isGenerated);
  const isCredit = (label: string) => hanging.has(label) || page.lookup.isGeneratedLabel(labelForm(label));
  return page.lines.map(
    (line) => line.isLabel && (isCredit(labelOf(line)) || isPair(labelOf(line), isCredit)),
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
function findHangingLabels(page: Page, counts: Uint32Array): ReadonlySet<string> {
  const hanging = new Set<string>();
  const heading = new Set<string>();
  page.lines.forEach((line, i) => {
    if (!line.isLabel || counts[i]! < 2) return;
    if (isTight(page, i + 1)) heading.add(labelOf(line));
    else if (i < HEAD_LINES && hangsUnder(page, i) && !startsWithDash(line)) hanging.add(labelOf(line));
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
    drop(marks, i, line.isGenerated ? 'generated-label' : 'repeated-label', 0.95);
    const above = page.lines[i - 1];
    if (above !== undefined && hangsUnder(page, i) && above.length <= MAX_CAPTION) {
      drop(marks, i - 1, 'caption-pair', 0.9);
    }
  });
}
