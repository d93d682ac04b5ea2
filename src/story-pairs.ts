/** The stories of a collection, and two of them as a pair to judge. Must not judge, read texts, or propose pairs. */
import { type StoryPair, type StorySides, storySides } from './match/index.ts';
import type { ArticleIndex } from './model/article.ts';
import type { StoryColumns } from './model/features.ts';

/** By what stories are judged, for all articles. */
export interface StoryRows {
  readonly sides: StorySides;
  /** Languages as small numbers, by article; UNKNOWN for `und`. */
  readonly languages: Uint16Array;
}

/** `tags` are BCP 47, by article. */
export function storyRows(columns: StoryColumns, tags: readonly string[]): StoryRows {
  return { sides: storySides(columns), languages: languageNumbers(tags) };
}

/** Two articles as a pair to judge. */
export function pairsOf({ sides, languages }: StoryRows): (a: ArticleIndex, b: ArticleIndex) => StoryPair {
  return (a, b) => ({
    sides,
    a,
    b,
    isAcross: languages[a] !== languages[b] && languages[a] !== UNKNOWN && languages[b] !== UNKNOWN,
  });
}

const UNKNOWN = 0;

function languageNumbers(tags: readonly string[]): Uint16Array {
  const numbers = new Map([['und', UNKNOWN]]);
  return Uint16Array.from(tags, (tag) => {
    const number = numbers.get(tag) ?? numbers.size;
    numbers.set(tag, number);
    return number;
  });
}
