/** What became of groups, case by case, and the formats that tell it: letters are articles, `abc` a group. */
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Diff } from '../../src/model/diff.ts';
import type { Report, ReportArticle, ReportGroup } from '../../src/model/report.ts';
import { compareReports, renderDiff, renderReport, SCHEMAS } from '../../src/report/index.ts';
import { GERMAN, joined, REPORT, TOOL } from './sample.ts';

/** `Abc de`: groups with their canonicals; further articles stand alone. `x:y` names article y with the content of x. */
function reportOf(groups: string, alone = '', names: Readonly<Record<string, string>> = {}): Report {
  const nameOf = (letter: string): string => names[letter] ?? letter;
  const articles = [...groups.replaceAll(' ', '').toLowerCase(), ...alone].sort().map(
    (letter): ReportArticle => ({
      ...GERMAN,
      id: nameOf(letter),
      path: nameOf(letter),
      title: `Title ${letter}`,
      rawDigest: letter.charCodeAt(0).toString(16).repeat(32),
      textDigest: letter.charCodeAt(0).toString(16).repeat(32),
    }),
  );
  return {
    ...REPORT,
    articles,
    groups: groups
      .split(' ')
      .filter((group) => group !== '')
      .map((group): ReportGroup => {
        const letters = [...group.toLowerCase()].sort();
        const canonical = nameOf((/[A-Z]/.exec(group)?.[0] ?? letters[0]!).toLowerCase());
        return {
          ...[...REPORT.groups][0]!,
          id: `g${letters[0]!.charCodeAt(0).toString(16).padStart(16, '0')}`,
          canonical,
          members: letters.map((letter) => ({
            id: nameOf(letter),
            relation: nameOf(letter) === canonical ? 'canonical' : 'near',
            score: 1,
          })),
          links: [],
        };
      }),
    summary: { ...REPORT.summary, articles: articles.length },
  };
}

/** `grown ab>abc +c`; isNew and isGone with an exclamation mark. */
function said({ changes, old, new: now, added, removed }: Change): string {
  const letters = (groups: Change['old']): string =>
    groups.map(({ canonical, members }) => `${canonical}${members}`).join('+');
  const plus = added.map(({ id, isNew }) => ` +${id}${isNew === true ? '!' : ''}`).join('');
  const minus = removed.map(({ id, isGone }) => ` -${id}${isGone === true ? '!' : ''}`).join('');
  return `${changes.join()} ${letters(old)}>${letters(now)}${plus}${minus}`;
}

function compare(old: Report, now: Report): Diff {
  return compareReports(old, now, TOOL);
}

const CASES: readonly (readonly [
  name: string,
  old: Report,
  now: Report,
  said: readonly string[],
  unchanged: number,
])[] = [
  ['nothing', reportOf('ab cde', 'f'), reportOf('ab cde', 'f'), [], 2],
  ['a new group of new articles', reportOf(''), reportOf('ab'), ['new >a2 +a! +b!'], 0],
  ['a new group of known articles', reportOf('', 'ab'), reportOf('ab'), ['new >a2 +a +b'], 0],
  ['a group that vanished', reportOf('ab'), reportOf('', 'ab'), ['vanished a2> -a -b'], 0],
  ['a group whose articles are gone', reportOf('ab'), reportOf(''), ['vanished a2> -a! -b!'], 0],
  ['one that grew', reportOf('ab', 'c'), reportOf('abcd'), ['grown a2>a4 +c +d!'], 0],
  ['one that shrank', reportOf('abcd'), reportOf('ab', 'c'), ['shrunk a4>a2 -c -d!'], 0],
  ['one that did both', reportOf('abc'), reportOf('abd', 'c'), ['grown,shrunk a3>a3 +d! -c'], 0],
  ['one that was split', reportOf('abcd'), reportOf('ab cd'), ['split a4>a2+c2'], 0],
  ['two that were merged', reportOf('ab cd'), reportOf('abcd'), ['merged a2+c2>a4'], 0],
  ['two that changed a member', reportOf('abc de'), reportOf('ab cde'), ['split,merged a3+d2>a2+c3'], 0],
  ['another canonical', reportOf('Abc'), reportOf('aBc'), ['canonical a3>b3'], 0],
  ['another canonical that is new', reportOf('Abc'), reportOf('abcD'), ['grown,canonical a3>d4 +d!'], 0],
  ['files that were renamed', reportOf('Abc'), reportOf('Abc', '', { a: 'x', b: 'y' }), [], 1],
  [
    "files that took each other's names",
    reportOf('Abc', 'd'),
    reportOf('Abc', 'd', { c: 'd', d: 'c' }),
    [],
    1,
  ],
  [
    'the order of entries',
    reportOf('ab cd ef'),
    reportOf('cdx gh', 'abef'),
    ['grown c2>c3 +x!', 'new >g2 +g! +h!', 'vanished a2> -a -b', 'vanished e2> -e -f'],
    0,
  ],
];

describe('groups', () => {
  it.each(CASES)('%s', (_, old, now, expected, unchanged) => {
    const diff = compare(old, now);
    expect([...diff.changes].map(said)).toEqual(expected);
    expect(diff.summary.unchanged).toBe(unchanged);
  });

  it('of edited articles are what they were', () => {
    const edited = (report: Report): Report => ({
      ...report,
      articles: [...report.articles].map((article) => ({
        ...article,
        rawDigest: 'e'.repeat(64),
        textDigest: `${article.id.charCodeAt(0)}`.padEnd(64, '0'),
      })),
    });
    expect([...compare(reportOf('Abc'), edited(reportOf('Abc'))).changes]).toEqual([]);
  });
});

describe('any two reports', () => {
  const partition = fc.array(fc.nat({ max: 5 }), { minLength: 10, maxLength: 10 }).map((places) => {
    const groups = [1, 2, 3, 4]
      .map((n) => [...'abcdefghij'].filter((_, i) => places[i] === n).join(''))
      .filter((group) => group.length > 1);
    return reportOf(
      groups.join(' '),
      [...'abcdefghij'].filter((letter, i) => places[i] === 5 && !groups.join('').includes(letter)).join(''),
    );
  });

  it('are told apart completely: from the old groups and the changes follow the new ones', () => {
    fc.assert(
      fc.property(partition, partition, (old, now) => {
        const { changes, summary } = compare(old, now);
        const list = [...changes];
        expect(summary.unchanged + list.reduce((sum, change) => sum + change.new.length, 0)).toBe(
          now.groups.length,
        );
        expect(summary.unchanged + list.reduce((sum, change) => sum + change.old.length, 0)).toBe(
          old.groups.length,
        );
        const grouped = (report: Report): Set<string> =>
          new Set([...report.groups].flatMap(({ members }) => members.map(({ id }) => id)));
        const rebuilt = grouped(old);
        for (const { added, removed } of list) {
          for (const { id } of removed) expect(rebuilt.delete(id)).toBe(true);
          for (const { id } of added) expect(rebuilt.has(id)).toBe(false);
          for (const { id } of added) rebuilt.add(id);
        }
        expect(rebuilt).toEqual(grouped(now));
      }),
    );
  });

  it('are told apart alike from both ends', () => {
    const MIRROR: Readonly<Record<string, string>> = {
      new: 'vanished',
      vanished: 'new',
      grown: 'shrunk',
      shrunk: 'grown',
      split: 'merged',
      merged: 'split',
    };
    fc.assert(
      fc.property(partition, partition, (old, now) => {
        const names = (diff: Diff, mirrored: boolean): string[] =>
          [...diff.changes]
            .map(({ changes }) =>
              changes
                .map((name) => (mirrored ? (MIRROR[name] ?? name) : name))
                .sort()
                .join(),
            )
            .sort();
        expect(names(compare(now, old), true)).toEqual(names(compare(old, now), false));
      }),
    );
  });

  it('are no different from themselves', () => {
    fc.assert(
      fc.property(partition, (report) => {
        expect([...compare(report, report).changes]).toEqual([]);
      }),
    );
  });
});

describe('formats', () => {
  const HOSTILE = '\u001b]0;x\u0007<script>alert(1)</script> [x](javascript:1) `a` | # \u202e';
  const hostile = (report: Report): Report => ({
    ...report,
    articles: [...report.articles].map((article) => ({ ...article, title: HOSTILE })),
  });
  const diff = compare(reportOf('Ab ef'), hostile(reportOf('aBc', 'ef')));
  const plain = { colour: false, width: 80 };

  it('for people and in Markdown let no control character and no markup through', async () => {
    const human = await joined(renderDiff(diff, 'human', plain));
    const markdown = await joined(renderDiff(diff, 'md', plain));
    const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
    expect(human).not.toMatch(CONTROLS);
    expect(markdown).not.toMatch(CONTROLS);
    expect(markdown).not.toMatch(/(^|[^\\])[<[|]/m);
  });

  it('for people are read at a glance', async () => {
    const text = await joined(
      renderDiff(compare(reportOf('Ab cd'), reportOf('aBx', 'cd')), 'human', { ...plain, width: 100 }),
    );
    expect(text).toBe(`grown, canonical  g0000000000000061  2 -> 3 articles
    Title b
    canonical  a -> b
  + de  Title x
    x  (new)

vanished  g0000000000000063  2 articles before
    Title c
  - de  Title c
    c
  - de  Title d
    d

1 group before, 1 group now · 1 vanished · 1 grown · 1 with another canonical · 0 unchanged
`);
  });

  it('count what a limit hides', async () => {
    const text = await joined(renderDiff(diff, 'human', { ...plain, limit: 1 }));
    expect(text).toContain('and 1 change more');
  });

  it('follow their schemas', async () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
    const document = ajv.compile(SCHEMAS.diff as AnySchema);
    const row = ajv.compile(SCHEMAS['diff-row'] as AnySchema);
    for (const each of [
      diff,
      compare(reportOf('ab cd', 'e'), reportOf('abcd')),
      compare(reportOf(''), reportOf('')),
    ]) {
      expect([document(JSON.parse(await joined(renderDiff(each, 'json', plain)))), document.errors]).toEqual([
        true,
        null,
      ]);
      for (const line of (await joined(renderDiff(each, 'ndjson', plain))).trimEnd().split('\n'))
        expect([row(JSON.parse(line)), row.errors]).toEqual([true, null]);
    }
  });

  it('say in NDJSON what they say in JSON', async () => {
    const document = JSON.parse(await joined(renderDiff(diff, 'json', plain))) as {
      changes: unknown[];
      summary: unknown;
    };
    const rows = (await joined(renderDiff(diff, 'ndjson', plain)))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.slice(1, -1)).toEqual(
      document.changes.map((change) => ({ type: 'change', ...(change as object) })),
    );
    expect(rows.at(-1)).toEqual({ type: 'end', status: 'complete', summary: document.summary });
  });

  it('are of reports that came back from JSON', async () => {
    const text = await joined(renderReport(reportOf('ab'), 'json', plain));
    expect([...compare(JSON.parse(text) as Report, reportOf('ab')).changes]).toEqual([]);
  });
});
