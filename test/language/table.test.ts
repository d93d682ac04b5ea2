import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf } from '../../src/language/grams.ts';
import { addScores, tableOf, unpack } from '../../src/language/table.ts';
import { splitWords } from '../../src/language/tokens.ts';
import { LANGUAGE_TABLES } from '../../src/lexicon/data/language-tables.ts';

const scripts = Object.keys(LANGUAGE_TABLES);

/** The grams of a text as strings, written down from the definition. */
function gramStrings(text: string): string[] {
  return splitWords(text).flatMap((word) => {
    const edged = ` ${word} `;
    const grams: string[] = [];
    for (let from = 0; from < edged.length; from++) {
      for (let length = 3; length <= 5 && from + length <= edged.length; length++) {
        grams.push(edged.slice(from, from + length));
      }
    }
    return word.length > 3 ? [...grams, `=${word}`] : grams;
  });
}

describe('the learned tables', () => {
  it.each(scripts)('%s: each language in its order, with a floor', (script) => {
    const table = tableOf(script);
    if (table === undefined) throw new Error(script);
    expect(table.floors.length).toBe(table.codeNumbers.length);
    expect(new Set(table.codeNumbers)).toEqual(new Set(table.codes.keys()));
    for (const code of table.codes) expect(code).toMatch(/^[a-z]{3}$/);
    expect(tableOf(script)).toBe(table);
  });

  it('are none for a script that no two languages share', () => {
    expect(tableOf('Grek')).toBeUndefined();
    expect(tableOf('constructor')).toBeUndefined();
  });

  it('have no weight of a language that is not theirs', () => {
    for (const script of scripts) {
      const table = tableOf(script);
      if (table === undefined) throw new Error(script);
      const greatest = table.weights.reduce((most, weight) => Math.max(most, weight >> 8), 0);
      expect(greatest).toBeLessThan(table.codeNumbers.length);
    }
  });
});

const letters = fc.constantFrom(...'abcdeéñß яжы بت कि  ,.’1');
const text = fc.array(letters, { maxLength: 60 }).map((parts) => parts.join(''));

describe('gramsOf', () => {
  it('gives one hash for each gram of the definition, equal grams equal hashes', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const into = new Uint32Array(1000);
        const hashes = [...into.subarray(0, gramsOf(sample, into))];
        const strings = gramStrings(sample);
        expect(hashes.length).toBe(strings.length);
        const hashOf = new Map(strings.map((gram, i) => [gram, hashes[i]]));
        expect(strings.map((gram) => hashOf.get(gram))).toEqual(hashes);
        for (const hash of hashes) expect(hash).toBeLessThan(2 ** 24);
      }),
    );
  });
});

describe('addScores', () => {
  it('adds the packed weights of each gram, gram by gram', () => {
    // Two grams of this word, and one of another; weights are bytes of two's complement.
    const into = new Uint32Array(100);
    const [first = 0, second = 0] = into.subarray(0, gramsOf('ab', into));
    const other = (Math.max(first, second) + 1) % 2 ** 24;
    const rows = [
      {
        gram: first,
        weights: [
          [0, 5],
          [2, -7],
        ],
      },
      {
        gram: second,
        weights: [
          [1, 127],
          [2, -127],
        ],
      },
      { gram: other, weights: [[0, 99]] },
    ].sort((a, b) => a.gram - b.gram);
    const bytes: number[][] = [[], [], [], []];
    let last = 0;
    for (const { gram, weights } of rows) {
      for (let gap = gram - last; ; gap >>>= 7) {
        bytes[0]?.push(gap > 0x7f ? (gap & 0x7f) | 0x80 : gap);
        if (gap <= 0x7f) break;
      }
      last = gram;
      bytes[1]?.push(weights.length);
      let before = -1;
      for (const [language = 0, weight = 0] of weights) {
        bytes[2]?.push(language - before);
        bytes[3]?.push(weight & 0xff);
        before = language;
      }
    }
    const table = unpack({
      languages: 'eng deu fra',
      floors: '0 0 0',
      grams: 3,
      weights: 5,
      data: brotliCompressSync(Uint8Array.from(bytes.flat())).toString('base64'),
    });
    const scores = new Int32Array(3);
    addScores('ab', table, scores);
    expect([...scores]).toEqual([5, 127, -134]);
  });

  it('adds up over the words of a text, whatever parts them', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const table = tableOf('Latn');
        if (table === undefined) throw new Error('no table');
        const together = new Int32Array(table.codeNumbers.length);
        const apart = new Int32Array(table.codeNumbers.length);
        const grams = addScores(`${a}, ${b}`, table, together);
        expect(addScores(a, table, apart) + addScores(b, table, apart)).toBe(grams);
        expect(together).toEqual(apart);
      }),
    );
  });
});
