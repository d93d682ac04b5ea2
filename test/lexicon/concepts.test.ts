import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { scanConceptKeys } from '../../src/lexicon/concept-keys.ts';
import { meaningsOf, readConcepts } from '../../src/lexicon/concepts.ts';
import { DEFAULT_SCHEME, decodeScheme, encodeScheme } from '../../src/lexicon/scheme.ts';

const BYTES = readFileSync(fileURLToPath(new URL('../../src/lexicon/data/concepts.bin', import.meta.url)));
const CONCEPTS = readConcepts(BYTES);

/** Concepts that a word has in a language, surest first. */
function conceptsOf(language: string, word: string): readonly number[] {
  const table = CONCEPTS.tableOf(language)!;
  const { count, keys } = scanConceptKeys(word, table.scheme);
  return [...keys.slice(0, count)]
    .flatMap((key) => meaningsOf(table, key))
    .sort((a, b) => b.strength - a.strength)
    .map(({ concept }) => concept);
}

/** Entries of a language read byte by byte, as the layout in `concepts.ts` says. */
function entriesByLayout(language: string) {
  const at = Array.from({ length: BYTES.readUInt16LE(6) }, (_, i) => 8 + 2 * CONCEPTS.size + 20 * i).find(
    (place) => BYTES.toString('latin1', place, place + 8).replaceAll('\0', '') === language,
  )!;
  const count = BYTES.readUInt32LE(at + 12);
  const offset = BYTES.readUInt32LE(at + 16);
  const uppers = Array.from({ length: 256 }, (_, upper) => BYTES.readUInt16LE(offset + 2 * upper));
  return uppers
    .flatMap((many, upper) => Array.from({ length: many }, () => upper))
    .map((upper, i) => {
      const meaning = BYTES.readUInt16LE(offset + 512 + 2 * count + 2 * i);
      const key = 65536 * upper + BYTES.readUInt16LE(offset + 512 + 2 * i);
      return { key, concept: meaning % 8192, strength: (Math.floor(meaning / 8192) + 1) / 8 };
    });
}

describe('the lexicon of concepts', () => {
  const words: readonly (readonly [language: string, word: string, english: string])[] = [
    ['de', 'Regierung', 'government'],
    ['fr', 'élection', 'election'],
    ['ru', 'президента', 'president'],
    ['ar', 'الحكومة', 'government'],
    ['zh', '总统', 'president'],
    ['ja', '選挙', 'election'],
    ['ko', '경찰이', 'police'],
    ['sw', 'serikali', 'government'],
    ['hi', 'पुलिस', 'police'],
  ];
  for (const [language, word, english] of words) {
    it(`${word} (${language}) means ${english}`, () => {
      const [concept] = conceptsOf('en', english);
      expect(conceptsOf(language, word)).toContain(concept);
    });
  }

  it('is at most 6 MB, for more than a hundred languages, and says how good each table is', () => {
    expect(BYTES.byteLength).toBeLessThanOrEqual(6_000_000);
    const known = ['de', 'fr', 'ru', 'ar', 'zh', 'ja', 'ko', 'sw', 'hi', 'dz', 'yo', 'zu', 'si', 'ta'];
    for (const language of known) {
      const { quality } = CONCEPTS.tableOf(language)!;
      expect(quality).toBeGreaterThan(0);
      expect(quality).toBeLessThan(1);
    }
    expect(CONCEPTS.tableOf('en')?.quality).toBe(1);
  });

  it('takes a regional tag for its language, and knows what it does not know', () => {
    expect(CONCEPTS.tableOf('sr-Latn')).toBe(CONCEPTS.tableOf('sr-Latn'));
    expect(CONCEPTS.tableOf('pt-BR')?.entries).toEqual(CONCEPTS.tableOf('pt')?.entries);
    expect(CONCEPTS.tableOf('und')).toBeUndefined();
    expect(CONCEPTS.tableOf('tlh')).toBeUndefined();
  });

  it.each(['de', 'zu', 'dz', 'zh'])('finds each entry of the file as it stands there: %s', (language) => {
    const table = CONCEPTS.tableOf(language)!;
    const entries = entriesByLayout(language);
    expect(entries).toHaveLength(table.entries.length);
    for (const [i, { key, concept, strength }] of entries.entries()) {
      if (i > 0) expect(key).toBeGreaterThanOrEqual(entries[i - 1]!.key);
      expect(meaningsOf(table, key)).toContainEqual({ concept, strength });
    }
  });

  it('refuses bytes that are no lexicon', () => {
    expect(() => readConcepts(new Uint8Array([1, 2, 3]))).toThrow('not a lexicon');
    expect(() => readConcepts(Buffer.from('{"a": "lexicon?"}'))).toThrow('not a lexicon');
  });

  it('refuses a lexicon that is cut short, wherever', () => {
    for (const size of [20, 3000, 100_000, BYTES.length - 1])
      expect(() => readConcepts(BYTES.subarray(0, size))).toThrow('cut short');
  });
});

describe('keys of words', () => {
  const keysOf = (text: string, scheme = DEFAULT_SCHEME): readonly number[] => {
    const { count, keys } = scanConceptKeys(text, scheme);
    return [...keys.slice(0, count)];
  };
  const same: readonly (readonly [name: string, a: string, b: string])[] = [
    ['case', 'Regierung', 'REGIERUNG'],
    ['an ending beyond the sixth letter', 'government', 'governments'],
    ['a particle of Korean', '대통령에게', '대통령에서'],
    ['a soft hyphen', 'Re\u00adgierung', 'Regierung'],
    ['full width', 'ＥＵ', 'eu'],
  ];
  for (const [name, a, b] of same)
    it(`${name} makes no difference`, () => expect(keysOf(a)).toEqual(keysOf(b)));

  const counts: readonly (readonly [name: string, text: string, count: number])[] = [
    ['one for a word', 'parliament', 1],
    ['none for a letter, a number, a sign', 'a 1234 %', 0],
    ['one for each pair of ideographs', '日本首相', 3],
    ['one for each Tibetan syllable and each pair of them', 'བོད་ཡིག་གསར', 5],
    ['one for each piece of Thai', 'รัฐบาล', 3],
  ];
  for (const [name, text, count] of counts) it(name, () => expect(keysOf(text)).toHaveLength(count));

  it('pieces find the root behind a prefix', () => {
    const pieces = { ...DEFAULT_SCHEME, length: 5, pieces: true };
    const shared = keysOf('abasebenzi', pieces).filter((key) => keysOf('umsebenzi', pieces).includes(key));
    expect(shared.length).toBeGreaterThanOrEqual(3);
    expect(keysOf('abasebenzi')).not.toEqual(keysOf('umsebenzi'));
  });

  it('bare letters lose their marks only where the language asks for it', () => {
    const bare = { ...DEFAULT_SCHEME, bare: true };
    expect(keysOf('ìjọba', bare)).toEqual(keysOf('ijoba', bare));
    expect(keysOf('ìjọba')).not.toEqual(keysOf('ijoba'));
  });

  it('a scheme survives its byte', () => {
    for (const length of [4, 5, 6])
      for (const pieces of [true, false])
        for (const bare of [true, false])
          for (const unspaced of [3, 4, 5, 6]) {
            const scheme = { length, pieces, bare, unspaced };
            expect(decodeScheme(encodeScheme(scheme))).toEqual(scheme);
          }
  });

  it('offsets are those of the words', () => {
    const text = 'Der Präsident, 高市早苗';
    const { count, starts, ends } = scanConceptKeys(text, DEFAULT_SCHEME);
    const words = Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]));
    expect(words).toEqual(['Der', 'Präsident', '高市', '市早', '早苗']);
  });
});
