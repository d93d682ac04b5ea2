/** What the characters of a line say, counted by hand in five kinds of script; properties of all lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURE, MEASURE_COUNT } from '../../../src/clean/score/measures.ts';
import { latinLength } from '../../../src/lib/script.ts';
import { measuresOf } from './page.ts';

type Measures = Partial<Readonly<Record<keyof typeof MEASURE, number>>>;

function measure(text: string): Readonly<Record<keyof typeof MEASURE, number>> {
  const { values } = measuresOf([text]);
  return Object.fromEntries(
    Object.entries(MEASURE).map(([name, column]) => [name, values[column]]),
  ) as Record<keyof typeof MEASURE, number>;
}

/** Hashes of the words of a line. */
function wordsIn(text: string): readonly number[] {
  const { words, wordStart } = measuresOf([text]);
  return [...words.subarray(0, wordStart[1])];
}

describe('measureLines', () => {
  it.each<[text: string, expected: Measures]>([
    [
      'Der Rat stimmte zu, und 3.5 Mio. flossen.',
      { letters: 28, words: 9, cased: 7, upper: 3, capitals: 3, digits: 2, pauses: 3, stops: 1, longest: 7 },
    ],
    [
      'NEWS | SPORT | 14:05',
      { letters: 9, words: 4, cased: 2, upper: 2, capitals: 9, digits: 4, pauses: 0, signs: 2 },
    ],
    ['“No,” he said: "never."', { words: 4, cased: 4, upper: 1, quotes: 4, pauses: 1, stops: 0 }],
    [
      '建设部长说，桥梁将于3月开放。',
      { letters: 12, words: 13, cased: 0, digits: 1, pauses: 2, stops: 0, longest: 1 },
    ],
    ['雨停了。路通了。', { letters: 6, words: 6, pauses: 2, stops: 1, length: 20 }],
    ['시의회가 다리를 승인했다.', { letters: 11, words: 11, cased: 0, pauses: 1, stops: 0, length: 36 }],
    ['สภาเมือง สะพาน', { letters: 13, words: 13, cased: 0, pauses: 0, stops: 0, length: 14 }],
    ['وافق المجلس، ثم غادر الوزير؟', { letters: 22, words: 5, cased: 0, pauses: 2, stops: 0, longest: 6 }],
    ['रात हुई। वह घर गया।', { words: 5, cased: 0, pauses: 2, stops: 1 }],
    ['', { letters: 0, words: 0, length: 0, longest: 0, shape: -1 }],
  ])('%s', (text, expected) => {
    expect(measure(text)).toMatchObject(expected);
  });

  it('has a name for each column, and no two names for one', () => {
    expect(Object.values(MEASURE).sort((a, b) => a - b)).toEqual(
      Array.from({ length: MEASURE_COUNT }, (_, i) => i),
    );
  });

  it('compares words without regard to case, to width and to what stands beside them', () => {
    expect(wordsIn('Der RAT, der rat')).toEqual([...wordsIn('der rat'), ...wordsIn('der rat')]);
    expect(wordsIn('２０２４ ＡＢＣ')).toEqual(wordsIn('2024 abc'));
    expect(wordsIn('Bär')).not.toEqual(wordsIn('Bar'));
    expect(wordsIn('rat')).not.toEqual(wordsIn('tar'));
  });

  it('takes pairs of ideographs and triples of unspaced letters for words', () => {
    const [, second] = wordsIn('桥梁');
    expect(wordsIn('大桥梁工')[2]).toBe(second);
    expect(wordsIn('สะพาน')[4]).toBe(wordsIn('มพาน')[3]);
    expect(wordsIn('สะพาน')[1]).not.toBe(wordsIn('มะพาน')[1]);
  });

  it('gives lines of one mould one shape', () => {
    const shape = (text: string) => measure(text).shape;
    expect(shape('3. Mai 2024 | Ada Brand')).toBe(shape('17. Juni 1999 | Li Weiss'));
    expect(shape('3. Mai 2024 | Ada Brand')).not.toBe(shape('Ada Brand | 3. Mai 2024'));
    expect([shape('Home'), shape('a whole sentence without any sign')]).toEqual([-1, -1]);
  });

  it('measures each line as if it stood alone, and its length as the pages do', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(fc.nat(0xffff), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 8 }), (texts) => {
        const all = measuresOf(texts);
        texts.forEach((text, i) => {
          const alone = measuresOf([text]);
          const row = all.values.subarray(i * MEASURE_COUNT, (i + 1) * MEASURE_COUNT);
          expect(row).toEqual(alone.values);
          expect(all.words.subarray(all.wordStart[i], all.wordStart[i + 1])).toEqual(
            alone.words.subarray(0, alone.wordStart[1]),
          );
          expect(row[MEASURE.length]).toBe(latinLength(text));
          expect(row[MEASURE.words]).toBe(all.wordStart[i + 1]! - all.wordStart[i]!);
        });
      }),
      { seed: 13, numRuns: 300 },
    );
  });
});
