/**
 * Splits a JSON Lines stream into records, one a line, with bounded memory. Must not parse: a broken line costs that
 * line only. Blank lines are no records. Linear time.
 * Reference: jsonlines.org; NDJSON specification 1.0.
 */
import { bufferOf } from '../lib/buffer-of.ts';
import { RecordBuffer } from './byte-stream.ts';
import { CLOSE_OBJECT, COMMA, isSpace, skipSpace } from './json-scan.ts';
import { BYTE_ORDER_MARK, type Slice, type Splitter, tooLong } from './split.ts';

const LINE_FEED = 0x0a;

export class LineSplitter implements Splitter {
  readonly slices: Slice[] = [];
  readonly #maxRecordBytes: number;
  /** The line that the chunks so far end in. */
  readonly #open: RecordBuffer;
  #record = 0;
  /** Stream offsets of the chunk under way and of the line under way. */
  #base = 0;
  #lineStart = 0;

  constructor(maxRecordBytes: number) {
    this.#maxRecordBytes = maxRecordBytes;
    this.#open = new RecordBuffer(maxRecordBytes);
  }

  push(chunk: Uint8Array): void {
    // A Buffer finds a byte several times faster than a plain array of bytes does.
    const bytes = bufferOf(chunk);
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, from)) {
      this.#open.push(bytes.subarray(from, end));
      this.#finish();
      from = end + 1;
      this.#lineStart = this.#base + from;
    }
    this.#open.push(bytes.subarray(from));
    this.#base += bytes.length;
  }

  end(): void {
    this.#finish();
  }

  #finish(): void {
    if (this.#open.overflown) {
      this.#open.take();
      this.slices.push(tooLong(++this.#record, this.#lineStart, this.#maxRecordBytes));
      return;
    }
    const line = this.#open.take();
    const marked = this.#lineStart === 0 && BYTE_ORDER_MARK.every((byte, index) => line[index] === byte);
    const start = skipSpace(line, marked ? BYTE_ORDER_MARK.length : 0);
    if (start === line.length) return;
    const end = withoutComma(line);
    const offset = this.#lineStart + start;
    this.slices.push({ kind: 'record', record: ++this.#record, offset, bytes: line.subarray(start, end) });
  }
}

/** Where a record ends that is written as an element of an array is, with a comma behind it. */
function withoutComma(line: Uint8Array): number {
  const comma = spaceStart(line, line.length) - 1;
  const end = line[comma] === COMMA ? spaceStart(line, comma) : line.length;
  return line[end - 1] === CLOSE_OBJECT ? end : line.length;
}

/** Where the white space begins that ends here. */
function spaceStart(line: Uint8Array, end: number): number {
  let start = end;
  while (start > 0 && isSpace(line[start - 1] ?? 0)) start--;
  return start;
}
