/**
 * Files that are not read: they are told by their first bytes and refused by name, with what to do, as many of them would
 * pass for plain text. Must not open them.
 */
import { ReadFailure } from './request.ts';
import { contentStart } from './sniff.ts';

const SQL_MESSAGE =
  'a dump of SQL, which is not read; export the table of the articles as CSV or JSON, or from the database as TSV';

/** How documents begin, byte by byte as Latin-1, and what to say of them. */
const DOCUMENTS: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-\d/, 'a PDF; make text of it first, as with pdftotext'],
  [/^%!PS/, 'a PostScript file; make text of it first, as with ps2ascii'],
  [/^\{\\rtf\d/, 'an RTF document; save it as text or HTML'],
  [
    /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/,
    'an office document of old (.doc, .xls, .msg); save it as text or HTML',
  ],
  [/^7z\xbc\xaf\x27\x1c/, 'a 7-Zip archive, which is not read; unpack it first'],
  [/^Rar!\x1a\x07/, 'a RAR archive, which is not read; unpack it first'],
  [/^(?:\]\0\0|LZIP|\x04"M\x18|\x1f[\x9d\xa0])/, 'compressed in a way that is not read; unpack it first'],
  [/^filedesc:\/\//, 'a web archive of old (ARC); make WARC of it first, as with warcio recompress'],
  [
    /^<!DOCTYPE lewis\s/i,
    'the Reuters collection in SGML, which is not read; make JSON Lines of it first, an object an article',
  ],
  [/^(?:--\s{1,9})?-- (?:MySQL dump|MariaDB dump|PostgreSQL database|phpMyAdmin SQL|Adminer )/, SQL_MESSAGE],
  [
    /^(?:CREATE TABLE|DROP TABLE IF EXISTS|INSERT INTO) (?:[`"[]|[\w.]{1,80} {0,3}(?:\(|VALUES\b|;))/,
    SQL_MESSAGE,
  ],
  [/^(?:PRAGMA foreign_keys ?=|\/\*[!M]!?\d{5})/, SQL_MESSAGE],
  [
    /^window\.YTD\.[\w.]{1,60} ?= ?\[/,
    'an archive of Twitter; take off what stands before the bracket, name it .json, and read it with --map text=tweet.full_text',
  ],
  [
    /^(?:TY {2}- [A-Z]{2,10}\s|@[A-Za-z]{3,20}\{[^\s{}]{0,60},\s)/,
    'a list of references (RIS, BibTeX), which is not read; export the articles as text, HTML or CSV',
  ],
  [/^SQLite format 3\0/, 'an SQLite database; export its articles as CSV or JSON first'],
];

/** More than any of them begins with. */
const OPENING = 200;

export function refuseDocument(prefix: Uint8Array): void {
  const start = contentStart(prefix);
  const opening = Buffer.from(prefix.subarray(start, start + OPENING)).toString('latin1');
  const found = DOCUMENTS.find(([sign]) => sign.test(opening));
  if (found !== undefined) throw new ReadFailure('unknown-type', found[1]);
}
