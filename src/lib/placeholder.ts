/**
 * Texts that a site shows in the place of its articles ("Subscribe to read on", "Please enable JavaScript"): the same
 * under many titles, which they say nothing of. Owns what such a text is; must not compare articles. Linear.
 */
import { mixWord } from './hash.ts';
import { scanTokens, TOKEN_KINDS } from './tokens.ts';

/** Below this many shingles, a long sentence, a text may be one whatever it says. */
export const MIN_ARTICLE_SHINGLES = 16;
/**
 * From so many on it is an article. Notices of paywalls, consent and errors are shorter; a brief is as short, and has a
 * word of its headline.
 */
export const MAX_PLACEHOLDER_SHINGLES = 64;
/** A title of fewer words may well have none that the text has. */
const MIN_TITLE_WORDS = 3;
/** Letters of a word that is no little one, which all texts of a language have. */
const MIN_WORD = 4;

/** What stands below the title, where it says nothing of it and is too short to be sure of; undefined of an article. */
export function placeholderOf(title: string, text: string, shingleCount: number): string | undefined {
  if (shingleCount >= MAX_PLACEHOLDER_SHINGLES) return undefined;
  const body = title !== '' && text.startsWith(title) ? text.slice(title.length).trimStart() : text;
  if (shingleCount < MIN_ARTICLE_SHINGLES) return body;
  const words = wordsOf(title);
  if (words.size < MIN_TITLE_WORDS) return undefined;
  for (const word of wordsOf(body)) if (words.has(word)) return undefined;
  return body;
}

/** Words that are no little ones, numbers left out; of unspaced scripts pairs of characters. */
function wordsOf(text: string): ReadonlySet<number> {
  const { count, hashes, kinds, starts, ends } = scanTokens(text);
  const words = new Set<number>();
  for (let i = 0; i < count; i++) {
    const follows = i > 0 && kinds[i - 1] === TOKEN_KINDS.character && ends[i - 1] === starts[i];
    if (kinds[i] === TOKEN_KINDS.character && follows) words.add(mixWord(hashes[i - 1]!, hashes[i]!));
    if (kinds[i] === TOKEN_KINDS.word && ends[i]! - starts[i]! >= MIN_WORD) words.add(hashes[i]!);
  }
  return words;
}
