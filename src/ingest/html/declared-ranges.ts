/**
 * Which part of a page its markup declares to stand outside the article: navigation, asides, and header and footer of
 * the page (inside an article they are its own). Owns the ranges; must not judge text. Constant work a tag.
 * Reference: WHATWG HTML, section 4.3 "Sections".
 */
import type { TextRange } from '../../model/article.ts';

const ALWAYS = new Set(['nav', 'aside']);
const OF_PAGE = new Set(['header', 'footer']);
/** A page that leaves an element open would declare all that follows: beyond this share nothing is believed. */
const MOST = 0.8;

export class DeclaredRanges {
  readonly #ranges: TextRange[] = [];
  #articles = 0;
  /** The element that opened the current range, and how often it is open inside it. */
  #element = '';
  #depth = 0;
  #start = 0;

  /** Whether a tag of this name can open or close a range. */
  static concerns(name: string): boolean {
    return ALWAYS.has(name) || OF_PAGE.has(name) || name === 'article';
  }

  open(name: string, position: number): void {
    if (name === 'article') this.#articles++;
    else if (this.#depth > 0) {
      if (name === this.#element) this.#depth++;
    } else if (ALWAYS.has(name) || this.#articles === 0) {
      this.#element = name;
      this.#depth = 1;
      this.#start = position;
    }
  }

  close(name: string, position: number): void {
    if (name === 'article') this.#articles = Math.max(0, this.#articles - 1);
    else if (this.#depth > 0 && name === this.#element && --this.#depth === 0) this.#add(position);
  }

  /** All ranges of a text of this length; none where the markup cannot be believed. */
  finish(length: number): readonly TextRange[] {
    if (this.#depth > 0) this.#add(length);
    const declared = this.#ranges.reduce((sum, { start, end }) => sum + end - start, 0);
    return declared > MOST * length ? [] : this.#ranges;
  }

  #add(end: number): void {
    if (end > this.#start) this.#ranges.push({ start: this.#start, end });
  }
}
