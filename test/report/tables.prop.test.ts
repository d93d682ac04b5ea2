/** No cell of a table for a spreadsheet is a formula; none adds a cell or a row, or is acted on where it is shown. */
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleCell } from '../../src/lib/visible.ts';
import { markdownCode, markdownText } from '../../src/report/markdown-text.ts';
import { tableWriter } from '../../src/report/table.ts';

interface Parser {
  parse(text: string, options: object): { readonly data: readonly (readonly string[])[] };
}
const papa = createRequire(import.meta.url)('papaparse') as Parser;

const ESC = '\x1b';
/** Half of the characters are hostile, or random text would hardly ever hold one at the right place. */
const hostile = fc.constantFrom(
  ...['=', '+', '-', '@', '\t', '\r', '\n', '"', "'", '\\', '|', '`', '<', '>', '[', ']', '(', ')', '!', '#'],
  ...['&', ';', ',', '\0', ESC, '\x9b', '\x07', '\u202e', '\u2066', '\u2028', '\ud83d', '\ufeff', '\u200b'],
  ...[
    '=HYPERLINK("http://x")',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '<script>',
    '](javascript:x)',
    'http://x.y',
    'www.x',
  ],
);
const cell = fc
  .array(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 8 })
  .map((parts) => parts.join(''));
const cells = fc.array(cell, { minLength: 2, maxLength: 4 });

/** What a spreadsheet runs, after it has taken off what it takes off. */
const RUNS = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]/;
const ACTED_ON = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\p{Cs}]/u;

describe('CSV', () => {
  const { line } = tableWriter('csv', ['a', 'b'], 'spreadsheet');
  const { line: exactLine } = tableWriter('csv', ['a', 'b'], 'program');
  const parse = (text: string) => papa.parse(text.slice(0, -2), { delimiter: ',', newline: '\r\n' }).data;
  it('for programs has each cell as it is', () => {
    fc.assert(
      fc.property(cells, (row) => {
        const text = exactLine(row);
        expect(text).not.toMatch(ACTED_ON);
        expect(parse(text)).toEqual([row.map(visibleCell)]);
      }),
      { numRuns: 500 },
    );
  });
  it('for spreadsheets has the cells that were written, none of them a formula', () => {
    fc.assert(
      fc.property(cells, (row) => {
        const text = line(row);
        expect(text).not.toMatch(ACTED_ON);
        const parsed = parse(text);
        expect(parsed).toHaveLength(1);
        expect(parsed[0]).toHaveLength(row.length);
        for (const one of parsed[0] ?? []) expect(one).not.toMatch(RUNS);
      }),
      { numRuns: 500 },
    );
  });
});

describe('TSV', () => {
  const { line } = tableWriter('tsv', ['a', 'b'], 'spreadsheet');
  const UNESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
  it('is one line of as many cells', () => {
    fc.assert(
      fc.property(cells, (row) => {
        const text = line(row);
        expect(text).not.toMatch(ACTED_ON);
        expect(text.slice(0, -1)).not.toMatch(/[\r\n]/);
        const parsed = text.slice(0, -1).split('\t');
        expect(parsed).toHaveLength(row.length);
      }),
      { numRuns: 500 },
    );
  });
  it('can be read back where nothing had to be taken out', () => {
    const harmless = fc
      .array(fc.constantFrom('a', 'é', '日', ' ', '\t', '\n', '\r', '\\', '\\n', '"', '=', '-', '+', '@'), {
        maxLength: 8,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(harmless, (text) => {
        const [written = ''] = line([text, '']).split('\t');
        expect(written.replace(/\\([tnr\\])/g, (_, sign: string) => UNESCAPED[sign] ?? '')).toBe(text);
      }),
    );
  });
});

describe('Markdown', () => {
  it('text is one line without markup', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const shown = markdownText(text);
        expect(shown).not.toMatch(/[\r\n\t]/);
        expect(shown).not.toMatch(ACTED_ON);
        // Without its escapes nothing is left that means something.
        const bare = shown.replace(/\\[!-/:-@[-`{-~]/g, '');
        expect(bare).not.toMatch(/[\\`*_[\]<>|#&:@$]/);
        expect(bare).not.toMatch(/www\./i);
        expect(shown).not.toMatch(/^(?:[-+=]|\d{1,9}[.)])/);
      }),
      { numRuns: 500 },
    );
  });
  it('code stays code', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const shown = markdownCode(text);
        const fence = /^`+/.exec(shown)?.[0] ?? '';
        const inside = shown.slice(fence.length, -fence.length);
        expect(shown.endsWith(fence)).toBe(true);
        expect(inside.match(/`+/g) ?? []).not.toContain(fence);
        expect(shown).not.toMatch(/[\r\n]/);
        expect(shown).not.toMatch(ACTED_ON);
      }),
      { numRuns: 500 },
    );
  });
});
