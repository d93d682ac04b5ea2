/**
 * The words and lines of the human formats: counts, scores, titles made safe, items flowing over lines. Must not know
 * what a group is. Everything that came from an article passes `shown` or `whole` before it is printed.
 */
import { columnsOf, cutColumns } from '../lib/columns.ts';
import { visible, visibleLine } from '../lib/visible.ts';
import type { Paint } from './palette.ts';

/** Code units read of a text that is cut to one line; bounds the work on a title of megabytes. */
const UNITS_READ_PER_COLUMN = 16;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** Hebrew to Arabic Extended-A, presentation forms, and the right-to-left planes of U+10800 and U+1E800. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Text of an article on one line of at most `width` columns, safe for a terminal. */
export function shown(text: string, width: number): string {
  const room = Math.max(0, width);
  return isolated(cutColumns(visibleLine(text.slice(0, room * UNITS_READ_PER_COLUMN)), room));
}

/** An id, path or message in full, safe for a terminal: people copy these. */
export function whole(text: string): string {
  return isolated(visible(text));
}

/** Right-to-left text must not reorder what stands beside it on the line. */
export function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : text;
}

/** `+1.20`, `-0.31`. */
export function signed(value: number): string {
  return `${value < 0 ? '' : '+'}${value.toFixed(2)}`;
}

/** `24%`, but never `0%` of something or `100%` of less than all. */
export function percentage(part: number, all: number): string {
  if (all === 0 || part === 0) return '0%';
  const rounded = Math.round((100 * part) / all);
  if (rounded === 0) return '<1%';
  return rounded === 100 && part < all ? '>99%' : `${rounded}%`;
}

/** A piece of a line; plain until it is laid out, so that colours have no width. */
export interface Item {
  readonly text: string;
  readonly paint: Paint;
}

export interface Flow {
  readonly width: number;
  /** Before the first line, already painted, and its columns; further lines are indented by as much. */
  readonly lead: string;
  readonly indent: number;
  /** Where further lines begin, if not below the first item. */
  readonly hang?: number;
  readonly separator: string;
}

/** Items side by side, as many to a line as fit; a comma stays at the end of its line. Each line ends with a line feed. */
export function* flow(items: Iterable<Item>, layout: Flow): Iterable<string> {
  const { width, lead, indent, hang = indent, separator } = layout;
  const atEnd = separator.startsWith(',') ? ',' : '';
  let line = lead;
  let used = indent;
  let isEmpty = true;
  for (const item of items) {
    const own = columnsOf(item.text);
    const between = isEmpty ? 0 : separator.length;
    if (!isEmpty && used + between + own + atEnd.length > width) {
      yield `${line}${atEnd}\n`;
      line = ' '.repeat(hang);
      used = hang;
      isEmpty = true;
    }
    line += (isEmpty ? '' : separator) + item.paint(item.text);
    used += (isEmpty ? 0 : between) + own;
    isEmpty = false;
  }
  if (!isEmpty) yield `${line}\n`;
}
