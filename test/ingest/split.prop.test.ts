import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Splitter, split } from '../../src/ingest/split.ts';
import { LineSplitter } from '../../src/ingest/split-lines.ts';
import { ValueSplitter } from '../../src/ingest/split-values.ts';
import { inPieces } from './workspace.ts';

const LIMIT = 10_000;

async function collectSlices(
  source: AsyncIterable<Uint8Array>,
  splitter: Splitter,
): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const slices of split(source, splitter)) {
    for (const slice of slices) {
      const content = slice.kind === 'record' ? Buffer.from(slice.bytes).toString('utf8') : slice.code;
      found.push(`${slice.record ?? '-'} ${slice.offset} ${content}`);
    }
  }
  return found;
}

const values = (data: Buffer, size: number, limit = LIMIT) =>
  collectSlices(inPieces(data, size), new ValueSplitter(limit, { textNames: ['text'] }));
const lines = (data: Buffer, size: number, limit = LIMIT) =>
  collectSlices(inPieces(data, size), new LineSplitter(limit));

const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });
const space = fc.constantFrom('', ' ', '\n', ' \r\n\t');

describe('splitting JSON values', () => {
  it('finds the elements of an array in any pieces, each at its offset', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(json, { maxLength: 6 }),
        space,
        fc.integer({ min: 1, max: 40 }),
        async (items, gap, size) => {
          const data = Buffer.from(
            `[${gap}${items.map((item) => JSON.stringify(item)).join(`${gap},${gap}`)}${gap}]${gap}`,
          );
          const found = await values(data, size);
          expect(
            found.map((line) => JSON.parse(line.slice(line.indexOf(' ', line.indexOf(' ') + 1) + 1))),
          ).toEqual(items.map((item) => JSON.parse(JSON.stringify(item))));
          for (const line of found) {
            const [, offset, ...rest] = line.split(' ');
            const content = Buffer.from(rest.join(' '));
            expect(data.subarray(Number(offset), Number(offset) + content.length).equals(content)).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('answers the same for any bytes in any pieces', async () => {
    const soup = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        '\\',
        ',',
        ':',
        'a',
        ' ',
        '\n',
        '"text":"x"',
        '{"text":"y"}',
        'é',
      ),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(
        soup,
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(5, 20, LIMIT),
        async (parts, size, limit) => {
          const data = Buffer.from(parts.join(''));
          const whole = await lines(data, LIMIT, limit);
          expect(await lines(data, size, limit)).toEqual(whole);
          // A wrapper is recognised by what fits under the limit, so pieces matter only below it.
          if (limit === LIMIT) expect(await values(data, size)).toEqual(await values(data, LIMIT));
          else await values(data, size, limit);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('splitting', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['an array', '[{"text":"a"}, {"text":"b"}]', ['1 1 {"text":"a"}', '2 15 {"text":"b"}']],
    ['an object', ' {"text":"a"}\n', ['1 1 {"text":"a"}']],
    ['objects in a row', '{"text":"a"}{"text":"b"}', ['1 0 {"text":"a"}', '2 12 {"text":"b"}']],
    [
      'a wrapper',
      '{"n":1,"all":[{"text":"a"},{"text":"b"}],"z":{}}',
      ['1 14 {"text":"a"}', '2 27 {"text":"b"}'],
    ],
    ['a wrapper and more', '{"all":[{"text":"a"}]} {"text":"b"}', ['1 8 {"text":"a"}', '2 23 {"text":"b"}']],
    [
      'a wrapper whose first record is bad',
      '{"all":[7,{"x":1},{"text":"a"}]}',
      ['1 8 7', '2 10 {"x":1}', '3 18 {"text":"a"}'],
    ],
    [
      'a record with a list',
      '{"tags":[{"text":"t"}],"text":"a"}',
      ['1 0 {"tags":[{"text":"t"}],"text":"a"}'],
    ],
    ['two arrays of records', '{"a":[{"text":"a"}],"b":[{"text":"b"}]}', ['1 0 invalid-record']],
    ['an object without records', '{"a":[{"x":1}],"b":[2]}', ['1 0 {"a":[{"x":1}],"b":[2]}']],
    [
      'brackets in strings',
      '[{"text":"]}\\"[{"},{"text":"b"}]',
      ['1 1 {"text":"]}\\"[{"}', '2 19 {"text":"b"}'],
    ],
    ['a mark', '\ufeff[{"text":"a"}]', ['1 4 {"text":"a"}']],
    ['an array cut in a record', '[{"text":"a"},{"text":"b', ['1 1 {"text":"a"}', '2 14 invalid-json']],
    ['an array cut between records', '[{"text":"a"},', ['1 1 {"text":"a"}', '- 14 invalid-json']],
    ['a wrapper cut in a record', '{"all":[{"text":"a"},{"text":', ['1 8 {"text":"a"}', '2 21 invalid-json']],
    [
      'a wrapper cut behind its array',
      '{"all":[{"text":"a"}],"n":',
      ['1 8 {"text":"a"}', '- 26 invalid-json'],
    ],
    ['a record cut off', '{"n":1,"text":"a', ['1 0 invalid-json']],
    ['junk', '[{"text":"a"}] xyz {"text":"b"}', ['1 1 {"text":"a"}', '- 15 invalid-json']],
    ['no JSON', 'xyz', ['- 0 invalid-json']],
    ['a stray bracket', '[}]', ['1 1 }']],
    ['nothing', ' \n', []],
    ['an empty array', '[]', []],
  ];
  for (const [name, data, expected] of cases) {
    it(name, async () => {
      for (const size of [1, 3, LIMIT]) expect(await values(Buffer.from(data), size)).toEqual(expected);
    });
  }

  it('keeps the neighbours of a record beyond the limit', async () => {
    const long = JSON.stringify({ text: 'x'.repeat(200) });
    const data = Buffer.from(`[{"text":"a"},${long},{"text":"b"}]`);
    const at = 14 + long.length + 1;
    for (const size of [1, 50, LIMIT]) {
      expect(await values(data, size, 100)).toEqual([
        '1 1 {"text":"a"}',
        '2 14 too-long',
        `3 ${at} {"text":"b"}`,
      ]);
    }
    const rows = Buffer.from(`{"text":"a"}\n${long}\n{"text":"b"}`);
    for (const size of [1, 50, LIMIT]) {
      expect(await lines(rows, size, 100)).toEqual([
        '1 0 {"text":"a"}',
        '2 13 too-long',
        `3 ${at - 1} {"text":"b"}`,
      ]);
    }
  });

  it('reads a wrapper that is longer than the limit', async () => {
    const records = [...Array(50).keys()].map((number) => `{"text":"${number}"}`);
    const data = Buffer.from(`{"count":50,"all":[${records.join(',')}],"end":[1,2]}`);
    for (const size of [1, 7, LIMIT]) {
      const found = await values(data, size, 100);
      expect(found.map((line) => line.split(' ')[2])).toEqual(records);
    }
  });

  it('gives one fault for an endless value', async () => {
    for (const data of [`{"text":"${'x'.repeat(5000)}`, `[${'['.repeat(5000)}`, '{"a":{'.repeat(900)]) {
      expect(await values(Buffer.from(data), 64, 100)).toHaveLength(1);
    }
  });

  it('refuses deep nesting and keeps the neighbours', async () => {
    const deep = (levels: number): string => `{"text":"a","x":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    const data = Buffer.from(`[${deep(999)},${deep(1000)},{"text":"b"}]`);
    const found = (await values(data, LIMIT)).map((line) => line.split(' ')[2]?.slice(0, 10));
    expect(found).toEqual(['{"text":"a', 'too-deep', '{"text":"b']);
  });

  it('splits lines with any line end and skips blank ones', async () => {
    expect(await lines(Buffer.from('\ufeff{"a":1}\r\n\r\n \n{"b":2}\n3'), 2)).toEqual([
      '1 3 {"a":1}\r',
      '2 16 {"b":2}',
      '3 24 3',
    ]);
  });
});
