/**
 * The distinct names of a text as they are found. Owns counting and the limit; must not find anything.
 */
import type { NameKind, NameMention } from '../../model/features.ts';
import type { Reading } from './reading.ts';
import { romanise } from './romanise.ts';

/**
 * Most distinct names kept of one article, the first in order of mention: news names its people first, and matching
 * must not cost more for a book than for an article.
 */
const MOST_NAMES = 200;

type Writable = { -readonly [Field in keyof NameMention]: NameMention[Field] };

/** Where in the text a word stands (UTF-16 units, half-open) and in which script. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** ISO 15924. */
  readonly script: string;
}

/** Collects the mentions of one text; mutable, for one call of `findNames`. */
export class MentionList {
  readonly #text: string;
  readonly #language: string;
  readonly #found = new Map<string, Writable>();

  constructor(text: string, language: string) {
    this.#text = text;
    this.#language = language;
  }

  /** Mentions in the order of the first of each key. */
  list(): readonly NameMention[] {
    return [...this.#found.values()];
  }

  /** Adds what a word was read as: a place, or every key it may be found under. */
  addReading(reading: Omit<Reading, 'opens'>, span: Span, kind: NameKind): void {
    if (reading.place !== undefined) this.addPlace(reading.place, span);
    else for (const { key, form } of reading.keys) this.#add(key, span, kind, form);
  }

  addPlace(key: string, span: Span): void {
    this.#add(key, span, 'place', undefined);
  }

  #add(key: string, span: Span, kind: NameKind, form: string | undefined): void {
    const known = this.#found.get(key);
    if (known !== undefined) {
      known.count++;
      return;
    }
    if (this.#found.size >= MOST_NAMES) return;
    const text = this.#text.slice(span.start, span.end);
    const romanised = form ?? romanise(text, span.script, this.#language)[0]?.form ?? '';
    this.#found.set(key, { text, key, form: romanised, kind, start: span.start, count: 1 });
  }
}
