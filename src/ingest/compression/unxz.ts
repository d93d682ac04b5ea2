/** Decompresses xz with bounded memory, in WebAssembly. Owns the damage; must not open anything. */
import { ReadableStream } from 'node:stream/web';
import xz from 'xz-decompress';
import { damaged, Expansion } from './expansion.ts';

/** What came before a damage is handed on before the `ReadFailure`. */
export async function* unxz(
  source: AsyncIterable<Uint8Array>,
  freeBytes: number,
): AsyncGenerator<Uint8Array> {
  const expansion = new Expansion('xz', freeBytes);
  const iterator = source[Symbol.asyncIterator]();
  let failure: { readonly cause: unknown } | undefined;
  const compressed = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await iterator.next();
          if (next.done === true) return controller.close();
          expansion.take(next.value.length);
          controller.enqueue(next.value);
        } catch (cause) {
          failure = { cause };
          controller.close();
        }
      },
    },
    { highWaterMark: 0 },
  );
  const reader = new xz.XzReadableStream(compressed).getReader();
  try {
    while (true) {
      const next = await reader.read().catch(() => undefined);
      if (next === undefined) throw failure === undefined ? damaged('xz', 'corrupt') : failure.cause;
      if (next.done) break;
      expansion.give(next.value.length);
      // The library hands out views of its memory.
      yield next.value.slice();
    }
    if (failure !== undefined) throw failure.cause;
  } finally {
    await reader.cancel().catch(() => undefined);
    await iterator.return?.();
  }
}
