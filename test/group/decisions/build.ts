/** Small decisions, written as letters: article 0 is `a`, its text digest and bytes follow from its letter. */
import type { ArticleIdentity } from '../../../src/group/decisions/find-articles.ts';
import { groupAsDecided } from '../../../src/group/index.ts';
import type { DecidedArticle, Decision } from '../../../src/model/decision.ts';
import type { Group } from '../../../src/model/group.ts';
import type { Issue } from '../../../src/model/issue.ts';
import type { CanonicalRule, Grouping } from '../../../src/model/options.ts';
import { identity, link } from '../build.ts';

export interface DecidedCase {
  readonly count: number;
  readonly links: readonly string[];
  readonly related?: readonly string[];
  readonly copies?: readonly number[];
  readonly canonical?: CanonicalRule;
  readonly groupBy?: Grouping;
  readonly languages?: readonly string[];
  readonly sizes?: readonly number[];
}

function textOf(index: number, copies: readonly number[] | undefined): string {
  return `text${copies?.[index] ?? index}`;
}

export function identityOf(copies?: readonly number[]): (index: number) => ArticleIdentity {
  return (index) => ({
    id: `id${String(index).padStart(5, '0')}`,
    path: `id${String(index).padStart(5, '0')}`,
    textDigest: textOf(index, copies),
    rawDigest: `raw${index}`,
  });
}

/** The article with this letter as a decision names it. */
export function named(letter: string, copies?: readonly number[]): DecidedArticle {
  const { id, textDigest, rawDigest } = identityOf(copies)(letter.charCodeAt(0) - 97);
  return { id, textDigest, rawDigest };
}

const KINDS = { '=': 'same', '!': 'different', '*': 'canonical', '?': 'undecided' } as const;

/** `ab=` the same, `ab!` different, `a!bc` a from b and c, `a*` canonical, `ab?` undecided; `@5` at a time. */
export function decision(code: string, copies?: readonly number[]): Decision {
  const [, left = '', mark = '', right = '', time] = /^([a-z]+)([=!*?])([a-z]*)(?:@(\d+))?$/.exec(code) ?? [];
  const all = (letters: string): readonly DecidedArticle[] =>
    [...letters].map((letter) => named(letter, copies));
  return {
    decision: KINDS[mark as keyof typeof KINDS],
    articles: all(left),
    ...(right === '' ? {} : { from: all(right) }),
    ...(time === undefined ? {} : { when: new Date(Number(time) * 1000).toISOString() }),
  };
}

export function decide(
  input: DecidedCase,
  decisions: readonly Decision[],
): { readonly groups: readonly Group[]; readonly issues: readonly Issue[] } {
  const { copies, languages, sizes } = input;
  const { value, issues } = groupAsDecided(
    {
      ...identity(input.count, sizes === undefined ? {} : { sizes }),
      ...(copies === undefined ? {} : { copies: { representativeOf: Uint32Array.from(copies) } }),
      links: input.links.map(link),
      related: (input.related ?? []).map((code) => ({ ...link(code), relation: 'related' })),
      ...(languages === undefined ? {} : { languageOf: (index: number) => languages[index] ?? 'und' }),
      identity: identityOf(copies),
      options: { canonical: input.canonical ?? 'longest', groupBy: input.groupBy ?? 'story' },
    },
    decisions,
  );
  return { groups: value, issues };
}

/** Members as letters, the canonical first as a capital one: `Abc de`. */
export function shape(groups: readonly Group[]): string {
  return groups
    .map(({ canonical, members }) =>
      members
        .map(({ index }) => {
          const letter = String.fromCharCode(97 + index);
          return index === canonical ? letter.toUpperCase() : letter;
        })
        .join(''),
    )
    .join(' ');
}
