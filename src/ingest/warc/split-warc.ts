/**
 * Splits a WARC stream into records, with bounded memory. Owns which records hold articles, and going on behind a wrong
 * length: the next record is looked for where one could begin. Must not read payloads.
 * Reference: ISO 28500:2017 (WARC 1.1); Common Crawl's WET files for `conversion` records.
 */
import { ByteWindow } from '../byte-window.ts';
import { type Slice, type Splitter, tooLong } from '../split.ts';
import { type Head, MAX_HEAD, readHead } from './heads.ts';
import { type Kind, kindOf } from './kinds.ts';

const SIGN = Buffer.from('WARC/');
const NEXT = Buffer.from('\nWARC/');
/** Line ends and sign behind a record. */
const AFTER = 4 + SIGN.length;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

type Mode =
  | { readonly kind: 'between' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'block'; readonly head: Head; readonly length: number }
  | { readonly kind: 'skip'; readonly left: number };

export class WarcSplitter implements Splitter {
  readonly slices: Slice[] = [];
  /** Records that are no articles, by kind. */
  readonly left = new Map<Kind, number>();
  readonly #maxRecordBytes: number;
  readonly #window = new ByteWindow();
  #mode: Mode = { kind: 'between' };
  #record = 0;

  constructor(maxRecordBytes: number) {
    this.#maxRecordBytes = maxRecordBytes;
  }

  push(chunk: Uint8Array): void {
    this.#window.push(chunk);
    while (this.#step(false));
  }

  end(): void {
    while (this.#step(true));
  }

  flush(): void {
    this.end();
  }

  /** Whether it got on; else more bytes are needed. */
  #step(isWhole: boolean): boolean {
    if (this.#window.length === 0) return false;
    const mode = this.#mode;
    switch (mode.kind) {
      case 'between':
        return this.#begin(isWhole);
      case 'lost':
        return this.#search();
      case 'block':
        return this.#block(mode, isWhole);
      case 'skip': {
        const count = Math.min(mode.left, this.#window.length);
        this.#window.drop(count);
        this.#mode = count === mode.left ? { kind: 'between' } : { kind: 'skip', left: mode.left - count };
        return true;
      }
      default:
        return mode satisfies never;
    }
  }

  #begin(isWhole: boolean): boolean {
    const { bytes } = this.#window;
    let at = 0;
    while (bytes[at] === LINE_FEED || bytes[at] === RETURN) at++;
    if (at > 0) {
      this.#window.drop(at);
      return true;
    }
    if (bytes.length < SIGN.length && !isWhole) return false;
    if (!bytes.subarray(0, SIGN.length).equals(SIGN)) {
      this.#fault(
        'something else stands where a record should begin; reading goes on at the next that can be told',
      );
      this.#mode = { kind: 'lost' };
      return true;
    }
    const head = readHead(bytes);
    if (head === undefined) {
      if (bytes.length < MAX_HEAD && !isWhole) return false;
      this.#record++;
      this.#fault('the head of the record does not end', this.#record);
      this.#window.drop(1);
      this.#mode = { kind: 'lost' };
      return true;
    }
    this.#record++;
    const written = head.fields.get('content-length') ?? '';
    if (!/^\d{1,15}$/.test(written)) {
      this.#fault('the record does not say its length', this.#record);
      this.#window.drop(1);
      this.#mode = { kind: 'lost' };
      return true;
    }
    this.#mode = { kind: 'block', head, length: head.end + Number(written) };
    return true;
  }

  #block({ head, length }: Extract<Mode, { kind: 'block' }>, isWhole: boolean): boolean {
    const { bytes, offset } = this.#window;
    if (length > this.#maxRecordBytes) {
      this.slices.push(tooLong(this.#record, offset, this.#maxRecordBytes));
      this.#mode = { kind: 'skip', left: length };
      return true;
    }
    // What follows tells whether the length is right.
    if (bytes.length < length + AFTER && !isWhole) return false;
    if (bytes.length < length || !endsAt(bytes, head.end, length)) return this.#wrongLength(head, length);
    const record = bytes.subarray(0, length);
    const kind = kindOf(head, record);
    if (kind === 'article') this.slices.push({ kind: 'record', record: this.#record, offset, bytes: record });
    else if (kind !== 'about') this.left.set(kind, (this.left.get(kind) ?? 0) + 1);
    this.#window.drop(length);
    this.#mode = { kind: 'between' };
    return true;
  }

  /** The record is given up; the next may have begun inside it. */
  #wrongLength(head: Head, length: number): boolean {
    const { bytes } = this.#window;
    const isCut = bytes.length < length;
    const message = isCut ? 'the record is cut off' : 'the length that the record says is wrong';
    this.#fault(`${message}; it was left out`, this.#record);
    const next = bytes.subarray(head.end, length).indexOf(NEXT);
    this.#window.drop(next === -1 ? length : head.end + next + 1);
    this.#mode = { kind: next === -1 && !isCut ? 'lost' : 'between' };
    return true;
  }

  #search(): boolean {
    const { bytes } = this.#window;
    const at = bytes.indexOf(NEXT);
    this.#window.drop(at === -1 ? Math.max(0, bytes.length - NEXT.length + 1) : at + 1);
    if (at === -1) return false;
    this.#mode = { kind: 'between' };
    return true;
  }

  #fault(message: string, record?: number): void {
    const position = record === undefined ? {} : { record };
    const { offset } = this.#window;
    this.slices.push({ kind: 'fault', code: 'invalid-record', ...position, offset, message });
  }
}

/** Whether a record ends here: at the end of the stream, or at an empty line and the next record. */
function endsAt(bytes: Buffer, start: number, end: number): boolean {
  let at = end;
  while (at < end + 4 && (bytes[at] === LINE_FEED || bytes[at] === RETURN)) at++;
  if (at === bytes.length || (at > end && bytes.subarray(at, at + SIGN.length).equals(SIGN))) return true;
  // Damage to the next record is not this one's, unless it began inside this one.
  return at > end && bytes.subarray(start, end).indexOf(NEXT) === -1;
}
