/**
 * Damage by format: each of them cut off, with a bit flipped, with a wrong length, in a wrong charset. The table has a
 * row for each format that may be asked for and each compression, or it does not compile; a cell says which of the three
 * articles are still read as they were and what is told, or why there is no such damage.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { COMPRESSIONS } from '../../src/ingest/formats.ts';
import type { InputFormat } from '../../src/model/input-formats.ts';
import { httpAnswer, tarOf, warcPage, warcRecord, zipOf } from '../helpers/archives.mjs';
import { DUMPS, writeDump } from '../helpers/dumps.mjs';
import { readOne } from './workspace.ts';

/** What is asked for, and what one name stands for several of. */
type Format =
  | Exclude<InputFormat, 'auto' | 'xml' | 'text'>
  | (typeof COMPRESSIONS)[number]
  | 'text'
  | 'ninjs'
  | 'wet'
  | 'rss'
  | 'atom'
  | 'nitf'
  | 'newsml'
  | 'tei'
  | 'alto'
  | 'warc.gz'
  | 'nexis'
  | 'factiva'
  | 'proquest'
  | 'doc elements'
  | 'rules'
  | 'json in UTF-16'
  | 'jsonl in UTF-16'
  | 'csv in UTF-16'
  | 'rss in UTF-16'
  | 'mbox of old';
type Damage = 'truncated' | 'flipped bit' | 'wrong length' | 'wrong charset';

/** `"1 3 | too-long 2"`: the articles that are whole, and the codes with their records. */
type Outcome = string;
type Cell = { readonly none: string } | { readonly make: () => Uint8Array; readonly is: Outcome };

const TEXTS = ['erste', 'zweite', 'dritte'].map(
  (word, i) =>
    `Die ${word} Fähre fährt um ${i + 7} Uhr über den Fluß, sagt der Bürgermeister von Ödland. Niemand wartet auf sie.`,
);
const bytes = (content: string | Uint8Array): Buffer => Buffer.from(content as string);
const latin = (content: string): Buffer => iconv.encode(content, 'windows-1252');
/** Cut inside the last text. */
const cut = (whole: Buffer): Buffer => whole.subarray(0, whole.lastIndexOf('Niemand'));
/** A bit of a letter of the second text. */
function flipped(whole: Buffer, at = whole.indexOf('zweite')): Buffer {
  const damaged = Buffer.from(whole);
  damaged[at]! ^= 0x80;
  return damaged;
}
const edited = (whole: Buffer, from: string, to: string): Buffer =>
  Buffer.from(whole.toString('latin1').replace(from, to), 'latin1');

const NO_LENGTH = { none: 'no length is written in it' } as const;
const ALWAYS_UTF8 = {
  none: 'nothing is declared: it is UTF-8 or it is damage, which is the flipped bit',
} as const;

/** The usual row of a format in which texts stand as they are. */
function plainRow(
  write: (texts: readonly string[]) => string | Buffer,
  outcomes: readonly [cut: Outcome, flip: Outcome, charset: Outcome],
  wrongLength: Cell = NO_LENGTH,
  wrongCharset?: () => Uint8Array,
): Readonly<Record<Damage, Cell>> {
  const whole = bytes(write(TEXTS));
  return {
    truncated: { make: () => cut(whole), is: outcomes[0] },
    'flipped bit': { make: () => flipped(whole), is: outcomes[1] },
    'wrong length': wrongLength,
    'wrong charset': { make: wrongCharset ?? (() => latin(whole.toString())), is: outcomes[2] },
  };
}

/** In two bytes a unit, low one first: cut in the middle of one, a bit of the high byte flipped. */
function wideRow(
  write: (texts: readonly string[]) => string,
  outcomes: readonly [cut: Outcome, flip: Outcome],
): Readonly<Record<Damage, Cell>> {
  const whole = Buffer.from(`\ufeff${write(TEXTS)}`, 'utf16le');
  const of = (text: string): Buffer => Buffer.from(text, 'utf16le');
  return {
    truncated: { make: () => whole.subarray(0, whole.lastIndexOf(of('Niemand')) + 3), is: outcomes[0] },
    'flipped bit': { make: () => flipped(whole, whole.indexOf(of('zweite')) + 1), is: outcomes[1] },
    'wrong length': NO_LENGTH,
    'wrong charset': {
      make: () => Buffer.from(whole).swap16().subarray(2),
      // The mark is lost and the other end stands first.
      is: '1 2 3 | ',
    },
  };
}

const element = (text: string): string => `<p>${text}</p>`;
const xml = (root: string, inside: string, attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attributes}>${inside}</${root}>\n`;
const rss = (texts: readonly string[]): string =>
  xml(
    'rss',
    `<channel>${texts.map((text) => `<item><title>t</title><description>${text}</description></item>\n`).join('')}</channel>`,
    ' version="2.0"',
  );
const atom = (texts: readonly string[]): string =>
  xml(
    'feed',
    texts.map((text) => `<entry><title>t</title><content type="text">${text}</content></entry>\n`).join(''),
    ' xmlns="http://www.w3.org/2005/Atom"',
  );
const nitf = (texts: readonly string[]): string =>
  xml(
    'nitf',
    `<head><title>t</title></head><body><body.content>${texts.map(element).join('\n')}</body.content></body>`,
  );
const newsml = (texts: readonly string[]): string =>
  xml(
    'newsMessage',
    `<itemSet>${texts.map((text, i) => `<newsItem guid="n${i}"><contentMeta><headline>t</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body>${element(text)}</body></html></inlineXML></contentSet></newsItem>\n`).join('')}</itemSet>`,
  );
const tei = (texts: readonly string[]): string =>
  xml(
    'teiCorpus',
    texts.map((text) => `<TEI><teiHeader/><text><body>${element(text)}</body></text></TEI>\n`).join(''),
  );
const alto = (texts: readonly string[]): string =>
  xml(
    'alto',
    `<Layout><Page><PrintSpace>${texts
      .map(
        (text) =>
          `<TextBlock><TextLine>${text
            .split(' ')
            .map((word) => `<String CONTENT="${word}"/>`)
            .join('<SP/>')}</TextLine></TextBlock>\n`,
      )
      .join('')}</PrintSpace></Page></Layout>`,
  );
const otherCharset =
  (written: string, from = 'UTF-8', to = 'KOI8-R'): (() => Buffer) =>
  () =>
    latin(written.replace(from, to).replace('KOI8-R', 'no-such-charset'));

const jsonl = (texts: readonly string[]): string =>
  texts.map((text) => `${JSON.stringify({ text })}\n`).join('');
const ninjs = (texts: readonly string[]): string =>
  texts
    .map((text, i) => `${JSON.stringify({ uri: `u${i}`, type: 'text', body_xhtml: element(text) })}\n`)
    .join('');
const csv =
  (delimiter: string) =>
  (texts: readonly string[]): string =>
    `id${delimiter}text\r\n${texts.map((text, i) => `${i}${delimiter}"${text}"\r\n`).join('')}`;
const page = (text: string, i: number, charset = 'utf-8'): Buffer =>
  warcPage(`https://a.example/${i}`, httpAnswer(text, { 'Content-Type': `text/plain; charset=${charset}` }));
const conversion = (text: string, i: number): Buffer =>
  warcRecord(
    'conversion',
    { 'WARC-Target-URI': `https://a.example/${i}`, 'Content-Type': 'text/plain' },
    text,
  );
/** The length of the second record has a digit more. */
const longSecond = (write: (text: string, i: number) => Buffer): Buffer =>
  Buffer.concat(
    TEXTS.map((text, i) =>
      i === 1 ? edited(write(text, i), 'Content-Length: ', 'Content-Length: 1') : write(text, i),
    ),
  );
const warc = (texts: readonly string[]): Buffer => Buffer.concat(texts.map((text, i) => page(text, i)));
const wet = (texts: readonly string[]): Buffer => Buffer.concat(texts.map(conversion));
const mail = (text: string, charset = 'utf-8'): string =>
  `Message-ID: <${text.slice(4, 8)}@a.example>\nFrom: a@a.example\nTo: b@a.example\nSubject: t\nContent-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: 8bit\n\n${text}\n\n`;
const mbox = (texts: readonly string[]): string =>
  texts.map((text) => `From a@a.example Mon Mar  4 18:30:00 2024\n${mail(text)}`).join('');
const files = Object.fromEntries(TEXTS.map((text, i) => [`${i}.txt`, text]));
const latinFiles = Object.fromEntries(
  TEXTS.map((text, i) => [`${i}.txt`, i === 1 ? iconv.encode(text, 'utf-16be') : text]),
);
const stored = zipOf(files, { stored: true });
const tar = tarOf(files);
const warcGz = TEXTS.map((text, i) => gzipSync(page(text, i)));
const parquet = Buffer.from(
  parquetWriteBuffer({
    columnData: [{ name: 'text', data: [...TEXTS], type: 'STRING' }],
    codec: 'UNCOMPRESSED',
  }),
);
const dump =
  (name: string) =>
  (texts: readonly string[]): string =>
    writeDump(
      { write: DUMPS[name]!.write },
      texts.map((text, i) => ({
        title: `Titel ${i}`,
        date: `2018-08-0${i + 1}`,
        source: 'Hafenblatt',
        body: [text, text],
      })),
    );
const packed = (name: string): Buffer =>
  readFileSync(resolve(import.meta.dirname, '../../fixtures/formats', name));
/** A text of the fixtures behind a compression, which is one article. */
function packedRow(name: string, wrongLength: Cell): Readonly<Record<Damage, Cell>> {
  const whole = packed(name);
  const middle = whole.length >> 1;
  return {
    truncated: { make: () => whole.subarray(0, middle), is: ' | corrupt-archive' },
    'flipped bit': { make: () => flipped(whole, middle), is: ' | corrupt-archive' },
    'wrong length': wrongLength,
    'wrong charset': { none: 'bytes have no charset: what is inside has' },
  };
}
/** In a number of four bytes. */
function longer(whole: Buffer, at: number): Buffer {
  const damaged = Buffer.from(whole);
  damaged.writeUInt32LE(damaged.readUInt32LE(at) + 7, at);
  return damaged;
}

const TABLE: Readonly<Record<Format, Readonly<Record<Damage, Cell>>>> = {
  text: plainRow((texts) => texts.join('\n\n'), ['1 2 | ', '1 3 | damaged-text', '1 2 3 | ']),
  markdown: plainRow((texts) => `# t\n\n${texts.join('\n\n')}`, ['1 2 | ', '1 3 | damaged-text', '1 2 3 | ']),
  html: plainRow(
    (texts) =>
      `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${texts.map(element).join('\n')}</body></html>`,
    ['1 2 | ', '1 3 | damaged-text', '1 2 3 | '],
  ),
  json: plainRow(
    (texts) => JSON.stringify(texts.map((text) => ({ text }))),
    ['1 2 | invalid-json 3', '1 3 | invalid-encoding 2', '1 2 3 | '],
  ),
  jsonl: plainRow(jsonl, ['1 2 | invalid-json 3', '1 3 | invalid-encoding 2', '1 2 3 | ']),
  ninjs: plainRow(ninjs, ['1 2 | invalid-json 3', '1 3 | invalid-encoding 2', '1 2 3 | ']),
  csv: plainRow(csv(','), ['1 2 | invalid-record 3', '1 3 | unsure-encoding 2', '1 2 3 | ']),
  tsv: plainRow(csv('\t'), ['1 2 | invalid-record 3', '1 3 | unsure-encoding 2', '1 2 3 | ']),
  warc: plainRow(
    warc,
    ['1 2 | invalid-record 3', '1 3 | unsure-encoding 2', '1 2 3 | '],
    { make: () => longSecond(page), is: '1 3 | invalid-record 2' },
    () => Buffer.concat(TEXTS.map((text, i) => page(text, i, i === 1 ? 'utf-16' : 'utf-8'))),
  ),
  'warc.gz': {
    truncated: {
      make: () => Buffer.concat(warcGz).subarray(0, -40),
      is: '1 2 | invalid-record 3, corrupt-archive',
    },
    'flipped bit': {
      make: () => flipped(Buffer.concat(warcGz), warcGz[0]!.length + 60),
      is: '1 3 | corrupt-archive',
    },
    'wrong length': {
      make: () => longer(Buffer.concat(warcGz), warcGz[0]!.length + warcGz[1]!.length - 4),
      is: '1 2 3 | ',
    },
    'wrong charset': {
      make: () =>
        Buffer.concat(TEXTS.map((text, i) => gzipSync(page(text, i, i === 1 ? 'x-none' : 'utf-8')))),
      is: '1 2 3 | ',
    },
  },
  wet: plainRow(
    wet,
    ['1 2 | invalid-record 3', '1 3 | unsure-encoding 2', '1 2 3 | '],
    { make: () => longSecond(conversion), is: '1 3 | invalid-record 2' },
    () =>
      Buffer.concat(
        TEXTS.map((text) =>
          warcRecord('conversion', { 'Content-Type': 'text/plain' }, iconv.encode(text, 'utf-16')),
        ),
      ),
  ),
  rss: plainRow(
    rss,
    ['1 2 | invalid-record 3', '1 3 | unsure-encoding 2', '1 2 3 | '],
    NO_LENGTH,
    otherCharset(rss(TEXTS)),
  ),
  atom: plainRow(
    atom,
    ['1 2 | invalid-record 3', '1 3 | unsure-encoding 2', '1 2 3 | '],
    NO_LENGTH,
    otherCharset(atom(TEXTS)),
  ),
  nitf: plainRow(
    nitf,
    [' | invalid-record 1', '1 3 | damaged-text 1', '1 2 3 | '],
    NO_LENGTH,
    otherCharset(nitf(TEXTS)),
  ),
  newsml: plainRow(
    newsml,
    ['1 2 | invalid-record 3', '1 3 | unsure-encoding 2', '1 2 3 | '],
    NO_LENGTH,
    otherCharset(newsml(TEXTS)),
  ),
  tei: plainRow(
    tei,
    ['1 2 | invalid-record 3', '1 3 | unsure-encoding 2', '1 2 3 | '],
    NO_LENGTH,
    otherCharset(tei(TEXTS)),
  ),
  alto: plainRow(
    alto,
    [' | invalid-record 1', '1 3 | damaged-text 1', '1 2 3 | unsure-encoding 1'],
    NO_LENGTH,
    otherCharset(alto(TEXTS)),
  ),
  mbox: plainRow(mbox, ['1 2 | ', '1 3 | unsure-encoding 2', '1 2 3 | '], NO_LENGTH, () =>
    bytes(mbox(TEXTS).replaceAll('utf-8', 'x-none')),
  ),
  eml: plainRow(
    (texts) => mail(texts.join('\n\n')),
    ['1 2 | ', '1 3 | damaged-text', '1 2 3 | '],
    NO_LENGTH,
    () => bytes(mail(TEXTS.join('\n\n'), 'x-none')),
  ),
  parquet: {
    truncated: { make: () => parquet.subarray(0, -20), is: ' | corrupt-archive' },
    'flipped bit': { make: () => flipped(parquet), is: '1 3 | ' },
    'wrong length': { make: () => longer(parquet, parquet.length - 8), is: ' | corrupt-archive' },
    'wrong charset': ALWAYS_UTF8,
  },
  zip: {
    truncated: { make: () => cut(stored), is: '1 2 | corrupt-archive' },
    'flipped bit': { make: () => flipped(stored), is: '1 3 | corrupt-archive' },
    'wrong length': {
      make: () => longer(stored, stored.indexOf('1.txt') - 12),
      is: '1 2 3 | ',
    },
    'wrong charset': { make: () => zipOf(latinFiles), is: '1 2 3 | ' },
  },
  tar: {
    truncated: { make: () => cut(tar), is: '1 2 | corrupt-archive' },
    'flipped bit': { make: () => flipped(tar), is: '1 3 | unsure-encoding' },
    'wrong length': {
      make: () => edited(tar, tar.toString('latin1', 512 * 2 + 124, 512 * 2 + 135), '00000007777'),
      is: '1 3 | corrupt-archive',
    },
    'wrong charset': { make: () => tarOf(latinFiles), is: '1 2 3 | ' },
  },
  gzip: {
    truncated: { make: () => gzipSync(jsonl(TEXTS)).subarray(0, -14), is: '1 2 | corrupt-archive' },
    'flipped bit': {
      make: () => flipped(gzipSync(jsonl(TEXTS)), gzipSync(jsonl(TEXTS)).length - 16),
      is: '1 2 | corrupt-archive',
    },
    'wrong length': {
      make: () => longer(gzipSync(jsonl(TEXTS)), gzipSync(jsonl(TEXTS)).length - 4),
      is: '1 2 3 | ',
    },
    'wrong charset': { none: 'bytes have no charset: what is inside has' },
  },
  zstd: packedRow('plain.txt.zst', {
    make: () => flipped(packed('plain.txt.zst'), 5),
    is: ' | corrupt-archive',
  }),
  bzip2: packedRow('plain.txt.bz2', { none: 'a block ends with a sign: no length is written' }),
  xz: packedRow('plain.txt.xz', {
    make: () => flipped(packed('plain.txt.xz'), packed('plain.txt.xz').length - 8),
    is: ' | corrupt-archive',
  }),
  nexis: plainRow(dump('Nexis, United States'), [
    '1 2 3 | split-file',
    '1 2 3 | damaged-text 2, split-file',
    '1 2 3 | split-file',
  ]),
  factiva: plainRow(dump('Factiva, fields'), [
    '1 2 3 | split-file',
    '1 2 3 | damaged-text 2, split-file',
    '1 2 3 | split-file',
  ]),
  proquest: plainRow(dump('ProQuest'), [
    '1 2 3 | split-file',
    '1 2 3 | damaged-text 2, split-file',
    '1 2 3 | split-file',
  ]),
  'doc elements': plainRow(dump('doc elements of Gigaword'), [
    '1 2 3 | simplified-page 3, split-file',
    '1 2 3 | damaged-text 2, split-file',
    '1 2 3 | split-file',
  ]),
  rules: plainRow(dump('rules of three'), [
    '1 2 3 | split-file',
    '1 2 3 | damaged-text 2, split-file',
    '1 2 3 | split-file',
  ]),
  'json in UTF-16': wideRow(
    (texts) => JSON.stringify(texts.map((text) => ({ text }))),
    ['1 2 | invalid-json 3', '1 3 | '],
  ),
  'jsonl in UTF-16': wideRow(jsonl, ['1 2 | invalid-json 3', '1 3 | ']),
  'csv in UTF-16': wideRow(csv(','), ['1 2 | invalid-record 3', '1 3 | ']),
  'rss in UTF-16': wideRow(
    (texts) => rss(texts).replace('UTF-8', 'UTF-16'),
    ['1 2 | invalid-record 3', '1 3 | '],
  ),
  'mbox of old': plainRow(
    (texts) => latin(mbox(texts).replaceAll('utf-8', 'iso-8859-1')),
    ['1 2 | ', '1 3 | ', '1 2 3 | '],
    NO_LENGTH,
    () => latin(mbox(TEXTS).replaceAll('utf-8', 'koi8-r')),
  ),
};

const EXTENSIONS: Readonly<Partial<Record<Format, string>>> = {
  text: 'txt',
  markdown: 'md',
  ninjs: 'jsonl',
  newsml: 'xml',
  'doc elements': 'txt',
  gzip: 'jsonl.gz',
  zstd: 'txt.zst',
  bzip2: 'txt.bz2',
  xz: 'txt.xz',
  nexis: 'txt',
  factiva: 'txt',
  proquest: 'txt',
  rules: 'txt',
  'json in UTF-16': 'json',
  'jsonl in UTF-16': 'jsonl',
  'csv in UTF-16': 'csv',
  'rss in UTF-16': 'rss',
  'mbox of old': 'mbox',
};

async function outcomeOf(format: Format, content: Uint8Array): Promise<Outcome> {
  const { articles, issues } = await readOne(`a.${EXTENSIONS[format] ?? format}`, content);
  const plain = articles.map(({ text }) => text.replace(/\s+/g, ' '));
  const whole = TEXTS.flatMap((text, i) => (plain.some((one) => one.includes(text)) ? [i + 1] : []));
  const told = issues.map(({ code, record }) => (record === undefined ? code : `${code} ${record}`));
  return `${whole.join(' ')} | ${told.join(', ')}`;
}

const CELLS = Object.entries(TABLE).flatMap(([format, row]) =>
  Object.entries(row).map(([damage, cell]) => [format as Format, damage as Damage, cell] as const),
);

describe('whole', () => {
  it('each sample is read as three texts, so that the table tells of the damage', async () => {
    expect(Object.keys(TABLE).length * 4).toBe(CELLS.length);
    const samples: Readonly<Record<string, string | Buffer>> = {
      rss: rss(TEXTS),
      atom: atom(TEXTS),
      nitf: nitf(TEXTS),
      newsml: newsml(TEXTS),
      tei: tei(TEXTS),
      alto: alto(TEXTS),
      jsonl: jsonl(TEXTS),
      ninjs: ninjs(TEXTS),
      csv: csv(',')(TEXTS),
      warc: warc(TEXTS),
      wet: wet(TEXTS),
      mbox: mbox(TEXTS),
      parquet,
      zip: stored,
      tar,
      'warc.gz': Buffer.concat(warcGz),
      nexis: dump('Nexis, United States')(TEXTS),
      rules: dump('rules of three')(TEXTS),
    };
    for (const [format, content] of Object.entries(samples))
      expect([format, (await outcomeOf(format as Format, bytes(content))).split(' |')[0]]).toEqual([
        format,
        '1 2 3',
      ]);
  });
});

describe('damaged', () => {
  const damaged = CELLS.flatMap(([format, damage, cell]) =>
    'none' in cell ? [] : [[format, damage, cell] as const],
  );
  it.each(damaged)('%s, %s', async (format, _, { make, is }) => {
    expect(await outcomeOf(format, make())).toBe(is);
  });
});
