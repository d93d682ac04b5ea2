/** Site rules: what their file may say, which articles and blocks they are about, and that no pattern blows up. */
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanArticle, markTeasers, parseRules, segmentOnly } from '../../src/clean/index.ts';
import { compilePattern } from '../../src/clean/rules/regex.ts';
import { compilePath, compileSource, sourceNames } from '../../src/clean/rules/wildcard.ts';
import { UsageError } from '../../src/lib/errors.ts';
import type { SiteRule, SiteRules } from '../../src/model/rules.ts';
import { SCHEMAS } from '../../src/report/index.ts';
import { leastGrowth } from '../helpers/growth.ts';

const rulesOf = (...rules: readonly object[]): SiteRules =>
  parseRules(JSON.stringify({ schema: 'dedupe.rules/1', rules }), 'site.json');

const PAGE = [
  'The Daily Harbour',
  'Pier opens again',
  'The pier of Tellmouth opened again on Monday after eleven weeks, and the first boat was the yellow ferry.',
  'Photo: Maud  Penrose / archive',
  'Its keeper said that the planks had been laid by hand, one by one, as they were a hundred years ago.',
  'More on this topic',
  'Ferry returns to the bay and finds a new home there, to the joy of all who had missed it since spring.',
  'Harbour notes',
  'Correction: the pier has 52 piles, not 42 as an earlier version of this text had it.',
].join('\n\n');

/** Numbers of the lines that a rule decides: `+2` kept, `-3` dropped. */
function decided(rule: object, page: string = PAGE, origin: object = { source: 'harbour.example' }): string {
  const rules = rulesOf({ source: 'harbour.example', ...rule });
  return cleanArticle({ text: page, ...origin }, rules)
    .blocks.flatMap((block, i) => (block.rule === undefined ? [] : [`${block.kept ? '+' : '-'}${i}`]))
    .join(' ');
}

describe('blocks that a rule is about', () => {
  const cases: readonly (readonly [name: string, rule: object, decided: string])[] = [
    ['the whole text', { drop: [{ text: 'The Daily Harbour' }] }, '-0'],
    ['text in other case, with other marks', { drop: [{ text: '“the daily HARBOUR” …' }] }, '-0'],
    ['never a part of the text', { drop: [{ text: 'Daily Harbour' }] }, ''],
    ['a pattern anywhere', { drop: [{ regex: 'pi[el]' }] }, '-2 -8'],
    ['a pattern at its ends, on one line', { drop: [{ regex: '^Photo: Maud Penrose / \\w+$' }] }, '-3'],
    ['a pattern minds case unless told', { drop: [{ regex: '^photo' }, { regex: '(?i)^FERRY' }] }, '-6'],
    ['a section up to the next heading', { drop: [{ heading: 'More on this topic:' }] }, '-5 -6'],
    ['a section up to the end', { drop: [{ heading: 'more on this topic', until: 'end' }] }, '-5 -6 -7 -8'],
    [
      'keep wins over drop',
      { drop: [{ heading: 'More on this topic', until: 'end' }], keep: [{ regex: '^Correction' }] },
      '-5 -6 -7 +8',
    ],
  ];
  it.each(cases)('%s', (_, rule, expected) => expect(decided(rule)).toBe(expected));

  it('are named with their reason, and parts of the article are found without them', () => {
    const rules = rulesOf(
      { source: 'other.example', drop: [{ regex: '.' }] },
      { source: '*.example', drop: [{ text: 'The Daily Harbour' }], keep: [{ regex: '^Photo' }] },
    );
    const { blocks, title } = cleanArticle({ text: PAGE, source: 'harbour.example' }, rules);
    expect(title).toBe('Pier opens again');
    expect(blocks[0]).toMatchObject({
      kept: false,
      role: 'chrome',
      reason: 'site-rule',
      confidence: 1,
      rule: 1,
    });
    expect(blocks[3]).toMatchObject({ kept: true, confidence: 1, rule: 1 });
    expect(blocks[3]).not.toHaveProperty('reason');
  });

  it('stay or go against every other decision', () => {
    const consent =
      'This website uses cookies. Accept all cookies or reject them in the settings of your browser.';
    const page = [PAGE, 'Advertisement', consent].join('\n\n');
    const free = cleanArticle({ text: page, source: 'a.example' });
    expect(free.blocks.at(-2)).toMatchObject({ text: 'Advertisement', kept: false });
    const rules = rulesOf({ source: 'a.example', keep: [{ text: 'Advertisement' }] });
    expect(cleanArticle({ text: page, source: 'a.example' }, rules).blocks.at(-2)).toMatchObject({
      kept: true,
    });
    // A teaser by its home elsewhere stays as well.
    const home = new Proxy(new Map<number, string>(), {
      get: (map, name) => (name === 'size' ? 1 : name === 'get' ? () => 'home' : Reflect.get(map, name)),
    });
    const kept = rulesOf({ source: 'a.example', keep: [{ regex: '^Correction' }, { regex: '^Ferry' }] });
    const ruled = cleanArticle({ text: PAGE, source: 'a.example' }, kept).blocks;
    expect(
      markTeasers(ruled, home)
        .filter((block) => block.rule !== undefined)
        .every((block) => block.kept),
    ).toBe(true);
  });

  it('are left to the rules alone where nothing else cleans', () => {
    const rules = rulesOf({ path: '**', drop: [{ text: 'Harbour notes' }] });
    const { blocks } = segmentOnly({ text: PAGE, path: 'x/a.txt' }, rules);
    expect(blocks.filter((block) => !block.kept).map((block) => block.text)).toEqual(['Harbour notes']);
  });

  it('of other sources are not touched', () => {
    const rules = rulesOf({ source: 'harbour.example', drop: [{ regex: '.' }] });
    for (const origin of [{}, { source: 'b.example' }, { url: 'https://b.example/harbour.example' }]) {
      expect(cleanArticle({ text: PAGE, ...origin }, rules)).toEqual(cleanArticle({ text: PAGE, ...origin }));
    }
    expect(
      cleanArticle({ text: PAGE, url: 'https://www.Harbour.example/1' }, rules).blocks.some((b) => b.kept),
    ).toBe(false);
  });
});

describe('patterns of articles', () => {
  it.each([
    ['example.org', 'example.org', true],
    ['Example.ORG', 'https://www.example.org/a', true],
    ['www.example.org', 'example.org', true],
    ['example.org', 'news.example.org', false],
    ['*.example.org', 'news.example.org', true],
    ['*.example.org', 'example.org', false],
    ['*.example.org', 'exampleXorg', false],
    ['The * Harbour', 'the daily harbour', true],
    ['*', 'anything', true],
    ['', 'anything', false],
  ])('source %s for %s: %s', (pattern, name, expected) => {
    const origin = name.includes('://') ? { url: name } : { source: name };
    expect(compileSource(pattern)(sourceNames(origin))).toBe(expected);
  });

  it.each([
    ['a/*.txt', 'a/b.txt', true],
    ['a/*.txt', 'a/b/c.txt', false],
    ['a/**', 'a/b/c.txt', true],
    ['a/', 'a/b/c.txt', true],
    ['**/c.txt', 'c.txt', true],
    ['**/c.txt', 'a/b/c.txt', true],
    ['a/**/c.txt', 'a/c.txt', true],
    ['a/?.txt', 'a/b.txt', true],
    ['a/[b].txt', 'a/[b].txt', true],
    ['a/(b)+.txt', 'a/bb.txt', false],
    ['a/{b}.txt', 'a/{b}.txt', true],
    ['**', 'a\nb/c', true],
  ])('path %s for %s: %s', (pattern, path, expected) => expect(compilePath(pattern)(path)).toBe(expected));

  it('find the rule of a site among thousands, in the order of the file', () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({
      source: `site${i}.example`,
      drop: [{ text: 'Harbour notes' }],
    }));
    const rules = rulesOf(...many, { source: '*', drop: [{ text: 'Harbour notes' }] });
    const ruleFor = (source: string) => cleanArticle({ text: PAGE, source }, rules).blocks[7]?.rule;
    expect([ruleFor('site7.example'), ruleFor('nobody.example')]).toEqual([7, 3000]);
  });
});

describe('a pattern', () => {
  it.each([
    '(a+)+$',
    '(a|a)*b',
    '(.*)*x',
    '[a-z]+$',
    '.*cookie.*accept.*',
    '(?:a?){30}a{30}',
    '(a|b)*a(a|b){14}c',
    '^(\\w+\\s?)*$',
  ])('%s takes time linear in the text', async (pattern) => {
    const matches = compilePattern(pattern);
    const search = (n: number) => {
      const texts = [`${'a'.repeat(n)}!`, 'cookie'.repeat(n / 6), 'ab'.repeat(n / 2)];
      return () => texts.map(matches);
    };
    expect(await leastGrowth(search, { from: 40_000, to: 320_000, enough: 32 })).toBeLessThanOrEqual(32);
  });

  it('says what the native engine says, where both know the pattern', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '[ab]',
      '.',
      'ä',
      '\\d',
      '(a|b)',
      'a*',
      'b+',
      '(ab)?',
      '^',
      '$',
      '[^a]',
      '\\.',
    );
    const pattern = fc.array(atom, { minLength: 1, maxLength: 6 }).map((atoms) => atoms.join(''));
    const text = fc
      .array(fc.constantFrom('a', 'b', 'ä', '1', '.', ' '), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, text, (source, line) => {
        expect(compilePattern(source)(line)).toBe(new RegExp(source, 'u').test(line));
      }),
      { numRuns: 500 },
    );
  });

  it('is put in the same normal form as the text', () => {
    const rules = rulesOf({ path: '**', drop: [{ regex: '^Caf\u0065\u0301$' }] });
    expect(cleanArticle({ text: 'Caf\u00e9', path: 'a' }, rules).blocks[0]?.kept).toBe(false);
  });
});

describe('many rules for one source', () => {
  /** Steps of array iterators while the rules are compiled and asked once. */
  function steps(count: number): number {
    const rules = rulesOf(
      ...Array.from({ length: count }, (_, n) => ({
        source: 'harbour.example',
        drop: [{ text: `Box ${n}` }],
      })),
    );
    const prototype: { next: () => unknown } = Object.getPrototypeOf([][Symbol.iterator]());
    const { next } = prototype;
    let taken = 0;
    prototype.next = function (this: unknown) {
      taken++;
      return next.call(this);
    };
    try {
      const { blocks } = cleanArticle({ text: `Box ${count - 1}`, source: 'harbour.example' }, rules);
      expect(blocks[0]?.rule).toBe(count - 1);
    } finally {
      prototype.next = next;
    }
    return taken;
  }

  it('are filed without copying those before', () => {
    expect(steps(800)).toBeLessThan(2.5 * steps(400));
  });
});

describe('a file that is wrong', () => {
  const RULE = { source: 'a', drop: [{ text: 'x' }] };
  const file = (rule: object) => ({ schema: 'dedupe.rules/1', rules: [RULE, { ...RULE, ...rule }] });
  const faults: readonly (readonly [content: unknown, says: string])[] = [
    [[], 'is a list; write an object'],
    [{ rules: [RULE] }, 'schema: is missing; write "schema": "dedupe.rules/1"'],
    [{ schema: 'dedupe.rules/2', rules: [RULE] }, 'schema: is "dedupe.rules/2"'],
    [{ schema: 'dedupe.rules/1' }, 'rules: is missing; write a list'],
    [{ schema: 'dedupe.rules/1', rules: [] }, 'rules: is empty'],
    [{ schema: 'dedupe.rules/1', rules: [RULE], extra: 1 }, 'unknown field "extra"; it takes schema, rules'],
    [file({ source: undefined }), 'rules[1]: has neither "source" nor "path"'],
    [file({ drop: undefined }), 'rules[1]: has neither "keep" nor "drop"'],
    [file({ source: 7 }), 'rules[1].source: is 7; write a pattern or a list'],
    [file({ source: [' '] }), 'rules[1].source[0]: is empty'],
    [file({ path: [] }), 'rules[1].path: is empty'],
    [
      file({ path: ['x', 'news/{north,south}/*.txt'] }),
      'rules[1].path: has alternatives in braces, which stand for themselves here; write a list of patterns',
    ],
    [file({ note: [] }), 'rules[1].note: is a list; write a text'],
    [file({ domain: 'x' }), 'rules[1]: has an unknown field "domain"; it takes source, path'],
    [file({ drop: 'x' }), 'rules[1].drop: is "x"; write a list'],
    [file({ drop: ['x'] }), 'rules[1].drop[0]: is "x"; write an object'],
    [file({ drop: [{}] }), 'rules[1].drop[0]: has none of text, regex, heading; write exactly one'],
    [file({ keep: [{ text: 'a', regex: 'b' }] }), 'rules[1].keep[0]: has text and regex of'],
    [file({ keep: [{ text: '' }] }), 'rules[1].keep[0].text: is empty'],
    [file({ keep: [{ text: 'a', until: 'end' }] }), 'rules[1].keep[0].until: goes with "heading" only'],
    [
      file({ keep: [{ heading: 'a', until: 'dawn' }] }),
      'rules[1].keep[0].until: is "dawn"; write "heading" or "end"',
    ],
    [
      file({ drop: [{ regex: '(?=x)' }] }),
      'rules[1].drop[0].regex: "(?=x)" cannot be matched in linear time',
    ],
    [file({ drop: [{ regex: '(a)\\1' }] }), 'invalid escape sequence'],
    [file({ drop: [{ regex: '((a{99}){99}){99}' }] }), 'invalid repeat count'],
    [file({ drop: [{ regex: '[' }] }), 'missing closing ]'],
  ];
  const parse = (content: unknown) => parseRules(JSON.stringify(content), '--rules site.json');
  it.each(faults)('%j: %s', (content, says) => {
    expect(() => parse(content)).toThrow(UsageError);
    expect(() => parse(content)).toThrow(says);
    expect(() => parse(content)).toThrow(/^--rules site\.json: .*; see dedupe help rules$/);
  });
  it('of JSON is told with its line', () => {
    expect(() => parseRules('{\n  "schema": "dedupe.rules/1",\n  oops\n}', 'f')).toThrow(
      'f: this is no JSON in line 3',
    );
  });
  it('may begin with a byte order mark', () => {
    expect(parseRules(`\ufeff${JSON.stringify(file({}))}`, 'f').rules).toHaveLength(2);
  });
});

describe('the published schema', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(SCHEMAS.rules as AnySchema);
  const odd = fc.constantFrom<unknown>('', ' ', 'a', 7, null, [], {}, ['a'], [''], 'end', 'heading', true);
  const field = (usual: fc.Arbitrary<unknown>) =>
    fc.oneof(
      { weight: 20, arbitrary: usual },
      { weight: 1, arbitrary: odd },
      { weight: 3, arbitrary: fc.constant(undefined) },
    );
  const matcher = fc.oneof(
    fc.record({ text: field(fc.constant('a')) }),
    fc.record({ regex: field(fc.constant('^a+$')), note: field(fc.constant('n')) }),
    fc.record({ heading: field(fc.constant('a')), until: field(fc.constantFrom('heading', 'end')) }),
    fc.record({ text: field(fc.constant('a')), until: field(fc.constant('end')) }),
  );
  const list = field(fc.array(matcher, { maxLength: 2 }));
  const rule = fc.record({
    source: field(fc.oneof(fc.constant('a'), fc.array(fc.constantFrom('a', '*.b', ''), { maxLength: 2 }))),
    path: field(fc.constantFrom('a/**', 'b')),
    drop: list,
    keep: list,
    note: field(fc.constant('n')),
    other: fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: odd }),
  });
  const file = fc.record({
    schema: fc.oneof({ weight: 9, arbitrary: fc.constant('dedupe.rules/1') }, { weight: 1, arbitrary: odd }),
    rules: field(fc.array(rule, { maxLength: 2 })),
  });

  it('takes what the parser takes, and refuses what it refuses', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(file, (value) => {
        const text = JSON.stringify(value);
        const isValid = validate(JSON.parse(text));
        seen[isValid ? 'taken' : 'refused']++;
        const parse = () => parseRules(text, 'f');
        if (isValid) parse();
        else expect(parse).toThrow(UsageError);
      }),
      { numRuns: 6000, seed: 5 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(100);
  });

  it('is data that a thread can be given, and means the same there', () => {
    const rules = rulesOf({ source: 'harbour.example', drop: [{ regex: '^Photo' }] });
    const copy = structuredClone(rules) as { rules: readonly SiteRule[] } & SiteRules;
    const clean = (given: SiteRules) => cleanArticle({ text: PAGE, source: 'harbour.example' }, given);
    expect(clean(copy)).toEqual(clean(rules));
  });
});
