/** Every article that marking would change is proposed, though most that share a paragraph are not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTeasers } from '../../src/candidates/teasers/index.ts';
import { blockKeys, leadsOf, markTeasers } from '../../src/clean/index.ts';
import type { Block } from '../../src/model/article.ts';

const PARAGRAPHS = 9;
const paragraph = (topic: number): string =>
  `Paragraph ${topic} of the minutes says that the council has spoken about the harbour for three hours, and that it will go on doing so on Monday evening.`;

const block = (text: string, kept: boolean): Block =>
  kept
    ? { text, start: 0, end: text.length, kept, role: 'body', confidence: 1 }
    : { text, start: 0, end: text.length, kept, role: 'chrome', reason: 'closer', confidence: 1 };

/** Blocks are few, so that articles share many; one in six is short, and few are dropped. */
const blockOf = fc
  .tuple(fc.nat(PARAGRAPHS), fc.nat(5), fc.nat(20))
  .map(([topic, short, dropped]) => block(short === 0 ? 'A heading' : paragraph(topic), dropped > 0));
const collection = fc.array(fc.array(blockOf, { minLength: 1, maxLength: 9 }), {
  minLength: 2,
  maxLength: 12,
});

const columnsOf = (articles: readonly (readonly Block[])[]) => {
  const keys = articles.map(blockKeys);
  return {
    count: articles.length,
    // Any order that is not that of the indexes will do.
    textHigh: Uint32Array.from(articles, (_, index) => (7 * index) % 13),
    textLow: new Uint32Array(articles.length),
    leadKeys: (index: number) => Uint32Array.from(keys[index]!.leads),
    tailKeys: (index: number) => Uint32Array.from(keys[index]!.others),
    ending: (index: number) => keys[index]!.ending,
  };
};

/** The articles that change when each is marked by the leads of the given homes. */
const isChanged = (
  articles: readonly (readonly Block[])[],
  index: number,
  homes: readonly number[],
): boolean => {
  const byKey = new Map<number, string>();
  for (const home of homes) {
    for (const key of leadsOf(articles[home]!)) if (!byKey.has(key)) byKey.set(key, String(home));
  }
  return markTeasers(articles[index]!, byKey) !== articles[index];
};

describe('findTeasers', () => {
  it('proposes every article that its homes would change', () => {
    let proposed = 0;
    let sharing = 0;
    fc.assert(
      fc.property(collection, (articles) => {
        const columns = columnsOf(articles);
        const candidates = new Map([...findTeasers(columns)].map(({ index, homes }) => [index, homes]));
        proposed += candidates.size;
        for (let index = 0; index < articles.length; index++) {
          // All that have a lead which is a tail here and are no briefs; of articles with one lead the first two.
          const homes = firstTwoOfEachTail(columns, index);
          if (homes.length > 0) sharing++;
          const due = isChanged(articles, index, homes);
          if (due) expect(candidates.get(index)).toEqual(homes);
          if (candidates.has(index)) expect(homes).toEqual(candidates.get(index));
        }
      }),
      { numRuns: 300 },
    );
    expect(proposed).toBeGreaterThan(100);
    expect(proposed).toBeLessThan((2 * sharing) / 3);
  });
});

function firstTwoOfEachTail(columns: ReturnType<typeof columnsOf>, index: number): readonly number[] {
  const homes = new Set<number>();
  for (const key of columns.tailKeys(index)) {
    const having = Array.from({ length: columns.count }, (_, i) => i)
      .filter((i) => columns.leadKeys(i).includes(key))
      .sort((a, b) => columns.textHigh[a]! - columns.textHigh[b]!);
    const [first, second] = having;
    const home = first === index ? second : first;
    if (home !== undefined && columns.leadKeys(home).length + columns.tailKeys(home).length >= 3)
      homes.add(home);
  }
  return [...homes].sort((a, b) => columns.textHigh[a]! - columns.textHigh[b]!);
}
