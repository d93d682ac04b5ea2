/**
 * Articles written one behind the other in any form of a dump come out as they were, whatever the encoding, the line
 * ends and the pieces in which the file comes; and prose that only looks like a dump stays one article.
 */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.ts';
import { DUMPS, type Written, writeDump } from '../helpers/dumps.mjs';
import { inPieces, type Result, requestFor } from './workspace.ts';

const RUNS = Math.max(1, Math.ceil(Number(process.env['DEDUPE_FUZZ'] ?? 1200) / 100));
/** Of a test, in milliseconds: a nightly run of many cases takes its time. */
const TIME = Math.max(60_000, 500 * RUNS);

const ENCODINGS: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16, little end first': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16, big end first': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'windows-1252': (text) => iconv.encode(text, 'windows-1252'),
};
const LINE_ENDS = ['\n', '\r\n', '\r'] as const;

const WORDS =
  'the ferry harbour mayor said that nobody waits for a boat in café señor über naïve bridge of Tuesday police 550 million when it’s closed'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 5, maxLength: 40 })
  .map((words) => `${words[0]!.charAt(0).toUpperCase()}${words.join(' ').slice(1)}.`);
const title = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 8 })
  .map((words) => `Ferry ${words.join(' ')} again`);
const written: fc.Arbitrary<Written> = fc.record({
  title,
  date: fc
    .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
    .map(({ month, day }) => `2018-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
  source: fc.constantFrom('The Harbour Post', 'Bay Gazette (London)', 'Il Porto'),
  body: fc.array(sentence, { minLength: 2, maxLength: 6 }),
});

async function read(bytes: Uint8Array, size: number, options = {}): Promise<Result> {
  const articles = [];
  const issues = [];
  const request = requestFor(['-'], { stdin: inPieces(bytes, size), ...options });
  for await (const item of ingest(request)) {
    if (item.kind === 'article') articles.push(item.article);
    else issues.push(item.issue);
  }
  return { articles, issues };
}

const pieceSize = fc.oneof(fc.constant(1 << 18), fc.integer({ min: 1, max: 3000 }));
/** An encoding of old takes longer to tell than all the rest of a case. */
const encoding = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.constantFrom(...Object.keys(ENCODINGS).filter((name) => name.startsWith('UTF'))),
  },
  { weight: 1, arbitrary: fc.constant('windows-1252') },
);
const lineEnd = fc.constantFrom(...LINE_ENDS);

describe.each(Object.entries(DUMPS))('%s', (_, writer) => {
  const known = (name: 'title' | 'date' | 'source'): boolean => writer.without?.includes(name) !== true;

  it(
    'gives back what was written, and says that it was cut',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(written, { minLength: 2, maxLength: 12 }),
          encoding,
          lineEnd,
          pieceSize,
          async (articles, name, end, size) => {
            const bytes = ENCODINGS[name]!(writeDump(writer, articles).replaceAll('\n', end));
            const result = await read(bytes, size);
            const plain = (text: string): string => text.replaceAll(/\r\n?/g, '\n');
            // A few words without sense may be read as another encoding of old: there articles are counted.
            const sure = (text: string): string => (name === 'windows-1252' ? '' : text);
            expect(result.articles.map(({ text }) => sure(plain(text)))).toEqual(
              articles.map(({ body }) => sure(body.join('\n\n'))),
            );
            if (known('title'))
              expect(result.articles.map((one) => sure(one.title ?? ''))).toEqual(
                articles.map((one) => sure(one.title)),
              );
            if (known('date'))
              expect(result.articles.map((one) => one.date)).toEqual(articles.map((one) => one.date));
            if (known('source'))
              expect(result.articles.map((one) => one.source)).toEqual(articles.map((one) => one.source));
            expect(result.articles.map(({ record }) => record)).toEqual(articles.map((_one, i) => i + 1));
            expect(
              result.issues
                .map(({ code }) => code)
                .filter((code) => code !== 'left-out' && code !== 'unsure-encoding'),
            ).toEqual(['split-file']);
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIME,
  );

  it('has each article where its offset says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(written, { minLength: 2, maxLength: 5 }),
        encoding,
        async (articles, name) => {
          const encode = ENCODINGS[name]!;
          const bytes = encode(writeDump(writer, articles));
          const { articles: found } = await read(bytes, 1000);
          found.forEach(({ offset = 0 }, i) => {
            const first = bytes.indexOf(
              encode(articles[i]!.body[0]!.slice(0, 60)).subarray(
                name === 'UTF-8' || name === 'windows-1252' ? 0 : 3,
              ),
            );
            expect(first).toBeGreaterThan(-1);
            const next = found[i + 1]?.offset ?? bytes.length;
            const own = bytes.subarray(offset, next);
            const sought = encode(articles[i]!.body.at(-1)!);
            const withoutMark = sought.subarray(
              sought[0] === 0xef ? 3 : sought[0] === 0xff || sought[0] === 0xfe ? 2 : 0,
            );
            expect(own.includes(withoutMark)).toBe(true);
          });
        },
      ),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  it('is one article with --no-split, and alone', async () => {
    const [one] = fc.sample(fc.array(written, { minLength: 1, maxLength: 1 }), { numRuns: 1, seed: 7 })[0]!;
    const two = Buffer.from(writeDump(writer, [one!, { ...one!, title: 'Another title of it' }]));
    expect((await read(two, 1 << 16, { split: false })).articles).toHaveLength(1);
    const alone = await read(Buffer.from(writeDump(writer, [one!])), 1 << 16);
    expect(alone.articles).toHaveLength(1);
    expect(alone.issues).toEqual([]);
  });
});

describe('prose', () => {
  const paragraph = fc.oneof(
    { weight: 5, arbitrary: sentence },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '===',
        '==========================',
        '---',
        '* * *',
        '________________________',
        'Document 1 of 2',
        'Document 2 of 2',
        '1 of 2 DOCUMENTS',
        'End of Document',
        '\f',
        '<doc> is what it said.',
        '</doc>',
        'Document HARB000020180802ee820001h',
      ),
    },
  );

  it('that holds rules, counts and tags stays one article, as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        title,
        fc.array(paragraph, { minLength: 2, maxLength: 14 }),
        pieceSize,
        async (head, body, size) => {
          const text = [head, ...body].join('\n\n');
          const result = await read(Buffer.from(text), size);
          expect(result.articles.map((article) => article.text)).toEqual([text]);
          expect(result.issues).toEqual([]);
        },
      ),
      { numRuns: RUNS * 10 },
    );
  });
});
