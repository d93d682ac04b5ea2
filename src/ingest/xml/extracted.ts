/** Pages as trafilatura writes them in XML. Reference: trafilatura 2, xml.py; its elements are those of TEI. */
import { type BlockNames, blockText } from './block-text.ts';
import { childAt, type Element } from './element-tree.ts';
import { absolute, languageOf } from './feed.ts';
import type { FoundArticle } from './found-article.ts';

const NAMES: BlockNames = {
  blocks: new Set(['p', 'head', 'list', 'item', 'quote', 'code', 'table', 'row', 'div']),
  breaks: new Set(['lb']),
  skipped: new Set(['graphic', 'comments']),
};

export function readExtracted(page: Element): FoundArticle {
  const main = childAt(page, 'main');
  const fact = (name: string): string | undefined => page.attributes.get(name)?.trim() || undefined;
  return {
    text: main === undefined ? '' : blockText(main, NAMES),
    id: fact('id'),
    facts: {
      title: fact('title'),
      date: fact('date'),
      url: absolute(fact('url')) ?? absolute(fact('source')),
      source: fact('sitename') ?? fact('hostname'),
      language: languageOf(fact('language')),
    },
  };
}
