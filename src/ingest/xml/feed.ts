/**
 * Items of RSS (0.9x, 1.0, 2.0) and entries of Atom. The full text where the feed carries it, else the summary.
 * Reference: RSS 2.0 specification; RSS 1.0 content module; RFC 4287.
 */

import { readLanguageTag } from '../html/language-tag.ts';
import { type Element, elementsOf, lineOf, textOf } from './element-tree.ts';
import type { FoundArticle, ReadMarkup } from './found-article.ts';
import { markupOf } from './markup.ts';
import { withoutShortcodes } from './shortcodes.ts';

export function readFeedItem(item: Element, language: string | undefined, read: ReadMarkup): FoundArticle {
  return item.name === 'entry' ? readEntry(item, language, read) : readItem(item, language, read);
}

function readItem(item: Element, language: string | undefined, read: ReadMarkup): FoundArticle {
  const named = (name: string): string | undefined => lineOf(child(item, name));
  const bodies = ['content:encoded', 'xhtml:body', 'body', 'fulltext', 'description'].map((name) =>
    child(item, name),
  );
  const isStored = child(item, 'wp:post_type') !== undefined;
  const texts = bodies.map((body) => {
    const markup = body === undefined ? '' : markupOf(body);
    return read(isStored ? withoutShortcodes(markup) : markup);
  });
  const guid = child(item, 'guid');
  const address =
    named('link') ?? (guid?.attributes.get('isPermaLink') === 'false' ? undefined : lineOf(guid));
  return {
    text: texts.find((text) => text.trim() !== '') ?? '',
    id: lineOf(guid) ?? item.attributes.get('about'),
    facts: {
      title: titleOf(child(item, 'title'), read),
      date: named('pubDate') ?? named('dc:date') ?? named('dcterms:created'),
      url: absolute(address ?? item.attributes.get('about')),
      language: languageOf(named('dc:language') ?? language),
    },
  };
}

function readEntry(entry: Element, language: string | undefined, read: ReadMarkup): FoundArticle {
  const named = (name: string): string | undefined => lineOf(child(entry, name));
  const texts = ['content', 'summary'].map((name) => readConstruct(child(entry, name), read));
  const links = elementsOf(entry, 'link');
  const link =
    links.find(({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate') ?? links[0];
  return {
    text: texts.find((text) => text.trim() !== '') ?? '',
    id: named('id'),
    facts: {
      title: readConstruct(child(entry, 'title'), read).replace(/\s+/g, ' ').trim() || undefined,
      date: named('published') ?? named('issued') ?? named('updated'),
      url: absolute(link?.attributes.get('href')),
      language: languageOf(entry.attributes.get('lang') ?? language),
    },
  };
}

/** A text of Atom by its type: plain, escaped markup, or markup. */
function readConstruct(element: Element | undefined, read: ReadMarkup): string {
  if (element === undefined) return '';
  const type = element.attributes.get('type') ?? 'text';
  return type === 'text' || type === 'text/plain' ? textOf(element).trim() : read(markupOf(element));
}

/** Titles of RSS are escaped markup as often as plain text. */
function titleOf(element: Element | undefined, read: ReadMarkup): string | undefined {
  const line = lineOf(element);
  if (line === undefined || !/&[a-z#\d]{2,10};|<\/?[a-z]/i.test(line)) return line;
  return read(line).replace(/\s+/g, ' ').trim() || undefined;
}

/** The first child, by its name as it is usually prefixed, or without a prefix where the name has none. */
function child(parent: Element, name: string): Element | undefined {
  return elementsOf(parent).find(({ qualified }) => qualified === name);
}

export function absolute(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address)
    ? address
    : undefined;
}

export function languageOf(written: string | undefined): string | undefined {
  return written === undefined ? undefined : readLanguageTag(written);
}
