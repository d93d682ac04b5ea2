/**
 * Files of text that is not read: they are told by their first bytes and refused by name, with what to do, as some of
 * them would pass for plain text. Must not open them.
 */
import { ReadFailure } from './request.ts';
import { contentStart } from './sniff.ts';

/** How documents begin, byte by byte as Latin-1, and what to say of them. */
const DOCUMENTS: readonly (readonly [RegExp, string])[] = [
  [/^%PDF-\d/, 'a PDF; make text of it first, as with pdftotext'],
  [/^%!PS/, 'a PostScript file; make text of it first, as with ps2ascii'],
  [/^\{\\rtf\d/, 'an RTF document; save it as text or HTML'],
  [
    /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/,
    'an office document of old (.doc, .xls, .msg); save it as text or HTML',
  ],
  [/^SQLite format 3\0/, 'an SQLite database; export its articles as CSV or JSON first'],
];

/** More than any of them begins with. */
const OPENING = 32;

export function refuseDocument(prefix: Uint8Array): void {
  const start = contentStart(prefix);
  const opening = Buffer.from(prefix.subarray(start, start + OPENING)).toString('latin1');
  const found = DOCUMENTS.find(([sign]) => sign.test(opening));
  if (found !== undefined) throw new ReadFailure('unknown-type', found[1]);
}
