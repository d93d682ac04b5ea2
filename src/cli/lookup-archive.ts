/**
 * The articles of an archive as its state remembers them, with those of an input among them as a scan over both would
 * have them. Owns whose each article is, and what an input is called whose id the archive knows; must not judge.
 */
import type { Discovery, IngestRequest } from '../ingest/index.ts';
import { compareCodeUnits } from '../lib/order.ts';
import type { ArticleIndex } from '../model/article.ts';
import type { Pool } from '../run/pool.ts';
import type { FileEntry, KnownPiece } from '../state/store/entries.ts';
import { isSame } from './known-files.ts';
import { renamed } from './moved.ts';
import type { StateRun } from './state-run.ts';

/** Articles of one file of the input: from, and up to, these indexes. */
interface InputRange {
  readonly from: ArticleIndex;
  readonly to: ArticleIndex;
  readonly isArchived: boolean;
}

interface Place {
  readonly entry: FileEntry;
  readonly isInput: boolean;
  readonly isArchived: boolean;
}

export class LookupArchive {
  readonly #state: StateRun;
  readonly #ranges: InputRange[] = [];
  readonly #paths = new Set<string>();

  constructor(state: StateRun) {
    this.#state = state;
  }

  /** Only what is looked up is looked for: the archive need not be there. */
  pathsWith(named: readonly string[]): Promise<readonly string[]> {
    return Promise.resolve(named);
  }

  /** What the last run worked out: only what the input changes is worked out again. */
  derived(name: string): readonly unknown[] {
    return this.#state.derived(name);
  }

  /** In the order (path, record); under one path the archive's come first. */
  async *articles(request: IngestRequest, { files }: Discovery, pool: Pool): AsyncIterable<KnownPiece> {
    const places = this.#placesOf(await this.#state.read(request, files, pool));
    const isTaken = this.#takenIds(places);
    let count = 0;
    for (const { entry, isInput, isArchived } of places) {
      const from = count;
      for (const piece of this.#state.pieces(entry)) {
        count += piece.languages.length;
        if (!isInput) yield { ...piece, issues: [] };
        else yield isArchived ? piece : renamed(piece, isTaken);
      }
      if (!isInput) continue;
      this.#ranges.push({ from, to: count, isArchived });
      this.#paths.add(entry.path);
    }
  }

  /** Indexes of the input, ascending, each with whether the archive holds this very article. */
  get input(): ReadonlyMap<ArticleIndex, boolean> {
    const input = new Map<ArticleIndex, boolean>();
    for (const { from, to, isArchived } of this.#ranges)
      for (let index = from; index < to; index++) input.set(index, isArchived);
    return input;
  }

  /** Whether an issue with this path is of the input, or of the whole. */
  concerns(path: string): boolean {
    if (path === '' || this.#paths.has(path)) return true;
    // Of a file in an archive of files: the archive is what was named.
    for (let at = path.indexOf('!/'); at !== -1; at = path.indexOf('!/', at + 1))
      if (this.#paths.has(path.slice(0, at))) return true;
    return false;
  }

  /** The files of the archive and of the input; one that is both, unchanged, is the archive's. */
  #placesOf(input: readonly FileEntry[]): readonly Place[] {
    const archive = new Map([...this.#state.knownFiles()].map((entry) => [entry.location, entry]));
    const byInode = new Map([...archive.values()].map((entry) => [entry.inode, entry]));
    const archived = new Set<string>();
    const places: Place[] = [];
    for (const entry of input) {
      const known = [archive.get(entry.location), byInode.get(entry.inode)].find(
        (known) => known !== undefined && isOneFile(known, entry),
      );
      if (known === undefined) places.push({ entry, isInput: true, isArchived: false });
      else archived.add(known.location);
    }
    const known = [...archive.values()].map((entry): Place => {
      const isArchived = archived.has(entry.location);
      return { entry, isInput: isArchived, isArchived };
    });
    return [...known, ...places].sort((a, b) => compareCodeUnits(a.entry.path, b.entry.path));
  }

  /**
   * Tells ids that the archive has: its articles keep them, wherever the input stands. Taken by their hashes: one in
   * 10^19 is renamed without need.
   */
  #takenIds(places: readonly Place[]): (high: number, low: number) => boolean {
    const archive = places.filter(({ isInput, isArchived }) => !isInput || isArchived);
    const paths = new Set(archive.map(({ entry }) => entry.path));
    const wanted = new Map<string, boolean>();
    for (const { entry, isInput, isArchived } of places) {
      if (!isInput || isArchived) continue;
      // Ids that are made of a path that is not the archive's are none of its ids.
      const isPathKnown = paths.has(entry.path);
      for (const { ids, hasOwnId } of this.#state.pieces(entry)) {
        hasOwnId.forEach((isOwn, i) => {
          if (isOwn === 1 || isPathKnown) wanted.set(keyOf(ids[2 * i]!, ids[2 * i + 1]!), false);
        });
      }
    }
    if (wanted.size > 0) for (const { entry } of archive) this.#takeIds(entry, wanted);
    return (high, low) => wanted.get(keyOf(high, low)) === true;
  }

  #takeIds(entry: FileEntry, wanted: Map<string, boolean>): void {
    for (const { ids } of this.#state.pieces(entry)) {
      for (let i = 0; i < ids.length; i += 2) {
        const key = keyOf(ids[i]!, ids[i + 1]!);
        if (wanted.has(key)) wanted.set(key, true);
      }
    }
  }
}

function keyOf(high: number, low: number): string {
  return `${high} ${low}`;
}

/** The same place with the same bytes, or another name of the same file on the disk. */
function isOneFile(a: FileEntry, b: FileEntry): boolean {
  if (a.type !== b.type || a.digest === '' || a.digest !== b.digest) return false;
  return a.location === b.location || (a.inode !== '0' && isSame(a, b));
}
