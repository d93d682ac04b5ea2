/**
 * Where elements of one name and class begin and end in the source of a page, the outermost alone. Keeps no tree: an
 * element ends where as many of its name were closed as were opened. Must not judge them. Linear time.
 */
import type { QuoteType, TokenizerCallbacks } from 'htmlparser2';
import type { TextRange } from '../../model/article.ts';
import type { TokenizerClass } from './tokens.ts';

/** The elements that are looked for. */
export interface Wanted {
  /** Lower-case. */
  readonly element: string;
  /** Whether one of these classes is wanted. */
  readonly isWanted: (classes: readonly string[]) => boolean;
}

/** Ranges of `source`, tags counted; one that is not closed goes on to the end. */
export function elementRanges(
  source: string,
  wanted: Wanted,
  tokenizer: TokenizerClass,
): readonly TextRange[] {
  const finder = new ElementFinder(source, wanted);
  const tokens = new tokenizer({}, finder);
  tokens.write(source);
  tokens.end();
  return finder.ranges();
}

class ElementFinder implements TokenizerCallbacks {
  readonly #source: string;
  readonly #wanted: Wanted;
  readonly #found: TextRange[] = [];
  #start = -1;
  /** Open elements of the wanted name, the found one counted; 0 outside. */
  #depth = 0;
  #tag = 0;
  #isNamed = false;
  #attribute = '';
  #classes: string | undefined;

  constructor(source: string, wanted: Wanted) {
    this.#source = source;
    this.#wanted = wanted;
  }

  ranges(): readonly TextRange[] {
    if (this.#depth > 0) this.#found.push({ start: this.#start, end: this.#source.length });
    this.#depth = 0;
    return this.#found;
  }

  onopentagname(start: number, end: number): void {
    this.#tag = start - 1;
    this.#isNamed = this.#source.slice(start, end).toLowerCase() === this.#wanted.element;
    this.#classes = undefined;
  }

  onopentagend(): void {
    if (!this.#isNamed) return;
    if (this.#depth > 0) this.#depth++;
    else if (this.#wanted.isWanted((this.#classes ?? '').split(/\s+/))) {
      this.#start = this.#tag;
      this.#depth = 1;
    }
  }

  onselfclosingtag(): void {
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    if (this.#depth === 0 || this.#source.slice(start, end).toLowerCase() !== this.#wanted.element) return;
    if (--this.#depth > 0) return;
    const close = this.#source.indexOf('>', end);
    this.#found.push({ start: this.#start, end: close === -1 ? this.#source.length : close + 1 });
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#isNamed ? this.#source.slice(start, end).toLowerCase() : '';
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute === 'class')
      this.#classes = `${this.#classes ?? ''}${this.#source.slice(start, end)}`;
  }

  isInForeignContext(): boolean {
    return false;
  }

  onattribend(_quote: QuoteType, _end: number): void {}
  onattribentity(_codePoint: number): void {}
  ontext(): void {}
  ontextentity(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}
