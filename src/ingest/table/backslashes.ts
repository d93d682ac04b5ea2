/**
 * Backslashes of tables that are written as MySQL and Postgres do: which of them take the meaning from what follows, and
 * what they write. Must not know of rows. Linear time.
 * Reference: MySQL, LOAD DATA (FIELDS ESCAPED BY); PostgreSQL, COPY, text format.
 */

const BACKSLASH = 0x5c;

/** What a letter behind a backslash writes; anything else stands for itself. */
const WRITTEN: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '', b: '', f: '', v: '' };

/** Whether a backslash takes its meaning from what stands at a place; what stands before `from` does not count. */
export function isEscaped(written: Buffer | string, at: number, from: number): boolean {
  let start = at;
  while (start > from && isBackslash(written, start - 1)) start--;
  return (at - start) % 2 === 1;
}

function isBackslash(written: Buffer | string, at: number): boolean {
  return (typeof written === 'string' ? written.charCodeAt(at) : written[at]) === BACKSLASH;
}

/** The end of the bytes, or the backslash before it whose letter is still to come. */
export function oddBackslash(bytes: Buffer, from: number): number {
  return bytes.length - (isEscaped(bytes, bytes.length, from) ? 1 : 0);
}

/** What a cell says; `\N` is the database's word for nothing. */
export function cellWithoutEscapes(cell: string): string {
  if (cell === '\\N') return '';
  if (!cell.includes('\\')) return cell;
  return cell.replace(/\\([\s\S])/g, (_, letter: string) => WRITTEN[letter] ?? letter);
}
