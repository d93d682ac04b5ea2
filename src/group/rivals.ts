/**
 * One story has one best version in each language: a translation link that is far less sure than another of the same
 * article into the same language is another report of the event, unless the two texts were made one from the other (an
 * edition, an excerpt, an update). Texts in languages that nobody knows have no rivals. Owns that rule; must not look at
 * texts. A function of the links alone, linear in them.
 */
import type { ArticleIndex } from '../model/article.ts';
import type { Link } from '../model/match.ts';
import { type LanguageOf, UNTOLD } from './graph.ts';
import type { AreEditions } from './versions.ts';

/** Log-odds by which a link may stay behind the best of its article in that language. Figures in decision 0012. */
const MARGIN = 1.5;
/** Log-odds above which links are all sure: two faithful versions of one story differ there by chance. */
const SURE = 9;

interface Best {
  readonly sureness: number;
  readonly article: ArticleIndex;
}

/** The links without translations that have a far better rival on either side; `areEditions`: who is no rival. */
export function refuseRivals(
  links: readonly Link[],
  languageOf: LanguageOf,
  areEditions: AreEditions = () => false,
): readonly Link[] {
  const best = new Map<string, Best>();
  const keyOf = (from: ArticleIndex, to: ArticleIndex): string => {
    const language = languageOf(to);
    return language === UNTOLD ? `${from} ${UNTOLD} ${to}` : `${from} ${language}`;
  };
  const note = (from: ArticleIndex, to: ArticleIndex, score: number): void => {
    const key = keyOf(from, to);
    const found = best.get(key);
    const own = sureness(score);
    // Of links that are as sure the one to the first article, so that the order of links decides nothing.
    if (found === undefined || own > found.sureness || (own === found.sureness && to < found.article))
      best.set(key, { sureness: own, article: to });
  };
  const joined = new Set<string>();
  for (const { a, b, relation, score } of links) {
    if (relation !== 'translation') joined.add(`${Math.min(a, b)} ${Math.max(a, b)}`);
    else {
      note(a, b, score);
      note(b, a, score);
    }
  }
  const standsBeside = (from: ArticleIndex, to: ArticleIndex, score: number): boolean => {
    const rival = best.get(keyOf(from, to))!;
    if (sureness(score) + MARGIN >= rival.sureness) return true;
    const pair = `${Math.min(rival.article, to)} ${Math.max(rival.article, to)}`;
    return joined.has(pair) || areEditions(rival.article, to);
  };
  return links.filter(
    ({ a, b, relation, score }) =>
      relation !== 'translation' || (standsBeside(a, b, score) && standsBeside(b, a, score)),
  );
}

function sureness(score: number): number {
  return Math.min(SURE, Math.log(score / (1 - score)));
}
