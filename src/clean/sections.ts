/**
 * Where the article ends and other things follow: headings of related articles, comment sections, section breaks,
 * runs of cards. Every cut has a guard, because a wrong cut costs half an article (the cleaning study, section 3).
 * Linear: masses and card runs come from two passes over the page.
 */
import { alienTails, mayEndAlien, OPENING, type Passages } from './foreign.ts';
import { statementsFrom } from './joining.ts';
import { type Line, labelOf } from './line.ts';
import { drop, type Marks } from './marks.ts';
import type { Page } from './page.ts';
import { Stems } from './stems.ts';
import { asks, isTalk } from './talk.ts';
import { asksOrShouts } from './title-candidates.ts';

export interface SectionSignals {
  readonly credits: readonly boolean[];
  /** By line, see `countLabels`. */
  readonly labelCounts: Uint32Array;
  /** Comment headings are common words: they cut only on pages that show other chrome. */
  readonly isGateOpen: boolean;
  /** Where the text goes over into many languages, see `polyglotTail`. */
  readonly polyglotTail: number;
  readonly passages: Passages;
  /** How likely each line is article, where that was asked. */
  readonly scores: Float32Array | undefined;
}

/** What follows a cut may hold this share of the prose before it (the cleaning study, section 3). */
const MAX_TAIL_SHARE = 0.35;
/** Letters of prose that must stand before a cut: two short paragraphs. */
const MIN_BODY = 200;
/** The last section of an article may have the heading of a list of links; teasers have headlines. */
const MAX_LAST_STATEMENTS = 2;
/** Lines of an inline box of links, heading included. */
const MAX_BOX = 8;
/** Two empty lines of no-break spaces part the sections of a page. */
const MIN_SEPARATORS = 2;
/** One such break between paragraphs may be where the article ends. */
const MIN_SPACED = 2;

/** Marks the tail of the page after the first heading or break that closes the article. */
export function markSections(page: Page, signals: SectionSignals, marks: Marks): void {
  const { lines } = page;
  const mass = prefixMass(lines, marks, (line) => line.isProse);
  // A clean text may be a list under a heading like "Read next": there every letter counts, not only prose.
  const tail = signals.isGateOpen ? mass : prefixMass(lines, marks, () => true);
  const total = tail[lines.length] ?? 0;
  const isCardRun = cardRuns(lines, signals, marks);
  const isSpaced = hasSpacedText(lines);
  let alien: Uint8Array | undefined;
  const alienFrom = (i: number): number => {
    // Lines are asked for from above: of those before the first nothing need be known.
    alien ??= alienTails(signals.passages, marks, i);
    return alien[i] ?? 0;
  };
  /** Hashes of headings that had a box of links inside the text below them. */
  const boxes = new Set<number>();
  const stems = new Stems(page);
  let added = 0;
  /** Whether a line speaks of what the prose above line `end` speaks of; asked with `end` never falling. */
  const speaksOfText = (end: number, i: number): boolean => {
    for (; added < end; added++) if (lines[added]!.isProse && marks[added] === undefined) stems.add(added);
    return stems.shares(i);
  };
  let mayEnd: boolean | undefined;
  const isAlienToTheEnd = (i: number): boolean => {
    mayEnd ??= mayEndAlien(signals.passages, marks);
    return mayEnd && alienFrom(i) === 2;
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const before = mass[i] ?? 0;
    if (line === undefined || before < MIN_BODY) continue;
    const isShortTail = total - (tail[i] ?? 0) < MAX_TAIL_SHARE * before;
    if (opensSection(line, signals) && isShortTail && !isSpaced) {
      dropTail(lines, i, 'separator-section', marks);
      return;
    }
    if (isCloser(line, signals)) {
      if (!signals.isGateOpen && endsInStatements(lines, i + 1) && alienFrom(i + 1) === 0) {
        drop(marks, i, 'closer', 0.7);
        return;
      }
      // Under the third "Suggested reading" of a clean text its last paragraphs go on as they did under the others.
      const isBox = !signals.isGateOpen && boxes.has(line.labelHash);
      const isEnd = isShortTail && !isBox && !goesOnBelow(lines, i, signals, speaksOfText);
      if (isEnd || (isCardRun[i + 1] ?? 0) > 0 || alienFrom(i + 1) > 0) {
        drop(marks, i, line.phrase === 'comments' ? 'comments' : 'closer', 0.9);
        dropTail(lines, i + 1, line.phrase === 'comments' ? 'comments' : 'after-closer', marks);
        return;
      }
      boxes.add(line.labelHash);
      i = dropBox(lines, i, marks);
    } else if (
      isCardRun[i] === 2 ||
      i === signals.polyglotTail ||
      (signals.isGateOpen && line.isLabel && before >= OPENING && isAlienToTheEnd(i))
    ) {
      dropTail(lines, i, 'card-run', marks);
      return;
    }
  }
}

/** Below a break another section starts with its heading; what only goes on after it is the last part of a text. */
function opensSection(line: Line, signals: SectionSignals): boolean {
  return line.separatorsBefore >= MIN_SEPARATORS && (signals.isGateOpen || line.isLabel);
}

/** Whether breaks part the paragraphs themselves: prose stands on both sides of two or more. */
function hasSpacedText(lines: readonly Line[]): boolean {
  let spaced = 0;
  for (let i = 1; i < lines.length; i++) {
    const isBreak = (lines[i]?.separatorsBefore ?? 0) >= MIN_SEPARATORS;
    if (isBreak && lines[i]?.isProse === true && lines[i - 1]?.isProse === true) spaced++;
  }
  return spaced >= MIN_SPACED;
}

/** Whether a sentence or two, and nothing like a headline or a link, are all that is left. */
function endsInStatements(lines: readonly Line[], from: number): boolean {
  const left = lines.length - from;
  return left > 0 && left <= MAX_LAST_STATEMENTS && lines.slice(from).every((line) => line.isTerminal);
}

function isCloser(line: Line, signals: SectionSignals): boolean {
  return line.phrase === 'closer' || (line.phrase === 'comments' && signals.isGateOpen && line.isLabel);
}

function prefixMass(lines: readonly Line[], marks: Marks, counts: (line: Line) => boolean): Float64Array {
  const mass = new Float64Array(lines.length + 1);
  lines.forEach((line, i) => {
    const own = counts(line) && marks[i] === undefined ? line.length : 0;
    mass[i + 1] = (mass[i] ?? 0) + own;
  });
  return mass;
}

/** Paragraphs between two labels of a card run: a teaser, or one that lost its label and the next. */
const MAX_CARD_PROSE = 2;
const MIN_CARD_LABELS = 2;
/** Without a heading it takes this many credits to call a tail a run of cards (section 5, signal 2). */
const MIN_BARE_CARD_LABELS = 3;

/**
 * For each line: 1 where everything from here on is cards (labels with at most two paragraphs between them), 2 where
 * that run also starts exactly here and shows enough credits to need no heading, 0 elsewhere.
 */
function cardRuns(lines: readonly Line[], signals: SectionSignals, marks: Marks): Uint8Array {
  const runs = new Uint8Array(lines.length + 2);
  let labels = 0;
  let credits = 0;
  let prose = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (line === undefined || marks[i]?.reason === 'consent') continue;
    const isRepeated = line.isLabel && signals.labelCounts[i]! > 1;
    if (isRepeated || signals.credits[i] === true) {
      labels++;
      if (signals.credits[i] === true) credits++;
      prose = 0;
    } else if (line.isProse && ++prose > MAX_CARD_PROSE) {
      break;
    }
    if (labels >= MIN_CARD_LABELS) runs[i] = 1;
    const isStart = marks[i]?.reason === 'caption-pair' || signals.credits[i] === true;
    if (isStart && labels >= MIN_BARE_CARD_LABELS && credits > 0) runs[i] = 2;
  }
  return runs;
}

function dropTail(
  lines: readonly Line[],
  from: number,
  reason: 'separator-section' | 'after-closer' | 'card-run' | 'comments',
  marks: Marks,
): void {
  for (let i = from; i < lines.length; i++) drop(marks, i, reason, 0.85);
}

/**
 * Least probability of a paragraph below a heading of links with which the text goes on. On aeb and wcxb-dev 0.6, 0.7
 * and 0.8 give the same.
 */
const SURE = 0.7;
/** The same of the first of several paragraphs without a headline between them. */
const POSSIBLE = 0.2;

/**
 * Whether the text goes on below a few links, so that the box stands in the middle of it: the scorer is sure of the
 * first paragraph there, or that is no lead of a link and speaks of what the text above speaks of.
 */
function goesOnBelow(
  lines: readonly Line[],
  heading: number,
  { scores }: SectionSignals,
  speaksOfText: (end: number, i: number) => boolean,
): boolean {
  if (lines[heading]?.phrase === 'comments') return false;
  let end = heading + 1;
  while (end < lines.length && end - heading <= MAX_BOX && lines[end]?.isProse === false) end++;
  if (lines[end]?.isProse !== true || lines[end]?.isTerminal !== true) return false;
  if (scores !== undefined && scores[end]! >= SURE) return true;
  const links = end - heading - 1;
  const statements = statementsFrom(end, (i) => lines[i]?.isTerminal === true) - end;
  // A single link with one paragraph may be a headline with its lead.
  if (links > MAX_LINKS || links + statements < 3) return false;
  if (scores !== undefined && statements > 1 && scores[end]! >= POSSIBLE) return true;
  for (let i = end; i < end + statements; i++) if (speaksOfText(heading, i)) return true;
  return false;
}

/** Shortest headline of another article, in Latin letters: headings of sections are shorter. */
const MIN_LINK = 24;
/** Headlines below one heading inside a text. */
const MAX_LINKS = 3;

/**
 * Drops the headlines of other articles below a heading of links inside the text of a page: what stands between the
 * heading and the next paragraph and is too long to be the heading of that paragraph.
 */
export function markLinks({ lines, lookup }: Page, marks: Marks): void {
  let isOfTalk: boolean | undefined;
  for (let i = 0; i + 1 < lines.length; i++) {
    const { phrase, isLabel } = lines[i]!;
    if (!isLabel || (phrase !== 'closer' && phrase !== 'read-more')) continue;
    if (phrase === 'read-more' && !lookup.headsLinks(labelOf(lines[i]!))) continue;
    let end = i + 1;
    while (end < lines.length && end - i <= MAX_LINKS && isHeadline(lines[end]!)) end++;
    if (lines[end]?.isProse !== true && lines[end]?.isTerminal !== true) continue;
    // The last line may be the question that the paragraph answers.
    if (end > i + 2 && asks(lines[end - 1]!) && lines[end]!.isProse) {
      isOfTalk ??= isTalk(lines);
      if (isOfTalk) end--;
    }
    for (let at = i + 1; at < end; at++) drop(marks, at, 'read-more', 0.7);
  }
}

function isHeadline({ phrase, isProse, hasLabel, ending, text, length }: Line): boolean {
  if (phrase !== undefined || isProse || !hasLabel || length < MIN_LINK) return false;
  return ending !== 'terminal' || asksOrShouts(text);
}

/** A box of links inside the article: the heading and the labels right below it. Returns its last line. */
function dropBox(lines: readonly Line[], heading: number, marks: Marks): number {
  let end = heading + 1;
  while (end < lines.length && end - heading <= MAX_BOX && lines[end]?.isLabel === true) end++;
  const hasLinks = end > heading + 1 && end - heading <= MAX_BOX;
  drop(marks, heading, 'closer', 0.7);
  if (!hasLinks) return heading;
  // The last label before prose may be a heading of the article: it stays.
  const last = lines[end]?.isProse === true ? end - 1 : end;
  for (let i = heading + 1; i < last; i++) drop(marks, i, 'after-closer', 0.6);
  return last - 1;
}
