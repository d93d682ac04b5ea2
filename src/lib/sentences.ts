/**
 * Sentences of a text in any script, for the eye and for alignment. Owns where one ends; must not know languages. Lines
 * always end one. No locale and no `Intl.Segmenter`, whose answers change with ICU. Linear in the text.
 */
import { latinLength } from './script.ts';

/** UTF-16 offsets, half-open, without white space at the ends. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Marks that end a sentence by themselves: scripts that write no space behind it, and marks of other alphabets. */
const HARD = new Set('。！？｡।॥؟۔።፧።։។៕။༎'.split(''));
/** Marks that end one where white space follows, and then no small letter. */
const SOFT = new Set('.!?…'.split(''));
const CLOSERS = new Set('」』）】》〉”’"\'»›)]'.split(''));
/** Thai, Lao, Burmese and Khmer write a space between clauses and no mark between sentences. */
const CLAUSES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
/** Letters from which on such a space is taken for an end: shorter pieces are names and figures. */
const CLAUSE_LETTERS = 40;
const SPACE = /\s/;
const SMALL = /\p{Ll}/u;
/** `J.`, `Dr.`, `U.S.`, `28.`: a point behind such a word says nothing. */
const ABBREVIATED = /(?:^|[^\p{L}\p{N}])(?:\p{Lu}\p{L}?|\p{N}{1,2}|(?:\p{L}\.){1,4}\p{L})$/u;
/** What is looked at before a point. */
const WORD_UNITS = 12;

/** The sentences of a text in order; they cover all of it but white space. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const endAt = (end: number): void => {
    const sentence = trimmed(text, start, end);
    if (sentence !== undefined) sentences.push(sentence);
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!;
    if (sign === '\n' || sign === '\r') endAt(i + 1);
    else if (HARD.has(sign)) {
      i = behindClosers(text, i + 1) - 1;
      endAt(i + 1);
    } else if (SOFT.has(sign)) {
      const behind = behindClosers(text, i + 1);
      if (endsSoftly(text, i, behind)) endAt(behind);
      i = behind - 1;
    } else if (sign === ' ' && endsClause(text, start, i)) endAt(i + 1);
  }
  endAt(text.length);
  return sentences;
}

/** Further marks and closing quotes belong to the sentence. */
function behindClosers(text: string, from: number): number {
  let at = from;
  while (at < text.length && (CLOSERS.has(text[at]!) || HARD.has(text[at]!) || SOFT.has(text[at]!))) at++;
  return at;
}

function endsSoftly(text: string, at: number, behind: number): boolean {
  if (behind >= text.length) return true;
  if (!SPACE.test(text[behind]!)) return false;
  let next = behind;
  // What follows a few spaces decides; more of them part sentences whatever follows.
  while (next < text.length && next < behind + WORD_UNITS && SPACE.test(text[next]!)) next++;
  if (SMALL.test(text[next] ?? '')) return false;
  return text[at] !== '.' || !ABBREVIATED.test(text.slice(Math.max(0, at - WORD_UNITS), at));
}

function endsClause(text: string, start: number, at: number): boolean {
  if (!CLAUSES.test(text[at - 1] ?? '') || !CLAUSES.test(text[at + 1] ?? '')) return false;
  return at - start >= CLAUSE_LETTERS && latinLength(text.slice(start, at)) >= CLAUSE_LETTERS;
}

function trimmed(text: string, start: number, end: number): Sentence | undefined {
  let from = start;
  let to = end;
  while (from < to && SPACE.test(text[from]!)) from++;
  while (to > from && SPACE.test(text[to - 1]!)) to--;
  return from < to ? { start: from, end: to } : undefined;
}
