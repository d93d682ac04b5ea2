/**
 * Whatever happens to the bytes of a file of many records, the other records come out as they were: cut off anywhere, a
 * bit flipped anywhere, in pieces of any size. `DEDUPE_FUZZ=100000` does it so many times, at night;
 * a run of the tests some hundred.
 */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.ts';
import { INPUT_FORMATS } from '../../src/model/input-formats.ts';
import { httpAnswer, tarOf, warcPage, warcRecord, zipOf } from '../helpers/archives.mjs';
import { DUMPS } from '../helpers/dumps.mjs';
import { inPieces, type Result, requestFor } from './workspace.ts';

const RUNS = Number(process.env['DEDUPE_FUZZ'] ?? 1200);
/** A case takes some 9 ms alone, and ten times as long beside other load. */
const TIMEOUT = 60_000 + RUNS * 100;

interface Sample {
  readonly bytes: Buffer;
  /** Of each record: its bytes, half-open. */
  readonly spans: readonly (readonly [number, number])[];
}

const COUNT = 9;
const texts = Array.from(
  { length: COUNT },
  (_, i) =>
    `Report ${i} from the harbour.\n\nThe ferry ${'sails '.repeat(i * 7)}"again", at ${i} o’clock; nobody waits.`,
);

function joined(head: string, pieces: readonly (string | Buffer)[], tail = ''): Sample {
  const buffers = pieces.map((piece) => Buffer.from(piece));
  let at = Buffer.byteLength(head);
  const spans = buffers.map(({ length }): [number, number] => {
    at += length;
    return [at - length, at];
  });
  return { bytes: Buffer.concat([Buffer.from(head), ...buffers, Buffer.from(tail)]), spans };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const conversion = (text: string, i: number): Buffer =>
  warcRecord(
    'conversion',
    { 'WARC-Target-URI': `https://a.example/${i}`, 'Content-Type': 'text/plain' },
    text,
  );
const page = (text: string, i: number): Buffer =>
  warcPage(`https://a.example/${i}`, httpAnswer(text, { 'Content-Type': 'text/plain; charset=utf-8' }));
/** An archive of files, and where each of them stands. */
function archived(make: (files: Record<string, string>) => Buffer): Sample {
  const files = Object.fromEntries(texts.map((text, i) => [`folder/${i}.txt`, text]));
  const ends = texts.map((_, i) => make(Object.fromEntries(Object.entries(files).slice(0, i + 1))).length);
  return { bytes: make(files), spans: ends.map((end, i) => [i === 0 ? 0 : ends[i - 1]!, end]) };
}
/** As far as the files go: what ends an archive is no part of them. */
const withoutEnd = (make: (files: Record<string, string>) => Buffer, end: (bytes: Buffer) => number) => {
  const whole = archived(make);
  const sample = archived((files) => {
    const bytes = make(files);
    return bytes.subarray(0, end(bytes));
  });
  return { bytes: whole.bytes, spans: sample.spans };
};

const SAMPLES: Record<string, Sample> = {
  'JSON Lines': joined(
    '',
    texts.map((text) => `${JSON.stringify({ text })}\n`),
  ),
  CSV: joined(
    'id,text\r\n',
    texts.map((text, i) => `${i},"${text.replaceAll('"', '""')}"\r\n`),
  ),
  WARC: joined(
    '',
    texts.flatMap((text, i) => page(text, i)),
  ),
  WET: joined('', texts.map(conversion)),
  'WARC.gz': joined(
    '',
    texts.map((text, i) => gzipSync(page(text, i))),
  ),
  RSS: joined(
    '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>',
    texts.map((text) => `<item><title>t</title><description>${escaped(text)}</description></item>\n`),
    '</channel></rss>',
  ),
  mbox: joined(
    '',
    texts.map(
      (text, i) =>
        `From a@a.example Mon Mar  4 18:30:00 2024\nFrom: a@a.example\nSubject: ${i}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n\n`,
    ),
  ),
  tar: withoutEnd(tarOf, (bytes) => bytes.length - 1024),
  zip: withoutEnd(zipOf, (bytes) => bytes.indexOf('PK\x01\x02')),
  'streamed zip': withoutEnd(
    (files) => zipOf(files, { streamed: true }),
    (bytes) => bytes.indexOf('PK\x01\x02'),
  ),
};

/** The same in UTF-16, without a mark and the high byte first. */
function widened({ bytes, spans }: Sample): Sample {
  const at = (end: number): number => 2 * bytes.toString('utf8', 0, end).length;
  return {
    bytes: Buffer.from(bytes.toString(), 'utf16le').swap16(),
    spans: spans.map(([start, end]) => [at(start), at(end)]),
  };
}
for (const name of ['JSON Lines', 'CSV', 'RSS']) SAMPLES[`${name} in UTF-16`] = widened(SAMPLES[name]!);

/** Of these only a line parts two articles, and two at least must be there to tell that they are many. */
const DUMPED = [
  'Nexis, United Kingdom',
  'Factiva, fields',
  'ProQuest',
  'doc elements with attributes',
  'rules of three',
  'form feeds',
];
for (const name of DUMPED) {
  const { write } = DUMPS[name]!;
  SAMPLES[name] = joined(
    '',
    texts.map((text, i) =>
      write(
        {
          title: `Ferry ${i} sails`,
          date: `2018-08-0${i + 1}`,
          source: 'The Harbour Post',
          body: text.split('\n\n'),
        },
        i + 1,
        COUNT,
      ),
    ),
  );
}

async function read(bytes: Uint8Array, size: number, options = {}): Promise<Result> {
  const articles = [];
  const issues = [];
  const request = requestFor(['-'], { stdin: inPieces(bytes, size), maxRecordBytes: 1 << 20, ...options });
  for await (const item of ingest(request)) {
    if (item.kind === 'article') articles.push(item.article);
    else issues.push(item.issue);
  }
  return { articles, issues };
}

/** Texts as they read, however the format treats line ends. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const found = ({ articles }: Result): ReadonlySet<string> => new Set(articles.map(({ text }) => plain(text)));

const pieceSize = fc.oneof(fc.constant(1 << 16), fc.integer({ min: 1, max: 700 }));

describe.each(Object.entries(SAMPLES))('%s', (format, { bytes, spans }) => {
  /** Only the line between two mails parts them. */
  const isDump = DUMPED.includes(format);
  const before = format === 'mbox' || isDump ? 1 : 0;
  /** Issues of a whole file: that it was cut into articles. */
  const told = isDump ? ['split-file'] : [];
  const leastCut = isDump ? spans[1]![1] : 0;

  it('is read whole, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(pieceSize, async (size) => {
        const result = await read(bytes, size);
        expect(result.issues.map(({ code }) => code)).toEqual(told);
        expect(result.articles.map(({ text }) => plain(text))).toEqual(texts.map(plain));
      }),
      { numRuns: 20 },
    );
  });

  it(
    'cut off, gives what stands before the cut, and says so',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: leastCut, max: bytes.length - 1 }),
          pieceSize,
          async (cut, size) => {
            const result = await read(bytes.subarray(0, cut), size);
            const read_ = found(result);
            spans.forEach(([, end], i) => {
              // The first letters of what follows may still be taken for its end.
              const isRead = [...read_].some((text) => text.startsWith(plain(texts[i]!)));
              if (end <= cut) expect([i, isRead]).toEqual([i, true]);
            });
            // A cut between two records, or behind the last, may be none.
            const isInside = spans.some(([start, end]) => start + 4 < cut && cut < end - 4);
            if (isInside) expect(result.issues.length + result.articles.length).toBeGreaterThan(0);
          },
        ),
        { numRuns: Math.ceil(RUNS / 30) },
      );
    },
    TIMEOUT,
  );

  it(
    'with a bit flipped, loses no more than the record it is in and its neighbour',
    async () => {
      const place = fc.integer({ min: spans[0]![0], max: spans.at(-1)![1] - 1 });
      await fc.assert(
        fc.asyncProperty(place, fc.integer({ min: 0, max: 7 }), pieceSize, async (at, bit, size) => {
          const damaged = Buffer.from(bytes);
          damaged[at]! ^= 1 << bit;
          const result = await read(damaged, size);
          const read_ = found(result);
          const hit = spans.findIndex(([, end]) => at < end);
          // In the first header stands what the file is, where no name says it.
          if (hit === 0 && at < spans[0]![0] + 512) return;
          spans.forEach((_span, i) => {
            if (i < hit - before || i > hit + 1) expect([i, read_.has(plain(texts[i]!))]).toEqual([i, true]);
          });
        }),
        { numRuns: Math.ceil(RUNS / 30) },
      );
    },
    TIMEOUT,
  );
});

describe('any bytes', () => {
  const beginnings = [
    ...Object.values(SAMPLES).map(({ bytes }) => bytes.subarray(0, 300)),
    ...[
      'PK\x03\x04',
      'PAR1',
      'BZh91AY&SY',
      '\xfd7zXZ\0',
      '\x28\xb5\x2f\xfd',
      '\x1f\x8b\x08',
      'WARC/1.0\r\n',
      '<rss>',
    ].map((sign) => Buffer.from(sign, 'latin1')),
    Buffer.from('<TEI><text><body><p>a</p><lb/>'),
    Buffer.from('<alto><Layout><TextBlock><TextLine><String CONTENT="a"/>'),
    Buffer.from('{"uri":"a","body_xhtml":"<p>a</p>","bodies":[{"value":1}]}'),
  ];
  const bytes = fc.tuple(
    fc.constantFrom(...beginnings),
    fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 60 }),
        fc
          .constantFrom(
            '"',
            ',',
            '\r\n',
            '\n\n',
            '<item>',
            '</item>',
            '<![CDATA[',
            ']]>',
            '<!--',
            '&amp;',
            '\nFrom a 10:10\n',
            '\n\nFrom a@b Mon 10:10:10\n',
            'Content-Length: 5\r\n',
            'Content-Type: multipart/alternative; boundary=x\n\n--x\n',
            'Content-Type: text/html; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n',
            'Content-Type: message/rfc822\n\nSubject: =?x-none?Q?=E9?=\n\n',
            'WARC/1.0\r\n',
            'PK\x03\x04',
            '--x--',
            '<!DOCTYPE a [<!ENTITY b "c">]>',
            '{',
            '[',
            '\0'.repeat(512),
          )
          .map((text) => Buffer.from(text, 'latin1')),
      ),
      { maxLength: 12 },
    ),
  );

  it(
    'are read without a crash in every format that may be asked for',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          bytes,
          fc.constantFrom(...INPUT_FORMATS),
          pieceSize,
          async ([head, rest], inputFormat, size) => {
            const data = Buffer.concat([head, ...rest]);
            const [a, b] = [
              await read(data, size, { inputFormat }),
              await read(data, 1 << 16, { inputFormat }),
            ];
            // The same whatever the pieces, and all of it accounted for.
            expect(a).toEqual(b);
            if (data.length > 0 && a.articles.length === 0) expect(a.issues.length).toBeGreaterThan(0);
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});
