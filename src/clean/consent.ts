/**
 * Cookie and consent banners at the edges of a page. A banner is a cluster: lines that name cookies, the site itself
 * and a choice, with a heading or a button beside them; an article about cookies has no buttons. Looks at a fixed
 * number of lines, so the cost does not grow with the page.
 */
import { normaliseText } from '../lib/normalise.ts';
import { drop, type Marks } from './marks.ts';
import type { Page } from './page.ts';

/** Lines at each end of the page where a banner can stand. */
const TOP_LINES = 10;
const BOTTOM_LINES = 20;
/** Longest paragraph of a banner, in Latin letters. */
const MAX_BANNER = 700;
/** Buttons and headings stand this close to a line of the banner. */
const NEAR = 3;
const MIN_SCORE = 4;
/** A heading names cookies and the site. */
const HEADING_SCORE = 3;

/** Drops the lines of consent banners. */
export function markConsent(page: Page, marks: Marks): void {
  const { lines } = page;
  const top = Math.min(TOP_LINES, lines.length);
  markZone(page, 0, top, marks);
  markZone(page, Math.max(top, lines.length - BOTTOM_LINES), lines.length, marks);
}

function markZone(page: Page, from: number, to: number, marks: Marks): void {
  const scores = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const score = bannerScore(page, i);
    if (score > 0) scores.set(i, score);
  }
  for (const [i, score] of scores) {
    const cluster = nearby(page, i, from, to);
    const hasFrame = cluster.some((at) => isFrame(page, at, scores));
    const neighbours = cluster.filter((at) => scores.has(at)).length;
    if (hasFrame && score + Math.min(neighbours, 1) >= MIN_SCORE) {
      drop(marks, i, 'consent', 0.95);
      for (const at of cluster) if (isFrame(page, at, scores)) drop(marks, at, 'consent', 0.9);
    }
  }
}

function nearby(page: Page, i: number, from: number, to: number): readonly number[] {
  const near: number[] = [];
  for (let at = Math.max(from, i - NEAR); at < Math.min(to, i + NEAR + 1); at++) {
    if (at !== i && page.lines[at] !== undefined) near.push(at);
  }
  return near;
}

/** A button, or a heading by which the site says that it uses cookies: a heading about cookies alone may be news. */
function isFrame(page: Page, at: number, scores: ReadonlyMap<number, number>): boolean {
  const line = page.lines[at];
  if (line?.isLabel !== true) return false;
  return (scores.get(at) ?? 0) >= HEADING_SCORE || page.lookup.isConsentButton(line.label);
}

/** 0 for a line that names no cookies; else 1, and 2 for naming the site, and 1 for each of two choices. */
function bannerScore(page: Page, i: number): number {
  const line = page.lines[i];
  if (line === undefined || line.length > MAX_BANNER) return 0;
  const { cookies, selves, choices } = page.lookup.consent;
  const text = normaliseText(line.text).toLowerCase();
  if (!cookies.some((stem) => text.includes(stem))) return 0;
  const self = selves.some((term) => text.includes(term)) ? 2 : 0;
  let offers = 0;
  for (const term of choices) if (text.includes(term) && ++offers === 2) break;
  return 1 + self + offers;
}
