/**
 * Whether work grows with its input, told by the clock as far as a clock can tell it. Owns the patience that this
 * takes: a busy machine, a collection of garbage, code that was just recompiled make any one measurement too long, never
 * too short. So the shortest of several measurements counts, of each size by itself.
 */

/** Measurements of each size: at least, and at most, where they still say that the work is too slow. */
const LEAST_ROUNDS = 3;
const ROUNDS = 8;

/** Processor time of this process with all its threads, in milliseconds; waiting for a processor is not in it. */
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
 * How many times as long the larger input takes, by the shortest of three to eight measurements of each: until it is at
 * most `enough`. Choose sizes that differ by 8, so that quadratic work takes 64 times as long, and 32 as enough. `floor`
 * stands for what the smaller input takes where that is too short to be measured, in milliseconds.
 */
export async function leastGrowth(
  spent: (size: number) => number | Promise<number>,
  { from, to, enough, floor = 1 }: { from: number; to: number; enough: number; floor?: number },
): Promise<number> {
  await spent(from);
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const growth = (): number => large / Math.max(small, floor);
  for (let round = 0; round < ROUNDS && (round < LEAST_ROUNDS || growth() > enough); round++) {
    small = Math.min(small, await spent(from));
    large = Math.min(large, await spent(to));
  }
  return growth();
}
