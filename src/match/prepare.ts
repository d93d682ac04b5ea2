/**
 * What is worked out once for an article that takes part in many pairs. Owns a bounded cache of it; must not judge.
 */
import { latinLength } from '../lib/script.ts';
import { shingleHashesOf } from '../lib/shingles.ts';
import { tokenise } from '../lib/tokens.ts';
import type { Article, ArticleIndex } from '../model/article.ts';
import type { ArticlePort } from '../model/port.ts';
import type { NearText } from './near/index.ts';
import type { StoryConcepts, StorySide } from './story/measures.ts';

/** Articles kept ready, some 20 kB each: reading one back costs as much as judging ten pairs. */
const KEPT = 8192;

/** What an article is about, by the lexicon of the run. */
export type ReadConcepts = (article: Article) => StoryConcepts;

export interface Prepared {
  readonly article: Article;
  /** Worked out when it is first asked for: most pairs of different languages never ask. */
  readonly near: () => NearText;
  readonly story: StorySide;
}

export function prepare(article: Article, readConcepts: ReadConcepts): Prepared {
  const { text, date } = article;
  let near: NearText | undefined;
  let story: StorySide | undefined;
  return {
    article,
    near: () => {
      near ??= nearText(text, date);
      return near;
    },
    get story() {
      story ??= storySide(article, readConcepts(article));
      return story;
    },
  };
}

function nearText(text: string, date: string | undefined): NearText {
  const tokens = tokenise(text);
  return { text, tokens, shingles: shingleHashesOf(tokens), date };
}

export function storySide(article: Article, concepts: StoryConcepts): StorySide {
  const { names, numbers, dates, text, language } = article;
  const day = article.date === undefined ? undefined : dayOf(article.date);
  return {
    names,
    numbers,
    dates,
    language: language.bcp47,
    length: latinLength(text),
    ...(day === undefined ? {} : { day }),
    ...concepts,
  };
}

/** Days since 1970 of an RFC 3339 day or instant. */
function dayOf(date: string): number | undefined {
  const time = Date.parse(date.slice(0, 10));
  return Number.isNaN(time) ? undefined : Math.floor(time / 86_400_000);
}

/** Reads through the port, oldest out first. The cache never changes a result: preparing is pure. */
export class PreparedArticles {
  readonly #port: ArticlePort;
  readonly #readConcepts: ReadConcepts;
  readonly #kept = new Map<ArticleIndex, Prepared>();

  constructor(port: ArticlePort, readConcepts: ReadConcepts) {
    this.#port = port;
    this.#readConcepts = readConcepts;
  }

  get(index: ArticleIndex): Prepared {
    const found = this.#kept.get(index);
    if (found !== undefined) return found;
    const made = prepare(this.#port.get(index), this.#readConcepts);
    if (this.#kept.size >= KEPT) this.#kept.delete(this.#kept.keys().next().value ?? 0);
    this.#kept.set(index, made);
    return made;
  }
}
