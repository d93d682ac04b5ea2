import { describe, expect, it } from 'vitest';
import { MAX_BUCKET } from '../../src/candidates/near/buckets.ts';
import type { NearColumns } from '../../src/candidates/near/index.ts';
import { sampleOf, shingleHashes, sketchOf } from '../../src/features/near/index.ts';
import { digestWords, sha256 } from '../../src/lib/digest.ts';
import { measureOverlap } from '../../src/match/near/resemblance.ts';
import { NEAR_BOUNDS } from '../../src/match/near/thresholds.ts';
import { makeArticles, makeSentences, mulberry } from '../helpers/near-articles.ts';
import { nearCandidates } from '../helpers/near-candidates.ts';

const BANDS = 64;
const NONE = new Uint32Array(0);
const BOUNDS = NEAR_BOUNDS.balanced;

function columnsOf(texts: readonly string[]): NearColumns {
  const shingles = texts.map(shingleHashes);
  const keys = texts.map((text) => digestWords(sha256(text)));
  const sketches = new Uint32Array(texts.length * BANDS);
  shingles.forEach((row, index) => {
    sketches.set(sketchOf(row), index * BANDS);
  });
  const samples = shingles.map(sampleOf);
  const ends = samples.map(
    (
      (end) =>
      ({ length }) =>
        (end += length)
    )(0),
  );
  return {
    samples: {
      values: Uint32Array.from(samples.flatMap((sample) => [...sample])),
      starts: Uint32Array.from(samples, ({ length }, i) => ends[i]! - length),
      lengths: Uint32Array.from(samples, ({ length }) => length),
    },
    count: texts.length,
    textHigh: Uint32Array.from(keys, (key) => key[0]),
    textLow: Uint32Array.from(keys, (key) => key[1]),
    shingleCounts: Uint32Array.from(shingles, (row) => row.length),
    sketches,
  };
}

function pairSet(columns: NearColumns): ReadonlySet<string> {
  const { pairs } = nearCandidates(columns, BOUNDS).value;
  return new Set(Array.from(pairs.a, (a, i) => `${a}-${pairs.b[i]}`));
}

describe('against all pairs', () => {
  it.each([11, 12, 13])('seed %i: pairs of resemblance 0.5 and more are found', (seed) => {
    const texts = makeArticles(seed, 80);
    const shingles = texts.map(shingleHashes);
    const columns = columnsOf(texts);
    const { copies } = nearCandidates(columns, BOUNDS).value;
    const found = pairSet(columns);
    let due = 0;
    let hit = 0;
    for (let a = 0; a < texts.length; a++) {
      for (let b = a + 1; b < texts.length; b++) {
        if (copies.representativeOf[a] !== a || copies.representativeOf[b] !== b) continue;
        if (measureOverlap(shingles[a]!, shingles[b]!).resemblance < 0.5) continue;
        due++;
        if (found.has(`${a}-${b}`)) hit++;
      }
    }
    expect(due).toBeGreaterThan(150);
    expect(hit / due).toBeGreaterThanOrEqual(0.98);
    // All pairs would be 51,040: the candidates must stay near what is due.
    expect(found.size).toBeLessThan(3 * due);
  });
});

it('proposes short articles, too', () => {
  const texts = [
    'storm hits the old harbour on sunday night',
    'storm hits the old harbour on sunday evening',
    'x y z',
  ];
  expect([...pairSet(columnsOf(texts))]).toEqual(['0-1']);
});

it('gives ordered pairs without repetition, a below b', () => {
  const { pairs } = nearCandidates(columnsOf(makeArticles(3, 40)), BOUNDS).value;
  const keys = Array.from(pairs.a, (a, i) => a * 1e6 + pairs.b[i]!);
  expect(keys).toEqual([...new Set(keys)].sort((x, y) => x - y));
  expect(pairs.a.every((a, i) => a < pairs.b[i]!)).toBe(true);
});

describe('copies', () => {
  it('are classes with the first article as representative; texts without words are nobody’s copy', () => {
    const { copies, representatives, pairs } = nearCandidates(
      columnsOf(['one two three four', '', 'five six seven', 'one two three four', '', 'one two three four']),
      BOUNDS,
    ).value;
    expect([...copies.representativeOf]).toEqual([0, 1, 2, 0, 4, 0]);
    expect([...representatives]).toEqual([0, 1, 2, 4]);
    expect(pairs.a.length).toBe(0);
  });

  it('nothing comes of nothing', () => {
    const { value, issues } = nearCandidates(columnsOf([]), BOUNDS);
    expect([value.representatives.length, value.pairs.a.length, issues.length]).toEqual([0, 0, 0]);
  });

  it('a million identical articles are one class without a pair', () => {
    const count = 1_000_000;
    const { value, issues } = nearCandidates(
      {
        count,
        textHigh: new Uint32Array(count).fill(7),
        textLow: new Uint32Array(count).fill(9),
        shingleCounts: new Uint32Array(count).fill(300),
        // Bands of copies are never read: only the representative's row has to exist.
        sketches: new Uint32Array(count),
        samples: { values: NONE, starts: NONE, lengths: NONE },
      },
      BOUNDS,
    );
    expect(value.representatives.length).toBe(1);
    expect(value.pairs.a.length).toBe(0);
    expect(issues).toEqual([]);
  });
});

describe('a large bucket', () => {
  /** Articles of one story that differ in one word each: they meet in nearly every band. */
  const reprints = (count: number): readonly string[] => {
    const sentences = makeSentences(mulberry(5), 20).join(' ');
    return Array.from({ length: count }, (_, i) => `${sentences} agency${i} desk${i}`);
  };

  it('is paired out up to the bound, without an issue', () => {
    const columns = columnsOf(reprints(MAX_BUCKET));
    expect(pairSet(columns).size).toBe((MAX_BUCKET * (MAX_BUCKET - 1)) / 2);
    expect(nearCandidates(columns, BOUNDS).issues).toEqual([]);
  });

  it('is chained above it, reported, connected, and linear', () => {
    const partners = [400, 800].map((count) => {
      const columns = columnsOf(reprints(count));
      const { value, issues } = nearCandidates(columns, BOUNDS);
      expect(issues.length).toBeGreaterThan(0);
      expect(issues[0]).toMatchObject({ code: 'bucket-capped', path: '' });
      expect(issues[0]!.message).toMatch(/band \d+: .*\d+/);
      const reached = new Set([...value.pairs.a, ...value.pairs.b]);
      expect(reached.size).toBe(count);
      return value.pairs.a.length / count;
    });
    expect(partners[1]! / partners[0]!).toBeLessThan(1.5);
  });

  it('is chained by content, not by the order of articles', () => {
    const texts = reprints(150);
    const order = texts.map((_, i) => (i * 67) % texts.length);
    const named = (list: readonly string[]): readonly string[] => {
      const { pairs } = nearCandidates(columnsOf(list), BOUNDS).value;
      return Array.from(pairs.a, (a, i) => [list[a]!, list[pairs.b[i]!]!].sort().join('|')).sort();
    };
    expect(named(order.map((i) => texts[i]!))).toEqual(named(texts));
  });
});
