/**
 * `dedupe state forget DIR WORD ...`: takes files out of a state, all that were named or none. Owns what a word means; must
 * not touch the archive.
 */
import { compileGlob, isGlob, isWithin } from '../ingest/index.ts';
import { NoInputError, StateError, UsageError } from '../lib/errors.ts';
import { counted } from '../lib/figures.ts';
import { compareCodeUnits } from '../lib/order.ts';
import { visible } from '../lib/visible.ts';
import type { GroupTrace } from '../model/group.ts';
import { hashId } from '../run/unique-ids.ts';
import type { ArchiveState } from '../state/store/archive-state.ts';
import type { FileEntry } from '../state/store/entries.ts';
import type { Request } from './arguments.ts';
import { writeStream } from './output.ts';
import { openAsItIs } from './state-open.ts';
import { headsOf, piecesOf } from './state-pieces.ts';
import type { Watch } from './watch.ts';

export async function forget(
  request: Request,
  folder: string,
  words: readonly string[],
  watch: Watch,
): Promise<number> {
  if (words.length === 0)
    throw new UsageError('nothing was named; dedupe state forget DIR takes paths, globs or ids of articles');
  const state = await openAsItIs(request, folder);
  try {
    const { lastRun } = state;
    if (lastRun === undefined) throw new StateError(`the state ${folder} has no complete run yet`);
    const files = [...state.files()].sort((a, b) => compareCodeUnits(a.path, b.path));
    const meant = filesMeant(state, files, words);
    const left = files.filter((entry) => !meant.has(entry));
    const groups = groupsWithout([...state.groups()], forgottenIds(state, meant));
    const articles = countArticles(meant);
    const what = `${counted(meant.size, 'file')} with ${counted(articles, 'article')}`;
    if (request.dryRun) {
      await writeStream(
        process.stdout,
        [...meant].map(({ path }) => `${visible(path)}\n`),
      );
      watch.notice(`would forget ${what}; nothing was changed`);
      return 0;
    }
    const run = { ...lastRun, files: left.length, articles: countArticles(left), groups: groups.length };
    state.complete({ files: left, groups, run, derived: {} }, state.runs);
    watch.notice(`forgot ${what}; "dedupe state compact" gives the room back`);
    return 0;
  } finally {
    await state.close();
  }
}

/** Throws where a word means nothing, or a part of a file. */
function filesMeant(
  state: ArchiveState,
  files: readonly FileEntry[],
  words: readonly string[],
): ReadonlySet<FileEntry> {
  const meant = new Set<FileEntry>();
  const ids: string[] = [];
  for (const word of words) {
    const found = files.filter(isOf(word));
    if (found.length === 0) ids.push(word);
    for (const entry of found) meant.add(entry);
  }
  const unknown = new Set(ids);
  if (ids.length > 0) {
    for (const { entry, id } of holdersOf(state, files, ids)) {
      if (entry.content.articles > 1) {
        throw new UsageError(
          `${id} is one of ${entry.content.articles} articles of ${entry.path}, which is remembered as a whole; name the file, or take the article out of it and run again`,
        );
      }
      unknown.delete(id);
      meant.add(entry);
    }
  }
  if (unknown.size > 0)
    throw new NoInputError(
      `the state has no file and no article ${[...unknown].map((word) => `"${word}"`).join(', ')}; nothing was forgotten`,
    );
  return new Set(files.filter((entry) => meant.has(entry)));
}

/** Whether a file, as reports name it, is the word, lies in it, or matches it. */
function isOf(word: string): (entry: FileEntry) => boolean {
  const glob = isGlob(word) ? compileGlob(word) : undefined;
  return ({ path, location }) =>
    path === word || isWithin(location, [word]) || isWithin(path, [word]) || glob?.matches(path) === true;
}

/** Files with an article of such an id, and the id. */
function* holdersOf(
  state: ArchiveState,
  files: readonly FileEntry[],
  ids: readonly string[],
): Iterable<{ readonly entry: FileEntry; readonly id: string }> {
  const byHash = new Map(ids.map((id) => [hashId(id).join(' '), id]));
  for (const entry of files) {
    for (const id of ids) {
      // Of records whose own id was taken.
      if (id.startsWith(`${entry.path}#`) && /^\d+$/.test(id.slice(entry.path.length + 1)))
        yield { entry, id };
    }
    for (const piece of piecesOf(state, entry)) {
      for (let i = 0; i < piece.ids.length; i += 2) {
        const id = byHash.get(`${piece.ids[i]} ${piece.ids[i + 1]}`);
        if (id !== undefined) yield { entry, id };
      }
    }
  }
}

/** Every name that an article of the files may have in a group, with what was read of it. */
function forgottenIds(state: ArchiveState, files: Iterable<FileEntry>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const entry of files) {
    for (const { id, path, record, rawDigest } of headsOf(state, entry)) {
      names.add(memberKey(id, rawDigest));
      names.add(memberKey(`${path}#${record ?? 1}`, rawDigest));
    }
  }
  return names;
}

function memberKey(id: string, rawDigest: string): string {
  return `${rawDigest} ${id}`;
}

/** Groups of fewer than two are none. */
function groupsWithout(groups: readonly GroupTrace[], gone: ReadonlySet<string>): readonly GroupTrace[] {
  return groups.flatMap((group) => {
    const { ids, rawDigests, canonical } = group;
    const kept = ids.map((id, i) => !gone.has(memberKey(id, rawDigests[i]!)));
    if (kept.every(Boolean)) return [group];
    const left = ids.filter((_, i) => kept[i]);
    if (left.length < 2) return [];
    return [
      {
        ...group,
        canonical: left.includes(canonical) ? canonical : left[0]!,
        ids: left,
        rawDigests: rawDigests.filter((_, i) => kept[i]),
      },
    ];
  });
}

function countArticles(files: Iterable<FileEntry>): number {
  let articles = 0;
  for (const { content } of files) articles += content.articles;
  return articles;
}
