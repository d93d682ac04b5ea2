/** How often lines are alike, beside counts in maps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURE, MEASURE_COUNT } from '../../../src/clean/score/measures.ts';
import { countRepeats } from '../../../src/clean/score/repeats.ts';
import { measuresOf } from './page.ts';

const line = fc.oneof(
  fc
    .array(fc.constantFrom('ferry', 'pier', 'Council', 'votes', 'again', 'мост', 'мэр'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((words) => words.join(' ')),
  fc.constantFrom('3. Mai 2024', '4. Juni 2023', '14:05 | Ada', '15:10 | Bo', 'Home'),
);

function repeatsOf(texts: readonly string[]) {
  return countRepeats(
    texts.map((text) => ({ text })),
    measuresOf(texts),
  );
}

/** How many of the keys are the same as each; 0 where there is none. */
function counted(keys: readonly (string | undefined)[]): number[] {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.map((key) => (key === undefined ? 0 : (counts.get(key) ?? 0)));
}

/** Words of the lines above: parted by spaces and signs. */
function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-zа-яэ]+|[0-9]+/g) ?? [];
}

describe('countRepeats', () => {
  it('agrees with maps over texts, ends and shapes', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (texts) => {
        const repeats = repeatsOf(texts);
        const pairs = texts.map(wordsIn).map((words) => (words.length < 2 ? undefined : words));
        const { values } = measuresOf(texts);
        const shapes = texts.map((_, i) => values[i * MEASURE_COUNT + MEASURE.shape]!);
        expect([...repeats.same]).toEqual(counted(texts));
        expect([...repeats.heads]).toEqual(counted(pairs.map((words) => words?.slice(0, 2).join(' '))));
        expect([...repeats.tails]).toEqual(counted(pairs.map((words) => words?.slice(-2).join(' '))));
        expect([...repeats.shapes]).toEqual(
          counted(shapes.map((shape) => (shape < 0 ? undefined : String(shape)))),
        );
        expect([...repeats.order]).toEqual(
          texts.map((text, i) => texts.slice(0, i + 1).filter((other) => other === text).length),
        );
      }),
      { seed: 17, numRuns: 300 },
    );
  });

  it('leaves nothing behind for the next page', () => {
    const once = repeatsOf(['Ada votes again', 'Ada votes no', 'Home']);
    expect(repeatsOf(['Ada votes again', 'Ada votes no', 'Home'])).toEqual(once);
    expect([...once.heads]).toEqual([2, 2, 0]);
  });
});
