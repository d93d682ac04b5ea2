/**
 * Splits a mailbox file into messages, with bounded memory. Must not parse them.
 * Reference: RFC 4155: a message begins behind an empty line with "From ", a sender and a date.
 */
import { ByteWindow } from '../byte-window.ts';
import { type Slice, type Splitter, tooLong } from '../split.ts';

const FROM = Buffer.from('From ');
const NEXT = Buffer.from('\nFrom ');
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
/** Longest "From " line that is looked at. */
const MAX_LINE = 512;

export class MailboxSplitter implements Splitter {
  readonly slices: Slice[] = [];
  readonly #maxRecordBytes: number;
  readonly #window = new ByteWindow();
  /** How far the window holds no beginning of the next message. */
  #at = 0;
  #record = 0;
  #skipping = false;

  constructor(maxRecordBytes: number) {
    this.#maxRecordBytes = maxRecordBytes;
  }

  push(chunk: Uint8Array): void {
    this.#window.push(chunk);
    this.#read(false);
  }

  end(): void {
    this.#read(true);
    this.#finish(this.#window.length);
  }

  #read(isWhole: boolean): void {
    while (true) {
      const { bytes } = this.#window;
      const found = bytes.indexOf(NEXT, this.#at);
      if (found === -1) {
        this.#at = Math.max(this.#at, bytes.length - NEXT.length);
        this.#limit();
        return;
      }
      const line = bytes.subarray(found + 1, found + 1 + MAX_LINE);
      const isCut = line.length < MAX_LINE && line.indexOf(LINE_FEED) === -1;
      if (isCut && !isWhole) {
        this.#at = found;
        this.#limit();
        return;
      }
      this.#at = found + 1;
      // A file that ends in such a line was cut off in it.
      if (isAfterEmptyLine(bytes, found) && (isCut || isFromLine(line))) this.#finish(found + 1);
    }
  }

  #finish(end: number): void {
    const { bytes, offset } = this.#window;
    const message = bytes.subarray(0, end);
    const start = bodyStart(message);
    if (this.#skipping) this.#skipping = false;
    else if (start < message.length) {
      this.slices.push({ kind: 'record', record: ++this.#record, offset, bytes: message.subarray(start) });
    }
    this.#window.drop(end);
    this.#at = 0;
  }

  #limit(): void {
    if (this.#window.length <= this.#maxRecordBytes && !this.#skipping) return;
    if (!this.#skipping) this.slices.push(tooLong(++this.#record, this.#window.offset, this.#maxRecordBytes));
    this.#skipping = true;
    // The empty line before the next message stays in sight.
    const dropped = Math.max(0, this.#at - 2);
    this.#window.drop(dropped);
    this.#at -= dropped;
  }
}

/** Behind the "From " line and empty lines. */
function bodyStart(message: Buffer): number {
  let at = 0;
  while (message[at] === LINE_FEED || message[at] === RETURN) at++;
  if (!message.subarray(at, at + FROM.length).equals(FROM)) return at;
  const end = message.indexOf(LINE_FEED, at);
  return end === -1 ? message.length : end + 1;
}

/** `at` is the line end before the line. */
function isAfterEmptyLine(bytes: Buffer, at: number): boolean {
  const before = bytes[at - 1] === RETURN ? at - 1 : at;
  return before <= 0 || bytes[before - 1] === LINE_FEED;
}

/** A sender, and a time of day: no sentence that happens to begin so. */
function isFromLine(line: Buffer): boolean {
  const end = line.indexOf(LINE_FEED);
  return /^From \S+ .{0,80}\d\d:\d\d/.test(line.toString('latin1', 0, end === -1 ? line.length : end));
}
