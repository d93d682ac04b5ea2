import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/lib/sentences.ts';
import { leastGrowth } from '../helpers/growth.ts';

describe('sentences', () => {
  /** The bar says where one ends and the next begins. */
  const check = (marked: string): void => {
    it(marked.replaceAll('\n', '⏎'), () => {
      const text = marked.replaceAll('|', '');
      const found = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
      expect(found).toEqual(marked.split('|').map((part) => part.trim()));
    });
  };
  check('The quay is shut. |It opens in May.');
  check('A headline without a mark\n|The first sentence. |"The second!" |She left.');
  check('Dr. Maud Penrose of St. Olave spoke. |J. R. Hall and the U.S. Navy did not.');
  check('They paid 3.5 million. |Nobody knows why… |Or does he?');
  check('Er kam am 28. Oktober an. |Am 3. Mai fuhr er ab.');
  check('It was version 2.0 of e.g. the bus. |Yes.');
  check('“Wait.” |He did not (not yet.) |Then he did.');
  check('港は閉鎖された。|「いつ開くのか」と聞いた。|答えはない！');
  check('港口关闭。|“什么时候开放？”|没有人知道。');
  check('أغلق الميناء. |متى يفتح؟ |لا أحد يعلم.');
  check('बंदरगाह बंद है। |कब खुलेगा? |कोई नहीं जानता।');
  check('ท่าเรือเทลล์เมาท์จะปิดเป็นเวลาสิบเอ็ดสัปดาห์สภาเมืองกล่าวเมื่อวันอังคาร |นักประดาน้ำพบรอยร้าวในเสาสิบสี่ต้นจากห้าสิบสองต้น');
  check('one line. and small letters go on! |Next');

  it('cover the text but for white space, in order', () => {
    const text = fc
      .array(fc.constantFrom('Ab', 'x.', '. ', '! ', '\n', '\r\n', '。', '”', ' ', 'ก ข', '…', '3.'), {
        maxLength: 30,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (input) => {
        let at = 0;
        for (const { start, end } of sentencesOf(input)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(input.slice(at, start).trim()).toBe('');
          expect(input.slice(start, end)).toBe(input.slice(start, end).trim());
          at = end;
        }
        expect(input.slice(at).trim()).toBe('');
      }),
    );
  });

  it('take time linear in the text', async () => {
    for (const piece of ['. ', '.', '” ', 'A. ', '. \t ', 'ก ']) {
      const cut = (count: number) => {
        const text = piece.repeat(count);
        return () => sentencesOf(text);
      };
      expect(
        await leastGrowth(cut, { from: 25_000, to: 200_000, enough: 32, floor: 2 }),
        piece,
      ).toBeLessThanOrEqual(32);
    }
  });
});
