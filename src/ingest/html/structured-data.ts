/**
 * The article as the JSON-LD of a page describes it. Owns the finding of the one description that is meant; must not
 * look at the page. Bad data is no data: a page is read without it. Linear, bounded in depth and number.
 * References: JSON-LD 1.1, section 3; schema.org/Article.
 */

export interface ArticleData {
  readonly headline?: string;
  /** As written. */
  readonly datePublished?: string;
  readonly language?: string;
  /** `articleBody`; may hold markup and entities. */
  readonly body?: string;
  /** Name of the publisher, which titles carry as a suffix. */
  readonly publisher?: string;
}

type Thing = Readonly<Record<string, unknown>>;

/** `@graph` in a list in a wrapper is five deep; comments and recipes go deeper, and are not wanted. */
const MAX_DEPTH = 8;
const MAX_THINGS = 5000;
/** schema.org: Article and its kinds, and what else carries an `articleBody`. */
const ARTICLE = /(?:article|posting|report|review|creativework|liveblog)$/i;

/** The first article that the scripts describe; fields of later ones are not mixed in. */
export function readStructuredData(scripts: readonly string[]): ArticleData {
  const articles: Thing[] = [];
  let budget = MAX_THINGS;
  for (const script of scripts) {
    const queue: [unknown, number][] = [[parseLeniently(script), 0]];
    for (let at = 0; at < queue.length && budget > 0; at++, budget--) {
      const [value, depth] = queue[at] ?? [undefined, 0];
      if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) continue;
      if (!Array.isArray(value) && isArticle(value as Thing)) articles.push(value as Thing);
      for (const inner of Object.values(value)) if (typeof inner === 'object') queue.push([inner, depth + 1]);
    }
  }
  // A list of teasers describes many articles, none of them with its text.
  const chosen = articles.find((article) => textOf(article['articleBody']) !== undefined) ?? articles[0];
  return chosen === undefined ? {} : describe(chosen);
}

function describe(article: Thing): ArticleData {
  const publisher = article['publisher'];
  return present({
    headline: textOf(article['headline']) ?? textOf(article['name']),
    datePublished: textOf(article['datePublished']),
    language: textOf(article['inLanguage']),
    body: textOf(article['articleBody']),
    publisher: typeof publisher === 'object' ? textOf((publisher as Thing | null)?.['name']) : undefined,
  });
}

function isArticle(thing: Thing): boolean {
  const type = thing['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.some((name) => typeof name === 'string' && ARTICLE.test(name));
}

/** A string with something in it; of a list, all its strings. */
function textOf(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.filter((item) => typeof item === 'string').join('\n') : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

function present(fields: { readonly [K in keyof ArticleData]: ArticleData[K] | undefined }): ArticleData {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Publishers write line feeds into strings and wrap data into CDATA or comments. */
function parseLeniently(script: string): unknown {
  const bare = script.replace('<![CDATA[', '').replace(']]>', '');
  const start = bare.search(/[{[]/);
  if (start === -1) return undefined;
  const end = Math.max(bare.lastIndexOf('}'), bare.lastIndexOf(']'));
  // Between values a control character is white space, so a space says the same; in strings it is forbidden.
  const body = bare.slice(start, end + 1).replace(/[\u0000-\u001f]+/g, ' ');
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
