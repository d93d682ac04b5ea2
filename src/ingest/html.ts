/**
 * HTML to text: one line a block element, a blank line around paragraphs, entities decoded, scripts and styles gone;
 * the facts of the head beside it. Reads the tokens of htmlparser2 and keeps no tree: its `Parser` searches the
 * stack of open elements for every tag, which is quadratic on a page that closes none. Linear time.
 * Reference: WHATWG HTML, section 15.3.3 "Flow content" (which elements are blocks).
 */
import type { QuoteType, Tokenizer, TokenizerCallbacks } from 'htmlparser2';
import type { TextRange } from '../model/article.ts';
import { BlockWriter } from './block-writer.ts';
import { OutsideRanges } from './outside.ts';

export interface HtmlPage {
  readonly text: string;
  /** Ranges of `text` that the markup declares to stand outside the article. */
  readonly outside: readonly TextRange[];
  readonly title?: string | undefined;
  /** As the page writes it, not normalised. */
  readonly date?: string | undefined;
  /** Absolute canonical address. */
  readonly url?: string | undefined;
  /** BCP 47 as declared, which is often wrong. */
  readonly language?: string | undefined;
}

/** Content that is never on the page, or is no prose: it is dropped with everything inside. */
const DROPPED = new Set(
  'script style noscript template svg math iframe object canvas audio video textarea select noembed noframes xmp'.split(
    ' ',
  ),
);
const PARAGRAPHS = new Set(
  'p h1 h2 h3 h4 h5 h6 div section article main aside header footer nav blockquote figure figcaption ul ol dl table form fieldset details summary address hgroup pre hr body search dialog center'.split(
    ' ',
  ),
);
const LINES = new Set('li tr dt dd caption legend option thead tbody tfoot menu'.split(' '));
const CELLS = new Set(['td', 'th']);
/** The only elements whose attributes say something about the article. */
const WITH_FACTS = new Set(['html', 'meta', 'link', 'time']);

type TokenizerClass = typeof Tokenizer;

/** Text and facts of a page; any string is a page. `tokenizer` is the class of htmlparser2, loaded by the caller. */
export function readHtml(source: string, tokenizer: TokenizerClass): HtmlPage {
  const reader = new PageReader(source);
  const tokens = new tokenizer({}, reader);
  tokens.write(source);
  tokens.end();
  return reader.page();
}

class PageReader implements TokenizerCallbacks {
  readonly #source: string;
  readonly #writer = new BlockWriter();
  readonly #outside = new OutsideRanges();
  readonly #title: string[] = [];
  readonly #facts = new Map<string, string>();
  #element = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value: string[] = [];
  #inTitle = false;
  #dropped = '';
  #droppedDepth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  page(): HtmlPage {
    const fact = (...names: readonly string[]): string | undefined =>
      names.map((name) => this.#facts.get(name)).find((value) => value !== undefined);
    const address = fact('link:canonical', 'meta:og:url');
    const outside = this.#outside.finish(this.#writer.position());
    return {
      text: this.#writer.finish(),
      outside,
      title: fact('meta:og:title') ?? collapsed(this.#title.join('')),
      date: fact(
        'meta:article:published_time',
        'meta:datepublished',
        'meta:date',
        'meta:dc.date',
        'meta:dc.date.issued',
        'meta:dcterms.created',
        'time',
      ),
      url: address !== undefined && /^https?:\/\//i.test(address) ? address : undefined,
      language: fact('html'),
    };
  }

  onopentagname(start: number, end: number): void {
    this.#element = this.#source.slice(start, end).toLowerCase();
    this.#attributes.clear();
  }

  onopentagend(): void {
    const name = this.#element;
    if (this.#dropped !== '') {
      if (name === this.#dropped) this.#droppedDepth++;
      return;
    }
    if (WITH_FACTS.has(name)) this.#collectFacts(name);
    if (DROPPED.has(name)) {
      this.#dropped = name;
      this.#droppedDepth = 1;
    } else if (name === 'title') this.#inTitle = true;
    else this.#boundary(name, true);
  }

  onselfclosingtag(): void {
    // Only foreign content really closes itself (`<svg/>`); HTML reads `<div/>` as an open tag.
    const isForeign = this.#dropped !== '' || this.#element === 'svg' || this.#element === 'math';
    if (!isForeign) this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    const name = this.#source.slice(start, end).toLowerCase();
    if (this.#dropped !== '') {
      if (name === this.#dropped && --this.#droppedDepth === 0) this.#dropped = '';
    } else if (name === 'title') this.#inTitle = false;
    else this.#boundary(name, false);
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
    if (WITH_FACTS.has(this.#element)) this.#value.push(this.#source.slice(start, end));
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
    if (this.#dropped !== '') return;
    if (this.#inTitle) this.#title.push(text);
    else this.#writer.text(text);
  }

  #boundary(name: string, opens: boolean): void {
    if (name === 'br') this.#writer.line();
    else if (PARAGRAPHS.has(name)) this.#writer.paragraph();
    else if (LINES.has(name)) this.#writer.line();
    else if (CELLS.has(name)) this.#writer.text(' ');
    if (OutsideRanges.concerns(name)) {
      const position = this.#writer.position();
      if (opens) this.#outside.open(name, position);
      else this.#outside.close(name, position);
    }
    if (name === 'pre') this.#writer.preformatted = opens;
  }

  /** The first of equal facts counts: later ones belong to other articles that the page shows. */
  #collectFacts(element: string): void {
    const attribute = (name: string): string | undefined => collapsed(this.#attributes.get(name) ?? '');
    const add = (name: string, value: string | undefined): void => {
      if (value !== undefined && !this.#facts.has(name)) this.#facts.set(name, value);
    };
    if (element === 'html') add('html', attribute('lang'));
    if (element === 'time') add('time', attribute('datetime'));
    if (element === 'link') {
      const relations = (attribute('rel') ?? '').toLowerCase().split(' ');
      if (relations.includes('canonical')) add('link:canonical', attribute('href'));
    }
    if (element === 'meta') {
      for (const naming of ['property', 'name', 'itemprop']) {
        const name = attribute(naming);
        if (name !== undefined) add(`meta:${name.toLowerCase()}`, attribute('content'));
      }
    }
  }
}

function collapsed(text: string): string | undefined {
  const value = text.replace(/\s+/g, ' ').trim();
  return value === '' ? undefined : value;
}
