import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_BUCKET } from '../../src/candidates/near/buckets.ts';
import { shingleHashes, sketchOf } from '../../src/features/near/index.ts';
import { type ParsedReport, scan } from '../helpers/command.ts';
import {
  boilerplateRecords,
  collidingRecords,
  driftRecords,
  identicalRecords,
  templatedRecords,
} from '../helpers/hostile.mjs';
import { folderWith, lines } from './workspace.ts';

/** Test sizes; `test/bench/hostile.mjs` runs the same collections up to a million articles. */
const COUNT = 1000;

async function scanRecords(records: Iterable<object>): Promise<ParsedReport> {
  const cwd = folderWith({ 'hostile.jsonl': lines(...records) });
  return await scan(['hostile.jsonl', '--no-translations', '--no-language'], { cwd });
}

const sizes = ({ groups }: ParsedReport): readonly number[] => groups.map(({ members }) => members.length);
const capped = ({ issues }: ParsedReport): ParsedReport['issues'] =>
  issues.filter(({ code, message }) => code === 'bucket-capped' && message.startsWith('band '));

describe('one article, thousands of times', () => {
  it('is one group of copies, with no pair and no cap', async () => {
    const report = await scanRecords(identicalRecords(COUNT));
    expect(sizes(report)).toEqual([COUNT]);
    expect(report.groups[0]).toMatchObject({ kind: 'copy', confidence: 1 });
    expect(report.issues).toEqual([]);
  });
});

describe('one long small print under every article', () => {
  let report: ParsedReport;
  beforeAll(async () => {
    report = await scanRecords(boilerplateRecords(COUNT));
  });

  it('joins none of them', () => {
    expect(sizes(report)).toEqual([]);
  });

  it('fills buckets beyond their cap, which the report says', () => {
    const issues = capped(report);
    expect(issues.length).toBeGreaterThan(0);
    for (const { message, path } of issues) {
      expect(path).toBe('');
      expect(message).toMatch(
        /^band \d+: \d+ bucket\(s\) above 64 articles, the largest \d+; but for the first 2, each article/,
      );
    }
  });
});

describe('a drift of a thousand steps', () => {
  const records = [...driftRecords(1000)];
  let report: ParsedReport;
  beforeAll(async () => {
    report = await scanRecords(records);
  });

  it('has steps that are near-duplicates', () => {
    const grouped = sizes(report).reduce((sum, size) => sum + size, 0);
    expect(grouped).toBeGreaterThan(0.9 * records.length);
  });

  it('is cut: no group reaches further than its texts share a sentence', () => {
    const place = new Map(records.map(({ id }, i) => [id, i]));
    for (const { members } of report.groups) {
      const places = members.map(({ id }) => place.get(id) ?? 0);
      // After twelve steps all twelve sentences are others; a member is two links from the canonical at most.
      expect(Math.max(...places) - Math.min(...places)).toBeLessThanOrEqual(4 * 6);
    }
  });
});

describe('reports of ten moulds in nine languages, with other numbers in each', () => {
  const records = new Map([...templatedRecords(COUNT)].map(({ id, text }) => [id, text]));
  const numbersOf = (id: string): readonly string[] => records.get(id)?.match(/\p{N}+/gu) ?? [];
  let report: ParsedReport;
  beforeAll(async () => {
    report = await scanRecords([...records].map(([id, text]) => ({ id, text })));
  });

  it('are not joined, but for the few that have a third of their numbers in common by chance', () => {
    for (const { a, b } of report.groups.flatMap(({ links }) => links)) {
      const other = numbersOf(b);
      const common = numbersOf(a).filter((number, i) => number === other[i]).length;
      expect(common / other.length, `${a} and ${b}`).toBeGreaterThanOrEqual(1 / 3);
    }
    const joined = sizes(report).reduce((sum, size) => sum + size, 0);
    expect(joined / records.size).toBeLessThan(0.02);
  });

  it('fill buckets beyond their cap, which the report says', () => {
    expect(capped(report).length).toBeGreaterThan(0);
  });
});

describe('articles made to meet in a band', () => {
  const BANDS = 2;
  /** What an article says itself takes the place of a phrase now and then. */
  const LEAST_SHARE = 0.75;
  const records = [...collidingRecords(COUNT, BANDS, sketchOf, (phrase: string) => shingleHashes(phrase)[0])];
  let report: ParsedReport;
  beforeAll(async () => {
    report = await scanRecords(records);
  });

  it('do meet there', () => {
    for (let band = 0; band < BANDS; band++) {
      const counts = new Map<number, number>();
      for (const { text } of records) {
        const key = sketchOf(shingleHashes(text))[band] ?? 0;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      expect(Math.max(...counts.values())).toBeGreaterThan(LEAST_SHARE * COUNT);
    }
    expect(LEAST_SHARE * COUNT).toBeGreaterThan(MAX_BUCKET);
  });

  it('are not joined, and each such band is reported', () => {
    expect(sizes(report)).toEqual([]);
    expect(capped(report).map(({ message }) => message.split(':')[0])).toEqual(
      Array.from({ length: BANDS }, (_, band) => `band ${band}`),
    );
  });
});
