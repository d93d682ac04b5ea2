/**
 * Texts that begin each with a story of its own and share what stands below: what a company says of itself, the background
 * of an affair, a notice to readers. Owns that measure; must not see titles. Linear.
 *
 * A new lead above an old text is another thing: there one of the two begins with what both share. A lead that was written
 * anew speaks of what the rest of the other text speaks of, too.
 */
import { wordStems } from '../../lib/word-stems.ts';
import type { Changes } from './changes.ts';
import type { NearTokens } from './text.ts';

/** Words above what both share, on either side: more than a headline. */
const MIN_WORDS = 15;
/**
 * Of a text that is shared to a larger part than this the beginning was exchanged: of 1,860 whose lead was, in ten languages,
 * 62 were lost without this bound, none with it (`test/quality/edit-kinds.mjs`).
 */
const MOST_SHARED = 5 / 6;
/** Words of a beginning by which it may be judged. */
const MIN_STEMS = 8;
/**
 * Share of the words of a beginning, known by their stems, that the other text has, too: below it, it knows nothing of it.
 * Of two texts that share an ending alone both have 0.40 at most; of two versions of one text, 132 pairs, one has 0.50 at
 * least (note 0004).
 */
const KNOWN = 0.45;

/** Whether both texts begin with something of which the other knows nothing. */
export function beginApart(a: NearTokens, b: NearTokens, containment: number, changes: Changes): boolean {
  if (containment > MOST_SHARED) return false;
  if (changes.wordsAboveA < MIN_WORDS || changes.wordsAboveB < MIN_WORDS) return false;
  return isNews(a, changes.tokensAboveA, b) && isNews(b, changes.tokensAboveB, a);
}

function isNews(text: NearTokens, above: number, other: NearTokens): boolean {
  const stems = wordStems(text.text, text.tokens, above);
  if (stems.size < MIN_STEMS) return false;
  const known = wordStems(other.text, other.tokens);
  let shared = 0;
  for (const stem of stems) if (known.has(stem)) shared++;
  return shared < KNOWN * stems.size;
}
