/** Gathers what a splitter finds in a stream into parts. Owns the order of records and faults; must not parse them. */
import { type Part, type Reading, RecordGatherer } from './parts.ts';
import { issueItem, type Origin } from './request.ts';
import { type Slice, type Splitter, split } from './split.ts';

/** Records and the faults of their stream, in order. */
export async function* cutSlices(
  bytes: AsyncIterable<Uint8Array>,
  splitter: Splitter,
  reading: Reading,
  origin: Origin,
): AsyncGenerator<Part> {
  const gathered = new RecordGatherer(origin, reading);
  let isEmpty = true;
  try {
    for await (const slices of split(bytes, splitter)) {
      isEmpty = false;
      yield* partsOf(slices, gathered, origin);
    }
  } catch (failure) {
    // What came before the damage is good.
    splitter.flush?.();
    yield* partsOf(splitter.slices, gathered, origin);
    yield* gathered.take();
    throw failure;
  }
  yield* gathered.take();
  if (isEmpty) yield issueItem(origin, 'empty', 'no record in it');
}

function* partsOf(slices: readonly Slice[], gathered: RecordGatherer, origin: Origin): Generator<Part> {
  for (const slice of slices) {
    if (slice.kind === 'record') {
      gathered.push(slice.record, slice.offset, slice.bytes);
      if (gathered.isFull) yield* gathered.take();
      continue;
    }
    yield* gathered.take();
    const { code, message, offset, record } = slice;
    yield issueItem(origin, code, message, record === undefined ? { offset } : { record, offset });
  }
}
