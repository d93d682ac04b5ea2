/** The lines of a text that is kept as it is, beside those of a page. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LOOKUP } from '../../src/clean/lookup.ts';
import { readPage } from '../../src/clean/page.ts';
import { PlainLine } from '../../src/clean/plain.ts';
import { segmentText } from '../../src/clean/segment.ts';

/** Letters, stops, quotes, marks and invisible characters of many scripts, and what a line may be made of only. */
const PIECES = [
  'The harbour',
  'reopens',
  ', ',
  '. ',
  '!',
  '?',
  '"',
  '”',
  '…',
  '—',
  ' ',
  '\u00a0',
  '\u200b',
  '\u00ad',
  '\u0301',
  '船が港に戻った',
  '。',
  '、',
  '「',
  '」',
  '항구',
  'Ο λιμένας',
  'İ',
  'Порт',
  'ميناء',
  '؟',
  'ท่าเรือ',
  '।',
  'बंदरगाह',
  '\u09df',
  '12',
  '(',
  ')',
  '-',
  '\u{1f6a2}',
  '\ud800',
  '\u0338',
  '=',
  '\u037e',
];
const line = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 60 })
  .map((pieces) => pieces.join(''));

describe('a line that is measured when it is asked', () => {
  it('says what one says that is measured at once', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const text = lines.join('\n');
        const { lines: measured } = readPage(text, DEFAULT_LOOKUP);
        const plain = segmentText(text).map((segment) => new PlainLine(segment));
        expect(plain.length).toBe(measured.length);
        plain.forEach((own, i) => {
          const { length, ending, isProse, hasLabel, isLabel, start, end } = measured[i]!;
          const found = own.isProse;
          expect([own.length, own.ending, found, own.hasLabel, own.isLabel, own.start, own.end]).toEqual([
            length,
            ending,
            isProse,
            hasLabel,
            isLabel,
            start,
            end,
          ]);
        });
      }),
      { numRuns: 500 },
    );
  });
});
