/**
 * The payload of an HTTP answer as the server meant it: chunks joined, compression undone. Crawlers often undo both and
 * leave the fields as they were, so that a payload that is not what they say is taken as it is. Pure.
 * Reference: RFC 9112, section 7.1; RFC 9110, section 8.4.
 */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { Head } from './heads.ts';

export type Payload =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'corrupt' };

/** `body` is what follows the head; no result is longer than `maxBytes`. */
export function payloadOf(body: Buffer, { fields }: Head, maxBytes: number): Payload {
  const isChunked = /\bchunked\b/i.test(fields.get('transfer-encoding') ?? '');
  let bytes = isChunked ? joinChunks(body) : body;
  const encodings = (fields.get('content-encoding') ?? '').toLowerCase().split(',');
  for (const encoding of encodings.map((name) => name.trim()).reverse()) {
    const decoded = decodeOnce(bytes, encoding, maxBytes);
    if (decoded.kind !== 'bytes') return decoded;
    bytes = decoded.bytes;
  }
  return { kind: 'bytes', bytes };
}

/** The data of all chunks; a body that does not begin with a chunk is none, one that is cut off ends there. */
function joinChunks(body: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const line = body.indexOf('\n', at);
    const size =
      line === -1
        ? undefined
        : /^([\da-f]{1,8})\s{0,9}(?:;|$)/i.exec(body.toString('latin1', at, line).trimEnd());
    if (size?.[1] === undefined) return pieces.length === 0 ? body : Buffer.concat(pieces);
    const length = Number.parseInt(size[1], 16);
    if (length === 0) break;
    pieces.push(body.subarray(line + 1, line + 1 + length));
    at = line + 1 + length;
    if (body[at] === 0x0d) at++;
    if (body[at] === 0x0a) at++;
  }
  return Buffer.concat(pieces);
}

function decodeOnce(bytes: Buffer, encoding: string, maxOutputLength: number): Payload {
  const options = { maxOutputLength };
  try {
    switch (encoding) {
      case 'gzip':
      case 'x-gzip':
        if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { kind: 'bytes', bytes };
        return { kind: 'bytes', bytes: gunzipSync(bytes, options) };
      case 'deflate':
        // Some servers send it without the frame of zlib.
        if ((bytes[0]! & 0x0f) === 8 && bytes.readUInt16BE() % 31 === 0)
          return { kind: 'bytes', bytes: inflateSync(bytes, options) };
        return isTextual(bytes)
          ? { kind: 'bytes', bytes }
          : { kind: 'bytes', bytes: inflateRawSync(bytes, options) };
      case 'br':
        return isTextual(bytes)
          ? { kind: 'bytes', bytes }
          : { kind: 'bytes', bytes: brotliDecompressSync(bytes, options) };
      default:
        return { kind: 'bytes', bytes };
    }
  } catch (error) {
    const isLong = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { kind: isLong ? 'too-long' : 'corrupt' };
  }
}

/** Whether it begins as a page or a text does: with no control character. */
function isTextual(bytes: Buffer): boolean {
  return (
    bytes.length === 0 || bytes.subarray(0, 64).every((byte) => byte >= 0x20 || (byte > 0x08 && byte < 0x0e))
  );
}
