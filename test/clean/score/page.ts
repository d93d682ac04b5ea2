/** Pages for the tests of the block scorer: read from lines, or drawn at random from lines that real pages have. */
import fc from 'fast-check';
import { DEFAULT_LOOKUP } from '../../../src/clean/lookup.ts';
import { type Page, pageOfLines, readPage } from '../../../src/clean/page.ts';
import { type LineMeasures, measureLines } from '../../../src/clean/score/measures.ts';

/** A page of the given lines; lines without text are no lines. */
export function pageOf(...lines: readonly string[]): Page {
  return readPage(lines.join('\n'), DEFAULT_LOOKUP);
}

/** Measures of lines, as they are, white space included. */
export function measuresOf(texts: readonly string[]): LineMeasures {
  const { lines, units } = pageOfLines(
    texts.map((text) => ({ text, blankBefore: 0, separatorsBefore: 0 })),
    DEFAULT_LOOKUP,
  );
  return measureLines(lines, units);
}

const WORDS = [
  'the',
  'harbour',
  'Council',
  'voted,',
  'again',
  'on',
  'Monday',
  '3.5',
  '«нет»',
  'مجلس',
  '会議',
  'สะพาน',
];

const prose = fc
  .array(fc.constantFrom(...WORDS), { minLength: 8, maxLength: 30 })
  .map((words) => `${words.join(' ')}.`);
const chrome = fc.constantFrom(
  'Home',
  'Share',
  '12 comments',
  'Related articles',
  'Advertisement',
  '14:05',
  '3. Mai 2024 | Ada Brand',
  '首页 · 新闻 · 体育',
  '댓글 3',
  '...',
  ':',
  '0',
);

/** Pages of prose, chrome and any characters at all, lone surrogates included. */
export const randomPage: fc.Arbitrary<Page> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: prose },
      { weight: 3, arbitrary: chrome },
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.array(fc.nat(0xffff), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
    ),
    { maxLength: 40 },
  )
  .map((lines) => pageOf(...lines));
