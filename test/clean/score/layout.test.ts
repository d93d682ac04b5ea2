/** The page as columns: what each line is, sums before it, distances, the best run; each beside a plain walk. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAR, layOut } from '../../../src/clean/score/layout.ts';
import { pageOf, randomPage } from './page.ts';

const SENTENCE = 'The council of the island voted for the new ferry on Monday, after a long debate.';

describe('isClock', () => {
  it.each<[text: string, expected: boolean]>([
    ['14:05', true],
    ['Updated 3.5.2024', true],
    ['03-05', true],
    ['1/2', true],
    ['Season 2024', true],
    ['2024', true],
    ['124 votes', false],
    ['3 : 5', false],
    ['3, 5', false],
    ['3:', false],
    [':5', false],
    ['١٤:٠٥', false],
    ['Home', false],
    [`${'a'.repeat(99)} 14:05`, false],
  ])('%s', (text, expected) => {
    expect(layOut(pageOf(text)).isClock[0]).toBe(expected ? 1 : 0);
  });
});

describe('layOut', () => {
  it('ranks phrases from the head of an article to its tail', () => {
    const lines = ['Photo: Ada Brand', 'Advertisement', 'Share', '12 comments', 'Related articles'];
    const { phrase } = layOut(pageOf(...lines));
    expect([...phrase].filter((rank) => rank === 0)).toEqual([]);
    expect([...phrase]).toEqual([...phrase].sort((a, b) => a - b));
    expect(new Set(phrase).size).toBe(lines.length);
    expect(layOut(pageOf('The pier of the town')).phrase[0]).toBe(0);
  });

  it('calls three short lines that are alike a mould, and two not', () => {
    expect([...layOut(pageOf('14:05 | Ada', '15:10 | Bo', '16:20 | Cleo', 'Home')).isMould]).toEqual([
      1, 1, 1, 0,
    ]);
    expect([...layOut(pageOf('14:05 | Ada', '15:10 | Bo', 'Home')).isMould]).toEqual([0, 0, 0]);
    expect([...layOut(pageOf(SENTENCE, SENTENCE, SENTENCE)).isMould]).toEqual([0, 0, 0]);
  });

  it('takes the run of prose that outweighs the rest for the best one, and bridges a short gap', () => {
    const { bestFrom, bestTo } = layOut(
      pageOf(
        'Home',
        'Share',
        SENTENCE,
        SENTENCE,
        'A heading',
        SENTENCE,
        'Related articles',
        'Share',
        'Menu',
        'Search',
      ),
    );
    expect([bestFrom, bestTo]).toEqual([2, 6]);
  });

  it('adds up what stands before each line, and how far prose is', () => {
    fc.assert(
      fc.property(randomPage, (page) => {
        const layout = layOut(page);
        const sumsOf = (values: readonly number[]) =>
          [...values, 0].map((_, i) => values.slice(0, i).reduce((sum, value) => sum + value, 0));
        const lengths = page.lines.map((line) => line.length);
        expect([...layout.massBefore]).toEqual(sumsOf(lengths));
        expect([...layout.proseBefore]).toEqual(
          sumsOf(lengths.map((length, i) => (page.lines[i]!.isProse ? length : 0))),
        );
        expect([...layout.proseLinesBefore]).toEqual(sumsOf([...layout.isProse]));
        expect([...layout.labelsBefore]).toEqual(sumsOf(page.lines.map((line) => (line.isLabel ? 1 : 0))));
        expect([...layout.phrasesBefore]).toEqual(
          sumsOf([...layout.phrase].map((rank) => (rank > 0 ? 1 : 0))),
        );
        expect([...layout.mouldsBefore]).toEqual(sumsOf([...layout.isMould]));
        expect(layout.longest).toBe(Math.max(1, ...lengths));
        const prose = page.lines.flatMap((line, i) => (line.isProse ? [i] : []));
        page.lines.forEach((_, i) => {
          const up = prose.filter((at) => at < i).map((at) => i - at);
          const down = prose.filter((at) => at > i).map((at) => at - i);
          expect([layout.toPrevious[i], layout.toNext[i]]).toEqual([
            Math.min(FAR, ...up),
            Math.min(FAR, ...down),
          ]);
        });
      }),
      { seed: 19, numRuns: 200 },
    );
  });
});
