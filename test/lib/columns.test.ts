import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, cutColumns, padColumns, wrapColumns } from '../../src/lib/columns.ts';

describe('columnsOf', () => {
  const check = (input: string, expected: number): void => {
    it(JSON.stringify(input), () => expect(columnsOf(input)).toBe(expected));
  };
  check('', 0);
  check('Grüße', 5);
  check('Gru\u0308ße', 5);
  check('日本語', 6);
  check('ｱﾝｹｰﾄ', 5);
  check('ＡＢ', 4);
  check('한국', 4);
  check('\u1112\u1161\u11ab', 2);
  check('हिन्दी', 5);
  check('ภาษาไทย', 7);
  check('ที่', 1);
  check('שָׁלוֹם', 4);
  check('مُحَمَّد', 4);
  check('👍🏽', 2);
  check('🇩🇪', 2);
  check('\u2068x\u2069', 1);
  check('…', 1);
  check('𠀋', 2);
});

describe('cutColumns', () => {
  const check = (input: string, width: number, expected: string): void => {
    it(`${JSON.stringify(input)} in ${width}`, () => expect(cutColumns(input, width)).toBe(expected));
  };
  check('abcdef', 6, 'abcdef');
  check('abcdef', 5, 'abcd…');
  check('日本語', 6, '日本語');
  check('日本語', 5, '日本…');
  check('日本語', 4, '日…');
  check('abcde\u0301', 5, 'abcde\u0301');
  check('abce\u0301de', 5, 'abce\u0301…');
  check('ab👩‍👩‍👧cd', 5, 'ab…');
  check('日', 1, '…');
  check('a', 0, '');
  it('stops a flood of marks', () => {
    expect(cutColumns(`a${'\u0301'.repeat(100_000)}`, 10).length).toBeLessThan(100);
  });
});

describe('wrapColumns', () => {
  const check = (input: string, width: number, expected: readonly string[]): void => {
    it(`${JSON.stringify(input)} in ${width}`, () => expect(wrapColumns(input, width)).toEqual(expected));
  };
  check('a sea of words', 8, ['a sea of', 'words']);
  check('水素協定に署名', 8, ['水素協定', 'に署名']);
  // No line begins with a stop or a mark of length.
  check('水素協定。両首脳', 8, ['水素協', '定。両首', '脳']);
  check('水素エネルギー', 12, ['水素エネル', 'ギー']);
  check('。。。。。。', 4, ['。。', '。。', '。。']);
});

describe('properties', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  it('a cut text fits, is a beginning, and keeps pairs whole', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (input, width) => {
        const cut = cutColumns(input, width);
        expect(columnsOf(cut)).toBeLessThanOrEqual(width);
        expect(cut === input || (cut.endsWith('…') && input.startsWith(cut.slice(0, -1)))).toBe(true);
        expect(cut).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
  it('a padded text is as wide as asked', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 30 }), (input, width) => {
        expect(columnsOf(padColumns(input, width))).toBe(Math.max(width, columnsOf(input)));
      }),
    );
  });
  it('width is the sum of its characters', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(columnsOf(a + b)).toBe(columnsOf(a) + columnsOf(b));
      }),
    );
  });
});
