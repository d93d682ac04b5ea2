/**
 * From arguments to files: what is read, in which order, under which path. Owns the naming rules of the report
 * (design section 3, "path"); must not open a file.
 */
import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { compareCodeUnits } from '../lib/order.ts';
import type { Issue } from '../model/issue.ts';
import { type FileType, fileType } from './formats.ts';
import { compileGlob, isGlob } from './glob.ts';
import { normalisePath, originOf, pathToBytes, withoutParents, withSlashes } from './path-name.ts';
import type { IngestRequest, Origin } from './request.ts';
import { selectByGlob, selectByOptions } from './selection.ts';
import { errorCode, type FoundFile, type Place, SPECIAL_FILE_MESSAGE, Walk } from './walk.ts';

/** A file to read. */
export interface DiscoveredFile extends Origin {
  /** Path to open, in the inner form of `path-name.ts`. */
  readonly location: string;
  readonly type: FileType;
  /** Size when it was found; 0 for the standard input. */
  readonly bytes: number;
}

/** What the arguments stand for. */
export interface Discovery {
  /** Each file once, ordered by path. */
  readonly files: readonly DiscoveredFile[];
  readonly issues: readonly Issue[];
  /** Arguments that do not exist or match nothing; when all are, there was no input. */
  readonly missing: number;
  /** Files met in a walk whose name is of no known type. */
  readonly unknownTypes: number;
  /** Symbolic links met in a walk and left alone. */
  readonly links: number;
}

/** What discovering needs of a request. */
export type DiscoveryRequest = Pick<IngestRequest, 'paths' | 'include' | 'exclude' | 'follow'>;

/** Finds the files that the paths of a request stand for; reads folders, opens no file. */
export async function discover(request: DiscoveryRequest): Promise<Discovery> {
  const ordinary = selectByOptions(request.include, request.exclude);
  const walk = new Walk(request.follow, ordinary);
  const globs: { readonly argument: string; readonly taken: number }[] = [];
  let missing = 0;
  let standardInput = false;
  for (const argument of new Set(request.paths)) {
    if (argument === '-') {
      standardInput = true;
      continue;
    }
    const status = await statusOf(argument);
    if (typeof status === 'string') {
      if (isAbsent(status) && isGlob(argument)) {
        const before = walk.taken;
        await walkGlob(walk, argument);
        globs.push({ argument, taken: walk.taken - before });
      } else if (isAbsent(status)) {
        missing++;
        walk.addIssue(normalisePath(argument), 'missing-path', 'no such file or folder; check the spelling');
      } else {
        walk.addIssue(normalisePath(argument), 'unreadable', `cannot be looked at (${status})`);
      }
      continue;
    }
    const place = await placeOf(argument, status);
    if (status.isDirectory()) await walk.folder(place, ordinary);
    else if (status.isFile()) walk.addFile(place, fileType(place.path), status);
    else walk.addIssue(place.path, 'special-file', SPECIAL_FILE_MESSAGE);
  }
  const beforeLinks = walk.taken;
  await walk.followLinks();
  for (const { argument, taken } of globs) {
    // With links followed a glob may have matched only through one of them.
    if (taken > 0 || walk.taken > beforeLinks) continue;
    missing++;
    walk.addIssue(
      argument,
      'missing-path',
      'the pattern matches no file; check the spelling or quote it for the shell',
    );
  }
  return {
    files: filesOf(walk.files, standardInput),
    issues: sortIssues(walk.issues),
    missing,
    unknownTypes: walk.unknownTypes,
    links: walk.links,
  };
}

async function walkGlob(walk: Walk, argument: string): Promise<void> {
  const glob = compileGlob(withSlashes(argument));
  const status = await statusOf(glob.base === '' ? '.' : glob.base);
  if (typeof status === 'string' || !status.isDirectory()) return;
  await walk.folder(await placeOf(glob.base, status), selectByGlob(glob, glob.base));
}

/** Status of what a path leads to (an argument that is a link is meant to be read), or the system's error code. */
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

/** Orders the files by path and keeps each file on the disk once, under its smallest path. */
function filesOf(found: readonly FoundFile[], standardInput: boolean): readonly DiscoveredFile[] {
  const named = found.map((file) => ({ file, origin: originOf(file.path) }));
  named.sort(
    (a, b) =>
      compareCodeUnits(a.origin.path, b.origin.path) || compareCodeUnits(a.file.location, b.file.location),
  );
  const seen = new Map<bigint, Set<bigint>>();
  const files: DiscoveredFile[] = standardInput ? [STANDARD_INPUT] : [];
  for (const { file, origin } of named) {
    // Some file systems have no inode numbers; there every path counts as a file of its own.
    const inodes = seen.get(file.device) ?? new Set<bigint>();
    if (file.inode !== 0n && inodes.has(file.inode)) continue;
    seen.set(file.device, inodes.add(file.inode));
    files.push({ ...origin, location: file.location, type: file.type, bytes: file.bytes });
  }
  return files.sort((a, b) => compareCodeUnits(a.path, b.path));
}

const STANDARD_INPUT: DiscoveredFile = {
  path: '-',
  location: '-',
  type: { format: 'standard-input', gzip: false },
  bytes: 0,
};

function sortIssues(issues: readonly Issue[]): readonly Issue[] {
  return [...issues].sort((a, b) => compareCodeUnits(a.path, b.path) || compareCodeUnits(a.code, b.code));
}
