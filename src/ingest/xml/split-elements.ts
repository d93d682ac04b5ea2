/**
 * Cuts an XML document into the elements that are articles, with bounded memory and on bytes: a fault inside one costs
 * that one. Owns which elements these are; must not parse them. Works in every encoding that writes markup as ASCII does.
 * Reference: XML 1.0 (fifth edition), productions 14 to 44; names of RSS 2.0, RFC 4287, NITF 3, NewsML, TEI P5, ALTO,
 * trafilatura.
 */
import { ByteWindow } from '../byte-window.ts';
import { type Slice, type Splitter, tooLong } from '../split.ts';
import type { LeftKind } from './unpublished.ts';

/** Local names. */
const ARTICLES: ReadonlySet<string> = new Set([
  'item',
  'entry',
  'newsItem',
  'NewsItem',
  'nitf',
  'TEI',
  'TEI.2',
  'alto',
  'doc',
]);
/** An article of these may stand inside another. */
const NESTING: ReadonlySet<string> = new Set(['TEI', 'TEI.2']);
/** Markup other than comments and marked sections is never longer, but for a document type. */
const MAX_TAG = 1 << 20;
/** Elements around the articles whose start tags are kept: they say what prefixes mean. */
const MAX_HEAD = 16;

const [LESS, GREATER, SLASH, QUOTE, APOSTROPHE, EXCLAMATION] = [0x3c, 0x3e, 0x2f, 0x22, 0x27, 0x21];

export class ElementSplitter implements Splitter {
  readonly slices: Slice[] = [];
  /** Start tags around the first article, as written. */
  readonly head: string[] = [];
  readonly #maxRecordBytes: number;
  readonly #window = new ByteWindow();
  /** Where the look at the window goes on. */
  #at = 0;
  /** Name of the article under way, and how many elements of its name are open. */
  #open: { readonly name: string; depth: number } | undefined;
  #skipping = false;
  #record = 0;
  readonly #leftKind: (element: Buffer) => LeftKind | undefined;
  /** Elements that are no articles by their own word. */
  readonly left = new Map<LeftKind, number>();

  /** `leftKind` tells what is to be left out, and as what. */
  constructor(maxRecordBytes: number, leftKind: (element: Buffer) => LeftKind | undefined = () => undefined) {
    this.#maxRecordBytes = maxRecordBytes;
    this.#leftKind = leftKind;
  }

  push(chunk: Uint8Array): void {
    this.#window.push(chunk);
    this.#read(false);
  }

  end(): void {
    this.#read(true);
    if (this.#open === undefined) return;
    if (!this.#skipping) {
      this.slices.push({
        kind: 'fault',
        code: 'invalid-record',
        record: this.#record,
        offset: this.#window.offset,
        message: 'the document ends inside this article; it was left out',
      });
    }
    this.#open = undefined;
  }

  #read(isWhole: boolean): void {
    while (true) {
      const { bytes } = this.#window;
      const start = bytes.indexOf(LESS, this.#at);
      if (start === -1) {
        this.#at = bytes.length;
        break;
      }
      const end = markupEnd(bytes, start);
      if (end === -1) {
        const longest = isMarked(bytes, start) ? Math.max(MAX_TAG, this.#maxRecordBytes) : MAX_TAG;
        if (bytes.length - start <= longest && !isWhole) {
          this.#at = start;
          break;
        }
        // Nothing of what is here ends it: to look for more beginnings could take for ever.
        this.#at = bytes.length;
        break;
      }
      this.#at = end;
      this.#markup(bytes, start, end);
    }
    this.#forget();
  }

  #markup(bytes: Buffer, start: number, end: number): void {
    const second = bytes[start + 1] ?? 0;
    const isEnd = second === SLASH;
    if (!isEnd && !isNameStart(second)) return;
    const name = nameAt(bytes, isEnd ? start + 2 : start + 1);
    const isEmpty = bytes[end - 2] === SLASH;
    if (this.#open !== undefined) {
      if (name !== this.#open.name) return;
      if (isEnd) this.#open.depth--;
      else if (!isEmpty) this.#open.depth++;
      if (this.#open.depth === 0) {
        this.#finish(end);
        return;
      }
      if (isEnd || isEmpty || NESTING.has(localName(name))) return;
      this.#unclosed();
    }
    if (isEnd || isEmpty) return;
    if (ARTICLES.has(localName(name))) {
      this.#window.drop(start);
      this.#at -= start;
      this.#record++;
      this.#open = { name, depth: 1 };
    } else if (this.#record === 0 && this.head.length < MAX_HEAD)
      this.head.push(bytes.toString('latin1', start, end));
  }

  /** The article under way does not end before the next begins. */
  #unclosed(): void {
    if (!this.#skipping) {
      const message = 'the article is not closed before the next begins; it was left out';
      const { offset } = this.#window;
      this.slices.push({ kind: 'fault', code: 'invalid-record', record: this.#record, offset, message });
    }
    this.#skipping = false;
    this.#open = undefined;
  }

  #finish(end: number): void {
    const { bytes, offset } = this.#window;
    if (!this.#skipping) {
      if (end > this.#maxRecordBytes) this.slices.push(tooLong(this.#record, offset, this.#maxRecordBytes));
      else this.#whole(bytes.subarray(0, end), offset);
    }
    this.#skipping = false;
    this.#open = undefined;
    this.#window.drop(end);
    this.#at = 0;
  }

  #whole(bytes: Buffer, offset: number): void {
    const left = this.#leftKind(bytes);
    if (left === undefined) this.slices.push({ kind: 'record', record: this.#record, offset, bytes });
    else this.left.set(left, (this.left.get(left) ?? 0) + 1);
  }

  /** Lets go of what is behind, or of an article that is too long. */
  #forget(): void {
    if (this.#open !== undefined && this.#window.length > this.#maxRecordBytes && !this.#skipping) {
      this.slices.push(tooLong(this.#record, this.#window.offset, this.#maxRecordBytes));
      this.#skipping = true;
    }
    if (this.#open !== undefined && !this.#skipping) return;
    this.#window.drop(this.#at);
    this.#at = 0;
  }
}

/** Behind the markup that begins here; -1 where it does not end in these bytes. */
function markupEnd(bytes: Buffer, start: number): number {
  if (at(bytes, start, '<!--')) return behind(bytes, '-->', start + 4);
  if (at(bytes, start, '<![CDATA[')) return behind(bytes, ']]>', start + 9);
  if (at(bytes, start, '<?')) return instructionEnd(bytes, start + 2);
  const second = bytes[start + 1];
  if (second === undefined) return -1;
  if (at(bytes, start, '<!DOCTYPE')) return documentTypeEnd(bytes, start);
  if (second === EXCLAMATION) return bytes.length - start < 9 ? -1 : tagEnd(bytes, start + 1);
  if (second !== SLASH && !isNameStart(second)) return start + 1;
  return tagEnd(bytes, start + 1);
}

/** An instruction that does not end before the next markup is a damaged tag. */
function instructionEnd(bytes: Buffer, from: number): number {
  const less = bytes.indexOf(LESS, from);
  const end = bytes.subarray(from, less === -1 ? bytes.length : less).indexOf('?>');
  return end === -1 ? less : from + end + 2;
}

/** Quoted values may hold `>` and never `<`: where that comes first, nothing is left of the tag. */
function tagEnd(bytes: Buffer, from: number): number {
  const less = bytes.indexOf(LESS, from);
  const limit = less === -1 ? bytes.length : less;
  let quote = 0;
  for (let index = from; index < limit; index++) {
    const byte = bytes[index]!;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GREATER) return index + 1;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return less;
}

/** A document type may hold declarations between brackets, with quoted values. */
function documentTypeEnd(bytes: Buffer, start: number): number {
  let inside = 0;
  let index = start + 2;
  while (index < bytes.length) {
    const byte = bytes[index]!;
    if (byte === QUOTE || byte === APOSTROPHE) {
      const other = bytes.indexOf(byte, index + 1);
      if (other === -1) return -1;
      index = other;
    } else if (at(bytes, index, '<!--')) {
      const end = behind(bytes, '-->', index + 4);
      if (end === -1) return -1;
      index = end - 1;
    } else if (byte === 0x5b) inside++;
    else if (byte === 0x5d) inside--;
    else if (byte === GREATER && inside <= 0) return index + 1;
    index++;
  }
  return -1;
}

/** Whether it is a comment, a marked section or a document type: these may be long. */
function isMarked(bytes: Buffer, start: number): boolean {
  return bytes[start + 1] === EXCLAMATION;
}

function at(bytes: Buffer, index: number, sign: string): boolean {
  for (let i = 0; i < sign.length; i++) if (bytes[index + i] !== sign.charCodeAt(i)) return false;
  return true;
}

function behind(bytes: Buffer, sign: string, from: number): number {
  const found = bytes.indexOf(sign, from);
  return found === -1 ? -1 : found + sign.length;
}

function isNameStart(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f || byte >= 0x80;
}

function nameAt(bytes: Buffer, from: number): string {
  let end = from;
  while (end < bytes.length && !isNameEnd(bytes[end]!)) end++;
  return bytes.toString('latin1', from, end);
}

function isNameEnd(byte: number): boolean {
  return byte <= 0x20 || byte === GREATER || byte === SLASH || byte === LESS;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
