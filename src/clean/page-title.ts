/**
 * The title of a page dump: among the lines above the text the one that is most like a title, by what stands between it
 * and the text, its length, and the words it shares with the text. Owns the search; drops nothing. Linear.
 */
import { TITLE_WEIGHTS } from '../lexicon/data/title-weights.ts';
import { UNIT_CLASS, UNSPACED } from '../lib/characters.ts';
import { normaliseLabel } from '../lib/normalise.ts';
import { scanTokens } from '../lib/tokens.ts';
import { labelForm } from './label-form.ts';
import type { Line } from './line.ts';
import type { Marks } from './marks.ts';
import type { Page } from './page.ts';
import { endsInStop } from './punctuation.ts';
import { isRowOfParts, STEPS } from './trail.ts';

/** Lines above the text among which its title is sought: of 179 pages whose title is known 166 have it there. */
const TITLE_WINDOW = 60;
export const MIN_TITLE = 15;
const MAX_TITLE = 250;

/** What is known of a candidate: names of the columns, each 0..1. */
export const TITLE_FEATURES = [
  /** Letters over `FULL_LENGTH`. */
  'length',
  'isShort',
  'isLong',
  /** Share of its words that the first paragraphs have, too. */
  'inItsWords',
  /** Another label of the page is the same: an item of the trail, or a headline of a list of links. */
  'isRepeated',
  /** Ends in a full stop. */
  'stops',
  /** Asks or shouts. */
  'asks',
  /** Whether a date, a byline, buttons to share it stand between it and the text, and how many entries of menus (over five). */
  'aboveDate',
  'aboveByline',
  'aboveButtons',
  'aboveMenu',
  /** A date or byline stands right above it. */
  'belowDate',
] as const;
export type TitleFeature = (typeof TITLE_FEATURES)[number];

const WEIGHTS: Readonly<Record<TitleFeature, number>> = TITLE_WEIGHTS;

const FULL_LENGTH = 90;
const SHORT = 25;
const LONG = 150;
const MANY_ENTRIES = 5;
/** Lines above a candidate among which a date is right above it. */
const NEAR = 4;

/** Titles ask and shout, but do not end in a full stop. */
export function asksOrShouts(text: string): boolean {
  return '!?！？؟'.includes(text.charAt(text.length - 1));
}

/** What a candidate must reach: on 179 pages whose title is known the lowest right one has 1, two wrong ones less. */
const MIN_SCORE = 0;

export interface TitleCandidate {
  readonly line: number;
  /** In the order of `TITLE_FEATURES`. */
  readonly features: readonly number[];
}

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
  for (const { line, features } of belowTrail(page, lead, titleCandidates(page, labelCounts, lead, marks))) {
    const score = features.reduce((sum, value, k) => sum + value * WEIGHTS[TITLE_FEATURES[k]!], 0);
    if (score > best) {
      best = score;
      title = line;
    } else if (line === title - 1 && score > MIN_SCORE && isHeadline(features, page.lines[line]!.text)) {
      headline = line;
    }
  }
  // A title that stands on the page twice is no deck.
  return headline >= 0 && headline === title - 1 && labelCounts[title]! <= 1 ? headline : title;
}

const [SHORT_AT, WORDS_AT] = [TITLE_FEATURES.indexOf('isShort'), TITLE_FEATURES.indexOf('inItsWords')];

/** Least share of words in the text of a headline above its deck; 0.01 to 0.2 are alike on the pages it was found by. */
const MIN_HEADLINE_SHARE = 0.2;

function isHeadline(features: readonly number[], text: string): boolean {
  return features[SHORT_AT] === 0 && features[WORDS_AT]! >= MIN_HEADLINE_SHARE && !isOfPage(text);
}

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
  const lead = lines.findIndex((line) => line.isProse && line.isTerminal);
  if (first < 0 || lead < first + 2) return first;
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

/** The lines that may be the title, from the text upwards. */
export function titleCandidates(
  page: Page,
  labelCounts: Uint32Array,
  lead: number,
  marks: Marks,
): readonly TitleCandidate[] {
  const { lines } = page;
  const known = wordsBelow(page, lead);
  const candidates: TitleCandidate[] = [];
  const isTicker = isOfTicker(lines.slice(Math.max(0, lead - TITLE_WINDOW), lead));
  const below = { date: 0, byline: 0, share: 0, navigation: 0 };
  for (let i = lead - 1; i >= Math.max(0, lead - TITLE_WINDOW); i--) {
    const line = lines[i]!;
    const { phrase, length } = line;
    if (phrase === undefined && marks[i] === undefined && length >= MIN_TITLE && length <= MAX_TITLE) {
      if (!isStatement(line) && !isRowOfParts(line.text) && !isTicker(line)) {
        const features = [
          Math.min(1, length / FULL_LENGTH),
          Number(length < SHORT),
          Number(length > LONG),
          shareIn(line.text, known),
          Number(labelCounts[i]! > 1),
          Number(endsInStop(line.text)),
          Number(asksOrShouts(line.text)),
          Number(below.date > 0),
          Number(below.byline > 0),
          Number(below.share > 0),
          Math.min(1, below.navigation / MANY_ENTRIES),
          Number(hasDateAbove(lines, i)),
        ];
        candidates.push({ line: i, features });
      }
      if (isByline(page, line)) below.byline++;
    } else if (phrase === 'date' || phrase === 'byline' || phrase === 'share' || phrase === 'navigation') {
      below[phrase]++;
    }
  }
  return candidates;
}

/** The time of day, and what happened then: no score of a game, no price. */
const CLOCK = /^(?:(?:[01]?\d|2[0-3]):|(?:[01]\d|2[0-3])\.)[0-5]\d\s+\p{L}/u;
/** Lines that begin with the time of day from which on they are a ticker of other news. */
const TICKER_LINES = 2;

/** Whether a line is one of a ticker among some lines. */
function isOfTicker(lines: readonly Line[]): (line: Line) => boolean {
  const isTimed = ({ text }: Line): boolean => CLOCK.test(text);
  return lines.filter(isTimed).length < TICKER_LINES ? () => false : isTimed;
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

/**
 * The line below the trail of a page ("Home > Harbour") that stands above line `lead`; 0 without one. A trail begins with a word of a menu, or with what a line above it says.
 */
function endOfTrail({ lines, lookup }: Page, lead: number): number {
  const top = Math.max(0, lead - TITLE_WINDOW);
  for (let i = lead - 2; i >= top; i--) {
    const { text, isProse } = lines[i]!;
    const steps = isProse ? [] : text.split(STEPS);
    if (steps.length < 2) continue;
    const start = labelForm(normaliseLabel(steps[0]!));
    const isKnown = lookup.menuClass(start) === 'navigation';
    if (
      isKnown ||
      lines.slice(top, i).some(({ labelHash, hasLabel }) => hasLabel && labelHash === start.hash)
    )
      return i + 1;
  }
  return 0;
}

/**
 * A date or a byline, by a phrase list or as a date beside a few words, which are a name as a rule. Captions have dates, too,
 * and are prose.
 */
export function isByline({ lookup }: Page, line: Line): boolean {
  if (line.phrase === 'byline' || line.phrase === 'date') return true;
  return !line.isProse && !line.isTerminal && (lookup.isDated(line.text) || lookup.holdsDate(line.text));
}

function hasDateAbove(lines: readonly Line[], i: number): boolean {
  for (let at = Math.max(0, i - NEAR); at < i; at++) {
    const { phrase } = lines[at]!;
    if (phrase === 'date' || phrase === 'byline') return true;
  }
  return false;
}

/** Paragraphs in which the words of a title are sought. */
const PARAGRAPHS = 3;

function wordsBelow(page: Page, lead: number): ReadonlySet<number> {
  const words = new Set<number>();
  let left = PARAGRAPHS;
  for (let i = lead; i < page.lines.length && left > 0; i++) {
    const line = page.lines[i]!;
    if (!line.isProse) continue;
    left--;
    const { hashes, count } = scanTokens(line.text);
    for (let w = 0; w < count; w++) words.add(hashes[w]!);
  }
  return words;
}

function shareIn(text: string, known: ReadonlySet<number>): number {
  const { hashes, count } = scanTokens(text);
  let shared = 0;
  for (let w = 0; w < count; w++) if (known.has(hashes[w]!)) shared++;
  return count === 0 ? 0 : shared / count;
}

/** Prose that ends like a sentence; a title may end in a quotation that is none. */
function isStatement(line: Line): boolean {
  return (
    line.isProse &&
    line.isTerminal &&
    (line.ending === 'terminal' ? !asksOrShouts(line.text) : endsInStop(line.text))
  );
}
