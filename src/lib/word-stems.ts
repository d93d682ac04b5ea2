/**
 * How the words of a text begin: by that they are known again under another ending. Owns what counts as a word here;
 * must not compare. Linear.
 */
import { mixWord } from './hash.ts';
import { isHangulSyllable } from './script.ts';
import { unitsOf } from './text-units.ts';
import { TOKEN_FORM } from './token-units.ts';
import { TOKEN_KINDS, type Tokens } from './tokens.ts';

/** Letters of a word that is no little one, and those by which it is known again under another ending. */
const STEM = 4;
/** Likewise of Hangul, where a syllable is a unit. */
const HANGUL_STEM = 2;

/**
 * The stems of the first `count` tokens of a text as hashes: words that are no little ones, numbers left out; of unspaced
 * scripts pairs of characters.
 */
export function wordStems(text: string, tokens: Tokens, count: number = tokens.count): ReadonlySet<number> {
  const { hashes, kinds, starts, ends } = tokens;
  const units = unitsOf(text);
  const stems = new Set<number>();
  for (let i = 0; i < count; i++) {
    const start = starts[i]!;
    const follows = i > 0 && kinds[i - 1] === TOKEN_KINDS.character && ends[i - 1] === start;
    if (kinds[i] === TOKEN_KINDS.character && follows) stems.add(mixWord(hashes[i - 1]!, hashes[i]!));
    const stem = isHangulSyllable(units[start]!) ? HANGUL_STEM : STEM;
    if (kinds[i] !== TOKEN_KINDS.word || ends[i]! - start < stem) continue;
    let hash = 0;
    for (let at = start; at < start + stem; at++) hash = mixWord(hash, TOKEN_FORM[units[at]!]!);
    stems.add(hash);
  }
  return stems;
}
