/** A news item of ninjs (IPTC) in the fields of a record. Reference: ninjs 1.5, 2.1 and 3.1. */
import { isObject } from './fields.ts';
import { readLanguageTag } from './html/language-tag.ts';
import type { Facts } from './metadata.ts';

export interface NewsItem {
  readonly text: string;
  readonly id?: string;
  readonly facts: Facts;
}

/** Undefined where the record is none; `readMarkup` makes text of XHTML. */
export function readNinjs(record: unknown, readMarkup: (markup: string) => string): NewsItem | undefined {
  if (!isObject(record) || typeof record['uri'] !== 'string') return undefined;
  const text = bodyOf(record, readMarkup);
  if (text === undefined) return undefined;
  const first = (...names: readonly string[]): string | undefined =>
    names
      .map((name) => record[name])
      .find((value): value is string => typeof value === 'string' && value !== '');
  const headlines = entriesOf(record['headlines']).map(({ value }) => value);
  const language = first('language');
  return {
    text,
    id: record['uri'],
    facts: {
      title: first('headline') ?? headlines.find((value): value is string => typeof value === 'string'),
      date: first(
        'contentcreated',
        'contentCreated',
        'firstcreated',
        'firstCreated',
        'versioncreated',
        'versionCreated',
      ),
      url: first('located_url', 'url'),
      source: first('source'),
      language: language === undefined ? undefined : readLanguageTag(language),
    },
  };
}

function bodyOf(
  record: Readonly<Record<string, unknown>>,
  read: (markup: string) => string,
): string | undefined {
  for (const name of ['body_text', 'body', 'body_xhtml', 'body_html']) {
    const value = record[name];
    if (typeof value === 'string') return /x?html$/.test(name) ? read(value) : value;
  }
  for (const { value, contenttype, contentType } of entriesOf(record['bodies'])) {
    if (typeof value !== 'string') continue;
    return /html|xml/.test(String(contenttype ?? contentType ?? '')) ? read(value) : value;
  }
  return undefined;
}

function entriesOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
