/**
 * Articles of the files in chunks: what every run asks for in one value, heads and bodies, which are read when they are
 * asked for, each in a value beside it under the same key. Owns that; must not know which files need them.
 */
import { dirname } from 'node:path';
import { StateError } from '../../lib/errors.ts';
import { type PackedRecords, unpackBlock } from '../packed-records.ts';
import type { KeptRecords } from '../records.ts';
import type { Changes, Database, Key } from './database.ts';
import type { KnownPiece, PieceRecords, StoredPiece } from './entries.ts';
import { contentKey, contentOf } from './keys.ts';
import { remedyFor } from './remedy.ts';

/** Some pieces of the articles of a file. */
export interface StoredChunk {
  readonly content: number;
  /** From 0. */
  readonly number: number;
  readonly pieces: readonly StoredPiece[];
  /** By piece. */
  readonly records: readonly PieceRecords[];
}

export const RECORD_TABLES = ['heads', 'bodies'] as const;
export type RecordTable = (typeof RECORD_TABLES)[number];

interface ReadChunk {
  readonly key: Key;
  readonly all: readonly PackedRecords[];
}

export class ArticleChunks {
  readonly #database: Database;
  /** Of each table of records, the chunk that was read last. */
  readonly #last: { [table in RecordTable]?: ReadChunk } = {};

  constructor(database: Database) {
    this.#database = database;
  }

  /** Throws `StateError` where the chunk is not there, as all do. */
  pieces(content: number, chunk: number): readonly KnownPiece[] {
    const key = contentKey(content, chunk);
    const pieces = this.#needed('contents', key) as readonly StoredPiece[];
    return pieces.map((piece, n) => {
      const { length: count } = piece.languages;
      return {
        ...piece,
        heads: this.#kept('heads', key, n, count),
        bodies: this.#kept('bodies', key, n, count),
      };
    });
  }

  records(table: RecordTable, content: number, chunk: number): readonly PackedRecords[] {
    return this.#needed(table, contentKey(content, chunk)) as readonly PackedRecords[];
  }

  /** Records of the piece `n` of a chunk. */
  #kept(table: RecordTable, key: Key, n: number, count: number): KeptRecords {
    return { count, blockAt: (position) => unpackBlock(this.#lastOrRead(table, key)[n]!, position) };
  }

  /** Neighbours are asked for one after another. */
  #lastOrRead(table: RecordTable, key: Key): readonly PackedRecords[] {
    const last = this.#last[table];
    if (last?.key === key) return last.all;
    const all = this.#needed(table, key) as readonly PackedRecords[];
    this.#last[table] = { key, all };
    return all;
  }

  #needed(table: 'contents' | RecordTable, key: Key): unknown {
    const value = this.#database.get(table, key);
    if (value !== undefined) return value;
    const folder = dirname(this.#database.path);
    throw new StateError(
      `the state ${folder} is damaged: articles of content ${contentOf(key)} are missing; ${remedyFor(folder)}`,
    );
  }
}

export function putChunk(changes: Changes, { content, number, pieces, records }: StoredChunk): void {
  const key = contentKey(content, number);
  changes.put('contents', key, pieces);
  for (const table of RECORD_TABLES) {
    changes.put(
      table,
      key,
      records.map((piece) => piece[table]),
    );
  }
}

export function removeChunk(changes: Changes, key: Key): void {
  for (const table of ['contents', ...RECORD_TABLES] as const) changes.remove(table, key);
}
