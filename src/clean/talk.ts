/**
 * Questions and answers: an interview, or an explainer whose headings ask. The scorer loses short ones of them. Owns which
 * lines are such questions, and what of them is of the text; must not judge pages that ask less than three times. Linear.
 */
import { isSentence, type Line } from './line.ts';
import { areUnknown, besideKnown, type Marks } from './marks.ts';

/** Fewer questions with an answer right below are headlines. */
const LEAST_QUESTIONS = 3;
const ASKS = /[?？؟;]["'”’»*_)\]]{0,4}$/u;
/** Least probability of a question or an answer that the scorer doubts, as of sentences at the edges (`joining.ts`). */
const POSSIBLE = 0.2;

/** Whether a line is a question on one line. */
export function asks({ text, hasLabel }: Line): boolean {
  return hasLabel && ASKS.test(text);
}

/** Whether so many lines ask with a paragraph of prose right below that the page is a talk. */
export function isTalk(lines: readonly Line[]): boolean {
  let questions = 0;
  for (let i = 0; i + 1 < lines.length; i++)
    if (lines[i + 1]!.isProse && lines[i]!.phrase === undefined && asks(lines[i]!)) questions++;
  return questions >= LEAST_QUESTIONS;
}

/**
 * By line: 1 for questions between sentences of the text of a talk, and for short answers between two questions. `isFound`
 * tells lines that are kept without this.
 */
export function partsOfTalk(
  lines: readonly Line[],
  probabilities: Float32Array,
  marks: Marks,
  isFound: (i: number) => boolean,
): Uint8Array {
  const parts = new Uint8Array(lines.length);
  if (!isTalk(lines)) return parts;
  const isText = (i: number): boolean =>
    lines[i] !== undefined && isFound(i) && marks[i] === undefined && isSentence(lines[i]!);
  const isDoubted = (i: number): boolean =>
    i < lines.length && !isFound(i) && probabilities[i]! >= POSSIBLE && areUnknown(lines, marks, i, i + 1);
  for (let i = 1; i < lines.length; i++) {
    if (!isDoubted(i) || !asks(lines[i]!) || !isText(besideKnown(lines, marks, i, -1))) continue;
    const found = [i];
    let next = besideKnown(lines, marks, i, 1);
    // The answer and the next question may be doubted as well, any number of times.
    while (isDoubted(next) && isSentence(lines[next]!)) {
      const question = besideKnown(lines, marks, next, 1);
      if (lines[question] === undefined || !asks(lines[question]!)) break;
      found.push(next);
      next = question;
      if (!isDoubted(question)) break;
      found.push(question);
      next = besideKnown(lines, marks, question, 1);
    }
    if (isText(next)) for (const at of found) parts[at] = 1;
    i = found.at(-1)!;
  }
  return parts;
}
