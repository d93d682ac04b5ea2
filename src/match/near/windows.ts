/**
 * Windows of tokens: from each token the shortest run of a given weight, hashed. Owns the walk; the weights belong to
 * whoever asks. Linear in the tokens for a bounded weight.
 */
import { finishHash, mixWord } from '../../lib/hash.ts';
import type { Tokens } from '../../lib/tokens.ts';

/** Calls `visit` with the start and the hash of every window; the last tokens, too light for a window, begin none. */
export function eachWindow(
  tokens: Tokens,
  windowWeight: number,
  weightOf: (tokens: Tokens, at: number) => number,
  visit: (start: number, key: number) => void,
): void {
  for (let start = 0; start < tokens.count; start++) {
    let hash = 0;
    let weight = 0;
    let at = start;
    for (; weight < windowWeight && at < tokens.count; at++) {
      hash = mixWord(hash, tokens.hashes[at]!);
      weight += weightOf(tokens, at);
    }
    if (weight < windowWeight) return;
    visit(start, finishHash(hash ^ (at - start)));
  }
}
