/**
 * What a stream holds, from its first bytes and then from its name. Owns which of the two is believed: a sign that no
 * other format can begin with always is, an opening that a text might have only where the name says nothing else.
 */
import { FIELDS, type Field, LONG_TEXT_NAMES } from '../model/record-fields.ts';
import { isTarHeader, TAR_BLOCK } from './containers/tar-header.ts';
import { wideOf } from './encoding/utf16.ts';
import { fieldOf, isTextUnder, namesOf } from './fields.ts';
import type { ContentFormat, Format } from './formats.ts';
import { OPEN_ARRAY, OPEN_OBJECT, parseJson } from './json-scan.ts';
import { contentStart } from './sniff.ts';
import { strictUtf8 } from './utf8.ts';
import { holdsArticles, rootOf } from './xml/roots.ts';

type FieldMap = Readonly<Record<string, string>>;

const LINE_FEED = 0x0a;
/** How much of a beginning is looked at as text. */
const OPENING = 4096;
/** Characters of UTF-16 in which a first record is looked for. */
const WIDE_OPENING = 1 << 18;

/** An archive, by signs that nothing else has. */
export function containerOf(prefix: Uint8Array): 'zip' | 'tar' | undefined {
  if (startsWith(prefix, 'PK\x03\x04') || startsWith(prefix, 'PK\x05\x06')) return 'zip';
  return prefix.length >= TAR_BLOCK && isTarHeader(prefix.subarray(0, TAR_BLOCK)) ? 'tar' : undefined;
}

/** `named` is the format by name. */
export function contentFormat(named: Format, prefix: Uint8Array, map: FieldMap): ContentFormat | 'unknown' {
  const wide = wideOf(prefix)?.encoding;
  if (wide === undefined || wide === 'utf-32') return formatOf(named, prefix, map);
  const text = new TextDecoder(wide).decode(prefix.subarray(0, 2 * WIDE_OPENING));
  const found = formatOf(named, Buffer.from(text), map);
  // Mails are bytes: what an editor saved of them in UTF-16 is a text.
  if (found !== 'mbox' && found !== 'message') return found;
  return named === 'unknown' ? named : 'text';
}

function formatOf(named: Format, prefix: Uint8Array, map: FieldMap): ContentFormat | 'unknown' {
  if (startsWith(prefix, 'PAR1')) return 'parquet';
  const opening = Buffer.from(prefix.subarray(contentStart(prefix), contentStart(prefix) + OPENING)).toString(
    'latin1',
  );
  if (/^WARC\/\d\.\d\r?\n/.test(opening)) return 'warc';
  switch (named) {
    case 'unknown':
    case 'standard-input':
      return structured(opening, prefix, map) ?? (named === 'unknown' ? 'unknown' : 'text');
    // What a text editor saved may be a page or a dump; what is named after a language of data is one.
    case 'text':
      return ofRecords(opening, prefix, map) ?? (isPage(opening) ? 'html' : 'text');
    case 'csv':
    case 'tsv':
      return ofRecords(opening, prefix, map) ?? named;
    case 'xml':
      // Elements one behind the other, without one around them, are no XML.
      if (/^<doc[\s>]/i.test(opening) && !holdsArticles(opening)) return 'text';
      return isPage(opening) ? 'html' : named;
    case 'html':
      return hasKnownRoot(opening) ? 'xml' : named;
    default:
      return named;
  }
}

function structured(opening: string, prefix: Uint8Array, map: FieldMap): ContentFormat | undefined {
  const first = prefix[contentStart(prefix)];
  if (first === OPEN_OBJECT || first === OPEN_ARRAY) return 'json';
  if (isPage(opening)) return 'html';
  if (isXml(opening)) return 'xml';
  if (isMailbox(opening)) return 'mbox';
  if (isMessage(opening)) return 'message';
  return isTable(opening, map) ? 'csv' : undefined;
}

/** Signs so strong that they are believed against the name of a text or a table. */
function ofRecords(opening: string, prefix: Uint8Array, map: FieldMap): ContentFormat | undefined {
  if (isMailbox(opening)) return 'mbox';
  if (hasKnownRoot(opening)) return 'xml';
  const start = contentStart(prefix);
  if (prefix[start] !== OPEN_OBJECT) return undefined;
  const end = prefix.indexOf(LINE_FEED, start);
  const written = strictUtf8(prefix.subarray(start, end === -1 ? prefix.length : end));
  const record = written === undefined ? undefined : parseJson(written);
  const names = namesOf(map, 'text');
  const isText = (name: string): boolean => {
    const value = fieldOf(record, name)?.value;
    return typeof value === 'string' && isTextUnder(name, names, () => value);
  };
  return names.some(isText) ? 'json' : undefined;
}

function isPage(opening: string): boolean {
  if (/^<!doctype\s{1,9}html/i.test(opening)) return true;
  return opening.startsWith('<') && rootOf(opening)?.toLowerCase() === 'html';
}

function isXml(opening: string): boolean {
  return opening.startsWith('<?xml') || hasKnownRoot(opening);
}

function hasKnownRoot(opening: string): boolean {
  return opening.startsWith('<') && holdsArticles(opening);
}

/** "From " with a sender and a date, and a header line below: RFC 4155. */
function isMailbox(opening: string): boolean {
  return /^From \S{1,200} [^\r\n]{10,100}\r?\n>?[A-Za-z][\w-]{1,60}:/.test(opening);
}

const MAIL_FIELDS =
  /^(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type|reply-to|list-id):/i;

/** Three of the fields that every mail has, before anything else. */
function isMessage(opening: string): boolean {
  let fields = 0;
  for (const line of opening.split(/\r?\n/, 40)) {
    if (line === '') break;
    if (/^[ \t]/.test(line)) continue;
    if (!/^[A-Za-z][\w-]{0,60}:/.test(line)) return false;
    if (MAIL_FIELDS.test(line)) fields++;
  }
  return fields >= 3;
}

/** A header of short names, the one of the text among them; "content" and the like beside that of another field. */
function isTable(opening: string, map: FieldMap): boolean {
  const header = opening.slice(0, opening.search(/[\r\n]|$/));
  const [name = '', ...others] = namesOf(map, 'text');
  return [',', '\t', ';', '|'].some((delimiter) => {
    const cells = header.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ''));
    if (cells.length < 2 || cells.some((cell) => cell.length > 64)) return false;
    if (cells.includes(name)) return true;
    const isField = (field: Field) => namesOf(map, field).some((known) => cells.includes(known));
    return (
      others.some((other) => !LONG_TEXT_NAMES.has(other) && cells.includes(other)) &&
      FIELDS.slice(1).some(isField)
    );
  });
}

function startsWith(bytes: Uint8Array, sign: string): boolean {
  for (let i = 0; i < sign.length; i++) if (bytes[i] !== sign.charCodeAt(i)) return false;
  return true;
}
