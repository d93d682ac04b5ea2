/**
 * Numbers of 16 bits as their steps from one to the next, all low bytes before all high ones: of ascending numbers, as
 * concepts are, deflate leaves 117 of 260 bytes in place of 197. Owns the way there and back; must not know what they mean.
 */

/** As many numbers, to be stored in the place of these. */
export function toSteps(numbers: Uint16Array): Uint16Array {
  const count = numbers.length;
  const bytes = new Uint8Array(2 * count);
  for (let i = 0, before = 0; i < count; i++) {
    const step = numbers[i]! - before;
    before = numbers[i]!;
    bytes[i] = step;
    bytes[count + i] = step >> 8;
  }
  return new Uint16Array(bytes.buffer);
}

export function fromSteps(steps: Uint16Array): Uint16Array {
  const count = steps.length;
  const bytes = new Uint8Array(steps.buffer, steps.byteOffset, steps.byteLength);
  const numbers = new Uint16Array(count);
  for (let i = 0, number = 0; i < count; i++) {
    number += bytes[i]! + (bytes[count + i]! << 8);
    numbers[i] = number;
  }
  return numbers;
}
