/**
 * Where the windows of a text stand, by their keys. Owns the index; must not know what is sought. Linear expected time;
 * overwritten by the next text.
 */
import { Numbering } from '../../lib/numbering.ts';
import { Room } from '../../lib/room.ts';
import type { Tokens } from '../../lib/tokens.ts';
import { SlidingWindow } from './windows.ts';

const NOWHERE = -1;

/** Asked by the window's key. */
export interface WindowIndex {
  /** The first window of a key, -1 when there is none. */
  firstPlace(key: number): number;
  /** The next window of the same key, -1 behind the last. */
  nextPlace(place: number): number;
}

class ReusedIndex implements WindowIndex {
  readonly #numbering = new Numbering();
  readonly #rooms = { keys: new Room(), numbers: new Room(), first: new Room(), next: new Room() };
  #first = new Int32Array(0);
  #next = new Int32Array(0);

  /** Indexes the windows of a text in place of what was there. */
  read(tokens: Tokens): void {
    const keys = new Uint32Array(this.#rooms.keys.atLeast(tokens.count).buffer, 0, tokens.count);
    const window = new SlidingWindow(tokens);
    let count = 0;
    for (; window.moveTo(count); count++) keys[count] = window.key;
    const numbers = this.#rooms.numbers.atLeast(count);
    this.#numbering.clear(count);
    this.#numbering.add(keys, 0, count, numbers);
    this.#first = this.#rooms.first.atLeast(this.#numbering.size);
    this.#next = this.#rooms.next.atLeast(count);
    this.#first.fill(NOWHERE, 0, this.#numbering.size);
    // From the end, so that the places of a window come in the order of the text.
    for (let place = count - 1; place >= 0; place--) {
      const number = numbers[place]!;
      this.#next[place] = this.#first[number]!;
      this.#first[number] = place;
    }
  }

  firstPlace(key: number): number {
    const number = this.#numbering.find(key);
    return number < 0 ? NOWHERE : this.#first[number]!;
  }

  nextPlace(place: number): number {
    return this.#next[place]!;
  }
}

const reused = new ReusedIndex();

/** The windows of a text. */
export function indexWindows(tokens: Tokens): WindowIndex {
  reused.read(tokens);
  return reused;
}
