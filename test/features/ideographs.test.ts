import { describe, expect, it } from 'vitest';
import { findNameKeys, findNames } from '../../src/features/names/index.ts';

/** Names in ideographs that a text has, each with the reading it was found by. */
const read = (text: string, language: string): readonly string[] =>
  findNames(text, language)
    .filter((name) => name.kind !== 'place' && /^\p{Script=Han}+$/u.test(name.text))
    .map((name) => `${name.text} ${name.form}`);

describe('names in ideographs', () => {
  const check = (text: string, language: string, names: readonly string[]): void => {
    it(`${language}: ${text}`, () => expect(read(text, language)).toEqual(names));
  };
  check('自民党の高市早苗総裁', 'ja', ['高市 takaichi', '早苗 sanae']);
  check('高市首相は語った', 'ja', ['高市 takaichi']);
  check('首相高市早苗氏', 'ja', ['高市 takaichi', '早苗 sanae']);
  check('林芳正官房長官', 'ja', ['林 shigeru', '芳正 yoshimasa']);
  check('小野寺遥さん', 'ja', ['小野寺 onodera', '遥 haruka']);
  check('輪島市で', 'ja', ['輪島 wajima']);
  check('中国の習近平国家主席', 'ja', ['習近平 jinping']);
  check('国家主席习近平在北京会见', 'zh', ['习近平 jinping']);
  check('日本首相高市早苗发表讲话', 'zh', ['高市 takaichi', '早苗 sanae']);
  check('轮岛市', 'zh', ['轮岛 wajima']);
  // Words, and beginnings of words, are no family names; one sign inside a compound is none either.
  check('大部分の学校は最高市場で', 'ja', []);
  check('南部大学と国連安保理', 'ja', []);
  check('最高市场监管', 'zh', []);
  check('高市早苗', 'ko', []);

  it('has the same keys in the list that is indexed', () => {
    const text = '石川県輪島市を訪れた小泉進次郎農相と林芳正官房長官';
    const keys = findNameKeys(text, 'ja');
    const starts = [...keys.starts.subarray(0, keys.count)];
    expect(starts).toEqual(findNames(text, 'ja').map((name) => name.start));
    expect(keys.count).toBeGreaterThan(5);
  });

  it('takes time that grows with the text', () => {
    // Every sign opens a family name, and none goes on as one.
    expect(read('高林'.repeat(50_000), 'ja').length).toBeLessThan(10);
  });
});
