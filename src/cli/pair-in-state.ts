/**
 * Which two articles are meant where a state remembers the archive: ids and paths of it, its groups (which stand for their
 * canonical; one alone for its weakest link), and files beside it. Owns that; reads of the archive its state alone.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { NoInputError, UsageError } from '../lib/errors.ts';
import type { Article } from '../model/article.ts';
import type { GroupTrace } from '../model/group.ts';
import type { Issue } from '../model/issue.ts';
import type { Link } from '../model/match.ts';
import { traceOf } from '../report/index.ts';
import type { Collected } from '../run/collect.ts';
import { findArticle } from '../run/find-article.ts';
import { match } from '../run/match.ts';
import { type Grouped, groupedIn } from './grouped.ts';
import { collect } from './input.ts';
import { LookupArchive } from './lookup-archive.ts';
import type { ReadyRequest } from './ready.ts';
import { openToAsk } from './state-asked.ts';
import type { StateRun } from './state-run.ts';
import type { Watch } from './watch.ts';

/** Two articles, and what was lost when they were read. */
export interface FoundPair {
  readonly a: Article;
  readonly b: Article;
  /** Whether the report or state has the two in one group; absent where none was asked, or it does not know one. */
  readonly grouped?: Grouped;
  readonly issues: readonly Issue[];
  readonly close: () => Promise<void>;
}

/** Throws `NoInputError` where neither the state nor the disk has such an article. */
export async function pairInState(
  folder: string,
  [wordA, wordB]: readonly [string, string | undefined],
  request: ReadyRequest,
  watch: Watch,
): Promise<FoundPair> {
  const state = await openToAsk(folder, request, watch);
  try {
    const groups = groupsNamed(state, wordA, wordB);
    const idOf = (word: string): string => groups.get(word)?.canonical ?? word;
    const archive = new LookupArchive(state);
    const beside = [wordA, wordB].filter((word) => word !== undefined && !groups.has(word));
    const paths = pathsBeside(state, beside as readonly string[]);
    const collected = await collect(request, paths, watch, archive);
    try {
      const { port } = collected;
      const [a, b] =
        wordB === undefined
          ? await weakestLink(wordA, folder, groups, collected, request, watch)
          : [idOf(wordA), idOf(wordB)];
      const issues = collected.issues.filter(({ path }) => archive.concerns(path));
      const close = async (): Promise<void> => {
        await collected.close();
        await state.close();
      };
      const found = { a: findArticle(port, a), b: findArticle(port, b), issues, close };
      if (beside.some((word) => paths.includes(word ?? ''))) return found;
      return { ...found, grouped: groupedIn(idsOfGroups(state), found.a.id, found.b.id) };
    } catch (error) {
      await collected.close();
      throw error;
    }
  } catch (error) {
    await state.close();
    throw error;
  }
}

function groupsNamed(state: StateRun, ...words: readonly (string | undefined)[]): Map<string, GroupTrace> {
  const named = new Map<string, GroupTrace>();
  for (const group of state.knownGroups()) if (words.includes(group.id)) named.set(group.id, group);
  return named;
}

function* idsOfGroups(state: StateRun): Iterable<readonly string[]> {
  for (const { ids } of state.knownGroups()) yield ids;
}

/** Words that are files which the state does not know; what it knows is taken as it remembers it. */
function pathsBeside(state: StateRun, words: readonly string[]): readonly string[] {
  const known = new Set<string>();
  for (const { path } of state.knownFiles()) known.add(resolve(path));
  return words.filter((word) => word === '-' || (!known.has(resolve(word)) && existsSync(word)));
}

/** Links are not remembered, only who belongs together: the archive is matched again. */
async function weakestLink(
  word: string,
  folder: string,
  groups: ReadonlyMap<string, GroupTrace>,
  collected: Collected,
  request: ReadyRequest,
  watch: Watch,
): Promise<readonly [string, string]> {
  if (!groups.has(word))
    throw new UsageError(`the state ${folder} has no group "${word}"; name a group, or two articles`);
  const { port } = collected;
  const matched = await match(collected, request.match, (progress) => watch.reached(progress));
  try {
    const group = matched.findings.groups.find((group) => traceOf(group, port).id === word);
    if (group === undefined)
      throw new NoInputError(
        `the group "${word}" of ${folder} is no group under these options; name two articles of it`,
      );
    const { a, b } = group.links.reduce((weak: Link, link) => (link.score < weak.score ? link : weak));
    return [port.head(a).id, port.head(b).id];
  } finally {
    matched.close();
  }
}
