/**
 * What a cleaner makes of injected chrome: of each part, language and kind of page the share of injected lines that it
 * dropped, and the share of the article's characters that it lost. Owns the counting, not the pages.
 */
import { cleanArticle } from '../../../src/clean/index.ts';
import { createLookup, DEFAULT_LOOKUP } from '../../../src/clean/lookup.ts';
import { LEXICON } from '../../../src/clean/phrases/lexicon.ts';
import type { Block } from '../../../src/model/article.ts';
import { ARTICLES } from './articles.ts';
import { type Half, halfOf, isKnown } from './hold-out.ts';
import { buildPage, LAYOUTS, PAGE_KINDS, type PageLine, printPage } from './page.ts';
import { createRandom } from './random.ts';

export interface Tally {
  injected: number;
  dropped: number;
}

export interface Score {
  readonly all: Tally;
  /** Lines made of one phrase, by whether the cleaner knew it. */
  readonly known: Tally;
  readonly heldOut: Tally;
  readonly parts: Map<string, Tally>;
  readonly languages: Map<string, Tally>;
  readonly kinds: Map<string, Tally>;
  /** Characters of articles, by language of the chrome. */
  readonly articles: Map<string, Tally>;
  readonly article: Tally;
  /** Injected lines that stayed, by part, and lines of articles that did not, by reason. */
  readonly errors: Map<string, string[]>;
}

export interface Trial {
  readonly seed: number;
  readonly pagesPerCell: number;
  readonly languages: readonly string[];
  /** `none` shows what structure alone misses: the cleaner knows every phrase. */
  readonly heldOut: 'half' | 'none';
}

/** Languages that have phrases in every class: the fewest have labels of generated texts. */
export const LANGUAGES: readonly string[] = Object.keys(LEXICON.generated[0]?.phrases ?? {}).filter(
  (language) => language !== 'mul',
);

/** Both halves of the phrases, every kind of page and layout, each language: `pagesPerCell` pages each. */
export function scoreInjection({ seed, pagesPerCell, languages, heldOut }: Trial): Score {
  const score: Score = {
    all: tally(),
    known: tally(),
    heldOut: tally(),
    parts: new Map(),
    languages: new Map(),
    kinds: new Map(),
    articles: new Map(),
    article: tally(),
    errors: new Map(),
  };
  for (const half of [0, 1] as const) {
    const lookup = heldOut === 'half' ? createLookup(halfOf(LEXICON, half)) : DEFAULT_LOOKUP;
    languages.forEach((language, languageNumber) => {
      // One stream of random numbers a language: a language more changes no page of another.
      const random = createRandom(seed + 1000 * languageNumber + 500 * half);
      for (const kind of PAGE_KINDS) {
        for (const layout of LAYOUTS) {
          for (let n = 0; n < pagesPerCell; n++) {
            const article = random.pick(ARTICLES);
            const others = ARTICLES.filter((other) => other !== article);
            const page = buildPage({ kind, language, article, others }, LEXICON, random);
            const { text, starts } = printPage(page, layout);
            const { blocks } = cleanArticle({ text }, undefined, { lookup });
            count(score, page, readFates(starts, blocks), half, [language, `${kind}, ${layout}`]);
          }
        }
      }
    });
  }
  return score;
}

function tally(): Tally {
  return { injected: 0, dropped: 0 };
}

/** Why each line of a page was dropped, undefined where it was kept: by the block that holds its first character. */
function readFates(starts: readonly number[], blocks: readonly Block[]): readonly (string | undefined)[] {
  let at = 0;
  return starts.map((start) => {
    while ((blocks[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++;
    return blocks[at]?.reason;
  });
}

function count(
  score: Score,
  page: readonly PageLine[],
  fates: readonly (string | undefined)[],
  half: Half,
  [language, kind]: readonly [string, string],
): void {
  // Of two equal lines, the article's and its copy, it does not matter which one stays.
  const wanted = new Map<string, number>();
  for (const line of page) if (line.part === 'article') wanted.set(line.text, 1);
  const left = new Map<string, number>();
  page.forEach((line, i) => {
    if (fates[i] === undefined && wanted.has(line.text)) left.set(line.text, (left.get(line.text) ?? 0) + 1);
  });
  const copies = new Map<string, number>([...left].map(([text, n]) => [text, n - 1]));
  page.forEach((line, i) => {
    if (line.part === 'article') {
      const size = line.text.replace(/\s/g, '').length;
      const dropped = left.has(line.text) ? 0 : size;
      for (const t of [score.article, at(score.articles, language)]) add(t, size, dropped);
      if (dropped > 0) note(score, `article, dropped as ${fates[i]}`, `${language} ${kind}: ${line.text}`);
      return;
    }
    let isDropped = fates[i] !== undefined;
    if (line.part === 'duplicate' || wanted.has(line.text)) {
      const extra = copies.get(line.text) ?? 0;
      isDropped = extra <= 0;
      copies.set(line.text, extra - 1);
    }
    const tallies = [
      score.all,
      at(score.parts, line.part),
      at(score.languages, language),
      at(score.kinds, kind),
    ];
    if (line.phrase !== undefined) tallies.push(isKnown(line.phrase, half) ? score.known : score.heldOut);
    for (const t of tallies) add(t, 1, isDropped ? 1 : 0);
    if (!isDropped) note(score, line.part, `${language} ${kind}: ${line.text}`);
  });
}

/** Keeps the beginning of a wrongly judged line to look at. */
function note(score: Score, kind: string, line: string): void {
  const errors = score.errors.get(kind) ?? [];
  errors.push(line.slice(0, 90));
  score.errors.set(kind, errors);
}

function at(tallies: Map<string, Tally>, key: string): Tally {
  const found = tallies.get(key) ?? tally();
  tallies.set(key, found);
  return found;
}

function add(target: Tally, injected: number, dropped: number): void {
  target.injected += injected;
  target.dropped += dropped;
}

/** Share of injected lines that were dropped, 0..1; 1 where there were none. */
export function rate({ injected, dropped }: Tally): number {
  return injected === 0 ? 1 : dropped / injected;
}

/** The score as text: a line for each part, kind of page and language, worst first. */
export function table(score: Score): string {
  const percent = (t: Tally) => `${(100 * rate(t)).toFixed(1).padStart(5)} %`;
  const rows = (tallies: Map<string, Tally>, lost?: Map<string, Tally>) =>
    [...tallies]
      .sort(([, a], [, b]) => rate(a) - rate(b))
      .map(([name, t]) => {
        const loss = lost?.get(name);
        const tail = loss === undefined ? '' : `  article lost ${(100 * rate(loss)).toFixed(2)} %`;
        return `  ${name.padEnd(18)} ${percent(t)} of ${t.injected}${tail}`;
      });
  return [
    `injected lines dropped ${percent(score.all)} of ${score.all.injected}`,
    `  phrases known to the cleaner ${percent(score.known)}, held out ${percent(score.heldOut)}`,
    `article characters lost ${(100 * rate(score.article)).toFixed(2)} % of ${score.article.injected}`,
    'by part',
    ...rows(score.parts),
    'by kind of page',
    ...rows(score.kinds),
    'by language of the chrome',
    ...rows(score.languages, score.articles),
  ].join('\n');
}
