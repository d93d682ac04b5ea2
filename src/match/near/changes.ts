/**
 * What differs between two texts that share much: facts replaced in place, facts kept, prose added. Owns the gaps and
 * their weight; must not judge them (that is `templated.ts` and `update.ts`). Linear in the tokens, but for their
 * alignment.
 *
 * A site is a short gap on both sides between two shared runs: there something was replaced. Where there is none, nobody
 * asks which facts there are.
 */
import type { Tokens } from '../../lib/tokens.ts';
import { alignTokens, type Run } from './alignment.ts';
import type { PairedShingles } from './paired.ts';
import { countReplaced, NOTHING_REPLACED, type ReplacedFacts, type Site } from './replaced.ts';
import { type NearTokens, WEIGHTS, WORD_WEIGHT } from './text.ts';

export interface Changes extends ReplacedFacts {
  /** Words in shared runs (characters of unspaced scripts count as 3/5 of a word). */
  readonly sharedWords: number;
  /** Words of a, of b, in gaps that are no sites. */
  readonly addedA: number;
  readonly addedB: number;
}

/** Longest gap, on either side, that still counts as something replaced in place: 24 words or 40 characters. */
const SITE_WEIGHT = 120;

/** Counts the changes between two texts; `pair`: their shingles. */
export function findChanges(a: NearTokens, b: NearTokens, pair: PairedShingles): Changes {
  const runs = [...alignTokens(a.tokens, b.tokens, pair), endOf(a.tokens, b.tokens)];
  const sites: Site[] = [];
  const weights = { shared: 0, addedA: 0, addedB: 0 };
  let aAt = 0;
  let bAt = 0;
  for (const run of runs) {
    const aWeight = weigh(a.tokens, aAt, run.a);
    const bWeight = weigh(b.tokens, bAt, run.b);
    if (aWeight > 0 && bWeight > 0 && aWeight <= SITE_WEIGHT && bWeight <= SITE_WEIGHT) {
      sites.push({ aStart: aAt, aEnd: run.a, bStart: bAt, bEnd: run.b });
    } else {
      weights.addedA += aWeight;
      weights.addedB += bWeight;
    }
    weights.shared += weigh(a.tokens, run.a, run.a + run.length);
    aAt = run.a + run.length;
    bAt = run.b + run.length;
  }
  return {
    ...(sites.length > 0 ? countReplaced(a, b, runs, sites) : NOTHING_REPLACED),
    sharedWords: weights.shared / WORD_WEIGHT,
    addedA: weights.addedA / WORD_WEIGHT,
    addedB: weights.addedB / WORD_WEIGHT,
  };
}

/** Behind all tokens of both texts. */
function endOf(a: Tokens, b: Tokens): Run {
  return { a: a.count, b: b.count, length: 0 };
}

function weigh(tokens: Tokens, start: number, end: number): number {
  const { kinds } = tokens;
  let weight = 0;
  for (let i = start; i < end; i++) weight += WEIGHTS[kinds[i]!]!;
  return weight;
}
