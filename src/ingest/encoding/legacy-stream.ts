/**
 * Streams of records in an encoding of old, as UTF-8 while they stream by: what is cut by bytes is cut the same. Owns
 * when the first bytes are enough to say so for all of the stream; where they are not, each record is told by itself.
 */
import type { TextReading } from '../../model/article.ts';
import { firstInvalidByte, mendedUtf8 } from '../utf8.ts';
import { candidateOf } from './labels.ts';
import { decodeLegacy } from './legacy.ts';

export interface LegacyStream {
  readonly reading: TextReading;
  readonly textOf: (source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => AsyncGenerator<Uint8Array>;
}

/** Fewer bytes above 0x7F may be damage of a file in UTF-8. */
const LEAST_HIGH = 16;
const SURE = 0.9;
/** A character that the look-ahead cuts in two. */
const LONGEST_CHARACTER = 4;

/** Undefined where the stream is UTF-8, damaged or not, or where its encoding is not sure. */
export async function legacyStream(prefix: Uint8Array): Promise<LegacyStream | undefined> {
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

async function* transcoded(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  codec: string,
): AsyncGenerator<Uint8Array> {
  const { default: iconv } = await import('iconv-lite');
  const decoder = iconv.getDecoder(codec);
  for await (const chunk of source)
    yield Buffer.from(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)), 'utf8');
  const rest = decoder.end();
  if (rest !== undefined && rest !== '') yield Buffer.from(rest, 'utf8');
}

function highBytes(bytes: Uint8Array): number {
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high++;
  return high;
}
