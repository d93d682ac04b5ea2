/** Cuts a text file of many articles into parts. Owns what is said of the cutting; must not read articles. */
import type { Peeked } from '../byte-stream.ts';
import { cutSlices } from '../cut-slices.ts';
import type { DumpReading, Part } from '../parts.ts';
import { type IngestRequest, issueItem, type Origin } from '../request.ts';
import { DumpSplitter } from './split-dump.ts';
import type { Dump } from './tell-dump.ts';

export async function* cutDump(
  { bytes }: Peeked,
  dump: Dump,
  origin: Origin,
  request: IngestRequest,
): AsyncGenerator<Part> {
  const { form, units, decoded, isTitled } = dump;
  const splitter = new DumpSplitter(dump, request.maxRecordBytes);
  const shared = decoded === undefined ? {} : { decoded };
  const reading: DumpReading = { kind: 'dump', form: form.kind, units, isTitled, ...shared };
  let failure: unknown;
  try {
    yield* cutSlices(bytes, splitter, reading, origin);
  } catch (cause) {
    failure = cause;
  }
  yield issueItem(
    origin,
    'split-file',
    `${form.name}: read as ${splitter.records} articles, one by one (--no-split reads the file as one)`,
  );
  if (splitter.leftOut > 0) {
    const message = `what stands outside the articles (a cover page, a summary of the search) is none: ${splitter.leftOut}`;
    yield issueItem(origin, 'left-out', message);
  }
  // Told last: it is about the file, and what came before it was read.
  if (failure !== undefined) throw failure;
}
