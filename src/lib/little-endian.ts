/** Numbers as bytes, the lowest first, whatever order the machine has. Must not know what the numbers are. */
const IS_LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Of bytes anywhere: they are copied, as numbers have to stand at whole multiples of their size. */
export function wordsOf(bytes: Uint8Array): Uint32Array {
  const copy = aligned(bytes);
  if (!IS_LITTLE) Buffer.from(copy.buffer).swap32();
  return new Uint32Array(copy.buffer);
}

export function halfWordsOf(bytes: Uint8Array): Uint16Array {
  const copy = aligned(bytes);
  if (!IS_LITTLE) Buffer.from(copy.buffer).swap16();
  return new Uint16Array(copy.buffer);
}

export function bytesOf(words: Uint32Array): Buffer {
  const copy = Buffer.from(aligned(new Uint8Array(words.buffer, words.byteOffset, words.byteLength)).buffer);
  return IS_LITTLE ? copy : copy.swap32();
}

function aligned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
