/**
 * One raw article to blocks: segments, then marks pass by pass, then roles. Owns the order of the passes and the two
 * safeguards: no drop without a hard signal, and a fall-back where too little would remain. Deletes nothing.
 */
import type { Block, OutsideRange, TextRange } from '../model/article.ts';
import type { SiteRules } from '../model/rules.ts';
import { findBanners, markConsent } from './consent.ts';
import { markDeclared } from './declared.ts';
import { markDuplicates } from './duplicates.ts';
import { type Passages, passagesOf, polyglotTail } from './foreign.ts';
import { markImprobable } from './improbable.ts';
import { countLabels, findCredits, markCredits } from './labels.ts';
import type { LineMeasures } from './line.ts';
import { DEFAULT_LOOKUP, type Lookup } from './lookup.ts';
import { countMarks, drop, keptLines, type Marks } from './marks.ts';
import { markInline, markPrompts, markTransparency } from './metadata.ts';
import { isTight, type Page, proseMass, readPage } from './page.ts';
import { markEdges } from './page-edges.ts';
import { raisedScores, type Score, scoreDump, scoresWithoutBanners } from './page-scores.ts';
import { titleOfClean } from './page-title.ts';
import { PlainLine } from './plain.ts';
import { markPullQuotes } from './pull-quotes.ts';
import { findParts, firstTitle, roleOf, titleOf } from './roles.ts';
import { type Origin, type Ruling, ruleLines } from './rules/index.ts';
import type { BlockModels } from './score/model.ts';
import { markLinks, markSections } from './sections.ts';
import { hasOtherBreaks, type Segment, segmentText } from './segment.ts';

export interface CleanInput extends Origin {
  readonly text: string;
  readonly title?: string;
  /** What the markup of the page declares to stand outside the article. */
  readonly outside?: readonly OutsideRange[];
}

export interface CleanResult {
  readonly blocks: readonly Block[];
  /** From the text where it stands there, else the given one, else empty. */
  readonly title: string;
  readonly titleInText: boolean;
}

/** What the cleaner knows: other phrases and other models are for measuring. */
export interface CleanSettings {
  readonly lookup?: Lookup;
  readonly models?: BlockModels;
}

/**
 * Blocks of one raw article, in order, covering every character that is not white space; dropped ones say why. Site
 * rules have the last word; other settings are for measuring.
 */
export function cleanArticle(
  input: CleanInput,
  rules?: SiteRules,
  settings: CleanSettings = {},
): CleanResult {
  const page = readPage(input.text, settings.lookup ?? DEFAULT_LOOKUP, input.url);
  const marks: Marks = new Array(page.lines.length);
  markDeclared(page, input.outside ?? [], marks);
  const isMarkedUp = input.outside !== undefined && input.outside.length > 0;
  const score = isMarkedUp
    ? undefined
    : (article: Page, tail: number) => scoreDump(article, tail, settings.models);
  const inside = markInside(page, marks, score);
  return assemble(page.lines, marks, input, rules, inside);
}

/** What the passes found beside marks. */
interface Inside {
  /** How likely each line is article, where that was asked. */
  readonly probabilities?: Float32Array;
  /** The line of the title, -1 where none was told from the others. */
  readonly title: number;
}

/**
 * The passes see only what the markup leaves: it has judged the rest, and chrome that is known to be chrome must not
 * make the article suspicious. The model is left out where there was markup: it knows less than that (HTML pages, F1
 * 0.970 with it, 0.975 without).
 */
function markInside(page: Page, marks: Marks, score: Score | undefined): Inside {
  const inside = keptLines(page.lines.length, marks);
  const isAll = inside.length === page.lines.length;
  const article = isAll ? page : { ...page, lines: inside.map((i) => page.lines[i]!) };
  const passages = passagesOf(article);
  const tail = polyglotTail(passages);
  const first = score?.(article, tail);
  const banners = findBanners(article, first !== undefined);
  const scores =
    score === undefined || first === undefined
      ? undefined
      : scoresWithoutBanners(article, tail, score, first, banners);
  const labelCounts = countLabels(article);
  const structural = markStructure(article, labelCounts, passages, scores, tail, banners);
  const rest = (by: Float32Array | undefined) =>
    markRest(article, labelCounts, structural, by, tail, score === undefined);
  let all = rest(scores);
  let isEnough = leavesEnough(article, all.marks);
  const raised = isEnough || scores === undefined ? undefined : raisedScores(article, scores, structural);
  if (raised !== undefined) {
    all = rest(raised);
    isEnough = leavesEnough(article, all.marks);
  }
  const chosen = isEnough ? all.marks : structural;
  const probabilities = scores === undefined ? undefined : new Float32Array(page.lines.length);
  inside.forEach((i, position) => {
    marks[i] = chosen[position];
    if (probabilities !== undefined) probabilities[i] = scores?.[position] ?? 0;
  });
  const title = isEnough ? (inside[all.title] ?? -1) : -1;
  return probabilities === undefined ? { title } : { probabilities, title };
}

/** The same blocks with everything kept but what site rules drop: segmentation and roles only. */
export function segmentOnly(input: CleanInput, rules?: SiteRules): CleanResult {
  return assemble(segmentText(input.text).map(plainLine), [], input, rules);
}

function plainLine(segment: Segment): PlainLine {
  return new PlainLine(segment);
}

/** Breaks inside a wrapped block, told by any mark, become line feeds: two copies differ in them only. */
const LINE_BREAKS = /\r\n|[\r\u2028\u2029]/g;

/** Cleaned text: the kept blocks joined by line feeds. `joined`: a text for which `isJoined` holds, if there is one. */
export function keptText(blocks: readonly Block[], joined?: string): string {
  const text = joined !== undefined && areKept(blocks) ? joined : joinKept(blocks);
  // No block begins or ends with a break, so none is made or lost where two meet.
  return hasOtherBreaks(text) ? text.replace(LINE_BREAKS, '\n') : text;
}

/** Whether the text is nothing but the blocks, with one break between two. */
export function isJoined(blocks: readonly Block[], raw: string): boolean {
  let next = 0;
  for (const { start, end } of blocks) {
    if (start !== next) return false;
    next = end + 1;
  }
  return next === raw.length + 1;
}

function areKept(blocks: readonly Block[]): boolean {
  for (const { kept } of blocks) if (!kept) return false;
  return true;
}

function joinKept(blocks: readonly Block[]): string {
  let text = '';
  for (const block of blocks) if (block.kept) text += text === '' ? block.text : `\n${block.text}`;
  return text;
}

/** Passes that need no gate: each has a hard signal of its own. */
function markStructure(
  page: Page,
  labelCounts: Uint32Array,
  passages: Passages,
  scores: Float32Array | undefined,
  tail: number,
  banners: Marks,
): Marks {
  const marks: Marks = new Array(page.lines.length);
  const isDump = scores !== undefined;
  const credits = findCredits(page, labelCounts);
  markCredits(page, credits, marks);
  markConsent(banners, marks);
  markTransparency(page, marks);
  const polyglotTail = isDump ? tail : -1;
  const signals = { credits, labelCounts, isGateOpen: isDump, polyglotTail, passages, scores };
  markSections(page, signals, marks);
  markInline(page, marks);
  if (isDump) markLinks(page, marks);
  return marks;
}

/** Passes for pages that have shown chrome; the title of those that have not is sought as well. */
function markRest(
  page: Page,
  labelCounts: Uint32Array,
  structural: Marks,
  scores: Float32Array | undefined,
  tail: number,
  isMarkedUp: boolean,
): { readonly marks: Marks; readonly title: number } {
  const marks = structural.slice();
  const isClean = scores === undefined && !isMarkedUp;
  const scored = scores === undefined ? undefined : markImprobable(page, labelCounts, scores, tail, marks);
  let found = scored?.title ?? -1;
  if (isClean) {
    const first = firstTitle(page.lines, keptLines(page.lines.length, marks));
    found = titleOfClean(page, labelCounts, first, marks);
    markEdges(page, found, marks);
    if (countMarks(structural) === 0) return { marks, title: found };
  }
  markPrompts(page, marks, scores !== undefined, isMarkedUp);
  const kept = keptLines(page.lines.length, marks);
  const title = found >= 0 ? found : firstTitle(page.lines, kept);
  markDuplicates(page, title, marks);
  markPullQuotes(page, title, marks);
  dropDangling(page, marks, scored?.joins);
  return { marks, title: found };
}

/**
 * A heading at the very end heads nothing: the rest of its section has been dropped. A signature hangs, and what was found
 * to be of the text (`joins`) is no heading.
 */
function dropDangling(page: Page, marks: Marks, joins: Uint8Array | undefined): void {
  let last = page.lines.length - 1;
  while (last >= 0 && marks[last] !== undefined) last--;
  const isCut = last > 0 && last < page.lines.length - 1;
  if (isCut && page.lines[last]?.isLabel === true && joins?.[last] !== 1 && !isTight(page, last)) {
    marks[last] = { role: 'chrome', reason: 'after-closer', confidence: 0.6 };
  }
}

/**
 * Least share of all prose that must remain, in prose or short sentences, and at least one of them. Under a hundred
 * comments an article is a few hundredths of its page: at 0.1 five of 890 dumps were kept whole, F1 aeb .9051, at 0.05 .9104 and at 0.02 .9104.
 */
const MIN_LEFT_SHARE = 0.02;

function leavesEnough(page: Page, marks: Marks): boolean {
  let mass = 0;
  page.lines.forEach((line, i) => {
    if (marks[i] === undefined && (line.isProse || line.isTerminal)) mass += line.length;
  });
  return mass > 0 && mass >= MIN_LEFT_SHARE * proseMass(page, 0, page.lines.length);
}

/** Confidence of kept blocks of a text without chrome: the share kept of clean texts is higher. */
const UNSCORED = 0.99;

/** Site rules have the last word: what they keep or drop is not judged any more. */
function overrule(marks: Marks, rulings: readonly (Ruling | undefined)[]): Marks {
  const ruled = marks.slice();
  rulings.forEach((ruling, i) => {
    if (ruling === undefined) return;
    ruled[i] = undefined;
    if (!ruling.kept) drop(ruled, i, 'site-rule', 1);
  });
  return ruled;
}

function assemble(
  lines: readonly (LineMeasures & TextRange)[],
  automatic: Marks,
  input: CleanInput,
  rules: SiteRules | undefined,
  { probabilities, title }: Inside = { title: -1 },
): CleanResult {
  const rulings = rules === undefined ? undefined : ruleLines(lines, input, rules);
  const marks = rulings === undefined ? automatic : overrule(automatic, rulings);
  const given = input.title;
  const parts = findParts(lines, keptLines(lines.length, marks), given, title);
  const blocks = lines.map((line, i): Block => {
    const { text, start, end } = line;
    const mark = marks[i];
    const ruling = rulings?.[i];
    const rule = ruling === undefined ? undefined : { rule: ruling.rule };
    if (mark !== undefined) {
      const { role, reason, confidence } = mark;
      return { text, start, end, kept: false, role, reason, confidence, ...rule };
    }
    const role = roleOf(line, i, parts);
    const confidence = ruling === undefined ? (probabilities?.[i] ?? UNSCORED) : 1;
    // A spread of nothing costs as much as the rest.
    if (rule === undefined) return { text, start, end, kept: true, role, confidence };
    return { text, start, end, kept: true, role, confidence, ...rule };
  });
  const inText = titleOf(lines, parts);
  return { blocks, title: inText ?? given ?? '', titleInText: inText !== undefined };
}
