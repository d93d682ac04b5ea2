/** What a part of a dump holds. Types and measures only. */
import type { Facts } from '../metadata.ts';

export interface FoundPart {
  /** The article without its header; the whole part where it has none. */
  readonly text: string;
  readonly facts: Facts;
  /** The part's own id. */
  readonly id?: string;
  /** Whether it begins with what only an article of its own begins with. */
  readonly hasHeader: boolean;
  /** Whether its end is missing. */
  readonly isCut?: boolean;
}

/** Fewer letters are no body: a line of a list. */
const LEAST_LETTERS = 12;

/** Whether the part is told to be an article. */
export function isArticle({ text, hasHeader }: FoundPart): boolean {
  return hasHeader && hasLetters(text, LEAST_LETTERS);
}

/** Letters, an ideograph counted as three: no more are counted than asked for. */
export function hasLetters(text: string, wanted: number): boolean {
  let count = 0;
  for (const [letter] of text.matchAll(/\p{L}/gu)) {
    count += /[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(letter) ? 3 : 1;
    if (count >= wanted) return true;
  }
  return wanted <= 0;
}

/** Lines joined, without empty ones at both ends. */
export function textOf(lines: readonly string[]): string {
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start]!.trim() === '') start++;
  while (end > start && lines[end - 1]!.trim() === '') end--;
  return lines.slice(start, end).join('\n');
}
