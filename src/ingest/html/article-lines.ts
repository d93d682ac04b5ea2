/**
 * Which lines of a page are its article, and why each of the others is not. Starts from what the extractor took and
 * corrects it by what the markup declares, rule by rule; a rule that would take away more than its share is not
 * believed on this page. Owns the rules and their order; knows no words of any language. Linear.
 */
import type { DropReason } from '../../model/article.ts';
import type { BodyMatch } from './body-match.ts';
import { countLetters, type LineSignals, readSignals } from './line-signals.ts';
import type { PageElement, PageLine } from './page-tree.ts';

/** What a rule must leave of the letters. */
const LEAST_LEFT = 0.5;
/** Of microdata and structured data more must fit: a truncated body would cut the article. */
const LEAST_IN_BODY = 0.6;
/** A line that is hardly more than a link, and how long it and how much of the article such lines may be. */
const LINK_LINE = { share: 0.8, letters: 200, most: 0.1 };
/** How far inside the body a quotation may stand. */
const QUOTATION_DEPTH = 3;

export interface PageEvidence {
  readonly lines: readonly PageLine[];
  /** Pieces that the extractor took. */
  readonly taken: ReadonlySet<number>;
  /** How the lines fit the text in the structured data, where the page has one. */
  readonly body: BodyMatch | undefined;
  /** Whether this line is the title of the article. */
  readonly isTitle: (line: PageLine) => boolean;
}

/** For each line the reason why it stands outside the article; undefined for those inside. */
export function judgeLines(evidence: PageEvidence): readonly (DropReason | undefined)[] {
  const { lines, body } = evidence;
  const signals = readSignals(lines, evidence.taken);
  const article = new Selection(signals);
  article.drop((s) => s.isDeclaredOutside, 'navigation');
  article.drop((s) => s.isFigure || s.named === 'caption-pair', 'caption-pair');
  article.drop((s) => s.isTime, 'byline');
  article.drop((s) => s.named !== undefined && s.quotation === undefined, 'navigation');
  article.drop((s) => !s.isBodyProperty, 'navigation', LEAST_IN_BODY);
  dropOtherArticles(article, signals);
  keepQuotations(article, lines, signals);
  if (body !== undefined) followBody(article, signals, body);
  article.drop(
    (s) => s.linkShare > LINK_LINE.share && s.letters < LINK_LINE.letters,
    'card-run',
    1 - LINK_LINE.most,
  );
  keepTitle(article, evidence, signals);
  return article.reasons();
}

/** The lines that are taken for the article so far. */
class Selection {
  readonly #signals: readonly LineSignals[];
  readonly #reasons: (DropReason | undefined)[];

  constructor(signals: readonly LineSignals[]) {
    this.#signals = signals;
    this.#reasons = signals.map((s) => (s.isReadable ? undefined : reasonFor(s, 'navigation')));
  }

  has(i: number): boolean {
    return i >= 0 && i < this.#reasons.length && this.#reasons[i] === undefined;
  }

  first(): number {
    return this.#reasons.indexOf(undefined);
  }

  keep(i: number): void {
    this.#reasons[i] = undefined;
  }

  /** Drops the lines that a rule speaks of, unless less than `left` of the letters would remain. */
  drop(rule: (signals: LineSignals, i: number) => boolean, reason: DropReason, left = LEAST_LEFT): void {
    let total = 0;
    let remaining = 0;
    this.#signals.forEach((s, i) => {
      if (!this.has(i)) return;
      total += s.letters;
      if (!rule(s, i)) remaining += s.letters;
    });
    if (remaining < left * total) return;
    this.#signals.forEach((s, i) => {
      if (this.has(i) && rule(s, i)) this.#reasons[i] = reasonFor(s, reason);
    });
  }

  letters(rule: (i: number) => boolean): number {
    return this.#signals.reduce((sum, s, i) => sum + (this.has(i) && rule(i) ? s.letters : 0), 0);
  }

  reasons(): readonly (DropReason | undefined)[] {
    return this.#reasons;
  }
}

/** What the markup says of a line is more telling than the rule that dropped it. */
function reasonFor(signals: LineSignals, reason: DropReason): DropReason {
  if (reason !== 'navigation') return reason;
  return signals.isFigure ? 'caption-pair' : (signals.named ?? reason);
}

/** The fewest `<article>` elements that are a list of articles rather than one with a box. */
const ARTICLE_LIST = 3;

/** Teasers of other articles are articles of their own: the one that holds half of the letters is meant. */
function dropOtherArticles(article: Selection, signals: readonly LineSignals[]): void {
  const letters = new Map<PageElement, number>();
  signals.forEach((s, i) => {
    if (article.has(i) && s.article !== undefined)
      letters.set(s.article, (letters.get(s.article) ?? 0) + s.letters);
  });
  if (letters.size < ARTICLE_LIST) return;
  const [main] = [...letters].reduce((a, b) => (b[1] > a[1] ? b : a));
  article.drop((s) => s.article !== undefined && s.article !== main, 'card-run');
}

/** A quotation in the body belongs to it: extractors take embedded posts for widgets. */
function keepQuotations(
  article: Selection,
  lines: readonly PageLine[],
  signals: readonly LineSignals[],
): void {
  const letters = countLetters(lines.filter((_, i) => article.has(i)));
  const isBody = (element: PageElement): boolean =>
    element.name !== 'body' && element.name !== 'html' && 2 * letters.in(element) >= letters.total;
  signals.forEach((s, i) => {
    if (article.has(i) || s.quotation === undefined || s.isDeclaredOutside || s.named === 'comments') return;
    let at = s.quotation.parent;
    for (let depth = 0; depth < QUOTATION_DEPTH && at !== undefined; depth++, at = at.parent) {
      if (at.name === 'form') return;
      if (!isBody(at)) continue;
      article.keep(i);
      return;
    }
  });
}

/**
 * The structured data holds the text itself: what is not in it goes, what is in it comes back, if most of the article
 * so far is in it. Headings and quotations are often left out of it, so between lines that fit they stay.
 */
function followBody(article: Selection, signals: readonly LineSignals[], body: BodyMatch): void {
  const fitting = article.letters((i) => body.fits(i));
  if (fitting < LEAST_IN_BODY * article.letters(() => true)) return;
  for (let i = 0; i < signals.length; i++) if (body.isFound(i) && !article.has(i)) article.keep(i);
  let last = signals.length - 1;
  while (last >= 0 && !(article.has(last) && body.fits(last))) last--;
  let first = 0;
  while (first < last && !(article.has(first) && body.fits(first))) first++;
  article.drop(
    (s, i) => !body.fits(i) && (i < first || i > last || (body.isLong(i) && s.quotation === undefined)),
    'navigation',
    0,
  );
}

/** Letters of a line that is the text itself: a line and a half of print. What stands above that is head. */
const TEXT_LETTERS = 80;
/** What stands above the title is no article; more than this share of the letters may not be, or the heading is another. */
const MOST_ABOVE_TITLE = 0.1;

/**
 * The title stands above the text, often outside of what extractors take, and below the trail and the name of its
 * section, which they take now and then.
 */
function keepTitle(article: Selection, evidence: PageEvidence, signals: readonly LineSignals[]): void {
  const text = signals.findIndex((s, i) => article.has(i) && s.letters >= TEXT_LETTERS && !s.isHeading);
  const from = text < 0 ? article.first() : text;
  for (let i = Math.min(from, signals.length - 1); i >= 0; i--) {
    const line = evidence.lines[i];
    if (line === undefined || signals[i]?.isHeading !== true || !evidence.isTitle(line)) continue;
    article.keep(i);
    article.drop((_, at) => at < i, 'navigation', 1 - MOST_ABOVE_TITLE);
    return;
  }
}
