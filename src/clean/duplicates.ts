/**
 * Blocks that a page repeats word for word: the title above and below the picture, the lead as a summary. The first
 * copy stays. Only for pages that show other chrome: a song or a speech repeats itself, too. Linear.
 */
import { normaliseLabel, normaliseText } from '../lib/normalise.ts';
import { labelForm } from './label-form.ts';
import { labelOf } from './line.ts';
import { drop, type Marks } from './marks.ts';
import type { Page } from './page.ts';

/** Shorter lines recur in clean texts (answers, headings of steps), except the title. */
const MIN_DUPLICATE = 60;

/** Drops later copies among the kept lines; `title` is the line of the title, or -1. */
export function markDuplicates(page: Page, title: number, marks: Marks): void {
  const seen = new Set<string>();
  const titleText = page.lines[title]?.text ?? '';
  const titleKey = normaliseText(titleText);
  const titleLabel = normaliseLabel(titleText);
  const titleHash = labelForm(titleLabel).hash;
  page.lines.forEach((line, i) => {
    if (marks[i] !== undefined) return;
    // A short line that is not the title as a label is not the title: most need no look at the text.
    if (line.length < MIN_DUPLICATE && (line.labelHash !== titleHash || labelOf(line) !== titleLabel)) return;
    const key = normaliseText(line.text);
    const isTitle = key === titleKey;
    if (line.length < MIN_DUPLICATE && !isTitle) return;
    if (seen.has(key) || (isTitle && i > title)) drop(marks, i, 'duplicate', 0.9);
    seen.add(key);
  });
}
