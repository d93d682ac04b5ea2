/**
 * Walks folders with fast-glob: the order of reading, and who gets what it found. Must not decide about names or
 * patterns (`selection.ts`), about links (`links.ts`) or about files (`findings.ts`).
 * Complexity: one directory read per folder; what waits for the disk is bounded by the largest folder.
 */
import type { Entry } from 'fast-glob';
import { errorCode, Findings } from './findings.ts';
import {
  type FolderTree,
  listFolder,
  type Observer,
  type Place,
  placeIn,
  type Visited,
} from './folder-tree.ts';
import { ASK, loadFastGlob } from './glob.ts';
import { pathFromGlob } from './glob-dialect.ts';
import { IGNORE_FILE, IgnoreRules } from './ignore/rules.ts';
import { followRound, type Link, type Passage } from './links.ts';
import { ListedEntry, treeOf } from './listing.ts';
import type { IngestRequest } from './request.ts';
import type { Selection } from './selection.ts';

/** Files are looked at in groups of this size: enough to keep the disk busy, few enough open at a time. */
const PARALLEL_STATS = 64;
/** Folders read at a time; the default, one per processor, would wait for the disk. */
const PARALLEL_FOLDERS = 8;

/** What of a request a walk depends on. */
type WalkOptions = Pick<IngestRequest, 'follow' | 'inputFormat' | 'ignoreFiles' | 'signal'>;

export class Walk implements Observer {
  readonly findings: Findings;
  readonly follow: boolean;
  /** The selection for folders, and for those that a glob takes. */
  readonly #ordinary: Selection;
  readonly #visited: Visited = new Set();
  readonly #signal: AbortSignal | undefined;
  readonly #asksIgnoreFiles: boolean;
  #links: Link[] = [];

  constructor({ follow, inputFormat, ignoreFiles, signal }: WalkOptions, ordinary: Selection) {
    this.findings = new Findings(inputFormat);
    this.follow = follow;
    this.#ordinary = ordinary;
    this.#signal = signal;
    this.#asksIgnoreFiles = ignoreFiles !== false;
  }

  /** Collects the real files below a folder by the ordinary rules; links wait for `followLinks`. */
  async folder(place: Place): Promise<void> {
    await this.#run({
      ...place,
      selection: this.#ordinary,
      visited: this.#visited,
      taken: new Set(),
      // What a glob names is named: only folders are walked by these rules.
      ...(this.#asksIgnoreFiles ? { ignore: new IgnoreRules() } : {}),
      count: 0,
    });
  }

  /** Collects what a glob takes below its base; the tree goes on counting while links are followed. */
  async glob(place: Place, selection: Selection): Promise<FolderTree> {
    const tree = { ...place, selection, visited: new Set<string>(), taken: new Set<string>(), count: 0 };
    await this.#run(tree);
    return tree;
  }

  /** Walks the links that were met, round by round. */
  async followLinks(): Promise<void> {
    while (this.#links.length > 0) {
      const links = this.#links;
      this.#links = [];
      for (const [tree, passage] of await followRound(links)) await this.#run(tree, passage);
    }
  }

  onLink(tree: FolderTree, relative: string): void {
    if (this.follow) this.#links.push({ tree, relative });
    else this.findings.addLink(placeIn(tree, relative).path);
  }

  onUnreadable(place: Place, cause: unknown): void {
    const code = errorCode(cause);
    const way =
      code === 'ENAMETOOLONG'
        ? 'its path is too long for the system: start further down'
        : 'check its permissions';
    const message = `the folder cannot be read (${code}); ${way}`;
    this.findings.addIssue(place.path, 'unreadable', message);
  }

  onBadRules(place: Place, cause: unknown): void {
    const why = cause instanceof RangeError ? cause.message : errorCode(cause);
    const message = `its ${IGNORE_FILE} cannot be read (${why}), so nothing in the folder was; mend it, or use --no-ignore`;
    this.findings.addIssue(place.path, 'unreadable', message);
  }

  onIgnored(): void {
    this.findings.ignored++;
  }

  async #run(tree: FolderTree, passage?: Passage): Promise<void> {
    const { patterns, ignore } = tree.selection;
    if (patterns.length === 0) return;
    const found: AsyncIterable<unknown> = loadFastGlob().stream([...patterns], {
      ...ASK,
      ignore: [...ignore],
      unique: patterns.length > 1,
      concurrency: PARALLEL_FOLDERS,
      fs: treeOf(async (folder) => passage?.get(folder) ?? (await listFolder(tree, folder, this))),
    });
    const folders: Place[] = [];
    let waiting: Promise<void>[] = [];
    for await (const item of found) {
      this.#signal?.throwIfAborted();
      const { path, dirent } = item as Entry;
      const relative = pathFromGlob(path);
      if (!(dirent instanceof ListedEntry) || isBelowTaken(tree, relative)) continue;
      const place = placeIn(tree, relative);
      if (dirent.kind === 'folder') {
        if (tree.selection.kind === 'folder') continue;
        tree.taken.add(relative);
        folders.push(place);
      } else waiting.push(this.findings.addEntry(place, dirent));
      tree.count++;
      if (waiting.length < PARALLEL_STATS) continue;
      await Promise.all(waiting);
      waiting = [];
    }
    await Promise.all(waiting);
    for (const folder of folders) await this.folder(folder);
  }
}

/** Whether an entry lies in a folder that the glob took whole. Folders are always found before what they hold. */
function isBelowTaken(tree: FolderTree, relative: string): boolean {
  if (tree.taken.size === 0) return false;
  for (let at = relative.indexOf('/'); at !== -1; at = relative.indexOf('/', at + 1)) {
    if (tree.taken.has(relative.slice(0, at))) return true;
  }
  return false;
}
