/** Rows that belong together: where a run of them ends, and what is lost when one fails. */
import { describe, expect, it } from 'vitest';
import type { WrittenRow } from '../../src/model/stage.ts';
import { stageOfRuns } from '../../src/stage/runs.ts';

function runs(fails: number): {
  readonly seen: string[];
  readonly take: (key: number, item: number) => void;
  readonly end: () => void;
} {
  const seen: string[] = [];
  const stage = stageOfRuns(
    (row) => row['key'] as number,
    (row) => {
      if (row['item'] === 0) throw new Error('a bad row');
      return row['item'] as number;
    },
    (key, items): WrittenRow[] => {
      if (key === fails) throw new Error('a bad run');
      seen.push(`${key}: ${items.join(' ')}`);
      return [];
    },
  );
  return {
    seen,
    take: (key, item) => {
      try {
        expect([...(stage.take({ key, item }) as Iterable<WrittenRow>)]).toEqual([]);
      } catch (error) {
        seen.push((error as Error).message);
      }
    },
    end: () => expect([...stage.end!()]).toEqual([]),
  };
}

describe('runs of rows', () => {
  it('end where the key changes, and at the end', () => {
    const { seen, take, end } = runs(9);
    end();
    take(1, 1);
    take(1, 2);
    take(2, 3);
    take(1, 4);
    end();
    end();
    expect(seen).toEqual(['1: 1 2', '2: 3', '1: 4']);
  });

  it('lose a bad row alone', () => {
    const { seen, take, end } = runs(9);
    take(1, 1);
    take(1, 0);
    take(2, 0);
    take(1, 2);
    end();
    expect(seen).toEqual(['a bad row', 'a bad row', '1: 1 2']);
  });

  it('lose a bad run alone, and not the row that ended it', () => {
    const { seen, take, end } = runs(1);
    take(1, 1);
    take(2, 2);
    take(2, 3);
    end();
    expect(seen).toEqual(['a bad run', '2: 2 3']);
  });
});
