/**
 * Cuts a stage into batches: so much that the message costs little, so little that it fits into memory. Must not look
 * into what it cuts.
 */
import type { Part } from '../ingest/index.ts';
import type { AgainWork, ReadWork, SpilledRecord } from './analyse-work.ts';

/** Articles a batch: below about 16 the message costs more than the work (npm scouting, section 6). */
const BATCH = 64;
/** A batch ends here as well: so many records of the largest size would not fit into memory. */
const BATCH_BYTES = 4 << 20;

/** Parts of the input in batches. */
export async function* batchesOf(parts: AsyncIterable<Part>): AsyncIterable<ReadWork> {
  let batch: Part[] = [];
  let articles = 0;
  let length = 0;
  for await (const part of parts) {
    batch.push(part);
    articles += part.kind === 'records' ? part.lengths.length : 1;
    length += part.kind === 'issue' ? 0 : part.bytes.length;
    if (articles < BATCH && length < BATCH_BYTES) continue;
    yield { kind: 'read', parts: batch };
    batch = [];
    articles = 0;
    length = 0;
  }
  if (batch.length > 0) yield { kind: 'read', parts: batch };
}

/** Records in batches. */
export function* recordBatchesOf(records: Iterable<SpilledRecord>): Iterable<AgainWork> {
  let batch: SpilledRecord[] = [];
  let length = 0;
  for (const record of records) {
    batch.push(record);
    length += record.body.byteLength;
    if (batch.length < BATCH && length < BATCH_BYTES) continue;
    yield { kind: 'again', records: batch };
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield { kind: 'again', records: batch };
}
