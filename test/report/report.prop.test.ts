import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { round4 } from '../../src/lib/order.ts';
import { ISSUE_CODES } from '../../src/model/issue.ts';
import type { Report, ReportArticle, ReportGroup } from '../../src/model/report.ts';
import { renderReport } from '../../src/report/index.ts';
import { GERMAN, GROUP, joined, REPORT } from './sample.ts';

const PLAIN = { colour: false, width: 80 };

const text = fc.string({ unit: 'binary', maxLength: 12 });
const unit = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const maybe = <T>(name: string, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.oneof(
    fc.constant({}),
    value.map((one) => ({ [name]: one })),
  );

const article: fc.Arbitrary<ReportArticle> = fc
  .tuple(text, text, unit, maybe('record', fc.nat()), maybe('date', text), maybe('url', text))
  .map(([id, title, kept, ...optional]) =>
    Object.assign({ ...GERMAN, id, path: id, title, kept }, ...optional),
  );

const evidence = fc
  .record({
    names: fc.array(fc.record({ a: text, b: text, key: text, weight: unit }), { maxLength: 2 }),
    numbers: fc.array(
      fc.record({
        value: fc.double({ noNaN: true, noDefaultInfinity: true }),
        a: text,
        b: text,
        weight: unit,
      }),
      {
        maxLength: 2,
      },
    ),
  })
  .chain((base) => maybe('resemblance', unit).map((more) => ({ ...base, ...more })));

const group: fc.Arbitrary<ReportGroup> = fc
  .tuple(text, unit, fc.array(fc.tuple(text, unit), { minLength: 1, maxLength: 4 }), evidence)
  .map(([canonical, confidence, others, shared]) => ({
    ...GROUP,
    canonical,
    confidence,
    members: [
      { id: canonical, relation: 'canonical' as const, score: 1 },
      ...others.map(([id, score]) => ({ id, relation: 'near' as const, via: canonical, score })),
    ],
    links: others.map(([id, score]) => ({
      a: canonical,
      b: id,
      relation: 'near' as const,
      score,
      evidence: shared,
    })),
  }));

const report: fc.Arbitrary<Report> = fc
  .record({
    articles: fc.array(article, { maxLength: 4 }),
    groups: fc.array(group, { maxLength: 3 }),
    related: fc.array(fc.record({ a: text, b: text, score: unit, evidence }), { maxLength: 2 }),
    issues: fc.array(fc.record({ code: fc.constantFrom(...ISSUE_CODES), path: text, message: text }), {
      maxLength: 3,
    }),
  })
  .map((parts) => ({ ...REPORT, ...parts }));

const SCORES = new Set([
  'score',
  'confidence',
  'kept',
  'weight',
  'weakestLink',
  'resemblance',
  'containment',
]);

/** What JSON can hold of it, with scores of four digits: the value a reader must get. */
function published(value: Report): unknown {
  const round = (name: string, part: unknown): unknown =>
    SCORES.has(name) && typeof part === 'number' ? round4(part) : part;
  return JSON.parse(JSON.stringify(value, round));
}

describe('a report', () => {
  it('is the same after JSON, but for the precision of scores', async () => {
    await fc.assert(
      fc.asyncProperty(report, async (value) => {
        const parsed = JSON.parse(await joined(renderReport(value, 'json', PLAIN))) as unknown;
        expect(parsed).toEqual(published(value));
      }),
    );
  });

  it('rendered again from its JSON has the same bytes in every format', async () => {
    await fc.assert(
      fc.asyncProperty(report, async (value) => {
        const saved = JSON.parse(await joined(renderReport(value, 'json', PLAIN))) as Report;
        for (const format of ['json', 'ndjson', 'csv'] as const) {
          expect(await joined(renderReport(saved, format, PLAIN))).toBe(
            await joined(renderReport(value, format, PLAIN)),
          );
        }
      }),
    );
  });

  it('says the same in NDJSON as in JSON', async () => {
    await fc.assert(
      fc.asyncProperty(report, async (value) => {
        const document = JSON.parse(await joined(renderReport(value, 'json', PLAIN))) as Record<
          string,
          unknown
        >;
        const rows = (await joined(renderReport(value, 'ndjson', PLAIN)))
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line) as Record<string, unknown>);
        const of = (type: string): unknown[] =>
          rows.filter((row) => row['type'] === type).map(({ type: _, ...fields }) => fields);
        expect(of('run')).toEqual([
          { schema: document['schema'], tool: document['tool'], run: document['run'] },
        ]);
        expect(of('article')).toEqual(document['articles']);
        expect(of('group')).toEqual(document['groups']);
        expect(of('related')).toEqual(document['related']);
        expect(of('issue')).toEqual(document['issues']);
        expect(of('end')).toEqual([{ status: 'complete', summary: document['summary'] }]);
        expect(rows[0]?.['type']).toBe('run');
        expect(rows.at(-1)?.['type']).toBe('end');
      }),
    );
  });

  it('for people never holds a control character and shows every group', async () => {
    await fc.assert(
      fc.asyncProperty(report, fc.integer({ min: 20, max: 160 }), async (value, width) => {
        const page = await joined(renderReport(value, 'human', { colour: false, width }));
        expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        // What comes next may name a group once more.
        const [groups = ''] = page.split('\nNext: ');
        expect(groups.split(GROUP.id).length - 1).toBe(value.groups.length);
      }),
    );
  });
});
