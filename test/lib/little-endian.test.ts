import { describe, expect, it } from 'vitest';
import { bytesOf, halfWordsOf, wordsOf } from '../../src/lib/little-endian.ts';

describe('numbers as bytes', () => {
  const bytes = Uint8Array.of(9, 0x01, 0x02, 0x03, 0x84, 0xff, 0, 0, 0);

  it('stand with their lowest byte first, wherever they begin', () => {
    expect([...wordsOf(bytes.subarray(1))]).toEqual([0x84030201, 0xff]);
    expect([...halfWordsOf(bytes.subarray(1, 5))]).toEqual([0x0201, 0x8403]);
  });

  it('are the same bytes again, of a part of an array too', () => {
    const words = Uint32Array.of(7, 0x84030201, 0xff);
    expect([...bytesOf(words.subarray(1))]).toEqual([...bytes.subarray(1)]);
  });

  it('are copied', () => {
    const words = wordsOf(bytes.subarray(1));
    words[0] = 0;
    expect(bytes[1]).toBe(1);
  });
});
