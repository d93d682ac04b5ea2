import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Heap } from '../../src/lib/heap.ts';

it('a heap gives back all that was pushed, the greatest first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (values) => {
      const heap = new Heap<number>((x, y) => x > y);
      for (const value of values) heap.push(value);
      const out = values.map(() => heap.pop());
      expect(out).toEqual([...values].sort((x, y) => y - x));
      expect(heap.pop()).toBeUndefined();
    }),
  );
});

it('a heap may be pushed to between two pops', () => {
  const heap = new Heap<number>((x, y) => x > y);
  heap.push(1);
  heap.push(3);
  expect(heap.pop()).toBe(3);
  heap.push(2);
  expect([heap.pop(), heap.pop(), heap.pop()]).toEqual([2, 1, undefined]);
});
