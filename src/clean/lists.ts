/**
 * Lists inside a text: standings, ingredients, key figures, a life in years, other results. The scorer takes their short
 * lines for a menu or a list of links. Owns which runs of short lines are a list of the text: announced by a colon or
 * numbered, and of the text's own words, or of any of them between a paragraph that ends in a colon and the next; or right
 * below the text and alike by years or results. Linear.
 */
import { DIGIT, UNIT_CLASS } from '../lib/characters.ts';
import { alikeItems, valueOfDigits } from './alike-lines.ts';
import { COLON_UNIT } from './label-form.ts';
import type { Line } from './line.ts';
import { areUnknown, type Marks } from './marks.ts';
import type { Page } from './page.ts';
import { Stems } from './stems.ts';

/** A list has so many items; more than that of one announced thing are no list of an article. */
const MIN_ITEMS = 3;
const MAX_ITEMS = 40;
/**
 * Share of the items that have a stem or a number of the text; less will do where a list is announced and numbered.
 * Counted on aeb, 0.6 -> F1 .9161 to .9170; the other was set.
 */
const SHARED = 0.6;
const SHARED_OF_BOTH = 0.3;
/** The same of items that are alike by years or results: tables of other games and lists of an archive name fewer. Set. */
const SHARED_OF_ALIKE = 0.25;

/**
 * By line: 1 for the items of lists of the text, and the line that heads them. `isLikely` tells lines of the text; the
 * first of its sentences stands above any list.
 */
export function listsOfText(page: Page, isLikely: (i: number) => boolean, marks: Marks): Uint8Array {
  const { lines } = page;
  const isText = (i: number) => (lines[i]!.isTerminal || lines[i]!.isProse) && isLikely(i);
  const found = new Uint8Array(lines.length);
  let stems: Stems | undefined;
  let first = 0;
  while (first < lines.length && !isText(first)) first++;
  for (let i = first + 1; i < lines.length; i++) {
    const end = isText(i - 1) ? endOfAlike(page, i, marks) : i;
    if (end > i) {
      stems ??= stemsOf(page, isText);
      if (countShared(stems, i, end) >= SHARED_OF_ALIKE * (end - i)) found.fill(1, i, end);
      i = end - 1;
      continue;
    }
    const from = itemsBelow(lines, i);
    if (from < 0) continue;
    const to = endOfItems(lines, from, marks);
    if (to - from >= MIN_ITEMS && to - from < MAX_ITEMS && areUnknown(lines, marks, i, from)) {
      stems ??= stemsOf(page, isText);
      const isFramed =
        isLikely(i) && from > i && to < lines.length && lines[to]!.isProse && marks[to] === undefined;
      const isOfBoth = isAnnouncement(lines[i]!) && numberOf(lines[from]!) === 1;
      const share = isOfBoth ? SHARED_OF_BOTH : SHARED;
      const least = isFramed ? 1 : share * (to - from);
      if (countShared(stems, from, to) >= least) found.fill(1, i, to);
    }
    i = Math.max(i, to - 1);
  }
  return found;
}

/** The first item where line `i` announces a list or is the heading above, or the first, of a numbered one; else -1. */
function itemsBelow(lines: readonly Line[], i: number): number {
  if (isAnnouncement(lines[i]!)) return i + 1;
  if (numberOf(lines[i]!) === 1) return i;
  const next = lines[i + 1];
  return !lines[i]!.isTerminal && next !== undefined && numberOf(next) === 1 ? i + 1 : -1;
}

/** Ends in a colon of any script, or in another sign that labels end in. */
function isAnnouncement({ text }: Line): boolean {
  return COLON_UNIT[text.charCodeAt(text.length - 1)] === 1;
}

function countShared(stems: Stems, from: number, to: number): number {
  let shared = 0;
  for (let i = from; i < to; i++) if (stems.shares(i)) shared++;
  return shared;
}

/**
 * The line behind items that are alike by more than their length, line `i` their heading or the first of them. Line `i`
 * itself where there are fewer than a list has, or more.
 */
function endOfAlike(page: Page, i: number, marks: Marks): number {
  const { lines } = page;
  const mayHead = !lines[i]!.isTerminal && !lines[i]!.isProse && areUnknown(lines, marks, i, i + 1);
  for (const items of mayHead ? [i, i + 1] : [i]) {
    const end = alikeItems(page, items, marks, MAX_ITEMS);
    if (end > items) return end - items >= MIN_ITEMS && end - items < MAX_ITEMS ? end : i;
  }
  return i;
}

/** In the digits of any script. */
const NUMBERED = /^(\p{Nd}{1,2})(?:[–-]\p{Nd}{1,2})?(?:[.)．)]\s|、)/u;

function numberOf({ text }: Line): number | undefined {
  // Most lines begin with no digit, which is told by a load.
  if (UNIT_CLASS[text.charCodeAt(0)] !== DIGIT) return undefined;
  const digits = NUMBERED.exec(text)?.[1];
  return digits === undefined ? undefined : valueOfDigits(digits);
}

/** The line behind the items: they are short, nothing is known of them, and where the first is numbered so are all. */
function endOfItems(lines: readonly Line[], from: number, marks: Marks): number {
  const isNumbered = lines[from] !== undefined && numberOf(lines[from]) !== undefined;
  let last = 0;
  let at = from;
  for (; at < lines.length && at - from < MAX_ITEMS; at++) {
    const line = lines[at]!;
    if (!areUnknown(lines, marks, at, at + 1)) break;
    if (!isNumbered) {
      if (line.isProse) break;
      continue;
    }
    const number = numberOf(line);
    if (number === undefined || number <= last) break;
    last = number;
  }
  return at;
}

function stemsOf(page: Page, isText: (i: number) => boolean): Stems {
  const stems = new Stems(page);
  for (let i = 0; i < page.lines.length; i++) if (isText(i)) stems.add(i);
  return stems;
}
