/** Cuts an XML document into parts of whole articles. Owns what its first bytes say of it; must not parse it. */
import type { Peeked } from '../byte-stream.ts';
import { cutSlices } from '../cut-slices.ts';
import { openingOf, recodedStream } from '../encoding/recoded-stream.ts';
import { wideOf } from '../encoding/utf16.ts';
import type { ElementReading, Part } from '../parts.ts';
import { type IngestRequest, issueItem, type Origin } from '../request.ts';
import { contentStart } from '../sniff.ts';
import { holdsArticles } from './roots.ts';
import { ElementSplitter } from './split-elements.ts';
import { LEFT_NAMES, unpublishedIn } from './unpublished.ts';

/** What stands before the first article is looked at so far. */
const OPENING = 1 << 16;

export async function* cutElements(
  stream: Peeked,
  origin: Origin,
  request: IngestRequest,
): AsyncGenerator<Part> {
  // Of all other encodings the declaration stands in ASCII.
  const recoded = wideOf(stream.prefix) === undefined ? undefined : await recodedStream(stream.prefix);
  const bytes = recoded === undefined ? stream.bytes : recoded.textOf(stream.bytes);
  const seen = await openingOf(stream.prefix.subarray(0, OPENING), recoded);
  const opening = Buffer.from(seen).toString('latin1');
  if (!holdsArticles(opening.slice(contentStart(seen)))) {
    const message =
      'XML that is no feed, NITF, NewsML, TEI or ALTO, and not of trafilatura: it holds no articles that are known, and was left out; make JSON Lines of it first, an object an article, or read it as one text with --input-format text';
    yield issueItem(origin, 'foreign-xml', message);
    return;
  }
  if (/<!ENTITY\s/.test(opening)) {
    const message =
      'the document declares entities of its own; they are not expanded and stay as they are written';
    yield issueItem(origin, 'left-out', message);
  }
  const charset =
    recoded === undefined
      ? /^[^<]{0,3}<\?xml[^>]{1,200}encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})/.exec(opening)?.[1]
      : undefined;
  const splitter = new ElementSplitter(request.maxRecordBytes, unpublishedIn(opening));
  // What stands around the articles is known when the first of them is cut.
  const reading: ElementReading = {
    kind: 'element',
    get head() {
      return splitter.head.join('');
    },
    ...(charset === undefined ? {} : { charset: charset.toLowerCase() }),
    ...(recoded === undefined ? {} : { decoded: recoded.reading }),
  };
  for await (const part of cutSlices(bytes, splitter, reading, origin)) {
    yield part.kind === 'records' ? { ...part, reading: { ...reading } } : part;
  }
  const left = [...splitter.left].map(([kind, count]) => `${count} ${LEFT_NAMES[kind]}`).sort();
  if (left.length > 0) yield issueItem(origin, 'left-out', `items left out: ${left.join(', ')}`);
}
