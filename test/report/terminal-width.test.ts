/** The human forms in terminals of any width, measured by a library's table of widths and not by ours. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/lib/columns.ts';
import type { Report } from '../../src/model/report.ts';
import { renderReport } from '../../src/report/index.ts';
import { dedupe, ROOT } from '../helpers/command.ts';

const ISOLATES = /[\u2066-\u2069]/g;
/** Letters that a terminal gives a column each, and the library one a cluster: conjuncts, vowels behind their letter. */
const CLUSTERED = /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Thai}\p{Script=Lao}\p{Script=Tamil}]/u;

describe('our table of widths', () => {
  it('agrees with the library on every letter, figure and sign that stands by itself', () => {
    const differing: string[] = [];
    for (let codePoint = 0x20; codePoint < 0x30000; codePoint++) {
      const letter = String.fromCodePoint(codePoint);
      if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(letter)) continue;
      if (columnsOf(letter) !== stringWidth(letter)) differing.push(codePoint.toString(16));
    }
    // Parts of Korean syllables, which take no column behind their first; fillers; what older terminals do not know.
    const isKnown = (hex: string): boolean => /^(11[6-9a-f].|d7[b-f].|115f|3164|ffa0|1f3f[b-f])$/.test(hex);
    expect(differing.filter((hex) => !isKnown(hex))).toEqual([]);
  });

  it('agrees on titles of news in all languages of the newsroom', () => {
    const titles: string[] = [];
    for (const folder of readdirSync(join(ROOT, 'fixtures/newsroom'), { recursive: true, encoding: 'utf8' }))
      if (folder.endsWith('.txt'))
        titles.push(readFileSync(join(ROOT, 'fixtures/newsroom', folder), 'utf8').split('\n')[0] ?? '');
    expect(titles.length).toBeGreaterThan(50);
    for (const title of titles) {
      const width = stringWidth(title);
      if (CLUSTERED.test(title)) expect(columnsOf(title)).toBeGreaterThanOrEqual(width);
      else expect([title, columnsOf(title)]).toEqual([title, width]);
    }
  });
});

describe('a report for people', async () => {
  const { stdout } = await dedupe(['fixtures/newsroom', '--no-clean', '-f', 'json', '-q']);
  const report = JSON.parse(stdout) as Report;

  it.each([40, 60, 80, 120, 200])('fits %i columns but for what people copy', (width) => {
    const page = [...renderReport(report, 'human', { colour: false, width })].join('');
    const lines = page.split('\n');
    const isCopied = (line: string): boolean => /fixtures\/|^ {6}the same with |^Next: /.test(line);
    expect(lines.filter((line) => !isCopied(line) && stringWidth(line) > width)).toEqual([]);
    // Right-to-left titles stand in isolates, closed on their line.
    for (const line of lines.filter((line) => /[\u0590-\u08ff]/.test(line)))
      expect(line.match(ISOLATES)?.join('')).toMatch(/^(\u2068\u2069)+$/);
    // Of a list the titles stand under each other, where they stand beside their relation.
    if (width < 80) return;
    for (const group of page.split('\n\n').filter((part) => /^g[0-9a-f]{16} /.test(part))) {
      const columns = group
        .split('\n')
        .filter((line) => / (canonical|(copy|near|contained|translation) \d\.\d\d) {2,}\S/.test(line))
        .map((line) => stringWidth(/^.*?(canonical|\d\.\d\d) +/.exec(line)?.[0] ?? ''));
      expect(new Set(columns).size).toBe(1);
    }
  });
});
