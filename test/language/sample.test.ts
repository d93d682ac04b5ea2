import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/language/index.ts';
import { furtherPieces, samplePieces, sampleProse, sampleText } from '../../src/language/sample.ts';
import { leastGrowth } from '../helpers/growth.ts';

const MENU = ['Startseite', 'Wirtschaft', 'Kultur und Leben', 'Wissen', 'Anmelden', 'Impressum', 'Hilfe'];
const menu = (entries: number): string =>
  Array.from({ length: entries }, (_, i) => MENU[i % MENU.length]).join('\n');
const PROSE = [
  'The council said on Monday that it will close the old bridge for two weeks because the pillars are worn.',
  'Residents of the lower town have asked for a ferry, which the mayor promised to find before the weekend comes.',
  'Engineers who looked at the arches last spring had found cracks in three of them and called for quick repairs.',
].join('\n');

describe('sampleProse', () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 150 });
  const text = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'));

  it('is bounded, and its pieces stand in the text, in their order and apart', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 120, max: 1000 }), (whole, limit) => {
        const sample = sampleProse(whole, limit);
        expect(sample.length).toBeLessThanOrEqual(limit + 2);
        if (whole.length <= limit) expect(sample).toBe(whole);
        // Each unit of the sample but the two joints is found in the text, one after the other.
        let from = 0;
        let missed = 0;
        for (const unit of sample.split('')) {
          const found = whole.indexOf(unit, from);
          if (found < 0) missed++;
          else if (unit !== ' ') from = found + 1;
        }
        expect(missed).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('is the plain sample of a text of one long line', () => {
    const long = PROSE.replaceAll('\n', ' ').repeat(20);
    expect(sampleProse(long, 300)).toBe(sampleText(long, 300));
  });

  it('leaves the menus of a page for its prose', () => {
    const page = `${menu(90)}\n${`${PROSE}\n`.repeat(8)}${menu(90)}`;
    for (const entry of MENU) expect(sampleProse(page, 300)).not.toContain(entry);
    expect(detectLanguage(page).language.code).toBe('eng');
  });

  it('takes the longest lines where there is no prose', () => {
    const list = Array.from({ length: 400 }, (_, i) =>
      i % 40 === 20 ? 'the longest line of forty' : 'short',
    );
    expect(sampleProse(list.join('\n'), 90).match(/the longest line/g)?.length).toBe(3);
  });

  it('costs the same for any length', async () => {
    const sample = (lines: number) => {
      const whole = 'a\n'.repeat(lines);
      return () => {
        for (let i = 0; i < 2000; i++) sampleProse(whole, 1000);
      };
    };
    expect(await leastGrowth(sample, { from: 10_000, to: 1_000_000, enough: 10 })).toBeLessThanOrEqual(10);
  });
});

describe('furtherPieces', () => {
  const words = fc
    .array(fc.string({ unit: fc.constantFrom(...'abc\u0301é.'), minLength: 1, maxLength: 9 }), {
      minLength: 10,
      maxLength: 400,
      size: 'max',
    })
    .map((parts) => parts.join(' '));
  const wordsIn = (whole: string, pieces: readonly { start: number; end: number }[]) =>
    pieces
      .flatMap(({ start, end }) => whole.slice(start, end).split(' '))
      .filter((word) => word !== '')
      .sort();

  it('has with the smaller sample the words of the larger, none twice', () => {
    let found = 0;
    fc.assert(
      fc.property(words, fc.constantFrom([120, 360], [360, 1000]), (whole, [small = 0, large = 0]) => {
        const [smaller, larger] = [samplePieces(whole, small), samplePieces(whole, large)];
        const further = furtherPieces(whole, smaller, larger);
        if (further === undefined) return;
        if (whole.length > small) found++;
        expect(wordsIn(whole, [...smaller, ...further])).toEqual(wordsIn(whole, larger));
      }),
    );
    expect(found).toBeGreaterThan(30);
  });

  it('is none where the smaller sample cuts a word', () => {
    const whole = 'x'.repeat(2000);
    expect(furtherPieces(whole, samplePieces(whole, 120), samplePieces(whole, 360))).toBeUndefined();
  });
});
