import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/lib/columns.ts';
import type { Explanation } from '../../src/model/explanation.ts';
import type { InspectRow, Report } from '../../src/model/report.ts';
import { FORMATS, renderExplanation, renderInspect, renderReport } from '../../src/report/index.ts';
import { EXPLANATION, INSPECTED, joined, REPORT } from './sample.ts';

const ESC = '\x1b';
const HOSTILE: readonly string[] = [
  `${ESC}]52;c;cm0gLXJm\x07`,
  `${ESC}]8;;https://evil.example${ESC}\\click${ESC}]8;;${ESC}\\`,
  `${ESC}[2J${ESC}[1;1H`,
  '\x9b31m\x90payload\x9c',
  'line\r\nline\ttab\0nul\x08back\x7f',
  'abc\u202etxt.exe\u2066\u2069',
  'x\u2028\u2029\x85',
  '=cmd|"/c calc"!A1',
  '</script><img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  'half \ud800 pair',
  '$(touch pwned) `id` \'"; rm',
];

/** The same structure with a hostile string in every place of free text; closed lists stay as they are. */
const FREE = new Set([
  ...[
    'id',
    'path',
    'sourceId',
    'title',
    'date',
    'url',
    'source',
    'a',
    'b',
    'via',
    'canonical',
    'key',
    'unit',
  ],
  ...['message', 'against', 'bcp47', 'script', 'languages', 'text', 'home', 'iso', 'name', 'note', 'nearest'],
]);
function poisoned<T>(value: T, hostile: string, field = ''): T {
  if (typeof value === 'string') return (FREE.has(field) ? hostile : value) as T;
  if (Array.isArray(value)) return value.map((item) => poisoned(item, hostile, field)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, poisoned(part, hostile, name)]),
  ) as T;
}

const CONTROLS = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2067]/u;
/** Line ends are ours; so are U+2068 and U+2069 around right-to-left text. */
function withoutLineEnds(text: string): string {
  return text.replaceAll('\n', '');
}

describe.each(HOSTILE)('%j', (hostile) => {
  const report: Report = { ...poisoned(REPORT, hostile), schema: REPORT.schema };
  const row: InspectRow = poisoned(INSPECTED, hostile);
  const explanation: Explanation = poisoned(EXPLANATION, hostile);

  it.each([40, 100])('never reaches a terminal of %d columns', async (width) => {
    const options = { colour: false, width };
    const pages = [
      await joined(renderReport(report, 'human', options)),
      await joined(renderInspect([row], () => report.issues, 'human', options)),
      await joined(renderExplanation(explanation, 'human', options)),
    ];
    for (const page of pages) expect(withoutLineEnds(page)).not.toMatch(CONTROLS);
  });

  it('adds no line to a page', async () => {
    const options = { colour: false, width: 5000 };
    const count = async (of: Report): Promise<number> =>
      (await joined(renderReport(of, 'human', options))).split('\n').length;
    expect(await count(report)).toBe(await count(poisoned(REPORT, 'harmless')));
  });

  it('is the same string after JSON, whose bytes are harmless', async () => {
    const text = await joined(renderReport(report, 'json', { colour: false, width: 80 }));
    expect(withoutLineEnds(text)).not.toMatch(CONTROLS);
    const parsed = JSON.parse(text) as Report;
    expect([...parsed.articles].map((article) => article.title)).toEqual(
      [...report.articles].map((article) => article.title),
    );
    expect([...parsed.groups][0]?.canonical).toBe(hostile);
  });

  it('leaves CSV without escape sequences', async () => {
    const text = await joined(renderReport(report, 'csv', { colour: false, width: 80 }));
    expect(text.replaceAll(/[\t\r\n]/g, '')).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  });

  it.each(FORMATS)('breaks nothing in %s', (format) => {
    for (const piece of renderReport(report, format, { colour: true, width: 60 })) {
      // A path that is not UTF-8 is bytes, and those of files alone.
      const isText = typeof piece === 'string';
      expect(isText || (format === 'paths0' && (piece as unknown) instanceof Uint8Array)).toBe(true);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('right-to-left titles', () => {
  it('are isolated within the cut', async () => {
    const title = `${'שלום '.repeat(40)}\u2069`;
    const articles = [{ ...[...REPORT.articles][0]!, title }];
    const text = await joined(renderReport({ ...REPORT, articles }, 'human', { colour: false, width: 80 }));
    const line = text.split('\n').find((one) => one.includes('שלום')) ?? '';
    expect(line).toMatch(/\u2068[^\u2068\u2069]*…\u2069$/);
    expect(columnsOf(line)).toBeLessThanOrEqual(80);
  });
});
