/**
 * Lines that the page's own markup declares to stand outside the article. Owns the lookup; knows no words. Linear:
 * lines and ranges are walked side by side.
 */
import type { OutsideRange } from '../model/article.ts';
import { drop, type Marks } from './marks.ts';
import type { Page } from './page.ts';

/** Markup is the author's word, but themes put articles into asides, too. */
const CONFIDENCE = 0.85;

export function markDeclared(page: Page, outside: readonly OutsideRange[], marks: Marks): void {
  let at = 0;
  page.lines.forEach((line, i) => {
    while ((outside[at]?.end ?? Number.POSITIVE_INFINITY) <= line.start) at++;
    const range = outside[at];
    if (range !== undefined && range.start <= line.start) {
      drop(marks, i, range.reason ?? 'navigation', CONFIDENCE);
    }
  });
}
