/** Watches how far compressed data expands. Owns the limits of a bomb; must not decompress. */
import { ReadFailure } from '../request.ts';

/** Text stays far below 200 : 1 unless it repeats itself. */
export const MAX_EXPANSION = 200;

/** What one step of compressed bytes may expand to, whatever came before: it is held at once. */
const MAX_STEP = 64 << 20;

/** Compressed bytes a step; with it what a step can expand to is bounded where the decoder cannot stop midway. */
export const STEP_BYTES = 16 * 1024;

export class Expansion {
  readonly #name: string;
  readonly #freeBytes: number;
  #taken = 0;
  #given = 0;
  #step = 0;

  /** `freeBytes`: up to so much is never taken for a bomb. */
  constructor(name: string, freeBytes: number) {
    this.#name = name;
    this.#freeBytes = freeBytes;
  }

  take(bytes: number): void {
    this.#taken += bytes;
    this.#step = 0;
  }

  /** Throws a `ReadFailure` where data expands beyond the free bytes and 200-fold, or one step beyond measure. */
  give(bytes: number): void {
    this.#given += bytes;
    this.#step += bytes;
    if (
      this.#step <= MAX_STEP &&
      (this.#given <= this.#freeBytes || this.#given <= this.#taken * MAX_EXPANSION)
    )
      return;
    throw new ReadFailure(
      'corrupt-archive',
      `the ${this.#name} data expands more than ${MAX_EXPANSION}-fold, which no dump of articles does; reading stopped`,
    );
  }
}

export function damaged(name: string, how: 'corrupt' | 'cut off'): ReadFailure {
  return new ReadFailure(
    'corrupt-archive',
    `the ${name} data is ${how}; what came before the damage was read; fetch or compress the file again`,
  );
}
