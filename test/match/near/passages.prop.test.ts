import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../src/lib/tokens.ts';
import { alignTokens } from '../../../src/match/near/alignment.ts';
import { pairShingles } from '../../../src/match/near/paired.ts';
import { alignPassages, MAX_PASSAGES, mirrorPassages } from '../../../src/match/near/passages.ts';
import { type NearText, readNearText } from '../../../src/match/near/text.ts';
import type { Passage } from '../../../src/model/match.ts';
import { makeSentences, mulberry } from '../../helpers/near-articles.ts';

const text = fc
  .array(fc.constantFrom('rain', 'sun', 'wind', 'hail', '雨', '風', '7', '.'), { maxLength: 90 })
  .map((words) => words.join(' '));

/** In the direction in which a verdict asks. */
function passagesOf(a: string, b: string): readonly Passage[] {
  if (a > b) return mirrorPassages(passagesOf(b, a));
  const [left, right] = [readNearText(a), readNearText(b)];
  return alignPassages(left.tokens, right.tokens, pairShingles(left.shingles, right.shingles));
}

function hashesIn(whole: string, start: number, end: number): readonly number[] {
  return [...tokenise(whole.slice(start, end)).hashes];
}

describe('passages', () => {
  it('are equal on both sides, do not overlap, and mirror', () => {
    fc.assert(
      fc.property(text, text, text, (head, shared, tail) => {
        const a = `${head} ${shared}`;
        const b = `${shared} ${tail}`;
        const passages = passagesOf(a, b);
        expect(passages.length).toBeLessThanOrEqual(MAX_PASSAGES);
        for (const { aStart, aEnd, bStart, bEnd } of passages) {
          expect(hashesIn(a, aStart, aEnd)).toEqual(hashesIn(b, bStart, bEnd));
          expect(aEnd).toBeGreaterThan(aStart);
        }
        for (const side of ['a', 'b'] as const) {
          const ranges = passages
            .map((p) => [p[`${side}Start`], p[`${side}End`]] as const)
            .sort((x, y) => x[0] - y[0]);
          ranges.slice(1).forEach((range, i) => {
            expect(range[0]).toBeGreaterThanOrEqual(ranges[i]![1]);
          });
        }
        const mirrored = passagesOf(b, a).map((p) => [p.bStart, p.bEnd, p.aStart, p.aEnd].join());
        expect(mirrored.sort()).toEqual(
          passages.map((p) => [p.aStart, p.aEnd, p.bStart, p.bEnd].join()).sort(),
        );
      }),
    );
  });

  const [one, two, three] = [1, 2, 3].map((seed) => makeSentences(mulberry(seed), 1)[0]!);
  const check = (name: string, a: string, b: string, expected: readonly string[]): void => {
    it(name, () => expect(passagesOf(a, b).map((p) => a.slice(p.aStart, p.aEnd))).toEqual(expected));
  };
  const bare = (sentence: string): string => sentence.slice(0, -1);
  check(
    'a moved paragraph',
    `${one}\nx\n${two}`,
    `${two}\ny\n${one}`,
    [bare(one!), bare(two!)].filter((s) => s.split(' ').length >= 8),
  );
  check('seven words are too few', 'a b c d e f g', 'a b c d e f g', []);
  check('eight words are enough', 'x a b c d e f g h y', 'a b c d e f g h', ['a b c d e f g h']);
  check(
    'twenty characters are enough',
    '当地时间周一上午总统在首都会见了来访的外长',
    '据报道当地时间周一上午总统在首都会见了来访的外长一行',
    ['当地时间周一上午总统在首都会见了来访的外长'],
  );
  check('nothing', '', three!, []);

  it('the longest twenty are kept', () => {
    const sentences = makeSentences(mulberry(8), 60);
    const a = sentences.map((sentence, i) => `${sentence} left${i}`).join(' ');
    const b = sentences.map((sentence, i) => `${sentence} right${i}`).join(' ');
    expect(passagesOf(a, b).length).toBe(MAX_PASSAGES);
  });

  it('one word repeated for ever takes linear time', () => {
    const long = 'buffalo '.repeat(100_000);
    expect(passagesOf(long, `${long} x`).length).toBe(1);
  });
});

it('alignment gives equal runs that ascend on both sides', () => {
  fc.assert(
    fc.property(text, text, (left, right) => {
      const read = (text: string): NearText => readNearText(text);
      const [one, other] = [read(`${left} ${right}`), read(`${right} ${left}`)];
      const [a, b] = [one.tokens, other.tokens];
      let [aFloor, bFloor] = [0, 0];
      const pair = pairShingles(one.shingles, other.shingles);
      for (const run of alignTokens(a, b, pair)) {
        expect(run.a).toBeGreaterThanOrEqual(aFloor);
        expect(run.b).toBeGreaterThanOrEqual(bFloor);
        for (let i = 0; i < run.length; i++) expect(a.hashes[run.a + i]).toBe(b.hashes[run.b + i]);
        [aFloor, bFloor] = [run.a + run.length, run.b + run.length];
      }
    }),
  );
});
