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

/** What a UTF-8 stream may begin with, by stream offset. */
export const BYTE_ORDER_MARK: readonly number[] = [0xef, 0xbb, 0xbf];

export function tooLong(record: number, offset: number, maxBytes: number): Slice {
  const message = `the record is longer than ${maxBytes} bytes; raise the record limit or split the dump by records`;
  return { kind: 'fault', code: 'too-long', record, offset, message };
}

export function tooDeep(record: number, offset: number): Slice {
  return {
    kind: 'fault',
    code: 'too-deep',
    record,
    offset,
    message: `nested deeper than ${MAX_DEPTH} levels`,
  };
}
