/** Decompresses bzip2 streams one after another with bounded memory: a block is at most 900 kB. Owns the damage. */
import unbzip2 from 'unbzip2-stream';
import { damaged, Expansion, STEP_BYTES } from './expansion.ts';

/** Blocks before a damaged one are handed on before the `ReadFailure`. */
export async function* bunzip2(
  source: AsyncIterable<Uint8Array>,
  freeBytes: number,
): AsyncGenerator<Uint8Array> {
  const expansion = new Expansion('bzip2', freeBytes);
  const stream = unbzip2();
  const decoded: Uint8Array[] = [];
  let failed = false;
  // It works at once, inside `write`; nothing is ever left waiting.
  stream.on('data', (chunk: Uint8Array) => decoded.push(chunk));
  stream.on('error', () => {
    failed = true;
  });
  const step = function* (write: () => void): Generator<Uint8Array> {
    write();
    for (const chunk of decoded.splice(0)) {
      expansion.give(chunk.length);
      yield chunk;
    }
    if (failed) throw damaged('bzip2', 'corrupt');
  };
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length; from += STEP_BYTES) {
      const piece = chunk.subarray(from, from + STEP_BYTES);
      expansion.take(piece.length);
      yield* step(() => stream.write(piece));
    }
  }
  yield* step(() => stream.end());
}
