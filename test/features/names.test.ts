import { describe, expect, it } from 'vitest';
import { findNames } from '../../src/features/names/index.ts';
import { keysOf } from '../../src/features/names/keys.ts';
import { skeletonOf } from '../../src/features/names/skeleton.ts';

const keysIn = (text: string, language: string): readonly string[] =>
  findNames(text, language).map((name) => name.key);
const textsIn = (text: string, language: string): readonly string[] =>
  findNames(text, language).map((name) => name.text);

/** Keys of a word read as a name; script and language as `findNames` would hand them over. */
const nameKeys = (word: string, script: string, language: string): readonly string[] =>
  keysOf(word, script, language, true).map((name) => name.key);

describe('one key in every script', () => {
  const check = (
    latin: string,
    others: readonly (readonly [word: string, script: string, language: string])[],
  ): void => {
    for (const [word, script, language] of others) {
      it(`${latin} = ${word}`, () => {
        expect(nameKeys(word, script, language)).toContain(nameKeys(latin, 'Latn', 'en')[0]);
      });
    }
  };
  check('Trump', [
    ['トランプ', 'Kana', 'ja'],
    ['트럼프', 'Hang', 'ko'],
    ['Трамп', 'Cyrl', 'ru'],
    ['ترامب', 'Arab', 'ar'],
    ['ट्रंप', 'Deva', 'hi'],
    ['特朗普', 'Hani', 'zh'],
    ['טראמפ', 'Hebr', 'he'],
    ['ট্রাম্প', 'Beng', 'bn'],
    ['ટ્રમ્પ', 'Gujr', 'gu'],
    ['ట్రంప్', 'Telu', 'te'],
    ['ട്രംപ്', 'Mlym', 'ml'],
    ['டிரம்ப்', 'Taml', 'ta'],
    ['ಟ್ರಂಪ್', 'Knda', 'kn'],
    ['ਟਰੰਪ', 'Guru', 'pa'],
    ['ට්‍රම්ප්', 'Sinh', 'si'],
    ['ტრამპი', 'Geor', 'ka'],
    ['Թրամփ', 'Armn', 'hy'],
    ['Τραμπ', 'Grek', 'el'],
    ['ትራምፕ', 'Ethi', 'am'],
    ['Tramp', 'Latn', 'sr'],
  ]);
  check('Takaichi', [
    ['タカイチ', 'Kana', 'ja'],
    ['다카이치', 'Hang', 'ko'],
    ['تاكايتشي', 'Arab', 'ar'],
    ['ताकाइची', 'Deva', 'hi'],
    ['Такаичи', 'Cyrl', 'uk'],
    ['טקאיצ׳י', 'Hebr', 'he'],
  ]);
  check('Biden', [
    ['バイデン', 'Kana', 'ja'],
    ['바이든', 'Hang', 'ko'],
    ['Байден', 'Cyrl', 'ru'],
    ['بايدن', 'Arab', 'ar'],
    ['ביידן', 'Hebr', 'he'],
    ['बाइडन', 'Deva', 'hi'],
    ['Μπάιντεν', 'Grek', 'el'],
    ['ბაიდენი', 'Geor', 'ka'],
  ]);
  check('Khamenei', [
    ['ハメネイ', 'Kana', 'ja'],
    ['하메네이', 'Hang', 'ko'],
    ['Хаменеи', 'Cyrl', 'ru'],
    ['خامنئي', 'Arab', 'ar'],
    ['哈梅内伊', 'Hani', 'zh'],
  ]);
  check('Washington', [
    ['Вашингтон', 'Cyrl', 'ru'],
    ['ワシントン', 'Kana', 'ja'],
  ]);
  check('Obama', [
    ['オバマ', 'Kana', 'ja'],
    ['오바마', 'Hang', 'ko'],
    ['أوباما', 'Arab', 'ar'],
    ['אובמה', 'Hebr', 'he'],
    ['Ομπάμα', 'Grek', 'el'],
  ]);
  check('Wilson', [['Уилсон', 'Cyrl', 'ru']]);
  check('Bush', [['Буш', 'Cyrl', 'ru']]);
  check('Johnson', [['约翰逊', 'Hani', 'zh']]);
  check('James', [['詹姆斯', 'Hani', 'zh-Hant']]);
  check('Vučić', [['Вучић', 'Cyrl', 'sr']]);
});

describe('different keys for different names', () => {
  const check = (a: string, b: string): void => {
    it(`${a} is not ${b}`, () => {
      const keys = new Set(nameKeys(a, 'Latn', 'en'));
      expect(keys.size).toBeGreaterThan(0);
      expect(nameKeys(b, 'Latn', 'en').filter((key) => keys.has(key))).toEqual([]);
    });
  };
  check('Trump', 'Tromsø');
  check('Macron', 'Merkel');
  check('Obama', 'Bohm');
  check('Scholz', 'Schulte');
  check('Nelson', 'Wilson');
  check('Merz', 'Mars Attack');
  check('Carmen', 'Karin');
  check('Bush', 'Bach');
  check('Simon', 'Sinon');
  check('Hungary', 'Henry');
});

describe('skeleton', () => {
  const check = (word: string, spelling: 'latin' | 'romanised', expected: string): void => {
    it(`${word} (${spelling}) -> ${expected}`, () => expect(skeletonOf(word, spelling)).toBe(expected));
  };
  check('trump', 'latin', 'TLMP');
  check('toranpu', 'romanised', 'TLMP');
  check('obama', 'latin', 'APM');
  check('mattis', 'latin', 'MTS');
  check('papua', 'latin', 'PP');
  check('wright', 'latin', 'LT');
  check('afghan', 'latin', 'APKN');
  check('christopher', 'latin', 'KLSTPL');
  check('xavier', 'latin', 'SPL');
  check('alexander', 'latin', 'ALKSNTL');
  check('king', 'latin', 'KN');
  check('hungary', 'latin', 'ANKL');
  check('friedrich', 'romanised', 'PLTLS');
  check('', 'latin', '');
  check('aeiou', 'latin', 'A');
});

describe('candidates by capitals', () => {
  const check = (
    what: string,
    language: string,
    text: string,
    expected: readonly string[],
    absent: readonly string[],
  ): void => {
    it(what, () => {
      const found = textsIn(text, language);
      expect(found).toEqual(expect.arrayContaining([...expected]));
      for (const word of absent) expect(found).not.toContain(word);
    });
  };
  check(
    'a word inside a sentence',
    'en',
    'Yesterday the visitor Karlsson arrived.',
    ['Karlsson'],
    ['visitor', 'arrived'],
  );
  check(
    'a first word that is common elsewhere',
    'en',
    'Visitors came. Many visitors stayed with Karlsson.',
    ['Karlsson'],
    ['Visitors'],
  );
  check('a first word that is a name elsewhere', 'en', 'Karlsson came. We saw Karlsson.', ['Karlsson'], []);
  check('a first word that is never in lower case', 'en', 'Karlsson came. We saw him.', ['Karlsson'], []);
  check('a first word after an initial', 'en', 'A court heard Johan B. Karlsson in May.', ['Karlsson'], []);
  check(
    'a headline in title case',
    'en',
    'Minister Meets Farmers After Long Protest\nThe minister will meet the farmers after a long protest near Lindholm.',
    ['Lindholm'],
    ['Minister', 'Farmers', 'After', 'Long', 'Protest'],
  );
  check(
    'a headline in capitals',
    'fr',
    'LE MINISTRE RENCONTRE KARLSSON\nLe ministre rencontre Karlsson et le maire.',
    ['KARLSSON'],
    ['MINISTRE', 'RENCONTRE'],
  );
  check('an acronym', 'ru', 'Встреча министров НАТО прошла в среду.', ['НАТО'], ['министров']);
  check(
    'German nouns',
    'de',
    'Heute traf die Ministerin den Landrat Karlsson.',
    ['Ministerin', 'Landrat', 'Karlsson'],
    ['traf'],
  );
  check('Greek', 'el', 'Χθες ο υπουργός συνάντησε τον Κάρλσον.', ['Κάρλσον'], ['υπουργός']);
  check('Armenian', 'hy', 'Երեկ նախարարը հանդիպեց Կարլսոնին։', ['Կարլսոնին'], ['նախարարը']);
});

describe('endings and prefixes', () => {
  const same = (language: string, inflected: string, plain: string): void => {
    it(`${language}: ${inflected} = ${plain}`, () => {
      const wanted = keysIn(`xx ${plain} xx`, language);
      expect(wanted.length).toBeGreaterThan(0);
      expect(keysIn(`xx ${inflected} xx`, language)).toContain(wanted[0]);
    });
  };
  same('en', 'Karlsson’s', 'Karlsson');
  same('tr', "Trump'ın", 'Trump');
  same('uz', 'Sariogʻoch', 'Sariogoch');
  same('uz', "Sariog'och", 'Sariogoch');
  same('uz', 'Sariog‘och', 'Sariogoch');
  same('uz', "Qozog'istonda", 'Qozogʻistonda');
  same('fr', 'l’Amandier', 'Amandier');
  same('ru', 'Трампом', 'Трамп');
  same('ru', 'Зеленского', 'Зеленский');
  same('uk', 'Трампові', 'Трамп');
  same('pl', 'Trumpem', 'Trump');
  same('cs', 'Babišovi', 'Babiš');
  same('lt', 'Trumpas', 'Trump');
  same('ko', '트럼프에게', '트럼프');
  same('ar', 'وترامب', 'ترامب');
  same('he', 'לטראמפ', 'טראמפ');
  it('fi: a form of a word that stands in the text too', () => {
    const names = findNames('xx Karlsson xx Karlssonille xx', 'fi');
    expect(names.map((name) => [name.key, name.count])).toEqual([['KLSN', 2]]);
  });
});

describe('places', () => {
  const check = (language: string, text: string, expected: readonly string[]): void => {
    it(`${language}: ${text}`, () => {
      const places = findNames(text, language).filter((name) => name.kind === 'place');
      expect(places.map((place) => place.key)).toEqual(expected);
    });
  };
  check('en', 'talks in Japan and South Korea', ['@JP', '@KR']);
  check('en', 'talks with the U.S. and the UK about us', ['@US', '@GB']);
  check('en', 'the Japanese and the South Korean ministers', ['@JP', '@KR']);
  check('en', 'cooking a turkey in china cups', []);
  check('en', 'the visitor Malik met Francis', []);
  check('es', 'la ministra y Francisco', []);
  check('en', 'the Chinese and the Italian ministers', ['@CN', '@IT']);
  check('fr', 'le voyage de l’Iran vers la Côte d’Ivoire', ['@IR', '@CI']);
  check('pl', 'rząd Japonii i Rosji', ['@JP', '@RU']);
  check('de', 'die Regierung Japans und die Vereinigten Staaten', ['@JP', '@US']);
  check('de', 'im letzten Monat', []);
  check('fr', 'le président des États-Unis au Japon', ['@US', '@JP']);
  check('ru', 'премьер Японии и президент Соединенных Штатов', ['@JP', '@US']);
  check('fi', 'hallitus ja Japanin pääministeri', ['@JP']);
  check('tr', "bakan Japonya'daki toplantıda", ['@JP']);
  check('ar', 'رئيسة وزراء اليابان ولليابان', ['@JP']);
  check('he', 'ראש ממשלת יפן', ['@JP']);
  check('hi', 'जापान की प्रधानमंत्री', ['@JP']);
  check('ko', '미국은 일본의 총리와', ['@US', '@JP']);
  check('zh', '美国总统访问日本和土耳其', ['@US', '@JP', '@TR']);
  check('zh-Hant', '美國總統訪問南韓', ['@US', '@KR']);
  check('ja', '米国と日本、カナダの首脳', ['@US', '@JP', '@CA']);
  check('ja', 'ブイランドの社長', []);
  check('th', 'นายกรัฐมนตรีญี่ปุ่นพบผู้นำจีน', ['@JP', '@CN']);
  check('und', 'talks in Japan', ['@JP']);
  check('und', 'переговоры в Японии', ['@JP']);
  check('ja', '会談は Japan Society で', ['@JP']);
});

describe('unspaced scripts', () => {
  it('splits katakana at the middle dot', () => {
    expect(textsIn('ドナルド・トランプ氏は語った', 'ja')).toEqual(['ドナルド', 'トランプ']);
  });
  it('finds transliteration runs in Chinese only', () => {
    expect(keysIn('总统特朗普说', 'zh')).toEqual(['TLMP']);
    expect(keysIn('総統特朗普談', 'ja')).toEqual([]);
  });
  it('parts a run from a place beside it', () => {
    expect(textsIn('乌克兰特朗普', 'zh')).toEqual(['乌克兰', '特朗普']);
  });
  it('finds Latin words inside Thai', () => {
    expect(keysIn('ผู้นำ NATO พบกัน', 'th')).toEqual(['=nato']);
  });
});

describe('mentions', () => {
  it('counts a key once and places it at its first mention', () => {
    const text = 'xx Karlsson xx Carlson xx Karlsson';
    expect(findNames(text, 'en')).toMatchObject([
      { text: 'Karlsson', key: 'KLSN', form: 'karlsson', kind: 'name', start: 3, count: 3 },
    ]);
  });
  it('takes marks off the form', () => {
    expect(findNames('xx Vučić xx', 'hr')[0]?.form).toBe('vucic');
  });
  it('keeps the first 200', () => {
    const letters = 'bdfgklmn';
    const words = Array.from({ length: 512 }, (_, i) =>
      [i >> 6, (i >> 3) & 7, i & 7].map((n) => `${letters.charAt(n)}a`).join('r'),
    ).map((word) => `xx K${word}`);
    expect(findNames(words.join(' '), 'en').length).toBe(200);
  });
  it('answers an empty text with no names', () => {
    for (const text of ['', ' \n', '12 345', '…', '\ud800', 'a'.repeat(1000)])
      expect(findNames(text, 'en')).toEqual([]);
  });
});
