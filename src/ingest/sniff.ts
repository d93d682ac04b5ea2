/** What kind of data a stream holds, from its first bytes. Must not read more than it is given. */
import { hasByte } from './byte-search.ts';
import { isSpace, OPEN_ARRAY, OPEN_OBJECT, objectMembers, parseJson, skipSpace } from './json-scan.ts';
import { BYTE_ORDER_MARK } from './split.ts';
import { strictUtf8 } from './utf8.ts';

/** How far ahead is looked: the first record of a dump of articles fits many times. */
export const PEEK_BYTES = 1 << 20;
const LINE_FEED = 0x0a;
/** Where a page declares its charset, as browsers look for it (WHATWG HTML 13.2.3.2). */
const CHARSET_BYTES = 1024;

/** More NULs than this and data is no text: a few are damage, which costs the records that they stand in. */
const MAX_NUL_SHARE = 0.01;

/** Whether the data is binary, as far as it is not in UTF-16. */
export function isBinaryStart(prefix: Uint8Array): boolean {
  if (!hasByte(prefix, 0)) return false;
  let nuls = 0;
  for (const byte of prefix) if (byte === 0) nuls++;
  return nuls > prefix.length * MAX_NUL_SHARE;
}

/**
 * Whether JSON data is one record a line: two lines begin an object each, and one of them is whole, so that a broken
 * first line does not hide the form of the rest. Data without a line end in the look-ahead counts as values.
 */
export function isJsonLines(prefix: Uint8Array): boolean {
  const start = contentStart(prefix);
  const end = prefix.indexOf(LINE_FEED, start);
  if (prefix[start] !== OPEN_OBJECT || end === -1) return false;
  const nextStart = skipSpace(prefix, end);
  const first = prefix.subarray(start, end);
  // A second line that is damaged does not hide the form of the rest either.
  if (prefix[nextStart] !== OPEN_OBJECT) return isWhole(first) && hasWholeLine(prefix, nextStart);
  const nextEnd = prefix.indexOf(LINE_FEED, nextStart);
  const next = prefix.subarray(nextStart, nextEnd === -1 ? prefix.length : nextEnd);
  // `{"a":` before a line with an object is one object over several lines.
  return (
    isWhole(first) ||
    (isWhole(next) && !/[:,[]\s*$/.test(Buffer.from(first.subarray(-80)).toString('latin1')))
  );
}

/** Lines behind a damaged one that are looked at. */
const MOST_LINES = 4;

/** Whether an object stands on one of the lines behind the one that begins here. */
function hasWholeLine(prefix: Uint8Array, from: number): boolean {
  let end = prefix.indexOf(LINE_FEED, from);
  for (let lines = 0; end !== -1 && lines < MOST_LINES; lines++) {
    const start = skipSpace(prefix, end);
    end = prefix.indexOf(LINE_FEED, start);
    const line = prefix.subarray(start, end === -1 ? prefix.length : end);
    if (line[0] === OPEN_OBJECT && isWhole(line)) return true;
  }
  return false;
}

function isWhole(line: Uint8Array): boolean {
  const written = strictUtf8(line);
  return written !== undefined && parseJson(written) !== undefined;
}

/** Whether the data begins with an array, whatever its name says. */
export function isJsonArray(prefix: Uint8Array): boolean {
  return prefix[contentStart(prefix)] === OPEN_ARRAY;
}

/** The schema of ours that the first object carries (`dedupe.report/1`); undefined where it has none. */
export function ownSchema(prefix: Uint8Array): string | undefined {
  const start = contentStart(prefix);
  if (prefix[start] !== OPEN_OBJECT) return undefined;
  for (const member of objectMembers(prefix, start)) {
    if (member.key !== 'schema' || member.end === -1) continue;
    const written = strictUtf8(prefix.subarray(member.start, member.end));
    const value = written === undefined ? undefined : parseJson(written);
    return typeof value === 'string' && value.startsWith('dedupe.') ? value : undefined;
  }
  return undefined;
}

/** The charset that an HTML page declares about itself, lower-case. */
export function declaredCharset(prefix: Uint8Array): string | undefined {
  const head = Buffer.from(prefix.subarray(0, CHARSET_BYTES)).toString('latin1');
  return /charset\s{0,9}=\s{0,9}["']?([a-z0-9_:.-]{2,40})/i.exec(head)?.[1]?.toLowerCase();
}

/** Where the data begins behind a mark and white space. */
export function contentStart(prefix: Uint8Array): number {
  const marked = BYTE_ORDER_MARK.every((byte, index) => prefix[index] === byte);
  let start = marked ? BYTE_ORDER_MARK.length : 0;
  while (isSpace(prefix[start] ?? 0)) start++;
  return start;
}
