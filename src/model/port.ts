/** What the pure core asks of the outside: articles by index, without saying where they are kept. Types only. */
import type { Article, ArticleHead, ArticleIndex } from './article.ts';

/** Who only reads. */
export interface ArticleReader {
  readonly count: number;
  /** Reads one article back; the same content each time until it is replaced. */
  get(index: ArticleIndex): Article;
  /** The same without its text and all that follows from it: a fraction of the cost where that is not asked for. */
  head(index: ArticleIndex): ArticleHead;
}

export interface ArticlePort extends ArticleReader {
  /** Puts another analysis of the same article in its place (second cleaning pass). */
  replace(index: ArticleIndex, article: Article): void;
}
