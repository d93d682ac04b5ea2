/**
 * Articles as Nexis exports them as text, old form ("3 of 20 DOCUMENTS", names of fields in capitals) and new ("Body",
 * "End of Document"). Owns which lines are about the article and not of it; must not cut files.
 */
import type { Facts } from '../metadata.ts';
import { dateIn } from './dates.ts';
import { isCount, isEndOfDocument } from './forms.ts';
import { type FoundPart, textOf } from './found-part.ts';
import { languageOf } from './language-names.ts';

/** Fields between the title and the text. */
const HEAD: ReadonlySet<string> = new Set(
  'length|länge|longueur|lengte|longitud|lunghezza|byline|autor|auteur|autore|section|rubrik|rubrique|sectie|sección|sezione|headline|titel|titre|título|titolo|dateline|ortsmarke|highlight|body|series|columna|column|corps|cuerpo'.split(
    '|',
  ),
);
const LENGTHS: ReadonlySet<string> = new Set('length|länge|longueur|lengte|longitud|lunghezza'.split('|'));
const TITLES: ReadonlySet<string> = new Set('headline|titel|titre|título|titolo'.split('|'));
/** Fields below the text. */
const TAIL: ReadonlySet<string> = new Set(
  'load-date|language|sprache|langue|taal|idioma|lingua|publication-type|publikationstyp|type-publication|zeitungstyp|journal-code|subject|company|organization|geographic|country|city|state|person|industry|ticker|graphic|grafik|graphique|correction|correction-date|document-type|acc-no|url|update|date-chargement|laad-datum|classification|notes|copyright'.split(
    '|',
  ),
);
const LANGUAGES: ReadonlySet<string> = new Set('language|sprache|langue|taal|idioma|lingua'.split('|'));
/** What the new form calls the text, in the languages of the service. */
const BODIES: ReadonlySet<string> = new Set(['body', 'corps', 'cuerpo']);
/** Names that stand alone on their lines in the new form. */
const ALONE: ReadonlySet<string> = new Set([...BODIES, 'graphic', 'classification', 'notes']);

interface Reading {
  readonly fields: Map<string, string>;
  /** Lines above the first field. */
  readonly above: string[];
  readonly body: string[];
}

export function readNexis(lines: readonly string[]): FoundPart {
  const reading = sorted(lines);
  const { fields, above, body } = reading;
  const { date, title, source } = placeOf(above);
  const heads = [...fields.keys()].filter((name) => HEAD.has(name)).length;
  const hasLength = [...fields.keys()].some((name) => LENGTHS.has(name));
  const hasHeader = hasLength || heads >= 2 || (heads === 1 && date !== undefined);
  if (!hasHeader) {
    const text = textOf(lines.filter((line) => !isCount(line.trim()) && !isEndOfDocument(line.trim())));
    return { text, facts: {}, hasHeader: false };
  }
  const field = (names: ReadonlySet<string>): string | undefined =>
    [...fields].find(([name, value]) => names.has(name) && value !== '')?.[1];
  const url = fields.get('url');
  const facts: Facts = {
    title: field(TITLES) ?? title,
    date,
    source,
    language: languageOf(field(LANGUAGES) ?? ''),
    url: url !== undefined && URL.canParse(url) ? url : undefined,
  };
  return { text: textOf(body), facts, hasHeader };
}

/** Each line in its place. */
function sorted(lines: readonly string[]): Reading {
  const reading: Reading = { fields: new Map(), above: [], body: [] };
  let state: 'above' | 'head' | 'body' | 'tail' = 'above';
  let open: string | undefined;
  for (const line of lines) {
    const trimmed = line.trim();
    if (isCount(trimmed) || isEndOfDocument(trimmed) || isPageNumber(trimmed)) continue;
    const field = fieldOf(trimmed, state);
    if (field !== undefined) {
      const [name, value] = field;
      if (!reading.fields.has(name)) reading.fields.set(name, value);
      open = name;
      if (TAIL.has(name)) state = 'tail';
      else state = BODIES.has(name) ? 'body' : 'head';
      if (BODIES.has(name) && value !== '') reading.body.push(value);
    } else if (state === 'above') reading.above.push(trimmed);
    else if (state === 'head') {
      if (trimmed === '') open = undefined;
      else if (open !== undefined) extend(reading.fields, open, trimmed);
      else {
        state = 'body';
        reading.body.push(line);
      }
    } else if (state === 'body' && !isRights(trimmed)) reading.body.push(line);
    else if (state === 'tail' && open !== undefined && trimmed !== '') extend(reading.fields, open, trimmed);
  }
  return reading;
}

function extend(fields: Map<string, string>, name: string, more: string): void {
  fields.set(name, `${fields.get(name) ?? ''} ${more}`.trim());
}

/** The name, in lower case, and the value of a field that may stand here. */
function fieldOf(line: string, state: string): readonly [string, string] | undefined {
  const alone = line.toLowerCase();
  if (ALONE.has(alone) && line.charAt(0) !== alone.charAt(0)) {
    // One word is a heading inside a text, unless the text has not begun or ends with it.
    if (state === 'head' || !BODIES.has(alone)) return [alone, ''];
  }
  const colon = line.indexOf(':');
  if (colon < 2 || colon > 30) return undefined;
  const written = line.slice(0, colon);
  const name = written.toLowerCase();
  if (!HEAD.has(name) && !TAIL.has(name)) return undefined;
  const isWritten = written === written.toUpperCase() || /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(written);
  // Inside a text only fields that end it count, and those of the old form are in capitals.
  if (!isWritten || (state === 'body' && !(TAIL.has(name) && isEnding(written)))) return undefined;
  return [name, line.slice(colon + 1).trim()];
}

function isEnding(written: string): boolean {
  return written === written.toUpperCase() || written === 'Load-Date';
}

/** Source, date and title as they stand above the fields. */
function placeOf(above: readonly string[]): Pick<Facts, 'title' | 'date' | 'source'> {
  const paragraphs: string[][] = [[]];
  for (const line of above) {
    if (line === '') paragraphs.push([]);
    else if (!isRights(line)) paragraphs.at(-1)!.push(line);
  }
  const before: string[] = [];
  const after: string[] = [];
  let date: string | undefined;
  let isBelow = false;
  for (const lines of paragraphs) {
    const rest: string[] = [];
    for (const line of lines) {
      if (!isBelow && isDateLike(line)) {
        before.push(...rest.splice(0));
        date = dateIn(line);
        isBelow = true;
      } else if (!isBelow || !isEdition(line)) rest.push(line);
    }
    if (!isBelow) before.push(...rest);
    else if (rest.length > 0) after.push(rest.join(' '));
  }
  // The old form has the title below the date, the new one above the source.
  const isNew = after.length === 0 && before.length > 1;
  return {
    date,
    title: isNew ? before[0] : after[0],
    source: before.at(-1),
  };
}

/** A line with a year: where the date stands, whether or not it can be read. */
function isDateLike(line: string): boolean {
  return line.length <= 60 && (/(?:^|\D)(?:19|20)\d\d(?:\D|$)/.test(line) || dateIn(line) !== undefined);
}

function isEdition(line: string): boolean {
  return line.length <= 50 && /\b(?:edition|ausgabe|édition|edición|edizione|editie)\b/i.test(line);
}

function isRights(line: string): boolean {
  return (
    line.length <= 160 &&
    (/^(?:copyright|©|\(c\)) /i.test(line) ||
      /^(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati)\.?$/i.test(
        line,
      ))
  );
}

function isPageNumber(line: string): boolean {
  return /^(?:Page|Seite|Página|Pagina|Sida|Side) \d{1,5} (?:of|de|von|di|van|av|af) \d{1,5}$/.test(line);
}
