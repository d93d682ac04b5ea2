/** With --no-text nothing that stood in a text or a title is in any output: told by what may be there, and by searching. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DROP_REASONS } from '../../src/model/article.ts';
import { CANONICAL_REASONS, GROUP_KINDS } from '../../src/model/group.ts';
import { ISSUE_CODES } from '../../src/model/issue.ts';
import { CANONICAL_RULES, GROUPINGS, THRESHOLDS } from '../../src/model/options.ts';
import { EMIT_FORMATS, renderReport } from '../../src/report/index.ts';
import { RELATIONS } from '../../src/report/schema/parts.ts';
import { dedupe, inspect } from '../helpers/command.ts';
import { errorsOf, jsonLines } from '../helpers/schemas.ts';
import { joined, REPORT } from '../report/sample.ts';
import { folderWith, HARBOUR, lines } from './workspace.ts';

/** Archive with everything that may repeat a title: id, address, source, file name, names that became issues. */
const SLUG = 'harbour-of-tellmouth-closes';
const ARCHIVE = {
  [`in/${SLUG}.jsonl`]: lines(
    {
      id: SLUG,
      title: 'Harbour of Tellmouth closes',
      url: `https://tellmouth.example/${SLUG}`,
      text: HARBOUR,
    },
    {
      id: SLUG,
      source: 'Tellmouth Gazette',
      date: '2024-05-02',
      text: `${HARBOUR}\nDivers found 14 cracks.`,
    },
    { headline: 'Tellmouth', text: 3 },
  ),
  [`in/${SLUG}.txt`]: HARBOUR,
};

const CLOSED: ReadonlySet<string> = new Set([
  ...[...CANONICAL_REASONS, ...GROUP_KINDS, ...ISSUE_CODES, ...RELATIONS, ...DROP_REASONS],
  ...[
    ...THRESHOLDS,
    ...GROUPINGS,
    ...CANONICAL_RULES,
    'canonical',
    'update',
    'complete',
    'a',
    'b',
    'dedupe',
    '',
  ],
  ...['run', 'article', 'group', 'related', 'issue', 'pair', 'end'],
]);
const OURS: readonly RegExp[] = [
  /^[afgos][0-9a-f]{16}$/, // an opaque name
  /^[0-9a-f]{64}$/,
  /^dedupe\.\w+\/1$/,
  /^\d+(\.\d+)*$/, // versions
  /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, // languages
  /^[A-Z][a-z]{3}$/, // scripts
  /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-][\d:]+))?$/,
  /^[a-z-]+; left out$/,
  /^\d+ % of the (numbers|names) [a-z ]+$/,
  /^one of the languages has no lexicon: only names, numbers and dates were compared$/,
  /^one text is more than twice as long as the other$/,
];

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

const outputs: Record<string, string> = {};
let told: ReadonlySet<string> = new Set();
const EMITS = ['groups', 'pairs', 'articles', 'uniques'] as const;
const formatsOf = (emit: (typeof EMITS)[number]): readonly string[] =>
  EMIT_FORMATS[emit].filter((format) => format !== 'paths0');

beforeAll(async () => {
  const cwd = folderWith(ARCHIVE);
  const words = ['in', join(import.meta.dirname, '../../fixtures/newsroom')];
  for (const emit of EMITS) {
    const named = formatsOf(emit).flatMap((format) => ['-o', `${format}:${emit}.${format}`]);
    const { status } = await dedupe(
      [...words, '--no-text', '--emit', emit, '--include', '**/*e*', ...named],
      { cwd },
    );
    expect(status).toBe(3);
    for (const format of formatsOf(emit))
      outputs[`${emit} ${format}`] = readFileSync(join(cwd, `${emit}.${format}`), 'utf8');
  }
  const rows = await inspect(words, { cwd, status: 3 });
  told = new Set(
    rows.flatMap(({ id, path, title, text, url }) => {
      const parts = text.split(/[^\p{L}\p{N}]+/u);
      const threes = parts.map((_, i) => parts.slice(i, i + 3).join(' ')).filter((three) => three.length > 8);
      return [id, path, title, url ?? '', ...threes].filter((one) => one.length > 6);
    }),
  );
}, 120_000);

describe('without text', () => {
  it('JSON holds nothing but opaque names, digests, tags, dates and words of closed lists', () => {
    let checked = 0;
    for (const [name, text] of Object.entries(outputs)) {
      const [emit = '', format = ''] = name.split(' ');
      if (format !== 'json' && format !== 'ndjson') continue;
      const values = format === 'json' ? [JSON.parse(text) as unknown] : jsonLines(text);
      const odd = strings(values).filter(
        (one) => !CLOSED.has(one) && !OURS.some((pattern) => pattern.test(one)),
      );
      expect([name, [...new Set(odd)]]).toEqual([name, []]);
      checked += strings(values).length;
      if (format === 'json') {
        const schema = emit === 'groups' ? 'report' : emit === 'pairs' ? 'pairs' : 'articles';
        expect(errorsOf(schema, values[0])).toEqual([]);
      }
    }
    expect(checked).toBeGreaterThan(2000);
  });

  it('no title, id, path, address or three words in a row of any text stand in any format', async () => {
    // The page has a script and words of its own.
    const page = await joined(renderReport(REPORT, 'html', { colour: false, width: 80 }));
    const ours = `${page} ${page.replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
    expect(told.size).toBeGreaterThan(5000);
    for (const [name, text] of Object.entries(outputs)) {
      const flat = text.replace(/[^\p{L}\p{N}]+/gu, ' ');
      const found = [...told].filter((one) => text.includes(one) || flat.includes(` ${one} `));
      expect([name, found.filter((one) => !ours.includes(one))]).toEqual([name, []]);
      expect(text).not.toMatch(/tellmouth|harbour|gazette/i);
    }
  });

  it('still says which articles belong together', () => {
    const { groups, articles } = JSON.parse(outputs['groups json'] ?? '{}') as {
      groups: { members: { id: string }[] }[];
      articles: { id: string; rawDigest: string }[];
    };
    const ids = new Set(articles.map(({ id }) => id));
    expect(groups.length).toBeGreaterThan(5);
    expect(groups.flatMap(({ members }) => members).filter(({ id }) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(articles.length);
  });
});
