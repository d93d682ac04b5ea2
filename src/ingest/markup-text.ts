/** Markup out of a feed or a record as text; what holds none keeps its lines. */
import { Tokenizer } from 'htmlparser2';
import { readTokens } from './html/tokens.ts';

export function markupText(markup: string): string {
  return /[<&]/.test(markup) ? readTokens(withParagraphs(markup), Tokenizer).text : markup.trim();
}

/** What lays lines out or keeps them, and the marks of an editor that writes such elements. */
const LAID_OUT = /<(?:p|div|br|pre|textarea|section|article|td)[\s/>]|<!-- wp:/i;
const BLANK_LINES = /\n[ \t\r]{0,80}\n/g;

/** Paragraphs between blank lines, as systems store them that make elements of them when they show a page (WordPress). */
function withParagraphs(markup: string): string {
  return markup.includes('\n') && !LAID_OUT.test(markup) ? markup.replace(BLANK_LINES, '\n<p>\n') : markup;
}
