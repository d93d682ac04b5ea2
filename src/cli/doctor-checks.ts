/**
 * The single questions of `doctor`, each answered by trying: limits of the machine, room for temporary files, and the
 * parts that are not plain JavaScript. Must not print.
 */
import { mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { ENGINE, loadVoters } from '../dedupe.ts';
import { sha256 } from '../lib/digest.ts';
import { readKnowledge } from '../run/knowledge.ts';
import type { STATUSES } from './doctor-schema.ts';

export interface Finding {
  readonly name: string;
  readonly status: (typeof STATUSES)[number];
  readonly found: string;
  /** What to do, where something is to be done. */
  readonly remedy?: string;
}

type Check = () => Finding[] | Promise<Finding[]>;

const MEGABYTE = 1 << 20;
/** The working file of a run is about as large as its input; less than this is soon full. */
const LITTLE_ROOM = 1024 * MEGABYTE;
/** A thread takes some 40 MB, the lexicon and tables some 100: below this a run is at its limit. */
const LITTLE_MEMORY = 512 * MEGABYTE;
/** Files that a run holds open: working files, outputs, a state, folders that are walked (8 at a time, 64 files looked at). */
const FEW_FILES = 256;

/** What a report of a fault needs to know. */
export async function PROGRAM(): Promise<Readonly<Record<string, string>>> {
  return {
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    unicode: process.versions['unicode'] ?? '-',
    icu: process.versions['icu'] ?? '-',
    lmdb: versionOf('lmdb'),
    engine: ENGINE,
    lexicon: sha256(readKnowledge(undefined, true).concepts ?? new Uint8Array()).slice(0, 16),
  };
}

export const CHECKS: readonly Check[] = [
  node,
  processors,
  memory,
  openFiles,
  temporaryFolder,
  threads,
  lock,
  lmdb,
  voters,
];

function node(): Finding[] {
  const { node: version } = process.versions;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < 20 || (major === 20 && minor < 19);
  return [
    isOld
      ? missing('node', version, 'install Node 20.19 or newer')
      : { name: 'node', status: 'well', found: version },
  ];
}

function processors(): Finding[] {
  const count = availableParallelism();
  return [
    { name: 'processors', status: 'well', found: `${count}, as many threads as --jobs takes by itself` },
  ];
}

function memory(): Finding[] {
  const heap = getHeapStatistics().heap_size_limit;
  const most = Math.min(totalmem(), process.constrainedMemory() || totalmem());
  const found = `${megabytes(most)} for the process, ${megabytes(heap)} of it for objects`;
  if (most >= LITTLE_MEMORY && heap >= LITTLE_MEMORY / 2) return [{ name: 'memory', status: 'well', found }];
  return [
    {
      name: 'memory',
      status: 'warning',
      found,
      remedy: 'fewer threads (--jobs 0); for objects NODE_OPTIONS=--max-old-space-size=1024',
    },
  ];
}

function openFiles(): Finding[] {
  const line = readOrNothing('/proc/self/limits')
    .split('\n')
    .find((row) => row.startsWith('Max open files'));
  const limit = /Max open files\s+(\d+|unlimited)/.exec(line ?? '')?.[1];
  if (limit === undefined)
    return [{ name: 'open files', status: 'well', found: 'the limit is not told here' }];
  if (limit === 'unlimited' || Number(limit) >= FEW_FILES) {
    return [{ name: 'open files', status: 'well', found: limit }];
  }
  return [{ name: 'open files', status: 'warning', found: limit, remedy: `ulimit -n ${FEW_FILES} or more` }];
}

function temporaryFolder(): Finding[] {
  const folder = tmpdir();
  const remedy = 'free space there, or point TMPDIR to a folder with room';
  try {
    rmSync(mkdtempSync(join(folder, 'dedupe-doctor-')), { recursive: true });
    const { bavail, bsize, type } = statfsSync(folder);
    const room = bavail * bsize;
    const found = `${folder}: ${megabytes(room)} free, ${fileSystemName(type)}`;
    return [
      room < LITTLE_ROOM
        ? { name: 'temporary', status: 'warning', found, remedy }
        : { name: 'temporary', status: 'well', found },
      fileSystem('.'),
    ];
  } catch (cause) {
    return [missing('temporary', `${folder}: ${(cause as Error).message}`, remedy), fileSystem('.')];
  }
}

/** A state wants a disk whose locks can be trusted. */
function fileSystem(folder: string): Finding {
  try {
    const name = fileSystemName(statfsSync(folder).type);
    if (!NETWORK.has(name)) return { name: 'file system', status: 'well', found: `working folder: ${name}` };
    const remedy =
      'keep the folder of --state on a local disk: locks of network file systems cannot be trusted';
    return { name: 'file system', status: 'warning', found: `working folder: ${name}`, remedy };
  } catch (cause) {
    return {
      name: 'file system',
      status: 'warning',
      found: (cause as Error).message,
      remedy: 'check the working folder',
    };
  }
}

async function threads(): Promise<Finding[]> {
  const remedy = 'run with --jobs 0, which needs none';
  try {
    const worker = new Worker('require("node:worker_threads").parentPort.postMessage(1)', { eval: true });
    await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    await worker.terminate();
    return [{ name: 'threads', status: 'well', found: 'can be started' }];
  } catch (cause) {
    return [{ name: 'threads', status: 'warning', found: (cause as Error).message, remedy }];
  }
}

async function lock(): Promise<Finding[]> {
  return await loads('lock', 'fs-native-extensions', () => import('fs-native-extensions'), '--state');
}

async function lmdb(): Promise<Finding[]> {
  return await loads('state', 'lmdb', () => import('lmdb'), '--state');
}

async function loads(
  name: string,
  part: string,
  load: () => Promise<unknown>,
  usedBy: string,
): Promise<Finding[]> {
  try {
    await load();
    return [{ name, status: 'well', found: `${part} ${versionOf(part)} loads` }];
  } catch (cause) {
    const found = `${part} does not load (${firstLine(cause)}); ${usedBy} cannot be used`;
    return [
      missing(name, found, 'install again on this machine: npm ci; its prebuilt parts are for each platform'),
    ];
  }
}

async function voters(): Promise<Finding[]> {
  try {
    await loadVoters();
    return [{ name: 'languages', status: 'well', found: 'fastText, CLD3 and franc load (WebAssembly)' }];
  } catch (cause) {
    const found = `the voters on languages do not load (${firstLine(cause)})`;
    return [missing('languages', found, 'install again: npm ci; or run with --no-language')];
  }
}

function missing(name: string, found: string, remedy: string): Finding {
  return { name, status: 'missing', found, remedy };
}

function versionOf(part: string): string {
  // Not every package lets its own description be asked for by name.
  for (const folder of createRequire(import.meta.url).resolve.paths(part) ?? []) {
    const text = readOrNothing(join(folder, part, 'package.json'));
    if (text !== '') return (JSON.parse(text) as { readonly version: string }).version;
  }
  return '-';
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / MEGABYTE)} MB`;
}

function firstLine(cause: unknown): string {
  return String((cause as Error).message).split('\n')[0] ?? '';
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const NETWORK: ReadonlySet<string> = new Set(['nfs', 'smb', 'cifs', 'smb2', 'fuse', '9p', 'afs', 'ceph']);

/** Numbers of file systems as Linux tells them (linux/magic.h). */
const FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0xef53, 'ext'],
  [0x01021994, 'tmpfs'],
  [0x794c7630, 'overlayfs'],
  [0x58465342, 'xfs'],
  [0x9123683e, 'btrfs'],
  [0x2fc12fc1, 'zfs'],
  [0xf2f52010, 'f2fs'],
  [0x4d44, 'vfat'],
  [0x2011bab0, 'exfat'],
  [0x6969, 'nfs'],
  [0x517b, 'smb'],
  [0xff534d42, 'cifs'],
  [0xfe534d42, 'smb2'],
  [0x65735546, 'fuse'],
  [0x01021997, '9p'],
  [0x5346414f, 'afs'],
  [0x00c36400, 'ceph'],
]);

function fileSystemName(type: number): string {
  return (
    FILE_SYSTEMS.get(type) ??
    (process.platform === 'linux' ? `type 0x${type.toString(16)}` : 'of this system')
  );
}
