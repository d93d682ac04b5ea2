/** The stories of a collection, and two of them as a pair to judge. Must not judge, read texts, or propose pairs. */
import { type StoryPair, type StorySides, storySides } from './match/index.ts';
import type { ArticleIndex } from './model/article.ts';
import { FACT, type StoryColumns } from './model/features.ts';

/** By what stories are judged, for all articles. */
export interface StoryRows {
  readonly sides: StorySides;
  /** Languages as small numbers, by article; OPEN or STRANGE where that is not known. */
  readonly languages: Uint16Array;
}

/** A text that may be in any language: too short to tell one, or little but names. */
const OPEN = 0;
/** No language was told of a text in which every known one would have been: it is in none of these. */
const STRANGE = 1;
/**
 * Length of a text, in Latin letters, from which on each language that is known is told: of 9,585 articles of news and
 * pages of other kinds none was `und`, of 6,799 leads of 250 letters and more in 128 languages three, of 200 to 250 one
 * of 700 (decision 0012).
 */
const LONG_ENOUGH = 250;
/**
 * Letters for each name, below which a text in a language without a lexicon is a list: whole articles in unknown
 * languages have 27 and more, leads of NTREX 23 and more but for one of 751; casts, squads and lists of candidates 10 to
 * 16, two of officers with their ranks 19 and 26. Such lists are `und`, or told by the name of a small language, in
 * whatever language they are. Decision 0012.
 */
const LETTERS_A_NAME = 20;

/** `tags` are BCP 47, by article. */
export function storyRows(columns: StoryColumns, tags: readonly string[]): StoryRows {
  return { sides: storySides(columns), languages: languageNumbers(tags, columns) };
}

/** Two articles as a pair to judge. */
export function pairsOf({ sides, languages }: StoryRows): (a: ArticleIndex, b: ArticleIndex) => StoryPair {
  return (a, b) => ({ sides, a, b, isAcross: areApart(languages[a]!, languages[b]!) });
}

/** Whether two texts are surely in two languages. */
function areApart(a: number, b: number): boolean {
  return a !== b && a !== OPEN && b !== OPEN;
}

function languageNumbers(tags: readonly string[], columns: StoryColumns): Uint16Array {
  const numbers = new Map<string, number>();
  return Uint16Array.from(tags, (tag, article) => {
    if (isList(columns, article)) return OPEN;
    if (tag === 'und') return columns.letters[article]! < LONG_ENOUGH ? OPEN : STRANGE;
    const number = numbers.get(tag) ?? STRANGE + 1 + numbers.size;
    numbers.set(tag, number);
    return number;
  });
}

/** Whether a text in a language without a lexicon is little but names. */
function isList({ facts, concepts, letters }: StoryColumns, article: number): boolean {
  if (concepts.qualities[article]! > 0) return false;
  let names = 0;
  for (let i = facts.starts[article]!; i < facts.ends[article]!; i++)
    if (facts.kinds[i] === FACT.name) names++;
  return letters[article]! < LETTERS_A_NAME * names;
}
