/**
 * What the passes decide: one mark a line, the first one stays. Owns the book-keeping; knows no rule. Passes look at
 * the page and write here, so nothing is deleted and the order of passes is the order of trust.
 */
import type { BlockRole, DropReason } from '../model/article.ts';
import type { PhraseClass } from './phrases/phrase-list.ts';

export interface Mark {
  readonly role: Extract<BlockRole, 'caption' | 'metadata' | 'teaser' | 'chrome'>;
  readonly reason: DropReason;
  /** 0..1. */
  readonly confidence: number;
}

/** Marks by line number; a line without a mark is kept. */
export type Marks = (Mark | undefined)[];

export const ROLE_OF_REASON: Readonly<Record<DropReason, Mark['role']>> = {
  'repeated-label': 'chrome',
  duplicate: 'chrome',
  'card-run': 'teaser',
  'caption-pair': 'caption',
  'separator-section': 'chrome',
  closer: 'chrome',
  'after-closer': 'chrome',
  consent: 'chrome',
  share: 'chrome',
  newsletter: 'chrome',
  advertisement: 'chrome',
  comments: 'chrome',
  'read-more': 'chrome',
  navigation: 'chrome',
  byline: 'metadata',
  transparency: 'metadata',
  'generated-label': 'chrome',
  'teaser-of': 'teaser',
  improbable: 'chrome',
  'repeated-in-source': 'chrome',
  'site-rule': 'chrome',
};

/** Why a line of this class is dropped, where it is. */
export const REASON_OF_PHRASE: Readonly<Record<PhraseClass, DropReason>> = {
  generated: 'generated-label',
  transparency: 'transparency',
  advertisement: 'advertisement',
  'read-more': 'read-more',
  closer: 'closer',
  comments: 'comments',
  newsletter: 'newsletter',
  share: 'share',
  byline: 'byline',
  credit: 'byline',
  date: 'byline',
  navigation: 'navigation',
};

/** Marks a line as dropped unless it already is. */
export function drop(marks: Marks, i: number, reason: DropReason, confidence: number): void {
  marks[i] ??= { role: ROLE_OF_REASON[reason], reason, confidence };
}

/** What a line may be known by besides a mark. */
interface Known {
  readonly phrase?: PhraseClass | undefined;
  readonly row?: object | undefined;
}

/** Whether nothing is known of the lines `from` .. `to` (half-open): no mark, no phrase, no row of a menu. */
export function areUnknown(lines: readonly Known[], marks: Marks, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (marks[i] !== undefined || lines[i]!.phrase !== undefined || lines[i]!.row !== undefined) return false;
  return true;
}

/** What stands between two parts of a text, and is known. */
const BETWEEN: ReadonlySet<PhraseClass> = new Set(['advertisement', 'credit', 'read-more'] as const);

/** The line above (-1) or below (1) a line, and what is known to stand between parts of a text; outside where there is none. */
export function besideKnown(lines: readonly Known[], marks: Marks, i: number, step: 1 | -1): number {
  let at = i + step;
  while (lines[at] !== undefined && (BETWEEN.has(lines[at]!.phrase!) || marks[at]?.reason === 'read-more'))
    at += step;
  return at;
}

/** Lines that hold a mark. */
export function countMarks(marks: Marks): number {
  let count = 0;
  for (const mark of marks) if (mark !== undefined) count++;
  return count;
}

/** Lines without a mark, ascending. */
export function keptLines(count: number, marks: Marks): readonly number[] {
  const kept: number[] = [];
  for (let i = 0; i < count; i++) if (marks[i] === undefined) kept.push(i);
  return kept;
}
