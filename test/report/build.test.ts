import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/lib/digest.ts';
import type { Article } from '../../src/model/article.ts';
import type { Evidence, Link, Verdict } from '../../src/model/match.ts';
import type { ArticlePort } from '../../src/model/port.ts';
import {
  buildExplanation,
  buildReport,
  renderInspect,
  renderReport,
  toInspectRow,
} from '../../src/report/index.ts';
import { joined, TOOL } from './sample.ts';

function article(id: string, text: string, more: Partial<Article> = {}): Article {
  return {
    id,
    path: id,
    language: { code: 'deu', bcp47: 'de', script: 'Latn', confidence: 0.987654 },
    title: '',
    text,
    blocks: [{ text, start: 0, end: text.length, kept: true, role: 'body', confidence: 0.5 }],
    characters: text.length,
    kept: 1,
    rawDigest: sha256(`raw ${text}`),
    textDigest: sha256(text),
    names: [{ text: 'Elbe', key: 'LB', form: 'elbe', kind: 'name', start: 0, bits: 4, count: 1 }],
    numbers: [],
    dates: [],
    ...more,
  };
}

function portOf(articles: readonly Article[]): ArticlePort {
  return {
    count: articles.length,
    get: (index) => articles[index]!,
    head: (index) => articles[index]!,
    replace: () => {
      throw new Error('a report must not change articles');
    },
  };
}

const ORIGIN = { tool: TOOL, run: { options: {}, engine: '1', inputDigest: sha256('') } };
// Index order (zebra, alpha) is against id order, as it is for records with ids of their own.
const ARTICLES = [article('zebra', 'abc def'), article('alpha', 'abc', { record: 2, path: 'z' })];

const EVIDENCE: Evidence = {
  names: [{ a: 'Elbe', b: 'Labe', key: 'LB', weight: 7.123456 }],
  numbers: [],
  passages: [{ aStart: 0, aEnd: 3, bStart: 1, bEnd: 4 }],
  containment: 1,
};

const LINK: Link = {
  a: 0,
  b: 1,
  relation: 'contained',
  inner: 'b',
  score: 0.912345,
  evidence: () => EVIDENCE,
};

const report = buildReport(
  {
    ...ORIGIN,
    groups: [
      {
        kind: 'near',
        canonical: 0,
        canonicalReason: 'longest',
        confidence: 0.912345,
        weakestLink: 0.912345,
        members: [
          { index: 0, relation: 'canonical', score: 1 },
          { index: 1, relation: 'contained', via: 0, score: 0.912345 },
        ],
        links: [LINK],
      },
    ],
    related: [],
    issues: [
      { code: 'empty', path: 'b', message: 'nothing' },
      { code: 'binary', path: 'a', record: 10, message: 'bytes' },
      { code: 'binary', path: 'a', record: 9, message: 'bytes' },
    ],
    languages: ['de', 'cs'],
  },
  portOf(ARTICLES),
);

describe('buildReport', () => {
  const [group] = [...report.groups];
  it('orders the sides of a link by id, with all that names a side', () => {
    expect(group?.links).toEqual([
      {
        a: 'alpha',
        b: 'zebra',
        relation: 'contained',
        inner: 'a',
        score: 0.9123,
        evidence: {
          names: [{ a: 'Labe', b: 'Elbe', key: 'LB', weight: 7.1235 }],
          numbers: [],
          passages: [{ aStart: 1, aEnd: 4, bStart: 0, bEnd: 3 }],
          containment: 1,
        },
      },
    ]);
  });

  it('names a group by the smallest text digest of its members', () => {
    const smallest = ARTICLES.map((one) => one.textDigest).sort()[0] ?? '';
    expect(group?.id).toBe(`g${sha256(smallest).slice(0, 16)}`);
    expect(group?.members[1]).toEqual({
      id: 'alpha',
      relation: 'contained',
      via: 'zebra',
      score: 0.9123,
    });
  });

  it('orders issues by place and counts', () => {
    expect(report.issues.map((issue) => `${issue.path} ${issue.record ?? 0}`)).toEqual([
      'a 9',
      'a 10',
      'b 0',
    ]);
    expect(report.summary).toEqual({
      articles: 2,
      groups: 1,
      redundant: 1,
      languages: { cs: 1, de: 1 },
      issues: { binary: 2, empty: 1 },
    });
  });

  it('can be rendered more than once', async () => {
    const options = { colour: false, width: 80 };
    const first = await joined(renderReport(report, 'json', options));
    expect(first).toContain('"id":"alpha","path":"z","record":2');
    expect(await joined(renderReport(report, 'json', options))).toBe(first);
  });
});

describe('buildExplanation', () => {
  const [zebra, alpha] = [ARTICLES[0]!, ARTICLES[1]!];
  const verdict: Verdict = {
    relation: 'contained',
    inner: 'b',
    score: 0.9,
    evidence: EVIDENCE,
    signals: [],
  };

  it('puts the words of both beside each passage', () => {
    const explanation = buildExplanation(zebra, alpha, verdict, ORIGIN);
    expect(explanation.passages).toEqual([{ aStart: 0, aEnd: 3, bStart: 1, bEnd: 4, a: 'abc', b: 'bc' }]);
    expect(explanation.evidence).not.toHaveProperty('passages');
    expect(explanation.verdict).toEqual({ relation: 'contained', inner: 'b', score: 0.9 });
  });

  it('calls a refused pair distinct, and equal bytes identical', () => {
    const evidence = { names: [], numbers: [] };
    const refused = { score: 0.1, evidence, signals: [], nearest: 'a shared date' };
    expect(buildExplanation(zebra, alpha, refused, ORIGIN)).toMatchObject({
      verdict: { relation: 'distinct', score: 0.1 },
      nearest: 'a shared date',
      against: [],
    });
    const copy: Verdict = { relation: 'copy', score: 1, evidence, signals: [] };
    expect(buildExplanation(zebra, zebra, copy, ORIGIN).verdict).toEqual({
      relation: 'copy',
      identical: true,
      score: 1,
    });
    const retold = { ...zebra, rawDigest: sha256('other bytes') };
    expect(buildExplanation(zebra, retold, copy, ORIGIN).verdict).toEqual({ relation: 'copy', score: 1 });
  });
});

describe('toInspectRow', () => {
  it('publishes what the contract names, and no more', async () => {
    const text = await joined(
      renderInspect([toInspectRow(ARTICLES[1]!)], () => [], 'ndjson', { colour: false, width: 80 }),
    );
    expect(text.split('\n')[0]).toBe(
      '{"type":"inspect","id":"alpha","path":"z","record":2,' +
        '"language":{"code":"deu","bcp47":"de","script":"Latn","confidence":0.9877},"title":"",' +
        '"reading":{"encoding":"utf-8","by":"utf-8","confidence":1},' +
        '"characters":3,"kept":1,"text":"abc",' +
        '"blocks":[{"text":"abc","kept":true,"role":"body","confidence":0.5,"start":0,"end":3}],' +
        '"names":[{"text":"Elbe","key":"LB"}],"numbers":[],"dates":[]}',
    );
  });
});
