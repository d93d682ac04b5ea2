/** What the pure core asks of the outside: articles by index, without saying where they are kept. Types only. */
import type { Article, ArticleIndex } from './article.ts';

export interface ArticlePort {
  readonly count: number;
  /** Reads one article back; the same content each time until `replace`. */
  get(index: ArticleIndex): Article;
  /** Puts another analysis of the same article in its place (second cleaning pass). */
  replace(index: ArticleIndex, article: Article): void;
}
