/**
 * The golden expectations as data: their shape and how they are read from disk. Owns no judgement about a result;
 * the format is described in the README of this folder.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DropReason } from '../../src/model/article.ts';
import type { GroupKind } from '../../src/model/group.ts';
import type { Relation } from '../../src/model/match.ts';

export interface ExpectedGroup {
  readonly kind: GroupKind | null;
  readonly members: Readonly<Record<string, Relation | 'canonical' | null>>;
  readonly optional?: boolean;
}

export interface ExpectedDrop {
  readonly text: string;
  readonly reason?: DropReason;
  readonly home?: string;
}

export interface Expectation {
  readonly proves: string;
  readonly groups: readonly ExpectedGroup[];
  readonly related?: readonly (readonly [string, string])[];
  readonly notTogether?: readonly (readonly [string, string])[];
  readonly languages: Readonly<Record<string, string | null>>;
  readonly kept?: Readonly<Record<string, readonly string[]>>;
  readonly dropped?: Readonly<Record<string, readonly ExpectedDrop[]>>;
  readonly untouched?: readonly string[];
  readonly reasons?: readonly (readonly [later: string, earlier: string, reason: 'update'])[];
}

/** Folder of the themes, absolute. */
export const NEWSROOM = fileURLToPath(new URL('../../fixtures/newsroom/', import.meta.url));
const GOLDEN = fileURLToPath(new URL('.', import.meta.url));

/** All expectations by theme, themes in code-unit order. */
export function readExpectations(): ReadonlyMap<string, Expectation> {
  const files = readdirSync(GOLDEN)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return new Map(
    files.map((name) => [
      name.slice(0, -'.json'.length),
      JSON.parse(readFileSync(GOLDEN + name, 'utf8')) as Expectation,
    ]),
  );
}

/** Every article an expectation speaks of, each once, in code-unit order. */
export function namedArticles(expectation: Expectation): readonly string[] {
  return [
    ...new Set([
      ...expectation.groups.flatMap((group) => Object.keys(group.members)),
      ...(expectation.related ?? []).flat(),
      ...(expectation.notTogether ?? []).flat(),
      ...Object.keys(expectation.languages),
      ...Object.keys(expectation.kept ?? {}),
      ...Object.entries(expectation.dropped ?? {}).flatMap(([article, drops]) => [
        article,
        ...drops.flatMap((drop) => (drop.home === undefined ? [] : [drop.home])),
      ]),
      ...(expectation.untouched ?? []),
      ...(expectation.reasons ?? []).flatMap((reason) => reason.slice(0, 2)),
    ]),
  ].sort();
}
