/**
 * Whether work grows with its input, told by the clock as far as a clock can tell it. Owns the patience that this
 * takes: a busy machine, a collection of garbage, code that was just recompiled make any one measurement many times too
 * long, never too short. So work is measured again until once it was quick enough; work that grows with the square of its
 * input is never quick enough.
 */

/** As many measurements as work that is really too slow costs. */
const ROUNDS = 8;

/** The processor time of this process, in milliseconds; waiting for a processor is not in it. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs the work, up to eight times, until it takes at most so many milliseconds; the shortest time of all. */
export async function leastTime(enough: number, work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && least > enough; round++) {
    const before = processorTime();
    await work();
    least = Math.min(least, processorTime() - before);
  }
  return least;
}

/**
 * How many times as long the larger input takes: measured up to eight times, until it is at most `enough`; the smallest
 * of all. Choose sizes that differ by 8, so that quadratic work takes 64 times as long, and 32 as enough. `floor`
 * stands for what the smaller input takes where that is too short to be measured, in milliseconds.
 */
export async function leastGrowth(
  spent: (size: number) => number | Promise<number>,
  { from, to, enough, floor = 1 }: { from: number; to: number; enough: number; floor?: number },
): Promise<number> {
  await spent(from);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && least > enough; round++) {
    const small = Math.max(await spent(from), floor);
    least = Math.min(least, (await spent(to)) / small);
  }
  return least;
}
