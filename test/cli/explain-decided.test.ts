/** `explain` under the options that decide on groups: what people said of the pair, and what an event is. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dedupe } from '../helpers/command.ts';
import { errorsOf } from '../helpers/schemas.ts';
import { folderWith, HARBOUR, LIBRARY, shell } from './workspace.ts';

const NEWS = { 'news/a.txt': HARBOUR, 'news/b.txt': `${HARBOUR}Sailors protest.\n`, 'news/c.txt': LIBRARY };

describe('explain --decisions', () => {
  it('tells what was decided in a review, and that decisions on others reach the pair', async () => {
    const cwd = folderWith(NEWS);
    const review = `dedupe news -q -o r.json && printf x | dedupe review r.json --by ana 2>/dev/null`;
    expect((await shell(review, { cwd })).status).toBe(0);
    const words = ['explain', 'news/a.txt', 'news/b.txt', '--decisions', 'r.decisions.ndjson'];
    const { stdout, stderr, status } = await dedupe([...words, '-f', 'json'], { cwd });
    expect([status, stderr]).toEqual([0, '']);
    const explanation = JSON.parse(stdout);
    expect(errorsOf('explanation', explanation)).toEqual([]);
    expect(explanation.decided).toEqual({
      decision: 'different',
      when: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      by: 'ana',
    });
    expect(explanation.verdict.relation).toBe('near');
    expect(explanation.run.options.decisions).toMatch(/^[0-9a-f]{64}$/);
    const human = await dedupe([...words, '-f', 'human'], { cwd });
    expect(human.stdout).toMatch(/^Verdict: near.*\nDecided: not the same story \(\d{4}-.*, ana\)$/m);
    const markdown = await dedupe([...words, '-f', 'md'], { cwd });
    expect(markdown.stdout).toMatch(/^Decided: not the same story/m);
  });

  it('says which decisions contradict each other', async () => {
    const cwd = folderWith(NEWS);
    expect((await shell('dedupe news -q -o r.json', { cwd })).status).toBe(0);
    const { stdout: report } = await dedupe(['report', 'r.json', '-f', 'json'], { cwd });
    const articles = JSON.parse(report).articles.map((article: { id: string; textDigest: string }) => ({
      id: article.id,
      textDigest: article.textDigest,
    }));
    const line = (decision: string, year: number, ...which: readonly number[]): string =>
      `${JSON.stringify({
        schema: 'dedupe.decisions/1',
        decision,
        articles: which.map((n) => articles[n]),
        when: `${year}-01-01T00:00:00Z`,
      })}\n`;
    writeFileSync(
      join(cwd, 'd.ndjson'),
      line('same', 2003, 0, 2) + line('same', 2002, 1, 2) + line('different', 2001, 0, 1),
    );
    const { stdout, stderr, status } = await dedupe(
      ['explain', 'news/a.txt', 'news/b.txt', '--decisions', 'd.ndjson', '-f', 'human'],
      { cwd },
    );
    expect(status).toBe(0);
    expect(stdout).toContain('Decided: the same story, through decisions on other articles\n');
    expect(stderr).toContain('[decision-conflict]');
  });
});

describe('explain --group-by event', () => {
  it('judges as a scan by events does', async () => {
    const folder = 'fixtures/newsroom/same-event';
    const words = ['explain', `${folder}/agency.txt`, `${folder}/local.txt`, '-f', 'json'];
    const verdict = async (...more: readonly string[]) => {
      const { stdout, status } = await dedupe([...words, ...more]);
      expect(status).toBe(0);
      const { run, verdict } = JSON.parse(stdout);
      return { groupBy: run.options.groupBy, relation: verdict.relation };
    };
    expect(await verdict()).toEqual({ groupBy: 'story', relation: 'related' });
    expect(await verdict('--group-by', 'event')).toEqual({ groupBy: 'event', relation: 'related' });
  });
});
