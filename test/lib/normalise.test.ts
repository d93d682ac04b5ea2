/** The comparison form: what becomes of single texts, and that the short cuts change no result. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/lib/digest.ts';
import { hashBeginning, mayComposeUnit, normaliseLabel, normaliseText } from '../../src/lib/normalise.ts';
import { normalisedDigest, normalisedHash } from '../../src/lib/normalised-digest.ts';
import { readUnits } from '../../src/lib/text-units.ts';
import { comparisonForm } from '../helpers/comparison-form.ts';

function slowlyLabel(text: string): string {
  const characters = [
    ...comparisonForm(text)
      .toLowerCase()
      .replace(/i\u0307/g, 'i'),
  ];
  const isPunctuation = (character: string | undefined) => /^[\s\p{P}\p{S}]$/u.test(character ?? 'a');
  while (isPunctuation(characters[0])) characters.shift();
  while (isPunctuation(characters.at(-1))) characters.pop();
  return characters.join('');
}

/** Every unit beside others of its kind and beside what composes with most: no table may say more than NFC does. */
it('normalises every character of the first plane as its definition says', () => {
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit);
    for (const text of [
      `a${character}a`,
      `e${character}\u0301`,
      `가${character}`,
      `${character}${character}`,
    ]) {
      const form = comparisonForm(text);
      if (normaliseText(text) !== form) expect.fail(`U+${unit.toString(16)}`);
      if (normalisedDigest(text) !== sha256(form)) expect.fail(`digest of U+${unit.toString(16)}`);
    }
  }
});

it('takes the digest of texts longer than all before', () => {
  for (let length = 1 << 10; length <= 1 << 18; length *= 2) {
    const text = 'abé'.repeat(length);
    expect(normalisedDigest(text)).toBe(sha256(text));
  }
});

it('hashes texts of one form alike, and others apart', () => {
  fc.assert(
    fc.property(TEXTS, TEXTS, (a, b) => {
      expect(normalisedHash(a)).toBe(normalisedHash(normaliseText(a)));
      expect(normalisedHash(a) === normalisedHash(b)).toBe(normaliseText(a) === normaliseText(b));
    }),
  );
  // 60,000 texts that differ in one or two characters: none of 53 bits is the same, and of 32 bits as many as by chance.
  const hashes = Array.from({ length: 60_000 }, (_, i) =>
    normalisedHash(`The ${i % 244}th sitting of the council, called for the ${Math.floor(i / 244)}th time.`),
  );
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashes.every(Number.isSafeInteger)).toBe(true);
  expect(new Set(hashes.map((hash) => hash >>> 0)).size).toBeGreaterThan(hashes.length - 5);
  expect(new Set(hashes.map((hash) => Math.floor(hash / 2 ** 32))).size).toBeGreaterThan(58_500);
});

it('calls composed only what stays as it is before and after all else of which that is said', () => {
  const units = Array.from({ length: 0xe80 }, (_, unit) => unit).filter((unit) => !mayComposeUnit(unit));
  const characters = units.map((unit) => String.fromCharCode(unit));
  expect(characters.length).toBeGreaterThan(2000);
  for (const character of characters) {
    const pairs = character + characters.join(character);
    if (pairs.normalize('NFC') !== pairs) expect.fail(`U+${character.charCodeAt(0).toString(16)}`);
  }
});

/** Texts of the characters that the rules are about, and of any others. */
const TEXTS = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...' \u00a0\t\n\u3000ab Éé\u0301ñ…—–„“”«»`´ʼ‘’\u200b\u00ad\ufeff・「」हि가\u1fef\u212a🙂!?.',
    ),
  }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string(),
);

describe('normaliseText', () => {
  it.each([
    ['  two   words ', 'two words'],
    ['“Neue”\u00a0Mole', '"Neue" Mole'],
    ['e\u0301te\u0301', 'été'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['1990–1995…', '1990-1995...'],
    ['', ''],
    [' ', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  it('is what its definition says', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        expect(normaliseText(text)).toBe(comparisonForm(text));
      }),
      { numRuns: 3000, seed: 3 },
    );
  });

  it('says of every single character what its definition says', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const text = `a${String.fromCharCode(unit)}b`;
      if (normaliseText(text) !== comparisonForm(text)) expect.fail(`U+${unit.toString(16)}`);
    }
  });
});

describe('normaliseLabel', () => {
  it.each([
    ['« Articles similaires » :', 'articles similaires'],
    ['🙂 Share 🙂', 'share'],
    ['...', ''],
    ["l'été", "l'été"],
    ['İlgili Haberler', 'ilgili haberler'],
  ])('%j becomes %j', (text, expected) => {
    expect(normaliseLabel(text)).toBe(expected);
  });

  it('is what its definition says', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        expect(normaliseLabel(text)).toBe(slowlyLabel(text));
      }),
      { numRuns: 3000, seed: 4 },
    );
  });
});

describe('hashBeginning', () => {
  const hashOf = (text: string) => hashBeginning(readUnits(text).units, 0, text.length);

  it('is the same for texts that are the same in their form', () => {
    expect(hashOf('“No…” – he said')).toBe(hashOf(`"No..."  - he said`));
    expect(hashOf('a ferry for both of the islands, one')).toBe(
      hashOf('a ferry for both of the islands, two'),
    );
    expect(hashOf('a ferry')).not.toBe(hashOf('a fairy'));
    expect(hashOf('e\u0301')).toBe(-1);
    fc.assert(
      fc.property(TEXTS, fc.string({ maxLength: 30 }), (text, end) => {
        const whole = `${text}${end}`;
        const [before, after] = [hashOf(whole), hashOf(normaliseText(whole))];
        if (before >= 0 && after >= 0) expect(after).toBe(before);
      }),
      { numRuns: 3000, seed: 6 },
    );
  });
});
