/** What a state keeps, as types; `archive-state.ts` says where. Must not do anything. */

import type { RowBatch } from '../../model/features.ts';
import type { Issue } from '../../model/issue.ts';
import type { PackedRecords, RecordBytes } from '../packed-records.ts';
import type { KeptRecords } from '../records.ts';

/** How a file stood on the disk, as text: 64-bit numbers fit no JSON. */
export interface FileStamp {
  readonly size: string;
  readonly mtimeNs: string;
  readonly ctimeNs: string;
  readonly inode: string;
}

/** A file that was read. */
export interface FileEntry extends FileStamp {
  /** Where it is opened: the inner form of its name, in which no byte is lost. */
  readonly location: string;
  /** As reports name it, and its exact bytes in base64 where it is not UTF-8. */
  readonly path: string;
  readonly pathBytes?: string;
  /** How it is read, by its name: the same bytes under another name may be other articles. */
  readonly type: string;
  /** SHA-256 of its bytes. */
  readonly digest: string;
  /** Whether it had stood still for a while when it was read: a later change within one tick of the clock shows nowhere else. */
  readonly isSettled: boolean;
  readonly content: ContentPlace;
}

/** Where the articles of a file are kept. */
export interface ContentPlace {
  /** Number of the content; several files of the same bytes may share one. */
  readonly number: number;
  readonly chunks: number;
  readonly articles: number;
  /** Under this path its articles were analysed. */
  readonly path: string;
}

/**
 * Neighbouring articles of one file as analysis made them, before anything that the collection knows: what every run asks
 * for. Heads and bodies stand beside (`PieceRecords`).
 */
export interface StoredPiece {
  readonly rows: RowBatch;
  /** BCP 47, by article. */
  readonly languages: readonly string[];
  readonly issues: readonly Issue[];
  /** Two words of a hash for the id of each article. */
  readonly ids: Uint32Array;
  /** Two words of a hash for the place of each article (`placeKeyOf`). */
  readonly places: Uint32Array;
  /** IDENTITY_BYTES of a digest for the id and the bytes of each article. */
  readonly identities: Uint8Array;
  /** By article, 1 where the id is the record's own and not made of its path. */
  readonly hasOwnId: Uint8Array;
}

/** Heads and bodies of the same articles, which are read when they are asked for. */
export interface PieceRecords {
  readonly heads: PackedRecords;
  readonly bodies: PackedRecords;
}

/** A piece as it is read back: heads that had to be changed are at hand. */
export interface KnownPiece extends StoredPiece {
  readonly heads: KeptRecords | RecordBytes;
  readonly bodies: KeptRecords;
}

/** A complete run. */
export interface RunSummary {
  /** 1 for the first. */
  readonly number: number;
  /** RFC 3339. */
  readonly finishedAt: string;
  readonly files: number;
  readonly articles: number;
  readonly groups: number;
}

/** The last complete run. */
export interface RunRecord extends RunSummary {
  /** The working folder, in which relative names of files begin; an older dedupe did not keep it. */
  readonly folder?: string;
  /** Lost input that was reported, as `code path`, so that it is not reported as new again. */
  readonly lost: readonly string[];
}

/** What was worked out of the collection, in parts, by name; what a part holds is known to who keeps it. */
export type Derived = Readonly<Record<string, readonly unknown[]>>;
