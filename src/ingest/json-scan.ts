/**
 * Finds where JSON values begin and end, on bytes, without building anything and without recursion, so that neither
 * a 10 GB array nor a million brackets can hurt. Checks no grammar: `JSON.parse` judges each value afterwards.
 * Works on UTF-8 because every structural byte is ASCII and never part of a longer sequence. Linear time.
 * Reference: RFC 8259, section 2.
 */
import { strictUtf8 } from './utf8.ts';

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const BACKSLASH = 0x5c;
export const OPEN_ARRAY = 0x5b;
export const CLOSE_ARRAY = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;

/** Deepest nesting of a record; no dump of articles comes near, and whoever reads our reports may recurse. */
export const MAX_DEPTH = 1000;

/** Whether a byte is JSON white space. */
export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Index of the first byte at or after `from` that is not white space; the length where there is none. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let index = from;
  while (index < bytes.length && isSpace(bytes[index] ?? 0)) index++;
  return index;
}

/** Follows one value through any number of chunks. */
export class ValueScanner {
  /** Deepest nesting seen since `begin`. */
  deepest = 0;
  #depth = 0;
  #inString = false;
  /** The chunk before ended inside a string with a backslash that escapes what follows. */
  #escaped = false;
  #started = false;

  /** Gets ready for a value, or for the rest of one that is `depth` brackets deep. */
  begin(depth = 0): void {
    this.deepest = depth;
    this.#depth = depth;
    this.#inString = false;
    this.#escaped = false;
    this.#started = depth > 0;
  }

  /** Index behind the value in this chunk, or -1 where it goes on in the next. A number ends before its delimiter. */
  scan(bytes: Uint8Array, from: number): number {
    let index = from;
    while (index < bytes.length) {
      if (this.#inString) {
        index = this.#stringEnd(bytes, index);
        if (index === -1) return -1;
        if (this.#depth === 0) return index;
        continue;
      }
      const byte = bytes[index] ?? 0;
      if (byte === QUOTE) this.#inString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        this.#depth++;
        if (this.#depth > this.deepest) this.deepest = this.#depth;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        if (this.#depth === 0) return this.#started ? index : index + 1;
        this.#depth--;
        if (this.#depth === 0) return index + 1;
      } else if (this.#depth === 0 && this.#started && (byte === COMMA || isSpace(byte))) return index;
      this.#started = true;
      index++;
    }
    return -1;
  }

  /** Index behind the closing quote, or -1. Jumps from quote to quote: texts are nearly all of a dump. */
  #stringEnd(bytes: Uint8Array, from: number): number {
    let index = from;
    while (true) {
      const quote = bytes.indexOf(QUOTE, index);
      const end = quote === -1 ? bytes.length : quote;
      let before = end;
      while (before > index && bytes[before - 1] === BACKSLASH) before--;
      const carried = before === index && this.#escaped ? 1 : 0;
      this.#escaped = (end - before + carried) % 2 === 1;
      if (quote === -1) return -1;
      if (!this.#escaped) {
        this.#inString = false;
        return quote + 1;
      }
      this.#escaped = false;
      index = quote + 1;
    }
  }
}

/** A member of an object; `end` is -1 where the bytes end inside its value. */
export interface Member {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** The members of the object that begins at `from`, in order, as far as the bytes go and the grammar holds. */
export function* objectMembers(bytes: Uint8Array, from: number): Generator<Member> {
  const scanner = new ValueScanner();
  let index = skipSpace(bytes, from + 1);
  while (bytes[index] === QUOTE) {
    scanner.begin();
    const keyEnd = scanner.scan(bytes, index);
    if (keyEnd === -1) return;
    const key = parseString(bytes.subarray(index, keyEnd));
    const colon = skipSpace(bytes, keyEnd);
    if (key === undefined || bytes[colon] !== COLON) return;
    const start = skipSpace(bytes, colon + 1);
    scanner.begin();
    const end = scanner.scan(bytes, start);
    yield { key, start, end };
    if (end === -1) return;
    index = skipSpace(bytes, end);
    if (bytes[index] !== COMMA) return;
    index = skipSpace(bytes, index + 1);
  }
}

/** The elements of the array that begins at `from`, as far as they are complete. */
export function* arrayElements(
  bytes: Uint8Array,
  from: number,
): Generator<{ readonly start: number; readonly end: number; readonly depth: number }> {
  const scanner = new ValueScanner();
  let index = skipSpace(bytes, from + 1);
  while (index < bytes.length && bytes[index] !== CLOSE_ARRAY) {
    scanner.begin();
    const end = scanner.scan(bytes, index);
    if (end === -1) return;
    yield { start: index, end, depth: scanner.deepest };
    index = skipSpace(bytes, end);
    if (bytes[index] === COMMA) index = skipSpace(bytes, index + 1);
  }
}

/** The value at a path of keys exactly as it is written; of equal keys the last counts, as in `JSON.parse`. */
export function writtenValue(bytes: Uint8Array, keys: readonly string[]): string | undefined {
  let start = skipSpace(bytes, 0);
  let end = bytes.length;
  for (const key of keys) {
    if (bytes[start] !== OPEN_OBJECT) return undefined;
    let found: Member | undefined;
    for (const member of objectMembers(bytes, start)) if (member.key === key) found = member;
    if (found === undefined || found.end === -1) return undefined;
    start = found.start;
    end = found.end;
  }
  return strictUtf8(bytes.subarray(start, end));
}

function parseString(bytes: Uint8Array): string | undefined {
  const written = strictUtf8(bytes);
  if (written === undefined) return undefined;
  const value = parseJson(written);
  return typeof value === 'string' ? value : undefined;
}

/** `JSON.parse` without exceptions; undefined is never a JSON value. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
