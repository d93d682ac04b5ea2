import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames } from '../../src/features/names/index.ts';
import { placeAt } from '../../src/features/names/place-lookup.ts';
import { placeIndex } from '../../src/features/names/places.ts';
import { splitWords } from '../../src/features/names/words.ts';
import { PLACE_CODES, PLACE_NAMES } from '../../src/lexicon/data/places.ts';
import { scriptOf } from '../../src/lib/script.ts';

const LANGUAGES = [
  'en',
  'de',
  'ru',
  'ja',
  'ko',
  'zh',
  'ar',
  'he',
  'hi',
  'th',
  'tr',
  'el',
  'und',
  'xx-Nonsense',
];
const language = fc.constantFrom(...LANGUAGES);
const fragment = fc.constantFrom(
  ...[
    'Karlsson',
    'the ',
    'U.S.',
    ' ',
    '. ',
    '\n',
    "'",
    '’s ',
    'NATO',
    'Трампом ',
    'トランプ',
    '・',
    '日本',
    '特朗普',
    '트럼프는 ',
  ],
  ...[
    'ولليابان ',
    'לטראמפ ',
    'ट्रंप ',
    'ไทย',
    'İ',
    '\u0301',
    '\u200d',
    '\ud83d',
    '😀',
    '-',
    'A.',
    'Δ',
    'South ',
    'Korea',
  ],
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join('')),
);

describe('findNames', () => {
  it('keeps its promises on any text', () => {
    fc.assert(
      fc.property(text, language, (input, tag) => {
        const names = findNames(input, tag);
        expect(findNames(input, tag)).toEqual(names);
        expect(new Set(names.map((name) => name.key)).size).toBe(names.length);
        let previous = 0;
        for (const name of names) {
          expect(input.slice(name.start, name.start + name.text.length)).toBe(name.text);
          expect(name.text.length).toBeGreaterThan(0);
          expect(name.count).toBeGreaterThanOrEqual(1);
          expect(name.start).toBeGreaterThanOrEqual(previous);
          expect(name.form).toMatch(/^[a-z]*$/);
          expect(name.key).toMatch(/^(?:@[0-9A-Z]{2,3}|=[a-z]{2,}|A?[TPKMNLS]{2,})$/);
          expect(name.key.startsWith('@')).toBe(name.kind === 'place');
          previous = name.start;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on what was read before', () => {
    fc.assert(
      fc.property(text, text, language, language, (a, b, tagA, tagB) => {
        const alone = findNames(a, tagA);
        findNames(b, tagB);
        expect(findNames(a, tagA)).toEqual(alone);
      }),
      { numRuns: 100 },
    );
  });

  /** A quadratic step would take minutes on these; the limit is generous for a busy machine. */
  const hostile: readonly (readonly [what: string, text: string])[] = [
    ['capital letters', 'A'.repeat(1e6)],
    ['single capitals', 'A '.repeat(5e5)],
    ['dotted capitals', 'A.'.repeat(5e5)],
    ['apostrophes', "A'".repeat(5e5)],
    ['capitalised words', 'Karlsson '.repeat(1e5)],
    ['sentence ends', '.'.repeat(1e6)],
    ['headlines', 'Karlsson\n'.repeat(1e5)],
    ['transliteration characters', '特朗普'.repeat(3e5)],
    ['katakana', 'トランプ'.repeat(2.5e5)],
    ['Thai', 'ญี่ปุ่น'.repeat(1.4e5)],
    ['Hebrew geresh', 'א״'.repeat(5e5)],
    ['combining marks', `A${'\u0301'.repeat(1e6)}`],
    ['openings of place names', 'South '.repeat(1.5e5)],
  ];
  for (const [what, input] of hostile) {
    it(`is linear on ${what}`, { timeout: 10_000 }, () => {
      expect(findNames(input, 'en').length).toBeLessThanOrEqual(200);
    });
  }
});

describe('splitWords', () => {
  it('covers every letter once, one script a word', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { count, starts, ends } = splitWords(input);
        const covered = new Uint8Array(input.length);
        for (let i = 0; i < count; i++) covered.fill(1, starts[i], ends[i]);
        for (let i = 0; i < input.length; i++) {
          const code = input.codePointAt(i) ?? 0;
          // Signs of one script alone, such as the apostrophe of Armenian, are no letters.
          const isLetter = /\p{L}/u.test(String.fromCodePoint(code));
          if (isLetter && scriptOf(code) !== 'Zyyy') expect(covered[i]).toBe(1);
        }
        for (let i = 1; i < count; i++) expect(starts[i]).toBeGreaterThanOrEqual(ends[i - 1] ?? 0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('placeAt', () => {
  for (const locale of ['ja', 'zh', 'th']) {
    it(`finds what a search through all names finds (${locale})`, () => {
      const codes = PLACE_CODES.split(' ');
      const names = new Map<string, string>();
      (PLACE_NAMES[locale] ?? '').split('|').forEach((cell, position) => {
        for (const name of cell.split('/')) {
          const shortest = locale === 'th' ? 3 : 2;
          const isNew = !names.has(name) || /^@\d/.test(names.get(name) ?? '');
          if (name.length >= shortest && isNew && /^[^\p{Script=Latin}]/u.test(name))
            names.set(name, `@${codes[position]}`);
        }
      });
      const index = placeIndex(locale);
      const piece = fc.oneof(fc.constantFrom(...names.keys()), fc.constantFrom('は', '的', 'ที่', 'x', ' '));
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 5 }), fc.nat(6), (pieces, drop) => {
          const input = pieces.join('').slice(drop);
          for (let i = 0; i < input.length; i++) {
            let naive = '';
            for (const name of names.keys())
              if (name.length > naive.length && input.startsWith(name, i)) naive = name;
            const found = placeAt(input, i, index);
            expect(found?.length ?? 0).toBe(naive.length);
            if (found !== undefined) expect(found.key).toBe(names.get(naive));
          }
        }),
        { numRuns: 60 },
      );
    });
  }
});
