/**
 * The text of a page, rendered from its tree with the same layout as from tokens, and for each line what the tree
 * says of it: the elements around it, its links, the pieces of text it was made of. Puts a mark before each piece, so
 * that it can be found again in what an extractor leaves of the tree. Must not decide what belongs to the article.
 * Linear in the sum of depths.
 */
import { latinLength } from '../../lib/script.ts';
import { BlockWriter } from './block-writer.ts';
import { DROPPED_ELEMENTS, placeBoundary } from './elements.ts';

/** What is used of a node of the document object model. */
export interface DomNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly textContent: string | null;
  data?: string;
  getAttribute?(name: string): string | null;
  remove?(): void;
}

export interface PageElement {
  readonly name: string;
  readonly parent: PageElement | undefined;
  /** Values of `class` and `id`. */
  readonly names: string;
  /** Value of `itemprop`. */
  readonly property: string;
}

export interface PageLine {
  /** Place in the text, in UTF-16 units, half-open. */
  readonly start: number;
  readonly end: number;
  /** The innermost element of the first piece. */
  readonly element: PageElement;
  /** Numbers of the pieces of text, and how many letters of this line each gave; spaces at their ends not counted. */
  readonly pieces: readonly { readonly piece: number; readonly letters: number }[];
  /** UTF-16 units, spaces at the ends of pieces not counted. */
  readonly letters: number;
  /** The part of `letters` inside links. */
  readonly linkLetters: number;
}

export interface PageTree {
  readonly text: string;
  readonly lines: readonly PageLine[];
}

const ELEMENT = 1;
const TEXT = 3;
/**
 * Facts and code, which were read before: an extractor that does not see them neither compares headings with titles
 * (one of its patterns is quadratic in the length of a title) nor looks for bylines.
 */
const REMOVED = new Set(['title', 'meta', 'script', 'style', 'link', 'base']);

/** Renders and marks the tree below `root`. */
export function renderTree(root: DomNode): PageTree {
  const renderer = new TreeRenderer();
  renderer.children(root, { name: '', parent: undefined, names: '', property: '' }, false);
  return renderer.tree();
}

interface Piece {
  readonly piece: number;
  readonly letters: number;
  readonly isLink: boolean;
  readonly element: PageElement;
}

class TreeRenderer {
  readonly #lines: PageLine[] = [];
  readonly #writer = new BlockWriter((start, end) => this.#line(start, end));
  #pending: Piece[] = [];
  #count = 0;

  tree(): PageTree {
    return { text: this.#writer.finish(), lines: this.#lines };
  }

  children(node: DomNode, element: PageElement, isLink: boolean): void {
    let child = node.firstChild;
    while (child !== null) {
      // Taken first: the child may be removed.
      const next = child.nextSibling;
      if (child.nodeType === TEXT) this.#text(child, element, isLink);
      else if (child.nodeType === ELEMENT) this.#element(child, element, isLink);
      child = next;
    }
  }

  #element(node: DomNode, parent: PageElement, isLink: boolean): void {
    const name = (node.localName ?? '').toLowerCase();
    if (REMOVED.has(name)) node.remove?.();
    if (REMOVED.has(name) || DROPPED_ELEMENTS.has(name)) return;
    const attribute = (key: string): string => node.getAttribute?.(key) ?? '';
    const names = `${attribute('class')} ${attribute('id')}`;
    const element = { name, parent, names, property: attribute('itemprop') };
    placeBoundary(this.#writer, name, true);
    this.children(node, element, isLink || name === 'a');
    placeBoundary(this.#writer, name, false);
  }

  #text(node: DomNode, element: PageElement, isLink: boolean): void {
    const text = node.data ?? '';
    const letters = text.trim().length;
    if (letters > 0) {
      this.#pending.push({ piece: this.#count, letters, isLink, element });
      node.data = markPiece(this.#count++) + text + padding(text);
    }
    this.#writer.text(text);
  }

  #line(start: number, end: number): void {
    const pieces = this.#pending;
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (first === undefined || last === undefined) return;
    const sum = (chosen: readonly Piece[]): number =>
      chosen.reduce((total, { letters }) => total + letters, 0);
    this.#lines.push({
      start,
      end,
      element: first.element,
      pieces: pieces.map(({ piece, letters }) => ({ piece, letters })),
      letters: sum(pieces),
      linkLetters: sum(pieces.filter(({ isLink }) => isLink)),
    });
    // Preformatted text is one piece over many lines.
    this.#pending = this.#writer.preformatted ? [last] : [];
  }
}

/** Shorter texts are labels, which an extractor may know. */
const MIN_PADDED = 10;

/**
 * What makes a text as long as it would be in Latin letters: extractors measure paragraphs in characters, and Chinese
 * needs a third of them.
 */
function padding(text: string): string {
  return text.length < MIN_PADDED ? '' : 'x'.repeat(Math.max(0, latinLength(text) - text.length));
}

/**
 * A mark is white space only, so that no extractor counts it as text: a line separator, then the number in octal
 * digits U+2000..U+2007, the lowest first. (Extractors make new elements and parse their own markup again, so neither
 * nodes nor attributes keep their identity.)
 */
const MARK = /\u2028([\u2000-\u2007]{6})/g;
/** Enough for 262,144 pieces: more nodes than a tree is built of. */
const DIGITS = 6;

function markPiece(piece: number): string {
  let digits = '';
  for (let i = 0, rest = piece; i < DIGITS; i++, rest >>= 3)
    digits += String.fromCharCode(0x2000 + (rest & 7));
  return `\u2028${digits}`;
}

/** The pieces whose marks stand in a text. */
export function markedPieces(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [, digits = ''] of text.matchAll(MARK)) {
    let piece = 0;
    for (let i = DIGITS - 1; i >= 0; i--) piece = piece * 8 + (digits.charCodeAt(i) - 0x2000);
    found.add(piece);
  }
  return found;
}
