/** Seeded random choices (mulberry32, Tommy Ettinger, public domain): the same seed gives the same pages for ever. */
export interface Random {
  /** 0 <= n < 1. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** `count` different items in random order; all of them where there are fewer. */
  readonly sample: <Item>(items: readonly Item[], count: number) => readonly Item[];
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const sample = <Item>(items: readonly Item[], count: number): readonly Item[] => {
    const pool = [...items];
    const taken: Item[] = [];
    while (taken.length < count && pool.length > 0) {
      taken.push(...pool.splice(between(0, pool.length - 1), 1));
    }
    return taken;
  };
  return { next, between, chance: (probability) => next() < probability, pick, sample };
}
