/**
 * Texts that a site shows in the place of its articles ("Subscribe to read on", "Please enable JavaScript"): the same
 * under many titles, which they say nothing of. Owns what such a text is; must not compare articles. Linear.
 */
import { scanTokens } from './tokens.ts';
import { wordStems } from './word-stems.ts';

/** Below this many shingles, a long sentence, a text may be one whatever it says. */
export const MIN_ARTICLE_SHINGLES = 16;
/** From so many on it is an article: notices of paywalls, consent and errors are shorter. So is a brief. */
const MAX_PLACEHOLDER_SHINGLES = 64;
/** A title of fewer words may well have none that the text has. */
const MIN_TITLE_WORDS = 3;

/** Whether a text is short and what stands below the title has no word of it, or so many at most: a playful headline has none, either. */
export function isPlaceholder(title: string, text: string, shingleCount: number, mostWords = 0): boolean {
  if (shingleCount >= MAX_PLACEHOLDER_SHINGLES) return false;
  if (shingleCount < MIN_ARTICLE_SHINGLES) return true;
  const words = stemsOf(title);
  if (words.size < MIN_TITLE_WORDS) return false;
  const body = text.startsWith(title) ? text.slice(title.length) : text;
  let shared = 0;
  for (const word of stemsOf(body)) if (words.has(word)) shared++;
  return shared <= mostWords;
}

function stemsOf(text: string): ReadonlySet<number> {
  return wordStems(text, scanTokens(text));
}
