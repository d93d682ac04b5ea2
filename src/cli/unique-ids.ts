/**
 * Puts analysed articles into the working file, each under an id of its own, in the order (path, record). Owns what
 * becomes of an id that was taken, and the digest of the input; must not judge anything else.
 */
import { createHash } from 'node:crypto';
import { hashString } from '../lib/hash.ts';
import type { Issue } from '../model/issue.ts';
import { IdTable } from '../state/id-table.ts';
import { type RecordHead, readHead, withHead } from '../state/record.ts';
import type { SpillFile } from '../state/spill.ts';

/** The records of a batch (see `RecordWriter`) and who they are. */
export interface Identified {
  readonly records: Uint8Array;
  readonly lengths: readonly number[];
  /** Two words of `hashId` for each record. */
  readonly ids: Uint32Array;
  /** `identityOf` each, one behind the other. */
  readonly identities: string;
}

/** 64 bits of an id. */
export function hashId(id: string): readonly [high: number, low: number] {
  return [hashString(id, 1), hashString(id, 0)];
}

/** What the digest of the input is taken of. */
export function identityOf({ id, rawDigest }: Pick<RecordHead, 'id' | 'rawDigest'>): string {
  return JSON.stringify([id, rawDigest]);
}

export class UniqueIds {
  readonly #port: SpillFile;
  readonly #seen = new IdTable();
  readonly #digest = createHash('sha256');

  constructor(port: SpillFile) {
    this.#port = port;
  }

  /** Puts a batch into the working file; an id seen before becomes `path#record`, with an issue. */
  put(batch: Identified): readonly Issue[] {
    const added = this.#addNew(batch.ids);
    if (added < batch.lengths.length) return this.#putEach(batch, added);
    this.#digest.update(batch.identities);
    this.#port.append(batch.records, batch.lengths);
    return [];
  }

  /** SHA-256 over (id, rawDigest) of all articles in order; ends the work. */
  finish(): string {
    return this.#digest.digest('hex');
  }

  /** Adds the ids before the first that may have been seen; their number. */
  #addNew(ids: Uint32Array): number {
    for (let i = 0; i < ids.length; i += 2) {
      if (this.#seen.has(ids[i]!, ids[i + 1]!, () => true)) return i / 2;
      this.#seen.add(ids[i]!, ids[i + 1]!);
    }
    return ids.length / 2;
  }

  /** Article by article, as some id may be taken; the first `added` are known to be new. */
  #putEach({ records, lengths }: Identified, added: number): readonly Issue[] {
    const issues: Issue[] = [];
    let at = 0;
    lengths.forEach((length, i) => {
      const record = Buffer.from(records.buffer, records.byteOffset + at, length);
      at += length;
      const head = readHead(record);
      const id = i < added ? head.id : this.#claim(head);
      this.#digest.update(identityOf({ id, rawDigest: head.rawDigest }));
      if (id === head.id) {
        this.#port.append(record, [length]);
        return;
      }
      issues.push(takenIssue(head, id));
      const renamed = withHead(record, { ...head, id, sourceId: head.id });
      this.#port.append(renamed, [renamed.length]);
    });
    return issues;
  }

  /** An id for an article that no other has. */
  #claim({ id: wanted, path, record }: RecordHead): string {
    let id = wanted;
    while (true) {
      const [high, low] = hashId(id);
      const own = id;
      if (!this.#seen.has(high, low, (index) => this.#port.get(index).id === own)) {
        this.#seen.add(high, low);
        return id;
      }
      id = id === wanted ? `${path}#${record ?? 1}` : `${id}#`;
    }
  }
}

function takenIssue({ path, record, offset }: RecordHead, id: string): Issue {
  return {
    code: 'duplicate-id',
    path,
    ...(record === undefined ? {} : { record }),
    ...(offset === undefined ? {} : { offset }),
    message: `the id of this record was taken by an earlier one; it is called ${id} here`,
  };
}
