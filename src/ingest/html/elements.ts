/**
 * Which elements end a line or a paragraph, and which are never on the page. Owns the layout of HTML as text, for the
 * reader of tokens and the reader of the tree alike; must not judge what stands in an element.
 * Reference: WHATWG HTML, section 15.3.3 "Flow content".
 */
import type { BlockWriter } from './block-writer.ts';

/** Content that is never on the page, or is no prose: it is dropped with everything inside. */
export const DROPPED_ELEMENTS: ReadonlySet<string> = new Set(
  'script style noscript template svg math iframe object canvas audio video textarea select noembed noframes xmp'.split(
    ' ',
  ),
);

/** Elements that have no content and no end tag (WHATWG HTML, section 13.1.2). */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

const PARAGRAPHS = new Set(
  'p h1 h2 h3 h4 h5 h6 div section article main aside header footer nav blockquote figure figcaption ul ol dl table form fieldset details summary address hgroup pre hr body search dialog center'.split(
    ' ',
  ),
);
const LINES = new Set('br li tr dt dd caption legend option thead tbody tfoot menu'.split(' '));
const CELLS = new Set(['td', 'th']);

/** What the start or the end of an element does to the text. */
export function placeBoundary(writer: BlockWriter, name: string, opens: boolean): void {
  if (PARAGRAPHS.has(name)) writer.paragraph();
  else if (LINES.has(name)) writer.line();
  else if (CELLS.has(name)) writer.text(' ');
  if (name === 'pre') writer.preformatted = opens;
}
