/**
 * The files in an archive, each read as a file is. Owns how they are called (`archive.zip!/folder/name`), which are
 * left alone, and what becomes of a failing one: an issue, and the next is read.
 */
import { type Format, fileType } from '../formats.ts';
import type { Part } from '../parts.ts';
import { memberOrigin } from '../path-name.ts';
import type { RandomAccess } from '../random-access.ts';
import { type IngestRequest, issueItem, ReadFailure } from '../request.ts';
import type { Found } from './found.ts';

interface Container {
  readonly origin: { readonly path: string; readonly pathBytes?: string };
  readonly depth: number;
  /** Where the archive is a file as it is. */
  readonly location?: string;
}

type ReadInput = (
  input: Omit<Container, 'location'> & { readonly format: Format },
  source: AsyncIterable<Uint8Array>,
  request: IngestRequest,
) => AsyncGenerator<Part>;

/** In the order of the archive. */
export async function* readMembers(
  kind: 'zip' | 'tar',
  container: Container,
  bytes: AsyncIterable<Uint8Array>,
  request: IngestRequest,
  readInput: ReadInput,
): AsyncGenerator<Part> {
  const { origin, depth } = container;
  const access =
    kind === 'zip' && container.location !== undefined ? await inPlace(container.location) : undefined;
  try {
    yield* readFound(await openArchive(kind, bytes, access), kind, { origin, depth }, request, readInput);
  } finally {
    await access?.close();
  }
}

/** A file that is gone by now is told by its stream. */
async function inPlace(location: string): Promise<RandomAccess | undefined> {
  return await (await import('../random-access.ts')).openInPlace(location).catch(() => undefined);
}

async function* readFound(
  members: AsyncIterable<Found>,
  kind: 'zip' | 'tar',
  { origin, depth }: Container,
  request: IngestRequest,
  readInput: ReadInput,
): AsyncGenerator<Part> {
  let others = 0;
  let hidden = 0;
  let count = 0;
  for await (const found of members) {
    const { name } = found;
    const own = name === undefined ? origin : memberOrigin(origin, name);
    if ('trouble' in found) {
      yield issueItem(own, found.trouble.code, found.trouble.message);
      continue;
    }
    if (kind === 'zip' && count === 0) refuseDocument(found.name);
    count++;
    if (isOfMac(found.name)) continue;
    if (isHidden(found.name)) {
      hidden++;
      continue;
    }
    const type = fileType(found.name, request.inputFormat);
    if (type.format === 'unknown') {
      others++;
      continue;
    }
    try {
      yield* readInput({ origin: own, format: type.format, depth: depth + 1 }, found.bytes, request);
    } catch (failure) {
      if (!(failure instanceof ReadFailure)) throw failure;
      yield issueItem(own, failure.code, failure.message);
    }
  }
  const left = [
    ...(others > 0 ? [`of no known type (dedupe help formats): ${others}`] : []),
    ...(hidden > 0 ? [`hidden, as in a folder (unpack them and name them): ${hidden}`] : []),
  ];
  if (left.length > 0)
    yield issueItem(origin, 'left-out', `members left out, as their names are ${left.join('; ')}`);
  if (count === 0) yield issueItem(origin, 'empty', 'no file in it');
}

async function openArchive(
  kind: 'zip' | 'tar',
  bytes: AsyncIterable<Uint8Array>,
  access: RandomAccess | undefined,
): Promise<AsyncGenerator<Found>> {
  switch (kind) {
    case 'zip':
      return (await import('./zip.ts')).zipMembers(bytes, access);
    case 'tar':
      return (await import('./tar.ts')).tarMembers(bytes);
    default:
      return kind satisfies never;
  }
}

/** What a Mac knows of the files, under their names: nothing of it is an article, and nobody misses it. */
function isOfMac(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\._[^/]*$|\.DS_Store$)/.test(name);
}

/** As in a walk. */
function isHidden(name: string): boolean {
  return name.split('/').some((segment) => /^\.[^./]/.test(segment));
}

/** The first member of office documents, e-books and programs, by their standards. */
const DOCUMENTS: ReadonlySet<string> = new Set(['mimetype', '[Content_Types].xml', 'META-INF/MANIFEST.MF']);

function refuseDocument(first: string): void {
  if (!DOCUMENTS.has(first)) return;
  const message =
    'an office document, e-book or program, not an archive of articles; save it as text or HTML';
  throw new ReadFailure('unknown-type', message);
}
