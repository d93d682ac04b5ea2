import { expect, it } from 'vitest';
import { inSharedMemory } from '../../src/lib/shared-memory.ts';

it('puts every typed array, at any depth, into shared memory and changes no value', () => {
  const value = {
    count: 3,
    name: undefined,
    rows: Uint32Array.of(1, 2, 0xffffffff),
    parts: [{ weights: Uint8Array.of(7, 8) }, { doubles: Float64Array.of(Number.NaN, -0, 1e300) }],
    half: Uint16Array.of(65535).subarray(0, 1),
  };
  const shared = inSharedMemory(value);
  expect(shared).toEqual(value);
  for (const array of [shared.rows, shared.parts[0]?.weights, shared.parts[1]?.doubles, shared.half])
    expect(array?.buffer).toBeInstanceOf(SharedArrayBuffer);
});

it('copies a part of a larger array as that part, and leaves alone what is shared already', () => {
  const part = Uint32Array.of(1, 2, 3, 4).subarray(1, 3);
  expect([...inSharedMemory(part)]).toEqual([2, 3]);
  const there = new Float64Array(new SharedArrayBuffer(16)).subarray(1);
  expect(inSharedMemory({ there }).there).toBe(there);
});
