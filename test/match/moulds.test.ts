/**
 * Two reports poured into one mould through the whole program: neither one group nor related, whatever their share of
 * common wording is. Each pair is scanned alone, as nothing else may speak for or against it.
 */
import { describe, expect, it } from 'vitest';
import { library } from '../library/library.ts';
import { TEMPLATED, UPDATES } from './near/labelled-pairs.ts';

const { scan } = await library();

async function linked({ a, b }: { readonly a: string; readonly b: string }): Promise<string> {
  async function* records(): AsyncIterable<{ readonly id: string; readonly text: string }> {
    yield { id: 'a', text: a };
    yield { id: 'b', text: b };
  }
  await using run = scan(records(), { jobs: 0 });
  const { groups, related = [] } = await run.report();
  return groups.length > 0 ? 'group' : related.length > 0 ? 'related' : 'apart';
}

describe('reports in one mould', () => {
  it.each(TEMPLATED)('stay apart, $language: $a', async (pair) => {
    expect(await linked(pair)).toBe('apart');
  });

  it.each(UPDATES)('a report written again is one group, $language: $a', async (pair) => {
    expect(await linked(pair)).toBe('group');
  });
});
