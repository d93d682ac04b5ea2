/**
 * A page read token by token: its text, one line a block element, a blank line around paragraphs, entities decoded,
 * scripts and styles gone; what its markup declares; its facts. Keeps no tree: the `Parser` of htmlparser2 searches
 * the stack of open elements for every tag, which is quadratic on a page that closes none. Linear time, any size.
 */
import type { QuoteType, Tokenizer, TokenizerCallbacks } from 'htmlparser2';
import type { TextRange } from '../../model/article.ts';
import { BlockWriter } from './block-writer.ts';
import { DeclaredRanges } from './declared-ranges.ts';
import { DROPPED_ELEMENTS, placeBoundary } from './elements.ts';
import { FactCollector, type PageFacts } from './page-facts.ts';
import { type PageSize, SizeCounter } from './page-size.ts';

export interface TokenPage {
  readonly text: string;
  /** Ranges of `text` that the markup declares to stand outside the article. */
  readonly outside: readonly TextRange[];
  readonly facts: PageFacts;
  readonly size: PageSize;
  readonly hasBody: boolean;
}

export type TokenizerClass = typeof Tokenizer;

/** Any string is a page. `tokenizer` is the class of htmlparser2, loaded by the caller. */
export function readTokens(source: string, tokenizer: TokenizerClass): TokenPage {
  const reader = new PageReader(source);
  const tokens = new tokenizer({}, reader);
  tokens.write(source);
  tokens.end();
  return reader.page();
}

class PageReader implements TokenizerCallbacks {
  readonly #source: string;
  readonly #writer = new BlockWriter();
  readonly #declared = new DeclaredRanges();
  readonly #facts = new FactCollector();
  readonly #size = new SizeCounter();
  #hasBody = false;
  #element = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value: string[] = [];
  #dropped = '';
  #droppedDepth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  page(): TokenPage {
    const outside = this.#declared.finish(this.#writer.position());
    const [facts, size] = [this.#facts.facts(), this.#size.size()];
    return { text: this.#writer.finish(), outside, facts, size, hasBody: this.#hasBody };
  }

  onopentagname(start: number, end: number): void {
    this.#element = this.#source.slice(start, end).toLowerCase();
    this.#attributes.clear();
  }

  onopentagend(): void {
    const name = this.#element;
    this.#size.opened(name, this.#attributes.size);
    if (this.#dropped !== '') {
      if (name === this.#dropped) this.#droppedDepth++;
      return;
    }
    this.#hasBody ||= name === 'body';
    this.#facts.opened(name, this.#attributes);
    if (DROPPED_ELEMENTS.has(name)) {
      this.#dropped = name;
      this.#droppedDepth = 1;
    } else this.#boundary(name, true);
  }

  onselfclosingtag(): void {
    // Only foreign content really closes itself (`<svg/>`); HTML reads `<div/>` as an open tag.
    const isForeign = this.#dropped !== '' || this.#element === 'svg' || this.#element === 'math';
    if (!isForeign) this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    const name = this.#source.slice(start, end).toLowerCase();
    this.#size.closed(name);
    if (this.#dropped !== '' && name !== this.#dropped) return;
    if (this.#dropped !== '' && --this.#droppedDepth > 0) return;
    const wasDropped = this.#dropped !== '';
    this.#dropped = '';
    this.#facts.closed(name);
    if (!wasDropped) this.#boundary(name, false);
  }

  ontext(start: number, end: number): void {
    this.#text(this.#source.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.#text(String.fromCodePoint(codePoint));
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase();
    this.#value = [];
  }

  onattribdata(start: number, end: number): void {
    if (FactCollector.concerns(this.#element)) this.#value.push(this.#source.slice(start, end));
  }

  onattribentity(codePoint: number): void {
    this.#value.push(String.fromCodePoint(codePoint));
  }

  onattribend(_quote: QuoteType, _end: number): void {
    // As in browsers, the first of two equal attributes counts.
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value.join(''));
  }

  isInForeignContext(): boolean {
    return this.#dropped === 'svg' || this.#dropped === 'math';
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #text(text: string): void {
    this.#size.node();
    const isShown = this.#dropped === '' && !this.#facts.isInTitle;
    if (this.#dropped === '' || this.#facts.isInData) this.#facts.text(text);
    if (isShown) this.#writer.text(text);
  }

  #boundary(name: string, opens: boolean): void {
    placeBoundary(this.#writer, name, opens);
    if (!DeclaredRanges.concerns(name)) return;
    const position = this.#writer.position();
    if (opens) this.#declared.open(name, position);
    else this.#declared.close(name, position);
  }
}
