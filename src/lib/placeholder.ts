/**
 * Texts that a site shows in the place of its articles ("Subscribe to read on", "Please enable JavaScript"): the same
 * under many titles, which they say nothing of. Owns what such a text is; must not compare articles. Linear.
 */
import { mixWord } from './hash.ts';
import { isHangulSyllable } from './script.ts';
import { unitsOf } from './text-units.ts';
import { TOKEN_FORM } from './token-units.ts';
import { scanTokens, TOKEN_KINDS } from './tokens.ts';

/** Below this many shingles, a long sentence, a text may be one whatever it says. */
export const MIN_ARTICLE_SHINGLES = 16;
/** From so many on it is an article: notices of paywalls, consent and errors are shorter. So is a brief. */
const MAX_PLACEHOLDER_SHINGLES = 64;
/** A title of fewer words may well have none that the text has. */
const MIN_TITLE_WORDS = 3;
/** Letters of a word that is no little one, and those by which it is known again under another ending. */
const STEM = 4;
/** Likewise of Hangul, where a syllable is a unit. */
const HANGUL_STEM = 2;

/** Whether a text is short and what stands below the title has no word of it: a playful headline has none, either. */
export function isPlaceholder(title: string, text: string, shingleCount: number): boolean {
  if (shingleCount >= MAX_PLACEHOLDER_SHINGLES) return false;
  if (shingleCount < MIN_ARTICLE_SHINGLES) return true;
  const words = wordsOf(title);
  if (words.size < MIN_TITLE_WORDS) return false;
  const body = text.startsWith(title) ? text.slice(title.length) : text;
  for (const word of wordsOf(body)) if (words.has(word)) return false;
  return true;
}

/** How words begin that are no little ones, numbers left out; of unspaced scripts pairs of characters. */
function wordsOf(text: string): ReadonlySet<number> {
  const { count, hashes, kinds, starts, ends } = scanTokens(text);
  const units = unitsOf(text);
  const words = new Set<number>();
  for (let i = 0; i < count; i++) {
    const start = starts[i]!;
    const follows = i > 0 && kinds[i - 1] === TOKEN_KINDS.character && ends[i - 1] === start;
    if (kinds[i] === TOKEN_KINDS.character && follows) words.add(mixWord(hashes[i - 1]!, hashes[i]!));
    const stem = isHangulSyllable(units[start]!) ? HANGUL_STEM : STEM;
    if (kinds[i] !== TOKEN_KINDS.word || ends[i]! - start < stem) continue;
    let hash = 0;
    for (let at = start; at < start + stem; at++) hash = mixWord(hash, TOKEN_FORM[units[at]!]!);
    words.add(hash);
  }
  return words;
}
