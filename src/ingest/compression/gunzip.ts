/**
 * Decompresses a gzip stream of one or many members with bounded memory. Everything before a damaged place is handed
 * on before the `ReadFailure`. Not a `pipeline`: a destroyed stream throws away what it had already decoded.
 */
import { createGunzip, type Gunzip } from 'node:zlib';
import { ReadFailure } from '../request.ts';

/** Compressed bytes a step: bounds what one step can expand to (16 KiB x 1032, some 17 MB). */
const STEP_BYTES = 16 * 1024;

/** A failing step loses what it decoded; up to this size the input is kept, so that the step can be done again. */
const MAX_REPEAT_BYTES = 1 << 20;

/** Deflate cannot exceed 1032 : 1 (zlib technical details); text stays far below 200 : 1 unless it repeats itself. */
const MAX_EXPANSION = 200;

/** Decompressed chunks; an archive that expands beyond `freeBytes` and 200-fold is stopped as a bomb. */
export async function* gunzip(
  source: AsyncIterable<Uint8Array>,
  freeBytes: number,
): AsyncGenerator<Uint8Array> {
  const inflater = new Inflater();
  const kept: Uint8Array[] = [];
  let taken = 0;
  let given = 0;
  try {
    for await (const chunk of source) {
      for (let from = 0; from < chunk.length; from += STEP_BYTES) {
        const step = chunk.subarray(from, from + STEP_BYTES);
        for (const decoded of await inflater.push(step)) {
          given += decoded.length;
          yield decoded;
        }
        if (inflater.failed) {
          if (taken <= MAX_REPEAT_BYTES) yield await repeatStep(kept, step, given);
          throw damaged('corrupt');
        }
        taken += step.length;
        if (taken <= MAX_REPEAT_BYTES) kept.push(step);
        else kept.length = 0;
        if (given > freeBytes && given > taken * MAX_EXPANSION) throw bomb();
      }
    }
    yield* await inflater.end();
    if (inflater.failed) throw damaged('cut off');
  } finally {
    inflater.destroy();
  }
}

/** Decodes the good input again, then the failing step byte by byte: what comes out beyond `given` bytes. */
async function repeatStep(good: readonly Uint8Array[], step: Uint8Array, given: number): Promise<Uint8Array> {
  const inflater = new Inflater();
  const decoded: Uint8Array[] = [];
  let skip = given;
  const take = (chunks: readonly Uint8Array[]): void => {
    for (const chunk of chunks) {
      decoded.push(chunk.subarray(Math.min(skip, chunk.length)));
      skip -= Math.min(skip, chunk.length);
    }
  };
  try {
    for (const piece of good) take(await inflater.push(piece));
    for (let at = 0; at < step.length && !inflater.failed; at++) {
      take(await inflater.push(step.subarray(at, at + 1)));
    }
  } finally {
    inflater.destroy();
  }
  return Buffer.concat(decoded);
}

/** zlib's inflater as a function from a step of input to what it decodes to. */
class Inflater {
  failed = false;
  readonly #stream: Gunzip = createGunzip();
  #decoded: Uint8Array[] = [];

  constructor() {
    this.#stream.on('data', (chunk: Uint8Array) => this.#decoded.push(chunk));
    this.#stream.on('error', () => {
      this.failed = true;
    });
  }

  async push(step: Uint8Array): Promise<readonly Uint8Array[]> {
    await this.#settle((done) => this.#stream.write(step, done));
    return this.#decoded.splice(0);
  }

  async end(): Promise<readonly Uint8Array[]> {
    // The last member is checked while the stream closes, after the callback of `end` has come.
    await this.#settle(() => this.#stream.end());
    return this.#decoded.splice(0);
  }

  destroy(): void {
    this.#stream.destroy();
  }

  /** Waits for a step to be done, or for the stream to close, after which it calls nobody back. */
  #settle(step: (done: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      if (this.#stream.closed) {
        resolve();
        return;
      }
      const finish = (): void => {
        this.#stream.off('close', finish);
        resolve();
      };
      this.#stream.once('close', finish);
      step(finish);
    });
  }
}

function damaged(how: string): ReadFailure {
  return new ReadFailure(
    'corrupt-archive',
    `the gzip data is ${how}; what came before the damage was read; fetch or compress the file again`,
  );
}

function bomb(): ReadFailure {
  return new ReadFailure(
    'corrupt-archive',
    `the gzip data expands more than ${MAX_EXPANSION}-fold, which no dump of articles does; reading stopped`,
  );
}
