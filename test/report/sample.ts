/** A report made by hand in which every optional field is used once; all texts are invented. */
import type { Explanation } from '../../src/model/explanation.ts';
import type { InspectRow, Report, ReportArticle, ReportGroup } from '../../src/model/report.ts';

const digest = (digit: string): string => digit.repeat(64);

export const TOOL = { name: 'dedupe', version: '0.1.0' };

export const GERMAN: ReportArticle = {
  id: 'news/bruecke-de.txt',
  path: 'news/bruecke-de.txt',
  language: { code: 'deu', bcp47: 'de', script: 'Latn', confidence: 0.98765 },
  title: 'Brücke über den Fluss nach drei Jahren wieder offen',
  date: '2024-05-02',
  characters: 2041,
  kept: 0.81239,
  rawDigest: digest('1'),
  textDigest: digest('a'),
};

export const JAPANESE: ReportArticle = {
  id: 'hashi-77',
  path: 'news/wire.ndjson',
  pathBytes: 'bmV3cy93aXJlLm5kanNvbg==',
  record: 3,
  offset: 1024,
  sourceId: '77',
  language: { code: 'jpn', bcp47: 'ja', script: 'Jpan', confidence: 1 },
  title: '三年ぶりに橋が再開、市長「長い道のりだった」',
  date: '2024-05-02T06:00:00Z',
  url: 'https://news.example/hashi',
  source: 'news.example',
  characters: 912,
  kept: 1,
  rawDigest: digest('2'),
  textDigest: digest('b'),
};

export const ARABIC: ReportArticle = {
  ...GERMAN,
  id: 'news/jisr-ar.txt',
  path: 'news/jisr-ar.txt',
  language: { code: 'arb', bcp47: 'ar', script: 'Arab', confidence: 0.99 },
  title: 'إعادة فتح الجسر بعد ثلاث سنوات',
  rawDigest: digest('3'),
  textDigest: digest('c'),
};

export const UNTITLED: ReportArticle = {
  id: 'news/opinion.txt',
  path: 'news/opinion.txt',
  language: { code: 'und', bcp47: 'und', script: 'Zyyy', confidence: 0 },
  title: '',
  characters: 40,
  kept: 1,
  rawDigest: digest('4'),
  textDigest: digest('d'),
};

export const ARTICLES: readonly ReportArticle[] = [GERMAN, ARABIC, UNTITLED, JAPANESE];

export const GROUP: ReportGroup = {
  id: 'g0123456789abcdef',
  kind: 'mixed',
  languages: ['ar', 'de', 'ja'],
  canonical: GERMAN.id,
  canonicalReason: 'longest',
  confidence: 0.96789,
  weakestLink: 0.91,
  isNew: true,
  formerIds: ['gfedcba9876543210'],
  members: [
    { id: GERMAN.id, relation: 'canonical', score: 1 },
    { id: ARABIC.id, relation: 'translation', via: JAPANESE.id, score: 0.91 },
    { id: JAPANESE.id, relation: 'contained', via: GERMAN.id, score: 0.99996 },
  ],
  links: [
    {
      a: JAPANESE.id,
      b: GERMAN.id,
      relation: 'contained',
      inner: 'a',
      reason: 'update',
      score: 0.99996,
      evidence: {
        names: [{ a: 'ハンナ・ヴィーゼ', b: 'Hanna Wiese', key: 'HN WS', weight: 14.25 }],
        numbers: [
          {
            value: 3.5e8,
            unit: 'EUR',
            a: '3億5000万ユーロ',
            b: '350 Millionen Euro',
            weight: 17.123456,
          },
        ],
        concepts: [{ a: '洪水', b: 'Hochwasser', weight: 6.5 }],
        passages: [{ aStart: 0, aEnd: 80, bStart: 12, bEnd: 140 }],
        resemblance: 0.61,
        containment: 0.995,
        against: ['one date differs'],
      },
    },
    {
      a: JAPANESE.id,
      b: ARABIC.id,
      relation: 'translation',
      identical: false,
      score: 0.91,
      evidence: {
        names: [
          { a: 'ハンナ・ヴィーゼ', b: 'هانا فيزه', key: 'HN WS', weight: 13 },
          { a: 'Elbe', b: 'Elbe', key: 'LB', weight: 9 },
        ],
        numbers: [],
      },
    },
  ],
};

export const REPORT: Report = {
  schema: 'dedupe.report/1',
  tool: TOOL,
  run: {
    options: { clean: true, threshold: 'balanced', shingle: 3 },
    engine: '1',
    inputDigest: digest('e'),
    startedAt: '2024-05-03T00:00:00Z',
  },
  articles: ARTICLES,
  groups: [GROUP],
  related: [
    {
      a: GERMAN.id,
      b: UNTITLED.id,
      score: 0.705,
      evidence: {
        names: [{ a: 'Elbe', b: 'Elbe', key: 'LB', weight: 9 }],
        numbers: [],
        concepts: [{ a: 'Brücke', b: 'puente', weight: 5 }],
        passages: [{ aStart: 5, aEnd: 9, bStart: 1, bEnd: 5 }],
        resemblance: 0.02,
        containment: 0.03,
        against: ['no number in both'],
      },
    },
  ],
  issues: [
    {
      code: 'invalid-json',
      path: 'news/wire.ndjson',
      record: 2,
      offset: 512,
      message: 'not JSON at column 7; repair the record',
    },
    { code: 'bucket-capped', path: '', message: 'one bucket held 5000 articles, 1000 were compared' },
  ],
  summary: {
    articles: 4,
    groups: 1,
    redundant: 2,
    languages: { ar: 1, de: 1, ja: 1, und: 1 },
    issues: { 'bucket-capped': 1, 'invalid-json': 1 },
  },
  end: { status: 'complete' },
};

export const EMPTY: Report = {
  ...REPORT,
  articles: [],
  groups: [],
  related: [],
  issues: [],
  summary: { articles: 0, groups: 0, redundant: 0, languages: {}, issues: {} },
};

export const INSPECTED: InspectRow = {
  type: 'inspect',
  id: 'news/bruecke-de.txt',
  path: 'news/bruecke-de.txt',
  record: 1,
  language: { code: 'deu', bcp47: 'de', script: 'Latn', confidence: 0.98765 },
  title: 'Brücke wieder offen',
  date: '2024-05-02',
  url: 'https://www.jornal.example/ponte',
  declaredLanguage: 'pt-BR',
  alternates: [{ language: 'en', url: 'https://www.jornal.example/en/bridge' }],
  reading: {
    encoding: 'windows-1252',
    by: 'detected',
    confidence: 0.97,
    repairs: [
      { kind: 'double-encoding', count: 4, via: 'windows-1251' },
      { kind: 'soft-hyphen', count: 1 },
      { kind: 'entity', count: 2 },
      { kind: 'wrapped-lines', count: 3 },
    ],
    fields: {
      text: 'body',
      id: 'uuid',
      title: 'headline',
      date: 'published',
      url: 'link',
      source: 'publisher',
    },
  },
  characters: 70,
  kept: 0.75,
  text: 'Brücke wieder offen\nDie Elbbrücke kostete 350 Millionen Euro.',
  blocks: [
    {
      text: 'Brücke wieder offen',
      kept: true,
      role: 'title',
      confidence: 0.95,
      language: 'de',
      start: 0,
      end: 19,
    },
    {
      text: 'Die Elbbrücke kostete 350 Millionen Euro.',
      kept: true,
      role: 'lead',
      confidence: 0.9,
      start: 20,
      end: 61,
    },
    {
      text: 'Diesen Beitrag\nteilen',
      kept: false,
      role: 'chrome',
      reason: 'share',
      confidence: 0.99,
      start: 62,
      end: 83,
    },
    {
      text: 'Hafen meldet Rekord',
      kept: false,
      role: 'teaser',
      reason: 'teaser-of',
      confidence: 0.8,
      home: 'news/hafen.txt',
      start: 84,
      end: 103,
    },
    {
      text: 'Elbe-Bote',
      kept: false,
      role: 'chrome',
      reason: 'repeated-in-source',
      confidence: 0.9,
      articles: 12,
      start: 104,
      end: 113,
    },
    {
      text: 'Foto: Archiv',
      kept: false,
      role: 'chrome',
      reason: 'site-rule',
      confidence: 1,
      rule: 3,
      start: 114,
      end: 126,
    },
  ],
  names: [{ text: 'Elbbrücke', key: 'LBRK' }],
  numbers: [{ text: '350 Millionen Euro', value: 3.5e8, unit: 'EUR' }],
  dates: [
    { text: '2. Mai', iso: '--05-02' },
    { text: '2024', iso: '2024' },
  ],
};

export const EXPLANATION: Explanation = {
  schema: 'dedupe.explanation/1',
  tool: TOOL,
  run: { options: { threshold: 'balanced' }, engine: '1' },
  a: GERMAN,
  b: JAPANESE,
  verdict: { relation: 'contained', identical: false, inner: 'b', reason: 'update', score: 0.87654 },
  decided: {
    decision: 'same',
    through: true,
    when: '2024-05-03T08:00:00Z',
    by: 'ana',
    note: 'the desk agreed',
  },
  grouped: 'apart',
  nearSignals: [{ name: 'resemblance', value: 0.61, contribution: 4.27, note: '40 shared shingles' }],
  signals: [
    { name: 'names', value: 14.25, contribution: 4.5, note: 'one rare name in both' },
    { name: 'numbers', value: 17.123456, contribution: 2.25, note: 'one value in both' },
    { name: 'length', value: 0.44, contribution: -1.5, note: 'the shorter has 44% of the longer' },
  ],
  evidence: {
    names: [{ a: 'Hanna Wiese', b: 'ハンナ・ヴィーゼ', key: 'HN WS', weight: 14.25 }],
    numbers: [
      { value: 3.5e8, unit: 'EUR', a: '350 Millionen Euro', b: '3億5000万ユーロ', weight: 17.123456 },
    ],
    concepts: [{ a: '洪水', b: 'Hochwasser', weight: 6.5 }],
    resemblance: 0.61,
    containment: 0.995,
  },
  passages: [
    { aStart: 12, aEnd: 28, bStart: 0, bEnd: 9, a: 'Die Brücke steht', b: '橋は建っている' },
    {
      aStart: 30,
      aEnd: 60,
      bStart: 9,
      bEnd: 20,
      a: 'Sie war drei Jahre gesperrt.',
      b: '三年間閉鎖されていた。',
      score: 0.91234,
    },
  ],
  against: ['one date differs'],
  nearest: 'a threshold of "loose" would have joined them',
  end: { status: 'complete' },
};

type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** What the pieces are as a file: bytes that are no UTF-8 become one sign each, as they stand. */
export async function joined(chunks: Pieces): Promise<string> {
  let text = '';
  for await (const chunk of chunks)
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1');
  return text;
}
