/**
 * Cookie and consent banners at the edges of a page. A banner is a cluster: lines that name cookies, the site itself
 * and a choice, with a heading or a button beside them; an article about cookies has no buttons. Linear, in few lines:
 * above the text, and at the end.
 */
import { lowerCaseLabel, normaliseLabel, normaliseText } from '../lib/normalise.ts';
import { latinLength } from '../lib/script.ts';
import { labelForm, readComparable } from './label-form.ts';
import { type Line, labelOf, MAX_LABEL } from './line.ts';
import { drop, type Marks } from './marks.ts';
import type { Page } from './page.ts';
import type { TermSearch } from './term-search.ts';

/** Lines at each end of the page where a banner can stand. */
const TOP_LINES = 10;
const BOTTOM_LINES = 20;
/** On a page dump it stands below the menu, tickers and boxes, at most so many lines. */
const MOST_TOP_LINES = 150;
/** Longest paragraph of a banner, in Latin letters. */
const MAX_BANNER = 700;
/** Buttons and headings stand this close to a line of the banner. */
const NEAR = 3;
const MIN_SCORE = 4;
/** A heading names cookies and the site. */
const HEADING_SCORE = 3;

/** On a page that shows no other chrome, a find of more than this share of its letters is an article about cookies. */
const MAX_SHARE = 1 / 3;

/** Marks of the lines of consent banners. A page that shows no other chrome must be an article with a banner at its edge. */
export function findBanners(page: Page, isDump: boolean): Marks {
  const { lines } = page;
  const banners = scoreLines(page);
  const top = isDump ? endOfTop(page, banners) : Math.min(TOP_LINES, lines.length);
  const found: Marks = new Array(lines.length);
  markZone(page, 0, top, banners, isDump, found);
  markZone(page, Math.max(top, lines.length - BOTTOM_LINES), lines.length, banners, isDump, found);
  return !isDump && exceedsShare(page, found) ? [] : found;
}

/** Drops these lines, but for those that are marked already. */
export function markConsent(banners: Marks, marks: Marks): void {
  banners.forEach((mark, i) => {
    if (mark !== undefined) drop(marks, i, mark.reason, mark.confidence);
  });
}

/**
 * Where the first paragraph stands that is no banner; where a paragraph of one stands above it, behind the lines near by, as
 * its buttons may be there.
 */
function endOfTop({ lines }: Page, banners: LineScores): number {
  const most = Math.min(MOST_TOP_LINES, lines.length);
  let text = 0;
  let isBelowBanner = false;
  for (; text < most; text++) {
    if (!lines[text]!.isProse) continue;
    if (banners(text) < HEADING_SCORE) break;
    isBelowBanner = true;
  }
  return Math.min(lines.length, Math.max(TOP_LINES, isBelowBanner ? text + NEAR + 1 : text));
}

function exceedsShare({ lines }: Page, found: Marks): boolean {
  let total = 0;
  let dropped = 0;
  lines.forEach((line, i) => {
    total += line.length;
    if (found[i] !== undefined) dropped += line.length;
  });
  return dropped > MAX_SHARE * total;
}

function markZone(
  page: Page,
  from: number,
  to: number,
  banners: LineScores,
  isDump: boolean,
  marks: Marks,
): void {
  // Buttons and headings first: most pages have none, and then no line needs to be read.
  const frames: number[] = [];
  for (let i = from; i < to; i++) {
    if (isFrame(page, i, banners)) frames.push(i);
    else if (isWithButton(page, i, banners) && (isDump || !isInsideText(page, i, banners)))
      drop(marks, i, 'consent', 0.9);
  }
  const seen = new Set<number>();
  for (const frame of frames) {
    for (const i of nearby(frame, from, to)) {
      if (seen.has(i)) continue;
      seen.add(i);
      if (!isBanner(i, nearby(i, from, to), page, banners)) continue;
      if (!isDump && isInsideText(page, i, banners)) continue;
      drop(marks, i, 'consent', 0.95);
      for (const at of nearby(i, from, to)) if (isFrame(page, at, banners)) drop(marks, at, 'consent', 0.9);
      if (i > from && isHeading(page, i - 1)) drop(marks, i - 1, 'consent', 0.85);
      if (isDump) markAboveButtons(page, i + 1, marks);
      // Above the text, the next label may be its title.
      if (i * 2 > page.lines.length) markButtons(page, i + 1, marks);
    }
  }
}

/** Whether sentences that are no banner stand both above and below: there a site does not speak of itself. */
function isInsideText(page: Page, i: number, banners: LineScores): boolean {
  const isText = (line: Line, at: number) => (line.isProse || line.isTerminal) && banners(at) < HEADING_SCORE;
  return (
    page.lines.some((line, at) => at < i && isText(line, at)) &&
    page.lines.some((line, at) => at > i && isText(line, at))
  );
}

/** What stands between a paragraph of a banner and its buttons is of the banner, whatever it says. */
function markAboveButtons(page: Page, first: number, marks: Marks): void {
  for (let at = first; at < Math.min(first + NEAR, page.lines.length); at++) {
    const line = page.lines[at]!;
    if (!line.isLabel || !isButton(page, line)) continue;
    for (let between = first; between < at; between++) drop(marks, between, 'consent', 0.8);
    return;
  }
}

/** Buttons are shorter than this, in Latin letters, and few. */
const MAX_BUTTON = 32;
const MAX_BUTTONS = 4;

/** The labels right below a banner at the end of a page: whatever they say, they are its buttons. */
function markButtons(page: Page, first: number, marks: Marks): void {
  for (let at = first; at < first + MAX_BUTTONS; at++) {
    const line = page.lines[at];
    if (line?.isLabel !== true || line.length > MAX_BUTTON) return;
    drop(marks, at, 'consent', 0.8);
  }
}

/** A line that scores high enough, alone or beside another such line, next to a button or a heading. */
function isBanner(i: number, near: readonly number[], page: Page, banners: LineScores): boolean {
  const score = banners(i);
  if (score === 0 || !near.some((at) => isFrame(page, at, banners))) return false;
  return score + (near.some((at) => banners(at) > 0) ? 1 : 0) >= MIN_SCORE;
}

function nearby(i: number, from: number, to: number): readonly number[] {
  const near: number[] = [];
  for (let at = Math.max(from, i - NEAR); at < Math.min(to, i + NEAR + 1); at++) if (at !== i) near.push(at);
  return near;
}

/** A button, or a heading by which the site says that it uses cookies: a heading about cookies alone may be news. */
function isFrame(page: Page, at: number, banners: LineScores): boolean {
  const line = page.lines[at];
  if (line?.isLabel !== true) return false;
  return isButton(page, line) || banners(at) >= HEADING_SCORE;
}

/** A button, or a row of them: "Accept all | Only necessary | Settings". */
function isButton({ lookup }: Page, line: Line): boolean {
  if (lookup.mayBeConsentButton(line.labelHash)) return lookup.isConsentButton(labelForm(labelOf(line)));
  const parts = line.text.split(BETWEEN_BUTTONS);
  return (
    parts.length > 1 &&
    parts.length <= MAX_BUTTONS &&
    parts.every((part) => latinLength(part) <= MAX_BUTTON) &&
    parts.some((part) => lookup.isConsentButton(labelForm(normaliseLabel(part))))
  );
}

const BETWEEN_BUTTONS = /\s[|·•/]\s/u;

/** Sentences of a banner, or its buttons. */
const PARTS = /(?<=[.!?。！？།؟])|(?<=\s)[|·•](?=\s)/u;

/** Whether a line is a whole banner, which ends in its button: "We use cookies on this site. Accept". */
function isWithButton({ lines, lookup }: Page, at: number, banners: LineScores): boolean {
  const tail = lines[at]!.text.slice(-2 * MAX_BUTTON).split(PARTS);
  const last = tail.findLast((part) => part.trim() !== '');
  if (tail.length < 2 || last === undefined || latinLength(last) > MAX_BUTTON) return false;
  return lookup.isConsentButton(labelForm(normaliseLabel(last))) && banners(at) >= MIN_SCORE;
}

/** Whether a label may stand on top of a banner: "We value your privacy". */
function isHeading(page: Page, at: number): boolean {
  const line = page.lines[at];
  if (line?.isLabel !== true) return false;
  const { cookies, selves, choices } = page.lookup.consent;
  const text = comparable(line.text);
  return [cookies, selves, choices].some((terms) => terms.isIn(text));
}

type LineScores = (i: number) => number;

/** Scores by line number, each computed once. */
function scoreLines(page: Page): LineScores {
  const scores = new Map<number, number>();
  return (i) => {
    const known = scores.get(i);
    if (known !== undefined) return known;
    const score = bannerScore(page, i);
    scores.set(i, score);
    return score;
  };
}

/**
 * 1 for naming cookies, 2 for naming the site, and 1 for each of two choices. 0 where cookies are not named, unless
 * all the rest is: "We and our partners process personal data. Accept or manage your choices".
 */
function bannerScore(page: Page, i: number): number {
  const line = page.lines[i];
  if (line === undefined || line.length > MAX_BANNER) return 0;
  const { cookies, selves, choices } = page.lookup.consent;
  if (line.isLabel && isWithout(cookies, page, line)) return 0;
  const text = comparable(withoutQuotations(line.text));
  const cookie = cookies.isIn(text) ? 1 : 0;
  if (cookie === 0 && line.isLabel) return 0;
  const self = selves.isIn(text) ? 2 : 0;
  if (cookie + self === 0) return 0;
  const offers = choices.count(text, 2);
  return cookie === 1 || offers === 2 ? cookie + self + offers : 0;
}

/** Whether a text names cookies. */
export function namesCookies({ lookup }: Page, text: string): boolean {
  return lookup.consent.cookies.isIn(comparable(text));
}

/** Labels are shorter than this, in units. */
const COMPARABLE = new Uint16Array(MAX_LABEL);
const QUOTE = /["“”„«»「」『』]/;

/** Whether a label certainly holds none of the terms, told without a string. */
function isWithout(terms: TermSearch, { units }: Page, { text, start, end }: Line): boolean {
  if (!readComparable(COMPARABLE, units, start, end) || terms.isInUnits(COMPARABLE, end - start))
    return false;
  // A quotation that is left out may join what stands around it.
  return end - start <= MAX_BUTTON || !QUOTE.test(text);
}

function comparable(text: string): string {
  return lowerCaseLabel(normaliseText(text));
}

const QUOTATION = /["“”„«»「『][^"“”„«»「」『』]+["“”«»」』]/g;

/** The text without what it quotes: the banner of another site. Names of buttons are shorter and stay. */
function withoutQuotations(text: string): string {
  return text.replace(QUOTATION, (quoted) => (latinLength(quoted) > MAX_BUTTON ? ' ' : quoted));
}
