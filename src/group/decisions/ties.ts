/**
 * Articles that belong together and articles that must not: disjoint sets with marks, where two sets whose marks exclude
 * each other are never joined. Owns that promise; must not know what a decision or a link is. Marks of the smaller set
 * are added to the greater, so all joins together cost O(marks log marks).
 */
import type { ArticleIndex } from '../../model/article.ts';

/** Marks of one exclusion: of those that exclude each other all, and of the two sides of one. */
const MARKS = 3;
const ANY = 0;
const LEFT = 1;
const RIGHT = 2;

export class Ties {
  readonly #parents = new Map<ArticleIndex, ArticleIndex>();
  readonly #marks = new Map<ArticleIndex, Set<number>>();
  #exclusions = 0;

  /** The smallest article of the set. */
  find(article: ArticleIndex): ArticleIndex {
    let at = article;
    for (let above = this.#parents.get(at); above !== undefined; above = this.#parents.get(at)) {
      const next = this.#parents.get(above);
      if (next !== undefined) this.#parents.set(at, next);
      at = above;
    }
    return at;
  }

  /** False where the two must stay apart. */
  join(a: ArticleIndex, b: ArticleIndex): boolean {
    const [x, y] = [this.find(a), this.find(b)];
    if (x === y) return true;
    const marksX = this.#marks.get(x) ?? new Set<number>();
    const marksY = this.#marks.get(y) ?? new Set<number>();
    const [few, many] = marksX.size < marksY.size ? [marksX, marksY] : [marksY, marksX];
    for (const mark of few) if (many.has(excludedBy(mark))) return false;
    for (const mark of few) many.add(mark);
    const [root, below] = x < y ? [x, y] : [y, x];
    this.#parents.set(below, root);
    this.#marks.delete(below);
    if (many.size > 0) this.#marks.set(root, many);
    return true;
  }

  /** No two of these are joined from now on. Calls `onJoined` for each that is one with an earlier one already. */
  exclude(articles: readonly ArticleIndex[], onJoined: (a: ArticleIndex, b: ArticleIndex) => void): void {
    const mark = MARKS * this.#exclusions++ + ANY;
    const firstOf = new Map<ArticleIndex, ArticleIndex>();
    for (const article of articles) {
      const root = this.find(article);
      const first = firstOf.get(root);
      if (first === undefined) firstOf.set(root, article);
      else if (first !== article) onJoined(first, article);
      this.#mark(root, mark);
    }
  }

  /** None of the first is joined with one of the second from now on. */
  excludeSides(
    left: readonly ArticleIndex[],
    right: readonly ArticleIndex[],
    onJoined: (a: ArticleIndex, b: ArticleIndex) => void,
  ): void {
    const mark = MARKS * this.#exclusions++;
    const leftOf = new Map(left.map((article) => [this.find(article), article]));
    for (const root of leftOf.keys()) this.#mark(root, mark + LEFT);
    for (const article of right) {
      const root = this.find(article);
      const joined = leftOf.get(root);
      if (joined !== undefined) onJoined(joined, article);
      this.#mark(root, mark + RIGHT);
    }
  }

  #mark(root: ArticleIndex, mark: number): void {
    const marks = this.#marks.get(root);
    if (marks === undefined) this.#marks.set(root, new Set([mark]));
    else marks.add(mark);
  }
}

function excludedBy(mark: number): number {
  const side = mark % MARKS;
  return side === LEFT ? mark + 1 : side === RIGHT ? mark - 1 : mark;
}
