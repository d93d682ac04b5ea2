import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseArticle, completeArticle } from '../../src/dedupe.ts';
import { Columns } from '../../src/features/columns.ts';
import { BANDS } from '../../src/features/near/index.ts';
import type { CompactFeatures } from '../../src/model/features.ts';
import { DEFAULT_MATCH_OPTIONS } from '../../src/model/options.ts';
import { packRows, unpackRows } from '../../src/state/packed-rows.ts';
import { RecordWriter, readBlocks, readHead } from '../../src/state/record.ts';
import { SpillFile } from '../../src/state/spill.ts';
import { SpillReader } from '../../src/state/spill-reader.ts';

const PARAGRAPHS = [
  'The harbour of Port Amity was closed on Monday, Mayor Ilse Brandt said, after 40 boats broke loose.',
  'Η δήμαρχος Άννα Παππά είπε ότι το λιμάνι θα ανοίξει την Τρίτη 4 Μαρτίου 2025.',
  '港は火曜日に再開すると市長のイルゼ・ブラントは述べた。😀',
  'Read more',
  'Share this article',
];

function articleOf(index: number, paragraphs: readonly string[]) {
  const text = paragraphs.join('\n');
  const raw = { id: `a${index}`, path: 'dump.jsonl', record: index + 1, offset: 0, rawDigest: '00' };
  return analyseArticle({ ...raw, source: 'harbour.example', text }, DEFAULT_MATCH_OPTIONS);
}

const paragraphs = fc.array(fc.constantFrom(...PARAGRAPHS), { minLength: 1, maxLength: 12 });

describe('a record of the working file', () => {
  it('gives back the article, mentions and all', () => {
    fc.assert(
      fc.property(fc.array(paragraphs, { minLength: 1, maxLength: 5 }), (texts) => {
        const analyses = texts.map((text, index) => articleOf(index, text));
        const writer = new RecordWriter();
        for (const { head, blocks } of analyses) writer.push(head, blocks);
        const { heads, headLengths, bodies, bodyLengths } = writer.take();
        const ends = { head: 0, body: 0 };
        analyses.forEach(({ article }, i) => {
          const [headStart, bodyStart] = [ends.head, ends.body];
          ends.head += headLengths[i] ?? 0;
          ends.body += bodyLengths[i] ?? 0;
          const head = Buffer.from(heads.subarray(headStart, ends.head));
          const body = Buffer.from(bodies.subarray(bodyStart, ends.body));
          expect(completeArticle(readHead(head), () => readBlocks(body))).toEqual(article);
        });
        expect(ends).toEqual({ head: heads.length, body: bodies.length });
      }),
      { numRuns: 50 },
    );
  });

  it('is found again wherever it lies: pending, in one page, over two pages, put again', () => {
    const port = new SpillFile(completeArticle);
    try {
      const writer = new RecordWriter();
      const analyses = Array.from({ length: 900 }, (_, index) =>
        articleOf(index, [`Article number ${index}.`, ...PARAGRAPHS, ...PARAGRAPHS]),
      );
      for (const { head, blocks } of analyses) {
        writer.push(head, blocks);
        port.append(writer.take());
      }
      const other = articleOf(7, ['Another text altogether.']);
      const before = port.get(7);
      port.replace(7, other.article);
      analyses.forEach(({ article }, index) => {
        expect(port.get(index)).toEqual(index === 7 ? other.article : article);
        expect(port.head(index)).toEqual(index === 7 ? other.head : analyses[index]?.head);
        const { head, body } = port.recordOf(index);
        expect(readHead(Buffer.from(head))).toEqual(port.head(index));
        expect(readBlocks(Buffer.from(body))).toEqual(port.get(index).blocks);
      });
      expect(before.blocks).toEqual(analyses[7]?.blocks);
      const reader = new SpillReader(port.share(), completeArticle);
      expect(reader.count).toBe(port.count);
      for (let index = 0; index < port.count; index++) {
        expect(reader.get(index)).toEqual(port.get(index));
        expect(reader.head(index)).toEqual(port.head(index));
      }
    } finally {
      port.close();
    }
  });
});

describe('packed rows', () => {
  const list = fc.uint32Array({ maxLength: 70 });
  const row: fc.Arbitrary<CompactFeatures> = fc
    .record({
      textKey: fc.tuple(fc.nat(0xffffffff), fc.nat(0xffffffff)),
      contentKey: fc.tuple(fc.nat(0xffffffff), fc.nat(0xffffffff)),
      shingleCount: fc.nat(0xffffffff),
      sourceKey: fc.nat(2 ** 48),
      sketch: fc.uint32Array({ minLength: BANDS, maxLength: BANDS }),
      sample: list,
      leadKeys: list,
      tailKeys: list,
      ending: fc.nat(0xff),
      edgeKeys: list,
      pageKeys: list,
    })
    .map((fields) => ({
      ...fields,
      sketch: fields.shingleCount === 0 ? new Uint32Array(0) : fields.sketch,
      story: {
        facts: {
          keys: fields.tailKeys,
          weights: Uint8Array.from(fields.tailKeys, (key) => key & 0xff),
          places: Uint8Array.from(fields.tailKeys, (key) => (key >> 8) & 0xff),
          kinds: Uint8Array.from(fields.tailKeys, (key) => (key >> 16) & 7),
        },
        concepts: {
          ids: Uint16Array.from(fields.leadKeys, (key) => key & 0xffff),
          weights: Uint8Array.from(fields.leadKeys, (key) => key & 0xff),
          places: Uint8Array.from(fields.leadKeys, (key) => (key >> 8) & 0xff),
          quality: fields.shingleCount / 2 ** 32,
          background: fields.sourceKey / 2 ** 48,
        },
        letters: fields.shingleCount,
        published: fields.shingleCount % 2 === 0 ? Number.NaN : fields.sourceKey,
      },
    }));

  it('come out as they went in', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        expect(unpackRows(packRows(rows))).toEqual(rows);
      }),
    );
  });

  it('are the same columns put in one piece as one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 5 }), { maxLength: 4 }), (batches) => {
        const [whole, each] = [new Columns(), new Columns()];
        for (const rows of batches) {
          whole.append(packRows(rows));
          for (const one of rows) each.push(one);
        }
        const tellOf = (columns: Columns): unknown => [
          columns.count,
          [columns.textHigh, columns.textLow, columns.shingleCounts, columns.sketches, columns.sourceKeys],
          columns.story,
          Array.from({ length: columns.count }, (_, i) => [
            columns.leadKeys(i),
            columns.tailKeys(i),
            columns.edgeKeys(i),
            columns.pageKeys(i),
          ]),
        ];
        expect(tellOf(whole)).toEqual(tellOf(each));
      }),
    );
  });
});
