/**
 * Entries of a page that tells an event as it goes on: each below the time of day on a line of its own, mostly with a
 * headline. The scorer takes the times, headlines and short paragraphs for a list of other news. Owns which lines are such
 * entries; those of lists of news and of comments are not: they have no paragraph that is found, or a name above the time.
 * Linear.
 */
import { isSentence, type Line } from './line.ts';
import { areUnknown, type Marks } from './marks.ts';

/** Fewer times are no report as it goes on. */
const LEAST_ENTRIES = 3;
/** The time of day, in any digits, alone on a line or behind the last sign of a row of buttons. */
const TIME = /(?:^|\s[/|·•]\s)(?:[01]?\p{Nd}|\p{Nd}{2})[:.]\p{Nd}{2}$/u;
const LONGEST_TIME_LINE = 60;

/** By line: 1 for headlines and sentences of such entries. `from` is the line below the title, `isFound` tells lines that are kept without this. */
export function liveEntries(
  lines: readonly Line[],
  from: number,
  marks: Marks,
  isFound: (i: number) => boolean,
): Uint8Array {
  const entries = new Uint8Array(lines.length);
  const times: number[] = [];
  for (let i = from; i < lines.length && !isEnd(lines[i]!, marks[i]); i++)
    if (isTime(lines[i]!)) times.push(i);
  if (times.length < LEAST_ENTRIES) return entries;
  const texts = times.map((time, k) => entryBelow(lines, time, times[k + 1] ?? lines.length, marks, isFound));
  const isNamed = (time: number): boolean =>
    time > from && isUnknownLabel(lines, time - 1, marks) && !isFound(time - 1);
  const named = times.filter(isNamed).length;
  const hasFound = texts.some((text) => text.some((i) => lines[i]!.isProse && isFound(i)));
  const filled = texts.filter((text) => text.length > 0).length;
  if (!hasFound || 2 * named > times.length || 2 * filled < times.length) return entries;
  for (const text of texts) for (const i of text) entries[i] = 1;
  return entries;
}

function isEnd({ phrase }: Line, mark: Marks[number]): boolean {
  return phrase === 'comments' || mark?.reason === 'comments' || mark?.reason === 'after-closer';
}

/** Cheap for nearly all lines: they are long, or end in no digit. */
function isTime({ text, length }: Line): boolean {
  return length <= LONGEST_TIME_LINE && TIME.test(text);
}

function isUnknownLabel(lines: readonly Line[], i: number, marks: Marks): boolean {
  return areUnknown(lines, marks, i, i + 1) && lines[i]!.hasLabel && !isSentence(lines[i]!);
}

/** The lines of one entry: its headline, and sentences up to the first line that is neither these nor known. */
function entryBelow(
  lines: readonly Line[],
  time: number,
  end: number,
  marks: Marks,
  isFound: (i: number) => boolean,
): readonly number[] {
  const isKnown = (i: number): boolean => !areUnknown(lines, marks, i, i + 1);
  const text: number[] = [];
  let i = time + 1;
  while (i < end && isKnown(i)) i++;
  if (i + 1 < end && isUnknownLabel(lines, i, marks) && isSentence(lines[i + 1]!)) text.push(i++);
  for (; i < end; i++) {
    if (isKnown(i)) continue;
    if (!isSentence(lines[i]!) && !isFound(i)) break;
    text.push(i);
  }
  return text.some((line) => isSentence(lines[line]!)) ? text : [];
}
