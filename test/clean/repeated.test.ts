/**
 * Chrome by its repetition in a source, in a language for which there is no phrase list (Esperanto; the texts are our
 * own): unknown footers and teasers go, reprints, background and series titles stay.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanArticle,
  exactKey,
  markRepeated,
  parseRules,
  repetitionKey,
  repetitionKeys,
} from '../../src/clean/index.ts';
import type { Block, RawArticle } from '../../src/model/article.ts';
import { DEFAULT_MATCH_OPTIONS, type MatchOptions } from '../../src/model/options.ts';
import { leastGrowth } from '../helpers/growth.ts';
import { findAll } from '../helpers/memory.ts';

const WORDS =
  'ponto haveno lernejo muzeo rivero foiro tramo arbaro teatro bakejo faro minejo strato domo monto lago insulo ĝardeno kvartalo stacio fiŝisto urbestro najbaro instruisto kuracisto bakisto pentristo vojaĝanto diris aŭdis vidis konstruis vendis trovis perdis rakontis vizitis fermis malfermis ripari komencis finis granda malgranda longa mallonga nova malnova hela malhela trankvila varma malvarma profunda hieraŭ hodiaŭ vespere matene somere vintre baldaŭ malfrue kune denove post antaŭ sub super apud inter kontraŭ dum sen per'.split(
    ' ',
  );

/** A sentence of its own for each pair of numbers. */
function sentence(n: number, i: number): string {
  let state = (n * 7919 + i * 104_729 + 12_345) >>> 0;
  const words = Array.from({ length: 22 }, (_, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `${WORDS[(state >>> 8) % WORDS.length]}${at === 9 ? ',' : ''}`;
  });
  return `La ${words.join(' ')}.`;
}

/** An article of four paragraphs of its own; the same number, the same article. */
function story(n: number): readonly string[] {
  return [
    `Novaĵo ${'abcdefghijklm'.charAt(n)} el Verdaurbo pri la ${WORDS[n]}`,
    ...[1, 2, 3, 4].map((i) => sentence(n, i)),
  ];
}

const TOP = ['La Verda Gazeto', 'Legu nin ĉiutage'];
const BOTTOM = [
  'Pri la gazeto',
  'La Verda Gazeto aperas de post 1911 kaj apartenas al siaj legantoj, kiuj kune zorgas pri ĝi.',
  'Skribu al la redakcio',
];

interface Page {
  readonly path: string;
  readonly lines: readonly string[];
  readonly source?: string;
  readonly title?: string;
}

function raw({ path, lines, source = 'verda.example', title }: Page): RawArticle {
  const text = lines.join('\n\n');
  return {
    id: path,
    path,
    text,
    rawDigest: path,
    ...(source === '' ? {} : { source }),
    ...(title === undefined ? {} : { title }),
  };
}

/** Cleaned text of each page, by path. */
function cleaned(
  pages: readonly Page[],
  options: MatchOptions = DEFAULT_MATCH_OPTIONS,
): Readonly<Record<string, string>> {
  const { port } = findAll(pages.map(raw), options);
  return Object.fromEntries(
    Array.from({ length: port.count }, (_, i) => [port.get(i).path, port.get(i).text]),
  );
}

const page = (n: number, lines: readonly string[] = [...TOP, ...story(n), ...BOTTOM]): Page => ({
  path: `p${String(n).padStart(2, '0')}`,
  lines,
});
const whole = (pages: readonly Page[]) =>
  Object.fromEntries(pages.map(({ path, lines }) => [path, lines.join('\n')]));

describe('a short report that its site tells again', () => {
  const block = (text: string, kept: boolean, role: Block['role']): Block => ({
    text,
    start: 0,
    end: text.length,
    kept,
    role,
    confidence: 0.9,
    ...(kept ? {} : { reason: 'navigation' as const }),
  });
  const report = [
    block('La Verda Gazeto', false, 'chrome'),
    block('Sonorilo post ok jaroj', true, 'title'),
    block(sentence(3, 1), true, 'lead'),
    block(sentence(3, 2), true, 'body'),
  ];
  const own = block(sentence(3, 3), true, 'body');
  it.each([
    ['in two round-ups', report, 3, 0],
    ['on many pages, as a notice', report, 9, 3],
    ['below a sentence of its own', [report[0]!, own, ...report.slice(1)], 3, 3],
  ] as const)('%s', (_, blocks, count, dropped) => {
    const keys = report.slice(1).map(({ text }) => [repetitionKey(text)!, count] as const);
    const marked = markRepeated(blocks, new Map(keys)).blocks;
    expect(marked.filter(({ reason }) => reason === 'repeated-in-source').length).toBe(dropped);
  });
});

describe('chrome that no list knows', () => {
  it.each([3, 4, 9, 12])('goes from %i articles of a source, and nothing else does', (count) => {
    const pages = Array.from({ length: count }, (_, n) => page(n));
    expect(cleaned(pages)).toEqual(
      Object.fromEntries(pages.map(({ path }, n) => [path, story(n).join('\n')])),
    );
  });

  it('is told with the number of articles, and the title is found below the name of the site', () => {
    const { port } = findAll([0, 1, 2, 3].map((n) => raw(page(n))));
    const { blocks, title } = port.get(2);
    expect(title).toBe(story(2)[0]);
    expect(blocks[0]).toMatchObject({
      kept: false,
      role: 'chrome',
      reason: 'repeated-in-source',
      articles: 4,
    });
    expect(blocks.filter((block) => block.role === 'title').map((block) => block.text)).toEqual([title]);
    expect(blocks.map((block) => block.text)).toEqual(page(2).lines);
  });

  it('leaves the title below it without its marks of Markdown', () => {
    const marked = (n: number) => {
      const [title, ...text] = story(n);
      return page(n, ['# La Verda Gazeto', TOP[1]!, `## ${title}`, ...text, ...BOTTOM]);
    };
    const { port } = findAll([0, 1, 2, 3].map((n) => raw(marked(n))));
    const { blocks, title } = port.get(2);
    expect(blocks[0]).toMatchObject({ kept: false, reason: 'repeated-in-source' });
    expect(title).toBe(story(2)[0]);
  });

  it('goes with other numbers and another case, too, where a page shows other chrome', () => {
    const pages = [0, 1, 2].map((n) =>
      page(n, [
        ...story(n),
        'Advertisement',
        `Komentoj: ${n * 7}`,
        n === 0 ? 'SKRIBU AL NI!' : 'Skribu al ni',
      ]),
    );
    expect(cleaned(pages)).toEqual(
      Object.fromEntries(pages.map(({ path }, n) => [path, story(n).join('\n')])),
    );
  });

  it('goes from copies of one article once another article has it', () => {
    const reprints = ['a', 'b', 'c'].map((path) => ({ path, lines: [...story(0), 'Skribu al la redakcio'] }));
    expect(cleaned(reprints)).toEqual(whole(reprints));
    const with2 = cleaned([
      ...reprints,
      page(1, [...story(1), 'Skribu al la redakcio']),
      page(2, [...story(2), 'Skribu al la redakcio']),
    ]);
    expect(with2['a']).toBe(story(0).join('\n'));
  });

  it('needs a source, and the same one', () => {
    const unknown = [0, 1, 2, 3].map((n) => ({ ...page(n), source: '' }));
    expect(cleaned(unknown)).toEqual(whole(unknown));
    const apart = [0, 1, 2, 3].map((n) => ({ ...page(n), source: `s${n}.example` }));
    expect(cleaned(apart)).toEqual(whole(apart));
  });

  it('stays with --no-clean, and where a site rule keeps it', () => {
    const pages = [0, 1, 2, 3].map((n) => page(n));
    expect(cleaned(pages, { ...DEFAULT_MATCH_OPTIONS, clean: false })).toEqual(whole(pages));
    const rules = parseRules(
      '{"schema":"dedupe.rules/1","rules":[{"path":"**","keep":[{"text":"Pri la gazeto"}]}]}',
      'r',
    );
    expect(cleaned(pages, { ...DEFAULT_MATCH_OPTIONS, rules })['p01']).toContain('\nPri la gazeto');
  });
});

describe('what stays', () => {
  const BACKGROUND =
    'La ponto estis konstruita en 1932 post la granda inundo, kaj de tiam ĝi portas la nomon de sia konstruinto, kiu venis el la montoj.';

  it('a reprint in three files of a source, word for word', () => {
    const pages = ['a', 'b', 'c'].map((path) => ({ path, lines: story(4) }));
    expect(cleaned([...pages, page(5, story(5))])).toEqual(whole([...pages, page(5, story(5))]));
  });

  it('an edited reprint, with a new first paragraph and without the last', () => {
    const pages = [
      { path: 'a', lines: story(4) },
      { path: 'b', lines: [story(4)[0] ?? '', ...story(7).slice(1, 2), ...story(4).slice(1)] },
      { path: 'c', lines: story(4).slice(0, 4) },
    ];
    expect(cleaned(pages)).toEqual(whole(pages));
  });

  it.each(['in the middle', 'at the end'])('background that articles share %s', (place) => {
    const pages = Array.from({ length: 6 }, (_, n) => {
      const own = story(n);
      return page(
        n,
        place === 'at the end' ? [...own, BACKGROUND] : [...own.slice(0, 3), BACKGROUND, ...own.slice(3)],
      );
    });
    expect(cleaned(pages)).toEqual(whole(pages));
  });

  // None of these texts shows any chrome.
  const REPORTS: Readonly<Record<string, (n: number) => readonly string[]>> = {
    'results and tables, which differ in their numbers': (n) => [
      `Ludtago ${n}`,
      `Nordurbo ${n}-0 Sudurbo`,
      `Okcidenturbo 1-${n} Lagurbo`,
      sentence(n, 1),
      'Tabelo',
      `1. Nordurbo ${3 * n}`,
      `2. Lagurbo ${3 * n}`,
    ],
    'prices at the top': (n) => [`Ovoj kostas ${n} spesojn`, `Pano kostas ${n + 9} spesojn`, ...story(n)],
    'the last answer of a series of interviews': (n) => [
      ...story(n),
      'Kion vi timas?',
      String(WORDS[n + 20]),
      'Ĉu kafo aŭ teo?',
      'Teo.',
    ],
    'a long answer that all give': (n) => [...story(n), 'Kion vi scias pri la ponto?', BACKGROUND],
    'the last step of a recipe': (n) => [...story(n), 'Bolu.', 'Servu varme.'],
    'an exclamation at the top': (n) => ['Bonan matenon, karaj legantoj!', ...story(n)],
    'a line with numbers that are not the same everywhere': (n) => [...story(n), `Paĝo ${n % 3}`],
  };
  it.each(Object.keys(REPORTS))('%s', (name) => {
    const pages = [1, 2, 3, 4, 5, 6].map((n) => page(n, REPORTS[name]?.(n) ?? []));
    expect(cleaned(pages)).toEqual(whole(pages));
  });

  it('a line that two articles share, until a third does', () => {
    const pages = [0, 1, 2].map((n) => page(n, [...story(n), 'Domo 7 de la gazeto']));
    expect(cleaned(pages.slice(0, 2))).toEqual(whole(pages.slice(0, 2)));
    expect(cleaned(pages)['p01']).toBe(story(1).join('\n'));
  });

  it('a heading inside the text, and the title of a series', () => {
    const pages = Array.from({ length: 6 }, (_, n) => {
      const [, ...own] = story(n);
      return page(n, ['Letero el Verdaurbo', ...own.slice(0, 2), 'Kio okazis poste', ...own.slice(2)]);
    });
    expect(cleaned(pages)).toEqual(whole(pages));
  });

  it('the headline that the other pages of the site list among their links', () => {
    const headline = story(1)[0]!;
    const pages = [0, 1, 2, 3].map((n) =>
      page(n, [...TOP, ...story(n), 'Advertisement', 'Read more', ...(n === 1 ? [] : [headline]), ...BOTTOM]),
    );
    const { port } = findAll(pages.map(raw));
    expect(port.get(1).title).toBe(headline);
    expect(port.get(1).text).toBe(story(1).join('\n'));
    expect(port.get(2).text).toBe(story(2).join('\n'));
  });

  /** A page full of chrome, whose title and first sentence stand in so many articles of its source; what is dropped of it. */
  const droppedOf = (title: number, lead: number, below: string = sentence(1, 2)): readonly string[] => {
    const lines: readonly [text: string, confidence: number, count?: number][] = [
      ['Home', 1],
      [story(1)[0]!, 0.1, title],
      ['La haveno estas fermita.', 0.3, lead],
      [below, 0.9],
      [sentence(1, 3), 0.9],
    ];
    let start = 0;
    const blocks = lines.map(([text, confidence], i): Block => {
      const range = { text, start, end: start + text.length, confidence };
      start += text.length + 1;
      if (i === 0) return { ...range, kept: false, role: 'chrome', reason: 'navigation' };
      return { ...range, kept: true, role: i === 1 ? 'title' : 'body' };
    });
    const counts = lines.flatMap(([text, , count]) =>
      count === undefined ? [] : [[repetitionKey(text)!, count] as const],
    );
    return markRepeated(blocks, new Map(counts)).blocks.flatMap(({ text, reason }) =>
      reason === 'repeated-in-source' ? [text] : [],
    );
  };

  it('the first sentence that other pages list below the headline', () => {
    expect(droppedOf(3, 3)).toEqual([]);
    expect(droppedOf(3, 2)).toEqual([]);
    expect(droppedOf(3, 3, 'La letero diras:')).toEqual([]);
  });

  it('but not one that the source repeats more often than the headline', () => {
    expect(droppedOf(3, 4)).toEqual(['La haveno estas fermita.']);
  });

  it('the title that the record gives', () => {
    const pages = [0, 1, 2, 3].map((n) => ({ ...page(n), title: `Titolo ${n}` }));
    const { port } = findAll(pages.map(raw));
    expect([0, 1, 2, 3].map((i) => port.get(i).title)).toEqual(pages.map(({ title }) => title));
  });

  it('labels between the lines of a list', () => {
    const pages = [0, 1, 2, 3].map((n) => {
      const own = (i: number) => `La ${WORDS[4 * i + n]} de ${WORDS[40 + n]}`;
      const items = [0, 2, 4].flatMap((i) => ['Avantaĝoj', own(i), 'Malavantaĝoj', own(i + 1)]);
      return page(n, [...story(n), ...items]);
    });
    expect(cleaned(pages)).toEqual(whole(pages));
  });

  it('more than half of a text that shows no other chrome', () => {
    const lines = Array.from(
      { length: 16 },
      (_, i) => `Servo ${'abcdefghijklmnop'.charAt(i)} de nia eta sed ĝentila vendejo`,
    );
    const pages = [0, 1, 2, 3].map((n) => page(n, [...story(n).slice(0, 3), ...lines]));
    expect(cleaned(pages)).toEqual(whole(pages));
  });

  it('results and clock times, which are no labels', () => {
    for (const text of ['12:30', '3 : 1', '***', '#7', '5 €', '😀😀'])
      expect(repetitionKey(text)).toBeUndefined();
  });

  it('a box that two articles share and that show no other chrome', () => {
    const box = Array.from(
      { length: 12 },
      (_, i) => `Loko ${'abcdefghijkl'.charAt(i)} en la dua etaĝo, ĉe la granda fenestro`,
    );
    const pages = [0, 1].map((n) => page(n, [...story(n), ...box]));
    expect(cleaned(pages)).toEqual(whole(pages));
    const three = [0, 1, 2].map((n) => page(n, [...story(n), ...box]));
    expect(cleaned(three)['p00']).toBe(story(0).join('\n'));
  });
});

describe('what is dropped depends on the articles of the source alone', () => {
  const kinds = fc.constantFrom<readonly string[]>([], TOP, ['Legu nin ĉiutage']);
  const ends = fc.constantFrom<readonly string[]>(
    [],
    BOTTOM,
    ['Skribu al la redakcio'],
    ['Pri la gazeto', 'Skribu al la redakcio'],
  );
  const pages = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 8 }), kinds, ends), { minLength: 2, maxLength: 10 })
    .map((list) => list.map(([n, top, end], i) => ({ path: `p${i}`, lines: [...top, ...story(n), ...end] })));

  it('whatever their order and their names, and whatever else is read', () => {
    let dropped = 0;
    fc.assert(
      fc.property(
        pages,
        fc.array(fc.integer(), { minLength: 10, maxLength: 10 }),
        pages,
        (own, order, others) => {
          const alone = cleaned(own);
          dropped += own.filter(({ path, lines }) => alone[path] !== lines.join('\n')).length;
          const renamed = own.map((one, i) => ({ ...one, path: `${order[i]}/${one.path}` }));
          const strangers = others.map((one) => ({ ...one, path: `!/${one.path}`, source: 'other.example' }));
          const all = cleaned([...renamed, ...strangers]);
          expect(renamed.map(({ path }) => all[path])).toEqual(own.map(({ path }) => alone[path]));
        },
      ),
      { numRuns: 60 },
    );
    expect(dropped).toBeGreaterThan(20);
  });

  it('and keeps every block in its place', () => {
    fc.assert(
      fc.property(pages, fc.uniqueArray(fc.nat(12)), (own, picked) => {
        for (const { lines } of own) {
          const { blocks } = cleanArticle({ text: lines.join('\n\n') });
          const counts = new Map(
            picked.flatMap((i) => {
              const key = repetitionKey(lines[i] ?? '');
              return key === undefined ? [] : [[key, 3] as const];
            }),
          );
          const marked = markRepeated(blocks, counts).blocks;
          expect(marked.map(({ text, start, end }) => [text, start, end])).toEqual(
            blocks.map(({ text, start, end }) => [text, start, end]),
          );
          for (const block of marked) expect(block.kept).toBe(block.reason === undefined);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('keys', () => {
  it.each([
    ['Ĉambro 12', 'ĈAMBRO 7.', true, false],
    ['Ĉambro 12', 'ĉambro 12 …', true, true],
    ['Pri la gazeto', 'PRI LA GAZETO »', true, true],
    ['今日の天気', '今日の天気。', true, true],
    ['𐐀𐐁 12', '𐐨𐐩 13', true, false],
    ['Pri la gazeto', 'Pri la urbo', false, false],
  ])('%s and %s: folded %s, exact %s', (a, b, isSameFolded, isSameExact) => {
    expect(repetitionKey(a) !== undefined && exactKey(a) !== undefined).toBe(true);
    expect(repetitionKey(a) === repetitionKey(b)).toBe(isSameFolded);
    expect(exactKey(a) === exactKey(b)).toBe(isSameExact);
  });

  it('without a number are one, with a number two, zero too', () => {
    expect(exactKey('Pri la gazeto')).toBe(repetitionKey('Pri la gazeto'));
    expect(exactKey('Ĉambro 0')).not.toBe(repetitionKey('Ĉambro 0'));
  });

  it.each([
    ['one-character lines', (n: number) => 'ab\n'.repeat(n / 3)],
    ['one long line', (n: number) => 'vorto, '.repeat(n / 7)],
    ['punctuation', (n: number) => `ab${'.'.repeat(n)}c${'!'.repeat(n)}`],
    ['digits', (n: number) => `ab ${'1'.repeat(n)} ${'1 '.repeat(n / 2)}`],
  ])('grow no faster than the text: %s', async (_, make) => {
    const mark = (n: number) => {
      const { blocks } = cleanArticle({ text: make(n) });
      return () => {
        const { edges, rest } = repetitionKeys(blocks);
        markRepeated(blocks, new Map([...edges, ...rest].map((key) => [key, 3])));
      };
    };
    expect(
      await leastGrowth(mark, { from: 40_000, to: 320_000, enough: 32, floor: 0.5 }),
    ).toBeLessThanOrEqual(32);
  });

  it('are few, however long the page is', () => {
    const { edges, rest } = repetitionKeys(
      cleanArticle({
        text: Array.from({ length: 5000 }, (_, i) => `linio ${i} ${'ab'.repeat(i % 700)}`).join('\n\n'),
      }).blocks,
    );
    expect(edges.length + rest.length).toBeLessThanOrEqual(256);
  });
});
