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
  readSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { OutputError, StateError } from '../../lib/errors.ts';

export const DATA_FILE = 'articles.mdb';
export const LOCK_FILE = 'writer.lock';
const CARD_FILE = 'state.json';
const CARD_SCHEMA = 'dedupe.state';

/** Version of what is stored: grows whenever an older program would misread it, or an older state be misread. */
export const STATE_VERSION = 2;

/** What the analysed articles were made with: names and values, compared one by one. */
export type Making = Readonly<Record<string, string | number | boolean>>;

/** Stands in the folder as JSON. Written before the database and again when that is there. */
interface Card {
  readonly schema: string;
  readonly version: number;
  readonly making: Making;
  /** Whether the database was made: if so, it must be there. */
  readonly isMade: boolean;
}

export type FolderContent = 'new' | 'begun' | 'made';

/** What a fault of a state leaves to do; everything in it can be made again from the archive. */
export const REMEDY = 'remove the folder, and the next run makes it anew from the archive';

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
    throw new StateError(`${folder} is a folder of something else, not a state; name another --state folder`);
  }
  const card = readCard(folder);
  if (making !== undefined) refuseOtherMaking(folder, card.making, making);
  if (!card.isMade) return 'begun';
  refuseCutDatabase(join(folder, DATA_FILE));
  return 'made';
}

/** What the state in the folder was made with. Throws `StateError` where there is none. */
export function makingIn(folder: string): Making {
  return readCard(folder).making;
}

function namesIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'ENOTDIR') throw new StateError(`${folder} is a file; --state takes a folder`);
    throw new StateError(
      `the state ${folder} cannot be read (${code ?? 'unknown cause'}); check its permissions`,
    );
  }
}

function readCard(folder: string): Card {
  let card: Partial<Card> | undefined;
  try {
    card = JSON.parse(readFileSync(join(folder, CARD_FILE), 'utf8')) as Partial<Card>;
  } catch {
    // Told below.
  }
  if (card?.schema !== CARD_SCHEMA || typeof card.version !== 'number' || typeof card.making !== 'object') {
    throw new StateError(`the state ${folder} is damaged: ${CARD_FILE} is not what was written; ${REMEDY}`);
  }
  if (card.version > STATE_VERSION) {
    throw new StateError(
      `the state ${folder} was made by a newer dedupe (version ${card.version} of the state, this one knows ${STATE_VERSION}); use that one, or another folder`,
    );
  }
  if (card.version < STATE_VERSION) {
    throw new StateError(
      `the state ${folder} was made by an older dedupe (version ${card.version} of the state, this one knows ${STATE_VERSION}); ${REMEDY}`,
    );
  }
  return {
    schema: CARD_SCHEMA,
    version: card.version,
    making: card.making ?? {},
    isMade: card.isMade === true,
  };
}

function refuseOtherMaking(folder: string, made: Making, asked: Making): void {
  const names = [...new Set([...Object.keys(made), ...Object.keys(asked)])];
  const other = names.find((name) => made[name] !== asked[name]);
  if (other === undefined) return;
  const [was, is] = [made[other], asked[other]].map((value) =>
    value === undefined ? 'not set' : String(value),
  );
  throw new StateError(
    `the state ${folder} was made with another ${other} (${was}, now ${is}), and results must not mix; run as before, name another --state folder, or ${REMEDY}`,
  );
}

/** Layout of a page of the database (LMDB 0.9, 64 bits): a header, then in the first two pages what the file is. */
const META = {
  header: 24,
  magic: 0xbeefc0de,
  pageSizeAt: 48,
  lastPageAt: 144,
  transactionAt: 152,
  bytes: 160,
} as const;

function refuseCutDatabase(path: string): void {
  const fault = (what: string): StateError =>
    new StateError(`the state is damaged: ${path} ${what}; ${REMEDY}`);
  let size: number;
  const first = Buffer.alloc(META.bytes);
  const second = Buffer.alloc(META.bytes);
  try {
    const file = openSync(path, 'r');
    try {
      size = statSync(path).size;
      readSync(file, first, 0, META.bytes, 0);
      const pageSize = first.readUInt32LE(META.pageSizeAt);
      if (pageSize >= META.bytes && pageSize <= 1 << 16) readSync(file, second, 0, META.bytes, pageSize);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw fault(`cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown cause'})`);
  }
  if (size === 0) throw fault('is empty');
  if ([first, second].some((page) => page.readUInt32LE(META.header) !== META.magic)) {
    throw fault('is not the database of a state');
  }
  const last = [first, second].reduce((a, b) =>
    a.readBigUInt64LE(META.transactionAt) >= b.readBigUInt64LE(META.transactionAt) ? a : b,
  );
  const wanted = (last.readBigUInt64LE(META.lastPageAt) + 1n) * BigInt(first.readUInt32LE(META.pageSizeAt));
  if (BigInt(size) < wanted) throw fault(`was cut (${size} of ${wanted} bytes)`);
}

export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new OutputError(`the state ${folder} could not be made (${(cause as Error).message})`, { cause });
  }
}

/** The card, at once and for good: it is there as a whole or not at all, also after a power cut. */
export function writeCard(folder: string, making: Making, isMade: boolean): void {
  const card: Card = { schema: CARD_SCHEMA, version: STATE_VERSION, making, isMade };
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
    const place = openSync(folder, 'r');
    try {
      fsyncSync(place);
    } finally {
      closeSync(place);
    }
  } catch (cause) {
    throw new OutputError(`the state ${folder} could not be written (${(cause as Error).message})`, {
      cause,
    });
  }
}

function isTemporary(name: string): boolean {
  return name === `.${CARD_FILE}.tmp`;
}
