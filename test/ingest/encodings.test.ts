/**
 * Texts in every encoding of old and the languages that used it, by length: what they are read as, and that no reading
 * that is wrong is given without saying that it is unsure.
 */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type Decoded, decode } from '../../src/ingest/decode.ts';
import { loadCodec } from '../../src/ingest/encoding/codec.ts';
import { decodeSevenBit } from '../../src/ingest/encoding/iso-2022.ts';
import { candidateOf } from '../../src/ingest/encoding/labels.ts';
import { TEXTS, USES } from './encoding-texts.ts';

/** windows-1258 writes tones as marks of their own. */
function asTyped(text: string, codec: string): string {
  if (codec !== 'windows1258') return text;
  return text
    .normalize('NFD')
    .replace(
      /([aeiouyAEIOUY])([\u0323\u0300\u0301\u0303\u0309]?)([\u0302\u0306\u031b])/gu,
      (_, letter, tone, mark) => `${(letter + mark).normalize('NFC')}${tone}`,
    );
}

/** A text that the encoding can write, and its bytes. */
function inEncoding(text: string, codec: string): { readonly text: string; readonly bytes: Buffer } {
  const typed = asTyped(text, codec);
  const isWritable = (character: string): boolean =>
    character < '\x80' || iconv.decode(iconv.encode(character, codec), codec) === character;
  const plain = Array.from(typed, (character) => (isWritable(character) ? character : '')).join('');
  return { text: plain, bytes: iconv.encode(plain, codec) };
}

function readAs(decoded: Decoded): string {
  return decoded.kind === 'text' ? decoded.text : `(${decoded.code})`;
}

const LENGTHS = {
  headline: ({ headline }: { readonly headline: string }) => headline,
  paragraph: ({ paragraph }: { readonly paragraph: string }) => paragraph,
  article: ({ headline, paragraph }: { readonly headline: string; readonly paragraph: string }) =>
    `${headline}\n\n${`${paragraph}\n\n`.repeat(Math.ceil(4096 / paragraph.length))}`,
};
const CASES = USES.flatMap(([codec, languages]) =>
  languages.split(' ').map((language) => ({ codec, language, sample: TEXTS[language]! })),
);

describe('paragraphs and articles', () => {
  for (const { codec, language, sample } of CASES) {
    it(`${codec} ${language}`, async () => {
      for (const cut of [LENGTHS.paragraph, LENGTHS.article]) {
        const { text, bytes } = inEncoding(cut(sample), codec);
        const decoded = await decode(bytes);
        expect(readAs(decoded)).toBe(text);
        if (cut === LENGTHS.article && decoded.kind === 'text') expect(decoded.doubt).toBeUndefined();
      }
    });
  }
});

it('reads nearly all headlines, and says so where it is not sure', async () => {
  let right = 0;
  const silent: string[] = [];
  for (const { codec, language, sample } of CASES) {
    const { text, bytes } = inEncoding(sample.headline, codec);
    const decoded = await decode(bytes);
    if (readAs(decoded) === text) right++;
    else if (decoded.kind === 'text' && decoded.doubt === undefined)
      silent.push(`${codec} ${language}: ${decoded.text}`);
  }
  expect(silent).toEqual([]);
  expect(right).toBeGreaterThanOrEqual(Math.floor(0.95 * CASES.length));
});

it('believes a declaration that fits, and none that does not', async () => {
  const russian = TEXTS['rus']!;
  for (const { codec, language, sample } of CASES) {
    const { text, bytes } = inEncoding(sample.headline, codec);
    const decoded = await decode(bytes, codec);
    expect(readAs(decoded), `${codec} ${language}`).toBe(text);
  }
  const lying = await decode(iconv.encode(russian.paragraph, 'windows1251'), 'iso-8859-1');
  expect(lying).toMatchObject({
    text: russian.paragraph,
    reading: { encoding: 'windows-1251', by: 'detected' },
  });
  const unknown = await decode(iconv.encode(russian.paragraph, 'windows1251'), 'x-none');
  expect(readAs(unknown)).toBe(russian.paragraph);
  for (const none of ['binary', 'base64', 'hex', 'utf-16'])
    expect(readAs(await decode(iconv.encode(russian.paragraph, 'windows1251'), none))).toBe(
      russian.paragraph,
    );
});

it('reads 7-bit encodings of mail', async () => {
  const codec = await loadCodec();
  const japanese = sevenBit(TEXTS['jpn']!.paragraph, 'eucjp', '\x1b$B', '\x1b(B');
  const decoded = await decode(japanese);
  expect(decoded).toMatchObject({ text: TEXTS['jpn']!.paragraph, reading: { encoding: 'iso-2022-jp' } });
  expect(decodeSevenBit(japanese, 'iso-2022-jp', codec)).toBe(
    new TextDecoder('iso-2022-jp').decode(japanese),
  );
  const korean = Buffer.concat([
    Buffer.from('\x1b$)C\n'),
    sevenBit(TEXTS['kor']!.paragraph, 'euckr', '\x0e', '\x0f'),
  ]);
  expect(readAs(await decode(korean)).trim()).toBe(TEXTS['kor']!.paragraph);
  const hz = sevenBit(TEXTS['zho-CN']!.paragraph, 'gb2312', '~{', '~}');
  expect(readAs(await decode(hz, 'hz-gb-2312'))).toBe(TEXTS['zho-CN']!.paragraph);
  expect(readAs(await decode(Buffer.from('a ~{ brace ~} of C')))).toBe('a ~{ brace ~} of C');
});

/** Runs of two bytes without their eighth bit, between their signs. */
function sevenBit(text: string, codec: string, into: string, out: string): Buffer {
  let written = '';
  for (const run of text.match(/[\x20-\x7f]+|[^\x20-\x7f]+/g) ?? []) {
    const bytes = iconv.encode(run, codec);
    written +=
      bytes[0]! < 0x80 ? run : into + Buffer.from(bytes.map((byte) => byte & 0x7f)).toString('latin1') + out;
  }
  return Buffer.from(written, 'latin1');
}

it('keeps UTF-8 with a few damaged bytes, and says where', async () => {
  const { paragraph } = TEXTS['rus']!;
  const bytes = Buffer.from(paragraph);
  bytes[41] = 0xff;
  const decoded = await decode(bytes);
  expect(decoded).toMatchObject({ kind: 'text', doubt: { code: 'damaged-text' } });
  expect(readAs(decoded).replace(/\ufffd+/, '')).toHaveLength(paragraph.length - 1);
  const cut = Buffer.from('Das Café').subarray(0, -1);
  expect(readAs(await decode(Buffer.concat([Buffer.from('Größe: '), cut])))).toBe('Größe: Das Caf\ufffd');
});

it('takes noise for no text', async () => {
  let state = 7;
  const noise = Buffer.from(
    Array.from({ length: 3000 }, () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return 0x20 + ((state >> 16) % 0xdf);
    }),
  );
  expect(readAs(await decode(noise))).toMatch(/^\((?:invalid-encoding|binary)\)$/);
});

it('knows labels by which charsets are declared', () => {
  const labels: readonly (readonly [string, string | undefined])[] = [
    ['ISO-8859-1', 'windows-1252'],
    ['us-ascii', 'windows-1252'],
    ['win-1251', 'windows-1251'],
    ['x-cp1251', 'windows-1251'],
    ['cp-1250', 'windows-1250'],
    ['gb2312', 'gb18030'],
    ['x-sjis', 'shift_jis'],
    ['ks_c_5601-1987', 'euc-kr'],
    ['big5-hkscs', 'big5'],
    ['TIS-620', 'windows-874'],
    ['iso-8859-8-i', 'iso-8859-8'],
    ['koi8-u', 'koi8-u'],
    ['x-mac-cyrillic', 'x-mac-cyrillic'],
    ['utf-8', undefined],
    ['none', undefined],
  ];
  for (const [label, name] of labels) expect(candidateOf(label)?.name, label).toBe(name);
});
