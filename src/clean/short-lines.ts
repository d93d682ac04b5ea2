/**
 * Articles told in short lines: interviews, recipes, tables of results, verse. The scorer takes their lines for those of
 * a menu; but they stand by themselves between the title and chrome that is known, and are less unlikely than that. Owns
 * which lines these are; must not judge pages of which most of the text is found. Linear.
 */
import type { Line } from './line.ts';
import type { Marks } from './marks.ts';
import type { Page } from './page.ts';
import type { PhraseClass } from './phrases/phrase-list.ts';

/** Known labels of chrome by which the page says how unlikely its chrome is. */
const LEAST_KNOWN = 4;
/** How often as likely as the middle one of them a line of the article must be. */
const TIMES = 2;
/**
 * Lines of such an article, its share of the letters of the page, and the share of its own letters that the scorer finds.
 * Swept on 2026-11-27 (decision 0010): longer runs, and such of which more is found, have chrome of their own in them.
 */
const MOST_LINES = 30;
const LEAST_SHARE = 0.5;
const MOST_FOUND = 0.6;

/** Said of lines of the article, too. */
const OF_ARTICLE: ReadonlySet<PhraseClass> = new Set(['date', 'byline', 'credit'] as const);

/**
 * By line: 1 for those from `from` on up to the first that is known to be chrome, if they are such an article. `isFound`
 * tells lines that are kept without this.
 */
export function articleOfShortLines(
  { lines }: Page,
  probabilities: Float32Array,
  from: number,
  marks: Marks,
  isFound: (i: number) => boolean,
): Uint8Array {
  const article = new Uint8Array(lines.length);
  const level = levelOfChrome(lines, probabilities);
  let to = from;
  while (to < lines.length && to - from <= MOST_LINES && !isChrome(lines[to]!, marks[to])) to++;
  if (level === undefined || to === lines.length || to - from > MOST_LINES) return article;
  let [letters, found] = [0, 0];
  for (let i = from; i < to; i++) {
    if (probabilities[i]! <= TIMES * level) return article;
    letters += lines[i]!.length;
    if (isFound(i)) found += lines[i]!.length;
  }
  const all = lines.reduce((sum, { length }) => sum + length, 0);
  return letters >= LEAST_SHARE * all && found <= MOST_FOUND * letters ? article.fill(1, from, to) : article;
}

/** How likely the middle one of the labels is that are known to be chrome; undefined where there are few. */
function levelOfChrome(lines: readonly Line[], probabilities: Float32Array): number | undefined {
  const known = probabilities.filter((_, i) => lines[i]!.isLabel && isKnown(lines[i]!)).sort();
  return known.length < LEAST_KNOWN ? undefined : known[known.length >> 1];
}

function isKnown({ phrase }: Line): boolean {
  return phrase !== undefined && !OF_ARTICLE.has(phrase);
}

function isChrome(line: Line, mark: Marks[number]): boolean {
  return isKnown(line) || line.row !== undefined || (mark !== undefined && mark.reason !== 'byline');
}
