/** How far a run is, as an iterable: readers get the newest, however slow they are. Must not keep what is out of date. */
import type { Progress } from '../run/progress.ts';

export class ProgressFeed {
  #newest: Progress | undefined;
  #isOver = false;
  /** Readers that have seen the newest. */
  #waiting: (() => void)[] = [];

  put(progress: Progress): void {
    this.#newest = progress;
    this.#wake();
  }

  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  async *read(): AsyncGenerator<Progress, void> {
    let seen: Progress | undefined;
    while (true) {
      if (this.#newest !== undefined && this.#newest !== seen) {
        seen = this.#newest;
        yield seen;
      } else if (this.#isOver) return;
      else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
