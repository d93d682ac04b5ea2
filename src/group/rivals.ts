/**
 * One story has one best version in each language: a translation link that is far less sure than another of the same
 * article into the same language is another report of the event. Owns that rule; must not look at texts. A function of
 * the links alone, linear in them.
 */
import type { ArticleIndex } from '../model/article.ts';
import type { Link } from '../model/match.ts';

/** Log-odds by which a link may stay behind the best of its article in that language. Figures in decision 0012. */
const MARGIN = 1.5;
/** Log-odds above which links are all sure: two faithful versions of one story differ there by chance. */
const SURE = 9;

/** The links without translations that have a far better rival on either side. */
export function refuseRivals(
  links: readonly Link[],
  languageOf: (index: ArticleIndex) => string,
): readonly Link[] {
  const best = new Map<string, number>();
  const translations = links.filter(({ relation }) => relation === 'translation');
  for (const { a, b, score } of translations) {
    for (const key of [`${a} ${languageOf(b)}`, `${b} ${languageOf(a)}`])
      best.set(key, Math.max(best.get(key) ?? Number.NEGATIVE_INFINITY, sureness(score)));
  }
  return links.filter(({ a, b, relation, score }) => {
    if (relation !== 'translation') return true;
    const least = sureness(score) + MARGIN;
    return (
      least >= (best.get(`${a} ${languageOf(b)}`) ?? 0) && least >= (best.get(`${b} ${languageOf(a)}`) ?? 0)
    );
  });
}

function sureness(score: number): number {
  return Math.min(SURE, Math.log(score / (1 - score)));
}
