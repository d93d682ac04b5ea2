/** A news item of ninjs (IPTC) in the fields of a record. Reference: ninjs 1.5, 2.1 and 3.1. */
import { isObject } from './fields.ts';
import { readLanguageTag } from './html/language-tag.ts';
import type { Facts } from './metadata.ts';

export interface NewsItem {
  readonly text: string;
  readonly id?: string | undefined;
  readonly facts: Facts;
}

/**
 * Fields that ninjs alone has: its texts, and what it calls times and states of an item. Records of other systems name
 * themselves by a `uri`, too, and keep their text in a `body` or `content`.
 */
export const NINJS_FIELDS = [
  'body_text',
  'body_xhtml',
  'bodies',
  'versioncreated',
  'versionCreated',
  'contentcreated',
  'contentCreated',
  'pubstatus',
  'pubStatus',
] as const;

/** Whether a record names itself by a `uri` and has a field of ninjs. */
export function isNinjs(record: unknown): record is Readonly<Record<string, unknown>> {
  if (!isObject(record) || typeof record['uri'] !== 'string') return false;
  return NINJS_FIELDS.some((name) => Object.hasOwn(record, name));
}

/** Undefined where the record is none; `readMarkup` makes text of XHTML. */
export function readNinjs(record: unknown, readMarkup: (markup: string) => string): NewsItem | undefined {
  if (!isNinjs(record)) return undefined;
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
    id: first('uri'),
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

/** The first body that says something, else an empty one. */
function bodyOf(
  record: Readonly<Record<string, unknown>>,
  read: (markup: string) => string,
): string | undefined {
  let empty: string | undefined;
  for (const { value, isMarkup } of bodiesOf(record)) {
    if (typeof value !== 'string') continue;
    const text = isMarkup ? read(value) : value;
    if (text.trim() !== '') return text;
    empty ??= text;
  }
  return empty;
}

interface Body {
  readonly value: unknown;
  readonly isMarkup: boolean;
}

function* bodiesOf(record: Readonly<Record<string, unknown>>): Generator<Body> {
  for (const name of ['body_text', 'body', 'body_xhtml', 'body_html']) {
    yield { value: record[name], isMarkup: /x?html$/.test(name) };
  }
  for (const { value, contenttype, contentType } of entriesOf(record['bodies'])) {
    yield { value, isMarkup: /html|xml/.test(String(contenttype ?? contentType ?? '')) };
  }
}

function entriesOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
