/** Decompresses xz with bounded memory, in WebAssembly. Owns the damage; must not open anything. */
import { ReadableStream } from 'node:stream/web';
import xz from 'xz-decompress';
import { ByteReader } from '../byte-reader.ts';
import { damaged, Expansion, STEP_BYTES } from './expansion.ts';

/** What came before a damage is handed on before the `ReadFailure`. */
export async function* unxz(
  source: AsyncIterable<Uint8Array>,
  freeBytes: number,
): AsyncGenerator<Uint8Array> {
  const expansion = new Expansion('xz', freeBytes);
  // In steps of one size whatever came: what is decoded before a damage hangs on it.
  const input = new ByteReader(source);
  let failure: { readonly cause: unknown } | undefined;
  const compressed = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const step = Uint8Array.from(await input.upTo(STEP_BYTES));
          if (step.length === 0) return controller.close();
          expansion.take(step.length);
          controller.enqueue(step);
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
    await input.close();
  }
}
