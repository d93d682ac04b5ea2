/**
 * Puts analysed articles into the working file, each under an id of its own, in the order (path, record). Owns what
 * becomes of an id that was taken, and the digest of the input; must not judge anything else.
 */
import { createHash } from 'node:crypto';
import { hashString } from '../lib/hash.ts';
import type { ArticleHead } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';
import { IdTable } from '../state/id-table.ts';
import { type PackedRecords, readHead } from '../state/record.ts';
import type { SpillFile } from '../state/spill.ts';

/** The records of a batch and who they are. */
export interface Identified extends PackedRecords {
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
export function identityOf({ id, rawDigest }: Pick<ArticleHead, 'id' | 'rawDigest'>): string {
  return JSON.stringify([id, rawDigest]);
}

/** What an article is called whose id was taken, and where that is taken, too, at each further attempt. */
export function otherId({ path, record }: Pick<ArticleHead, 'path' | 'record'>, attempt: number): string {
  return `${path}#${record ?? 1}${'#'.repeat(attempt - 1)}`;
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
    if (added < batch.headLengths.length) return this.#putEach(batch, added);
    this.#digest.update(batch.identities);
    this.#port.append(batch);
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
  #putEach(batch: Identified, added: number): readonly Issue[] {
    const issues: Issue[] = [];
    recordsOf(batch).forEach((record, i) => {
      const head = readHead(Buffer.from(record.heads.buffer));
      const id = i < added ? head.id : this.#claim(head);
      this.#digest.update(identityOf({ id, rawDigest: head.rawDigest }));
      if (id === head.id) {
        this.#port.append(record);
        return;
      }
      issues.push(takenIssue(head, id));
      const heads = new TextEncoder().encode(JSON.stringify({ ...head, id, sourceId: head.id }));
      this.#port.append({ ...record, heads, headLengths: Uint32Array.of(heads.length) });
    });
    return issues;
  }

  /** An id for an article that no other has. */
  #claim({ id: wanted, path, record }: ArticleHead): string {
    let id = wanted;
    let attempt = 0;
    while (true) {
      const [high, low] = hashId(id);
      const own = id;
      if (!this.#seen.has(high, low, (index) => this.#port.head(index).id === own)) {
        this.#seen.add(high, low);
        return id;
      }
      id = otherId({ path, ...(record === undefined ? {} : { record }) }, ++attempt);
    }
  }
}

/** The records of a batch, each by itself. */
function recordsOf({ heads, headLengths, bodies, bodyLengths }: PackedRecords): readonly PackedRecords[] {
  let headAt = 0;
  let bodyAt = 0;
  return Array.from(headLengths, (length, i) => {
    const own = {
      heads: heads.slice(headAt, headAt + length),
      headLengths: Uint32Array.of(length),
      bodies: bodies.slice(bodyAt, bodyAt + bodyLengths[i]!),
      bodyLengths: Uint32Array.of(bodyLengths[i]!),
    };
    headAt += length;
    bodyAt += bodyLengths[i]!;
    return own;
  });
}

/** What is told of an article that is called otherwise than its source calls it. */
export function takenIssue(
  { path, record, offset }: Pick<ArticleHead, 'path' | 'record' | 'offset'>,
  id: string,
): Issue {
  return {
    code: 'duplicate-id',
    path,
    ...(record === undefined ? {} : { record }),
    ...(offset === undefined ? {} : { offset }),
    message: `the id of this record was taken by an earlier one; it is called ${id} here`,
  };
}
