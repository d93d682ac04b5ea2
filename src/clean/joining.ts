/**
 * Sentences at the edges of a text which the scorer doubts: the last paragraph of a report is short and stands beside
 * the tail of the page, the standfirst beside its head, and a short one below an advertisement. Owns which of them
 * belong to the text. Linear.
 */
import { isSentence, type Line } from './line.ts';
import { listsOfText } from './lists.ts';
import type { Marks } from './marks.ts';
import type { Page } from './page.ts';
import { Stems } from './stems.ts';
import { isByline } from './title-candidates.ts';

/**
 * Least probability of a sentence that joins its neighbour. Counted below the last paragraphs of aeb and wcxb-dev: of
 * plain statements at 0.2 and more, 35 of 76 are in the gold texts; the second and third below are in 5 of 10.
 */
const POSSIBLE = 0.2;
/**
 * The same where it speaks of what the text speaks of: the scorer, which knows no words, is as doubtful of the last
 * sentence of a report as of a prompt below it.
 */
const POSSIBLE_IN_ITS_WORDS = 0.02;
/** Below a mark of an advertisement the text goes on: there any sentence joins that the scorer has looked at. */
const BELOW_MARK = 0.01;
/** Marks of advertisements and links between two paragraphs of a text, and lines of a box of links that was dropped. */
const MAX_MARKS = 2;
const MAX_BOX = 5;
/** Doubtful statements one after another of which the last speaks for those above it. */
const MAX_TOGETHER = 3;

/**
 * By line: 1 for lists of the text, the sentences below a likely paragraph or a list, and for that between the title (or
 * -1) and the first one. The text goes on below the joined ones, and below boxes of links, as long as they speak of what
 * it speaks of.
 */
export function joiningSentences(
  page: Page,
  probabilities: Float32Array,
  cut: number,
  title: number,
  marks: Marks,
): Uint8Array {
  const { lines } = page;
  const isLikely = (i: number) => probabilities[i]! >= cut && marks[i] === undefined;
  const isText = (i: number) => isSentence(lines[i]!) && isLikely(i);
  const joins = listsOfText(page, isLikely, marks);
  const stems = new Stems(page);
  const mayJoin = (i: number, least: number) =>
    marks[i] === undefined &&
    probabilities[i]! < cut &&
    probabilities[i]! >= least &&
    isPlainStatement(lines[i]!);
  /** Lines of the text whose stems nobody has asked for yet: below most texts stands nothing that is doubtful. */
  const unread: number[] = [];
  const speaksOfText = (i: number): boolean => {
    for (const line of unread.splice(0)) stems.add(line);
    return stems.shares(i);
  };
  let first = -1;
  for (let i = 0; i < lines.length; i++) {
    if (!isText(i) && joins[i] === 0) continue;
    if (first < 0) first = i;
    unread.push(i);
    const next = belowMarks(lines, i);
    if (next < lines.length && mayJoin(next, next === i + 1 ? POSSIBLE : BELOW_MARK)) joins[next] = 1;
    else {
      const from = belowBox(lines, i, marks);
      const end = statementsFrom(from, (at) => at < lines.length && mayJoin(at, POSSIBLE_IN_ITS_WORDS));
      let last = end - 1;
      // What stands between a box and a likely paragraph, and may be text, is what that one goes on with.
      const isLed = from > i + 1 && end < lines.length && isText(end);
      while (last >= from && !(isLed && probabilities[last]! >= POSSIBLE) && !speaksOfText(last)) last--;
      joins.fill(1, from, last + 1);
    }
  }
  const standfirst = standfirstOf(page, title, first, (i) => mayJoin(i, POSSIBLE));
  if (standfirst >= 0) joins[standfirst] = 1;
  return joins;
}

/**
 * Between the title and the first likely paragraph, or the byline above that: the last sentence that may join is the
 * standfirst. What the scorer doubts below a byline is a caption (F1 of aeb .9193 with it, .9200 without).
 */
function standfirstOf(page: Page, title: number, first: number, mayJoin: (i: number) => boolean): number {
  if (title < 0) return -1;
  let end = title + 1;
  while (end < first && !isByline(page, page.lines[end]!)) end++;
  for (let i = end - 1; i > title; i--) if (mayJoin(i)) return i;
  return -1;
}

/** The line behind at most a few statements from `from` on. */
export function statementsFrom(from: number, isStatement: (i: number) => boolean): number {
  let end = from;
  while (end - from < MAX_TOGETHER && isStatement(end)) end++;
  return end;
}

/** The line below the marks of advertisements and links that follow line `i`. */
function belowMarks(lines: readonly Line[], i: number): number {
  let next = i + 1;
  while (next < lines.length && next - i <= MAX_MARKS && isMark(lines[next]!)) next++;
  return next;
}

/** The line below a box of links that follows line `i`, or right below it. */
function belowBox(lines: readonly Line[], i: number, marks: Marks): number {
  let next = i + 1;
  if (marks[next]?.reason !== 'closer' && marks[next]?.reason !== 'read-more') return next;
  while (next < lines.length && next - i <= MAX_BOX && !lines[next]!.isTerminal) next++;
  return next;
}

function isMark({ phrase }: Line): boolean {
  return phrase === 'advertisement' || phrase === 'read-more';
}

/** Items, remarks in brackets, addresses and owners, and what asks or calls: none of these ends a report. */
const NO_STATEMENT = /^(?:[([©•·*–—-]|\d+[.)/:])|[@©]|:\/\/|(?:[!?！？؟]|\.\.\.|…)["'”’»)]*$/;

function isPlainStatement(line: Line): boolean {
  return line.isTerminal && line.phrase === undefined && !NO_STATEMENT.test(line.text);
}
