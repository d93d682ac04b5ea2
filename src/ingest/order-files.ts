/** The files that were found as the files to read: in the order of the report, each file on the disk once. Pure. */
import { compareCodeUnits } from '../lib/order.ts';
import type { FoundFile } from './findings.ts';
import type { FileType } from './formats.ts';
import { originOf } from './path-name.ts';
import type { Origin } from './request.ts';
import type { Stamp } from './witness.ts';

/** A file to read. */
export interface DiscoveredFile extends Origin {
  /** Path to open, in the inner form of `path-name.ts`. */
  readonly location: string;
  readonly type: FileType;
  /** Size when it was found; 0 for the standard input. */
  readonly bytes: number;
  /** As it was found; absent for the standard input. */
  readonly stamp?: Stamp;
}

/** Orders the files by path and keeps each file on the disk once, under its smallest path. */
export function orderFiles(found: readonly FoundFile[], standardInput: boolean): readonly DiscoveredFile[] {
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
    const { location, type, stamp } = file;
    if (stamp.inode !== 0n && inodes.has(stamp.inode)) continue;
    seen.set(file.device, inodes.add(stamp.inode));
    files.push({ ...origin, location, type, bytes: Number(stamp.bytes), stamp });
  }
  return files.sort((a, b) => compareCodeUnits(a.path, b.path));
}

const STANDARD_INPUT: DiscoveredFile = {
  path: '-',
  location: '-',
  type: { format: 'standard-input' },
  bytes: 0,
};
