/** `dedupe report` and `review` over a saved report: each form that a scan writes, without the archive. */
import { beforeAll, describe, expect, it } from 'vitest';
import { SORTS } from '../../src/model/emit.ts';
import { dedupe, type ParsedReport } from '../helpers/command.ts';
import { folderWith, HARBOUR, LIBRARY, lines } from './workspace.ts';

const FEW = ['--no-translations', '--jobs', '0'];
const LONGER = `${HARBOUR}The council will meet again in May to hear what the divers have found since.\n`;
const FERRY = `Ferry to Lindle sails again

The ferry Maud sails to Lindle again from Friday, after 19 weeks in the dock at Tellmouth.
The crossing takes 34 minutes, and the first boat leaves at 6.40 in the morning, the owners say.
`;
/** Two copies of a text, three versions of another, newer ones of a third: each order of them is another. */
const ARCHIVE = {
  'in/a.jsonl': lines(
    { id: 'bus', text: LIBRARY, date: '2026-03-02' },
    { id: 'bus again', text: LIBRARY, date: '2026-03-03' },
    { id: 'harbour', text: HARBOUR, date: '2026-01-04' },
    { id: 'harbour, longer', text: LONGER, date: '2026-01-05' },
    { id: 'harbour again', text: HARBOUR, date: '2026-01-06' },
    { id: 'ferry', text: FERRY, date: '2026-05-06' },
    { id: 'ferry again', text: FERRY, date: '2026-05-07' },
  ),
};
let cwd = '';

beforeAll(async () => {
  cwd = folderWith(ARCHIVE);
  expect((await dedupe(['in', ...FEW, '-o', 'saved.json', '-o', 'saved.ndjson'], { cwd })).status).toBe(0);
});

async function said(words: readonly string[]): Promise<string> {
  const { stdout, stderr, status } = await dedupe(words, { cwd });
  expect({ words, stderr, status }).toEqual({ words, stderr: '', status: 0 });
  return stdout;
}

/** What needs nothing but the report is the same as of the scan that wrote it. */
const SAME: readonly (readonly string[])[] = [
  ['-f', 'json'],
  ['-f', 'human', '--limit', '1'],
  ['-f', 'human', '--summary'],
  ['-f', 'json', '--summary'],
  ['-f', 'md', '--summary'],
  ['-f', 'json', '--no-text'],
  ['-f', 'csv', '--no-text', '--limit', '2'],
  ['--emit', 'uniques', '-f', 'paths0'],
  ['--emit', 'uniques', '--keep', 'per-language', '-f', 'paths0'],
  ['--emit', 'articles', '-f', 'ndjson', '--no-text'],
  ['--emit', 'pairs', '-f', 'ndjson', '--no-text'],
  ...SORTS.map((sort) => ['-f', 'json', '--sort', sort]),
];

describe('dedupe report', () => {
  it.each(SAME)('%j %j %j %j is what the scan writes', async (...words) => {
    const scanned = await said(['in', ...FEW, ...words]);
    for (const saved of ['saved.json', 'saved.ndjson'])
      expect(await said(['report', saved, ...words])).toBe(scanned);
  });

  it('says that the words of pairs are not in a report', async () => {
    const { stdout, stderr, status } = await dedupe(
      ['report', 'saved.json', '--emit', 'pairs', '-f', 'ndjson'],
      { cwd },
    );
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringContaining('places only; the scan writes the words'),
    });
    expect(stdout).toContain('"aStart":');
  });

  it('orders groups by what is asked for', async () => {
    const orderOf = async (sort: string): Promise<readonly string[]> => {
      const { groups } = JSON.parse(
        await said(['report', 'saved.json', '-f', 'json', '--sort', sort]),
      ) as ParsedReport;
      return groups.map(({ canonical }) => canonical);
    };
    expect(await orderOf('path')).toEqual(['bus', 'harbour, longer', 'ferry']);
    expect(await orderOf('size')).toEqual(['harbour, longer', 'bus', 'ferry']);
    await said(['report', 'saved.json', '--sort', 'date', '-o', 'by-date.json']);
    const back = await said(['report', 'by-date.json', '-f', 'json', '--sort', 'path']);
    expect(back).toBe(await said(['report', 'saved.json', '-f', 'json']));
    expect(await orderOf('date')).toEqual(['ferry', 'bus', 'harbour, longer']);
    expect(await orderOf('score')).toEqual(['harbour, longer', 'bus', 'ferry']);
  });

  it.each([
    ['--keep per-language', 'needs --emit uniques'],
    ['--emit pairs --summary', 'leave one out'],
    ['--emit uniques --sort size', 'come in the order of the input'],
    ['--emit pairs -f html', 'cannot hold pairs'],
    ['--emit pairs -f tsv', 'has no words of the texts'],
    ['--emit pairs -o p.csv', 'has no words of the texts'],
  ])('%s is refused: %s', async (words, says) => {
    const { stdout, stderr, status } = await dedupe(['report', 'saved.json', ...words.split(' ')], { cwd });
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toContain(says);
  });
});

describe('dedupe review', () => {
  const firstOf = async (...words: readonly string[]): Promise<string | undefined> => {
    const options = { cwd, input: 'q' };
    const { stdout, status } = await dedupe(['review', 'saved.json', '--decisions', 'd', ...words], options);
    expect(status).toBe(0);
    return /harbour|bus|ferry/i.exec(stdout)?.[0].toLowerCase();
  };

  it('shows the least certain first, or the order that is asked for', async () => {
    expect(await firstOf()).toBe('harbour');
    expect(await firstOf('--sort', 'date')).toBe('ferry');
    // Asked for, the order of the report is an order, too.
    expect(await firstOf('--sort', 'path')).toMatch('bus');
  });
});
