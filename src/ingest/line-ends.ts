/**
 * Lines that end in CR alone, as old Macs and their spreadsheets write them, for splitters that look for LF. Owns when a
 * stream has such lines; must not cut it. Each byte becomes one byte, so that offsets stay those of the file.
 */
import { hasByte } from './byte-search.ts';

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Whether the lines of what begins so end in CR: there is one, and no LF. */
export function endsInReturns(opening: Uint8Array): boolean {
  return hasByte(opening, RETURN) && !hasByte(opening, LINE_FEED);
}

/** The same bytes, each CR as LF. */
export function returnsAsFeeds(chunk: Uint8Array): Buffer {
  // Others look at the chunk, too.
  const bytes = Buffer.from(chunk);
  for (let at = bytes.indexOf(RETURN); at !== -1; at = bytes.indexOf(RETURN, at + 1)) bytes[at] = LINE_FEED;
  return bytes;
}

export async function* streamWithFeeds(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) yield returnsAsFeeds(chunk);
}
