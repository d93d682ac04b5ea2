/**
 * What the streams are cut into: parts that are read by themselves, in whatever thread. Owns their shape and the way
 * records are gathered into one buffer, as a message of many small pieces costs more than to read them.
 */
import type { Issue } from '../model/issue.ts';
import type { ArticleFormat } from './formats.ts';
import type { Origin } from './request.ts';

/** Records of one stream, one behind the other, not yet parsed. */
export interface RecordsPart {
  readonly kind: 'records';
  readonly origin: Origin;
  /** Number of the first record, 1-based; the others follow it. */
  readonly first: number;
  /** Of each record: bytes from the start of the decompressed stream. */
  readonly offsets: Float64Array;
  readonly lengths: Uint32Array;
  /** Nothing but the records, in a buffer of its own. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file that is one article. */
export interface DocumentPart {
  readonly kind: 'document';
  readonly origin: Origin;
  readonly format: ArticleFormat;
  /** Whether its name told no format: where it holds no text, its type is the trouble. */
  readonly isUnknown: boolean;
  /** The whole file, in a buffer of its own. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type Part = RecordsPart | DocumentPart | { readonly kind: 'issue'; readonly issue: Issue };

/** Records of a part: a message costs as much as some twenty articles, and these keep memory small. */
export const MAX_RECORDS = 64;
const MAX_BYTES = 1 << 20;

/** Gathers the records of one stream, each a copy: nothing holds on to the chunks it was read in. */
export class RecordGatherer {
  readonly #origin: Origin;
  #pieces: Uint8Array[] = [];
  #offsets: number[] = [];
  #first = 0;
  #length = 0;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  /** `record` follows the one before. */
  push(record: number, offset: number, bytes: Uint8Array): void {
    if (this.#pieces.length === 0) this.#first = record;
    this.#pieces.push(bytes);
    this.#offsets.push(offset);
    this.#length += bytes.length;
  }

  get isFull(): boolean {
    return this.#pieces.length >= MAX_RECORDS || this.#length >= MAX_BYTES;
  }

  /** The part so far, none where it would be empty; then gathering begins anew. */
  take(): readonly RecordsPart[] {
    if (this.#pieces.length === 0) return [];
    const bytes = new Uint8Array(this.#length);
    const lengths = new Uint32Array(this.#pieces.length);
    let at = 0;
    this.#pieces.forEach((piece, i) => {
      bytes.set(piece, at);
      lengths[i] = piece.length;
      at += piece.length;
    });
    const offsets = Float64Array.from(this.#offsets);
    this.#pieces = [];
    this.#offsets = [];
    this.#length = 0;
    return [{ kind: 'records', origin: this.#origin, first: this.#first, offsets, lengths, bytes }];
  }
}
