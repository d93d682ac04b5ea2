/** What is said of two articles is what a scan would do with them: checked against groups of the same decisions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidedBetween } from '../../../src/group/decisions/between.ts';
import type { Decision } from '../../../src/model/decision.ts';
import { decide, decision, identityOf, named } from './build.ts';

const COUNT = 6;
const letters = fc.uniqueArray(fc.constantFrom(...'abcdef'), { minLength: 1, maxLength: 4 });
const anyDecision: fc.Arbitrary<string> = fc
  .record({
    left: letters,
    mark: fc.constantFrom('=', '!', '?'),
    right: fc.option(letters, { nil: [] as string[], freq: 1 }),
    time: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ left, mark, right, time }) => {
    const other = mark === '!' ? right.filter((letter) => !left.includes(letter)).join('') : '';
    return `${left.join('')}${mark}${other}@${time}`;
  });

const pairOf = (decisions: readonly Decision[]) =>
  decidedBetween(decisions, identityOf()(0), identityOf()(1)).value;

const together = (decisions: readonly Decision[], links: readonly string[]): boolean =>
  decide({ count: COUNT, links }, decisions).groups.some(({ members }) => {
    const indexes = members.map(({ index }) => index);
    return indexes.includes(0) && indexes.includes(1);
  });

describe('what was decided on two articles', () => {
  it('is what groups are made of', () => {
    fc.assert(
      fc.property(fc.array(anyDecision, { maxLength: 6 }), (codes) => {
        const decisions = codes.map((code) => decision(code));
        const isSame = together(decisions, []);
        const isApart = !together(decisions, ['ab:0.99']);
        expect(pairOf(decisions)?.decision).toBe(isSame ? 'same' : isApart ? 'different' : undefined);
      }),
      { numRuns: 500 },
    );
  });

  it('tells who said so, the last who did, or that others make it so', () => {
    const said = (code: string, by: string): Decision => ({ ...decision(code), by, note: `note of ${by}` });
    expect(pairOf([said('ab=@1', 'ana'), said('ab=@2', 'bo')])).toEqual({
      decision: 'same',
      when: '1970-01-01T00:00:02.000Z',
      by: 'bo',
      note: 'note of bo',
    });
    expect(pairOf([decision('a!bc@3')])).toEqual({ decision: 'different', when: '1970-01-01T00:00:03.000Z' });
    expect(pairOf([decision('ac='), decision('cb=')])).toEqual({ decision: 'same', through: true });
    expect(pairOf([decision('ac='), decision('cb!')])).toEqual({ decision: 'different', through: true });
    expect(pairOf([decision('ab=@1'), decision('ab?@2')])).toBeUndefined();
    expect(pairOf([decision('cd=')])).toBeUndefined();
  });

  it('finds an article that was renamed, and nothing of one with itself', () => {
    const renamed = { ...decision('ab!'), articles: [{ ...named('a'), id: 'old.txt' }, named('b')] };
    expect(pairOf([renamed])?.decision).toBe('different');
    const first = identityOf()(0);
    expect(decidedBetween([decision('ac=')], first, first).value).toBeUndefined();
  });
});
