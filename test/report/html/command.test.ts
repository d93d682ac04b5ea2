/** The HTML report of the newsroom through the real command: what was found is in the page, and nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import { dedupe, ROOT, temporaryFolder } from '../../helpers/command.ts';
import { blocksOf, groupsOf, headOf, rowsOf } from './page-text.ts';

const NEWSROOM = join('fixtures', 'newsroom');

describe('dedupe fixtures/newsroom -o report.html', () => {
  let html: string;
  let report: Report;
  beforeAll(async () => {
    const folder = temporaryFolder();
    const words = [NEWSROOM, '-o', join(folder, 'report.html'), '-o', join(folder, 'report.json')];
    const { status, stdout } = await dedupe(words);
    expect([status, stdout]).toEqual([0, '']);
    html = readFileSync(join(folder, 'report.html'), 'utf8');
    report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
  });

  it('holds the groups of the JSON report, in its order, with the same evidence', () => {
    const groups = [...report.groups];
    expect(rowsOf(html).map(({ id }) => id)).toEqual(groups.map(({ id }) => id));
    expect(headOf(html).summary).toEqual(report.summary);
    groupsOf(html).forEach((data, i) => {
      const group = groups[i];
      expect(data.members.map(({ id, relation, score }) => ({ id, relation, score }))).toEqual(
        group?.members.map(({ id, relation, score }) => ({ id, relation, score })),
      );
      expect(data.members[data.canonical]?.id).toBe(group?.canonical);
      const idOf = (member: number): string => data.members[member]?.id ?? '';
      expect(data.links.map((link) => ({ ...link, a: idOf(link.a), b: idOf(link.b) }))).toEqual(group?.links);
    });
    expect(blocksOf(html, 'related').flat().length).toBe([...report.related].length);
    expect(blocksOf(html, 'end')).toEqual([report.end]);
  });

  it('holds every word of its articles, kept and dropped', () => {
    const chrome = groupsOf(html).find(({ members }) =>
      members.some(({ id }) => id.includes('foreign-chrome')),
    );
    const member = chrome?.members.find(({ id }) => id.endsWith('/ar.txt'));
    const blocks = chrome?.texts[member?.text ?? -1]?.blocks ?? [];
    const source = readFileSync(join(ROOT, member?.id ?? ''), 'utf8');
    const bare = (text: string): string => text.replace(/\s+/g, '');
    expect(bare(blocks.map(([text]) => text).join(''))).toBe(bare(source));
    expect(blocks.filter(([, , reason]) => reason !== undefined).length).toBeGreaterThan(3);
  });

  it('has the same bytes for other words and threads', async () => {
    const themes = ['translations-flood', 'wire-edited', 'records'].map((name) => join(NEWSROOM, name));
    const page = async (words: readonly string[]): Promise<string> =>
      (await dedupe([...words, '-f', 'html'], { env: { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8' } })).stdout;
    const first = await page([...themes, '--jobs', '0']);
    expect(first).toMatch(/^<!doctype html>\n/);
    expect(await page([...themes.reverse(), '--jobs', '2'])).toBe(first);
  });
});
