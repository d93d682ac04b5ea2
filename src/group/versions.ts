/**
 * Versions of a story in further languages: one sure translation of a member puts a text into a group that has nothing in
 * its language yet (where nobody knows that, whatever the group has), or only texts that were made from it or it from
 * them, where the other members do not speak against it. In other words than the canonical's a text often resembles one
 * version alone (Sinhala and Tamil their English, not each other). Owns that rule; must not judge links. A chain of such
 * steps ends with the languages, and of one known language none but editions enter by it, so that it cannot drift from
 * story to story as near-duplicates would. A near-duplicate of a version joins with it, one step from what the canonical
 * is linked with: within the canonical's own language that takes a link with the canonical.
 */
import type { ArticleIndex } from '../model/article.ts';
import { byId, indexOfText, type LanguageOf, type TextGraph, UNTOLD } from './graph.ts';

/** Log-odds that two articles are one story in two languages; -Infinity where they cannot be. */
export type OddsOf = (a: ArticleIndex, b: ArticleIndex) => number;

/** Whether of two texts in one language one was made from the other, though they are no near-duplicates. */
export type AreEditions = (a: ArticleIndex, b: ArticleIndex) => boolean;

/** Least mean of the log-odds of a text with the members of a group: figures in decision 0012. */
const LEAST_MEAN = 1;
/** Log-odds beyond which one pair weighs no more. */
const MOST = 6;
/** Members that a text is held against, and texts of its language: of more, those of the smallest ids. */
const ASKED = 32;

export class Versions {
  readonly #graph: TextGraph;
  readonly #languageOf: LanguageOf;
  readonly #oddsOf: OddsOf;
  readonly #areEditions: AreEditions;

  constructor(
    graph: TextGraph,
    languageOf: LanguageOf,
    oddsOf: OddsOf,
    areEditions: AreEditions = () => false,
  ) {
    this.#graph = graph;
    this.#languageOf = languageOf;
    this.#oddsOf = oddsOf;
    this.#areEditions = areEditions;
  }

  /**
   * Adds to a star those open texts that are versions of its members, the surest of each language and its editions, and
   * near-duplicates of members in other languages than the canonical's. What enters brings nothing further in. Linear in
   * the links of the members, but for their sorting.
   */
  addTo(star: Set<number>, canonical: number, isOpen: Uint8Array): void {
    const near = this.#nearAround(star, canonical, isOpen);
    this.#addVersions(star, isOpen);
    for (const node of near) star.add(node);
  }

  /** Open texts that are near-duplicates of a text in another language than the canonical, which it is linked with. */
  #nearAround(star: ReadonlySet<number>, canonical: number, isOpen: Uint8Array): readonly number[] {
    const own = this.#language(canonical);
    const found: number[] = [];
    for (const node of this.#graph.neighbours[canonical]!.keys()) {
      if (!star.has(node) || this.#language(node) === own) continue;
      for (const [next, { relation }] of this.#graph.neighbours[node]!) {
        if (relation === 'translation' || isOpen[next] === 0 || star.has(next)) continue;
        if (!this.#isDrawnAway(next, star, isOpen)) found.push(next);
      }
    }
    return found;
  }

  /** Whether a text is linked with more open texts outside a star than within. */
  #isDrawnAway(node: number, star: ReadonlySet<number>, isOpen: Uint8Array): boolean {
    let balance = 0;
    for (const next of this.#graph.neighbours[node]!.keys()) {
      if (star.has(next)) balance--;
      else if (isOpen[next] === 1) balance++;
    }
    return balance > 0;
  }

  #addVersions(star: Set<number>, isOpen: Uint8Array): void {
    const found = [...this.#surestAround(star, isOpen)];
    if (found.length === 0) return;
    const inOrder = byId(this.#graph);
    const ordered = star.size <= ASKED ? [...star] : [...star].sort(inOrder);
    const members = ordered.slice(0, ASKED);
    /** Of each language of the group the first of its texts. */
    const languages = new Map<string, number[]>();
    const note = (node: number): void => {
      const texts = languages.get(this.#language(node));
      if (texts === undefined) languages.set(this.#language(node), [node]);
      else if (texts.length < ASKED) texts.push(node);
    };
    for (const node of ordered) note(node);
    found.sort(([x, scoreX], [y, scoreY]) => scoreY - scoreX || inOrder(x, y));
    for (const [node] of found) {
      const language = this.#language(node);
      const texts = language === UNTOLD ? undefined : languages.get(language);
      if (texts !== undefined && !this.#isJoined(node, texts, star)) continue;
      if (!this.#isHeldBy(node, members)) continue;
      note(node);
      star.add(node);
    }
  }

  /** Whether a text is near to one of its language in a star, or an edition of one of some. */
  #isJoined(node: number, texts: readonly number[], star: ReadonlySet<number>): boolean {
    const language = this.#language(node);
    for (const next of this.#graph.neighbours[node]!.keys())
      if (star.has(next) && this.#language(next) === language) return true;
    return texts.some((text) => this.#areEditions(this.#indexOf(node), this.#indexOf(text)));
  }

  /** The open texts that translations join to a star, and to nothing outside more surely, each with the score of its surest. */
  #surestAround(star: ReadonlySet<number>, isOpen: Uint8Array): ReadonlyMap<number, number> {
    const surest = new Map<number, number>();
    for (const node of star) {
      for (const [next, { relation, score }] of this.#graph.neighbours[node]!) {
        if (relation !== 'translation' || isOpen[next] === 0 || star.has(next)) continue;
        surest.set(next, Math.max(score, surest.get(next) ?? 0));
      }
    }
    for (const [node, score] of surest)
      if (this.#isSurerOutside(node, score, star, isOpen)) surest.delete(node);
    return surest;
  }

  /** Whether a text has a surer link with an open text outside a star: then that is its story. */
  #isSurerOutside(node: number, least: number, star: ReadonlySet<number>, isOpen: Uint8Array): boolean {
    for (const [next, { relation, score }] of this.#graph.neighbours[node]!) {
      if (relation !== 'translation' || isOpen[next] === 0 || star.has(next)) continue;
      if (score > least) return true;
    }
    return false;
  }

  /** Whether the members of a star in other languages, taken together, hold a text for their story. */
  #isHeldBy(node: number, members: readonly number[]): boolean {
    let sum = 0;
    let voices = 0;
    const language = this.#language(node);
    for (const member of members) {
      if (this.#language(member) === language || this.#isPartOfLinked(node, member, members)) continue;
      const odds = this.#oddsOf(this.#indexOf(node), this.#indexOf(member));
      sum += Math.min(MOST, Math.max(-MOST, odds));
      voices++;
    }
    return voices > 0 && sum >= LEAST_MEAN * voices;
  }

  /**
   * Whether a member is an excerpt of one that the text is linked with, or holds it: of a lead alone, or below five
   * paragraphs of another's own, nothing is to be heard of the translation of the whole.
   */
  #isPartOfLinked(node: number, member: number, members: readonly number[]): boolean {
    const linked = this.#graph.neighbours[node]!;
    if (linked.has(member)) return false;
    const near = this.#graph.neighbours[member]!;
    return members.some((other) => linked.has(other) && near.get(other)?.relation === 'contained');
  }

  #language(node: number): string {
    return this.#languageOf(this.#indexOf(node));
  }

  #indexOf(node: number): ArticleIndex {
    return indexOfText(this.#graph, node);
  }
}
