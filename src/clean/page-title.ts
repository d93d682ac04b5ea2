/**
 * The title of a page dump: among the lines above the text the one that is most like a title, by what stands between it
 * and the text, its length, and the words it shares with the text. Owns the search; drops nothing. Linear.
 */
import { TITLE_WEIGHTS } from '../lexicon/data/title-weights.ts';
import { UNIT_CLASS, UNSPACED } from '../lib/characters.ts';
import { areUnknown, type Marks } from './marks.ts';
import type { Page } from './page.ts';
import {
  asksOrShouts,
  endOfTrail,
  isByline,
  isStatement,
  MANY_ENTRIES,
  NEAR,
  SHORT,
  shareIn,
  TITLE_FEATURES,
  type TitleCandidate,
  type TitleFeature,
  titleCandidates,
  wordsBelow,
} from './title-candidates.ts';
import { isRowOfParts } from './trail.ts';

const WEIGHTS: Readonly<Record<TitleFeature, number>> = TITLE_WEIGHTS;

/** What a candidate must reach: on 179 pages whose title is known the lowest right one has 1, two wrong ones less. */
const MIN_SCORE = 0;

/**
 * The line above the text (whose first paragraph is line `lead`) that is most like a title, -1 when there is none; of
 * equals the nearest. Lines that hold a mark are something else; `labelCounts` see `countLabels`.
 *
 * A deck says more of the text than its headline, which stands right above it: of two lines that both may be the title
 * and speak of the text the upper one is.
 */
export function findTitle(page: Page, labelCounts: Uint32Array, lead: number, marks: Marks): number {
  let title = -1;
  let best = MIN_SCORE;
  let headline = -1;
  let likely = -1;
  const candidates = belowTrail(page, lead, titleCandidates(page, labelCounts, lead, marks));
  for (const { line, features, isBelowTrail } of candidates) {
    const score = features.reduce((sum, value, k) => sum + value * WEIGHTS[TITLE_FEATURES[k]!], 0);
    if (isBelowTrail && lead - line <= NEAR) likely = line;
    if (score > best) {
      best = score;
      title = line;
    } else if (line === title - 1 && score > MIN_SCORE && isHeadline(features, page.lines[line]!.text)) {
      headline = line;
    }
  }
  // Where nothing speaks of the text: between the trail and the text stands its title.
  if (title === -1) return likely;
  // A title that stands on the page twice is no deck.
  return headline >= 0 && headline === title - 1 && labelCounts[title]! <= 1 ? headline : title;
}

const [SHORT_AT, WORDS_AT] = [TITLE_FEATURES.indexOf('isShort'), TITLE_FEATURES.indexOf('inItsWords')];

/** Least share of words in the text of a headline above its deck; 0.01 to 0.2 are alike on the pages it was found by. */
const MIN_HEADLINE_SHARE = 0.2;

function isHeadline(features: readonly number[], text: string): boolean {
  return features[SHORT_AT] === 0 && features[WORDS_AT]! >= MIN_HEADLINE_SHARE && !isOfPage(text);
}

/** Shorter ones are names. */
const MIN_TITLE_BELOW_NAME = 8;

/** Trails, mastheads, menus, dates, weather: parts of several kinds, and years. */
export function isOfPage(text: string): boolean {
  if (NAME_SIGNS.test(text) || /\s[-=]\s|°|(?<!\d)(?:19|20)\d\d(?!\d)/u.test(text)) return true;
  return isUnspaced(text) && text.split(' ').length >= MANY_ENTRIES;
}

/** Whether a line is of a script that writes words without spaces, by its first letter: parts of it are entries. */
function isUnspaced(text: string): boolean {
  return UNIT_CLASS[text.charCodeAt(0)] === UNSPACED;
}

/** Least share of words in the text of a title that stands below the name of the paper. */
const MIN_SHARE = 0.3;
/** What parts the name of a paper from its claim, and the sections of a trail: no colon, which headlines have. */
const NAME_SIGNS = /[|·•›»→—–]|>>|\s[>/:]\s/;

/**
 * The title of a text that shows no chrome, whose first line that may be one is `first`. That is the name of the paper or
 * a section where it has two parts or is short, and a line below it, which asks nothing, speaks of the text twice as
 * much, or at all where a date or a name follows, or as much as a title does where a menu stands between.
 */
export function titleOfClean(page: Page, labelCounts: Uint32Array, first: number, marks: Marks): number {
  const { lines } = page;
  if (first < 0) return first;
  const aboveByline = titleAboveByline(page, first, marks);
  if (aboveByline >= 0) return aboveByline;
  const belowName = titleBelowName(page, first, marks);
  if (belowName >= 0) return belowName;
  const lead = lines.findIndex((line) => line.isProse && line.isTerminal);
  if (lead < first + 2) return first;
  const { text, length } = lines[first]!;
  if (!NAME_SIGNS.test(text) && length >= SHORT) return first;
  const title = findTitle(page, labelCounts, lead, marks);
  if (title <= first || asksOrShouts(lines[title]!.text) || isOfPage(lines[title]!.text)) return first;
  const known = wordsBelow(page, lead);
  // A section is a word of its texts, too.
  const firstShare = lines[first]!.phrase === 'navigation' ? 0 : shareIn(text, known);
  const share = shareIn(lines[title]!.text, known);
  const isNamed = firstShare === 0 && share > 0 && isSigned(page, title, lead);
  const isOther = share > 2 * firstShare || isBelowMenu(page, first, title);
  return (share >= MIN_SHARE && isOther) || isNamed ? title : first;
}

/**
 * The line above a byline with a date that was taken for the title, because the headline ends in the point of an
 * abbreviation; -1 where there is none.
 */
function titleAboveByline(page: Page, first: number, marks: Marks): number {
  const above = page.lines[first - 1];
  const isAlone = first === 1 && above?.hasLabel === true && areUnknown(page.lines, marks, 0, 1);
  return isAlone && isByline(page, page.lines[first]!) ? 0 : -1;
}

/**
 * The line below names of the site and the section, and rows of them, whatever it says of the text; -1 where the page
 * begins with no such name, or where nothing below may be a title.
 */
function titleBelowName({ lines, isOfSite }: Page, first: number, marks: Marks): number {
  if (isOfSite?.(lines[first]!.text) !== true) return -1;
  let title = first + 1;
  while (title < lines.length && (isOfSite(lines[title]!.text) || isRowOfParts(lines[title]!.text))) title++;
  const line = lines[title];
  if (line === undefined || !areUnknown(lines, marks, title, title + 1)) return -1;
  const isText = isStatement(line) || !lines.some(({ isProse }, i) => isProse && i > title);
  return !isText && line.hasLabel && line.length >= MIN_TITLE_BELOW_NAME ? title : -1;
}

/** Whether a date or a name stands between a title and the text: such a page names its paper above the title. */
function isSigned({ lines, lookup }: Page, title: number, lead: number): boolean {
  return lines
    .slice(title + 1, lead)
    .some(({ phrase, text }) => phrase === 'date' || phrase === 'byline' || lookup.isDated(text));
}

/** Whether a menu stands between the first line and a title: what is above it is the name of the site. */
function isBelowMenu({ lines }: Page, first: number, title: number): boolean {
  return lines
    .slice(first + 1, title)
    .some(({ phrase, text }) => phrase === 'navigation' || isRowOfParts(text));
}

/**
 * The candidates below the trail of a page, where one of them speaks of the text as much as all above it: a trail stands
 * above the title on nearly all pages that have one.
 */
function belowTrail(
  page: Page,
  lead: number,
  candidates: readonly TitleCandidate[],
): readonly TitleCandidate[] {
  const trail = endOfTrail(page, lead);
  if (trail === 0) return candidates;
  const share = (above: boolean): number =>
    candidates.reduce(
      (most, { line, features }) => (line < trail === above ? Math.max(most, features[WORDS_AT]!) : most),
      0,
    );
  const known = share(false);
  return known > 0 && known >= share(true) ? candidates.filter(({ line }) => line >= trail) : candidates;
}
