/** The records of a part, one by one, as they were cut. */
import { bufferOf } from '../lib/buffer-of.ts';
import type { RecordsPart } from './parts.ts';

export interface CutRecord {
  readonly bytes: Buffer;
  readonly place: { readonly record: number; readonly offset: number };
}

export function* recordsOf({ bytes, lengths, numbers, offsets }: RecordsPart): Generator<CutRecord> {
  const all = bufferOf(bytes);
  let at = 0;
  for (let i = 0; i < lengths.length; i++) {
    const own = all.subarray(at, at + lengths[i]!);
    at += own.length;
    yield { bytes: own, place: { record: numbers[i]!, offset: offsets[i]! } };
  }
}
