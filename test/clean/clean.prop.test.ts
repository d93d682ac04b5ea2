/** Properties: blocks tile the text; cleaning what was cleaned changes nothing in the pages that are drawn here. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanArticle, keptText, segmentOnly } from '../../src/clean/index.ts';

const prose = fc
  .array(
    fc.constantFrom(
      'the',
      'harbour',
      'council',
      'voted,',
      'again',
      'on',
      'Monday',
      'köprü',
      '建设',
      'причал',
    ),
    {
      minLength: 6,
      maxLength: 40,
    },
  )
  .map((words) => `${words.join(' ')}.`);
const line = fc.oneof(
  { weight: 4, arbitrary: prose },
  fc.constantFrom(
    'Related articles',
    'Advertisement',
    'Home',
    'Search',
    'Share',
    'Menu',
    'Sign in',
    'Comments',
  ),
  fc.constantFrom(
    'Von KI berichtet',
    'Bild generiert von KI',
    'Diese Website verwendet Cookies',
    'Ablehnen',
    'A label',
  ),
  fc.string({ maxLength: 30 }),
);
const gap = fc.constantFrom('\n', '\n\n', '\r\n', '\r', '\n\u00a0\n\u00a0\n', '\u2028');
const page = fc
  .array(fc.tuple(line, gap), { maxLength: 30 })
  .map((parts) => parts.map(([text, end]) => text + end).join(''));

describe('cleanArticle', () => {
  it('tiles the text: ordered slices that cover every character but white space', () => {
    fc.assert(
      fc.property(fc.oneof(page, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        for (const { blocks } of [cleanArticle({ text }), segmentOnly({ text })]) {
          let at = 0;
          for (const block of blocks) {
            expect(text.slice(at, block.start).trim()).toBe('');
            expect(text.slice(block.start, block.end)).toBe(block.text);
            expect(block.text.trim()).toBe(block.text);
            expect(block.text).not.toBe('');
            expect(block.kept).toBe(block.reason === undefined);
            at = block.end;
          }
          expect(text.slice(at).trim()).toBe('');
        }
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it('is idempotent: cleaning a cleaned text changes nothing', () => {
    fc.assert(
      fc.property(page, (text) => {
        const once = keptText(cleanArticle({ text }).blocks);
        expect(keptText(cleanArticle({ text: once }).blocks)).toBe(once);
      }),
      { numRuns: 400, seed: 11 },
    );
  });
});
