/** How rows of tables are written: what quotes, backslashes and spaces mean. What all formats share is in `formats`. */
import { describe, expect, it } from 'vitest';
import { cellsOf, type RowGrammar } from '../../src/ingest/table/row-grammar.ts';
import { RowSplitter } from '../../src/ingest/table/split-rows.ts';
import { codes, readOne, texts } from './workspace.ts';

interface Case {
  readonly name: string;
  readonly file?: string;
  readonly rows: readonly string[];
  readonly map?: Readonly<Record<string, string>>;
  readonly expected: readonly string[];
}

function check({ name, file = 'a.csv', rows, map = {}, expected }: Case): void {
  it(name, async () => {
    const result = await readOne(file, `${rows.join('\n')}\n`, { map });
    expect(codes(result)).toEqual([]);
    expect(texts(result)).toEqual(expected);
  });
}

describe('quotes behind a backslash', () => {
  const rows = ['1,"He said \\"no\\", twice.\\', '', 'Then \\\\ he left.",x', '2,"\\"b\\"",\\N'];
  const expected = ['He said "no", twice.\n\nThen \\ he left.', '"b"'];
  check({ name: 'under a header', rows: ['id,text,note', ...rows], expected });
  check({ name: 'by number', rows, map: { text: '2' }, expected });
  check({
    name: 'beside a quote that is doubled',
    rows: ['id,text', '1,"a \\"b\\" ""c"""', '2,"d"'],
    expected: ['a "b" "c"', 'd'],
  });
  check({
    name: 'behind a line for spreadsheets',
    rows: ['sep=;', 'id;text', '1;"a \\"b\\"; c"', '2;d'],
    expected: ['a "b"; c', 'd'],
  });
  check({
    name: 'only where it makes more sense: a path in a cell of RFC 4180 ends in one',
    rows: ['id,text,note', '1,"C:\\a\\",x', '2,"b ""c\\"" d",y'],
    expected: ['C:\\a\\', 'b "c\\" d'],
  });
});

describe('spaces before quotes', () => {
  check({
    name: 'belong to no cell',
    rows: ['id, text, note', '1, "a, b', '', 'c ""d""", x', '2, "e", y'],
    expected: ['a, b\n\nc "d"', 'e'],
  });
  check({
    name: 'and backslashes before others',
    rows: ['id, text', '1, "a, \\"b\\""', '2, "c"'],
    expected: ['a, "b"', 'c'],
  });
  check({
    name: 'inside of a quoted cell are its own',
    rows: ['id,text', '1,"a, ""b"", c"', '2,"d, "'],
    expected: ['a, "b", c', 'd, '],
  });
});

describe('tables that a database wrote', () => {
  const of = (name: string, rows: readonly string[], expected: readonly string[]): void =>
    check({ name, file: 'a.tsv', rows, expected });
  of(
    'write line ends, tabs and backslashes',
    ['id\ttext\tnote', '1\tOne.\\n\\n"Two"\\ttabs.\\nC:\\\\new.\t\\N', '2\tb\tx'],
    ['One.\n\n"Two"\ttabs.\nC:\\new.', 'b'],
  );
  of(
    'or a backslash before them',
    ['id\ttext\tnote', '1\tOne.\\', 'Two.\\', '\t\\N', '2\tb\tx'],
    ['One.\nTwo.\n', 'b'],
  );
  of(
    'are told by a sign: a formula is none',
    ['id\ttext', '1\tThe \\nu and \\tau and \\nabla'],
    ['The \\nu and \\tau and \\nabla'],
  );
  of(
    'and by all backslashes: a path is none',
    ['id\ttext\tnote', '1\tC:\\Users\\new\t\\N', '2\tb\tx'],
    ['C:\\Users\\new', 'b'],
  );
});

describe('line ends that a table writes as two characters', () => {
  check({
    name: 'are some where a text has none other',
    rows: ['id,text', '1,"One ""a"".\\n\\nTwo.\\nThree."', '2,C:\\new'],
    expected: ['One "a".\n\nTwo.\nThree.', 'C:\\new'],
  });
  check({
    name: 'also between elements',
    rows: ['id,text', '1,<p>One.</p>\\n<p>Two.</p>\\n<p>Three.</p>'],
    expected: ['One.\n\nTwo.\n\nThree.\n'],
  });
});

it('rows are the same however the bytes come in pieces', () => {
  const written = Buffer.from('1, "a \\"b\\\\\\"c\\\\", x\\\n2, "d", \\N\n3,e\\\\,f\n');
  const inLines = Buffer.from('1\ta\\\\\\\nb\\\tc\tx\n2\td\\\\\ty\n');
  for (const [bytes, grammar] of [
    [written, { delimiter: ',', isQuoted: true, hasEscapes: true, isSpaced: true }],
    [inLines, { delimiter: '\t', isQuoted: false, hasEscapes: true, isSpaced: false }],
  ] as const satisfies readonly (readonly [Buffer, RowGrammar])[]) {
    const rowsOf = (size: number): unknown => {
      const splitter = new RowSplitter(1 << 20, grammar, 0);
      for (let at = 0; at < bytes.length; at += size) splitter.push(bytes.subarray(at, at + size));
      splitter.end();
      return splitter.slices.map((slice) =>
        slice.kind === 'record' ? cellsOf(slice.bytes.toString(), grammar) : slice,
      );
    };
    expect(rowsOf(1)).toEqual(rowsOf(bytes.length));
    expect(rowsOf(3)).toEqual(rowsOf(bytes.length));
    expect(rowsOf(7)).toHaveLength(bytes === written ? 3 : 2);
  }
});
