/** Articles as ProQuest exports them: fields around "Full text:". Must not cut files. */

import { isCount, isRule } from './forms.ts';
import { type FoundPart, textOf } from './found-part.ts';
import { headerFrom, isBlank } from './headed.ts';
import type { Label } from './labels.ts';
import { fieldOfLine, labelOf } from './labels.ts';

/** Fields that only stand around texts of this service, beside those that anyone may write. */
const OWN: ReadonlySet<string> = new Set([
  'abstract',
  'links',
  'full text',
  'publication info',
  'publication title',
  'publication date',
  'publication year',
  'publication subject',
  'proquest document id',
  'document url',
  'source type',
  'source attribution',
  'document type',
  'language of publication',
  'country of publication',
  'place of publication',
  'last updated',
  'first page',
  'start page',
  'subject',
  'company / organization',
  'people',
  'issn',
  'database',
  'document feature',
  'illustration',
  'credit',
  'classification',
  'number of pages',
  'publisher',
  'identifier / keyword',
  'dateline',
  'volume',
  'issue',
  'pages',
  'copyright',
]);
/** So many of them are a header of this service. */
const LEAST_FIELDS = 3;

/** Whether the lines begin as a record of ProQuest does. */
export function isProquest(lines: readonly string[]): boolean {
  let fields = 0;
  let hasPlace = false;
  for (const line of lines) {
    const name = ownField(line)?.name;
    if (name === undefined) continue;
    fields++;
    hasPlace ||= name === 'full text' || name === 'publication info' || name === 'publication title';
    if (hasPlace && fields >= LEAST_FIELDS) return true;
  }
  return false;
}

export function readProquest(lines: readonly string[]): FoundPart {
  const values = new Map<string, string>();
  const texts = new Map<string, string[]>();
  let title: string | undefined;
  let open: string[] | undefined;
  for (const line of lines) {
    const field = ownField(line);
    if (field !== undefined) {
      if (!values.has(field.name)) values.set(field.name, field.value);
      open = PROSE.has(field.name) && !texts.has(field.name) ? [field.value] : undefined;
      if (open !== undefined) texts.set(field.name, open);
    } else if (open !== undefined) open.push(line);
    else if (values.size === 0 && !isBlank(line) && !isCount(line.trim()) && !isRule(line.trim()))
      title ??= line.trim();
  }
  const text = textOf(texts.get('full text') ?? texts.get('abstract') ?? []);
  const { facts, id } = headerFrom(labelled(values), title, 0);
  return { text, facts, ...(id === undefined ? {} : { id }), hasHeader: true };
}

/** Fields over several paragraphs. */
const PROSE: ReadonlySet<string> = new Set(['full text', 'abstract']);

function ownField(line: string): { readonly name: string; readonly value: string } | undefined {
  // "Full text:" may be followed by a paragraph; a name is at the beginning of the line, or it is prose.
  const field = /^\p{L}/u.test(line) ? fieldOfLine(line) : undefined;
  if (field === undefined) return undefined;
  return OWN.has(field.name) || field.name === 'title' || field.name === 'author' ? field : undefined;
}

function labelled(values: ReadonlyMap<string, string>): ReadonlyMap<Label, string> {
  const info = values.get('publication info')?.split(/[;[]/, 1)[0]?.trim() ?? '';
  const found = new Map<Label, string>();
  const take = (label: Label, value: string | undefined): void => {
    if (value !== undefined && value !== '' && !found.has(label)) found.set(label, value);
  };
  take('title', values.get('title'));
  take('date', values.get('publication date'));
  take('source', values.get('publication title')?.split(';', 1)[0]?.trim());
  take('source', info);
  take('url', values.get('document url'));
  take('language', values.get('language of publication'));
  take('id', values.get('proquest document id'));
  for (const [name, value] of values) {
    const label = labelOf(name);
    if (label !== undefined && label !== 'other' && name !== 'source type' && name !== 'publisher')
      take(label, value);
  }
  return found;
}
