/**
 * Whether work grows with its input, told by the clock as far as a clock can tell it. Owns the patience that this
 * takes: a busy machine, a collection of garbage, code that was just recompiled make any one measurement too long, never
 * too short. So the shortest of several measurements counts, of each size by itself.
 */

/** Measurements of each size: at least, and at most, where they still say that the work is too slow. */
const LEAST_ROUNDS = 3;
const ROUNDS = 8;

/** Processor time of the process, with all its threads, that some work takes, in milliseconds; waiting is not in it. */
async function timeOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Runs the work, up to eight times, until it takes at most so many milliseconds; the shortest time of all. */
export async function leastTime(enough: number, work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && least > enough; round++) least = Math.min(least, await timeOf(work));
  return least;
}

/**
 * How many times as long the larger input takes, by the shortest of three to eight measurements of each: until it is at
 * most `enough`. `prepare` makes an input of a size, and gives the work on it; only that is measured. Choose sizes that
 * differ by 8, so that quadratic work takes 64 times as long, and 32 as enough. `floor` stands for what the smaller input
 * takes where that is too short to be measured, in milliseconds.
 */
export async function leastGrowth(
  prepare: (size: number) => () => unknown,
  { from, to, enough, floor = 1 }: { from: number; to: number; enough: number; floor?: number },
): Promise<number> {
  await timeOf(prepare(from));
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const growth = (): number => large / Math.max(small, floor);
  for (let round = 0; round < ROUNDS && (round < LEAST_ROUNDS || growth() > enough); round++) {
    small = Math.min(small, await timeOf(prepare(from)));
    large = Math.min(large, await timeOf(prepare(to)));
  }
  return growth();
}
