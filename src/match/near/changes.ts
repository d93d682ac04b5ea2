/**
 * What differs between two texts that share much: facts replaced in place, facts kept, prose added. Owns the counts;
 * must not judge them (that is `templated.ts` and `update.ts`). Linear in the tokens.
 *
 * A fact is a number, or a capitalised word inside a sentence (scripts without case have no such words). A site is a
 * short gap on both sides between two shared runs: there something was replaced. Facts are counted once however often
 * they are repeated, and only where the other text has them nowhere: a name that moved was not replaced.
 */
import { FOLD } from '../../lib/characters.ts';
import { TOKEN_KINDS, type Tokens } from '../../lib/tokens.ts';
import { alignTokens, tokenWeight } from './alignment.ts';

export interface NearTokens {
  readonly text: string;
  readonly tokens: Tokens;
}

export interface Changes {
  /** Distinct numbers at sites, the smaller of both sides; and numbers that both texts have. */
  readonly replacedNumbers: number;
  readonly keptNumbers: number;
  /** The same for names. */
  readonly replacedNames: number;
  readonly keptNames: number;
  /** Sites, and those where both sides hold words or characters (not only numbers) that the other text lacks. */
  readonly sites: number;
  readonly wordSites: number;
  /** Words in shared runs (characters of unspaced scripts count as 3/5 of a word). */
  readonly sharedWords: number;
  /** Words of a, of b, in gaps that are no sites. */
  readonly addedA: number;
  readonly addedB: number;
}

/** Longest gap, on either side, that still counts as something replaced in place: 24 words or 40 characters. */
const SITE_WEIGHT = 120;
const WORD_WEIGHT = 5;

/** Counts the changes between two texts; mirrored arguments give mirrored counts. */
export function findChanges(a: NearTokens, b: NearTokens): Changes {
  const factsA = findFacts(a);
  const factsB = findFacts(b);
  const runs = alignTokens(a.tokens, b.tokens);
  const counts = { sites: 0, wordSites: 0, shared: 0, addedA: 0, addedB: 0 };
  const replaced = { a: new Set<number>(), b: new Set<number>() };
  let aAt = 0;
  let bAt = 0;
  for (const run of [...runs, { a: a.tokens.count, b: b.tokens.count, length: 0 }]) {
    const aWeight = weigh(a.tokens, aAt, run.a);
    const bWeight = weigh(b.tokens, bAt, run.b);
    if (aWeight > 0 && bWeight > 0 && aWeight <= SITE_WEIGHT && bWeight <= SITE_WEIGHT) {
      counts.sites++;
      const aWords = collectReplaced(a.tokens, aAt, run.a, factsB.all, replaced.a);
      const bWords = collectReplaced(b.tokens, bAt, run.b, factsA.all, replaced.b);
      if (aWords && bWords) counts.wordSites++;
    } else {
      counts.addedA += aWeight;
      counts.addedB += bWeight;
    }
    counts.shared += weigh(a.tokens, run.a, run.a + run.length);
    aAt = run.a + run.length;
    bAt = run.b + run.length;
  }
  return {
    replacedNumbers: Math.min(overlap(replaced.a, factsA.numbers), overlap(replaced.b, factsB.numbers)),
    keptNumbers: overlap(factsA.numbers, factsB.numbers),
    replacedNames: Math.min(overlap(replaced.a, factsA.names), overlap(replaced.b, factsB.names)),
    keptNames: overlap(factsA.names, factsB.names),
    sites: counts.sites,
    wordSites: counts.wordSites,
    sharedWords: counts.shared / WORD_WEIGHT,
    addedA: counts.addedA / WORD_WEIGHT,
    addedB: counts.addedB / WORD_WEIGHT,
  };
}

interface Facts {
  readonly numbers: ReadonlySet<number>;
  readonly names: ReadonlySet<number>;
  /** Every token of the text. */
  readonly all: ReadonlySet<number>;
}

function findFacts({ text, tokens }: NearTokens): Facts {
  const numbers = new Set<number>();
  const names = new Set<number>();
  for (let i = 0; i < tokens.count; i++) {
    const hash = tokens.hashes[i]!;
    if (tokens.kinds[i] === TOKEN_KINDS.number) numbers.add(hash);
    else if (isCapitalised(text, tokens.starts[i]!) && !opensSentence(text, tokens, i)) names.add(hash);
  }
  return { numbers, names, all: new Set(tokens.hashes) };
}

function isCapitalised(text: string, start: number): boolean {
  const unit = text.charCodeAt(start);
  // Full-width digits and letters fold as well: only letters that have a lower case count.
  return FOLD[unit] !== unit && unit < 0xff00;
}

/** What ends a sentence or a line, in any script. */
const SENTENCE_END = /[.!?:;\n\r\u2026\u0589\u061f\u06d4\u0964\u0965\u1362\u3002\uff01\uff1f]/;

function opensSentence(text: string, tokens: Tokens, index: number): boolean {
  if (index === 0) return true;
  const between = text.slice(tokens.ends[index - 1]!, tokens.starts[index]!);
  return SENTENCE_END.test(between);
}

/** Adds the tokens of a gap that the other text lacks; whether one of them is no number. */
function collectReplaced(
  tokens: Tokens,
  start: number,
  end: number,
  other: ReadonlySet<number>,
  into: Set<number>,
): boolean {
  let words = false;
  for (let i = start; i < end; i++) {
    if (other.has(tokens.hashes[i]!)) continue;
    into.add(tokens.hashes[i]!);
    if (tokens.kinds[i] !== TOKEN_KINDS.number) words = true;
  }
  return words;
}

function weigh(tokens: Tokens, start: number, end: number): number {
  let weight = 0;
  for (let i = start; i < end; i++) weight += tokenWeight(tokens, i);
  return weight;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0;
  for (const value of a) if (b.has(value)) count++;
  return count;
}
