/**
 * Wrong lengths in archives: whatever is stated, the file that it is stated of is lost at most, and no other. As a file
 * with a directory, and as a stream, which has none.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.ts';
import { tarOf, zipOf } from '../helpers/archives.mjs';
import { codes, inPieces, readOne, requestFor, texts } from './workspace.ts';

const COUNT = 6;
/** Some that compress, some that hardly do. */
const BODIES = Array.from({ length: COUNT }, (_, i) =>
  i % 2 === 0
    ? `Report ${i}: ${'the ferry sails again. '.repeat(3 + 40 * i)}`
    : `Report ${i}: ${Array.from({ length: 60 + 400 * i }, (_word, k) => ((k * 7919 + i * 104729) % 99991).toString(36)).join(' ')}`,
);
const FILES = Object.fromEntries(BODIES.map((body, i) => [`folder/${i}.txt`, body]));

const WRITTEN: Readonly<Record<string, Buffer>> = {
  deflated: zipOf(FILES),
  stored: zipOf(FILES, { stored: true }),
  'deflated, lengths behind': zipOf(FILES, { streamed: true }),
};

/** Where the name of each file stands first. */
function headers(bytes: Buffer): readonly number[] {
  return Object.keys(FILES).map((name) => bytes.indexOf(name));
}
/** From the name of a file in its local header to its numbers. */
const FIELDS: Readonly<Record<string, readonly [before: number, bytes: number]>> = {
  'compressed size': [12, 4],
  size: [8, 4],
  'length of the name': [4, 2],
  'length of the extra field': [2, 2],
};

async function readPiped(bytes: Uint8Array): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const item of ingest(requestFor(['-'], { stdin: inPieces(bytes, 1000) })))
    if (item.kind === 'article') found.push(item.article.text);
  return found;
}

for (const [how, whole] of Object.entries(WRITTEN))
  describe(`ZIP, ${how}`, () => {
    for (const [field, [before, width]] of Object.entries(FIELDS))
      it(`a wrong ${field} costs its file at most`, async () => {
        const places = headers(whole).map((at) => at - before);
        const change = fc.oneof(
          fc.integer({ min: -40, max: 40 }),
          fc.integer({ min: 0, max: 8 * width - 1 }).map((bit) => 2 ** bit),
        );
        await fc.assert(
          fc.asyncProperty(fc.integer({ min: 0, max: COUNT - 1 }), change, async (hit, by) => {
            const damaged = Buffer.from(whole);
            const at = places[hit]!;
            const value = damaged.readUIntLE(at, width) + by;
            if (width === 4) damaged.writeUInt32LE(value >>> 0, at);
            else damaged.writeUInt16LE(value & 0xffff, at);
            const others = BODIES.filter((_, i) => i !== hit);
            const [named, piped] = [texts(await readOne('a.zip', damaged)), await readPiped(damaged)];
            for (const body of others) {
              expect([field, hit, by, named.includes(body)]).toEqual([field, hit, by, true]);
              expect([field, hit, by, piped.includes(body)]).toEqual([field, hit, by, true]);
            }
          }),
          { numRuns: 60 },
        );
      });

    it('any flipped bit, the directory included, costs one file at most', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: whole.length - 1 }),
          fc.integer({ min: 0, max: 7 }),
          async (at, bit) => {
            const damaged = Buffer.from(whole);
            damaged[at]! ^= 1 << bit;
            const named = texts(await readOne('a.zip', damaged));
            const lost = BODIES.filter((body) => !named.includes(body));
            expect(lost.length).toBeLessThanOrEqual(1);
          },
        ),
        { numRuns: 300 },
      );
    });

    it('so does any flipped bit of the last bytes of the data of a file', async () => {
      for (const place of headers(whole).slice(1)) {
        // Before the header of the next file, and before the numbers that may stand between.
        for (let at = place - 30 - 20; at < place - 30; at++) {
          for (let bit = 0; bit < 8; bit++) {
            const damaged = Buffer.from(whole);
            damaged[at]! ^= 1 << bit;
            const named = texts(await readOne('a.zip', damaged));
            expect([at, bit, BODIES.filter((body) => !named.includes(body)).length <= 1]).toEqual([
              at,
              bit,
              true,
            ]);
          }
        }
      }
    });

    it('any flipped bit of a header does so in a stream, too', async () => {
      const places = headers(whole);
      const near = fc.tuple(fc.constantFrom(...places), fc.integer({ min: -30, max: 20 }));
      await fc.assert(
        fc.asyncProperty(near, fc.integer({ min: 0, max: 7 }), async ([place, by], bit) => {
          const damaged = Buffer.from(whole);
          damaged[place + by]! ^= 1 << bit;
          const read = await readPiped(damaged);
          const lost = BODIES.filter((body) => !read.includes(body));
          // Without its first sign nothing tells a stream that it is an archive.
          if (place + by >= 4) expect(lost.length).toBeLessThanOrEqual(1);
        }),
        { numRuns: 300 },
      );
    });
  });

describe('the directory of a ZIP archive', () => {
  const stored = WRITTEN['stored']!;

  it('gives back a file whose own header states a wrong length', async () => {
    const damaged = Buffer.from(stored);
    damaged.writeUInt32LE(7, stored.indexOf('folder/2.txt') - 12);
    const result = await readOne('a.zip', damaged);
    expect(codes(result)).toEqual([]);
    expect(texts(result)).toEqual(BODIES);
  });

  it('says which files there are: what was deleted or replaced is not read', async () => {
    const all = zipOf({ 'a.txt': 'old a', 'b.txt': 'b', 'c.txt': 'c' });
    // The directory of an archive from which c was deleted and in which a was written anew, behind the others.
    const before = all.subarray(0, all.indexOf('PK\x01\x02'));
    const added = zipOf({ 'a.txt': 'new a' });
    const local = added.subarray(0, added.indexOf('PK\x01\x02'));
    const entryOf = (archive: Buffer, name: string, start: number): Buffer => {
      const first = archive.indexOf('PK\x01\x02');
      const at = archive.indexOf(name, first) - 46;
      const entry = Buffer.from(archive.subarray(at, at + 46 + name.length));
      entry.writeUInt32LE(start, 42);
      return entry;
    };
    const entries = [
      entryOf(all, 'b.txt', all.indexOf('b.txt') - 30),
      entryOf(added, 'a.txt', before.length),
    ];
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(2, 8);
    end.writeUInt16LE(2, 10);
    end.writeUInt32LE(entries[0]!.length + entries[1]!.length, 12);
    end.writeUInt32LE(before.length + local.length, 16);
    const updated = Buffer.concat([before, local, ...entries, end]);
    expect(texts(await readOne('a.zip', updated))).toEqual(['b', 'new a']);
    expect(await readPiped(updated)).toEqual(['old a', 'b', 'c', 'new a']);
  });

  it('is found behind what unpacks itself, and before a comment', async () => {
    const comment = Buffer.from(stored);
    comment.writeUInt16LE(5, stored.length - 2);
    const result = await readOne('a.zip', Buffer.concat([comment, Buffer.from('Ahoy!')]));
    expect(texts(result)).toEqual(BODIES);
  });

  it('is not needed: cut off, without a single file less than before', async () => {
    const cut = stored.subarray(0, stored.indexOf('PK\x01\x02') + 20);
    expect(texts(await readOne('a.zip', cut))).toEqual(BODIES);
  });
});

it('an archive within an archive, its neighbour damaged, is read as one', async () => {
  const inner = zipOf({ 'x.txt': 'inner x', 'y.txt': 'inner y' }, { stored: true });
  const outer = zipOf({ 'a.txt': 'a', 'in.zip': inner, 'b.txt': 'b' } as never, { stored: true });
  expect(texts(await readOne('o.zip', outer))).toEqual(['a', 'inner x', 'inner y', 'b']);
  const damaged = Buffer.from(outer);
  damaged[outer.indexOf('b.txt') - 30]! ^= 1;
  expect(await readPiped(damaged)).toEqual(['a', 'inner x', 'inner y']);
});

describe('tar', () => {
  const whole = tarOf(FILES);
  const places = headers(whole);
  /** A header that states another length, and whose checksum says so. */
  function stating(hit: number, size: number): Buffer {
    const damaged = Buffer.from(whole);
    const block = damaged.subarray(places[hit]!, places[hit]! + 512);
    block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
    block.write('        ', 148);
    const sum = block.reduce((total, byte) => total + byte, 0);
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return damaged;
  }

  it('a wrong length costs its file at most', async () => {
    const size = fc.oneof(
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: 0, max: 19 }).map((bit) => 2 ** bit),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: COUNT - 1 }), size, async (hit, length) => {
        // A length that ends where another file begins, or behind all of them, looks like any other.
        const end = places[hit]! + 512 + Math.ceil(length / 512) * 512;
        if (places.includes(end) || end >= whole.length - 1024) return;
        const read = texts(await readOne('a.tar', stating(hit, length)));
        BODIES.forEach((body, i) => {
          if (i !== hit) expect([hit, length, i, read.includes(body)]).toEqual([hit, length, i, true]);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('an archive within it is one file, whatever stands behind it', async () => {
    const inner = tarOf({ 'x.txt': 'inner x', 'y.txt': 'inner y' });
    const outer = tarOf({ 'a.txt': 'a', 'in.tar': inner, 'b.txt': 'b' } as never);
    const damaged = Buffer.from(outer);
    damaged[outer.lastIndexOf('b.txt')]! ^= 1;
    expect(texts(await readOne('o.tar', damaged))).toEqual(['a', 'inner x', 'inner y']);
  });
});
