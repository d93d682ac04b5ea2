/** What the two record splitters hand on. Types and messages only. */
import type { IssueCode } from '../model/issue.ts';
import { MAX_DEPTH } from './json-scan.ts';

export type Slice =
  | {
      readonly kind: 'record';
      /** 1-based, faults counted. */
      readonly record: number;
      /** Bytes from the start of the decompressed stream. */
      readonly offset: number;
      readonly bytes: Uint8Array;
    }
  | {
      readonly kind: 'fault';
      readonly code: IssueCode;
      readonly record?: number;
      readonly offset: number;
      readonly message: string;
    };

/** Cuts a stream that it is given chunk by chunk. */
export interface Splitter {
  /** What was found since it was last emptied; valid until the next `push`. */
  readonly slices: Slice[];
  readonly push: (chunk: Uint8Array) => void;
  /** To be called once behind the last chunk. */
  readonly end: () => void;
  /** In its place where the stream fails: finds the records that are whole, if any wait for what follows. */
  readonly flush?: () => void;
}

/** The slices of a stream in order, those of a chunk together: to hand on each by itself costs more than to find it. */
export async function* split(
  source: AsyncIterable<Uint8Array>,
  splitter: Splitter,
): AsyncGenerator<readonly Slice[]> {
  for await (const chunk of source) {
    splitter.push(chunk);
    if (splitter.slices.length > 0) yield splitter.slices.splice(0);
  }
  splitter.end();
  if (splitter.slices.length > 0) yield splitter.slices.splice(0);
}

/** What a UTF-8 stream may begin with, by stream offset. */
export const BYTE_ORDER_MARK: readonly number[] = [0xef, 0xbb, 0xbf];

export function tooLong(record: number, offset: number, maxBytes: number): Slice {
  const message = `the record is longer than ${maxBytes} bytes; raise --max-record or split the dump by records`;
  return { kind: 'fault', code: 'too-long', record, offset, message };
}

export function tooDeep(record: number, offset: number): Extract<Slice, { kind: 'fault' }> {
  return {
    kind: 'fault',
    code: 'too-deep',
    record,
    offset,
    message: `nested deeper than ${MAX_DEPTH} levels`,
  };
}
