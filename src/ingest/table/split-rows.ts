/**
 * Splits a table into rows, quoted line ends and all, with bounded memory. Must not parse cells. A row whose quotes make
 * no sense costs itself: reading goes on at its second line. Blank lines are no rows.
 */
import { ByteWindow } from '../byte-window.ts';
import { BYTE_ORDER_MARK, type Slice, type Splitter, tooLong } from '../split.ts';
import { type RowGrammar, rowEnd } from './row-grammar.ts';

/** A broken row that is longer is left out with all it took: to look at its lines again could take for ever. */
const MAX_SECOND_LOOK = 1 << 20;
const LINE_FEED = 0x0a;

export class RowSplitter implements Splitter {
  readonly slices: Slice[] = [];
  readonly #maxRecordBytes: number;
  readonly #grammar: RowGrammar;
  /** From the row under way on. */
  readonly #window = new ByteWindow();
  /** Where the look at the row under way goes on, and whether inside quotes. */
  #at = 0;
  #inQuotes = false;
  #record = 0;
  /** Rows that are still to be passed over. */
  #headers: number;
  /** The row under way is left out, and only its end is looked for. */
  #skipping = false;

  /** The first `headers` rows are no records. */
  constructor(maxRecordBytes: number, grammar: RowGrammar, headers: number) {
    this.#maxRecordBytes = maxRecordBytes;
    this.#grammar = grammar;
    this.#headers = headers;
  }

  push(chunk: Uint8Array): void {
    this.#window.push(chunk);
    this.#read(false);
  }

  end(): void {
    this.#read(true);
  }

  #read(isWhole: boolean): void {
    if (this.#window.offset === 0 && BYTE_ORDER_MARK.every((byte, i) => this.#window.bytes[i] === byte)) {
      this.#window.drop(BYTE_ORDER_MARK.length);
    }
    // One view for all rows of a chunk: to make one for each takes longer than to find it.
    const { bytes, offset } = this.#window;
    let start = 0;
    while (start < bytes.length) {
      const from = start + this.#at;
      const found = rowEnd(bytes, from, this.#inQuotes, this.#grammar, isWhole);
      this.#at = 0;
      if (found.kind === 'open' && !isWhole) {
        this.#at = found.at - start;
        this.#inQuotes = found.inQuotes;
        break;
      }
      this.#inQuotes = false;
      const isRow = found.kind === 'end';
      if (isRow) this.#row(bytes.subarray(start, found.at), offset + start);
      start = isRow ? found.at : this.#broken(bytes, start, isWhole ? bytes.length : found.at, offset);
    }
    this.#window.drop(start);
    this.#limit();
  }

  #row(row: Buffer, offset: number): void {
    if (this.#skipping) this.#skipping = false;
    else if (isBlank(row)) return;
    else if (this.#headers > 0) this.#headers--;
    else if (row.length > this.#maxRecordBytes) {
      this.slices.push(tooLong(++this.#record, offset, this.#maxRecordBytes));
    } else this.slices.push({ kind: 'record', record: ++this.#record, offset, bytes: row });
  }

  /** Where reading goes on behind a row that is broken at a place. */
  #broken(bytes: Buffer, start: number, at: number, offset: number): number {
    if (!this.#skipping) {
      const message = 'a quotation mark that closes nothing or is never closed; the row was left out';
      const position = { record: ++this.#record, offset: offset + start };
      this.slices.push({ kind: 'fault', code: 'invalid-record', ...position, message });
    }
    this.#skipping = false;
    const line = bytes.indexOf(LINE_FEED, start);
    if (line !== -1 && line < at && at - start <= MAX_SECOND_LOOK) return line + 1;
    const after = bytes.indexOf(LINE_FEED, at);
    if (after !== -1) return after + 1;
    // The rest of the line is still to come.
    this.#skipping = true;
    return bytes.length;
  }

  /** Forgets what is held of a row that is too long. */
  #limit(): void {
    if (this.#window.length <= this.#maxRecordBytes && !this.#skipping) return;
    if (!this.#skipping) this.slices.push(tooLong(++this.#record, this.#window.offset, this.#maxRecordBytes));
    this.#skipping = true;
    this.#window.drop(this.#at);
    this.#at = 0;
  }
}

function isBlank(row: Buffer): boolean {
  for (const byte of row) if (byte !== LINE_FEED && byte !== 0x0d && byte !== 0x20) return false;
  return true;
}
