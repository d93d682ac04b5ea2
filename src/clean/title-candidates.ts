/**
 * The lines above a text that may be its title, and what is known of each. Owns the measures; must not choose
 * (`page-title.ts`). Linear.
 */
import { DIGIT, UNIT_CLASS } from '../lib/characters.ts';
import { normaliseLabel } from '../lib/normalise.ts';
import { scanTokens } from '../lib/tokens.ts';
import { namesCookies } from './consent.ts';
import { labelForm } from './label-form.ts';
import type { Line } from './line.ts';
import type { Marks } from './marks.ts';
import type { Page } from './page.ts';
import { endsInStop } from './punctuation.ts';
import { isRowOfParts, STEPS } from './trail.ts';

/** Lines above the text among which its title is sought: of 179 pages whose title is known 166 have it there. */
const TITLE_WINDOW = 60;
export const MIN_TITLE = 15;
/** Below a trail, where labels are rare. */
const MIN_TITLE_BELOW_TRAIL = 8;
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

export interface TitleCandidate {
  readonly line: number;
  /** In the order of `TITLE_FEATURES`. */
  readonly features: readonly number[];
  /** Whether the trail of the page ("Home > Harbour") stands right above it. */
  readonly isBelowTrail: boolean;
}

const FULL_LENGTH = 90;
export const SHORT = 25;
const LONG = 150;
export const MANY_ENTRIES = 5;
/** Lines above a candidate among which a date is right above it; between it and the text, where it is right above that. */
export const NEAR = 4;

/** Titles ask and shout, but do not end in a full stop. */
export function asksOrShouts(text: string): boolean {
  return '!?！？؟'.includes(text.charAt(text.length - 1));
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
  const isListed = listedLines(lines, Math.max(0, lead - TITLE_WINDOW), lead);
  const trail = endOfTrail(page, lead);
  const first = trail === 0 ? -1 : firstBelow(page, trail, lead, marks);
  const below = { date: 0, byline: 0, share: 0, navigation: 0 };
  for (let i = lead - 1; i >= Math.max(0, lead - TITLE_WINDOW); i--) {
    const line = lines[i]!;
    const { phrase, length } = line;
    const least = i === first ? MIN_TITLE_BELOW_TRAIL : MIN_TITLE;
    if (phrase === undefined && marks[i] === undefined && length >= least && length <= MAX_TITLE) {
      const isOfOther = i === trail - 1 || isOfBanner(page, line, lead);
      if (
        !isOfOther &&
        !isStatement(line) &&
        !isRowOfParts(line.text) &&
        !isTicker(line) &&
        !isListed.has(i)
      ) {
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
        candidates.push({ line: i, features, isBelowTrail: i === first });
      }
      if (isByline(page, line)) below.byline++;
    } else if (phrase === 'date' || phrase === 'byline' || phrase === 'share' || phrase === 'navigation') {
      below[phrase]++;
    }
  }
  return candidates;
}

/** Whether a line names cookies, of which the text does not speak: what is left of a banner. */
function isOfBanner(page: Page, { text }: Line, lead: number): boolean {
  return (
    namesCookies(page, text) && !paragraphsBelow(page, lead).some((line) => namesCookies(page, line.text))
  );
}

/** The first line below a trail that is nothing else; -1 where there is none above `lead`. */
function firstBelow({ lines }: Page, trail: number, lead: number, marks: Marks): number {
  for (let i = trail; i < lead; i++) if (lines[i]!.phrase === undefined && marks[i] === undefined) return i;
  return -1;
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

/** Nothing but the time of day, or the rank of an entry. */
const TIME_OR_RANK = /^(?:(?:[01]?\p{Nd}|2[0-3])[:.][0-5]\p{Nd}|\p{Nd}{1,2}\.?)$/u;
/** A rank, and what has it: "5. Ferry late again". */
const RANKED = /^(\p{Nd}{1,2})[.)]\s/u;
/** So many entries in a row are a list of other news. */
const LISTED = 3;

/**
 * Entries of lists of other news that number their entries, or give their times: on lines of their own above each, or
 * before the words. The title stands right below such a list as often as not.
 */
function listedLines(lines: readonly Line[], from: number, to: number): ReadonlySet<number> {
  const listed = new Set<number>();
  let run: number[] = [];
  let next = from;
  const close = (): void => {
    if (run.length >= LISTED) for (const i of run) listed.add(i);
    run = [];
  };
  for (let i = from; i < to; i++) {
    const entry = entryAt(lines, i, to);
    if (entry < 0) continue;
    if (i !== next) close();
    run.push(entry);
    next = entry + 1;
    i = entry;
  }
  close();
  // What stands right above the text under a time of its own is its title.
  if (next === to) listed.delete(to - 1);
  return listed;
}

/** The line of the entry that begins at line `i`; -1 where none does. */
function entryAt(lines: readonly Line[], i: number, to: number): number {
  const { text } = lines[i]!;
  // Most lines begin with no digit, which is told by a load.
  if (UNIT_CLASS[text.charCodeAt(0)] !== DIGIT) return -1;
  if (RANKED.test(text)) return i;
  return TIME_OR_RANK.test(text) && i + 1 < to ? i + 1 : -1;
}

/**
 * The line below the trail of a page ("Home > Harbour") that stands above line `lead`; 0 without one. A trail begins with a word of a menu, or with what a line above it says.
 */
export function endOfTrail({ lines, lookup }: Page, lead: number): number {
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

function paragraphsBelow({ lines }: Page, lead: number): readonly Line[] {
  const paragraphs: Line[] = [];
  for (let i = lead; i < lines.length && paragraphs.length < PARAGRAPHS; i++)
    if (lines[i]!.isProse) paragraphs.push(lines[i]!);
  return paragraphs;
}

export function wordsBelow(page: Page, lead: number): ReadonlySet<number> {
  const words = new Set<number>();
  for (const { text } of paragraphsBelow(page, lead)) {
    const { hashes, count } = scanTokens(text);
    for (let w = 0; w < count; w++) words.add(hashes[w]!);
  }
  return words;
}

export function shareIn(text: string, known: ReadonlySet<number>): number {
  const { hashes, count } = scanTokens(text);
  let shared = 0;
  for (let w = 0; w < count; w++) if (known.has(hashes[w]!)) shared++;
  return count === 0 ? 0 : shared / count;
}

/** Prose that ends like a sentence; a title may end in a quotation that is none. */
export function isStatement(line: Line): boolean {
  return (
    line.isProse &&
    line.isTerminal &&
    (line.ending === 'terminal' ? !asksOrShouts(line.text) : endsInStop(line.text))
  );
}
