/** Small operations on streams of byte chunks: looking ahead, and collecting up to a cap. Must not open anything. */

/** A stream together with its first bytes; `bytes` still begins with them. */
export interface Peeked {
  readonly prefix: Uint8Array;
  /** Whether the prefix is the whole stream. */
  readonly whole: boolean;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

/**
 * Looks at the first bytes of a stream, at least `wanted` of them unless it is shorter. A failure of the source
 * comes out of `bytes`, behind what was read before it.
 */
export async function peek(source: AsyncIterable<Uint8Array>, wanted: number): Promise<Peeked> {
  const iterator = source[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let length = 0;
  let failure: { readonly cause: unknown } | undefined;
  let whole = false;
  try {
    while (length < wanted) {
      const next = await iterator.next();
      if (next.done === true) {
        whole = true;
        break;
      }
      held.push(next.value);
      length += next.value.length;
    }
  } catch (cause) {
    failure = { cause };
  }
  return { prefix: joinChunks(held), whole, bytes: replay(held, whole, failure, iterator) };
}

async function* replay(
  held: readonly Uint8Array[],
  whole: boolean,
  failure: { readonly cause: unknown } | undefined,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* held;
    if (failure !== undefined) throw failure.cause;
    while (!whole) {
      const next = await iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

/** All bytes of a stream, or undefined when there are more than `maxBytes`. */
export async function collect(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const buffer = new RecordBuffer(maxBytes);
  for await (const chunk of source) {
    buffer.push(chunk);
    if (buffer.overflown) return undefined;
  }
  return buffer.take();
}

/** Gathers the pieces of one record; beyond the cap it forgets them and only remembers that it did. */
export class RecordBuffer {
  readonly #maxBytes: number;
  #pieces: Uint8Array[] = [];
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get overflown(): boolean {
    return this.#length > this.#maxBytes;
  }

  push(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.overflown) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }

  /** Room left before the cap. */
  get room(): number {
    return Math.max(0, this.#maxBytes - this.#length);
  }

  /** The bytes so far; the buffer is empty again. */
  take(): Uint8Array {
    const bytes = joinChunks(this.#pieces);
    this.#pieces = [];
    this.#length = 0;
    return bytes;
  }
}

function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}
