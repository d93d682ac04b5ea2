/** SHA-256 for content identities. Must not be used per shingle: `hash.ts` is for that. */
import { hash } from 'node:crypto';

/** SHA-256 in lower-case hex; strings are hashed as UTF-8. */
export function sha256(data: string | Uint8Array): string {
  // One call: an object for each text costs twice as much as to hash it.
  return hash('sha256', data, 'hex');
}

/** SHA-256 as bytes; strings are hashed as UTF-8. */
export function sha256Bytes(data: string | Uint8Array): Buffer {
  return hash('sha256', data, 'buffer');
}

/** The first 64 bits of a hex digest as two unsigned 32-bit words. */
export function digestWords(hex: string): readonly [number, number] {
  return [Number.parseInt(hex.slice(0, 8), 16), Number.parseInt(hex.slice(8, 16), 16)];
}
