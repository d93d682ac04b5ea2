/**
 * A sample of the input: so many records, spread evenly over it, and always the same ones. Which they are follows from
 * where each stands (path and record) alone: not from the order of paths, nor from the threads. The input is cut twice, and
 * only what was chosen is read. Owns the choice; must not look at what a record holds. Memory: the places that are chosen.
 */
import { cutFiles, type Discovery, type IngestRequest, type Part } from '../ingest/index.ts';
import { hashString } from '../lib/hash.ts';
import { Heap } from '../lib/heap.ts';
import { compareCodeUnits } from '../lib/order.ts';

/** Whether a record of the sample; a file that is one article has record 0. */
export type Sample = (path: string, record: number) => boolean;

interface Place {
  /** 53 bits of a hash. */
  readonly rank: number;
  readonly name: string;
}

/** The `count` (1 or more) places with the smallest hashes; all where there are no more. */
export async function chooseSample(
  request: IngestRequest,
  discovery: Discovery,
  count: number,
): Promise<Sample> {
  const chosen = new Heap<Place>((x, y) => compare(x, y) > 0);
  let size = 0;
  for await (const part of cutFiles(request, discovery)) {
    for (const [path, record] of placesOf(part)) {
      chosen.push(placeOf(path, record));
      if (++size <= count) continue;
      chosen.pop();
      size--;
    }
  }
  const last = size < count ? undefined : chosen.pop();
  if (last === undefined) return () => true;
  return (path, record) => compare(placeOf(path, record), last) <= 0;
}

/** What of a part is in the sample; issues stay. */
export function sampled(part: Part, isChosen: Sample): readonly Part[] {
  switch (part.kind) {
    case 'issue':
      return [part];
    case 'document':
      return isChosen(part.origin.path, 0) ? [part] : [];
    case 'records':
      return recordsOf(part, isChosen);
    default:
      return part satisfies never;
  }
}

function recordsOf(part: Extract<Part, { kind: 'records' }>, isChosen: Sample): readonly Part[] {
  const kept: number[] = [];
  const pieces: Uint8Array[] = [];
  let at = 0;
  part.numbers.forEach((record, i) => {
    const length = part.lengths[i]!;
    if (isChosen(part.origin.path, record)) {
      kept.push(i);
      pieces.push(part.bytes.subarray(at, at + length));
    }
    at += length;
  });
  if (kept.length === 0) return [];
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((offset, piece) => {
    bytes.set(piece, offset);
    return offset + piece.length;
  }, 0);
  return [
    {
      ...part,
      numbers: Float64Array.from(kept, (i) => part.numbers[i]!),
      offsets: Float64Array.from(kept, (i) => part.offsets[i]!),
      lengths: Uint32Array.from(kept, (i) => part.lengths[i]!),
      bytes,
    },
  ];
}

function* placesOf(part: Part): Iterable<readonly [string, number]> {
  if (part.kind === 'document') yield [part.origin.path, 0];
  if (part.kind === 'records') for (const record of part.numbers) yield [part.origin.path, record];
}

function placeOf(path: string, record: number): Place {
  const name = `${path}#${record}`;
  return { rank: hashString(name, 1) * 2 ** 21 + (hashString(name, 2) >>> 11), name };
}

function compare(x: Place, y: Place): number {
  return x.rank - y.rank || compareCodeUnits(x.name, y.name);
}
