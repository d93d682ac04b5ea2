/**
 * What is worked out once for an article that takes part in many pairs. Owns a bounded cache of it; must not judge.
 */
import type { Article, ArticleIndex } from '../model/article.ts';
import type { DateMention } from '../model/features.ts';
import type { ArticleReader } from '../model/port.ts';
import { type Heading, type NearText, readNearText } from './near/index.ts';
import type { StoryText } from './story/verdict.ts';

/**
 * Articles kept ready in each thread, and characters of all of them, some 8 bytes each: reading one back costs as much as
 * judging a pair. Eight times as many cost no less time at 50,000 articles; long ones must not fill the memory.
 */
const KEPT = 1024;
const KEPT_CHARACTERS = 4_000_000;

/** The words in which an article speaks of concepts, as written. */
export type ReadWords = (article: Article, ids: readonly number[]) => readonly string[];

export interface Prepared {
  readonly article: Article;
  /** Worked out when it is first asked for: most pairs of different languages never ask. */
  readonly near: () => NearText;
  readonly story: StoryText;
}

export function prepare(article: Article, readWords: ReadWords): Prepared {
  let near: NearText | undefined;
  return {
    article,
    near: () => {
      near ??= readNearText(article.text, headingOf(article));
      return near;
    },
    story: {
      get names() {
        return article.names;
      },
      get numbers() {
        return article.numbers;
      },
      wordsOf: (ids) => readWords(article, ids),
    },
  };
}

function headingOf(article: Article): Heading {
  const { date, title, source } = article;
  const days = (of: readonly DateMention[]): readonly string[] =>
    of.flatMap(({ iso }) => DAY.exec(iso)?.[1] ?? []);
  return {
    date,
    title,
    source,
    textDays: () => days(article.dates),
    titleDays: () => days(article.dates.filter(({ text }) => title.includes(text))),
  };
}

/** The end of a day, with its year or without. */
const DAY = /-(\d\d-\d\d)$/;

/** Reads articles back, oldest out first. The cache never changes a result: preparing is pure. */
export class PreparedArticles {
  readonly #reader: ArticleReader;
  readonly #readWords: ReadWords;
  readonly #kept = new Map<ArticleIndex, Prepared>();
  #characters = 0;

  constructor(reader: ArticleReader, readWords: ReadWords) {
    this.#reader = reader;
    this.#readWords = readWords;
  }

  get(index: ArticleIndex): Prepared {
    const found = this.#kept.get(index);
    if (found !== undefined) return found;
    const made = prepare(this.#reader.get(index), this.#readWords);
    this.#kept.set(index, made);
    this.#characters += made.article.characters;
    for (const [oldest, { article }] of this.#kept) {
      if (this.#kept.size <= KEPT && this.#characters <= KEPT_CHARACTERS) break;
      this.#kept.delete(oldest);
      this.#characters -= article.characters;
    }
    return made;
  }
}
