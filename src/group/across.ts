/**
 * Which articles a link of two texts is drawn between, where none may join two of one source. Owns that choice; must not
 * decide who belongs together. In a group the one with the smallest id is taken of equal candidates, of related pairs the
 * first. Linear in articles; each text is gone through twice at most, and once for each related pair that needs another end.
 */
import { compareCodeUnits } from '../lib/order.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { Link } from '../model/match.ts';
import type { Known } from './facts.ts';
import type { TextGraph } from './graph.ts';

/** By which name the source of an article is compared; undefined where it is not known. */
export type SourceOf = (index: ArticleIndex) => string | undefined;

/** The articles that stand for the texts of one group. Without `sourceOf` each text has one. */
export class Ends {
  readonly #graph: TextGraph;
  readonly #known: (index: ArticleIndex) => Known;
  readonly #sourceOf: SourceOf | undefined;
  readonly #heads: Map<number, Known>;
  /** Of a text an article of another source than its head. */
  readonly #seconds = new Map<number, Known | undefined>();

  /** The canonical stands for its own text: otherwise the root would hang on one of its copies. */
  constructor(
    graph: TextGraph,
    known: (index: ArticleIndex) => Known,
    canonical: { readonly text: number; readonly chosen: Known },
    sourceOf: SourceOf | undefined,
  ) {
    this.#graph = graph;
    this.#known = known;
    this.#sourceOf = sourceOf;
    this.#heads = new Map([[canonical.text, canonical.chosen]]);
  }

  /** On which the copies of a text hang. */
  headOf(text: number): Known {
    return this.#heads.get(text) ?? this.#graph.nodes[text]!.representative;
  }

  /** Which article of a text hangs on which of its parent, the heads where that may be. */
  between(text: number, parent: number): readonly [Known, Known] {
    const [from, to] = [this.headOf(text), this.headOf(parent)];
    if (this.areAcross(from, to)) return [from, to];
    const other = this.#firstAcross(text, to);
    if (other !== undefined) {
      this.#heads.set(text, other);
      return [other, to];
    }
    return [from, this.#secondOf(parent) ?? to];
  }

  /** The article of its text that a copy hangs on; undefined where all of them are of its source. */
  copyHangsOn(text: number, copy: Known): Known | undefined {
    const head = this.headOf(text);
    return this.areAcross(copy, head) ? head : this.#secondOf(text);
  }

  areAcross(a: Known, b: Known): boolean {
    return this.#sourceOf === undefined || differ(this.#sourceOf(a.index), this.#sourceOf(b.index));
  }

  #secondOf(text: number): Known | undefined {
    if (!this.#seconds.has(text)) this.#seconds.set(text, this.#firstAcross(text, this.headOf(text)));
    return this.#seconds.get(text);
  }

  #firstAcross(text: number, than: Known): Known | undefined {
    let first: Known | undefined;
    for (const index of this.#graph.nodes[text]!.members) {
      const article = this.#known(index);
      if (!this.areAcross(article, than)) continue;
      if (first === undefined || compareCodeUnits(article.id, first.id) < 0) first = article;
    }
    return first;
  }
}

/** Links between articles of two sources, as far as their texts have such; each other link as it is. */
export function linksAcross(
  links: readonly Link[],
  representativeOf: Uint32Array,
  sourceOf: SourceOf,
): readonly Link[] {
  const isWrong = ({ a, b }: Link): boolean => !differ(sourceOf(a), sourceOf(b));
  const texts = new Map<ArticleIndex, ArticleIndex[]>();
  for (const { a, b } of links.filter(isWrong))
    for (const end of [a, b]) texts.set(representativeOf[end]!, []);
  representativeOf.forEach((first, index) => {
    texts.get(first)?.push(index);
  });
  const otherThan = (article: ArticleIndex, of: ArticleIndex): ArticleIndex | undefined =>
    texts.get(representativeOf[of]!)!.find((index) => differ(sourceOf(index), sourceOf(article)));
  return links.map((link) => {
    if (!isWrong(link)) return link;
    const b = otherThan(link.a, link.b);
    return b === undefined ? { ...link, a: otherThan(link.b, link.a) ?? link.a } : { ...link, b };
  });
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
