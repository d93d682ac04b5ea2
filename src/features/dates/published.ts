/**
 * The day on which a page without markup says that it was published: a whole date on the lines between its headline and
 * its text, else right above the headline. Must not read the text, where dates are those of events.
 */
import type { Block } from '../../model/article.ts';
import { findDates } from './index.ts';

/** Lines above the headline that are looked at: the date of a masthead stands further up, and may be that of a visit. */
const LINES_ABOVE = 2;
/** Code units: longer lines are no bylines. */
const LONGEST_LINE = 200;

/** As `2025-10-28`; the first day where several are named (published, updated); undefined where none is. */
export function publishedDay(blocks: readonly Block[], bcp47: string): string | undefined {
  const title = blocks.findIndex(({ kept, role }) => kept && role === 'title');
  let text = title + 1;
  while (text < blocks.length && !isText(blocks[text]!)) text++;
  const head = title < 0 ? text : title;
  return (
    firstDay(blocks, head, text, bcp47) ?? firstDay(blocks, Math.max(0, head - LINES_ABOVE), head, bcp47)
  );
}

/** Shorter lines below a headline are bylines that were not told from the text. */
const SHORTEST_TEXT = 60;

function isText({ kept, text }: Block): boolean {
  return kept && text.length >= SHORTEST_TEXT;
}

function firstDay(blocks: readonly Block[], from: number, to: number, bcp47: string): string | undefined {
  let first: string | undefined;
  for (let i = from; i < to; i++) {
    const { text } = blocks[i]!;
    if (text.length > LONGEST_LINE) continue;
    const day = dayIn(text, bcp47) ?? dayIn(text, 'en');
    if (day !== undefined && (first === undefined || day < first)) first = day;
  }
  return first;
}

const WHOLE_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Systems of newsrooms write English dates on pages of any language. */
function dayIn(text: string, bcp47: string): string | undefined {
  return findDates(text, bcp47).find(({ iso }) => WHOLE_DATE.test(iso))?.iso;
}
