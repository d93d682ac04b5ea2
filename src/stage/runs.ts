/** Rows that follow each other and belong together. Owns where one such run ends; must not know what a row means. */
import type { WrittenRow } from '../model/stage.ts';
import type { Given, Stage } from './row.ts';

/**
 * Reads each row as it comes, so that a bad one costs itself alone, and hands on those of one key when the next key, or the
 * end, has come. Memory: one run.
 */
export function stageOfRuns<Item>(
  keyOf: (row: Given) => number,
  read: (row: Given) => Item,
  finish: (key: number, items: readonly Item[]) => Iterable<WrittenRow>,
): Stage {
  let key = Number.NaN;
  let items: Item[] = [];
  /** The run so far is over before it is worked on: what fails there must not cost the row that ended it. */
  const begin = (next: number, first: readonly Item[]): Iterable<WrittenRow> => {
    const [done, own] = [items, key];
    key = next;
    items = [...first];
    return done.length === 0 ? [] : finish(own, done);
  };
  return {
    take(row) {
      const own = keyOf(row);
      const item = read(row);
      if (own !== key) return begin(own, [item]);
      items.push(item);
      return [];
    },
    end: () => begin(Number.NaN, []),
  };
}
