/**
 * Sentences at the edges of a text which the scorer doubts: the last paragraph of a report is short and stands beside
 * the tail of the page, the standfirst beside its head, and a short one below an advertisement. Owns which of them
 * belong to the text. Linear.
 */
import type { Line } from './line.ts';
import type { Marks } from './marks.ts';
import type { Page } from './page.ts';

/**
 * Least probability of a sentence that joins its neighbour. Counted below the last paragraphs of aeb and wcxb-dev: of
 * plain statements at 0.2 and more, 35 of 76 are in the gold texts; the second and third below are in 5 of 10.
 */
const POSSIBLE = 0.2;
/** Below a mark of an advertisement the text goes on: there any sentence joins that the scorer has looked at. */
const BELOW_MARK = 0.01;
/** Prose right below the title, full stop or not, joins the text from here on. */
const STANDFIRST = 0.06;
/** Marks of advertisements and links between two paragraphs of a text. */
const MAX_MARKS = 2;

/** By line: 1 for the sentence below a likely paragraph, and for that between the title (or -1) and the first one. */
export function joiningSentences(
  { lines }: Page,
  probabilities: Float32Array,
  cut: number,
  title: number,
  marks: Marks,
): Uint8Array {
  const joins = new Uint8Array(lines.length);
  const isText = (i: number) => lines[i]!.isProse && probabilities[i]! >= cut && marks[i] === undefined;
  const mayJoin = (i: number, least: number) =>
    marks[i] === undefined &&
    probabilities[i]! < cut &&
    probabilities[i]! >= least &&
    isPlainStatement(lines[i]!);
  const isStandfirst = (i: number) =>
    i < first && marks[i] === undefined && lines[i]!.phrase === undefined && lines[i]!.isProse;
  let first = -1;
  for (let i = 0; i < lines.length; i++) {
    if (!isText(i)) continue;
    if (first < 0) first = i;
    let next = i + 1;
    while (next < lines.length && next - i <= MAX_MARKS && isMark(lines[next]!)) next++;
    if (next < lines.length && mayJoin(next, next === i + 1 ? POSSIBLE : BELOW_MARK)) joins[next] = 1;
  }
  if (title < 0) return joins;
  if (isStandfirst(title + 1) && probabilities[title + 1]! >= STANDFIRST) joins[title + 1] = 1;
  let standfirst = first - 1;
  while (standfirst > title && !mayJoin(standfirst, POSSIBLE)) standfirst--;
  if (standfirst > title) joins[standfirst] = 1;
  return joins;
}

function isMark({ phrase }: Line): boolean {
  return phrase === 'advertisement' || phrase === 'read-more';
}

/** Items, remarks in brackets, addresses and owners, and what asks or calls: none of these ends a report. */
const NO_STATEMENT = /^[([©\d•·*–—-]|[@©]|:\/\/|(?:[!?！？؟]|\.\.\.|…)["'”’»)]*$/;

function isPlainStatement(line: Line): boolean {
  return line.isTerminal && line.phrase === undefined && !NO_STATEMENT.test(line.text);
}
