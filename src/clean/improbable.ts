/**
 * What the scorer finds improbable is dropped, with the reason that fits what is known of the line besides. Owns the
 * choice of reasons; must not run on a text that shows no chrome. Linear.
 */
import type { DropReason } from '../model/article.ts';
import { wholeRuns } from './between-paragraphs.ts';
import { restOfBriefText } from './brief-text.ts';
import { findCopies } from './copies.ts';
import { figuresOfText } from './figures.ts';
import { joiningSentences } from './joining.ts';
import type { Line } from './line.ts';
import { liveEntries } from './live-entries.ts';
import { drop, type Marks, REASON_OF_PHRASE } from './marks.ts';
import type { Page } from './page.ts';
import { findTitle } from './page-title.ts';
import { MIN_LEAD } from './roles.ts';
import { keepFrom } from './score/selection.ts';
import { articleOfShortLines } from './short-lines.ts';
import { partsOfTalk } from './talk.ts';

/** What is found besides. */
export interface Found {
  /** The line of the title, -1 where none was told from the others. */
  readonly title: number;
  /** By line: 1 for lists and doubtful sentences that are of the text. */
  readonly joins: Uint8Array;
}

/**
 * Drops what is improbable, but for the title above the text. `end` is the first line behind the text where that is known,
 * else -1: up to there improbable paragraphs are part of the text, too.
 */
export function markImprobable(
  page: Page,
  labelCounts: Uint32Array,
  scores: Float32Array,
  end: number,
  marks: Marks,
): Found {
  const copies = findCopies(page);
  const probabilities = sumCopiesAboveText(page, copies, scores);
  const lengths = page.lines.map((line) => line.length);
  const cut = keepFrom(probabilities, lengths);
  const first = probabilities.findIndex((p) => p >= cut);
  if (first < 0) return { title: -1, joins: new Uint8Array(page.lines.length) };
  const title = findTitle(page, labelCounts, leadFrom(page, probabilities, cut), marks);
  const goesOn = textTo(page, first, end, (i) => probabilities[i]! >= cut, marks);
  const joins = joiningSentences(page, probabilities, cut, title, marks);
  const from = title < 0 ? first : title + 1;
  const found = Uint8Array.from(probabilities, (p, i) =>
    Number(p >= cut || goesOn[i] === 1 || joins[i] === 1),
  );
  const isFound = (i: number): boolean => found[i] === 1;
  const take = (more: Uint8Array): void => {
    for (let i = 0; i < found.length; i++) found[i]! |= more[i]!;
  };
  // In the order of trust: each sees what those before it found.
  take(wholeRuns(page.lines, marks, isFound));
  take(restOfBriefText(page, probabilities, title, marks, isFound));
  take(liveEntries(page.lines, from, marks, isFound));
  take(figuresOfText(page.lines, marks, isFound));
  take(partsOfTalk(page.lines, probabilities, marks, isFound));
  take(articleOfShortLines(page, probabilities, from, marks, isFound));
  const isImprobable = (i: number) => !isFound(i) && i !== title;
  /** By the first of equal lines: whether one of them is kept. */
  const hasKept = new Uint8Array(page.lines.length);
  for (let i = 0; i < copies.length; i++) if (!isImprobable(i)) hasKept[copies[i]!] = 1;
  page.lines.forEach((line, i) => {
    if (!isImprobable(i)) return;
    drop(marks, i, reasonFor(line, hasKept[copies[i]!] === 1, i < first), 1 - probabilities[i]!);
  });
  return { title, joins };
}

/** By line: 1 for paragraphs between the first likely line and `end`, up to an unlikely one of which more is known. */
function textTo(
  page: Page,
  first: number,
  end: number,
  isLikely: (i: number) => boolean,
  marks: Marks,
): Uint8Array {
  const isText = new Uint8Array(page.lines.length);
  for (let i = first + 1; i < end; i++) {
    const line = page.lines[i]!;
    if (!line.isProse) continue;
    if (!isLikely(i) && (line.phrase !== undefined || marks[i] !== undefined)) break;
    isText[i] = 1;
  }
  return isText;
}

/**
 * A lead that stands above the text twice (as a summary, beside the picture) is in the article once, and the scorer
 * parts its doubt among the copies: the likeliest of them, the first of equals, is as likely as all together. Captions
 * stand twice inside the text: summed there, too, F1 of aeb falls from 0.8972 to 0.8962.
 */
function sumCopiesAboveText({ lines }: Page, copies: Int32Array, scores: Float32Array): Float32Array {
  /** By the first of equal lines; a line without a copy is as likely as it is. */
  const likeliest = new Map<number, { at: number; sum: number }>();
  for (let i = 0; i < lines.length; i++) {
    const copyOf = copies[i]!;
    if (copyOf === i || !lines[i]!.isProse) continue;
    const copy = likeliest.get(copyOf) ?? { at: copyOf, sum: scores[copyOf]! };
    likeliest.set(copyOf, copy);
    copy.sum += scores[i]!;
    if (scores[i]! > scores[copy.at]!) copy.at = i;
  }
  const first = scores.findIndex((p) => p >= LIKELY);
  const together = scores.slice();
  for (const { at, sum } of likeliest.values()) if (at < first) together[at] = Math.min(1, sum);
  return together;
}

/** The text begins with a line that is more likely article than not. */
const LIKELY = 0.5;

/** What is known of an improbable line besides: what it says, or that the text has it, too. */
function reasonFor({ phrase }: Line, isInText: boolean, isAboveText: boolean): DropReason {
  // Below the text a date is of another article.
  if (phrase !== undefined && (phrase !== 'date' || isAboveText)) return REASON_OF_PHRASE[phrase];
  if (isInText) return 'duplicate';
  return isAboveText ? 'navigation' : 'improbable';
}

/** The first kept paragraph, else the first kept line: a picture's text, kept above it, may stand above the title. */
function leadFrom(page: Page, probabilities: Float32Array, cut: number): number {
  const isKept = (i: number) => probabilities[i]! >= cut;
  const lead = page.lines.findIndex((line, i) => line.isProse && line.length >= MIN_LEAD && isKept(i));
  return lead < 0 ? page.lines.findIndex((_, i) => isKept(i)) : lead;
}
