/** Sequences that are made while they are gone through. Must not keep what they made. */
import type { Sequence } from '../model/report.ts';

/** The given elements, each made into another when its turn comes. */
export function mapped<T, U>(elements: Sequence<T>, make: (element: T) => U): Sequence<U> {
  return {
    length: elements.length,
    *[Symbol.iterator]() {
      for (const element of elements) yield make(element);
    },
  };
}

/** The first elements, at most `count`. */
export function firstOf<T>(elements: Iterable<T>, count: number): readonly T[] {
  const first: T[] = [];
  if (count <= 0) return first;
  for (const element of elements) {
    first.push(element);
    if (first.length === count) break;
  }
  return first;
}
