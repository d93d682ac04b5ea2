/** Small inputs for grouping, written as letters: article 0 is `a`. */
import { type GroupInput, groupLinks } from '../../src/group/index.ts';
import type { Group } from '../../src/model/group.ts';
import type { Link } from '../../src/model/match.ts';
import type { CanonicalRule, Grouping } from '../../src/model/options.ts';

interface Facts {
  readonly sizes?: readonly number[];
  readonly ids?: readonly string[];
  readonly dates?: readonly (string | undefined)[];
  readonly digests?: readonly string[];
}

export interface GroupCase extends Facts {
  readonly count: number;
  /** `ab` near, `ab<` b is an excerpt of a, `ab>` a is an excerpt of b, `ab=` a translation, `ab:0.7` with a score. */
  readonly links: readonly string[];
  readonly related?: readonly string[];
  readonly copies?: readonly number[];
  readonly canonical?: CanonicalRule;
  readonly groupBy?: Grouping;
  /** Articles that are briefs, as letters: `ab`; a capital is half of one. */
  readonly briefs?: string;
}

export function link(code: string): Link {
  const mark = code[2];
  return {
    a: code.charCodeAt(0) - 97,
    b: code.charCodeAt(1) - 97,
    relation: mark === '<' || mark === '>' ? 'contained' : mark === '=' ? 'translation' : 'near',
    ...(mark === '<' ? { inner: 'b' as const } : mark === '>' ? { inner: 'a' as const } : {}),
    score: mark === ':' ? Number(code.slice(3)) : 0.9,
    evidence: () => ({ names: [], numbers: [] }),
  };
}

export function identity(count: number, facts: Facts = {}): Pick<GroupInput, 'count' | 'copies' | 'facts'> {
  return {
    count,
    copies: { representativeOf: Uint32Array.from({ length: count }, (_, i) => i) },
    facts: (index) => {
      const date = facts.dates?.[index];
      return {
        id: facts.ids?.[index] ?? `id${String(index).padStart(5, '0')}`,
        characters: facts.sizes?.[index] ?? 100,
        rawDigest: facts.digests?.[index] ?? `raw${index}`,
        ...(date === undefined ? {} : { date }),
      };
    },
  };
}

/** How brief an article is by such letters. */
export function brevityIn(letters: string): (index: number) => number {
  return (index) => {
    const letter = String.fromCharCode(97 + index);
    if (letters.includes(letter)) return 1;
    return letters.includes(letter.toUpperCase()) ? 0.5 : 0;
  };
}

export function run(input: GroupCase): readonly Group[] {
  const base = identity(input.count, input);
  return groupLinks({
    ...base,
    ...(input.copies === undefined ? {} : { copies: { representativeOf: Uint32Array.from(input.copies) } }),
    links: input.links.map(link),
    ...(input.briefs === undefined ? {} : { brevityOf: brevityIn(input.briefs) }),
    related: (input.related ?? []).map((code) => ({ ...link(code), relation: 'related' })),
    options: { canonical: input.canonical ?? 'longest', groupBy: input.groupBy ?? 'story' },
  });
}
