/**
 * Decompresses Zstandard frames one after another with bounded memory. Owns the walk over frames, and the checksums,
 * which the library leaves out: without them a flipped bit is another text. Must not open anything.
 * Reference: RFC 8878, section 3.1.
 */
import { Decompress } from 'fzstd';
import xxhash from 'xxhash-wasm';
import { ByteReader } from '../byte-reader.ts';
import { damaged, Expansion } from './expansion.ts';

type Hashing = Awaited<ReturnType<typeof xxhash>>;

const FRAME = 0xfd2fb528;
/** Sixteen magic numbers of frames to be skipped. */
const SKIPPABLE = 0x184d2a50;

/** A frame is followed to its end; damage ends in a `ReadFailure` behind what was decoded before it. */
export async function* unzstd(
  source: AsyncIterable<Uint8Array>,
  freeBytes: number,
): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(source);
  const expansion = new Expansion('zstd', freeBytes);
  const { create64 } = await xxhash();
  try {
    while (true) {
      const magic = await reader.upTo(4);
      if (magic.length === 0) return;
      if (magic.length < 4) throw damaged('zstd', 'cut off');
      const number = magic.readUInt32LE();
      if (number === FRAME) yield* frame(magic, reader, expansion, create64);
      else if ((number & 0xfffffff0) >>> 0 === SKIPPABLE)
        await reader.skip((await exactly(reader, 4)).readUInt32LE());
      else throw damaged('zstd', 'corrupt');
    }
  } finally {
    await reader.close();
  }
}

async function* frame(
  magic: Buffer,
  reader: ByteReader,
  expansion: Expansion,
  create64: Hashing['create64'],
): AsyncGenerator<Uint8Array> {
  const descriptor = await exactly(reader, 1);
  const flags = descriptor[0]!;
  const isSingle = (flags & 0x20) !== 0;
  const hasChecksum = (flags & 0x04) !== 0;
  const dictionary = [0, 1, 2, 4][flags & 3]!;
  const size = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6]!;
  const rest = await exactly(reader, (isSingle ? 0 : 1) + dictionary + size);
  const decoder = new FrameDecoder(expansion, hasChecksum ? create64() : undefined);
  yield* decoder.push(Buffer.concat([magic, descriptor, rest]));
  for (let isLast = false; !isLast; ) {
    const header = await exactly(reader, 3);
    const word = header.readUIntLE(0, 3);
    isLast = (word & 1) === 1;
    const type = (word >> 1) & 3;
    if (type === 3) throw damaged('zstd', 'corrupt');
    const block = await exactly(reader, type === 1 ? 1 : word >> 3);
    yield* decoder.push(Buffer.concat([header, block]));
  }
  if (hasChecksum) decoder.check(await exactly(reader, 4));
}

/** One block is at most 128 KiB decoded, so a step holds little. */
class FrameDecoder {
  readonly #decoded: Uint8Array[] = [];
  readonly #decoder = new Decompress((chunk) => {
    if (chunk.length > 0) this.#decoded.push(chunk);
  });
  readonly #expansion: Expansion;
  readonly #hash: ReturnType<Hashing['create64']> | undefined;
  #length = 0;

  constructor(expansion: Expansion, hash: ReturnType<Hashing['create64']> | undefined) {
    this.#expansion = expansion;
    this.#hash = hash;
  }

  push(bytes: Uint8Array): readonly Uint8Array[] {
    this.#expansion.take(bytes.length);
    try {
      this.#decoder.push(bytes);
    } catch {
      throw damaged('zstd', 'corrupt');
    }
    for (const chunk of this.#decoded) {
      this.#expansion.give(chunk.length);
      this.#hash?.update(chunk);
      this.#length += chunk.length;
    }
    return this.#decoded.splice(0);
  }

  /** What was decoded of the frame was handed on already: as with the other compressions, the damage is told behind it. */
  check(checksum: Buffer): void {
    this.#expansion.take(checksum.length);
    const digest = this.#hash?.digest() ?? 0n;
    if (Number(digest & 0xffffffffn) !== checksum.readUInt32LE()) throw damaged('zstd', 'corrupt');
  }
}

async function exactly(reader: ByteReader, length: number): Promise<Buffer> {
  const bytes = await reader.upTo(length);
  if (bytes.length < length) throw damaged('zstd', 'cut off');
  return bytes;
}
