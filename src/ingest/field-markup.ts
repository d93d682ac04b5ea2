/**
 * Texts of records that are written as HTML, as most systems that publish pages keep them. Owns how such a text is told
 * from a plain one, and what is noted of it; must not read a page (`html/`). Linear.
 */
import { PLAIN_READING, type TextReading } from '../model/article.ts';
import { type Mended, mendText } from './encoding/repairs.ts';
import { type WrittenEnd, writtenEnds } from './encoding/written-ends.ts';

/** What a text in HTML begins with: a comment, a declaration, or an element that editors write. */
const OPENING =
  /^\s{0,80}<(?:!--|!doctype\s|(?:html|head|body|main|article|section|header|div|p|span|h[1-6]|ul|ol|li|dl|table|tbody|tr|td|blockquote|figure|picture|img|a|b|i|u|em|strong|small|font|center|pre|br|hr|iframe)[\s/>])/i;
/** And what ends one, or stands alone: "<p> is a tag" is a sentence. */
const CLOSING = /<\/[a-z][a-z\d]{0,20}\s{0,20}>|<(?:br|hr|img|p)[\s/>]/i;
const TAG = /<\/?[a-z!]/gi;

/** Whether a text is markup: pages are read as pages, not as text. */
export function isMarkup(text: string): boolean {
  return OPENING.test(text) && CLOSING.test(text.slice(text.indexOf('<') + 1));
}

/** Letters of markup for each of a plain text that says the same: tags are seldom half of it. */
const FULLER = 3;

/** Whether markup holds far more than a plain text beside it: that is a teaser then. */
export function isTeaser(plain: string, markup: string): boolean {
  return markup.length > FULLER * plain.length;
}

/** The text of what is markup, and that it was. */
export function readMarkup(
  markup: string,
  textOf: (markup: string) => string,
  decoded?: TextReading,
): Required<Mended> {
  const ends = writtenEnds(markup);
  const { text, reading = PLAIN_READING } = mendText(textOf(withSpaces(markup, ends)), decoded);
  const tags = { kind: 'html', count: markup.match(TAG)?.length ?? 0 } as const;
  const lined = ends.length === 0 ? [] : [{ kind: 'written-line-ends', count: ends.length } as const];
  return { text, reading: { ...reading, repairs: [tags, ...lined, ...(reading.repairs ?? [])] } };
}

/** Between elements a line end is a space. */
function withSpaces(markup: string, ends: readonly WrittenEnd[]): string {
  let from = 0;
  const pieces = ends.map(({ start, end }) => {
    const piece = markup.slice(from, start);
    from = end;
    return piece;
  });
  return [...pieces, markup.slice(from)].join('\n');
}
