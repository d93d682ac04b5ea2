/**
 * Links that only a decision makes: between articles that were not found to be one story. Owns what such a link says;
 * must not judge a pair. What was found of the two, if anything, is its evidence.
 */
import type { ArticleIndex } from '../../model/article.ts';
import type { Evidence, Link } from '../../model/match.ts';
import { type LanguageOf, UNTOLD } from '../graph.ts';

const NOTHING: Evidence = { names: [], numbers: [] };
const none = (): Evidence => NOTHING;

export interface LinkSources {
  readonly copies: { readonly representativeOf: Uint32Array };
  readonly links: readonly Link[];
  readonly related?: readonly Link[];
  readonly languageOf?: LanguageOf;
}

/** Looks the found links up once, when the first is asked for. */
export function linkMaker({
  copies: { representativeOf },
  links,
  related = [],
  languageOf,
}: LinkSources): (a: ArticleIndex, b: ArticleIndex) => Link {
  let byPair: ReadonlyMap<number, Link> | undefined;
  const keyOf = (a: ArticleIndex, b: ArticleIndex): number => {
    const [x, y] = [representativeOf[a]!, representativeOf[b]!];
    return Math.min(x, y) * representativeOf.length + Math.max(x, y);
  };
  const find = (key: number): Link | undefined => {
    // Of several between copies of the same two the first by number is taken, whatever the order they come in.
    byPair ??= new Map(
      [related, links].flatMap((found) =>
        [...found]
          .sort((x, y) => y.a - x.a || y.b - x.b)
          .map((link) => [keyOf(link.a, link.b), link] as const),
      ),
    );
    return byPair.get(key);
  };
  return (a, b) => {
    const found = find(keyOf(a, b));
    const isSwapped = found !== undefined && representativeOf[found.a] !== representativeOf[a];
    const sides = isSwapped ? { a: b, b: a } : { a, b };
    const decided = { reason: 'decision', score: 1 } as const;
    // Found to be one story, and left out for a better version or for what else an article holds.
    if (found !== undefined && found.relation !== 'related') return { ...found, ...sides, ...decided };
    const [here, there] = [languageOf?.(a) ?? UNTOLD, languageOf?.(b) ?? UNTOLD];
    const isAcross = here !== there && here !== UNTOLD && there !== UNTOLD;
    const relation = isAcross ? 'translation' : 'near';
    return { ...sides, relation, ...decided, evidence: found?.evidence ?? none };
  };
}
