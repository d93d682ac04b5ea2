/** The order of what is under way: results, errors, and the work that this thread has kept for itself. */
import { expect, it } from 'vitest';
import { UnderWay, untilError } from '../../src/run/under-way.ts';

/** A result that comes when it is told to. */
function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((onResult, onError) => {
    resolve = onResult;
    reject = onError;
  });
  return { promise, resolve, reject };
}

it('hands results out in the order of the batches, whichever comes first', async () => {
  const underWay = new UnderWay<string>();
  const [a, b] = [later<string>(), later<string>()];
  underWay.put(a.promise);
  underWay.put(b.promise);
  b.resolve('b');
  a.resolve('a');
  expect([await underWay.next(), await underWay.next(), underWay.count]).toEqual(['a', 'b', 0]);
});

it('tells the error of the first batch, whichever fails first', async () => {
  const underWay = new UnderWay<string>();
  const [a, b] = [later<string>(), later<string>()];
  underWay.put(a.promise);
  underWay.put(b.promise);
  b.reject(new Error('b'));
  await expect(b.promise).rejects.toThrow();
  expect(underWay.hasFailed).toBe(true);
  a.reject(new Error('a'));
  await expect(underWay.next()).rejects.toThrow('a');
});

it('works on what was kept before it waits for another, and not to hand out what is there', async () => {
  const underWay = new UnderWay<string>();
  const [a, b] = [later<string>(), later<string>()];
  underWay.put(a.promise);
  underWay.put(b.promise);
  const worked: string[] = [];
  underWay.keep(async () => {
    worked.push('own');
    b.resolve('b');
    return 'own';
  });
  a.resolve('a');
  await a.promise;
  expect([await underWay.next(), worked, underWay.hasKept]).toEqual(['a', [], true]);
  expect([await underWay.next(), worked, underWay.hasKept]).toEqual(['b', ['own'], false]);
  expect(await underWay.next()).toBe('own');
});

it('hands on the error of the input behind the batches before it', async () => {
  function* input() {
    yield 1;
    yield 2;
    throw new Error('no more');
  }
  const seen: unknown[] = [];
  for await (const next of untilError(input())) seen.push(next);
  expect(seen).toEqual([{ batch: 1 }, { batch: 2 }, { error: new Error('no more') }]);
});
