/** Analysed articles in memory: the port for small collections and for programs that keep texts themselves. */
import type { Article, ArticleHead, ArticleIndex } from '../model/article.ts';
import type { ArticlePort } from '../model/port.ts';

export class ArticlesInMemory implements ArticlePort {
  readonly #articles: Article[] = [];

  get count(): number {
    return this.#articles.length;
  }

  push(article: Article): ArticleIndex {
    return this.#articles.push(article) - 1;
  }

  /** Throws `RangeError` for an index that was never pushed. */
  get(index: ArticleIndex): Article {
    const article = this.#articles[index];
    if (article === undefined)
      throw new RangeError(`there is no article ${index} of ${this.#articles.length}`);
    return article;
  }

  head(index: ArticleIndex): ArticleHead {
    return this.get(index);
  }

  replace(index: ArticleIndex, article: Article): void {
    this.#articles[index] = article;
  }
}
