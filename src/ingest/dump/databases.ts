/**
 * Articles as Europresse, Gale, NewsBank and GENIOS export them as text: each ends with its number in the database. Owns which
 * lines are about the article and not of it; must not cut files.
 */
import type { Facts } from '../metadata.ts';
import { dateIn } from './dates.ts';
import { type FoundPart, textOf } from './found-part.ts';

/** What closes an article; the numbers of Europresse hold the day. */
const EUROPRESSE = /^[a-z]{2,12}\W{1,2}((?:19|20)\d\d)(\d\d)(\d\d)\W{1,2}[A-Z0-9_]{1,12}\W{1,2}\S{1,40}$/;
const GALE = /^Gale Document Number: ?GALE\|[A-Z0-9]{2,20}$/;
const NEWSBANK = /^Record Number: ?\S{1,60}$/;

/** Whether the line is the last of an article; also where it was read as Latin-1. */
export function closesArticle(line: string): boolean {
  return line.length <= 90 && (EUROPRESSE.test(line) || GALE.test(line) || NEWSBANK.test(line));
}

/** Lines above a text: more are no header. */
const MOST_HEAD = 30;
/** Lines of rights and certificates at the end. */
const MOST_TAIL = 16;

export function readNumbered(lines: readonly string[]): FoundPart {
  const end = lines.findLastIndex((line) => line.trim() !== '');
  const last = lines[end]?.trim() ?? '';
  // What stands behind the number of the article before.
  const start = lines.findIndex((line) => line.trim() !== '' && !isRights(line.trim()));
  const own = start === -1 ? [] : lines.slice(start, closesArticle(last) ? end : undefined);
  const found = GALE.test(last) ? gale(own) : NEWSBANK.test(last) ? newsbank(own) : europresse(own, last);
  return found ?? { text: textOf(own), facts: {}, hasHeader: false };
}

/** The count of words, behind the section and the date. */
const WORDS = / \d[\d.]{0,8} (?:mots?|words?|palabras?|Wörter|Wort|parole|palavras?)(?:,|$)/;

/** Source; section, date and words; title; author; text; rights and certificate. */
function europresse(lines: readonly string[], number: string): FoundPart | undefined {
  const counted = lines
    .slice(0, MOST_HEAD)
    .findIndex((line) => line.length <= LONGEST_PLACE && WORDS.test(line.trim()));
  const at = counted < 1 ? -1 : nextLine(lines, counted + 1);
  if (at === -1) return undefined;
  const day = EUROPRESSE.exec(number);
  const facts: Facts = {
    title: lines[at]!.trim(),
    source: lines[0]!.trim(),
    date: dateOfPlace(lines[counted]!) ?? (day === null ? undefined : `${day[1]}-${day[2]}-${day[3]}`),
  };
  const below = nextLine(lines, at + 1);
  const body = lines.slice(below !== -1 && isName(lines[below]!.trim()) ? below + 1 : at + 1);
  return { text: withoutTail(body, isCertificate), facts, hasHeader: true };
}

const LONGEST_PLACE = 300;

/** "International, mardi 12 mars 2024 - 14:05 CET 221 mots, p. 3": sections may have commas, too. */
function dateOfPlace(line: string): string | undefined {
  const pieces = line.trim().split(WORDS, 1)[0]!.split(', ');
  for (let from = 0; from < pieces.length; from++) {
    const date = dateIn(pieces.slice(from).join(', '));
    if (date !== undefined) return date;
  }
  return undefined;
}

/** Named fields, the last of them the text, below it how to cite it. */
function gale(lines: readonly string[]): FoundPart | undefined {
  const full = lines.slice(0, MOST_HEAD).findIndex((line) => /^Full Text: ?/.test(line));
  const field = (name: string): string | undefined =>
    lines
      .slice(0, Math.max(full, 0))
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const title = field('Title');
  if (title === undefined || title === '') return undefined;
  const published = /^(.{1,200}?)\.? ?\(([^()]{4,60})\)/.exec(field('Source') ?? '');
  const first = lines[full]!.slice('Full Text:'.length).trim();
  const cited = lines.findLastIndex((line) => /^Source Citation(?: \(|$)/.test(line));
  const body = [first, ...lines.slice(full + 1, cited > full ? cited : undefined)];
  const facts = { title, source: published?.[1], date: dateIn(published?.[2] ?? '') };
  return { text: withoutTail(body, isRights), facts, hasHeader: true };
}

/** Title; source and date; named fields; text. */
function newsbank(lines: readonly string[]): FoundPart | undefined {
  const placed = /^(.{1,120}?)(?: \([^()]{1,80}\))? - (.{6,40})$/.exec(lines[1]?.trim() ?? '');
  const date = dateIn(placed?.[2] ?? '');
  if (placed === null || date === undefined) return undefined;
  let at = 2;
  while (/^[A-Z][A-Za-z/ ]{2,24}: /.test(lines[at] ?? '')) at++;
  const facts = { title: lines[0]!.trim(), source: placed[1], date };
  return { text: withoutTail(lines.slice(at), isRights), facts, hasHeader: true };
}

const GENIOS_DATE = /^(.{1,120}?) vom (\d\d)\.(\d\d)\.(\d{4})(?:,|$)/;
/** The number and the rights of GENIOS close its articles. */
const GENIOS_TAIL =
  /^(?:Quelle|ISSN|Ressort|Rubrik|Dokumentnummer|Dauerhafte Adresse des Dokuments|Alle Rechte vorbehalten): ?(?=\S)/;

/** Whether the part is an article of GENIOS (wiso): title; source and date; ...; text; source, number, address, rights. */
export function isGenios(lines: readonly string[]): boolean {
  return (
    lines.slice(-MOST_TAIL).some((line) => /^Dokumentnummer: \S/.test(line)) && genios(lines) !== undefined
  );
}

/** Whether its title and the line of its source and date stand here. */
export function beginsGenios(lines: readonly string[]): boolean {
  const title = nextLine(lines, 0);
  return title !== -1 && lines[title]!.length <= LONGEST_PLACE && genios(lines) !== undefined;
}

/** As `isGenios`. */
export function readGenios(lines: readonly string[]): FoundPart {
  return genios(lines) ?? { text: textOf(lines), facts: {}, hasHeader: false };
}

function genios(lines: readonly string[]): FoundPart | undefined {
  const title = nextLine(lines, 0);
  const placed = title === -1 ? -1 : nextLine(lines, title + 1);
  const place = GENIOS_DATE.exec(lines[placed]?.trim() ?? '');
  if (place === null) return undefined;
  const [, source, day, month, year] = place;
  const below = nextLine(lines, placed + 1);
  const body = lines.slice(below !== -1 && /^Autor(?:in|en)?: /.test(lines[below]!) ? below + 1 : placed + 1);
  const address = lines.slice(-MOST_TAIL).find((line) => line.startsWith('Dauerhafte Adresse'));
  const url = address?.slice(address.indexOf(':') + 1).trim();
  const facts: Facts = {
    title: lines[title]!.trim(),
    source,
    date: `${year}-${month}-${day}`,
    url: url !== undefined && URL.canParse(url) ? url : undefined,
  };
  return { text: withoutTail(body, (line) => GENIOS_TAIL.test(line)), facts, hasHeader: true };
}

function nextLine(lines: readonly string[], from: number): number {
  return lines.findIndex((line, at) => at >= from && line.trim() !== '');
}

/** "A. Writer", "Anna de Winter": words of a name alone, no sentence. */
function isName(line: string): boolean {
  const words = line.split(/[\s,;]{1,3}/, 8);
  if (line.length > 60 || words.length < 2 || words.length > 6) return false;
  return words.every((word) => /^(?:\p{Lu}[\p{L}.'’-]{0,24}|d[eiu]|la|le|van|von|et|and|und|y)$/u.test(word));
}

function withoutTail(lines: readonly string[], isTail: (line: string) => boolean): string {
  let end = lines.length;
  const least = Math.max(0, end - MOST_TAIL);
  while (end > least && (lines[end - 1]!.trim() === '' || isTail(lines[end - 1]!.trim()))) end--;
  return textOf(lines.slice(0, end));
}

function isRights(line: string): boolean {
  return /^(?:Copyright(?: \(c\)|:| ©| \d{4})|©|\(c\) \d{4})/i.test(line);
}

function isCertificate(line: string): boolean {
  if (isRights(line) || closesArticle(line)) return true;
  return /^(?:Cet article est paru dans |This article appeared in |Certificat émis le |Certificate issued on |Le présent document est protégé par |This document is protected by )/.test(
    line,
  );
}
