/**
 * News items of NewsML-G2 and of NewsML 1. The text is NITF, XHTML or plain, in the item; what it only points to (films,
 * pictures) is none. Reference: NewsML-G2 2.33; NewsML 1.2 (IPTC).
 */

import { childAt, descendant, type Element, elementsOf, lineOf, textOf } from './element-tree.ts';
import { absolute, languageOf } from './feed.ts';
import type { FoundArticle, ReadMarkup } from './found-article.ts';
import { readBlocks, readNitf } from './nitf.ts';

export function readNewsItem(item: Element, read: ReadMarkup): FoundArticle {
  return item.name === 'newsItem' ? readG2(item, read) : readFirst(item, read);
}

function readG2(item: Element, read: ReadMarkup): FoundArticle {
  const meta = childAt(item, 'contentMeta');
  const itemMeta = childAt(item, 'itemMeta');
  const set = childAt(item, 'contentSet');
  const inner = (set === undefined ? [] : elementsOf(set)).map((content) => readContent(content, read));
  const best = inner.find(({ text }) => text.trim() !== '');
  const headline =
    lineOf(meta && childAt(meta, 'headline')) ?? lineOf(itemMeta && childAt(itemMeta, 'title'));
  return {
    text: best?.text ?? '',
    id: item.attributes.get('guid') ?? best?.id,
    facts: {
      ...best?.facts,
      title: headline ?? best?.facts.title,
      date:
        lineOf(meta && childAt(meta, 'contentCreated')) ??
        lineOf(itemMeta && childAt(itemMeta, 'firstCreated')) ??
        lineOf(itemMeta && childAt(itemMeta, 'versionCreated')) ??
        best?.facts.date,
      source: lineOf(itemMeta && childAt(itemMeta, 'provider', 'name')) ?? best?.facts.source,
      url: absolute(itemMeta && linkOf(itemMeta)) ?? best?.facts.url,
      language:
        languageOf(
          (meta && childAt(meta, 'language'))?.attributes.get('tag') ?? item.attributes.get('lang'),
        ) ?? best?.facts.language,
    },
  };
}

function linkOf(itemMeta: Element): string | undefined {
  return elementsOf(itemMeta, 'link')
    .map(({ attributes }) => attributes.get('href'))
    .find((href) => href !== undefined);
}

function readContent(content: Element, read: ReadMarkup): FoundArticle {
  const nitf = content.name === 'nitf' ? content : descendant(content, 'nitf');
  if (nitf !== undefined) return readNitf(nitf);
  if (content.name === 'inlineXML' || elementsOf(content).length > 0) {
    const page = descendant(content, 'body') ?? content;
    return { text: readBlocks(page), facts: { title: lineOf(descendant(content, 'title')) } };
  }
  if (content.name === 'remoteContent') return { text: '', facts: {} };
  const written = textOf(content);
  return { text: /^\s*<[a-z!?]/i.test(written) ? read(written) : written, facts: {} };
}

function readFirst(item: Element, read: ReadMarkup): FoundArticle {
  const identifier = childAt(item, 'Identification', 'NewsIdentifier');
  const management = childAt(item, 'NewsManagement');
  const lines = descendant(item, 'NewsLines');
  const data = descendant(item, 'DataContent');
  const found = data === undefined ? { text: '', facts: {} } : readContent(data, read);
  return {
    text: found.text,
    id: lineOf(identifier && childAt(identifier, 'PublicIdentifier')) ?? found.id,
    facts: {
      ...found.facts,
      title: lineOf(lines && childAt(lines, 'HeadLine')) ?? found.facts.title,
      date:
        lineOf(management && childAt(management, 'FirstCreated')) ??
        lineOf(identifier && childAt(identifier, 'DateId')) ??
        found.facts.date,
      source: lineOf(lines && childAt(lines, 'CreditLine')) ?? found.facts.source,
      language:
        languageOf(descendant(item, 'Language')?.attributes.get('FormalName')) ?? found.facts.language,
    },
  };
}
