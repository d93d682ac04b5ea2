import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/lib/columns.ts';
import type { ReportArticle, ReportGroup } from '../../src/model/report.ts';
import { renderExplanation, renderInspect, renderReport } from '../../src/report/index.ts';
import { EMPTY, EXPLANATION, GERMAN, GROUP, INSPECTED, joined, REPORT } from './sample.ts';

const PLAIN = { colour: false, width: 100 };

/** Expected pages are written as lines with a bar before each, so that indentation can be seen. */
function page(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => `${line.slice(line.indexOf('|') + 1)}\n`)
    .join('');
}

describe('a report for people', () => {
  it('reads so', async () => {
    expect(await joined(renderReport(REPORT, 'human', PLAIN))).toBe(
      page(`
        |4 articles: ar 1, de 1, ja 1, und 1
        |
        |g0123456789abcdef  mixed  3 articles  ar de ja  confidence 0.96  weakest link 0.91  new
        |  *  de  2024-05-02  canonical         Brücke über den Fluss nach drei Jahren wieder offen
        |     news/bruecke-de.txt  (canonical: longest)
        |     ar  2024-05-02  translation 0.91  \u2068إعادة فتح الجسر بعد ثلاث سنوات\u2069
        |     news/jisr-ar.txt
        |     ja  2024-05-02  contained 1.00    三年ぶりに橋が再開、市長「長い道のりだった」
        |     hashi-77  in news/wire.ndjson#3
        |     shared  3億5000万ユーロ = 350 Millionen Euro · ハンナ・ヴィーゼ = Hanna Wiese · Elbe
        |             resemblance 0.61 · >99% of the shorter text
        |
        |Related: the same event, another text
        |  0.70  de   2024-05-02  Brücke über den Fluss nach drei Jahren wieder offen
        |        news/bruecke-de.txt
        |        und              news/opinion.txt
        |     shared  Elbe
        |
        |Issues
        |  invalid-json news/wire.ndjson#2: not JSON at column 7; repair the record
        |  bucket-capped: one bucket held 5000 articles, 1000 were compared
        |
        |1 group · 2 of 4 articles redundant (50%) · 1 related pair · 2 issues
        |Next: the same with -o report.json, then dedupe explain ${GROUP.id} --report report.json: the least sure of these links
        |      the same with -o report.html: the groups side by side, in a browser
        |      the same with -o report.json, then dedupe review report.json: say which are right
      `),
    );
  });

  it('is short when there is nothing to say', async () => {
    expect(await joined(renderReport(EMPTY, 'human', PLAIN))).toBe(
      page(`
        |0 articles
        |
        |0 groups · 0 of 0 articles redundant (0%) · 0 related pairs · 0 issues
        |Next: dedupe help formats: what is read
      `),
    );
    expect(await joined(renderReport(EMPTY, 'human', { ...PLAIN, quiet: true }))).toBe('');
  });

  it('fits a narrow terminal but for what must stay whole', async () => {
    for (const width of [40, 60, 72, 80, 200]) {
      const lines = (await joined(renderReport(REPORT, 'human', { colour: false, width }))).split('\n');
      const cut = lines.filter((line) => !/news\/|bucket-capped|^Next: |^ {6}the same with /.test(line));
      expect(cut.filter((line) => columnsOf(line) > width)).toEqual([]);
      expect(lines.join(' ')).toContain('news/jisr-ar.txt');
    }
  });

  it('says how much a limit hides', async () => {
    const groups = [GROUP, { ...GROUP, id: 'gffffffffffffffff' }];
    const text = await joined(renderReport({ ...REPORT, groups }, 'human', { ...PLAIN, limit: 1 }));
    expect(text).toContain('g0123456789abcdef');
    expect(text).not.toContain('gffffffffffffffff');
    expect(text).toContain('and 1 group more: -f json');
    expect(text).toContain('and 1 issue more: -f json');
  });

  it('shows twenty members of a large group, the canonical first', async () => {
    const members = Array.from({ length: 1500 }, (_, i) => ({
      id: `copy-${i}`,
      relation: i === 1400 ? ('canonical' as const) : ('copy' as const),
      score: 1,
    }));
    const group: ReportGroup = { ...GROUP, kind: 'copy', canonical: 'copy-1400', members, links: [] };
    const articles = members.map(({ id }): ReportArticle => ({ ...GERMAN, id, path: id }));
    const text = await joined(renderReport({ ...REPORT, articles, groups: [group] }, 'human', PLAIN));
    expect(text).toContain('1,500 articles');
    expect(text).toContain('copy-1400  (canonical: longest)');
    expect(text).toContain('copy-18\n');
    expect(text).not.toContain('copy-19\n');
    expect(text).toContain('and 1,480 more: -f json');
  });

  it('shows a member whose article a saved report has lost', async () => {
    const text = await joined(renderReport({ ...REPORT, articles: [] }, 'human', PLAIN));
    expect(text).toContain('  contained 1.00    hashi-77\n');
    expect(text).toContain('news/bruecke-de.txt  (canonical: longest)');
    expect(text).toContain(`dedupe explain ${GROUP.id} --report report.json`);
  });

  it('offers no command that a shell would read otherwise', async () => {
    const rename = (id: string): string => (id === GROUP.canonical ? '$(touch pwned)' : id);
    const members = GROUP.members.map((member) => ({ ...member, id: rename(member.id) }));
    const groups = [{ ...GROUP, canonical: rename(GROUP.canonical), members }];
    const articles = [{ ...GERMAN, id: '$(touch pwned)', path: '$(touch pwned)' }];
    const text = await joined(renderReport({ ...REPORT, groups, articles }, 'human', PLAIN));
    expect(text).not.toMatch(/explain .*pwned/);
    expect(text).toContain(`dedupe explain ${GROUP.id} --report report.json`);
  });

  it('has colour only where it was asked for', async () => {
    const coloured = await joined(renderReport(REPORT, 'human', { ...PLAIN, colour: true }));
    expect(coloured).toContain('\x1b[1m');
    const plain = await joined(renderReport(REPORT, 'human', PLAIN));
    expect(coloured.replaceAll(/\x1b\[\d+m/g, '')).toBe(plain);
  });
});

describe('inspect for people', () => {
  it('reads so', async () => {
    const rows = [
      INSPECTED,
      { ...INSPECTED, id: '7', record: 2, blocks: [], names: [], numbers: [], dates: [] },
    ];
    expect(await joined(renderInspect(rows, () => REPORT.issues.slice(0, 1), 'human', PLAIN))).toBe(
      page(`
        |news/bruecke-de.txt
        |  de 0.98 · Latn · declared pt-BR · 1 version · 2024-05-02 · windows-1252 (detected 0.97)
        |  4 characters encoded twice, by windows-1251 · 1 soft hyphen taken out
        |  2 references of HTML replaced · wrapped lines joined in 3 blocks · text from "body"
        |  id from "uuid" · title from "headline" · date from "published" · url from "link"
        |  source from "publisher" · 70 characters · 75% of the text kept
        |  + title     Brücke wieder offen
        |  + lead      Die Elbbrücke kostete 350 Millionen Euro.
        |  - chrome    [share] Diesen Beitrag teilen
        |  - teaser    [teaser-of news/hafen.txt] Hafen meldet Rekord
        |  - chrome    [repeated-in-source 12 articles] Elbe-Bote
        |  - chrome    [site-rule rules[3]] Foto: Archiv
        |  names    Elbbrücke
        |  numbers  350 Millionen Euro = 350000000 EUR
        |  dates    2. Mai = --05-02, 2024
        |
        |7  in news/bruecke-de.txt#2
        |  de 0.98 · Latn · declared pt-BR · 1 version · 2024-05-02 · windows-1252 (detected 0.97)
        |  4 characters encoded twice, by windows-1251 · 1 soft hyphen taken out
        |  2 references of HTML replaced · wrapped lines joined in 3 blocks · text from "body"
        |  id from "uuid" · title from "headline" · date from "published" · url from "link"
        |  source from "publisher" · 70 characters · 75% of the text kept
        |  Brücke wieder offen
        |
        |Issues
        |  invalid-json news/wire.ndjson#2: not JSON at column 7; repair the record
        |
        |2 articles · 1 issue
      `),
    );
  });
});

describe('an explanation for people', () => {
  it('reads so', async () => {
    expect(await joined(renderExplanation(EXPLANATION, 'human', { colour: false, width: 80 }))).toBe(
      page(`
        |  A  de  2024-05-02  Brücke über den Fluss nach drei Jahren wieder offen
        |     news/bruecke-de.txt
        |  B  ja  2024-05-02  三年ぶりに橋が再開、市長「長い道のりだった」
        |     hashi-77  in news/wire.ndjson#3
        |
        |Verdict: contained (B is the excerpt, update), score 0.87
        |Decided: the same story, through decisions on other articles (2024-05-03T08:00:00Z, ana): the desk agreed
        |Groups: not in one group, although the two alone are a link: a group also asks how each fits its other members
        |Nearest: a threshold of "loose" would have joined them
        |
        |Signals: value, and what it adds to the log-odds
        |  names       14.25    +4.50  ++++++++++++  one rare name in both
        |  numbers     17.12    +2.25  ++++++        one value in both
        |  length       0.44    -1.50  ----          the shorter has 44% of the longer
        |  together             +5.25
        |
        |Shared wording: value, and what it adds to the log-odds
        |  resemblance     0.61    +4.27  ++++++++++++  40 shared shingles
        |
        |Shared: in the words of A = B, with bits of information
        |  names    Hanna Wiese = ハンナ・ヴィーゼ (14.3)
        |  numbers  350 Millionen Euro = 3億5000万ユーロ (17.1)
        |  words    洪水 = Hochwasser (6.5)
        |  text     resemblance 0.61 · >99% of the shorter text
        |
        |Passages: A beside B, each with its score, or its place in UTF-16 units
        |  12-28                                 │ 0-9
        |  Die Brücke steht                      │ 橋は建っている
        |  0.91  Sie war drei Jahre gesperrt.       │ 三年間閉鎖されていた。
        |
        |Against
        |  - one date differs
      `),
    );
  });

  it('orders signals by what they add, cuts no note, and names those that add nothing together', async () => {
    const signal = (name: string, contribution: number) => ({
      name,
      value: 1,
      contribution,
      note: `what the signal called ${name} measures, in a few words more than fit`,
    });
    const signals = ['prior', 'small', 'large', 'none', 'minus', 'nothing'].map((name, i) =>
      signal(name, [0.5, 0.25, 4, 0, -2, 0.004][i] ?? 0),
    );
    const text = await joined(
      renderExplanation({ ...EXPLANATION, signals }, 'human', { colour: false, width: 60 }),
    );
    expect(text.slice(text.indexOf('Signals'), text.indexOf('\nShared'))).toBe(
      page(`
        |Signals: value, and what it adds to the log-odds
        |  prior        1.00    +0.50  ++
        |    what the signal called prior measures, in a few words
        |    more than fit
        |  large        1.00    +4.00  ++++++++++++
        |    what the signal called large measures, in a few words
        |    more than fit
        |  minus        1.00    -2.00  ------
        |    what the signal called minus measures, in a few words
        |    more than fit
        |  small        1.00    +0.25  +
        |    what the signal called small measures, in a few words
        |    more than fit
        |  together             +2.75
        |  add nothing: none, nothing
      `),
    );
  });

  it('holds no empty section', async () => {
    const bare = {
      ...EXPLANATION,
      verdict: { relation: 'distinct' as const, score: 0 },
      signals: [],
      nearSignals: [],
      evidence: { names: [], numbers: [] },
      passages: [],
      against: [],
    };
    const text = await joined(renderExplanation(bare, 'human', PLAIN));
    expect(text).toContain('Verdict: distinct, score 0.00');
    expect(text).not.toMatch(/Signals|Shared|Passages|Against/);
  });
});
