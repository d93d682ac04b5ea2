/**
 * Front matter: fields above the text of a file, between fences of YAML (`---`) or TOML (`+++`), or as an object of JSON.
 * Owns where it ends and its scalars; lists, maps and texts of several lines are none of ours. Linear time.
 */
import { FIELDS, type Field } from '../model/record-fields.ts';
import { fieldOf, namesOf } from './fields.ts';
import { parseJson } from './json-scan.ts';

type FieldMap = Readonly<Record<string, string>>;
export type FrontFacts = Readonly<Partial<Record<Field, string>>>;

export interface FrontMatter {
  readonly facts: FrontFacts;
  /** The lines that it takes, its fences counted. */
  readonly lines: number;
}

/** A header is shorter; what is longer is the text. */
const MOST_LINES = 200;

/** What stands above a text that is Markdown: there every `---` in the first line is a fence. */
export function frontMatterOf(lines: readonly string[], map: FieldMap): FrontMatter | undefined {
  const first = lines[0]?.trimEnd();
  if (first === '---') return yamlOf(lines, map);
  const found = first === '+++' ? tomlOf(lines, map) : jsonOf(lines, map);
  return found !== undefined && isTelling(found.facts) ? found : undefined;
}

/** The same above plain text, where a rule may open anything: all lines must be fields, and one of them known. */
export function strictFrontMatterOf(lines: readonly string[], map: FieldMap): FrontMatter | undefined {
  const found = frontMatterOf(lines, map);
  if (found === undefined || !isTelling(found.facts)) return undefined;
  // Prose is no field, and one record after another is no header of the next.
  const header = lines.slice(0, found.lines);
  if (header.some((line) => line.length > LONGEST_LINE) || found.lines > MOST_LINES) return undefined;
  const first = lines[0]?.trimEnd();
  if (first === '+++') return found;
  if (first !== '---') return lines[found.lines]?.startsWith('{') === true ? undefined : found;
  return header.slice(1, -1).every((line) => YAML_LINE.test(line) && !isSpoken(line)) ? found : undefined;
}

/** Words of a value that is a sentence. */
const SENTENCE = 7;
const TOLD = /^(?:title|subtitle|description|summary|excerpt|lead|teaser|abstract):/i;

/** Whether a line says a sentence, as those of a dialogue do ("Anna: ..."), and not as a field that holds one. */
function isSpoken(line: string): boolean {
  return !TOLD.test(line) && /[.!?…]["”»]?\s*$/.test(line) && line.trim().split(/\s+/).length >= SENTENCE;
}

/** A line of a header in plain text, where it may be the text: a list of tags, an address, a summary. */
const LONGEST_LINE = 300;

const YAML_LINE = /^(?:\s|#|- |$|[\p{L}_][\p{L}\p{N}_. -]{0,60}:(?:\s|$))/u;

function isTelling({ title, date, url }: FrontFacts): boolean {
  return (title ?? date ?? url) !== undefined;
}

function yamlOf(lines: readonly string[], map: FieldMap): FrontMatter | undefined {
  const close = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (close === -1) return undefined;
  return { facts: factsOf(valuesOf(lines.slice(1, close), ':'), map), lines: close + 1 };
}

function tomlOf(lines: readonly string[], map: FieldMap): FrontMatter | undefined {
  const close = lines.slice(0, MOST_LINES).findIndex((line, index) => index > 0 && line.trimEnd() === '+++');
  if (close === -1) return undefined;
  const inner = lines.slice(1, close);
  // Behind the head of a table keys are its own.
  const table = inner.findIndex((line) => line.startsWith('['));
  const own = table === -1 ? inner : inner.slice(0, table);
  return { facts: factsOf(valuesOf(own, '='), map), lines: close + 1 };
}

/** An object that ends with a line of its own, or is the first line. */
function jsonOf(lines: readonly string[], map: FieldMap): FrontMatter | undefined {
  const first = lines[0]?.trimEnd() ?? '';
  if (!first.startsWith('{')) return undefined;
  const close = first.endsWith('}')
    ? 0
    : lines.slice(0, MOST_LINES).findIndex((line) => line.trimEnd() === '}');
  if (close === -1) return undefined;
  const record = parseJson(lines.slice(0, close + 1).join('\n'));
  const values = (name: string): string | undefined => {
    const value = fieldOf(record, name)?.value;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return { facts: factsOf(values, map), lines: close + 1 };
}

/** Top-level keys only: an indented line belongs to a value of a kind that is not read. */
function valuesOf(lines: readonly string[], sign: ':' | '='): (name: string) => string | undefined {
  const values = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(sign);
    if (at <= 0 || /^[\s#-]/.test(line)) continue;
    const value = scalar(line.slice(at + 1).trim());
    if (value !== undefined) values.set(line.slice(0, at).trim(), value);
  }
  return (name) => values.get(name);
}

function factsOf(values: (name: string) => string | undefined, map: FieldMap): FrontFacts {
  const facts: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const name = namesOf(map, field).find((known) => values(known) !== undefined);
    const value = name === undefined ? undefined : values(name);
    if (value !== undefined) facts[field] = value;
  }
  return facts;
}

/** A scalar on one line; undefined for anything else (lists, maps, texts of several lines). */
function scalar(written: string): string | undefined {
  const quote = written[0];
  if (quote === '"' || quote === "'") {
    if (written.startsWith(quote.repeat(3))) return undefined;
    const close = closingQuote(written, quote);
    if (close === -1) return undefined;
    const inner = written.slice(1, close);
    return quote === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\/])/g, '$1');
  }
  const comment = written.indexOf(' #');
  const plain = (comment === -1 ? written : written.slice(0, comment)).trim();
  return plain === '' || /^[[{|>&*!]/.test(plain) ? undefined : plain;
}

function closingQuote(written: string, quote: string): number {
  for (let at = 1; at < written.length; at++) {
    if (quote === '"' && written[at] === '\\') at++;
    else if (written[at] === quote) {
      if (quote === '"' || written[at + 1] !== quote) return at;
      at++;
    }
  }
  return -1;
}
