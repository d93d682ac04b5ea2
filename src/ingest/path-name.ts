/**
 * File names as text without losing a byte. Inside ingest a path is a string in which every byte that is not UTF-8
 * stands as a lone surrogate U+DC80..U+DCFF (PEP 383, von Loewis 2009), so that joining, sorting and globbing need
 * no second form; reports show `%XX` instead. Must not touch the disk.
 */
import { sep } from 'node:path';
import type { Origin } from './request.ts';
import { firstInvalidByte, strictUtf8 } from './utf8.ts';

const ESCAPE = 0xdc00;
const CARRIES_BYTES = /[\udc80-\udcff]/;

/** A file name as read from the disk, in the inner form. */
export function pathFromBytes(bytes: Uint8Array): string {
  const valid = strictUtf8(bytes);
  if (valid !== undefined) return valid;
  let path = '';
  let start = 0;
  while (start < bytes.length) {
    const bad = firstInvalidByte(bytes, start);
    const end = bad === -1 ? bytes.length : bad;
    path += strictUtf8(bytes.subarray(start, end)) ?? '';
    if (bad !== -1) path += String.fromCharCode(ESCAPE + (bytes[bad] ?? 0));
    start = end + 1;
  }
  return path;
}

/** The exact bytes to hand to the operating system. */
export function pathToBytes(path: string): Buffer {
  if (!CARRIES_BYTES.test(path)) return Buffer.from(path, 'utf8');
  const pieces: Buffer[] = [];
  for (const character of path) {
    const byte = escapedByte(character);
    pieces.push(byte === undefined ? Buffer.from(character, 'utf8') : Buffer.of(byte));
  }
  return Buffer.concat(pieces);
}

/** How reports name a path: `%XX` for bytes that are not UTF-8, and then the exact bytes in base64 beside it. */
export function originOf(path: string): Origin {
  if (!CARRIES_BYTES.test(path)) return { path };
  let shown = '';
  let escaped = false;
  for (const character of path) {
    const byte = escapedByte(character);
    escaped ||= byte !== undefined;
    shown += byte === undefined ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return escaped ? { path: shown, pathBytes: pathToBytes(path).toString('base64') } : { path };
}

/** The byte that a lone surrogate stands for. Iterating a string keeps pairs whole, so a lone one is ours. */
function escapedByte(character: string): number | undefined {
  const unit = character.charCodeAt(0);
  return character.length === 1 && unit >= 0xdc80 && unit <= 0xdcff ? unit - ESCAPE : undefined;
}

/** Slashes as separators on every system. */
export function withSlashes(argument: string): string {
  return sep === '/' ? argument : argument.replaceAll(sep, '/');
}

/** How reports name a file that was named so on the command line. */
export function shownPath(argument: string): string {
  return originOf(normalisePath(withSlashes(argument))).path;
}

/** The path without empty and `.` segments: `./x`, `x/` and `x//` are `x`; the working folder is the empty string. */
export function normalisePath(path: string): string {
  const root = path.startsWith('/') ? '/' : '';
  const normal =
    root +
    path
      .split('/')
      .filter((segment) => segment !== '' && segment !== '.')
      .join('/');
  // A file that is really called "-" must not read like the standard input.
  return normal === '-' && path !== '-' ? './-' : normal;
}

/** The path with every `name/..` taken out, as text: right only where `name` is no symbolic link. */
export function withoutParents(path: string): string {
  const kept: string[] = [];
  const absolute = path.startsWith('/');
  for (const segment of path.split('/')) {
    if (segment === '') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!absolute) kept.push('..');
  }
  return (absolute ? '/' : '') + kept.join('/');
}

/** A name inside a folder; the empty folder is the working folder. */
export function joinPath(folder: string, name: string): string {
  if (folder === '') return name;
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** How reports name a file in an archive: `archive.zip!/folder/name`; the name in the inner form. */
export function memberOrigin(archive: Origin, name: string): Origin {
  const member = originOf(
    `!/${name
      .replaceAll('\\', '/')
      .split('/')
      .filter((segment) => segment !== '' && segment !== '.')
      .join('/')}`,
  );
  const path = archive.path + member.path;
  if (archive.pathBytes === undefined && member.pathBytes === undefined) return { path };
  const bytes = [archive, member].map(exactBytes);
  return { path, pathBytes: Buffer.concat(bytes).toString('base64') };
}

/** The place of a file in an archive after the archive was moved. */
export function movedOrigin(origin: Origin, from: string, to: Origin): Origin {
  const within = origin.path.slice(from.length);
  if (within === '') return to;
  const path = to.path + within;
  if (to.pathBytes === undefined && origin.pathBytes === undefined) return { path };
  // What separates archive and member stands in both forms of the path.
  const levels = from.split(MEMBER).length - 1;
  const bytes = exactBytes(origin);
  let at = bytes.indexOf(MEMBER);
  for (let level = 0; level < levels; level++) at = bytes.indexOf(MEMBER, at + 1);
  const moved = Buffer.concat([exactBytes(to), bytes.subarray(at)]);
  return strictUtf8(moved) === undefined ? { path, pathBytes: moved.toString('base64') } : { path };
}

const MEMBER = '!/';

function exactBytes({ path, pathBytes }: Origin): Buffer {
  return pathBytes === undefined ? Buffer.from(path, 'utf8') : Buffer.from(pathBytes, 'base64');
}
