/** The pure parts of the page's script: filter, marks, pairs, review, decisions, places on an axis. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecisions } from '../../../src/group/index.ts';
import { decisionsOn } from '../../../src/report/html/page/decisions.ts';
import {
  type Filter,
  folded,
  ListFilter,
  NO_FILTER,
  type Order,
} from '../../../src/report/html/page/filter.ts';
import { evidenceWords, keptBlocks, marksIn, piecesOf } from '../../../src/report/html/page/marks.ts';
import { pairOf } from '../../../src/report/html/page/pairs.ts';
import {
  dayNumber,
  dayText,
  nextStart,
  startOf,
  unitFor,
} from '../../../src/report/html/page/pictures/scale.ts';
import { hashOf, placeOf } from '../../../src/report/html/page/place.ts';
import {
  answered,
  type Drawer,
  type GroupDecision,
  madeCanonical,
  openReview,
  takenOut,
} from '../../../src/report/html/page/review.ts';
import type { GroupData, ListRow } from '../../../src/report/html/shape.ts';
import { decisionLine } from '../../../src/report/index.ts';
import { ROOT } from '../../helpers/command.ts';

describe('the script of the page', () => {
  it('is what its sources say', () => {
    const bundle = join(ROOT, 'src', 'report', 'html', 'scripts', 'bundle-page.mjs');
    const { status, stderr } = spawnSync(process.execPath, [bundle, '--check'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});

const ROW: ListRow = {
  id: 'g1',
  kind: 'translation',
  title: 'Brücke über den Fluss',
  language: 'de',
  size: 3,
  languages: [
    ['de', 2],
    ['ja', 1],
  ],
  sources: ['news.example'],
  dated: [
    ['2024-05-02', 'de'],
    ['2024-05-09', 'ja'],
  ],
  weakest: 0.91,
  confidence: 0.9,
  words: ['橋が再開', 'Bălănescu', 'wire/77'],
};

describe('the filter', () => {
  const CASES: readonly (readonly [filter: Partial<Filter>, isFound: boolean])[] = [
    [{}, true],
    [{ search: 'brucke' }, true],
    [{ search: 'FLUSS  balanescu' }, true],
    [{ search: '橋 news.example' }, true],
    [{ search: 'bruck hafen' }, false],
    [{ languages: ['de', 'ja'] }, true],
    [{ languages: ['de', 'en'] }, false],
    [{ kind: 'translation' }, true],
    [{ kind: 'copy' }, false],
    [{ source: 'news.example' }, true],
    [{ source: 'news' }, false],
    [{ from: '2024-05-09' }, true],
    [{ from: '2024-05-10' }, false],
    [{ from: '2024-05-03', to: '2024-05-08' }, false],
    [{ to: '2024-05-02' }, true],
    [{ least: 0.91, most: 0.91 }, true],
    [{ least: 0.92 }, false],
    [{ most: 0.9 }, false],
    [{ onlyNew: true }, false],
    [{ decided: 'open' }, true],
    [{ decided: 'decided' }, false],
  ];
  it.each(CASES)('%j', (filter, isFound) => {
    const found = new ListFilter([ROW]).select({ ...NO_FILTER, ...filter }, 'report', () => false);
    expect(found.length).toBe(isFound ? 1 : 0);
  });

  it('puts in order, ties and missing dates last', () => {
    const rows: readonly ListRow[] = [
      ROW,
      { ...ROW, id: 'g2', size: 9, weakest: 0.5, dated: [] },
      { ...ROW, id: 'g3', dated: [['2025-01-01', 'de']] },
    ];
    const order = (name: Order): string =>
      new ListFilter(rows)
        .select(NO_FILTER, name, () => false)
        .map(({ row }) => row.id)
        .join(' ');
    expect(['report', 'doubtful', 'largest', 'newest', 'oldest'].map((name) => order(name as Order))).toEqual(
      ['g1 g2 g3', 'g2 g1 g3', 'g2 g1 g3', 'g3 g1 g2', 'g1 g3 g2'],
    );
  });

  it('compares without case and accents, in any script', () => {
    expect(folded('ÉCOLE Ångström Ｎｅｗｓ йод')).toBe(folded('ecole angstrom news иод'));
    expect(folded('हिन्दी')).toContain('\u093f');
  });
});

describe('marks', () => {
  const words = (a: string, ...more: readonly string[]): ReturnType<typeof evidenceWords> =>
    evidenceWords({
      names: [a, ...more].map((word) => ({ a: word, b: '', key: word, weight: 1 })),
      numbers: [],
    });
  const CASES: readonly (readonly [text: string, words: readonly string[], marked: readonly string[]])[] = [
    ['Ana met Anabel and Ana', ['Ana'], ['Ana@0', 'Ana@19']],
    ['3 of 300, 3.', ['3'], ['3@0', '3@10']],
    ['New York, York', ['York', 'New York'], ['New York@0', 'York@10']],
    ['東京都知事', ['東京'], ['東京@0']],
    ['대통령은', ['대통령'], ['대통령@0']],
    ['قال وإستونيا', ['وإستونيا'], ['وإستونيا@4']],
    ['the Bridge', ['bridge'], ['Bridge@4']],
    ['nothing', ['', 'missing'], []],
  ];
  it.each(CASES)('in %j of %j', (text, forms, marked) => {
    const [first = '', ...rest] = forms;
    expect(
      marksIn(text, words(first, ...rest), 'a').map(({ start, end }) => `${text.slice(start, end)}@${start}`),
    ).toEqual(marked);
  });

  it('cut blocks into pieces that make the text again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '東') }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '東'), minLength: 1, maxLength: 3 }), {
          maxLength: 4,
        }),
        fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 3 }),
        (texts, forms, ranges) => {
          const blocks = keptBlocks(texts.map((text) => [text, 'body'] as const));
          const text = texts.join('\n');
          const marks = marksIn(text, words('', ...forms), 'a');
          const passages = ranges.map(([start, length]) => ({ start, end: start + length }));
          for (const { block, start } of blocks) {
            expect(text.slice(start, start + block[0].length)).toBe(block[0]);
            const pieces = piecesOf(block[0], start, marks, passages);
            expect(pieces.map((piece) => piece.text).join('')).toBe(block[0]);
          }
        },
      ),
    );
  });
});

const DIGEST = 'ab'.repeat(32);

function groupOf(ids: readonly string[], links: GroupData['links']): GroupData {
  return {
    id: 'g1',
    canonical: 0,
    canonicalReason: 'longest',
    texts: [],
    links,
    members: ids.map((id) => ({
      id,
      path: id,
      title: id,
      language: 'en',
      characters: 1,
      kept: 1,
      relation: 'near',
      score: 1,
      textDigest: DIGEST,
      rawDigest: DIGEST,
    })),
  };
}

describe('pairs', () => {
  const name = (a: string, b: string, key: string) => ({ a, b, key, weight: 2 });
  const number = (a: string, b: string, value: number) => ({ a, b, value, weight: 1 });
  const group = groupOf(
    ['x', 'y', 'z', 'y2', 'far'],
    [
      {
        a: 0,
        b: 1,
        relation: 'translation',
        score: 0.9,
        evidence: {
          names: [name('Elbe', 'エルベ', 'LB'), name('Ana', 'アナ', 'N')],
          numbers: [number('3', '三', 3)],
        },
      },
      {
        a: 1,
        b: 2,
        relation: 'translation',
        score: 0.9,
        evidence: { names: [name('エルベ', 'Labe', 'LB')], numbers: [number('三', 'tři', 3)] },
      },
      { a: 1, b: 3, relation: 'copy', score: 1, evidence: { names: [], numbers: [] } },
    ],
  );
  it('with a link of their own have its evidence, from either side', () => {
    expect(pairOf(group, 0, 1)?.evidence.names[1]).toMatchObject({ a: 'Ana', b: 'アナ' });
    expect(pairOf(group, 1, 0)?.evidence.names[1]).toMatchObject({ a: 'アナ', b: 'Ana' });
    expect(pairOf(group, 1, 0)?.link).toMatchObject({ a: 1, b: 0, score: 0.9 });
  });
  it('without one have what the links between them share, and no score', () => {
    const pair = pairOf(group, 0, 2);
    expect(pair?.link).toBeUndefined();
    expect(pair?.through).toEqual([1]);
    expect(pair?.evidence.names).toMatchObject([{ a: 'Elbe', b: 'Labe' }]);
    expect(pair?.evidence.numbers).toMatchObject([{ a: '3', b: 'tři' }]);
  });
  it('over a copy lose nothing', () => {
    expect(pairOf(group, 0, 3)?.evidence.names).toMatchObject([{ b: 'エルベ' }, { b: 'アナ' }]);
    expect(pairOf(group, 3, 0)?.evidence.names).toMatchObject([{ a: 'エルベ' }, { a: 'アナ' }]);
  });
  it('that nothing joins in this file are none', () => {
    expect(pairOf(group, 0, 4)).toBeUndefined();
  });
});

describe('the review', () => {
  const drawer = (): Drawer & { readonly kept: Map<string, string> } => {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    };
  };
  const now = (): string => '2024-05-02T06:00:00.000Z';

  it('keeps decisions, finds them again, and takes them back one by one', () => {
    const place = drawer();
    const review = openReview('k', place, now);
    review.decide('g1', answered({}, 'same'));
    review.decide('g2', takenOut({}, 'a'));
    expect([...openReview('k', place, now).decisions()]).toEqual([
      ['g1', { answer: 'same', when: now() }],
      ['g2', { out: ['a'], when: now() }],
    ]);
    expect([review.undo(), review.undo(), review.undo()]).toEqual(['g2', 'g1', undefined]);
    expect(openReview('k', place, now).decisions().size).toBe(0);
  });

  it('forgets a group whose decision was taken back', () => {
    const review = openReview('k', undefined, now);
    review.decide('g1', answered({}, 'same'));
    const { when: _, ...decision } = review.decisions().get('g1') ?? {};
    review.decide('g1', answered(decision, 'same'));
    expect(review.decisions().size).toBe(0);
    expect(review.isKept).toBe(false);
  });

  it('says when the browser refuses to keep, and reads nothing that is not its own', () => {
    const full: Drawer = {
      getItem: () => '[["g1",{"answer":"alert(1)","out":[7,"a"]}],"x",[3],{"a":1}]',
      setItem: () => {
        throw new Error('full');
      },
    };
    const review = openReview('k', full, now);
    expect([...review.decisions()]).toEqual([['g1', { out: ['a'] }]]);
    review.decide('g2', answered({}, 'skip'));
    expect(review.isKept).toBe(false);
    expect(review.decisions().size).toBe(2);
  });

  it('lets no one stand for a group who was taken out of it', () => {
    expect(takenOut(madeCanonical({}, 'a'), 'a')).toEqual({ out: ['a'] });
    expect(madeCanonical(takenOut({}, 'a'), 'a')).toEqual({ canonical: 'a' });
    expect(takenOut(takenOut({}, 'a'), 'a')).toEqual({});
  });
});

describe('exported decisions', () => {
  const CASES: readonly (readonly [decision: GroupDecision, expected: readonly object[]])[] = [
    [{ answer: 'same' }, [{ decision: 'same', articles: ['a', 'b', 'c'] }]],
    [{ answer: 'different' }, [{ decision: 'different', articles: ['a', 'b', 'c'] }]],
    [{ answer: 'skip' }, []],
    [{ out: ['b'] }, [{ decision: 'different', articles: ['b'], from: ['a', 'c'] }]],
    [
      { answer: 'same', out: ['b'], canonical: 'c' },
      [
        { decision: 'different', articles: ['b'], from: ['a', 'c'] },
        { decision: 'same', articles: ['a', 'c'] },
        { decision: 'canonical', articles: ['c'] },
      ],
    ],
    [
      { answer: 'different', out: ['b'], canonical: 'c' },
      [{ decision: 'different', articles: ['a', 'b', 'c'] }],
    ],
    [{ canonical: 'b' }, [{ decision: 'canonical', articles: ['b'] }]],
    [{ out: ['a', 'b', 'c'] }, []],
  ];
  it.each(CASES)('of %j are read back by --decisions', (decision, expected) => {
    const when = '2024-05-02T06:00:00.123Z';
    const decisions = decisionsOn(groupOf(['a', 'b', 'c'], []), { ...decision, when });
    const read = parseDecisions(decisions.map(decisionLine).join(''), 'decisions.ndjson');
    expect(read).toEqual(decisions);
    const ids = (articles: readonly { readonly id: string }[] | undefined): object =>
      articles === undefined ? {} : { from: articles.map(({ id }) => id) };
    expect(
      read.map((row) => ({
        decision: row.decision,
        articles: row.articles.map(({ id }) => id),
        ...ids(row.from),
      })),
    ).toEqual(expected);
    for (const row of read) expect(row.when).toBe(when);
  });
});

describe('places', () => {
  it('go into the address and come back', () => {
    fc.assert(
      fc.property(fc.string(), (group) => {
        expect(placeOf(hashOf({ view: 'group', group }))).toEqual({ view: 'group', group });
      }),
    );
    expect(placeOf('#group=%E0%A4%A')).toEqual({ view: 'group', group: '%E0%A4%A' });
    expect(placeOf('#nonsense')).toEqual({ view: 'overview' });
  });

  it('on the axis of time begin at whole days, weeks, months and years', () => {
    const day = (text: string): number => dayNumber(text) ?? Number.NaN;
    expect(
      (['day', 'week', 'month', 'year'] as const).map((unit) => dayText(startOf(day('2024-02-29'), unit))),
    ).toEqual(['2024-02-29', '2024-02-26', '2024-02-01', '2024-01-01']);
    expect(
      (['day', 'week', 'month', 'year'] as const).map((unit) =>
        dayText(nextStart(startOf(day('1969-12-31'), unit), unit)),
      ),
    ).toEqual(['1970-01-01', '1970-01-05', '1970-01-01', '1970-01-01']);
    expect([30, 300, 900, 9000].map((days) => unitFor(0, days, 48))).toEqual([
      'day',
      'week',
      'month',
      'year',
    ]);
    expect(dayNumber('no day')).toBeUndefined();
  });
});
