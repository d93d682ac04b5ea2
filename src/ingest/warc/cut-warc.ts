/** Cuts a WARC or WET stream into parts of whole records, and says what was left out. Must not read payloads. */
import type { Peeked } from '../byte-stream.ts';
import { cutSlices } from '../cut-slices.ts';
import type { Part } from '../parts.ts';
import { type IngestRequest, issueItem, type Origin } from '../request.ts';
import type { Kind } from './kinds.ts';
import { WarcSplitter } from './split-warc.ts';

const NAMES: Readonly<Record<Kind, string>> = {
  article: 'articles',
  about: 'records about records',
  revisit: 'revisits (nothing new was found)',
  continuation: 'continuations of cut records',
  answer: 'answers without a page (redirects, errors)',
  payload: 'payloads that are no text/html or text/plain',
  'for-robots': 'texts for programs (robots.txt, ads.txt, llms.txt)',
  record: 'records of other types',
};

export async function* cutWarc(stream: Peeked, origin: Origin, request: IngestRequest): AsyncGenerator<Part> {
  const splitter = new WarcSplitter(request.maxRecordBytes);
  yield* cutSlices(stream.bytes, splitter, { kind: 'warc', maxBytes: request.maxRecordBytes }, origin);
  const left = [...splitter.left].map(([kind, count]) => `${count} ${NAMES[kind]}`).sort();
  if (left.length > 0) yield issueItem(origin, 'left-out', `left out: ${left.join(', ')}`);
}
