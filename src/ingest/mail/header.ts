/**
 * The fields above a message or one of its parts, in bytes. Owns where they end, what they say and the words in which
 * they are encoded; must not read bodies. Linear.
 * Reference: RFC 5322, section 2.2; RFC 2045, section 5; RFC 2047.
 */
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

export interface Header {
  /** As written, one byte a letter, lines that are folded in one piece with what follows them. */
  readonly lines: readonly string[];
  /** Where the body begins. */
  readonly end: number;
}

/** The fields that begin at `from`; all that is there where no empty line ends them. */
export function readHeader(bytes: Buffer, from: number, to: number): Header {
  const lines: string[] = [];
  let at = from;
  while (at < to) {
    const found = bytes.indexOf(LINE_FEED, at);
    const next = found === -1 || found >= to ? to : found + 1;
    const line = bytes.toString('latin1', at, next);
    at = next;
    if (isEmpty(line)) break;
    if ((line[0] === ' ' || line[0] === '\t') && lines.length > 0) lines[lines.length - 1] += line;
    else lines.push(line);
  }
  return { lines, end: at };
}

function isEmpty(line: string): boolean {
  return line === '\n' || line === '\r\n';
}

/** What the first field of this name says, on one line; `name` in lower case. */
export function fieldOf({ lines }: Header, name: string): string | undefined {
  const line = lines.find((one) => nameOf(one) === name);
  return line
    ?.slice(line.indexOf(':') + 1)
    .replace(/[\r\n]/g, '')
    .trim();
}

/** In lower case; empty where the line is no field. */
export function nameOf(line: string): string {
  return line
    .slice(0, Math.max(0, line.indexOf(':')))
    .trim()
    .toLowerCase();
}

/** `text/plain` of `Text/Plain; charset=...`. */
export function mediaTypeOf(field: string): string {
  return field.split(';', 1)[0]!.trim().toLowerCase();
}

/** A parameter behind the value: `charset`, `boundary`. */
export function parameterOf(field: string, name: string): string | undefined {
  for (const piece of piecesOf(field).slice(1)) {
    const equals = piece.indexOf('=');
    if (equals === -1 || piece.slice(0, equals).trim().toLowerCase() !== name) continue;
    const value = piece.slice(equals + 1).trim();
    if (!value.startsWith('"')) return value;
    const end = value.indexOf('"', 1);
    return value.slice(1, end === -1 ? undefined : end);
  }
  return undefined;
}

/** Divided by semicolons that stand in no quotes. */
function piecesOf(field: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let i = 0; i < field.length; i++) {
    if (field[i] === '"' && field[i - 1] !== '\\') isQuoted = !isQuoted;
    if (field[i] !== ';' || isQuoted) continue;
    pieces.push(field.slice(from, i));
    from = i + 1;
  }
  return [...pieces, field.slice(from)];
}

export interface EncodedRun {
  /** As declared, none where the bytes stand there as they are. */
  readonly charset?: string;
  readonly bytes: Buffer;
}

const WORD = /=\?([^?\s]{1,60})\?([bq])\?([^?\s]{0,2000})\?=/gi;

/**
 * A field in pieces of one charset each: encoded words, and what stands between them. White space between two such
 * words is none, and words of one charset are one text, since writers divide characters among them.
 */
export function encodedRuns(field: string): readonly EncodedRun[] {
  const runs: { charset?: string; bytes: Buffer[] }[] = [];
  let from = 0;
  for (const { index, 0: word, 1: label = '', 2: form = '', 3: body = '' } of field.matchAll(WORD)) {
    const between = field.slice(from, index);
    if (between.trim() !== '' || (runs.length === 0 && between !== ''))
      runs.push({ bytes: [Buffer.from(between, 'latin1')] });
    // A language may stand behind the charset: RFC 2231, section 5.
    const charset = label.split('*', 1)[0]!.toLowerCase();
    const bytes = form.toLowerCase() === 'b' ? Buffer.from(body, 'base64') : quotedBytes(body);
    const last = runs.at(-1);
    if (last?.charset === charset) last.bytes.push(bytes);
    else runs.push({ charset, bytes: [bytes] });
    from = index + word.length;
  }
  if (from < field.length) runs.push({ bytes: [Buffer.from(field.slice(from), 'latin1')] });
  return runs.map(({ bytes, ...run }) => ({ ...run, bytes: Buffer.concat(bytes) }));
}

function quotedBytes(body: string): Buffer {
  const text = body
    .replaceAll('_', ' ')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}

/** Where the line end before `at` begins. */
export function lineEndBefore(bytes: Buffer, at: number, least: number): number {
  let end = at;
  if (end > least && bytes[end - 1] === LINE_FEED) end--;
  if (end > least && bytes[end - 1] === RETURN) end--;
  return end;
}
