import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../src/lib/tokens.ts';

function tokensOf(text: string): readonly string[] {
  const tokens = tokenise(text);
  return Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.starts[i], tokens.ends[i]));
}

describe('tokens', () => {
  const check = (input: string, expected: readonly string[]): void => {
    it(JSON.stringify(input), () => expect(tokensOf(input)).toEqual(expected));
  };
  check('', []);
  check(' \n\t... — !', []);
  check('Rain, then sun.', ['Rain', 'then', 'sun']);
  check("It's 3.5 % of 1,000", ['It', 's', '3.5', 'of', '1,000']);
  check('10:30. 2 p.m.', ['10:30', '2', 'p', 'm']);
  check('27 500 and 1 200 000', ['27 500', 'and', '1 200 000']);
  check('in 2020 300 came, 12 of 5000 300', ['in', '2020', '300', 'came', '12', 'of', '5000', '300']);
  check('3.5 100 x 1 2345 x 10 20', ['3.5', '100', 'x', '1', '2345', 'x', '10', '20']);
  check('2025-10-28', ['2025', '10', '28']);
  check('COVID19 G20', ['COVID19', 'G20']);
  check('12日は雨。', ['12', '日', 'は', '雨']);
  check('東京Tower、3人', ['東', '京', 'Tower', '3', '人']);
  check('\u{20000}\u{20001}', ['\u{20000}', '\u{20001}']);
  check('หมู', ['ห', 'ม', 'ู']);
  check('हिन्दी में।', ['हिन्दी', 'में']);
  check('서울 3명', ['서울', '3명']);
  check('قال ٣٫٥ مليون؟', ['قال', '٣٫٥', 'مليون']);
  check('win 🏆 now \ud83c', ['win', 'now']);
  check('co\u00adoperate', ['co\u00adoperate']);
  check('か\u3099く', ['か\u3099', 'く']);
});

describe('tokens that are the same', () => {
  const same = (a: string, b: string): void => {
    it(`${JSON.stringify(a)} = ${JSON.stringify(b)}`, () =>
      expect([...tokenise(a).hashes]).toEqual([...tokenise(b).hashes]));
  };
  same('MÜNCHEN', 'mu\u0308nchen');
  same('27 500', '27\u00a0500');
  same('27 500', '27\u202f500');
  same('が', 'か\u3099');
  same('ABC 123', 'abc １２３');
  same('٣٫٥'.replace('٫', '.'), '3.5');
  same('co\u00adoperate', 'cooperate');
  same('ΑΘΗΝΑ', 'αθηνα');
  same('Αθήνας', 'ΑΘΗΝΑΣ');
  same('quedó un niño', 'quedo un nino');
  same('łódź İstanbul ığdır', 'lodz istanbul igdir');
  same('ọ̀rọ̀ Việt', 'oro Viet');
  same('oʻgʻit', "o'g'it");
  same('ёлка', 'елка');
  same('أيضاً الى مـــصر', 'ايضا إلى مصر');
  same('یک کتاب', 'يك كتاب');
  same('שָׁלוֹם', 'שלום');
  same('हज़ार हूँ', 'हजार हूं');
});

describe('tokens that are not the same', () => {
  const different = (a: string, b: string): void => {
    it(`${JSON.stringify(a)}, ${JSON.stringify(b)}`, () =>
      expect([...tokenise(a).hashes]).not.toEqual([...tokenise(b).hashes]));
  };
  different('край', 'краи');
  different('की', 'का');
  different('ที่', 'ที');
  different('ば', 'は');
  different('가', '각');
});

it('tokens are ordered, do not overlap and lie within the text, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const tokens = tokenise(text);
      let floor = 0;
      for (let i = 0; i < tokens.count; i++) {
        expect(tokens.starts[i]).toBeGreaterThanOrEqual(floor);
        expect(tokens.ends[i]).toBeGreaterThan(tokens.starts[i]!);
        floor = tokens.ends[i]!;
      }
      expect(floor).toBeLessThanOrEqual(text.length);
    }),
  );
});
