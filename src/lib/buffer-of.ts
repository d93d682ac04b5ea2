/** Bytes as a `Buffer`, which finds, decodes and compares many times faster than a plain array of bytes. Must not copy. */
export function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
