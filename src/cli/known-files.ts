/**
 * Which files need not be read: those that stand as they did, and those whose bytes are known under whatever name. Owns
 * this question; must not read articles or change the state.
 */
import type { Seen, Stamp } from '../ingest/index.ts';
import { type DiscoveredFile, witnessFile } from '../ingest/index.ts';
import type { ContentPlace, FileEntry, FileStamp } from '../state/store/entries.ts';

/** A change within so many milliseconds of the last one may leave the times of a file as they are. */
const SETTLING_MS = 2000;

/** Of the standard input, which stands nowhere: it is read each time. */
const OF_A_STREAM: Stamp = { bytes: 0n, mtimeNs: 0n, ctimeNs: 0n, inode: 0n };

export class KnownFiles {
  /** By location; what was read since the last complete run first. */
  readonly #entries = new Map<string, FileEntry>();
  readonly #bySize = new Map<string, FileEntry[]>();
  /** Whether articles depend on the path of their file. */
  readonly #isByPath: boolean;

  constructor(files: Iterable<FileEntry>, isByPath: boolean) {
    this.#isByPath = isByPath;
    for (const entry of files) {
      if (this.#entries.has(entry.location)) continue;
      this.#entries.set(entry.location, entry);
      const key = `${entry.type} ${entry.size}`;
      const alike = this.#bySize.get(key);
      if (alike === undefined) this.#bySize.set(key, [entry]);
      else alike.push(entry);
    }
  }

  /** The entry of a file that need not be read for its articles; undefined where it must be. `now` in milliseconds. */
  async find(file: DiscoveredFile, now: number): Promise<FileEntry | undefined> {
    const { stamp } = file;
    if (stamp === undefined) return undefined;
    const type = typeName(file);
    const own = this.#entries.get(file.location);
    if (own !== undefined && own.type === type && own.isSettled && isSame(own, stampTexts(stamp))) return own;
    const alike = this.#bySize.get(`${type} ${stamp.bytes}`) ?? [];
    const usable = alike.filter(({ content }) => !this.#isByPath || content.path === file.path);
    if (usable.length === 0) return undefined;
    const seen = await witnessFile(file);
    if (seen === undefined) return undefined;
    const same = usable.filter(({ digest }) => digest === seen.digest);
    // Its own articles need no other path.
    const found = same.find(({ content }) => content.path === file.path) ?? same[0];
    return found === undefined ? undefined : entryOf(file, seen, found.content, now);
  }
}

/** `now`: when it was begun to be read. A file that could not be read to its end is read again the next time. */
export function entryOf(
  file: DiscoveredFile,
  seen: Seen | undefined,
  content: ContentPlace,
  now: number,
): FileEntry {
  const stamp = seen?.stamp ?? file.stamp ?? OF_A_STREAM;
  const changedMs = Number((stamp.mtimeNs > stamp.ctimeNs ? stamp.mtimeNs : stamp.ctimeNs) / 1_000_000n);
  return {
    location: file.location,
    path: file.path,
    ...(file.pathBytes === undefined ? {} : { pathBytes: file.pathBytes }),
    type: typeName(file),
    ...stampTexts(stamp),
    digest: seen?.digest ?? '',
    isSettled: seen !== undefined && now - changedMs >= SETTLING_MS,
    content,
  };
}

function typeName({ type: { format, compression } }: DiscoveredFile): string {
  return compression === undefined ? format : `${format}.${compression}`;
}

function stampTexts({ bytes, mtimeNs, ctimeNs, inode }: Stamp): FileStamp {
  return { size: `${bytes}`, mtimeNs: `${mtimeNs}`, ctimeNs: `${ctimeNs}`, inode: `${inode}` };
}

/** Whether a file stands as it did. */
export function isSame(a: FileStamp, b: FileStamp): boolean {
  return a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs && a.inode === b.inode;
}
