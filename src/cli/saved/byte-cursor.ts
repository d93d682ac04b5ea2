/**
 * JSON values one after another in an open file, each as its bytes, however large the file is. Owns the window on the
 * file; must not parse a value. Linear in what is read; holds one value.
 */
import { readSync } from 'node:fs';
import { ValueScanner } from '../../ingest/index.ts';

const WINDOW_BYTES = 1 << 18;

export class ByteCursor {
  readonly #file: number;
  readonly #scanner = new ValueScanner();
  #window: Uint8Array = new Uint8Array(0);
  /** Position in the file of the first byte of the window. */
  #base: number;
  #at = 0;

  constructor(file: number, position: number) {
    this.#file = file;
    this.#base = position;
  }

  /** Position in the file of the next byte. */
  get position(): number {
    return this.#base + this.#at;
  }

  /** The next byte that is no white space, which stays the next one; -1 at the end of the file. */
  peek(): number {
    while (true) {
      const byte = this.#next();
      if (byte !== SPACE && byte !== LINE_FEED && byte !== RETURN && byte !== TAB) return byte;
      this.#at++;
    }
  }

  /** Passes over the byte that `peek` gave. */
  skip(): void {
    this.#at++;
  }

  /** The value that begins at the next byte; undefined where the file ends in it. */
  value(): Buffer | undefined {
    const pieces: Uint8Array[] = [];
    this.#scanner.begin();
    while (this.#next() !== -1) {
      const end = this.#scanner.scan(this.#window, this.#at);
      const to = end === -1 ? this.#window.length : end;
      pieces.push(this.#window.subarray(this.#at, to));
      this.#at = to;
      if (end !== -1) return Buffer.concat(pieces);
    }
    return undefined;
  }

  #next(): number {
    if (this.#at === this.#window.length && !this.#refill()) return -1;
    return this.#window[this.#at]!;
  }

  #refill(): boolean {
    this.#base += this.#window.length;
    // Anew each time: values that were handed out may still look into the one before.
    const bytes = Buffer.allocUnsafeSlow(WINDOW_BYTES);
    this.#window = bytes.subarray(0, readSync(this.#file, bytes, 0, WINDOW_BYTES, this.#base));
    this.#at = 0;
    return this.#window.length > 0;
  }
}

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const TAB = 0x09;
