/**
 * Blocks that a page repeats word for word: the title above and below the picture, the lead as a summary. The first
 * copy stays. Only for pages that show other chrome: a song or a speech repeats itself, too. Linear.
 */
import { hashBeginning, normaliseLabel, normaliseText } from '../lib/normalise.ts';
import { labelForm } from './label-form.ts';
import { type Line, labelOf } from './line.ts';
import { drop, type Marks } from './marks.ts';
import type { Page } from './page.ts';

/** Shorter lines recur in clean texts (answers, headings of steps), except the title. */
const MIN_DUPLICATE = 60;

/** Drops later copies among the kept lines; `title` is the line of the title, or -1. */
export function markDuplicates(page: Page, title: number, marks: Marks): void {
  const { lines } = page;
  const seen = new Set<string>();
  const titleText = lines[title]?.text ?? '';
  const titleKey = normaliseText(titleText);
  const titleLabel = normaliseLabel(titleText);
  const titleHash = labelForm(titleLabel).hash;
  const isAsked = (line: Line, i: number): boolean => {
    if (marks[i] !== undefined) return false;
    // A short line that is not the title as a label is not the title.
    return line.length >= MIN_DUPLICATE || (line.labelHash === titleHash && labelOf(line) === titleLabel);
  };
  const mayRecur = recurringBeginnings(page, (i) => i === title || isAsked(lines[i]!, i));
  lines.forEach((line, i) => {
    if (!mayRecur(i) || !isAsked(line, i)) return;
    const key = normaliseText(line.text);
    const isTitle = key === titleKey;
    if (line.length < MIN_DUPLICATE && !isTitle) return;
    if (seen.has(key) || (isTitle && i > title)) drop(marks, i, 'duplicate', 0.9);
    seen.add(key);
  });
}

/** Which of the lines asked for begin like another of them: most do not, and need not be compared. */
function recurringBeginnings(
  { lines, units }: Page,
  isAsked: (i: number) => boolean,
): (i: number) => boolean {
  const beginnings = new Int32Array(lines.length);
  const counts = new Map<number, number>();
  lines.forEach(({ start, end }, i) => {
    if (!isAsked(i)) return;
    const hash = hashBeginning(units, start, end);
    beginnings[i] = hash;
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  });
  // Where the beginning of one line is not known, any other may be like it.
  if (counts.has(-1)) return () => true;
  return (i) => (counts.get(beginnings[i]!) ?? 0) > 1;
}
