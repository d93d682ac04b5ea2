/**
 * The gate: does this text show page chrome at all? A clean article has next to no lines that are nothing but a word
 * of a menu; a page dump has dozens. Owns the one threshold; linear.
 */
import type { Page } from './page.ts';

/**
 * Distinct chrome lines that open the gate. Swept on 2026-11-23 over aeb and every fourth wcxb-dev article, F1 aeb /
 * wcxb: 3 .879 / .863, 4 .878 / .863, 5 .878 / .861, 7 .876 / .856; 4 is the safer of the best two for clean texts.
 */
const MIN_EVIDENCE = 4;

/** Whether the page shows enough lines of menus, share bars, prompts and footers. */
export function isPageDump(page: Page): boolean {
  const seen = new Set<string>();
  for (const line of page.lines) {
    if (line.isLabel && page.lookup.isMenuPhrase(line.label)) seen.add(line.label);
    if (seen.size >= MIN_EVIDENCE) return true;
  }
  return false;
}
