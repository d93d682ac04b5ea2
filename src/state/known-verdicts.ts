/**
 * Verdicts that an earlier run came to, by the contents of both sides: a pair is judged once. Owns how a pair is known
 * again and what is kept of a verdict; must not judge. Of a refused pair 8 bytes are kept, of a link 19: its evidence
 * follows from the two articles and is made again where it is shown.
 *
 * Two of n pairs share a key with a probability of n^2 / 2^65: 0.0003 of 10^8.
 */
import { Uint32Column } from '../lib/growable.ts';
import { hashWords } from '../lib/hash.ts';
import { KeyTable } from '../lib/key-table.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { Evidence, Link, PairList } from '../model/match.ts';
import { INNER, REASONS, RELATIONS } from './packed-links.ts';

/** Parallel columns; the first side of a pair is that of the smaller content key. */
export interface StoredVerdicts {
  /** Two words a refused pair. */
  readonly refused: Uint32Array;
  /** Two words a link. */
  readonly linked: Uint32Array;
  /** Positions in RELATIONS, INNER (of the sides in their order) and REASONS. */
  readonly relations: Uint8Array;
  readonly inner: Uint8Array;
  readonly reasons: Uint8Array;
  readonly scores: Float64Array;
}

export interface ToldPairs {
  /** In the order of the pairs. */
  readonly links: readonly Link[];
  /** Pairs without a known verdict, in their order. */
  readonly unknown: PairList;
}

/** Two words for each article. */
type ContentKeys = Uint32Array;

export class KnownVerdicts {
  readonly #stored: StoredVerdicts;
  readonly #refused: KeyTable;
  readonly #linked: KeyTable;

  constructor(stored: StoredVerdicts) {
    this.#stored = stored;
    this.#refused = new KeyTable(stored.refused);
    this.#linked = new KeyTable(stored.linked);
  }

  /** What is known of some pairs; `evidenceOf` makes the evidence of a pair again. */
  tell(
    { a, b }: PairList,
    contents: ContentKeys,
    evidenceOf: (a: ArticleIndex, b: ArticleIndex) => Evidence,
  ): ToldPairs {
    const links: Link[] = [];
    const unknown = { a: new Uint32Column(), b: new Uint32Column() };
    for (let i = 0; i < a.length; i++) {
      const [x, y] = [a[i]!, b[i]!];
      const { high, low, isSwapped } = pairKey(contents, x, y);
      if (this.#refused.find(high, low) !== -1) continue;
      const known = this.#linked.find(high, low);
      if (known !== -1) links.push(this.#link(known, x, y, isSwapped, evidenceOf));
      else {
        unknown.a.push(x);
        unknown.b.push(y);
      }
    }
    return { links, unknown: { a: unknown.a.view().slice(), b: unknown.b.view().slice() } };
  }

  #link(
    known: number,
    a: ArticleIndex,
    b: ArticleIndex,
    isSwapped: boolean,
    evidenceOf: (a: ArticleIndex, b: ArticleIndex) => Evidence,
  ): Link {
    const { relations, inner: inners, reasons, scores } = this.#stored;
    const inner = sided(INNER[inners[known]!], isSwapped);
    const reason = REASONS[reasons[known]!];
    return {
      a,
      b,
      relation: RELATIONS[relations[known]!]!,
      ...(inner === undefined ? {} : { inner }),
      ...(reason === undefined ? {} : { reason }),
      score: scores[known]!,
      evidence: () => evidenceOf(a, b),
    };
  }
}

/**
 * The verdicts of a run for the next one: on `pairs`, of which `links` are the linked ones, both ordered by (a, b). A pair
 * of two links, related and a faint translation, is left out and judged again.
 */
export function storedVerdicts(
  pairs: PairList,
  links: readonly Link[],
  contents: ContentKeys,
): StoredVerdicts {
  const refused = new Uint32Column();
  const linked = new Uint32Column();
  const single: Link[] = [];
  const inner: number[] = [];
  let next = 0;
  for (let i = 0; i < pairs.a.length; i++) {
    const [a, b] = [pairs.a[i]!, pairs.b[i]!];
    const { high, low, isSwapped } = pairKey(contents, a, b);
    const from = next;
    while (links[next]?.a === a && links[next]?.b === b) next++;
    if (next - from > 1) continue;
    const link = next === from ? undefined : links[from]!;
    const keys = link === undefined ? refused : linked;
    keys.push(high);
    keys.push(low);
    if (link === undefined) continue;
    single.push(link);
    inner.push(INNER.indexOf(sided(link.inner, isSwapped)));
  }
  if (next !== links.length) throw new Error('a link of no pair that was judged');
  return {
    refused: refused.view().slice(),
    linked: linked.view().slice(),
    relations: Uint8Array.from(single, ({ relation }) => RELATIONS.indexOf(relation)),
    inner: Uint8Array.from(inner),
    reasons: Uint8Array.from(single, ({ reason }) => REASONS.indexOf(reason)),
    scores: Float64Array.from(single, ({ score }) => score),
  };
}

interface PairKey {
  readonly high: number;
  readonly low: number;
  /** Whether the second article is the first side. */
  readonly isSwapped: boolean;
}

const words = new Uint32Array(4);

function pairKey(contents: ContentKeys, a: ArticleIndex, b: ArticleIndex): PairKey {
  const [highA, lowA, highB, lowB] = [
    contents[2 * a]!,
    contents[2 * a + 1]!,
    contents[2 * b]!,
    contents[2 * b + 1]!,
  ];
  const isSwapped = highA > highB || (highA === highB && lowA > lowB);
  if (isSwapped) words.set([highB, lowB, highA, lowA]);
  else words.set([highA, lowA, highB, lowB]);
  return { high: hashWords(words, 1), low: hashWords(words, 2), isSwapped };
}

function sided(inner: 'a' | 'b' | undefined, isSwapped: boolean): 'a' | 'b' | undefined {
  if (inner === undefined || !isSwapped) return inner;
  return inner === 'a' ? 'b' : 'a';
}
