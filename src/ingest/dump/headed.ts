/**
 * Articles that begin with a header: named fields ("Title: ..."), or a title with its date below it. Owns what counts
 * as a header; must not cut files. ProQuest writes its fields before and behind the text: they are read here, too.
 */

import { normaliseDate } from '../dates/index.ts';
import type { Facts } from '../metadata.ts';
import { linesOf } from './code-units.ts';
import { dateAmong, dateIn } from './dates.ts';
import { accessionOf, isCount, isEndOfDocument, isRule } from './forms.ts';
import { type FoundPart, textOf } from './found-part.ts';
import { dateLanguageOf, fieldOfLine, type Label, labelOf } from './labels.ts';
import { languageOf } from './language-names.ts';

/** A header and the number of the line behind it. */
export interface Header {
  readonly facts: Facts;
  readonly id?: string;
  readonly end: number;
}

/** Longest title, in UTF-16 units. */
const LONGEST_TITLE = 150;
/** Lines below a title among which its date is looked for. */
const DATE_WITHIN = 3;
/** Lines of a header, empty ones counted: more are a list. */
const MOST_LINES = 60;

/** The header with which the lines begin; undefined where they begin otherwise. */
export function headerOf(lines: readonly string[]): Header | undefined {
  const start = lines.findIndex((line) => !isBlank(line) && !isCount(line.trim()));
  return start === -1 ? undefined : (namedHeader(lines, start) ?? datedHeader(lines, start));
}

/** The title that named fields above a text give it; what they say otherwise stays in its text. */
export function namedTitle(text: string): string | undefined {
  const lines = linesOf(text.slice(0, HEADER_LENGTH));
  const start = lines.findIndex((line) => !isBlank(line));
  return start === -1 ? undefined : namedHeader(lines, start)?.facts.title;
}

/** Longest header that is looked at above a text that is the whole file, in UTF-16 units. */
const HEADER_LENGTH = 4096;

/** The part without its header. */
export function readHeaded(lines: readonly string[]): FoundPart {
  const header = headerOf(lines);
  if (header === undefined) return { text: textOf(lines), facts: {}, hasHeader: false };
  const { facts, end, id } = header;
  const body = lines.slice(end);
  // A rule below the header belongs to it.
  const first = body.findIndex((line) => !isBlank(line));
  const text = textOf(first !== -1 && isRule(body[first]!.trim()) ? body.slice(first + 1) : body);
  return { text, facts, ...(id === undefined ? {} : { id }), hasHeader: true };
}

export function isTitle(line: string): boolean {
  if (line.length > LONGEST_TITLE || !/^[^\p{L}<]{0,20}\p{L}/u.test(line) || /[.。।:：;,]$/.test(line))
    return false;
  if (/^https?:\/\//i.test(line)) return false;
  return !isCount(line) && !isEndOfDocument(line) && accessionOf(line) === undefined;
}

function namedHeader(lines: readonly string[], start: number): Header | undefined {
  const values = new Map<Label, string>();
  let end = start;
  let title: string | undefined;
  let dateLanguage: string | undefined;
  for (let at = start; at < lines.length && at < start + MOST_LINES; at++) {
    const line = lines[at]!;
    if (isBlank(line)) continue;
    // An empty line ends the header, unless another of the known fields follows.
    const isApart = at > end;
    const field = fieldOfLine(line);
    const label = field === undefined ? undefined : labelOf(field.name);
    if (field === undefined || (label === undefined && isApart)) {
      if (at === start && isTitle(line.trim())) {
        title = line.trim();
        end = at + 1;
        continue;
      }
      if (isApart || !/^[ \t]/.test(line) || values.size === 0) break;
    } else if (label !== undefined) {
      if (label === 'date' && !values.has(label)) dateLanguage = dateLanguageOf(field.name);
      if (!values.has(label)) values.set(label, field.value);
    } else if (values.size === 0) break;
    end = at + 1;
  }
  return isEnough(values, title !== undefined) ? headerFrom(values, title, end, dateLanguage) : undefined;
}

/** Two fields, or one that nothing but a header has. */
function isEnough(values: ReadonlyMap<Label, string>, hasTitle: boolean): boolean {
  const named = [...values].filter(([label, value]) => label !== 'other' && value !== '').length;
  if (named >= 2 || (named === 1 && values.size >= 2 && hasTitle)) return true;
  if (hasTitle) return normaliseDate(values.get('date') ?? '') !== undefined;
  return (
    (values.get('title') ?? '') !== '' ||
    normaliseDate(values.get('date') ?? '') !== undefined ||
    URL.canParse(values.get('url') ?? '')
  );
}

export function headerFrom(
  values: ReadonlyMap<Label, string>,
  title: string | undefined,
  end: number,
  dateLanguage?: string,
): Header {
  const value = (label: Label): string | undefined => {
    const written = values.get(label);
    return written === undefined || written === '' ? undefined : written;
  };
  const [url, id, date] = [value('url'), value('id'), value('date')];
  return {
    facts: {
      title: value('title') ?? title,
      date: date === undefined ? undefined : (dateIn(date) ?? dayIn(date, dateLanguage) ?? date),
      url: url !== undefined && URL.canParse(url) ? url : undefined,
      source: value('source'),
      language: languageOf(value('language') ?? ''),
    },
    ...(id === undefined ? {} : { id }),
    end,
  };
}

/** The day that a date in numbers is in the language of its name. */
function dayIn(date: string, language: string | undefined): string | undefined {
  return language === undefined ? undefined : normaliseDate(date, language);
}

function datedHeader(lines: readonly string[], start: number): Header | undefined {
  const title = lines[start]!.trim();
  if (!isTitle(title) || dateIn(title) !== undefined) return undefined;
  let seen = 0;
  for (let at = start + 1; at < lines.length && seen < DATE_WITHIN; at++) {
    const line = lines[at]!.trim();
    if (line === '') continue;
    if (line.length > LONGEST_LINE) return undefined;
    const date = dateAmong(line);
    if (date !== undefined) return { facts: { title, date }, end: at + 1 };
    seen++;
  }
  return undefined;
}

/** A date, a byline, a source: no paragraph. */
const LONGEST_LINE = 60;

export function isBlank(line: string): boolean {
  return line.trim() === '';
}
