/** One article in each format that is read, through the real command: the same text, title and facts come out of all. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InspectRow } from '../../src/model/report.ts';
import { inspect, type ParsedReport, ROOT, scan } from '../helpers/command.ts';

const FOLDER = 'fixtures/formats';
const TITLE = 'Sandhaven lends its lighthouse stairs to a choir';
const URL = 'https://www.sandhaven-post.example/culture/lighthouse-choir';
const DATE = '2024-03-04T17:30:00Z';

/** Id, and the facts that the format carries beside the text. */
const CHOIR: Readonly<
  Record<string, readonly { id: string; date?: string; url?: string; source?: string }[]>
> = {
  'archive.tar.gz!/culture/choir.html': [{ id: `${FOLDER}/archive.tar.gz!/culture/choir.html`, date: DATE }],
  'archive.tar.gz!/culture/records.jsonl': [{ id: 'tar-1', date: DATE, url: URL }],
  'archive.zip!/culture/choir.txt': [{ id: `${FOLDER}/archive.zip!/culture/choir.txt` }],
  'collected.txt': [{ id: `${FOLDER}/collected.txt#1`, date: '2024-03-04', source: 'Sandhaven Post' }],
  'corpus.txt': [{ id: '1', date: '2024-03-04', url: 'https://harbour.example/1', source: 'Sandhaven Post' }],
  'crawl.warc.gz': [
    { id: 'urn:uuid:59-https---www-sandhaven-post-example-culture-lighthouse-choir', date: DATE, url: URL },
    {
      id: 'urn:uuid:63-https---www-sandhaven-post-example-culture-lighthouse-choir-amp',
      date: DATE,
      url: `${URL}/amp`,
    },
  ],
  'crawl.wet': [
    { id: 'urn:uuid:0b3c7c1e-6d0e-4a55-9c0b-2f1f5a8f1f00', date: '2024-03-05T06:07:08Z', url: URL },
  ],
  'edition.tei': [{ id: 'sandhaven-4711-tei', date: '2024-03-04' }],
  'factiva.txt': [{ id: 'HARB000020240304ee000001h', date: '2024-03-04', source: 'Sandhaven Post' }],
  'feed.atom': [{ id: 'tag:sandhaven-post.example,2024:4711', date: DATE, url: URL }],
  'feed.rss': [{ id: 'post-4711', date: DATE, url: URL }],
  'legacy.mbox': ['5001', '5002', '5003'].map((id) => ({
    id: `${id}@sandhaven-post.example`,
    date: DATE,
    source: 'sandhaven-post.example',
  })),
  'letter.eml': [{ id: `${FOLDER}/letter.eml`, date: DATE, source: 'sandhaven-post.example' }],
  'letters.mbox': [{ id: '4711@sandhaven-post.example', date: DATE, source: 'sandhaven-post.example' }],
  'nested.json': [{ id: 'nested-1', date: DATE, url: URL }],
  'nexis.txt': [{ id: `${FOLDER}/nexis.txt#1`, date: '2024-03-04', source: 'Sandhaven Post' }],
  'page.alto.xml': [{ id: `${FOLDER}/page.alto.xml#1` }],
  'plain.txt.bz2': [{ id: `${FOLDER}/plain.txt.bz2` }],
  'plain.txt.xz': [{ id: `${FOLDER}/plain.txt.xz` }],
  'plain.txt.zst': [{ id: `${FOLDER}/plain.txt.zst` }],
  'proquest.txt': [{ id: `${FOLDER}/proquest.txt#1`, date: '2024-03-04', source: 'Sandhaven Post' }],
  'table.csv': [{ id: 'csv-1', date: DATE, url: URL }],
  'table.parquet': [{ id: 'pq-1', date: DATE, url: URL }],
  'table.tsv': [{ id: 'tsv-1' }],
  'wide.csv': [{ id: 'wide-csv' }],
  'wide.json': [{ id: 'wide-3', date: DATE, url: URL }],
  'wide.jsonl': [{ id: 'wide-1', date: DATE, url: URL }],
  'wide.rss': [{ id: 'wide-4711', date: DATE, url: URL }],
  'wire.json': [{ id: 'https://sandhaven-post.example/ninjs/4711', date: DATE }],
  'wire.nitf': [{ id: 'sandhaven-4711-nitf', date: DATE }],
  'wire.xml': [
    { id: 'urn:newsml:sandhaven-post.example:20240304:4711', date: DATE, source: 'Sandhaven Post' },
  ],
};

let report: ParsedReport;
let rows: readonly InspectRow[];
beforeAll(async () => {
  [report, rows] = await Promise.all([scan([FOLDER]), inspect([FOLDER])]);
});

describe('one article in every format', () => {
  const ids = Object.values(CHOIR).flatMap((found) => found.map(({ id }) => id));

  it('is one group, and nothing else is in it', () => {
    expect(report.groups.map(({ members }) => members.map(({ id }) => id).sort())).toEqual([ids.toSorted()]);
  });

  it('covers every file of the folder', () => {
    const files = Object.keys(CHOIR).map((path) => path.split('!/')[0]);
    expect([...new Set(files)].sort()).toEqual(readdirSync(join(ROOT, FOLDER)).sort());
  });

  it.each(Object.entries(CHOIR))('%s', (path, expected) => {
    const articles = report.articles.filter(({ title, ...article }) => {
      return article.path === `${FOLDER}/${path}` && title === TITLE;
    });
    expect(articles.map(({ id, date, url, source }) => ({ id, date, url, source }))).toEqual(
      expected.map((facts) => ({
        date: undefined,
        url: undefined,
        source: facts.url === undefined ? undefined : 'sandhaven-post.example',
        ...facts,
      })),
    );
  });

  it('has the same text in all, with or without the title', () => {
    const bodies = rows
      .filter(({ id }) => ids.includes(id))
      .map(({ text }) =>
        text
          .split('\n')
          .filter((line) => line !== TITLE)
          .join('\n'),
      );
    expect(new Set(bodies).size).toBe(1);
    expect(bodies).toHaveLength(ids.length);
    expect(bodies[0]?.split('\n')).toHaveLength(5);
  });

  it('says what was left out, and loses nothing', () => {
    expect(report.issues.map(({ code, path }) => [code, path])).toEqual([
      ['left-out', `${FOLDER}/archive.zip`],
      ['split-file', `${FOLDER}/collected.txt`],
      ['split-file', `${FOLDER}/corpus.txt`],
      ['left-out', `${FOLDER}/crawl.warc.gz`],
      ['left-out', `${FOLDER}/factiva.txt`],
      ['split-file', `${FOLDER}/factiva.txt`],
      ['left-out', `${FOLDER}/nexis.txt`],
      ['split-file', `${FOLDER}/nexis.txt`],
      ['split-file', `${FOLDER}/proquest.txt`],
    ]);
  });
});
