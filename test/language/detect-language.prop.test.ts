import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage, loadVoters } from '../../src/language/index.ts';
import { sampleText } from '../../src/language/sample.ts';
import { keepScript } from '../../src/language/scripts.ts';
import { scriptOf } from '../../src/lib/script.ts';

const voters = await loadVoters();

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc
    .array(fc.constantFrom('the ', 'und ', 'не ', 'के ', '的', 'は', '가', 'في ', '12 ', '\n'), {
      maxLength: 200,
    })
    .map((parts) => parts.join('')),
);

describe('detectLanguage', () => {
  it('answers every text, with a confidence between 0 and 1, the same each time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { language } = detectLanguage(text, voters);
        expect(language.confidence).toBeGreaterThanOrEqual(0);
        expect(language.confidence).toBeLessThanOrEqual(1);
        expect(language.code).toMatch(/^[a-z]{3}$/);
        expect(language.script).toMatch(/^[A-Z][a-z]{3}$/);
        expect(language.code === 'und').toBe(language.confidence === 0);
        expect(detectLanguage(text, voters)).toEqual({ language, unsure: false });
        // The libraries are only heard where they are missed.
        const alone = detectLanguage(text);
        if (!alone.unsure) expect(alone.language).toEqual(language);
      }),
    );
  });

  it('does not hear digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 .,:%-]{0,80}$/), (text) => {
        expect(detectLanguage(text, voters).language.code).toBe('und');
      }),
    );
  });
});

describe('sampleText', () => {
  it('is bounded and made of pieces of the text', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 60, max: 300 }), (text, limit) => {
        const sample = sampleText(text, limit);
        expect(sample.length).toBeLessThanOrEqual(limit + 2);
        if (text.length <= limit) expect(sample).toBe(text);
      }),
    );
  });
});

describe('keepScript', () => {
  it('leaves every word with a letter of the script, and no other', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const wordsOf = (part: string): readonly string[] => {
          const letters = Array.from(part, (letter) =>
            scriptOf(letter.codePointAt(0) ?? 0) === 'Zyyy' ? ' ' : letter,
          );
          return letters.join('').split(' ').filter(Boolean);
        };
        const isLatin = (letter: string): boolean => scriptOf(letter.codePointAt(0) ?? 0) === 'Latn';
        const expected = wordsOf(text).filter((word) => Array.from(word).some(isLatin));
        expect(wordsOf(keepScript(text, 'Latn'))).toEqual(expected);
      }),
    );
  });
});
