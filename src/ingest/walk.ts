/**
 * Walks folders and collects regular files, each with its identity on the disk. Opens nothing: a named pipe must
 * not stop a run. Real folders come first and links in later rounds, in the order of their paths, so that the result
 * does not depend on the order of arguments and a loop of links ends.
 * Complexity: one directory read per folder, one lstat per file.
 */
import type { BigIntStats, Dirent } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { compareCodeUnits } from '../lib/order.ts';
import type { Issue, IssueCode } from '../model/issue.ts';
import { type FileType, fileType } from './formats.ts';
import { joinPath, originOf, pathFromBytes, pathToBytes } from './path-name.ts';
import type { Selection } from './selection.ts';

/** A place on the disk: the path to show, and the path to open (the argument as it was written, plus names). */
export interface Place {
  readonly path: string;
  readonly location: string;
}

/** A regular file that was found, in the inner form of its names. */
export interface FoundFile extends Place {
  readonly type: FileType;
  readonly device: bigint;
  readonly inode: bigint;
  readonly bytes: number;
}

interface Task extends Place {
  readonly relative: string;
  readonly selection: Selection;
}

/** Files are looked at in groups of this size: enough to keep the disk busy, few enough open at a time. */
const PARALLEL_STATS = 64;

export class Walk {
  readonly files: FoundFile[] = [];
  readonly issues: Issue[] = [];
  unknownTypes = 0;
  /** Symbolic links left alone. */
  links = 0;
  /** Entries that a selection took, of known type or not. */
  taken = 0;
  readonly #follow: boolean;
  readonly #below: Selection;
  readonly #visited = new Map<bigint, Set<bigint>>();
  #pendingLinks: Task[] = [];

  /** `below` is the selection for folders that a glob matches. */
  constructor(follow: boolean, below: Selection) {
    this.#follow = follow;
    this.#below = below;
  }

  /** Collects the real files and folders below a place; links wait for `followLinks`. */
  async folder(place: Place, selection: Selection): Promise<void> {
    const open: Task[] = [{ ...place, relative: '', selection }];
    for (let task = open.pop(); task !== undefined; task = open.pop()) {
      await this.#oneFolder(task, open);
    }
  }

  /** Walks the links that were met, a folder never twice. */
  async followLinks(): Promise<void> {
    while (this.#pendingLinks.length > 0) {
      const round = this.#pendingLinks.sort((a, b) => compareCodeUnits(a.path, b.path));
      this.#pendingLinks = [];
      for (const link of round) await this.#followLink(link);
    }
  }

  addFile(place: Place, type: FileType, status: BigIntStats): void {
    this.files.push({ ...place, type, device: status.dev, inode: status.ino, bytes: Number(status.size) });
  }

  addIssue(path: string, code: IssueCode, message: string): void {
    this.issues.push({ code, path: path === '' ? '.' : originOf(path).path, message });
  }

  async #oneFolder(task: Task, open: Task[]): Promise<void> {
    let entries: Dirent<Buffer>[];
    try {
      const bytes = pathToBytes(task.location === '' ? '.' : task.location);
      if (this.#follow) this.#visit(await stat(bytes, { bigint: true }));
      entries = await readdir(bytes, { withFileTypes: true, encoding: 'buffer' });
    } catch (cause) {
      this.addIssue(
        task.path,
        'unreadable',
        `the folder cannot be read (${errorCode(cause)}); check its permissions`,
      );
      return;
    }
    const files: Task[] = [];
    for (const entry of entries) {
      const name = pathFromBytes(entry.name);
      const child = childOf(task, name);
      if (name.startsWith('.') && !task.selection.hidden(child.relative)) continue;
      if (entry.isSymbolicLink()) this.#link(child);
      else if (entry.isDirectory()) this.#subfolder(child, open);
      else if (child.selection.file(child.relative)) {
        this.taken++;
        if (entry.isFile()) files.push(child);
        else this.#special(child.path);
      }
    }
    for (let start = 0; start < files.length; start += PARALLEL_STATS) {
      await Promise.all(files.slice(start, start + PARALLEL_STATS).map((file) => this.#file(file)));
    }
  }

  #subfolder(child: Task, open: Task[]): void {
    const wanted = child.selection.folder(child.relative);
    if (wanted === 'some') open.push(child);
    if (wanted === 'all') {
      this.taken++;
      open.push({ ...child, relative: '', selection: this.#below });
    }
  }

  async #file(file: Task): Promise<void> {
    const type = fileType(file.relative);
    if (type.format === 'unknown') {
      this.unknownTypes++;
      return;
    }
    try {
      const status = await lstat(pathToBytes(file.location), { bigint: true });
      if (status.isFile()) this.addFile(file, type, status);
    } catch (cause) {
      this.addIssue(file.path, 'unreadable', `the file cannot be looked at (${errorCode(cause)})`);
    }
  }

  #link(child: Task): void {
    if (this.#follow) this.#pendingLinks.push(child);
    else this.links++;
  }

  async #followLink(link: Task): Promise<void> {
    let status: BigIntStats;
    try {
      status = await stat(pathToBytes(link.location), { bigint: true });
    } catch (cause) {
      this.addIssue(link.path, 'unreadable', `the link leads nowhere (${errorCode(cause)})`);
      return;
    }
    if (status.isDirectory()) {
      const open: Task[] = [];
      if (!this.#isVisited(status)) this.#subfolder(link, open);
      for (let task = open.pop(); task !== undefined; task = open.pop()) await this.#oneFolder(task, open);
    } else if (link.selection.file(link.relative)) {
      this.taken++;
      const type = fileType(link.relative);
      if (!status.isFile()) this.#special(link.path);
      else if (type.format === 'unknown') this.unknownTypes++;
      else this.addFile(link, type, status);
    }
  }

  #special(path: string): void {
    this.addIssue(path, 'special-file', SPECIAL_FILE_MESSAGE);
  }

  #visit(status: BigIntStats): void {
    const inodes = this.#visited.get(status.dev) ?? new Set<bigint>();
    inodes.add(status.ino);
    this.#visited.set(status.dev, inodes);
  }

  #isVisited(status: BigIntStats): boolean {
    return this.#visited.get(status.dev)?.has(status.ino) ?? false;
  }
}

export const SPECIAL_FILE_MESSAGE =
  'a pipe, socket or device, not a file: it was not opened; pipe data in through "-" instead';

/** The system's word for a failure (`ENOENT`), without the path that its message would repeat. */
export function errorCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown cause';
}

function childOf(task: Task, name: string): Task {
  return {
    path: joinPath(task.path, name),
    location: joinPath(task.location, name),
    relative: joinPath(task.relative, name),
    selection: task.selection,
  };
}
