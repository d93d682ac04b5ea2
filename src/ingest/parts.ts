/**
 * What the streams are cut into: parts that are read by themselves, in whatever thread. Owns their shape and the way
 * records are gathered into one buffer, as a message of many small pieces costs more than to read them.
 */
import type { TextReading } from '../model/article.ts';
import type { Issue } from '../model/issue.ts';
import type { Units } from './dump/code-units.ts';
import type { DumpKind } from './dump/forms.ts';
import type { ArticleFormat } from './formats.ts';
import type { Origin } from './request.ts';
import type { RowGrammar } from './table/row-grammar.ts';

/** How the records of a stream are read, with what all of them share. */
export type Reading =
  | { readonly kind: 'json'; readonly decoded?: TextReading }
  | TableReading
  | { readonly kind: 'warc'; readonly maxBytes: number }
  | ElementReading
  | { readonly kind: 'message' }
  | DumpReading;

/** Articles of one text file. */
export interface DumpReading {
  readonly kind: 'dump';
  readonly form: DumpKind;
  readonly units: Units;
  /** The encoding of old that the file is in, where its first bytes were sure. */
  readonly decoded?: TextReading;
  /** Whether a title alone stands above each of them. */
  readonly isTitled: boolean;
}

/** Rows of a table. */
export interface TableReading extends RowGrammar {
  readonly kind: 'row';
  /** As written in the header; none where columns go by their numbers. */
  readonly columns: readonly string[];
  /** What the whole stream was read as before it was cut, where it was not UTF-8. */
  readonly decoded?: TextReading;
}

/** Elements of an XML document. */
export interface ElementReading {
  readonly kind: 'element';
  /** The start tags around the elements, which say what their prefixes mean. */
  readonly head: string;
  /** As declared, lower-case. */
  readonly charset?: string;
  /** What the whole document was read as before it was cut, where that is UTF-16. */
  readonly decoded?: TextReading;
}

/** Records of one stream, one behind the other, not yet parsed. */
export interface RecordsPart {
  readonly kind: 'records';
  readonly origin: Origin;
  readonly reading: Reading;
  /** Of each record: its number, 1-based. */
  readonly numbers: Float64Array;
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
  /** Whether it is one article even where it looks like many. */
  readonly isOne: boolean;
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
  readonly #reading: Reading;
  #pieces: Uint8Array[] = [];
  #numbers: number[] = [];
  #offsets: number[] = [];
  #length = 0;

  constructor(origin: Origin, reading: Reading) {
    this.#origin = origin;
    this.#reading = reading;
  }

  push(record: number, offset: number, bytes: Uint8Array): void {
    this.#pieces.push(bytes);
    this.#numbers.push(record);
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
    const numbers = Float64Array.from(this.#numbers);
    const offsets = Float64Array.from(this.#offsets);
    this.#pieces = [];
    this.#numbers = [];
    this.#offsets = [];
    this.#length = 0;
    return [
      { kind: 'records', origin: this.#origin, reading: this.#reading, numbers, offsets, lengths, bytes },
    ];
  }
}
