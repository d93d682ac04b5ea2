/**
 * What differs between two texts that share much: facts replaced in place, facts kept, prose added. Owns the gaps and
 * their weight; must not judge them (that is `templated.ts` and `update.ts`). Linear in the tokens, but for their
 * alignment.
 *
 * A site is a short gap on both sides between two shared runs: there something was replaced. Where there is none, nobody
 * asks which facts there are.
 */
import { TOKEN_WEIGHTS, WORD_WEIGHT } from '../../lib/shingles.ts';
import { TOKEN_KINDS, type Tokens } from '../../lib/tokens.ts';
import { alignTokens, type Run } from './alignment.ts';
import type { PairedShingles } from './paired.ts';
import { countReplaced, NOTHING_REPLACED, type ReplacedFacts, type Site } from './replaced.ts';
import type { NearTokens } from './text.ts';

export interface Changes extends ReplacedFacts {
  /** Words in shared runs (a Chinese or Japanese character counts as 3/5 of a word, a Thai letter as 1/5). */
  readonly sharedWords: number;
  /** Words of a, of b, in gaps that are no sites. */
  readonly addedA: number;
  readonly addedB: number;
  /**
   * Numbers replaced between two shared runs, or at an end whose other words are the same. What else stands before the
   * first run and behind the last is as often a date line or a footer of the page: it tells a mould, but no update.
   */
  readonly replacedInside: number;
  /** What stands before the first shared run, in tokens and in words. */
  readonly tokensAboveA: number;
  readonly tokensAboveB: number;
  readonly wordsAboveA: number;
  readonly wordsAboveB: number;
}

/** Longest gap, on either side, that still counts as something replaced in place: 24 words, 40 Chinese characters, 120 Thai letters. */
const SITE_WEIGHT = 120;

/** Counts the changes between two texts; `pair`: their shingles. */
export function findChanges(a: NearTokens, b: NearTokens, pair: PairedShingles): Changes {
  const runs = [...alignTokens(a.tokens, b.tokens, pair), endOf(a.tokens, b.tokens)];
  const sites: Site[] = [];
  const inside: Site[] = [];
  const weights = { shared: 0, addedA: 0, addedB: 0 };
  let aAt = 0;
  let bAt = 0;
  for (const run of runs) {
    const aWeight = weigh(a, aAt, run.a);
    const bWeight = weigh(b, bAt, run.b);
    if (aWeight > 0 && bWeight > 0 && aWeight <= SITE_WEIGHT && bWeight <= SITE_WEIGHT) {
      const site = { aStart: aAt, aEnd: run.a, bStart: bAt, bEnd: run.b };
      sites.push(site);
      const isBetween = aAt > 0 && bAt > 0 && run.length > 0;
      if (isBetween || isSameWording(a.tokens, b.tokens, site)) inside.push(site);
    } else {
      weights.addedA += aWeight;
      weights.addedB += bWeight;
    }
    weights.shared += weigh(a, run.a, run.a + run.length);
    aAt = run.a + run.length;
    bAt = run.b + run.length;
  }
  const [first] = runs as [Run, ...Run[]];
  const replaced = sites.length > 0 ? countReplaced(a, b, runs, sites) : NOTHING_REPLACED;
  const isAllInside = inside.length === sites.length || replaced.replacedNumbers === 0;
  return {
    ...replaced,
    replacedInside: isAllInside ? replaced.replacedNumbers : replacedAt(a, b, runs, inside),
    sharedWords: weights.shared / WORD_WEIGHT,
    addedA: weights.addedA / WORD_WEIGHT,
    addedB: weights.addedB / WORD_WEIGHT,
    tokensAboveA: first.a,
    tokensAboveB: first.b,
    wordsAboveA: weigh(a, 0, first.a) / WORD_WEIGHT,
    wordsAboveB: weigh(b, 0, first.b) / WORD_WEIGHT,
  };
}

/** Whether nothing but numbers differs: "At least 12" and "At least 15". */
function isSameWording(a: Tokens, b: Tokens, { aStart, aEnd, bStart, bEnd }: Site): boolean {
  if (aEnd - aStart !== bEnd - bStart) return false;
  for (let i = 0; i < aEnd - aStart; i++) {
    const [inA, inB] = [aStart + i, bStart + i];
    if (a.hashes[inA] === b.hashes[inB]) continue;
    if (a.kinds[inA] !== TOKEN_KINDS.number || b.kinds[inB] !== TOKEN_KINDS.number) return false;
  }
  return true;
}

function replacedAt(a: NearTokens, b: NearTokens, runs: readonly Run[], sites: readonly Site[]): number {
  return sites.length === 0 ? 0 : countReplaced(a, b, runs, sites).replacedNumbers;
}

/** Behind all tokens of both texts. */
function endOf(a: Tokens, b: Tokens): Run {
  return { a: a.count, b: b.count, length: 0 };
}

/** Unspaced scripts below are alphabets (Thai, Lao, Tibetan, Burmese, Khmer), those above it have words of one or two signs. */
export const FIRST_SIGN = 0x2e80;
const ALPHABETIC_WEIGHT = 1;

/** As much as five letters of an alphabet are a word; the signs of others weigh what they do in shingles. */
function weigh({ text, tokens }: NearTokens, start: number, end: number): number {
  const { kinds, starts } = tokens;
  let weight = 0;
  for (let i = start; i < end; i++) {
    const isLetter = kinds[i] === TOKEN_KINDS.character && text.charCodeAt(starts[i]!) < FIRST_SIGN;
    weight += isLetter ? ALPHABETIC_WEIGHT : TOKEN_WEIGHTS[kinds[i]!]!;
  }
  return weight;
}
