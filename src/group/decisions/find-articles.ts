/**
 * The articles that decisions name, found in the collection: by id and text; where an article was renamed or is cleaned
 * otherwise now by its digests; last by its id alone. Owns these rules; must not know what was decided. One pass over
 * the articles; the result does not depend on the order of decisions.
 */
import { compareCodeUnits } from '../../lib/order.ts';
import type { ArticleIndex } from '../../model/article.ts';
import type { DecidedArticle } from '../../model/decision.ts';

/** The part of an article by which it is known again. */
export interface ArticleIdentity {
  readonly id: string;
  readonly path: string;
  readonly record?: number;
  readonly rawDigest: string;
  readonly textDigest: string;
}

export interface FoundArticles {
  /** Undefined: it is not in the collection. */
  indexOf(article: DecidedArticle): ArticleIndex | undefined;
  /** Ids, in order, of articles that are not in the collection. */
  readonly unknown: readonly string[];
  /** Ids, in order, of articles whose text and bytes both changed since the decision. */
  readonly byId: readonly string[];
}

export function findArticles(
  named: Iterable<DecidedArticle>,
  count: number,
  identity: (index: ArticleIndex) => ArticleIdentity,
): FoundArticles {
  const wanted = distinct(named);
  const places = placesOf(wanted, count, identity);
  const found = new Map<string, ArticleIndex>();
  const taken = new Set<ArticleIndex>();
  /** Places of a key that are known to be taken: none of them is looked at twice. */
  const passed = new Map<string, number>();
  const byId: string[] = [];
  const take = (article: DecidedArticle, key: string): boolean => {
    const indexes = places.get(key);
    if (indexes === undefined) return false;
    let next = passed.get(key) ?? 0;
    while (next < indexes.length && taken.has(indexes[next]!)) next++;
    passed.set(key, next);
    const index = indexes[next] ?? indexes[0]!;
    taken.add(index);
    found.set(keyOf(article), index);
    return true;
  };
  // The surest first, for all of them: an article that is named by its id is nobody else's.
  let open: readonly DecidedArticle[] = wanted;
  for (const keyBy of KEYS) {
    open = open.filter((article) => {
      const key = keyBy(article);
      return key === undefined || !take(article, key);
    });
  }
  open = open.filter((article) => {
    const isTaken = take(article, idKey(article.id));
    if (isTaken) byId.push(article.id);
    return !isTaken;
  });
  return { indexOf: (article) => found.get(keyOf(article)), unknown: open.map(({ id }) => id), byId };
}

type Named = Pick<DecidedArticle, 'id' | 'textDigest' | 'rawDigest'>;
type KeyOf = (article: Named) => string | undefined;

/** What an article is looked for by, the surest first. */
const KEYS: readonly KeyOf[] = [
  ({ id, textDigest }) => JSON.stringify(['text', id, textDigest]),
  ({ id, rawDigest }) => (rawDigest === undefined ? undefined : JSON.stringify(['raw', id, rawDigest])),
  ({ textDigest, rawDigest }) => (rawDigest === undefined ? undefined : `both ${textDigest} ${rawDigest}`),
  ({ textDigest }) => `text ${textDigest}`,
  ({ rawDigest }) => (rawDigest === undefined ? undefined : `raw ${rawDigest}`),
];

function idKey(id: string): string {
  return `id ${id}`;
}

function keyOf({ id, textDigest, rawDigest }: DecidedArticle): string {
  return JSON.stringify([id, textDigest, rawDigest]);
}

function distinct(named: Iterable<DecidedArticle>): readonly DecidedArticle[] {
  const byKey = new Map<string, DecidedArticle>();
  for (const article of named) byKey.set(keyOf(article), article);
  return [...byKey].sort(([a], [b]) => compareCodeUnits(a, b)).map(([, article]) => article);
}

/** Articles by the keys that something is looked for by, ascending. */
function placesOf(
  wanted: readonly DecidedArticle[],
  count: number,
  identity: (index: ArticleIndex) => ArticleIdentity,
): ReadonlyMap<string, ArticleIndex[]> {
  const asked = new Set<string>();
  for (const article of wanted) {
    asked.add(idKey(article.id));
    for (const keyBy of KEYS) asked.add(keyBy(article) ?? '');
  }
  const places = new Map<string, ArticleIndex[]>();
  for (let index = 0; index < count && wanted.length > 0; index++) {
    const article = identity(index);
    const keys = KEYS.map((keyBy) => keyBy(article) ?? '');
    // The third record of a file is another one when a record is put before it.
    if (article.id !== `${article.path}#${article.record}`) keys.push(idKey(article.id));
    for (const key of keys) {
      if (!asked.has(key)) continue;
      const known = places.get(key);
      if (known === undefined) places.set(key, [index]);
      else known.push(index);
    }
  }
  return places;
}
