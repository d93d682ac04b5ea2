/**
 * Sees to it that each article of the working file has an id of its own, in the order (path, record). Owns what
 * becomes of an id that was taken, and the digest of the input; must not judge anything else.
 */
import { createHash } from 'node:crypto';
import { sha256Bytes } from '../lib/digest.ts';
import { hashString } from '../lib/hash.ts';
import type { ArticleHead, ArticleIndex } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';
import { IdTable } from '../state/id-table.ts';
import type { SpillFile } from '../state/spill.ts';

/** Who the articles of a batch are. */
export interface Identified {
  /** Two words of `hashId` for each. */
  readonly ids: Uint32Array;
  /** IDENTITY_BYTES for each. */
  readonly identities: Uint8Array;
}

/** 64 bits of an id. */
export function hashId(id: string): readonly [high: number, low: number] {
  return [hashString(id, 1), hashString(id, 0)];
}

/** Of the digest of an id and the bytes that were read. */
export const IDENTITY_BYTES = 16;

/** What the digest of the input is taken of. */
export function identityOf({ id, rawDigest }: Pick<ArticleHead, 'id' | 'rawDigest'>): Buffer {
  return sha256Bytes(JSON.stringify([id, rawDigest])).subarray(0, IDENTITY_BYTES);
}

/** Puts it in its place, that of the article at position `i`. */
export function putIdentity(
  identities: Uint8Array,
  i: number,
  head: Pick<ArticleHead, 'id' | 'rawDigest'>,
): void {
  identities.set(identityOf(head), i * IDENTITY_BYTES);
}

/** 64 bits of where an article stands and who published it: by which site rules it is cleaned. */
export function placeKeyOf({ path, url, source }: ArticleHead): readonly [high: number, low: number] {
  const place = JSON.stringify([path, url, source]);
  return [hashString(place, 1), hashString(place, 2)];
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

  /** Sees to the last articles of the working file; one whose id was seen before becomes `path#record`, with an issue. */
  put({ ids, identities }: Identified): readonly Issue[] {
    const issues: Issue[] = [];
    const count = ids.length / 2;
    const first = this.#port.count - count;
    let own = identities;
    for (let i = 0; i < count; i++) {
      const [high, low] = [ids[2 * i]!, ids[2 * i + 1]!];
      if (!this.#seen.has(high, low, () => true)) {
        this.#seen.add(high, low);
        continue;
      }
      const head = this.#port.head(first + i);
      const id = this.#claim(head);
      if (id === head.id) continue;
      issues.push(takenIssue(head, id));
      this.#port.putHead(first + i, { ...head, id, sourceId: head.id });
      if (own === identities) own = identities.slice();
      putIdentity(own, i, { id, rawDigest: head.rawDigest });
    }
    this.#digest.update(own);
    return issues;
  }

  /** 64 bits of the id by which an article is called. */
  keyOf(index: ArticleIndex): readonly [high: number, low: number] {
    return this.#seen.hashOf(index);
  }

  /** SHA-256 over the identities of all articles in order; ends the work. */
  finish(): string {
    return this.#digest.digest('hex');
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
