/** Who takes the next batch: by a clock of its own, in which a batch takes as long as it is told to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEAR_PIECES } from '../../src/candidates/near/index.ts';
import { UNDER_WAY, whoTakes } from '../../src/run/who-takes.ts';

/** When the last of the batches is done, where so many others work beside the first thread. */
function endOf(batches: readonly number[], others: number): number {
  const ends: number[][] = Array.from({ length: others }, () => []);
  let now = 0;
  let kept: number | undefined;
  const taker = () =>
    whoTakes({
      waiting: ends.map((times) => times.filter((time) => time > now).length),
      hasKept: kept !== undefined,
      mayStart: false,
    });
  const workOnKept = (): void => {
    now += kept ?? 0;
    kept = undefined;
  };
  for (const batch of batches) {
    if (taker() === 'nobody') workOnKept();
    const who = taker();
    if (typeof who === 'number') ends[who]!.push(Math.max(now, ends[who]!.at(-1) ?? 0) + batch);
    else kept = batch;
  }
  workOnKept();
  return Math.max(now, ...ends.flat());
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const others = fc.integer({ min: 1, max: 7 });

describe('batches that take equally long', () => {
  it('end as early as they can', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), others, (count, threads) => {
        expect(endOf(Array(count).fill(1), threads)).toBe(Math.ceil(count / (threads + 1)));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it.each([
    [1, 2],
    [3, 1],
  ])('as the parts of the search for near-duplicates do beside %i others', (threads, end) => {
    expect(endOf(Array(NEAR_PIECES.length).fill(1), threads)).toBe(end);
  });
});

it('so many batches as threads are worked on at once, however long each takes', () => {
  const batches = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(batches, (few) => {
      expect(endOf(few, Math.max(1, few.length - 1))).toBe(Math.max(...few));
    }),
    { seed: 8 },
  );
});

it('in a long stream of batches that take about as long nobody is idle', () => {
  const batches = fc.array(fc.integer({ min: 80, max: 120 }), { minLength: 300, maxLength: 500 });
  fc.assert(
    fc.property(batches, others, (stream, threads) => {
      expect(endOf(stream, threads)).toBeLessThan((1.015 * sum(stream)) / (threads + 1) + UNDER_WAY * 120);
    }),
    { seed: 9 },
  );
});

it('another is started where all have enough, and nobody is given more than that', () => {
  const full = Array<number>(2).fill(UNDER_WAY);
  expect(whoTakes({ waiting: [], hasKept: false, mayStart: true })).toBe('another');
  expect(whoTakes({ waiting: full, hasKept: true, mayStart: true })).toBe('another');
  expect(whoTakes({ waiting: [UNDER_WAY, 1], hasKept: true, mayStart: true })).toBe(1);
  expect(whoTakes({ waiting: full, hasKept: true, mayStart: false })).toBe('nobody');
  expect(whoTakes({ waiting: [], hasKept: false, mayStart: false })).toBe('first');
});
