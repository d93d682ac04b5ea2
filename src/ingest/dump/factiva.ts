/**
 * Articles as Factiva exports them as text: fields of two letters, or the lines of its display in their fixed order.
 * Owns which lines are about the article and not of it; must not cut files.
 */

import { normaliseDate } from '../dates/index.ts';
import type { Facts } from '../metadata.ts';
import { dateIn } from './dates.ts';
import { accessionOf } from './forms.ts';
import { type FoundPart, textOf } from './found-part.ts';
import { isLanguageName, languageOf } from './language-names.ts';

const TAG =
  /^(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|ART|CLM|CX|PY|NGC|GC|DC|DLN)(?:[ \t]{1,40}(.{0,10000}))?$/s;
const LEAST_TAGS = 4;
/** "534 words", alone on its line. */
const WORDS =
  /^[\d.,’' ]{1,9} ?(?:words?|Wörter|Worte|mots|palabras|parole|palavras|woorden|ord|słów|слов[аo]?|語|字|文字|단어)$/i;
/** Lines of the display before the count of words. */
const MOST_ABOVE = 12;

export function readFactiva(lines: readonly string[]): FoundPart {
  const id = accessionIn(lines);
  const found = readTagged(lines) ?? readDisplayed(lines);
  if (found === undefined) return { text: textOf(lines.filter(isText)), facts: {}, hasHeader: false };
  return { ...found, ...(id === undefined ? {} : { id }), hasHeader: true };
}

type Found = Pick<FoundPart, 'text' | 'facts'>;

function accessionIn(lines: readonly string[]): string | undefined {
  for (let at = lines.length - 1; at >= 0; at--) {
    const id = accessionOf(lines[at]!.trim());
    if (id !== undefined) return id;
  }
  return undefined;
}

function isText(line: string): boolean {
  return accessionOf(line.trim()) === undefined;
}

function readTagged(lines: readonly string[]): Found | undefined {
  const fields = new Map<string, string[]>();
  let open: string[] | undefined;
  for (const line of lines) {
    const [, tag, value = ''] = TAG.exec(line.trimEnd()) ?? [];
    if (tag !== undefined && !fields.has(tag)) {
      open = [value];
      fields.set(tag, open);
    } else if (isText(line)) open?.push(line);
  }
  if (fields.size < LEAST_TAGS || !(fields.has('HD') || fields.has('TD') || fields.has('LP')))
    return undefined;
  const value = (tag: string): string | undefined => {
    const written = (fields.get(tag) ?? []).map((line) => line.trim()).filter((line) => line !== '');
    return written.length === 0 ? undefined : written.join(' ');
  };
  const date = value('PD');
  const text = [textOf(fields.get('LP') ?? []), textOf(fields.get('TD') ?? [])]
    .filter((piece) => piece !== '')
    .join('\n\n');
  return {
    text,
    facts: factsOf(
      value('HD'),
      date === undefined ? undefined : (dateIn(date) ?? date),
      value('SN'),
      value('LA'),
    ),
  };
}

function factsOf(
  title: string | undefined,
  date: string | undefined,
  source: string | undefined,
  language: string | undefined,
): Facts {
  return { title, date, source, language: languageOf(language ?? '') };
}

function readDisplayed(lines: readonly string[]): Found | undefined {
  const start = lines.findIndex((line) => line.trim() !== '' && !isPageLine(line.trim()));
  if (start === -1) return undefined;
  const words = wordsLine(lines, start);
  if (words === -1) return undefined;
  let at = words + 1;
  let date: string | undefined;
  let source: string | undefined;
  let language: string | undefined;
  for (; at < lines.length && at <= words + MOST_BELOW; at++) {
    const line = lines[at]!.trim();
    if (line === '') continue;
    if (isRights(line)) {
      at = endOfParagraph(lines, at);
      break;
    }
    if (date === undefined) {
      date = dateIn(line);
      if (date === undefined) return undefined;
    } else if (language === undefined && isLanguageName(line)) language = line;
    else if (source === undefined && !/^\d{1,2}:\d{2}/.test(line)) source = line;
    // Behind the language at most one line of the header is left, the copyright: anything long is the text.
    if (language !== undefined && !(nextLine(lines, at + 1) ?? '').match(/^(?:©|\(c\)|copyright|\d)/i)) {
      at++;
      break;
    }
  }
  if (date === undefined || normaliseDate(date) === undefined) return undefined;
  const text = textOf(lines.slice(at).filter(isText));
  return { text, facts: factsOf(lines[start]!.trim(), date, source, language) };
}

/** Lines of the display between the count of words and the text. */
const MOST_BELOW = 16;

function wordsLine(lines: readonly string[], start: number): number {
  let seen = 0;
  for (let at = start; at < lines.length && seen < MOST_ABOVE; at++) {
    const line = lines[at]!.trim();
    if (line === '') continue;
    if (seen > 0 && WORDS.test(line)) return at;
    seen++;
  }
  return -1;
}

function nextLine(lines: readonly string[], from: number): string | undefined {
  return lines
    .slice(from, from + 6)
    .map((line) => line.trim())
    .find((line) => line !== '');
}

function isRights(line: string): boolean {
  return /^(?:©|\(c\)|copyright)/i.test(line);
}

function isPageLine(line: string): boolean {
  return /^Page \d{1,5} of \d{1,5}\b/.test(line);
}

function endOfParagraph(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]!.trim() !== '') at++;
  return at;
}
