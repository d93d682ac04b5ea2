/**
 * Streams of records in UTF-16 or in an encoding of old, as UTF-8 while they stream by: what is cut by bytes is cut the
 * same, and offsets are those of the UTF-8. Owns when the first bytes are enough to say so for all of the stream; where
 * they are not, each record is told by itself. Half a pair, and a byte too few at the end, become U+FFFD.
 */
import { bufferOf } from '../../lib/buffer-of.ts';
import type { TextReading } from '../../model/article.ts';
import { firstInvalidByte, mendedUtf8 } from '../utf8.ts';
import { candidateOf } from './labels.ts';
import { decodeLegacy } from './legacy.ts';
import { type Utf16, type Wide, wideOf } from './utf16.ts';

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface RecodedStream {
  readonly reading: TextReading;
  /** In UTF-8, without a mark. */
  readonly textOf: (source: Bytes) => AsyncGenerator<Uint8Array>;
}

/** Undefined where the stream is UTF-8, damaged or not, or where its encoding is not sure. */
export async function recodedStream(prefix: Uint8Array): Promise<RecodedStream | undefined> {
  const wide = wideOf(prefix);
  // UTF-32 is refused by name.
  if (wide?.encoding === 'utf-32') return undefined;
  return wide === undefined ? await legacyStream(prefix) : wideStream(wide.encoding, wide.by);
}

/** What the stream begins with, in UTF-8; no more than that was looked at may follow from it. */
export async function openingOf(prefix: Uint8Array, recoded: RecodedStream | undefined): Promise<Uint8Array> {
  if (recoded === undefined) return prefix;
  const chunks: Uint8Array[] = [];
  for await (const chunk of recoded.textOf([prefix])) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function wideStream(encoding: Utf16, by: Wide['by']): RecodedStream {
  return { reading: { encoding, by, confidence: 1 }, textOf: (source) => fromUtf16(source, encoding) };
}

async function* fromUtf16(source: Bytes, encoding: Utf16): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
}

/** Fewer bytes above 0x7F may be damage of a file in UTF-8. */
const LEAST_HIGH = 16;
const SURE = 0.9;
/** A character that the look-ahead cuts in two. */
const LONGEST_CHARACTER = 4;

/** The same of encodings of old alone. */
export async function legacyStream(prefix: Uint8Array): Promise<RecodedStream | undefined> {
  const invalid = firstInvalidByte(prefix);
  if (invalid === -1 || invalid >= prefix.length - LONGEST_CHARACTER || prefix.includes(0)) return undefined;
  if (mendedUtf8(prefix) !== undefined || highBytes(prefix) < LEAST_HIGH) return undefined;
  const found = await decodeLegacy(prefix, undefined);
  if (found === undefined || found.confidence < SURE) return undefined;
  const { encoding, by, confidence } = found;
  const codec = candidateOf(encoding)?.codec;
  if (codec === undefined) return undefined;
  return { reading: { encoding, by, confidence }, textOf: (source) => transcoded(source, codec) };
}

async function* transcoded(source: Bytes, codec: string): AsyncGenerator<Uint8Array> {
  const { default: iconv } = await import('iconv-lite');
  const decoder = iconv.getDecoder(codec);
  for await (const chunk of source) yield Buffer.from(decoder.write(bufferOf(chunk)), 'utf8');
  const rest = decoder.end();
  if (rest !== undefined && rest !== '') yield Buffer.from(rest, 'utf8');
}

function highBytes(bytes: Uint8Array): number {
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high++;
  return high;
}
