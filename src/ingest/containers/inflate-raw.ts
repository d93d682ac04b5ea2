/** Deflate data whose end only the data itself tells: inflates it and gives back what follows. */
import { createInflateRaw, type InflateRaw } from 'node:zlib';
import { ReadFailure } from '../request.ts';

export interface Inflated {
  /** Compressed bytes of this step. */
  readonly taken: number;
  readonly chunks: readonly Uint8Array[];
}

/** `next` gives compressed bytes; `unused` takes those behind the end, or of the step that failed. */
export async function* inflateRaw(
  next: () => Promise<Uint8Array | undefined>,
  unused: (bytes: Uint8Array) => void,
): AsyncGenerator<Inflated> {
  const inflater = new RawInflater();
  let given = 0;
  let last: Uint8Array | undefined;
  try {
    while (!inflater.isOver) {
      const step = await next();
      given += step?.length ?? 0;
      yield { taken: step?.length ?? 0, chunks: await inflater.push(step) };
      if (inflater.failed) {
        // Where the data went wrong is not told: what follows may begin in this step, or where it ended too early.
        const failed = step ?? last;
        if (failed !== undefined) unused(failed);
        throw corrupt();
      }
      if (step === undefined) return;
      last = step;
      if (inflater.isOver) {
        const left = given - inflater.consumed;
        if (left > 0) unused(step.subarray(step.length - left));
      }
    }
  } finally {
    inflater.destroy();
  }
}

class RawInflater {
  isOver = false;
  failed = false;
  readonly #stream: InflateRaw = createInflateRaw();
  #decoded: Uint8Array[] = [];

  constructor() {
    this.#stream.on('data', (chunk: Uint8Array) => this.#decoded.push(chunk));
    this.#stream.on('end', () => {
      this.isOver = true;
    });
    this.#stream.on('error', () => {
      this.failed = true;
    });
  }

  get consumed(): number {
    return this.#stream.bytesWritten;
  }

  /** Waits until the step is done, the data is over, or neither can be any more; without a step the data must be over. */
  push(step: Uint8Array | undefined): Promise<readonly Uint8Array[]> {
    return new Promise((resolve) => {
      const finish = (): void => {
        for (const event of ['end', 'close'] as const) this.#stream.off(event, finish);
        // The end of the data is told behind the step that holds it.
        setImmediate(() => resolve(this.#decoded.splice(0)));
      };
      this.#stream.once('end', finish);
      this.#stream.once('close', finish);
      if (this.#stream.closed) finish();
      else if (step === undefined) this.#stream.end();
      else this.#stream.write(step, finish);
    });
  }

  destroy(): void {
    this.#stream.destroy();
  }
}

function corrupt(): ReadFailure {
  return new ReadFailure(
    'corrupt-archive',
    'the data in the ZIP archive is corrupt; fetch the archive again',
  );
}
