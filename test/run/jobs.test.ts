/** How many threads, and when: by what was asked for, the processors and the memory. */
import { describe, expect, it } from 'vitest';
import { jobsOf, jobsWithin } from '../../src/run/jobs.ts';

const MIB = 2 ** 20;

describe('jobsOf', () => {
  it('starts at once what was asked for, however few processors there are', () => {
    const { most, patience } = jobsOf(5, 2);
    expect([most, patience().aborted]).toEqual([5, true]);
  });

  it('waits before it starts one for each processor', () => {
    const { most, patience } = jobsOf(undefined, 8);
    expect([most, patience().aborted]).toEqual([8, false]);
  });
});

describe('jobsWithin', () => {
  it.each([
    [20, 1],
    [329, 1],
    [330, 2],
    [629, 4],
    [630, 5],
    [64 * 1024, 8],
  ])('of 8 threads %i MiB hold %i', (memory, most) => {
    expect(jobsWithin(jobsOf(8, 2), memory * MIB).most).toBe(most);
  });

  it('leaves the number alone where no bound was given, and when they start where one was', () => {
    const asked = jobsOf(8, 2);
    expect(jobsWithin(asked, undefined)).toBe(asked);
    expect(jobsWithin(asked, 400 * MIB).patience).toBe(asked.patience);
  });
});
