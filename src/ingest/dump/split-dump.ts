/**
 * Splits a text of many articles at the lines that part them, with bounded memory: it holds one article, and looks at no
 * line twice but those that wait for what follows. Must not read articles. Linear time.
 */
import { ByteWindow } from '../byte-window.ts';
import { type Slice, type Splitter, tooLong } from '../split.ts';
import {
  blankLength,
  FORM_FEED,
  indexOfUnit,
  linesOf,
  type TextOf,
  type Units,
  widthOf,
} from './code-units.ts';
import { hasWords } from './doc-elements.ts';
import type { DumpForm, Sign } from './forms.ts';
import { beginsArticle, readDumpPart } from './read-part.ts';

/** Of a longer line only the end is looked at: it may close an element. */
const LONGEST_LINE = 1 << 16;
/** So much of an end is enough. */
const TAIL_BYTES = 64;
/** Bytes behind a rule among which a header must begin and end. */
const HEADER_BYTES = 4096;

/** How a stream is cut. */
interface Cut {
  readonly form: DumpForm;
  readonly units: Units;
  /** The unit that ends lines. */
  readonly lineEnd: number;
  readonly textOf: TextOf;
}

export class DumpSplitter implements Splitter {
  readonly slices: Slice[] = [];
  /** Articles and faults so far. */
  records = 0;
  /** Pieces with words that belong to no article. */
  leftOut = 0;
  readonly #form: DumpForm;
  readonly #units: Units;
  readonly #lineEnd: number;
  readonly #textOf: TextOf;
  readonly #maxRecordBytes: number;
  /** Begins with the piece under way. */
  readonly #window = new ByteWindow();
  /** Where the line begins that is looked at next, and how far its end was sought. */
  #line = 0;
  #sought = 0;
  /** Whether that line's beginning was let go. */
  #isTail = false;
  /** Whether a rule was found that counts if a header follows. */
  #isWaiting = false;
  /** Whether the piece under way began with a sign. */
  #isOpen = false;
  /** Whether the piece under way was found too long. */
  #isSkipping = false;

  constructor({ form, units, lineEnd, textOf }: Cut, maxRecordBytes: number) {
    this.#form = form;
    this.#units = units;
    this.#lineEnd = form.isPaged ? FORM_FEED : lineEnd;
    this.#textOf = textOf;
    this.#maxRecordBytes = maxRecordBytes;
  }

  push(chunk: Uint8Array): void {
    this.#window.push(chunk);
    this.#read(false);
    this.#limit();
  }

  end(): void {
    this.#read(true);
    this.#finish(this.#window.length, this.#window.length, false);
  }

  /** What is there of the last article is its beginning, and good. */
  flush(): void {
    this.end();
  }

  #read(isWhole: boolean): void {
    const width = widthOf(this.#units);
    this.#isWaiting = false;
    while (true) {
      const { bytes } = this.#window;
      const end = indexOfUnit(bytes, this.#lineEnd, this.#sought, this.#units);
      if (end === -1 && (!isWhole || this.#line >= bytes.length)) {
        this.#sought = bytes.length - (bytes.length % width);
        return;
      }
      const after = end === -1 ? bytes.length : end + width;
      // The end of the last page parts nothing.
      const sign =
        end === -1 && this.#form.isPaged ? undefined : this.#signOf(bytes, end === -1 ? after : end);
      if (!this.#apply(sign, after, isWhole)) return;
    }
  }

  /** False where more must be seen first. */
  #apply(sign: Sign | undefined, after: number, isWhole: boolean): boolean {
    const line = this.#form.isPaged ? after - widthOf(this.#units) : this.#line;
    switch (sign) {
      case undefined:
        this.#next(after);
        return true;
      case 'between': {
        const follows = this.#isFollowed(after, isWhole);
        if (follows === undefined) {
          this.#sought = this.#line;
          this.#isWaiting = true;
          return false;
        }
        if (follows) this.#finish(line, after, false);
        else this.#next(after);
        return true;
      }
      case 'begin':
        this.#finish(line, line, false);
        this.#isOpen = true;
        this.#next(after - line);
        return true;
      case 'whole':
        this.#finish(line, line, false);
        this.#isOpen = true;
        this.#finish(after - line, after - line, true);
        return true;
      case 'end':
        this.#finish(after, after, true);
        return true;
      default:
        return sign satisfies never;
    }
  }

  #next(line: number): void {
    this.#line = line;
    this.#sought = line;
    this.#isTail = false;
  }

  #signOf(bytes: Buffer, end: number): Sign | undefined {
    const { signOf, isPaged } = this.#form;
    if (isPaged) return 'between';
    const isLong = this.#isTail || end - this.#line > LONGEST_LINE;
    const start = isLong ? Math.max(this.#line, end - TAIL_BYTES) : this.#line;
    const sign = signOf(this.#textOf(bytes.subarray(start, end)).trim());
    return isLong && sign !== 'end' ? undefined : sign;
  }

  /** Whether an article begins at `from`; undefined where more must be seen first. */
  #isFollowed(from: number, isWhole: boolean): boolean | undefined {
    if (!this.#form.needsHeader) return true;
    const { bytes } = this.#window;
    if (!isWhole && bytes.length - from < HEADER_BYTES) return undefined;
    return beginsArticle(linesOf(this.#textOf(bytes.subarray(from, from + HEADER_BYTES))));
  }

  /** Takes the piece before `end`; the next one begins at `next`. */
  #finish(end: number, next: number, isEnded: boolean): void {
    const { bytes, offset } = this.#window;
    const piece = bytes.subarray(0, end);
    const blank = blankLength(piece, this.#units);
    if (this.#isSkipping) this.#isSkipping = false;
    else if (blank < piece.length) this.#take(piece.subarray(blank), offset + blank, isEnded);
    this.#window.drop(next);
    this.#next(0);
    this.#isOpen = false;
  }

  #take(bytes: Buffer, offset: number, isEnded: boolean): void {
    if (bytes.length > this.#maxRecordBytes) {
      this.slices.push(tooLong(++this.records, offset, this.#maxRecordBytes));
    } else if (this.#isWhole(bytes, isEnded)) {
      this.slices.push({ kind: 'record', record: ++this.records, offset, bytes });
    } else if (isEnded) {
      const message = 'the end of an article whose beginning is missing or damaged; it was left out';
      this.slices.push({ kind: 'fault', code: 'invalid-record', record: ++this.records, offset, message });
    } else if (hasWords(this.#textOf(bytes))) this.leftOut++;
  }

  /** Whether the piece is between its signs, or an article without them. */
  #isWhole(bytes: Buffer, isEnded: boolean): boolean {
    const { kind, mustOpen, mustEnd } = this.#form;
    if (mustEnd && !isEnded) return readDumpPart(kind, this.#textOf(bytes)).hasHeader;
    return !mustOpen || this.#isOpen;
  }

  /** Lets go of a piece that is too long already. */
  #limit(): void {
    const { length } = this.#window;
    const isTooLong =
      this.#line > this.#maxRecordBytes || length > this.#maxRecordBytes + LONGEST_LINE + HEADER_BYTES;
    if (this.#isWaiting || !(isTooLong || this.#isSkipping)) return;
    if (!this.#isSkipping)
      this.slices.push(tooLong(++this.records, this.#window.offset, this.#maxRecordBytes));
    this.#isSkipping = true;
    const isLong = length - this.#line > LONGEST_LINE;
    const dropped = isLong ? (length - TAIL_BYTES) & ~1 : this.#line;
    this.#window.drop(dropped);
    this.#isTail ||= isLong;
    this.#line = 0;
    this.#sought = Math.max(0, this.#sought - dropped);
  }
}
