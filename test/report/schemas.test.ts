import { describe, expect, it } from 'vitest';
import {
  renderExplanation,
  renderInspect,
  renderReport,
  SCHEMAS,
  type SchemaName,
} from '../../src/report/index.ts';
import { errorsOf, jsonLines as lines } from '../helpers/schemas.ts';
import { EMPTY, EXPLANATION, INSPECTED, JAPANESE, joined, REPORT } from './sample.ts';

const PLAIN = { colour: false, width: 80 };
type Plain = Record<string, unknown>;

/** Properties of a value in the order of writing that stand elsewhere in the schema, or not at all. */
function orderFaults(value: unknown, schema: Plain, at: string): readonly string[] {
  if (Array.isArray(value)) {
    const items = schema['items'] as Plain | undefined;
    return items === undefined ? [] : value.flatMap((item, i) => orderFaults(item, items, `${at}[${i}]`));
  }
  const properties = schema['properties'] as Record<string, Plain> | undefined;
  if (typeof value !== 'object' || value === null || properties === undefined) return [];
  const names = Object.keys(value);
  const expected = Object.keys(properties).filter((name) => names.includes(name));
  const own =
    names.join() === expected.join() ? [] : [`${at}: ${names.join()} instead of ${expected.join()}`];
  return [
    ...own,
    ...Object.entries(value).flatMap(([name, part]) =>
      orderFaults(part, properties[name] ?? {}, `${at}.${name}`),
    ),
  ];
}

/** Names of optional fields anywhere in the schema that the value never uses. */
function unusedFields(value: unknown, schema: Plain, at = ''): readonly string[] {
  if (schema['type'] === 'array') {
    const items = schema['items'] as Plain;
    const unused = (value as readonly unknown[]).map((item) => new Set(unusedFields(item, items, `${at}[]`)));
    const [first, ...rest] = unused;
    return [...(first ?? [])].filter((name) => rest.every((set) => set.has(name)));
  }
  const properties = schema['properties'] as Record<string, Plain> | undefined;
  if (properties === undefined) return [];
  return Object.entries(properties).flatMap(([name, part]) => {
    const own = (value as Plain)[name];
    return own === undefined ? [`${at}.${name}`] : unusedFields(own, part, `${at}.${name}`);
  });
}

const documents: Readonly<Record<'report' | 'inspect' | 'explanation', () => Promise<string>>> = {
  report: () => joined(renderReport(REPORT, 'json', PLAIN)),
  inspect: () => joined(renderInspect([INSPECTED], () => REPORT.issues, 'json', PLAIN)),
  explanation: () => joined(renderExplanation({ ...EXPLANATION, a: JAPANESE }, 'json', PLAIN)),
};

describe.each(Object.entries(documents))('the JSON of %s', (name, render) => {
  const schema = SCHEMAS[name as SchemaName] as Plain;
  it('follows its schema', async () => {
    expect(errorsOf(name as SchemaName, JSON.parse(await render()))).toEqual([]);
  });
  it('has its fields in the order of the schema', async () => {
    expect(orderFaults(JSON.parse(await render()), schema, name)).toEqual([]);
  });
  it('uses every field of the schema, so that none goes untested', async () => {
    expect(unusedFields(JSON.parse(await render()), schema)).toEqual([]);
  });
});

describe('rows of NDJSON', () => {
  it('of a report follow their schema', async () => {
    for (const row of lines(await joined(renderReport(REPORT, 'ndjson', PLAIN)))) {
      expect(errorsOf('report-row', row)).toEqual([]);
    }
  });
  it('of inspect follow their schema', async () => {
    const rows = lines(await joined(renderInspect([INSPECTED], () => REPORT.issues, 'ndjson', PLAIN)));
    expect(rows.length).toBe(2);
    for (const row of rows) expect(errorsOf('inspect-row', row)).toEqual([]);
  });
});

describe('empty results follow their schemas', () => {
  it('report', async () => {
    expect(errorsOf('report', JSON.parse(await joined(renderReport(EMPTY, 'json', PLAIN))))).toEqual([]);
    for (const row of lines(await joined(renderReport(EMPTY, 'ndjson', PLAIN)))) {
      expect(errorsOf('report-row', row)).toEqual([]);
    }
  });
  it('inspect', async () => {
    const text = await joined(renderInspect([], () => [], 'json', PLAIN));
    expect(errorsOf('inspect', JSON.parse(text))).toEqual([]);
  });
});

describe('the schemas refuse', () => {
  const refuse = (what: string, change: (report: Plain) => unknown): void => {
    it(what, async () => {
      const report = JSON.parse(await documents.report()) as Plain;
      change(report);
      expect(errorsOf('report', report)).not.toEqual([]);
    });
  };
  const first = (report: Plain, list: string): Plain => (report[list] as Plain[])[0] ?? {};
  refuse('an unknown field', (report) => Object.assign(first(report, 'articles'), { colour: 'red' }));
  refuse('a missing field', (report) => delete first(report, 'groups')['kind']);
  refuse('an unknown issue code', (report) => Object.assign(first(report, 'issues'), { code: 'odd' }));
  refuse('an unknown code in the summary', (report) =>
    Object.assign(report['summary'] as Plain, { issues: { odd: 1 } }),
  );
  refuse('a score above one', (report) => Object.assign(first(report, 'related'), { score: 1.1 }));
  refuse('a date of another form', (report) =>
    Object.assign(first(report, 'articles'), { date: '2 May 2024' }),
  );
  refuse('a cut document', (report) => delete report['end']);
});
