/** Cuts an XML document into parts of whole articles. Owns what its first bytes say of it; must not parse it. */
import type { Peeked } from '../byte-stream.ts';
import { cutSlices } from '../cut-slices.ts';
import type { ElementReading, Part } from '../parts.ts';
import { type IngestRequest, issueItem, type Origin } from '../request.ts';
import { isNotUtf8 } from '../sniff.ts';
import { textOfUtf16 } from '../utf16-stream.ts';
import { isKnownRoot, rootOf } from './roots.ts';
import { ElementSplitter } from './split-elements.ts';

export async function* cutElements(
  stream: Peeked,
  origin: Origin,
  request: IngestRequest,
): AsyncGenerator<Part> {
  const isWide = isNotUtf8(stream.prefix) === 'utf-16';
  const bytes = isWide ? textOfUtf16(stream.bytes, stream.prefix) : stream.bytes;
  const opening = Buffer.from(stream.prefix.subarray(0, 1 << 16)).toString(isWide ? 'utf16le' : 'latin1');
  const root = rootOf(opening);
  if (!isWide && !isKnownRoot(root)) {
    const message =
      'XML that is no feed, NITF, NewsML, TEI or ALTO: it holds no articles that are known; left out';
    yield issueItem(origin, 'left-out', message);
    return;
  }
  if (/<!ENTITY\s/.test(opening)) {
    const message =
      'the document declares entities of its own; they are not expanded and stay as they are written';
    yield issueItem(origin, 'left-out', message);
  }
  const charset = isWide
    ? undefined
    : /^[^<]{0,3}<\?xml[^>]{1,200}encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})/.exec(opening)?.[1];
  const splitter = new ElementSplitter(request.maxRecordBytes);
  // What stands around the articles is known when the first of them is cut.
  const reading: ElementReading = {
    kind: 'element',
    get head() {
      return splitter.head.join('');
    },
    ...(charset === undefined ? {} : { charset: charset.toLowerCase() }),
  };
  for await (const part of cutSlices(bytes, splitter, reading, origin)) {
    yield part.kind === 'records' ? { ...part, reading: { ...reading } } : part;
  }
}
