/**
 * What a thread does with a batch, and what crosses threads back: bytes and columns, never articles as objects. Must not
 * hold rules: it hands each kind of work to who does it.
 */
import type { PackedLinks } from '../state/packed-links.ts';
import type { PieceRecords } from '../state/store/entries.ts';
import {
  type AgainWork,
  type Analysed,
  analyseFiles,
  analyseHere,
  type ReadWork,
  type StoredWork,
  type StoreWork,
} from './analyse-work.ts';
import { knowledgeOf } from './knowledge.ts';
import type { FoundNear, JudgeWork, Matcher, NearWork, Searched, SearchWork } from './match-work.ts';
import type { Task } from './task.ts';

export type Work = ReadWork | StoreWork | AgainWork | NearWork | SearchWork | JudgeWork;

/** What comes of a batch, by its kind. */
export interface Results {
  readonly read: Analysed;
  readonly store: StoredWork;
  readonly again: Analysed;
  readonly near: FoundNear;
  readonly search: Searched;
  readonly judge: PackedLinks;
}

export type Kind = keyof Results;
export type WorkOf<K extends Kind> = Extract<Work, { readonly kind: K }>;

/** `matcher`: where a collection is shared. */
export async function workHere<K extends Kind>(
  work: WorkOf<K>,
  task: Task,
  matcher: Matcher | undefined,
): Promise<Results[K]> {
  return (await resultOf(work, task, matcher)) as Results[K];
}

async function resultOf(work: Work, task: Task, matcher: Matcher | undefined): Promise<Results[Kind]> {
  switch (work.kind) {
    case 'read':
    case 'again':
      return await analyseHere(work, task, knowledgeOf(task.knowledge));
    case 'store':
      return await analyseFiles(work, task, knowledgeOf(task.knowledge));
    case 'near':
      return shared(matcher).near(work);
    case 'search':
      return shared(matcher).search(work);
    case 'judge':
      return shared(matcher).judge(work);
    default:
      return work satisfies never;
  }
}

function shared(matcher: Matcher | undefined): Matcher {
  if (matcher === undefined) throw new Error('work on a collection that was not shared');
  return matcher;
}

/** What a thread hands over with a batch or a result and does not copy. */
export function buffersOf(work: Work | Results[Kind]): readonly ArrayBuffer[] {
  if ('heads' in work) return [work.heads.buffer, work.bodies.buffer, ...buffersWithin(work.rows)];
  if ('evidence' in work) return [work.evidence.buffer];
  if ('pieces' in work)
    return work.pieces.flatMap(({ piece, records }) => [
      ...buffersWithin(piece.rows),
      ...buffersOfRecords(records),
    ]);
  if ('kind' in work && (work.kind === 'read' || work.kind === 'store'))
    return work.parts.flatMap((part) => (part.kind === 'issue' ? [] : [part.bytes.buffer]));
  // Records are views of larger buffers that are needed where they come from.
  return [];
}

/** Of the records of a piece. */
function buffersOfRecords({ heads, bodies }: PieceRecords): readonly ArrayBuffer[] {
  return [heads.bytes.buffer as ArrayBuffer, bodies.bytes.buffer as ArrayBuffer];
}

/** The buffers of all arrays in a value, at any depth; each array has its own. */
function buffersWithin(value: object): readonly ArrayBuffer[] {
  return Object.values(value).flatMap((part: object) =>
    ArrayBuffer.isView(part) ? [part.buffer as ArrayBuffer] : buffersWithin(part),
  );
}
