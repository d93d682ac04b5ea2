/**
 * What a walk found: regular files, each with its identity on the disk, issues and counts. Opens nothing: a named pipe
 * must not stop a run. Must not read folders.
 * Complexity: one lstat per file of known type.
 */
import { type BigIntStats, promises as disk } from 'node:fs';
import { CONFIG_NAME } from '../model/file-names.ts';
import type { InputFormat } from '../model/input-formats.ts';
import type { Issue, IssueCode } from '../model/issue.ts';
import type { Place } from './folder-tree.ts';
import { type FileType, fileType } from './formats.ts';
import type { ListedEntry } from './listing.ts';
import { originOf, pathToBytes } from './path-name.ts';
import { type Stamp, stampOf } from './witness.ts';

/** A regular file that was found, in the inner form of its names. */
export interface FoundFile extends Place {
  readonly type: FileType;
  readonly device: bigint;
  readonly stamp: Stamp;
}

export class Findings {
  readonly files: FoundFile[] = [];
  unknownTypes = 0;
  /** How many of them have which extension; of the most that are usual, not of all. */
  readonly unknownExtensions = new Map<string, number>();
  /** Entries that a `.dedupeignore` leaves out, a folder as one. */
  ignored = 0;
  readonly #issues = new Map<string, Issue>();
  readonly #links = new Set<string>();
  readonly #inputFormat: InputFormat | undefined;

  constructor(inputFormat?: InputFormat) {
    this.#inputFormat = inputFormat;
  }

  /** Symbolic links left alone. */
  get links(): number {
    return this.#links.size;
  }

  /** A file of settings that was named is read, and no issue. */
  get issues(): readonly Issue[] {
    const named = this.files.filter(({ path }) => isSettings(path)).map(({ path }) => originOf(path).path);
    return [...this.#issues.values()].filter(
      ({ code, path }) => code !== 'own-report' || !named.includes(path),
    );
  }

  addFile(place: Place, status: BigIntStats): void {
    const { path, location } = place;
    const type = fileType(path, this.#inputFormat);
    this.files.push({
      path,
      location,
      type,
      device: status.dev,
      stamp: stampOf(status),
    });
  }

  addIssue(path: string, code: IssueCode, message: string): void {
    const shown = path === '' ? '.' : originOf(path).path;
    // A folder can be met twice, by two arguments.
    this.#issues.set(`${code} ${shown}`, { code, path: shown, message });
  }

  addSpecial(path: string): void {
    this.addIssue(path, 'special-file', SPECIAL_FILE_MESSAGE);
  }

  /** Counts a symbolic link that is left alone. */
  addLink(path: string): void {
    this.#links.add(path);
  }

  #addUnknown(path: string): void {
    this.unknownTypes++;
    const extension = shownExtension(path);
    const known = this.unknownExtensions.get(extension);
    if (known !== undefined || this.unknownExtensions.size < MOST_EXTENSIONS)
      this.unknownExtensions.set(extension, (known ?? 0) + 1);
  }

  /** Takes an entry of a folder that is no folder itself. */
  async addEntry(place: Place, entry: ListedEntry): Promise<void> {
    if (entry.kind === 'special') return this.addSpecial(place.path);
    if (entry.kind === 'broken')
      return this.addIssue(
        place.path,
        'unreadable',
        'the link leads nowhere, or where it cannot be followed',
      );
    if (isSettings(place.path)) return this.addIssue(place.path, 'own-report', SETTINGS_MESSAGE);
    if (fileType(place.path, this.#inputFormat).format === 'unknown') {
      this.#addUnknown(place.path);
      return;
    }
    try {
      const status = entry.target ?? (await disk.lstat(pathToBytes(place.location), { bigint: true }));
      if (status.isFile()) this.addFile(place, status);
    } catch (cause) {
      this.addIssue(place.path, 'unreadable', `the file cannot be looked at (${errorCode(cause)})`);
    }
  }
}

/** More are numbers of files, not types. */
const MOST_EXTENSIONS = 1000;

/** As people call a type, with its dot; empty where a name has none that looks like one. */
function shownExtension(path: string): string {
  return /[^/](\.[A-Za-z\d]{1,10})$/.exec(path.slice(-64))?.[1]?.toLowerCase() ?? '';
}

const SETTINGS_MESSAGE =
  'by its name the settings of dedupe; left out: name the file itself where it holds articles';

export const SPECIAL_FILE_MESSAGE =
  'a pipe, socket or device, not a file: it was not opened; pipe data in through "-" instead';

function isSettings(path: string): boolean {
  return path === CONFIG_NAME || path.endsWith(`/${CONFIG_NAME}`);
}

/** The system's word for a failure (`ENOENT`), without the path that its message would repeat. */
export function errorCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown cause';
}
