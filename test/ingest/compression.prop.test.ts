/**
 * A compressed file with a bit flipped or its end missing gives the text as it was, or none of it and an issue: never
 * another text. A damaged Parquet file, whose format has no sums, is at least accounted for.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.ts';
import { inPieces, type Result, requestFor } from './workspace.ts';

const RUNS = Math.ceil(Number(process.env['DEDUPE_FUZZ'] ?? 1200) / 30);
const TIMEOUT = 60_000 + RUNS * 200;

const fixture = (name: string): Buffer =>
  readFileSync(resolve(import.meta.dirname, '../../fixtures/formats', name));

async function read(bytes: Uint8Array, size: number): Promise<Result> {
  const articles = [];
  const issues = [];
  for await (const item of ingest(requestFor(['-'], { stdin: inPieces(bytes, size) }))) {
    if (item.kind === 'article') articles.push(item.article);
    else issues.push(item.issue);
  }
  return { articles, issues };
}

const size = fc.oneof(fc.constant(1 << 16), fc.integer({ min: 1, max: 700 }));
const damage = (bytes: Buffer): fc.Arbitrary<Buffer> =>
  fc.oneof(
    fc.tuple(fc.nat(bytes.length - 1), fc.nat(7)).map(([at, bit]) => {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 1 << bit;
      return damaged;
    }),
    fc.nat(bytes.length - 1).map((end) => bytes.subarray(0, end)),
  );
/** Behind the sign by which the compression is told: with it damaged, the file is something else. */
const SIGN_BYTES: Readonly<Record<string, number>> = { gzip: 3, zstd: 4, bzip2: 10, xz: 6, parquet: 4 };

describe.each([
  ['gzip', gzipSync(Buffer.from(`${'A ferry sails, and nobody waits for it. '.repeat(40)}The end.`))],
  ['zstd', fixture('plain.txt.zst')],
  ['bzip2', fixture('plain.txt.bz2')],
  ['xz', fixture('plain.txt.xz')],
])('%s', (name, bytes) => {
  it(
    'damaged anywhere, gives its text or says that it is damaged',
    async () => {
      const { articles: whole } = await read(bytes, 1 << 16);
      expect(whole).toHaveLength(1);
      await fc.assert(
        fc.asyncProperty(damage(bytes), size, async (damaged, pieces) => {
          if (
            damaged.length < 20 ||
            !damaged.subarray(0, SIGN_BYTES[name]).equals(bytes.subarray(0, SIGN_BYTES[name]))
          )
            return;
          const { articles, issues } = await read(damaged, pieces);
          for (const { text } of articles) expect(text).toBe(whole[0]?.text);
          expect(articles.length + issues.length).toBeGreaterThan(0);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});

describe('Parquet', () => {
  const bytes = fixture('table.parquet');
  it(
    'damaged anywhere, is read or says that it is damaged',
    async () => {
      await fc.assert(
        fc.asyncProperty(damage(bytes), size, async (damaged, pieces) => {
          const { articles, issues } = await read(damaged, pieces);
          expect(articles.length + issues.length).toBeGreaterThan(0);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  // Every one of these once made the library read on for ever, or ended the run.
  it('with any bit of its first page or of its schema flipped, is read or says that it is damaged', async () => {
    const lost: number[] = [];
    const [page, schema] = [8 * 60, 8 * bytes.lastIndexOf('root')];
    for (let at = 0; at < schema + 8 * 80; at = at === page ? schema - 8 * 10 : at + 1) {
      const damaged = Buffer.from(bytes);
      damaged[at >> 3]! ^= 1 << (at & 7);
      const { articles, issues } = await read(damaged, 1 << 16);
      if (articles.length + issues.length === 0) lost.push(at);
    }
    expect(lost).toEqual([]);
  }, 120_000);
});
