import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/ingest/decode.ts';
import { isText, isTextInUtf8 } from '../../src/ingest/encoding/controls.ts';

const PROSE = 'The ferry leaves at nine. Nobody waits for it.\n'.repeat(3);
const FRENCH = 'Le maire a décidé d’ouvrir l’école « dès lundi » – malgré la grève.\n'.repeat(3);
const RUSSIAN = 'Паром отходит в девять часов утра, никто его не ждёт.\n'.repeat(3);
const CHINESE = '渡轮九点开，没有人等它。市长说学校星期一开门，共有3所。\n'.repeat(6);
const HINDI = 'नौका नौ बजे चलती है, कोई उसकी प्रतीक्षा नहीं करता।\n'.repeat(3);
const ENCODINGS = ['utf16le', 'utf-16be'] as const;

async function text(bytes: Uint8Array, declared?: string): Promise<string> {
  const decoded = await decode(bytes, declared);
  return decoded.kind === 'text' ? decoded.text : `(${decoded.code} ${decoded.offset ?? '-'})`;
}

describe('decoding', () => {
  for (const sample of [PROSE, FRENCH, RUSSIAN, CHINESE, HINDI]) {
    it(`reads UTF-8 and UTF-16 of ${JSON.stringify(sample.slice(0, 12))}`, async () => {
      expect(await text(Buffer.from(sample))).toBe(sample);
      expect(await text(Buffer.from(`\ufeff${sample}`))).toBe(sample);
      for (const encoding of ENCODINGS) {
        expect(await text(iconv.encode(sample, encoding, { addBOM: true })), encoding).toBe(sample);
        expect(await text(iconv.encode(sample, encoding, { addBOM: false })), `${encoding} unmarked`).toBe(
          sample,
        );
      }
    });
  }

  const cases: readonly (readonly [string, Uint8Array, string | undefined, string])[] = [
    ['windows-1252 with its quotes', iconv.encode(FRENCH, 'windows-1252'), undefined, FRENCH],
    ['the declared charset', iconv.encode(RUSSIAN, 'koi8-r'), 'koi8-r', RUSSIAN],
    ['another declared charset', iconv.encode(CHINESE, 'gb18030'), 'gb2312', CHINESE],
    ['UTF-8 in spite of a wrong declaration', Buffer.from(FRENCH), 'iso-8859-1', FRENCH],
    ['KOI8-R without a declaration', iconv.encode(RUSSIAN, 'koi8-r'), undefined, RUSSIAN],
    ['KOI8-R with an unknown declaration', iconv.encode(RUSSIAN, 'koi8-r'), 'x-none', RUSSIAN],
    ['no UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), undefined, '(invalid-encoding -)'],
    [
      'no big-endian UTF-32',
      Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x41]),
      undefined,
      '(invalid-encoding -)',
    ],
    [
      'no half pair in UTF-16',
      Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0]),
      undefined,
      '(invalid-encoding -)',
    ],
    [
      'no UTF-8 mark before other bytes',
      Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xe9, 0x41]),
      undefined,
      '(invalid-encoding 4)',
    ],
    ['a NUL as damage', Buffer.from(`${PROSE}\0${PROSE}`), undefined, `${PROSE}\ufffd${PROSE}`],
    ['no more NULs', Buffer.from(`${PROSE.slice(0, 80)}\0`), undefined, '(binary -)'],
    ['no NUL beside a control', Buffer.from(`${PROSE}\0\x01${PROSE}`), undefined, '(binary -)'],
    [
      'no stray NULs as UTF-16',
      Buffer.from(`ab\0c${PROSE.slice(0, 96)}`),
      undefined,
      `ab\ufffdc${PROSE.slice(0, 96)}`,
    ],
    ['no controls', Buffer.from(`${PROSE}${'\x01\x02'.repeat(10)}`), undefined, '(binary -)'],
    ['a single control', Buffer.from(`${PROSE.repeat(3)}\x07`), undefined, `${PROSE.repeat(3)}\x07`],
    ['line ends as they are', Buffer.from('a\r\nb\rc\n'), undefined, 'a\r\nb\rc\n'],
    ['an inner mark', Buffer.from('a\ufeffb'), undefined, 'a\ufeffb'],
  ];
  for (const [name, bytes, declared, expected] of cases) {
    it(`reads ${name}`, async () => expect(await text(bytes, declared)).toBe(expected));
  }

  it('calls a picture binary', async () => {
    const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1]);
    expect(await text(picture)).toBe('(binary -)');
  });
});

it('finds control characters in bytes as in the text', () => {
  const piece = fc.oneof(
    fc.constantFrom('\0', '\x01', '\x08', '\t', '\n', '\x1f', ' ', '\x7f', '\x80', 'ÿ', '渡', '🚢'),
    fc.string({ maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.nat({ max: 3 }), (pieces, shift) => {
      const text = Buffer.from(pieces.join('')).toString();
      const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).subarray(shift);
      expect(isTextInUtf8(bytes, text)).toBe(isText(text));
    }),
    { numRuns: 2000 },
  );
});
