/** Markup out of a feed or a record as text; what holds none keeps its lines. */
import { Tokenizer } from 'htmlparser2';
import { readTokens } from './html/tokens.ts';

export function markupText(markup: string): string {
  return /[<&]/.test(markup) ? readTokens(markup, Tokenizer).text : markup.trim();
}
