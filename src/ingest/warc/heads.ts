/** The lines of fields before a body, in WARC as in HTTP. Must not judge what they say. */

export interface Head {
  /** The line before the fields. */
  readonly first: string;
  /** By lower-case name; of several the first. */
  readonly fields: ReadonlyMap<string, string>;
  /** Where the body begins. */
  readonly end: number;
}

/** A head is never longer; it bounds the search for its end. */
export const MAX_HEAD = 1 << 16;

/** Undefined where no blank line ends it. */
export function readHead(bytes: Buffer, from = 0): Head | undefined {
  const end = headEnd(bytes, from);
  if (end === -1) return undefined;
  const fields = new Map<string, string>();
  const written = bytes.toString('utf8', from, end);
  let name = '';
  // Line by line, as they are read for every record: to split them first takes as long again.
  let lineEnd = written.indexOf('\n');
  const first = written.slice(0, lineEnd);
  while (lineEnd !== -1) {
    const start = lineEnd + 1;
    lineEnd = written.indexOf('\n', start);
    const line = written.slice(start, lineEnd === -1 ? written.length : lineEnd);
    // A line that begins with white space goes on with the field before it.
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (fields.has(name)) fields.set(name, `${fields.get(name)} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const key = line.slice(0, colon).trim().toLowerCase();
    name = fields.has(key) ? '' : key;
    if (name !== '') fields.set(name, line.slice(colon + 1).trim());
  }
  return { first: first.trimEnd(), fields, end };
}

/** Behind the first blank line; -1 where there is none within the limit. */
function headEnd(bytes: Buffer, from: number): number {
  const within = bytes.subarray(from, from + MAX_HEAD);
  const proper = within.indexOf('\r\n\r\n');
  const bare = within.subarray(0, proper === -1 ? within.length : proper).indexOf('\n\n');
  if (bare !== -1) return from + bare + 2;
  return proper === -1 ? -1 : from + proper + 4;
}

/** A media type without its parameters, lower-case, and its charset. */
export function mediaType(written: string | undefined): { readonly type: string; readonly charset?: string } {
  const [type = '', ...parameters] = (written ?? '').toLowerCase().split(';');
  for (const parameter of parameters) {
    const [name, value] = parameter.split('=');
    const charset = name?.trim() === 'charset' ? value?.trim().replace(/^["']|["']$/g, '') : undefined;
    if (charset !== undefined && charset !== '') return { type: type.trim(), charset };
  }
  return { type: type.trim() };
}
