/**
 * Splits a JSON stream into records with bounded memory: the elements of a top-level array, the elements of the one
 * array that a top-level object wraps, of the arrays that are named in the elements of a top-level one, or top-level
 * objects one after another. Must not judge a record.
 * Linear time; a wrapped array is scanned twice up to the record limit.
 */
import type { IssueCode } from '../model/issue.ts';
import { RecordBuffer } from './byte-stream.ts';
import { ElementPaths, noListAt } from './element-paths.ts';
import {
  CLOSE_ARRAY,
  COMMA,
  isSpace,
  MAX_DEPTH,
  OPEN_ARRAY,
  OPEN_OBJECT,
  ValueScanner,
} from './json-scan.ts';
import { classifyObject, type RecordSigns } from './record-array.ts';
import { BYTE_ORDER_MARK, type Slice, type Splitter, tooDeep, tooLong } from './split.ts';

/** `between` values, inside a `value`, in the `rest` of an object behind its array, or `stopped` for good. */
type Mode = 'between' | 'value' | 'rest' | 'stopped';

export class ValueSplitter implements Splitter {
  readonly slices: Slice[] = [];
  readonly #maxRecordBytes: number;
  readonly #signs: RecordSigns;
  readonly #scanner = new ValueScanner();
  readonly #buffer: RecordBuffer;
  #mode: Mode = 'between';
  #inArray = false;
  /** Objects around the array under way. */
  #wrappers = 0;
  /** The array under way stands in an element of the array at the top. */
  #isNested = false;
  readonly #elements: ElementPaths;
  /** The value does not fit, which has been said; it is only followed to its end. */
  #skipping = false;
  #record = 0;
  /** Stream offset of the value under way. */
  #start = 0;
  /** Stream offset of the first byte of the chunk under way. */
  #base = 0;

  /** `signs` tell a record from an object that wraps an array of them. */
  constructor(maxRecordBytes: number, signs: RecordSigns) {
    this.#maxRecordBytes = maxRecordBytes;
    this.#signs = signs;
    this.#elements = new ElementPaths(signs.path);
    this.#buffer = new RecordBuffer(maxRecordBytes);
  }

  push(chunk: Uint8Array): void {
    this.#read(chunk, 0);
    this.#base += chunk.length;
  }

  /** To be called once behind the last chunk: tells what the data ended in the middle of. */
  end(): void {
    // An object that was cut off may be a wrapper, whose whole records are still good.
    if (this.#mode === 'value' && this.#mayWrap && !this.#skipping) {
      const bytes = this.#buffer.take();
      if (this.#unwrap(bytes, false)) {
        this.end();
        return;
      }
    }
    switch (this.#mode) {
      case 'value':
        if (!this.#skipping)
          this.#fault('invalid-json', 'the data ends inside this record: it was cut off', true);
        break;
      case 'rest':
        this.#start = this.#base;
        this.#fault('invalid-json', 'the data ends before the object around the records is closed', false);
        break;
      case 'between':
        this.#start = this.#base;
        this.#tellAbsent();
        if (this.#inArray)
          this.#fault('invalid-json', 'the data ends before its array is closed: it was cut off', false);
        break;
      case 'stopped':
        break;
      default:
        this.#mode satisfies never;
    }
  }

  #read(chunk: Uint8Array, from: number): void {
    let index = from;
    while (index < chunk.length) {
      switch (this.#mode) {
        case 'between':
          index = this.#between(chunk, index);
          break;
        case 'value':
          index = this.#value(chunk, index);
          break;
        case 'rest': {
          const end = this.#scanner.scan(chunk, index);
          if (end !== -1) this.#mode = 'between';
          index = end === -1 ? chunk.length : end;
          break;
        }
        case 'stopped':
          return;
        default:
          this.#mode satisfies never;
      }
    }
  }

  #between(chunk: Uint8Array, index: number): number {
    const byte = chunk[index] ?? 0;
    // A stray comma between values loses nothing, so it is no fault.
    if (isSpace(byte) || byte === COMMA || byte === BYTE_ORDER_MARK[this.#base + index]) return index + 1;
    if (byte === OPEN_ARRAY && !this.#inArray) {
      this.#inArray = true;
      return index + 1;
    }
    if (byte === CLOSE_ARRAY && this.#inArray) {
      this.#inArray = this.#isNested;
      this.#isNested = false;
      if (this.#wrappers > 0) {
        this.#scanner.begin(this.#wrappers);
        this.#wrappers = 0;
        this.#mode = 'rest';
      }
      return index + 1;
    }
    this.#start = this.#base + index;
    if (!this.#inArray && byte !== OPEN_OBJECT) {
      this.#fault('invalid-json', 'not JSON from here on; expected an object or an array of objects', false);
      this.#mode = 'stopped';
      return chunk.length;
    }
    this.#record++;
    if (this.#isElement) this.#elements.count++;
    this.#skipping = false;
    this.#scanner.begin();
    this.#mode = 'value';
    return index;
  }

  #value(chunk: Uint8Array, index: number): number {
    const end = this.#scanner.scan(chunk, index);
    const piece = chunk.subarray(index, end === -1 ? chunk.length : end);
    if (!this.#skipping && piece.length > this.#buffer.room) {
      // An object that does not fit may still be a wrapper, whose elements do.
      if (this.#mayWrap && this.#unwrap(Buffer.concat([this.#buffer.take(), piece]), false)) {
        if (this.#skipping && end !== -1) this.#mode = 'between';
        return index + piece.length;
      }
      this.#buffer.take();
      this.slices.push(tooLong(this.#record, this.#start, this.#maxRecordBytes));
      this.#skipping = true;
    }
    if (!this.#skipping) this.#buffer.push(piece);
    if (end !== -1) this.#finish();
    return index + piece.length;
  }

  #finish(): void {
    this.#mode = 'between';
    if (this.#skipping) return;
    const bytes = this.#buffer.take();
    if (this.#mayWrap && this.#unwrap(bytes, true)) return;
    if (this.#scanner.deepest > MAX_DEPTH) this.slices.push(tooDeep(this.#record, this.#start));
    else this.slices.push({ kind: 'record', record: this.#record, offset: this.#start, bytes });
  }

  /**
   * Reads the array inside an object instead of the object; false where the object is a record itself, or not all of it
   * is at hand and the array is not in that.
   */
  #unwrap(bytes: Uint8Array, isWhole: boolean): boolean {
    const root = this.#isElement
      ? this.#elements.classify(bytes, this.#signs)
      : classifyObject(bytes, this.#signs, this.#record === 1);
    switch (root.kind) {
      case 'record':
        return false;
      case 'several':
        this.#fault(
          'invalid-record',
          `an object without text that holds ${root.arrays} arrays of records; name one with --records, as response.docs`,
          true,
        );
        // An object beyond the limit is not over yet: it is followed to its end without being kept.
        if (this.#mode === 'value') this.#skipping = true;
        return true;
      case 'absent':
        if (!isWhole) return false;
        if (this.#isElement) {
          this.#record--;
          return true;
        }
        this.#fault('invalid-record', noListAt(root.path), true);
        return true;
      case 'wrapper': {
        this.#record--;
        this.#isNested = this.#inArray;
        this.#inArray = true;
        this.#wrappers = root.depth;
        this.#mode = 'between';
        const base = this.#base;
        this.#base = this.#start;
        this.#read(bytes, root.start + 1);
        this.#base = base;
        return true;
      }
      default:
        return root satisfies never;
    }
  }

  /** Whether the value under way is an element of an array at the top. */
  get #isElement(): boolean {
    return this.#inArray && this.#wrappers === 0;
  }

  /** Whether the value under way may have the array of records in it: one at the top, and an element where that is named. */
  get #mayWrap(): boolean {
    return !this.#inArray || (this.#isElement && this.#signs.path !== undefined);
  }

  #tellAbsent(): void {
    const absent = this.#elements.absentEverywhere;
    if (absent > 0) this.#fault('invalid-record', noListAt(this.#elements.path, absent), false);
  }

  #fault(code: IssueCode, message: string, counted: boolean): void {
    const position = counted ? { record: this.#record } : {};
    this.slices.push({ kind: 'fault', code, ...position, offset: this.#start, message });
  }
}
