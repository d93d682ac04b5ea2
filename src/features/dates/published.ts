/**
 * The day on which a page says that it was published where nothing declares it: a whole date on the lines between its
 * headline and its text, else below its deck, else right above the headline. Must not read the text or the headline,
 * where dates are those of events.
 */
import { hasLatinLength } from '../../lib/script.ts';
import type { Block } from '../../model/article.ts';
import { findDates } from './index.ts';

/** Lines above the headline that are looked at: the date of a masthead stands further up, and may be that of a visit. */
const LINES_ABOVE = 2;
/** Code units: longer lines are no bylines. */
const LONGEST_LINE = 200;
/** In letters of Latin: shorter lines below a headline that are no sentence are bylines not told from the text. */
const SHORTEST_TEXT = 60;
const SENTENCE = /[.!?。！？।؟۔።။។]["'”’»)\]]{0,2}$/u;
/**
 * Share of a line that its date takes up where it was not dropped as a byline or with a time of day or a date in digits,
 * which decks and captions do not have: they name other days in words.
 */
const MOST_OF_LINE = 0.35;
const DIGITS_OR_TIME = /(?<!\p{Nd})\p{Nd}{1,2}[:h]\p{Nd}{2}(?!\p{Nd})|\p{Nd}[-./]\p{Nd}{1,2}[-./]\p{Nd}/u;
/** And below the first paragraph, where it may be a caption or a link. */
const MOST_BELOW_TEXT = 0.5;
/** Pages are of the web; later years are those of other calendars. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2059;

/** As `2025-10-28`; the first day where several are named (published, updated); undefined where none is. */
export function publishedDay(blocks: readonly Block[], bcp47: string): string | undefined {
  const title = blocks.findIndex(({ kept, role }) => kept && role === 'title');
  const text = nextText(blocks, title + 1);
  if (text === blocks.length) return undefined;
  const head = title < 0 ? text : title;
  return (
    firstDay(blocks, title + 1, text, bcp47, title < 0 ? LINES_ABOVE : text) ??
    firstDay(blocks, text + 1, nextText(blocks, text + 1), bcp47, text, MOST_BELOW_TEXT) ??
    firstDay(blocks, 0, head, bcp47, LINES_ABOVE)
  );
}

/** The first line from `from` on that is text: the first paragraph, or a deck above it. */
function nextText(blocks: readonly Block[], from: number): number {
  let at = from;
  while (at < blocks.length && !isText(blocks[at]!)) at++;
  return at;
}

function isText({ kept, text }: Block): boolean {
  return kept && (hasLatinLength(text, SHORTEST_TEXT) || SENTENCE.test(text));
}

/** Of the last `most` lines before `to`. */
function firstDay(
  blocks: readonly Block[],
  from: number,
  to: number,
  bcp47: string,
  most: number,
  share = MOST_OF_LINE,
): string | undefined {
  const isNamed = OTHER_CALENDARS.test(bcp47);
  let first: string | undefined;
  for (let i = Math.max(from, to - most); i < to; i++) {
    const { text, kept, reason } = blocks[i]!;
    if (text.length > LONGEST_LINE) continue;
    const isByline = !kept && (reason === 'byline' || DIGITS_OR_TIME.test(text));
    const least = isByline ? 0 : share * text.length;
    const day = dayIn(text, bcp47, least, isNamed) ?? dayIn(text, 'en', least, isNamed);
    if (day !== undefined && (first === undefined || day < first)) first = day;
  }
  return first;
}

const WHOLE_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Where digits alone may be a day of the calendar of the country. */
const OTHER_CALENDARS = /^(?:am|ti|ne)\b/;

/** Systems of newsrooms write English dates on pages of any language. `isNamed`: only with the name of a month. */
function dayIn(line: string, bcp47: string, least: number, isNamed: boolean): string | undefined {
  let first: string | undefined;
  for (const { iso, text } of findDates(line, bcp47)) {
    const year = Number(iso.slice(0, 4));
    if (!WHOLE_DATE.test(iso) || year < FIRST_YEAR || year > LAST_YEAR || text.length < least) continue;
    if (isNamed && !/\p{L}/u.test(text)) continue;
    if (first === undefined || iso < first) first = iso;
  }
  return first;
}
