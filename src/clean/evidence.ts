/**
 * The gate: does this text show page chrome at all? A clean article has next to no lines that are nothing but a word
 * of a menu, and does not begin and end with runs of lines that are no article; a page dump has both. Owns the
 * thresholds; linear.
 */
import type { Page } from './page.ts';

/**
 * Distinct chrome lines that open the gate alone. Swept on 2026-11-23 over aeb and every fourth wcxb-dev article, F1
 * aeb / wcxb: 3 .879 / .863, 4 .878 / .863, 5 .878 / .861, 7 .876 / .856; 4 is the safer of the best two for clean
 * texts.
 */
const SURE_PHRASES = 4;
/**
 * Fewer phrases open it together with improbable lines at the edges. Counted on 890 dumps and their 890 clean texts:
 * phrases alone open 825 and 0; with two phrases and six edge lines 854 and 1; with four lines at each edge and no
 * phrase 871 and 2.
 */
const SOME_PHRASES = 2;
const EDGE_LINES = 6;
const EDGE_LINES_EACH = 4;
/** A line at an edge is no article below this probability. */
const IMPROBABLE = 0.3;

/** Distinct lines of menus, share bars, prompts and footers, counted up to `SURE_PHRASES`. */
export function countMenuPhrases(page: Page): number {
  const seen = new Set<string>();
  for (const line of page.lines) {
    if (line.isLabel && page.lookup.isMenuPhrase(line.label)) seen.add(line.label);
    if (seen.size >= SURE_PHRASES) break;
  }
  return seen.size;
}

/** Whether the page must be scored to tell: prose at both edges and no phrases is a clean text. */
export function isDoubtful(page: Page, phrases: number): boolean {
  if (phrases >= SOME_PHRASES) return true;
  const isPlain = (i: number) => page.lines[i]?.isProse === false;
  const [top, bottom] = edgesOf(page.lines.length, isPlain);
  return top >= EDGE_LINES_EACH && bottom >= EDGE_LINES_EACH;
}

/** Whether the page shows chrome, given the probability of each line. */
export function isPageDump(phrases: number, probabilities: Float32Array): boolean {
  if (phrases >= SURE_PHRASES) return true;
  const [top, bottom] = edgesOf(probabilities.length, (i) => probabilities[i]! < IMPROBABLE);
  if (phrases >= SOME_PHRASES && top + bottom >= EDGE_LINES) return true;
  return top >= EDGE_LINES_EACH && bottom >= EDGE_LINES_EACH;
}

/** Lengths of the runs at both ends for which the test holds. */
function edgesOf(count: number, test: (i: number) => boolean): readonly [number, number] {
  let top = 0;
  while (top < count && test(top)) top++;
  let bottom = 0;
  while (bottom < count - top && test(count - 1 - bottom)) bottom++;
  return [top, bottom];
}
