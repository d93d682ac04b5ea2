import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutAddresses } from '../../src/language/addresses.ts';
import { detectLanguage, loadVoters } from '../../src/language/index.ts';
import { leastTime } from '../helpers/growth.ts';

const voters = await loadVoters();

describe('addresses alone have no language', () => {
  const cases = [
    'user@example.com other@example.org',
    'https://www.example.com/news/world/the-old-bridge-is-closed-for-two-weeks',
    'www.example.com/the-council',
    'example.com',
    '(news.example.co.uk/the-council-said-on-monday)',
    '@thecouncil @oldbridge, @weather_report',
    'mailto:the.council@example.org, ftp://example.org/the/old/bridge',
  ];
  for (const text of cases) {
    it(text, () => {
      expect(detectLanguage(text, voters).language).toMatchObject({ code: 'und', confidence: 0 });
    });
  }
});

describe('withoutAddresses', () => {
  const check = (text: string, expected: string): void => {
    it(text, () => {
      expect(withoutAddresses(text).replace(/ +/g, ' ').trim()).toBe(expected);
    });
  };
  check('Weiter auf example.com lesen', 'Weiter auf lesen');
  check('Ask press@example.org or call.', 'Ask or call.');
  check('詳しくはhttps://example.com/をご覧ください。', '詳しくは をご覧ください。');
  check('На https://пример.example/мост написано', 'На написано');
  check('Er ging.Dann kam sie.', 'Er ging.Dann kam sie.');
  check(
    'um 5 p.m. and e.g. the U.S. at 12.30 and/or 1.000.000',
    'um 5 p.m. and e.g. the U.S. at 12.30 and/or 1.000.000',
  );
  check('стр.мост сказал.он', 'стр.мост сказал.он');

  it('changes nothing where there is neither full stop, at sign nor scheme', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const plain = text.replace(/[.@:]/g, '');
        expect(withoutAddresses(plain)).toBe(plain);
      }),
    );
  });

  it('leaves the words around an address, in their order', () => {
    const address = fc.constantFrom(
      'https://example.com/a?b=c',
      'a@example.org',
      '@someone',
      'www.example.net',
    );
    const word = fc.constantFrom('bridge', 'Brücke', 'мост', 'जंगल', 'الجسر', 'end.');
    fc.assert(
      fc.property(fc.array(fc.oneof(address, word), { maxLength: 30 }), (parts) => {
        const left = withoutAddresses(parts.join(' ')).split(/ +/).filter(Boolean);
        expect(left).toEqual(parts.filter((part) => !/[@/]|www/.test(part)));
      }),
    );
  });

  it('is linear', async () => {
    for (const text of [
      'a.'.repeat(500_000),
      '@'.repeat(1_000_000),
      '://'.repeat(300_000),
      'a.b '.repeat(200_000),
    ]) {
      expect(await leastTime(2000, () => withoutAddresses(text))).toBeLessThanOrEqual(2000);
    }
  });
});
