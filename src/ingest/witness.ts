/**
 * What is seen of a file while it is read: how it stood on the disk, and the digest of its bytes. Owns the question
 * whether it was read as a whole and stood still; must not open anything.
 */
import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';

/** By what a file is told to be the same without reading it. */
export interface Stamp {
  readonly bytes: bigint;
  /** Nanoseconds since 1970. */
  readonly mtimeNs: bigint;
  /** Of its last change in whatever respect, which no program sets. */
  readonly ctimeNs: bigint;
  readonly inode: bigint;
}

export interface Seen {
  readonly stamp: Stamp;
  /** SHA-256 in lower-case hex. */
  readonly digest: string;
}

export function stampOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): Stamp {
  return { bytes: size, mtimeNs, ctimeNs, inode: ino };
}

export class Witness {
  readonly #hash = createHash('sha256');
  #seen: Seen | undefined;

  take(chunk: Uint8Array): void {
    this.#hash.update(chunk);
  }

  /** The file ended and was still the same. */
  end(status: BigIntStats): void {
    this.#seen = { stamp: stampOf(status), digest: this.#hash.digest('hex') };
  }

  /** Undefined where the file was not read to its end, or changed meanwhile. */
  get seen(): Seen | undefined {
    return this.#seen;
  }
}
