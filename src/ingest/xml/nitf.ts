/** NITF, the News Industry Text Format (IPTC), alone or inside NewsML. Reference: NITF 3.6. */
import { type BlockNames, blockText } from './block-text.ts';
import { childAt, descendant, type Element, elementsOf, lineOf } from './element-tree.ts';
import { absolute, languageOf } from './feed.ts';
import type { FoundArticle } from './found-article.ts';

const NAMES: BlockNames = {
  blocks: new Set([
    'p',
    'hl1',
    'hl2',
    'block',
    'li',
    'dt',
    'dd',
    'tr',
    'pre',
    'bq',
    'abstract',
    'div',
    'h1',
    'h2',
    'h3',
    'h4',
    'blockquote',
  ]),
  breaks: new Set(['br']),
  skipped: new Set([
    'media',
    'note',
    'tagline',
    'copyrite',
    'byline',
    'distributor',
    'script',
    'style',
    'figure',
  ]),
};

export function readNitf(nitf: Element): FoundArticle {
  const head = childAt(nitf, 'head');
  const body = childAt(nitf, 'body');
  const data = head === undefined ? undefined : childAt(head, 'docdata');
  const content = body === undefined ? undefined : elementsOf(body, 'body.content');
  const abstract = body === undefined ? undefined : childAt(body, 'body.head', 'abstract');
  const headline = body === undefined ? undefined : childAt(body, 'body.head', 'hedline');
  const texts = (content ?? []).map((part) => blockText(withoutLead(part), NAMES));
  const id = data === undefined ? undefined : childAt(data, 'doc-id')?.attributes.get('id-string');
  const issued = data === undefined ? undefined : childAt(data, 'date.issue')?.attributes.get('norm');
  const publication = head === undefined ? undefined : childAt(head, 'pubdata')?.attributes;
  return {
    text: (texts.join('\n').trim() === '' && abstract !== undefined
      ? [blockText(abstract, NAMES)]
      : texts
    ).join('\n'),
    id,
    facts: {
      title:
        lineOf(headline === undefined ? undefined : descendant(headline, 'hl1')) ??
        lineOf(head === undefined ? undefined : childAt(head, 'title')),
      date: issued ?? publication?.get('date.publication'),
      url: absolute(publication?.get('ex-ref')),
      source:
        publication?.get('name') ?? lineOf(body === undefined ? undefined : descendant(body, 'distributor')),
      language: languageOf(nitf.attributes.get('lang') ?? body?.attributes.get('lang')),
    },
  };
}

/** A body without the lead that its full text begins with: some archives (The New York Times) write it in both. */
function withoutLead(content: Element): Element {
  const blocks = elementsOf(content, 'block');
  const full = lineOf(blocks.find(({ attributes }) => attributes.get('class') === 'full_text'));
  const leads = blocks.filter(({ attributes }) => LEADS.has(attributes.get('class') ?? ''));
  const twice = leads.filter((lead) => full?.startsWith(lineOf(lead) ?? '') === true);
  return { ...content, children: content.children.filter((child) => !twice.some((lead) => lead === child)) };
}

const LEADS: ReadonlySet<string> = new Set(['lead_paragraph', 'online_lead_paragraph']);

/** The text of markup such as NITF and XHTML share. */
export function readBlocks(element: Element): string {
  return blockText(element, NAMES);
}
