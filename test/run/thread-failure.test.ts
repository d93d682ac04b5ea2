/** Errors that cross threads: all that the command line reads of them arrives. */
import { describe, expect, it } from 'vitest';
import { errorOf, failureOf } from '../../src/run/thread-failure.ts';

class Refused extends Error {
  override readonly name = 'Refused';
  readonly exitCode = 4;
  readonly callback = (): number => 1;
}

describe('an error on its way from a thread', () => {
  it.each<[string, Error, object]>([
    ['of our own', new Refused('not this one'), { name: 'Refused', exitCode: 4 }],
    ['of the language', new TypeError('no function'), { name: 'TypeError' }],
    [
      'of the system',
      Object.assign(new Error('no space'), { code: 'ENOSPC', errno: -28 }),
      { code: 'ENOSPC', errno: -28 },
    ],
  ])('%s keeps message, stack and marks', (_, error, marks) => {
    const arrived = errorOf(structuredClone(failureOf(error))) as Error;
    expect(arrived).toBeInstanceOf(Error);
    expect({ ...arrived }).toMatchObject(marks);
    expect([arrived.message, arrived.stack]).toEqual([error.message, error.stack]);
  });

  it('that is none is told as words', () => {
    expect(errorOf(structuredClone(failureOf(Symbol.for('odd'))))).toBe('Symbol(odd)');
  });
});
