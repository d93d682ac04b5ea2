/**
 * Articles of dumps that write one `<doc>` after the other: WikiExtractor and CC-News (attributes), Gigaword and TREC
 * (elements inside). Neither is XML: tags may stay open and ampersands alone. Must not cut files.
 */
import { decodeHTML } from 'entities';
import type { Facts } from '../metadata.ts';
import { linesOf } from './code-units.ts';
import { type FoundPart, hasLetters, textOf } from './found-part.ts';
import { languageOf } from './language-names.ts';

type Meaning = 'title' | 'date' | 'source' | 'language' | 'url' | 'id' | 'text' | 'aside';

const MEANINGS: Readonly<Record<string, Meaning>> = {
  title: 'title',
  headline: 'title',
  head: 'title',
  hl: 'title',
  ti: 'title',
  date: 'date',
  datetime: 'date',
  date_time: 'date',
  published: 'date',
  pubdate: 'date',
  dd: 'date',
  date1: 'date',
  source: 'source',
  so: 'source',
  publisher: 'source',
  lang: 'language',
  language: 'language',
  url: 'url',
  link: 'url',
  id: 'id',
  docid: 'id',
  docno: 'id',
  text: 'text',
  body: 'text',
  content: 'text',
  dateline: 'aside',
  byline: 'aside',
  author: 'aside',
  doctype: 'aside',
  txttype: 'aside',
  fileid: 'aside',
  first: 'aside',
  second: 'aside',
  keyword: 'aside',
  section: 'aside',
  subject: 'aside',
  length: 'aside',
  graphic: 'aside',
  type: 'aside',
  page: 'aside',
  pub: 'aside',
  profile: 'aside',
  slug: 'aside',
  trailer: 'aside',
  header: 'aside',
  note: 'aside',
};

/** An element with a meaning, its tags on whatever line: `<HEADLINE> ... </HEADLINE>`. */
const TAG = /<(\/?)([a-z][a-z0-9_]{0,20})((?:\s[^<>]{0,2000})?)>/gi;
const ATTRIBUTE = /\s([a-z][\w:.-]{0,40})\s{0,4}=\s{0,4}/gi;

/** Names and values of a start tag, in quotes or not. */
function* attributesOf(tag: string): Generator<readonly [name: string, value: string]> {
  let from = 0;
  for (const { index, 0: found, 1: name = '' } of tag.matchAll(ATTRIBUTE)) {
    if (index < from) continue;
    const start = index + found.length;
    const quote = tag[start];
    const isQuoted = quote === '"' || quote === "'";
    const end = isQuoted ? tag.indexOf(quote, start + 1) : start + tag.slice(start).search(/[\s"'>]|$/);
    if (end === -1) continue;
    yield [name, tag.slice(isQuoted ? start + 1 : start, end)];
    from = end;
  }
}

export function readDocElement(written: string): FoundPart {
  const open = /^\s{0,9}<doc((?:\s[^<>]{0,8000})?)>/i.exec(written);
  const isCut = !/<\/doc>\s{0,20}$/i.test(written.slice(-40));
  const end = isCut ? written.length : written.toLowerCase().lastIndexOf('</doc>');
  const inside = written.slice(open?.[0].length ?? 0, end);
  const values = new Map<Meaning, string>();
  for (const [name, value] of attributesOf(open?.[1] ?? '')) {
    const meaning = meaningOf(name);
    if (meaning !== undefined && meaning !== 'text' && meaning !== 'aside')
      take(values, meaning, plain(value));
  }
  const texts = sortElements(inside, values);
  const text = textOf(texts.flatMap(linesOf));
  const url = values.get('url');
  const id = values.get('id');
  const facts: Facts = {
    title: values.get('title'),
    date: values.get('date'),
    source: values.get('source'),
    language: languageOf(values.get('language') ?? ''),
    url: url !== undefined && URL.canParse(url) ? url : undefined,
  };
  const hasHeader = open !== null && values.size > 0;
  return { text, facts, ...(id === undefined ? {} : { id }), hasHeader, isCut };
}

/** Whether there is more in it than tags. */
export function hasWords(written: string): boolean {
  return hasLetters(written.replace(TAG, ' ').replace(/<[!?][^<>]*>/g, ' '), 1);
}

/** Names are looked up, not owned: `constructor` is no element. */
function meaningOf(name: string): Meaning | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(MEANINGS, lower) ? MEANINGS[lower] : undefined;
}

function take(values: Map<Meaning, string>, meaning: Meaning, value: string): void {
  if (value !== '' && !values.has(meaning)) values.set(meaning, value);
}

/** Puts fields into the values; the texts are what stands in elements of texts, or, without one, outside of fields. */
function sortElements(inside: string, values: Map<Meaning, string>): readonly string[] {
  const texts: string[] = [];
  const loose: string[] = [];
  let from = 0;
  let open: { readonly name: string; readonly meaning: Meaning; readonly at: number } | undefined;
  for (const tag of inside.matchAll(TAG)) {
    const name = tag[2]!.toLowerCase();
    const meaning = meaningOf(name);
    const isEnd = tag[1] === '/';
    if (open === undefined && meaning !== undefined && !isEnd) {
      loose.push(inside.slice(from, tag.index));
      open = { name, meaning, at: tag.index + tag[0].length };
    } else if (open !== undefined && isEnd && name === open.name) {
      const content = inside.slice(open.at, tag.index);
      if (open.meaning === 'text') texts.push(paragraphs(content));
      else if (open.meaning !== 'aside') take(values, open.meaning, plain(paragraphs(content)));
      open = undefined;
      from = tag.index + tag[0].length;
    }
  }
  // An element that never ends holds the rest, whatever it was to be: nothing is lost.
  const rest = inside.slice(open?.at ?? from);
  if (open !== undefined && open.meaning === 'text') texts.push(paragraphs(rest));
  else loose.push(rest);
  return texts.length > 0 ? texts : loose.map(paragraphs);
}

/** Text with its paragraphs as blocks: where `<P>` says so, the lines inside are wrapped and are joined. */
function paragraphs(content: string): string {
  const pieces = content.split(/<\/?p>/i);
  const blocks = pieces.map((piece) => decodeHTML(piece.replace(TAG, '')));
  if (pieces.length === 1) return textOf(linesOf(blocks[0]!));
  return blocks
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '')
    .join('\n\n');
}

function plain(value: string): string {
  return decodeHTML(value).replace(/\s+/g, ' ').trim();
}
