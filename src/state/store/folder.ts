/**
 * The folder of a state as it lies on the disk, before the database is opened: opening maps its file into memory, and a
 * file that is cut or foreign must not get that far. Owns the names in the folder and the card that says what it is; must
 * not open the database.
 */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { OutputError, StateError } from '../../lib/errors.ts';
import { remedyFor, repairCommand, unreadable } from './remedy.ts';

/** The database of a new state; one that is made anew beside it has a number. */
export const DATA_FILE = 'articles.mdb';
const DATA_FILES = /^articles(?:-(\d{1,9}))?\.mdb$/;
export const LOCK_FILE = 'writer.lock';
const CARD_FILE = 'state.json';
const CARD_SCHEMA = 'dedupe.state';

/** Version of what is stored: grows whenever an older program would misread it, or an older state be misread. */
export const STATE_VERSION = 7;

/** What the analysed articles were made with: names and values, compared one by one. */
export type Making = Readonly<Record<string, string | number | boolean>>;

/** Stands in the folder as JSON. Written before the database and again when that is there. */
interface Card {
  readonly schema: string;
  readonly version: number;
  readonly making: Making;
  /** Whether the database was made: if so, it must be there. */
  readonly isMade: boolean;
  /** Name of the database in the folder: that it changes at once is why a new one can take the place of an old one. */
  readonly data: string;
}

export type FolderContent = 'new' | 'begun' | 'made';

/**
 * Looks at the folder and refuses what is no state, or cannot be used by a program that would make articles as `making`
 * says (absent: whoever made them). Throws `StateError`; changes nothing.
 */
export function inspectFolder(folder: string, making: Making | undefined): FolderContent {
  const names = namesIn(folder);
  if (names === undefined || names.length === 0) return 'new';
  if (!names.includes(CARD_FILE)) {
    // All that a run leaves which ended before the card was there.
    if (names.every((name) => name === LOCK_FILE || isTemporary(name))) return 'new';
    throw foreign(folder);
  }
  const card = readCard(folder);
  if (making !== undefined) refuseOtherMaking(folder, card.making, making);
  return card.isMade ? 'made' : 'begun';
}

/** Where the database of the state is. Throws `StateError` where there is no state. */
export function dataPathIn(folder: string): string {
  return join(folder, readCard(folder).data);
}

/** What stands in the folder of a state, whatever became of it. */
export interface Remains {
  readonly making: Making | undefined;
  readonly data: string | undefined;
  /** Of the database. */
  readonly path: string | undefined;
}

/** Throws `StateError` where the folder is none of a state, or of a newer one. */
export function remainsIn(folder: string): Remains {
  const names = namesIn(folder);
  if (names === undefined || names.length === 0) throw new StateError(`there is no state in ${folder}`);
  const card = parseCard(folder);
  const isOurs = card?.schema === CARD_SCHEMA;
  if (isOurs) refuseNewer(folder, card.version);
  const stands = names.filter(isDataFile).sort((a, b) => numberOf(b) - numberOf(a));
  if (!isOurs && stands.length === 0) throw foreign(folder);
  const data = isOurs && card.data !== undefined && names.includes(card.data) ? card.data : stands[0];
  return {
    making: isOurs && typeof card.making === 'object' ? card.making : undefined,
    data,
    path: data === undefined ? undefined : join(folder, data),
  };
}

/** Removes databases that another took the place of. Only for who may write. */
export function removeOtherData(folder: string): void {
  const { data } = readCard(folder);
  for (const name of namesIn(folder) ?? [])
    if (isDataFile(name) && name !== data) removeData(join(folder, name));
}

/** A database and the file in which LMDB counts its readers. */
export function removeData(path: string): void {
  for (const name of [path, `${path}-lock`]) rmSync(name, { force: true });
}

function numberOf(data: string): number {
  return Number(DATA_FILES.exec(data)?.[1] ?? 0);
}

/** A name for a database beside the one that is there. */
export function nextDataFile(data: string): string {
  return `articles-${numberOf(data) + 1}.mdb`;
}

export function isDataFile(name: string): boolean {
  return DATA_FILES.test(name);
}

/** What the state in the folder was made with. Throws `StateError` where there is none. */
export function makingIn(folder: string): Making {
  return readCard(folder).making;
}

function foreign(folder: string): StateError {
  return new StateError(`${folder} is a folder of something else, not a state; name another --state folder`);
}

function namesIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'ENOTDIR')
      throw new StateError(`${folder} is a file; --state takes a folder, or a name that is not there yet`);
    throw unreadable(folder, code);
  }
}

function readCard(folder: string): Card {
  const card = parseCard(folder);
  const { data = DATA_FILE } = card ?? {};
  if (
    card?.schema !== CARD_SCHEMA ||
    typeof card.version !== 'number' ||
    typeof card.making !== 'object' ||
    !isDataFile(data)
  ) {
    throw new StateError(
      `the state ${folder} is damaged: ${CARD_FILE} is not what was written; ${remedyFor(folder)}`,
    );
  }
  refuseNewer(folder, card.version);
  if (card.version < STATE_VERSION) {
    throw new StateError(
      `the state ${folder} was made by an older dedupe (version ${card.version} of the state, this one knows ${STATE_VERSION}); ${remedyFor(folder)}`,
    );
  }
  return {
    schema: CARD_SCHEMA,
    version: card.version,
    making: card.making ?? {},
    isMade: card.isMade === true,
    data,
  };
}

function parseCard(folder: string): Partial<Card> | undefined {
  try {
    const card = JSON.parse(readFileSync(join(folder, CARD_FILE), 'utf8')) as unknown;
    return typeof card === 'object' && card !== null ? card : undefined;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== undefined && code !== 'ENOENT') throw unreadable(`${folder}/${CARD_FILE}`, code);
    return undefined;
  }
}

function refuseNewer(folder: string, version: unknown): void {
  if (typeof version !== 'number' || version <= STATE_VERSION) return;
  throw new StateError(
    `the state ${folder} was made by a newer dedupe (version ${version} of the state, this one knows ${STATE_VERSION}); use that one, or another folder`,
  );
}

/** What another release of the program brings; all else is an option of who runs it. */
const OF_THE_PROGRAM: ReadonlySet<string> = new Set(['engine', 'lexicon', 'model']);

function refuseOtherMaking(folder: string, made: Making, asked: Making): void {
  const names = [...new Set([...Object.keys(made), ...Object.keys(asked)])];
  const other = names.find((name) => made[name] !== asked[name]);
  if (other === undefined) return;
  const [was, is] = [made[other], asked[other]].map((value) =>
    value === undefined ? 'not set' : String(value),
  );
  const way = OF_THE_PROGRAM.has(other)
    ? remedyFor(folder)
    : `run as before, name another --state folder, or make this one anew as you run now: ${repairCommand(folder)} with these options`;
  throw new StateError(
    `the state ${folder} was made with another ${other} (${was}, now ${is}), and results must not mix; ${way}`,
  );
}

export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new OutputError(`the state ${folder} could not be made (${(cause as Error).message})`, { cause });
  }
}

/** The card, at once and for good: it is there as a whole or not at all, also after a power cut. */
export function writeCard(folder: string, making: Making, isMade: boolean, data = DATA_FILE): void {
  const card: Card = { schema: CARD_SCHEMA, version: STATE_VERSION, making, isMade, data };
  const temporary = join(folder, `.${CARD_FILE}.tmp`);
  try {
    const file = openSync(temporary, 'w');
    try {
      writeSync(file, `${JSON.stringify(card, undefined, 2)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, join(folder, CARD_FILE));
    syncFile(folder);
  } catch (cause) {
    throw new OutputError(`the state ${folder} could not be written (${(cause as Error).message})`, {
      cause,
    });
  }
}

/** What was written to a file, or the names in a folder, are on the disk when it returns. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function isTemporary(name: string): boolean {
  return name === `.${CARD_FILE}.tmp`;
}
