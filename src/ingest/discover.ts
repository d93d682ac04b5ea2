/**
 * From arguments to files: what is read, in which order, under which path. Owns the naming rules of the report
 * (design section 3, "path"); must not open a file.
 */
import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { compareCodeUnits } from '../lib/order.ts';
import type { Issue } from '../model/issue.ts';
import { errorCode } from './findings.ts';
import type { FolderTree, Place } from './folder-tree.ts';
import { globTrouble, isGlob } from './glob.ts';
import { type DiscoveredFile, orderFiles } from './order-files.ts';
import { normalisePath, pathToBytes, withoutParents, withSlashes } from './path-name.ts';
import type { IngestRequest } from './request.ts';
import { selectByGlob, selectByOptions } from './selection.ts';
import { Walk } from './walk.ts';

/** What the arguments stand for. */
export interface Discovery {
  /** Each file once, ordered by path. */
  readonly files: readonly DiscoveredFile[];
  readonly issues: readonly Issue[];
  /** Arguments that do not exist or match nothing; when all are, there was no input. */
  readonly missing: number;
  /** Files met in a walk whose name is of no known type. */
  readonly unknownTypes: number;
  /** How many of them have which extension. */
  readonly unknownExtensions: ReadonlyMap<string, number>;
  /** Symbolic links met in a walk and left alone. */
  readonly links: number;
  /** Entries met in a walk and left out by a `.dedupeignore`, a folder with all that is in it as one. */
  readonly ignored: number;
}

/** What discovering needs of a request. */
export type DiscoveryRequest = Pick<
  IngestRequest,
  'paths' | 'include' | 'exclude' | 'follow' | 'ignoreFiles' | 'inputFormat' | 'signal'
>;

/** Finds the files that the paths of a request stand for; reads folders, opens no file. */
export async function discover(request: DiscoveryRequest): Promise<Discovery> {
  const paths = new Set(request.paths);
  const walk = new Walk(request, selectByOptions(request.include, request.exclude));
  // Without one of its rules a run would read what was to be left out.
  if (hasTrouble(walk, [...request.include, ...request.exclude])) return discoveryOf(walk, paths.size, false);
  const globs: { readonly argument: string; readonly trees: readonly FolderTree[] }[] = [];
  let missing = 0;
  for (const argument of paths) {
    if (argument === '-') continue;
    const status = await statusOf(argument);
    if (typeof status !== 'string') await addNamed(walk, argument, status);
    else if (!isAbsent(status))
      walk.findings.addIssue(normalisePath(argument), 'unreadable', `cannot be looked at (${status})`);
    else if (!isGlob(argument)) {
      missing++;
      walk.findings.addIssue(
        normalisePath(argument),
        'missing-path',
        'no such file or folder; check the spelling',
      );
    } else if (hasTrouble(walk, [argument])) missing++;
    else globs.push({ argument, trees: await walkGlob(walk, argument) });
  }
  await walk.followLinks();
  for (const { argument, trees } of globs) {
    if (trees.some(({ count }) => count > 0)) continue;
    missing++;
    walk.findings.addIssue(argument, 'missing-path', NO_MATCH_MESSAGE);
  }
  return discoveryOf(walk, missing, paths.has('-'));
}

const NO_MATCH_MESSAGE = 'the pattern matches no file; check the spelling or quote it for the shell';

function discoveryOf(walk: Walk, missing: number, standardInput: boolean): Discovery {
  return {
    files: orderFiles(walk.findings.files, standardInput),
    issues: sortIssues(walk.findings.issues),
    missing,
    unknownTypes: walk.findings.unknownTypes,
    unknownExtensions: walk.findings.unknownExtensions,
    links: walk.findings.links,
    ignored: walk.findings.ignored,
  };
}

/** Reports the globs that are not run. */
function hasTrouble(walk: Walk, globs: readonly string[]): boolean {
  const troubles = globs.flatMap((glob) => {
    const trouble = globTrouble(glob);
    return trouble === undefined ? [] : [{ glob, trouble }];
  });
  for (const { glob, trouble } of troubles) walk.findings.addIssue(glob, 'missing-path', trouble);
  return troubles.length > 0;
}

/** An argument that exists: a link is meant to be read. */
async function addNamed(walk: Walk, argument: string, status: BigIntStats): Promise<void> {
  const place = await placeOf(argument, status);
  if (status.isDirectory()) await walk.folder(place);
  else if (status.isFile()) walk.findings.addFile(place, status);
  else walk.findings.addSpecial(place.path);
}

async function walkGlob(walk: Walk, argument: string): Promise<readonly FolderTree[]> {
  const trees: FolderTree[] = [];
  for (const { base, selection } of selectByGlob(withSlashes(argument))) {
    const status = await statusOf(base === '' ? '.' : base);
    if (typeof status === 'string' || !status.isDirectory()) continue;
    trees.push(await walk.glob(await placeOf(base, status), selection));
  }
  return trees;
}

/** Status of what a path leads to, or the system's error code. */
async function statusOf(path: string): Promise<BigIntStats | string> {
  if (path === '') return 'ENOENT';
  try {
    return await stat(pathToBytes(path), { bigint: true });
  } catch (cause) {
    return errorCode(cause);
  }
}

/** Codes that say that nothing is there; ERR_INVALID_ARG_VALUE is a path with a NUL in it. */
function isAbsent(code: string): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code);
}

/** `a/../b` is shown as `b` where that is the same file, which a link called `a` can make untrue. */
async function placeOf(argument: string, status: BigIntStats): Promise<Place> {
  const location = withSlashes(argument);
  const path = normalisePath(location);
  const direct = withoutParents(path);
  if (direct === path) return { path, location };
  const other = await statusOf(direct === '' ? '.' : direct);
  const same = typeof other !== 'string' && other.dev === status.dev && other.ino === status.ino;
  return { path: same ? direct : path, location };
}

function sortIssues(issues: readonly Issue[]): readonly Issue[] {
  return [...issues].sort((a, b) => compareCodeUnits(a.path, b.path) || compareCodeUnits(a.code, b.code));
}
