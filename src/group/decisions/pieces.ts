/**
 * A pool as a graph of its own, in which a text is cut into pieces where it was decided that articles with it are
 * different. Owns the pieces and the links between them; must not say which belong together. Linear in the links of the
 * pool.
 */
import type { ArticleIndex } from '../../model/article.ts';
import type { Link } from '../../model/match.ts';
import type { CanonicalRule } from '../../model/options.ts';
import type { Known } from '../facts.ts';
import { hasMember, makeNode, type TextGraph, type TextNode } from '../graph.ts';
import type { Ties } from './ties.ts';

export interface Pieces {
  /** Links both ways; those that decisions ask for are added to it. */
  readonly graph: TextGraph & { readonly neighbours: readonly Map<number, Link>[] };
  /** By piece: an article by which `ties` knows it. */
  readonly heads: readonly ArticleIndex[];
  /** By piece: its text holds another piece before it. */
  readonly isFurther: readonly boolean[];
  /** The piece of an article of the pool. */
  readonly pieceOf: (text: number, article: ArticleIndex) => number;
}

/** Pieces that a copy is tried with before it is one of its own; bounds the work on thousands that all differ. */
const TRIED = 64;

export function cutPieces(
  graph: TextGraph,
  texts: readonly number[],
  decidedOf: ReadonlyMap<number, readonly ArticleIndex[]>,
  ties: Ties,
  known: (index: ArticleIndex) => Known,
  rule: CanonicalRule,
): Pieces {
  const nodes: TextNode[] = [];
  const heads: ArticleIndex[] = [];
  const isFurther: boolean[] = [];
  const piecesOf = new Map<number, readonly number[]>();
  const pieceOfArticle = new Map<ArticleIndex, number>();
  for (const text of texts) {
    const node = graph.nodes[text]!;
    const parts = partsOf(node, decidedOf.get(text) ?? [], ties);
    piecesOf.set(
      text,
      parts.map(({ head, members }, i) => {
        const piece = nodes.length;
        nodes.push(parts.length === 1 ? node : makeNode(members, known, rule));
        heads.push(head);
        isFurther.push(i > 0);
        if (parts.length > 1) for (const article of members) pieceOfArticle.set(article, piece);
        return piece;
      }),
    );
  }
  const neighbours = nodes.map(() => new Map<number, Link>());
  for (const text of texts) {
    for (const [other, link] of graph.neighbours[text]!) {
      const [ps, qs] = [piecesOf.get(text)!, piecesOf.get(other)];
      if (qs === undefined || other < text) continue;
      const isFirst = hasMember(graph.nodes[text]!, link.a);
      const isWhole = ps.length === 1 && qs.length === 1;
      for (const [p, q] of pairsOf(ps, qs)) {
        const [a, b] = isFirst ? [p, q] : [q, p];
        const own = isWhole ? link : { ...link, a: nodes[a]!.members[0]!, b: nodes[b]!.members[0]! };
        neighbours[p]!.set(q, own);
        neighbours[q]!.set(p, own);
      }
    }
  }
  const pieceOf = (text: number, article: ArticleIndex): number =>
    pieceOfArticle.get(article) ?? piecesOf.get(text)![0]!;
  return { graph: { nodes, neighbours }, heads, isFurther, pieceOf };
}

interface Part {
  readonly head: ArticleIndex;
  readonly members: readonly ArticleIndex[];
}

/** The articles of a text in as few parts as decisions allow; those that nothing was decided on stay with the first. */
function partsOf({ members }: TextNode, decided: readonly ArticleIndex[], ties: Ties): readonly Part[] {
  const [first, ...others] = decided;
  if (first === undefined) return [{ head: members[0]!, members }];
  const parts = [{ head: first, members: [first] }];
  for (const article of others) {
    const part = parts.slice(0, TRIED).find(({ head }) => ties.join(head, article));
    if (part === undefined) parts.push({ head: article, members: [article] });
    else part.members.push(article);
  }
  if (parts.length === 1) return [{ head: first, members }];
  const apart = new Set(parts.slice(1).flatMap((part) => part.members));
  const [, ...rest] = parts;
  return [{ head: first, members: members.filter((article) => !apart.has(article)) }, ...rest];
}

/** Each piece of a text with the first of the other, both ways: enough to hang all on each other. */
function* pairsOf(ps: readonly number[], qs: readonly number[]): Iterable<readonly [number, number]> {
  for (const p of ps) yield [p, qs[0]!];
  for (const q of qs.slice(1)) yield [ps[0]!, q];
}
