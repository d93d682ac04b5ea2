/**
 * The stage `rank`: of all articles that share keys with one the best, best first. Owns how rows become sums; must not
 * weigh otherwise than `candidates`. Linear in the places of the lists; memory: one article.
 */
import { mostPartners, worthOf } from '../candidates/story/partners.ts';
import type { MatchOptions } from '../model/options.ts';
import type { WrittenRow } from '../model/stage.ts';
import { codesOf, languageOf, seatOf, totalOf } from './codes.ts';
import { numberIn, type Stage, textIn } from './row.ts';
import { stageOfRuns } from './runs.ts';

/** Who has a key of the article, which weighs so much there. */
interface Holders {
  readonly weight: number;
  readonly codes: Float64Array;
}

/**
 * `{code, w, width, codes}`, the rows of an article one after another: of each key its weight and the codes of all that
 * have it, each of `width` bytes; out come the seats of the best, best first.
 */
export function rankStage(options: Pick<MatchOptions, 'groupBy'>): Stage {
  const [across, within] = mostPartners(options.groupBy === 'event').map((most) => new Best(most)) as [
    Best,
    Best,
  ];
  const shared = new Shared();
  return stageOfRuns(
    (row) => numberIn(row, 'code'),
    (row): Holders => ({
      weight: numberIn(row, 'w'),
      codes: codesOf(textIn(row, 'codes'), numberIn(row, 'width')),
    }),
    (code, lists) => {
      const [own, language, seat] = [totalOf(code), languageOf(code), seatOf(code)];
      shared.addUp(lists);
      across.clear();
      within.clear();
      shared.each((other, bits) => {
        const worth = worthOf(bits, own, totalOf(other));
        if (worth > 0 && other !== code)
          (languageOf(other) === language ? within : across).add(seatOf(other), worth);
      });
      const found: WrittenRow = { type: 'rank', seat, across: across.seats(), within: within.seats() };
      return found.across.length + found.within.length === 0 ? [] : [found];
    },
  );
}

/** What each article shares, by its code: an open table with linear probing, at most half full; 0 bits is free. */
class Shared {
  #codes = new Float64Array(1 << 10);
  #bits = new Uint32Array(1 << 10);
  #slots = new Uint32Array(1 << 9);
  #size = 0;

  addUp(lists: readonly Holders[]): void {
    for (let i = 0; i < this.#size; i++) this.#bits[this.#slots[i]!] = 0;
    this.#size = 0;
    const most = lists.reduce((sum, { codes }) => sum + codes.length, 0);
    if (2 * most > this.#codes.length) this.#grow(2 ** Math.ceil(Math.log2(2 * most)));
    const [table, bits, slots] = [this.#codes, this.#bits, this.#slots];
    const mask = table.length - 1;
    let size = 0;
    for (const { weight, codes } of lists) {
      for (let i = 0; i < codes.length; i++) {
        const code = codes[i]!;
        let slot = (Math.imul(seatOf(code), 0x9e3779b1) >>> 7) & mask;
        while (bits[slot] !== 0 && table[slot] !== code) slot = (slot + 1) & mask;
        if (bits[slot] === 0) {
          table[slot] = code;
          slots[size++] = slot;
        }
        bits[slot]! += weight;
      }
    }
    this.#size = size;
  }

  #grow(length: number): void {
    this.#codes = new Float64Array(length);
    this.#bits = new Uint32Array(length);
    this.#slots = new Uint32Array(length / 2);
  }

  each(see: (code: number, bits: number) => void): void {
    for (let i = 0; i < this.#size; i++) {
      const slot = this.#slots[i]!;
      see(this.#codes[slot]!, this.#bits[slot]!);
    }
  }
}

/** The best so far, in order: by worth, of equal ones that of the smaller seat. */
class Best {
  readonly #seats: number[] = [];
  readonly #worths: number[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  clear(): void {
    this.#seats.length = 0;
    this.#worths.length = 0;
  }

  add(seat: number, worth: number): void {
    const [seats, worths] = [this.#seats, this.#worths];
    let at = seats.length;
    while (at > 0 && isBetter(worth, seat, worths[at - 1]!, seats[at - 1]!)) at--;
    if (at === this.#most) return;
    seats.splice(at, 0, seat);
    worths.splice(at, 0, worth);
    seats.length = Math.min(seats.length, this.#most);
    worths.length = seats.length;
  }

  seats(): readonly number[] {
    return [...this.#seats];
  }
}

function isBetter(worth: number, seat: number, otherWorth: number, otherSeat: number): boolean {
  return worth > otherWorth || (worth === otherWorth && seat < otherSeat);
}
