/**
 * The texts of a message in UTF-8, so that its charsets are told as those of files are: by the bytes, and only then by
 * what is declared. Owns which parts of a message are texts and what their bytes are; puts the parts together no more
 * than the mail library does, which gets the message with those texts written anew. Linear in the message for each level
 * of parts, and no more than `MAX_DEPTH` of them are looked into.
 * Reference: RFC 2046, section 5.1 (multipart).
 */
import PostalMime from 'postal-mime';
import { type Decoded, decode } from '../decode.ts';
import { declaredCharset } from '../sniff.ts';
import {
  fieldOf,
  type Header,
  lineEndBefore,
  mediaTypeOf,
  nameOf,
  parameterOf,
  readHeader,
} from './header.ts';

/** What was found of one text of a message. */
export interface TextPart {
  readonly format: 'html' | 'text';
  readonly decoded: Decoded;
}

export interface UnicodeMessage {
  readonly bytes: Buffer;
  /** Texts that are not plainly UTF-8, in order. */
  readonly parts: readonly TextPart[];
}

/** Mails of people have five levels at most; in what is deeper charsets are as the library reads them. */
const MAX_DEPTH = 16;

export async function unicodeMessage(bytes: Buffer): Promise<UnicodeMessage> {
  const walk = new Walk(bytes);
  await walk.read(0, bytes.length, 'text/plain', 0);
  return walk.result();
}

class Walk {
  readonly #bytes: Buffer;
  readonly #pieces: Buffer[] = [];
  readonly #parts: TextPart[] = [];
  /** How far the message has been written. */
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  result(): UnicodeMessage {
    if (this.#at === 0) return { bytes: this.#bytes, parts: this.#parts };
    return { bytes: Buffer.concat([...this.#pieces, this.#bytes.subarray(this.#at)]), parts: this.#parts };
  }

  /** A message or a part of one, from its fields on. */
  async read(from: number, to: number, usual: string, depth: number): Promise<void> {
    if (depth > MAX_DEPTH) return;
    const header = readHeader(this.#bytes, from, to);
    const type = fieldOf(header, 'content-type') ?? usual;
    const value = mediaTypeOf(type);
    if (value.startsWith('multipart/')) {
      const inner = value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
      for (const [start, end] of this.#parted(header.end, to, parameterOf(type, 'boundary')))
        await this.read(start, end, inner, depth + 1);
    } else if (value === 'message/rfc822') {
      if (!isPacked(transferOf(header))) await this.read(header.end, to, 'text/plain', depth + 1);
    } else if ((value === 'text/plain' || value === 'text/html') && !isAttached(header)) {
      await this.#readText(header, from, to, type);
    }
  }

  /** The parts between lines of the boundary, without the line end before each of those. */
  *#parted(from: number, to: number, boundary: string | undefined): Generator<readonly [number, number]> {
    if (boundary === undefined || boundary === '') return;
    const sign = Buffer.from(`--${boundary}`, 'latin1');
    let start: number | undefined;
    for (let at = this.#bytes.indexOf(sign, from); at !== -1 && at < to; ) {
      const line = this.#bytes.indexOf('\n', at);
      const next = line === -1 || line >= to ? to : line + 1;
      const rest = this.#bytes
        .toString('latin1', at + sign.length, Math.min(next, at + sign.length + 80))
        .trim();
      const isLine = (at === from || this.#bytes[at - 1] === 0x0a) && (rest === '' || rest === '--');
      if (isLine) {
        if (start !== undefined) yield [start, lineEndBefore(this.#bytes, at, start)];
        start = rest === '' ? next : undefined;
      }
      at = this.#bytes.indexOf(sign, isLine ? next : at + sign.length);
    }
    // What is cut off has no last line.
    if (start !== undefined) yield [start, to];
  }

  async #readText(header: Header, from: number, to: number, type: string): Promise<void> {
    const body = this.#bytes.subarray(header.end, to);
    const encoding = transferOf(header);
    const charset = parameterOf(type, 'charset')?.toLowerCase();
    if (isPlainly7Bit(body, encoding, charset)) return;
    const bytes = isPacked(encoding) ? await unpacked(body, encoding) : body;
    const isPage = mediaTypeOf(type) === 'text/html';
    const declared = meaningful(charset) ?? (isPage ? declaredCharset(bytes) : undefined);
    const decoded = await decode(bytes, declared);
    // As the library reads it.
    const isPlain = decoded.kind === 'text' && decoded.reading === undefined;
    if (isPlain && (charset === undefined || charset === 'utf-8')) return;
    this.#parts.push({ format: isPage ? 'html' : 'text', decoded });
    this.#write(header, from, to, type, decoded.kind === 'text' ? decoded.text : '');
  }

  #write(header: Header, from: number, to: number, type: string, text: string): void {
    const kept = header.lines.filter((line) => !REWRITTEN.has(nameOf(line)));
    const shape = ['format', 'delsp'].flatMap((name) => {
      const said = parameterOf(type, name);
      return said === undefined ? [] : [`; ${name}=${said}`];
    });
    const fields = [
      ...kept.map((line) => (line.endsWith('\n') ? line : `${line}\n`)),
      `Content-Type: ${mediaTypeOf(type)}; charset=utf-8${shape.join('')}\n`,
      'Content-Transfer-Encoding: base64\n\n',
    ];
    this.#pieces.push(
      this.#bytes.subarray(this.#at, from),
      Buffer.from(fields.join('') + base64Lines(text), 'latin1'),
    );
    this.#at = to;
  }
}

const REWRITTEN: ReadonlySet<string> = new Set(['content-type', 'content-transfer-encoding']);

const LINE_LENGTH = 76;

function base64Lines(text: string): string {
  const packed = Buffer.from(text, 'utf8').toString('base64');
  const lines: string[] = [];
  for (let at = 0; at < packed.length; at += LINE_LENGTH) lines.push(packed.slice(at, at + LINE_LENGTH));
  return `${lines.join('\n')}\n`;
}

const ESCAPE = 0x1b;
/** Charsets that write all letters in seven bits. */
const SEVEN_BIT: ReadonlySet<string | undefined> = new Set(['hz-gb-2312', 'utf-7', 'unicode-1-1-utf-7']);

/** No byte above 0x7F and no escape: the same in every other charset. */
function isPlainly7Bit(body: Buffer, encoding: string, charset: string | undefined): boolean {
  if (encoding.includes('base64') || SEVEN_BIT.has(charset)) return false;
  const isQuoted = encoding.includes('quoted-printable');
  if (isQuoted && /=(?:[89a-f][\da-f]|1b|00)/i.test(body.toString('latin1'))) return false;
  return body.every((byte) => byte < 0x80 && byte !== ESCAPE && byte !== 0);
}

function transferOf(header: Header): string {
  return fieldOf(header, 'content-transfer-encoding')?.toLowerCase() ?? '';
}

function isPacked(encoding: string): boolean {
  return /base64|quoted-printable/.test(encoding);
}

/** By the mail library, as a part that it takes for no text. */
async function unpacked(body: Buffer, encoding: string): Promise<Uint8Array> {
  const head = `Content-Type: application/octet-stream\nContent-Transfer-Encoding: ${encoding}\n\n`;
  const { attachments } = await PostalMime.parse(Buffer.concat([Buffer.from(head, 'latin1'), body]));
  const content = attachments[0]?.content;
  return content instanceof ArrayBuffer ? new Uint8Array(content) : new Uint8Array();
}

/** Names by which programs say that they do not know, and ASCII: that there are no other bytes, which is wrong here. */
const SAYS_NOTHING: ReadonlySet<string | undefined> = new Set(
  'us-ascii ascii ansi_x3.4-1968 unknown unknown-8bit x-unknown default none binary 7bit 8bit'.split(' '),
);

export function meaningful(charset: string | undefined): string | undefined {
  return SAYS_NOTHING.has(charset) ? undefined : charset;
}

function isAttached(header: Header): boolean {
  return mediaTypeOf(fieldOf(header, 'content-disposition') ?? '') === 'attachment';
}
