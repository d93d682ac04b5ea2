/** Which verdicts of a run the next one takes up, and which pairs are judged again. */
import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/model/match.ts';
import { KnownVerdicts, storedVerdicts } from '../../src/state/known-verdicts.ts';

const CONTENTS = Uint32Array.from([1, 1, 2, 2, 3, 3, 4, 4]);
const PAIRS = { a: Uint32Array.of(0, 0, 0, 1), b: Uint32Array.of(1, 2, 3, 3) };
const NONE = { names: [], numbers: [] };

function link(a: number, b: number, relation: Link['relation'], reason?: Link['reason']): Link {
  return { a, b, relation, score: 0.8, ...(reason === undefined ? {} : { reason }), evidence: () => NONE };
}

function told(links: readonly Link[]): { links: readonly string[]; unknown: readonly string[] } {
  const known = new KnownVerdicts(storedVerdicts(PAIRS, links, CONTENTS));
  const { links: found, unknown } = known.tell(PAIRS, CONTENTS, () => NONE);
  return {
    links: found.map(({ a, b, relation, reason }) => `${a}${b} ${relation} ${reason ?? '-'}`),
    unknown: [...unknown.a].map((a, i) => `${a}${unknown.b[i]}`),
  };
}

describe('verdicts of an earlier run', () => {
  const cases: readonly (readonly [string, readonly Link[], ReturnType<typeof told>])[] = [
    ['nothing was linked', [], { links: [], unknown: [] }],
    [
      'links, one of them faint',
      [link(0, 1, 'near', 'update'), link(1, 3, 'translation', 'company')],
      { links: ['01 near update', '13 translation company'], unknown: [] },
    ],
    [
      'a pair that is related and a faint translation is judged again, and no other',
      [
        link(0, 1, 'near'),
        link(0, 2, 'related'),
        link(0, 2, 'translation', 'company'),
        link(1, 3, 'related'),
      ],
      { links: ['01 near -', '13 related -'], unknown: ['02'] },
    ],
  ];
  for (const [name, links, expected] of cases) {
    it(name, () => {
      expect(told(links)).toEqual(expected);
    });
  }

  it('refuse a link of no pair that was judged', () => {
    expect(() => storedVerdicts(PAIRS, [link(2, 3, 'near')], CONTENTS)).toThrow();
  });
});
