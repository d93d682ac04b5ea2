/**
 * Versions of a story in further languages: one sure translation of a member puts a text into a group that has nothing in
 * its language yet, where the other members do not speak against it. In other words than the canonical's a text often
 * resembles one version alone (Sinhala and Tamil their English, not each other). Owns that rule; must not judge links. A
 * chain of such steps ends with the languages, and no two texts of one language enter by it, so that it cannot drift from
 * story to story as near-duplicates would.
 */
import { compareCodeUnits } from '../lib/order.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { LanguageOf, TextGraph } from './graph.ts';

/** Log-odds that two articles are one story in two languages; -Infinity where they cannot be. */
export type OddsOf = (a: ArticleIndex, b: ArticleIndex) => number;

/** Least mean of the log-odds of a text with the members of a group: figures in decision 0012. */
const LEAST_MEAN = 1;
/** Log-odds beyond which one pair weighs no more. */
const MOST = 6;
/** Members that a text is held against: of more, those of the smallest ids. */
const ASKED = 32;

export class Versions {
  readonly #graph: TextGraph;
  readonly #languageOf: LanguageOf;
  readonly #oddsOf: OddsOf;

  constructor(graph: TextGraph, languageOf: LanguageOf, oddsOf: OddsOf) {
    this.#graph = graph;
    this.#languageOf = languageOf;
    this.#oddsOf = oddsOf;
  }

  /**
   * Adds to a star those open texts that are versions of its members, the surest of each language. What enters brings
   * nothing further in. Linear in the links of the members, but for their sorting.
   */
  addTo(star: Set<number>, isOpen: Uint8Array): void {
    const found = [...this.#surestAround(star, isOpen)];
    if (found.length === 0) return;
    const languages = new Set(Array.from(star, (node) => this.#languageOf(this.#indexOf(node))));
    found.sort(
      ([x, scoreX], [y, scoreY]) => scoreY - scoreX || compareCodeUnits(this.#idOf(x), this.#idOf(y)),
    );
    const members = this.#asked(star);
    for (const [node] of found) {
      const language = this.#languageOf(this.#indexOf(node));
      if (languages.has(language) || !this.#isHeldBy(node, members)) continue;
      languages.add(language);
      star.add(node);
    }
  }

  /** The open texts that translations join to a star, each with the score of its surest. */
  #surestAround(star: ReadonlySet<number>, isOpen: Uint8Array): ReadonlyMap<number, number> {
    const surest = new Map<number, number>();
    for (const node of star) {
      for (const [next, { relation, score }] of this.#graph.neighbours[node]!) {
        if (relation !== 'translation' || isOpen[next] === 0 || star.has(next)) continue;
        surest.set(next, Math.max(score, surest.get(next) ?? 0));
      }
    }
    return surest;
  }

  #asked(star: ReadonlySet<number>): readonly number[] {
    const members = [...star];
    if (members.length <= ASKED) return members;
    return members.sort((x, y) => compareCodeUnits(this.#idOf(x), this.#idOf(y))).slice(0, ASKED);
  }

  /** Whether the members of a star, taken together, hold a text for their story. */
  #isHeldBy(node: number, members: readonly number[]): boolean {
    let sum = 0;
    for (const member of members) {
      const odds = this.#oddsOf(this.#indexOf(node), this.#indexOf(member));
      sum += Math.min(MOST, Math.max(-MOST, odds));
    }
    return sum >= LEAST_MEAN * members.length;
  }

  #indexOf(node: number): ArticleIndex {
    return this.#graph.nodes[node]!.representative.index;
  }

  #idOf(node: number): string {
    return this.#graph.nodes[node]!.representative.id;
  }
}
