/**
 * The articles that share one phrase: each that is short enough, and asks by this phrase, is paired with longer ones, or
 * where they are many with the longest, which is the original if any is. Owns who the longest are, by content and not by
 * place; must not decide. Linear, with one look at each article.
 */

/** Articles that are paired all with all; of more, each is paired with the longest. */
export const MAX_HOLDERS = 8;

/** So many of the longest. */
export const HUBS = 2;

export class Crowd {
  readonly #lengths: Uint32Array;
  /** By what equal lengths are put in order. */
  readonly #keys: Uint32Array;
  #own = new Uint32Array(1 << 10);

  /** Lengths in shingles, and text keys, of all rows. */
  constructor(lengths: Uint32Array, keys: Uint32Array) {
    this.#lengths = lengths;
    this.#keys = keys;
  }

  /**
   * Calls `take` with each row that asks and is at most `mostOfLonger` of another, and that other; whether, of many, some
   * were left unpaired. `codes` are rows doubled, and 1 for a row that asks.
   */
  pairShort(codes: Uint32Array, mostOfLonger: number, take: (short: number, long: number) => void): boolean {
    if (this.#own.length < codes.length) this.#own = new Uint32Array(2 * codes.length);
    const own = this.#own;
    // The shortest that asks.
    let shortest = 0xffffffff;
    for (let i = 0; i < codes.length; i++) {
      const length = this.#lengths[codes[i]! >>> 1]!;
      own[i] = length;
      if ((codes[i]! & 1) === 1 && length < shortest) shortest = length;
    }
    const isCrowd = codes.length > MAX_HOLDERS;
    const longest = isCrowd ? this.#longest(codes) : codes.keys();
    let rank = 0;
    for (const hub of longest) {
      const most = mostOfLonger * own[hub]!;
      if (isCrowd && rank++ === HUBS) return shortest <= most;
      if (shortest > most) continue;
      for (let i = 0; i < codes.length; i++) {
        if ((codes[i]! & 1) === 1 && own[i]! <= most) take(codes[i]! >>> 1, codes[hub]! >>> 1);
      }
    }
    return false;
  }

  /** Positions of the hubs and of who comes next. */
  #longest(codes: Uint32Array): readonly number[] {
    const longest: number[] = [];
    for (let i = 0; i < codes.length; i++) {
      const last = longest[HUBS];
      if (last !== undefined && !this.#isLonger(codes, i, last)) continue;
      let at = Math.min(longest.length, HUBS);
      while (at > 0 && this.#isLonger(codes, i, longest[at - 1]!)) {
        longest[at] = longest[at - 1]!;
        at--;
      }
      longest[at] = i;
    }
    return longest;
  }

  #isLonger(codes: Uint32Array, i: number, j: number): boolean {
    const [x, y] = [this.#own[i]!, this.#own[j]!];
    return x > y || (x === y && this.#keys[codes[i]! >>> 1]! < this.#keys[codes[j]! >>> 1]!);
  }
}
