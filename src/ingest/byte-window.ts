/** The part of a stream that a splitter still looks at. Owns its room, which grows by doubling; must not interpret it. */
import { bufferOf } from '../lib/buffer-of.ts';

export class ByteWindow {
  #room: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;
  /** Stream offset of the first byte. */
  offset = 0;

  /** A view: what is handed on of it stays as it is, whatever is pushed and dropped. */
  get bytes(): Buffer {
    return this.#room.subarray(this.#start, this.#end);
  }

  get length(): number {
    return this.#end - this.#start;
  }

  push(chunk: Uint8Array): void {
    const { length } = this;
    if (length === 0) {
      this.#room = bufferOf(chunk);
      this.#start = 0;
      this.#end = chunk.length;
      return;
    }
    if (this.#end + chunk.length > this.#room.length || !this.#isOwn) {
      // Behind the rest of a chunk only as much as is needed: most of it is dropped before the next comes.
      const isRest = length < chunk.length;
      const room = Buffer.allocUnsafeSlow((isRest ? 1 : 2) * (length + chunk.length));
      this.#room.copy(room, 0, this.#start, this.#end);
      this.#room = room;
      this.#isOwn = true;
      this.#start = 0;
      this.#end = length;
    }
    this.#room.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  #isOwn = false;

  drop(count: number): void {
    const dropped = Math.min(count, this.length);
    this.#start += dropped;
    this.offset += dropped;
    if (this.length === 0) this.#isOwn = false;
  }
}
