/**
 * Records in UTF-16, either end first, with a mark or without: JSON, JSON Lines, tables and XML are read as their UTF-8 is,
 * however the stream comes in pieces, and damage costs what it hits.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.ts';
import { codes, inPieces, type Result, readOne, requestFor, texts } from './workspace.ts';

const TEXTS = [
  'Die erste Fähre fährt um neun Uhr über den Fluß.',
  'Паром отходит в девять 🚢, никто не ждёт.',
  '渡轮九点开，没有人等它。“再见”',
];
const FORMATS: Readonly<Record<string, (texts: readonly string[]) => string>> = {
  'a.json': (all) => JSON.stringify(all.map((text) => ({ text }))),
  'nested.json': (all) => JSON.stringify({ total: 3, found: { hits: all.map((text) => ({ text })) } }),
  'a.jsonl': (all) => all.map((text) => `${JSON.stringify({ text })}\r\n`).join(''),
  'a.csv': (all) => `id,text\r\n${all.map((text, i) => `${i},"${text}"\r\n`).join('')}`,
  'b.csv': (all) => `Заголовок;text\r\n${all.map((text) => `Новость;"${text}"\r\n`).join('')}`,
  'a.tsv': (all) => `id\ttext\n${all.map((text, i) => `${i}\t${text}\n`).join('')}`,
  'a.xml': (all) =>
    `<?xml version="1.0" encoding="UTF-16"?>\n<rss><channel>${all.map((text) => `<item><description>${text}</description></item>\n`).join('')}</channel></rss>`,
  'a.nitf': (all) => `<nitf><body><body.content><p>${all.join('</p><p>')}</p></body.content></body></nitf>`,
};
const wide = (text: string, isBig: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};
const WAYS: readonly (readonly [name: string, isBig: boolean, mark: string])[] = [
  ['utf-16le', false, '\ufeff'],
  ['utf-16be', true, '\ufeff'],
  ['utf-16le', false, ''],
  ['utf-16be', true, ''],
];
const linesOf = (result: Result): readonly string[] =>
  texts(result).flatMap((text) => text.split('\n').filter((line) => line.trim() !== ''));

async function readStream(bytes: Uint8Array, size: number): Promise<Result> {
  const found: { articles: Result['articles'][number][]; issues: Result['issues'][number][] } = {
    articles: [],
    issues: [],
  };
  for await (const item of ingest(requestFor(['-'], { stdin: inPieces(bytes, size) }))) {
    if (item.kind === 'article') found.articles.push(item.article);
    else found.issues.push(item.issue);
  }
  return found;
}

for (const [name, write] of Object.entries(FORMATS))
  for (const [encoding, isBig, mark] of WAYS)
    describe(`${name} in ${encoding}, ${mark === '' ? 'unmarked' : 'marked'}`, () => {
      const bytes = wide(mark + write(TEXTS), isBig);

      it('is read, and it is said how', async () => {
        const result = await readOne(name, bytes);
        expect(codes(result)).toEqual([]);
        expect(linesOf(result)).toEqual(TEXTS);
        for (const { reading } of result.articles)
          expect(reading).toMatchObject({ encoding, by: mark === '' ? 'pattern' : 'mark' });
      });

      it('is told without a name, in pieces of any size', async () => {
        await fc.assert(
          fc.asyncProperty(fc.integer({ min: 1, max: 50 }), async (size) => {
            // A header that is none of a table is told by its name alone.
            if (name === 'a.nitf' || name.endsWith('sv')) return;
            const result = await readStream(bytes, size);
            expect(codes(result)).toEqual([]);
            expect(linesOf(result)).toEqual(TEXTS);
          }),
          { numRuns: 8 },
        );
      });

      it('cut off within a unit, keeps what is whole', async () => {
        // The whole document is the one record.
        if (name === 'a.nitf') return;
        const cut = bytes.subarray(0, bytes.indexOf(wide('再', isBig)) + 1);
        const kept = linesOf(await readOne(name, cut));
        expect(kept.slice(0, 2)).toEqual(TEXTS.slice(0, 2));
        expect(kept.join()).not.toContain(TEXTS[2]);
      });

      it('with a bit flipped, loses no other record', async () => {
        const at = bytes.indexOf(wide('девять', isBig));
        await fc.assert(
          fc.asyncProperty(
            fc.integer({ min: 0, max: 11 }),
            fc.integer({ min: 0, max: 7 }),
            async (byte, bit) => {
              const damaged = Buffer.from(bytes);
              damaged[at + byte]! ^= 1 << bit;
              const kept = linesOf(await readOne(name, damaged));
              expect(kept).toContain(TEXTS[0]);
              if (!name.startsWith('a.tsv')) expect(kept).toContain(TEXTS[2]);
            },
          ),
          { numRuns: 12 },
        );
      });
    });

it('a mark within a table or between lines is no mark', async () => {
  const result = await readOne('a.jsonl', wide('\ufeff{"text":"a\ufeffb"}\n{"text":"c"}', false));
  expect(texts(result)).toEqual(['a\ufeffb', 'c']);
});

it('our own reports stay what they are', async () => {
  const result = await readOne(
    'a.json',
    wide('{"schema":"dedupe.report/1","articles":[{"text":"a"}]}', false),
  );
  expect(codes(result)).toEqual(['own-report']);
});

it('UTF-32 is refused by its name', async () => {
  for (const bytes of [
    Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0, 0x7d, 0, 0, 0]),
    Buffer.from([0x7b, 0, 0, 0, 0x22, 0, 0, 0, 0x74, 0, 0, 0]),
    Buffer.from([0, 0, 0, 0x7b, 0, 0, 0, 0x22]),
  ]) {
    const { issues } = await readOne('a.json', bytes);
    expect(issues).toMatchObject([{ code: 'invalid-encoding', message: expect.stringContaining('UTF-32') }]);
  }
});

it('a page and a mail that an editor saved in UTF-16', async () => {
  const page = await readOne(
    'a.html',
    wide('\ufeff<html><body><p>Die Fähre fährt.</p></body></html>', false),
  );
  expect(linesOf(page)).toEqual(['Die Fähre fährt.']);
  const mail =
    'From: a@a.example\nTo: b@a.example\nSubject: Fähre\nDate: Mon, 4 Mar 2024 18:30:00 +0100\n\nSie fährt.\n';
  expect(texts(await readOne('a.eml', wide(`\ufeff${mail}`, false)))[0]).toContain('Sie fährt.');
});
