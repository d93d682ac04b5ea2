/**
 * How a report lies in a file: one JSON document with its fields in any order, or rows. Owns finding its parts, in one
 * pass and again from where a list begins; must not check a part. Every fault is a `UsageError` that says where it is and
 * what to do.
 */
import { isUtf8 } from 'node:buffer';
import { UsageError } from '../../lib/errors.ts';
import { utf8Text } from '../../lib/utf8-text.ts';
import { SAVED_HEADS, SAVED_LISTS, type SavedHead, type SavedList } from '../../report/index.ts';
import { ByteCursor } from './byte-cursor.ts';

export interface SavedFile {
  readonly file: number;
  /** As the user named it, for messages. */
  readonly name: string;
}

export type SavedPiece =
  | { readonly part: 'schema'; readonly value: unknown; readonly at: number }
  | { readonly part: SavedHead; readonly value: unknown; readonly at: number }
  | { readonly part: SavedList; readonly value: unknown; readonly at: number; readonly number: number };

export type Layout = 'document' | 'rows';

/** Elements of a list from where it begins, `count` of them. */
export type ListReader = (list: SavedList, from: number, count: number) => Iterable<unknown>;

const QUOTE = 0x22;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const MARK = [0xef, 0xbb, 0xbf];

const AGAIN = 'write the report again (dedupe ... -o FILE), or name another';

/** Rows begin with one that has a `type`; everything else is one document. */
export function layoutOf(saved: SavedFile): Layout {
  const cursor = start(saved);
  if (cursor.peek() === -1) throw new UsageError(`${saved.name} is empty; ${AGAIN}`);
  if (cursor.peek() !== OPEN) {
    throw new UsageError(`${saved.name} is no report: it does not begin with a JSON object; ${AGAIN}`);
  }
  cursor.skip();
  if (cursor.peek() !== QUOTE) return 'document';
  return utf8Text(cursor.value() ?? Buffer.of()) === '"type"' ? 'rows' : 'document';
}

/** All parts of a report in the order of the file. */
export function pieces(saved: SavedFile, layout: Layout): Iterable<SavedPiece> {
  return layout === 'rows' ? rowPieces(saved) : documentPieces(saved);
}

export function listReader(saved: SavedFile, layout: Layout): ListReader {
  return layout === 'rows'
    ? (list, from, count) => rowsAgain(saved, list, from, count)
    : (_, from, count) => elementsAgain(saved, from, count);
}

function start({ file }: SavedFile): ByteCursor {
  const mark = new ByteCursor(file, 0);
  for (const byte of MARK) {
    if (mark.peek() !== byte) return new ByteCursor(file, 0);
    mark.skip();
  }
  return mark;
}

function* documentPieces(saved: SavedFile): Iterable<SavedPiece> {
  const cursor = start(saved);
  const cut = (where: string): never => {
    throw new UsageError(`${saved.name} was cut: it ends ${where}; ${AGAIN}`);
  };
  const expect = (byte: number, what: string): void => {
    const found = cursor.peek();
    if (found === -1) cut(`before ${what}`);
    if (found !== byte) fault(saved, cursor.position, `expected ${what}`);
    cursor.skip();
  };
  expect(OPEN, 'an object');
  for (let isFirst = true; cursor.peek() !== CLOSE; isFirst = false) {
    if (!isFirst) expect(COMMA, 'a comma or the end of the object');
    if (cursor.peek() !== QUOTE) expect(QUOTE, 'a field name');
    const at = cursor.position;
    const name = parse(saved, cursor.value() ?? cut('in the name of a field'), at);
    expect(COLON, `a colon behind ${JSON.stringify(name)}`);
    const list = SAVED_LISTS.find((part) => part === name);
    if (list !== undefined && cursor.peek() === OPEN_LIST) {
      yield* elementPieces(saved, cursor, list, cut);
      continue;
    }
    const valueAt = cursor.position;
    const bytes = cursor.value() ?? cut(`in "${String(name)}"`);
    const part = name === 'schema' ? 'schema' : SAVED_HEADS.find((head) => head === name);
    if (list !== undefined) fault(saved, valueAt, `expected "${list}" to be a list`);
    if (part !== undefined) yield { part, value: parse(saved, bytes, valueAt), at: valueAt };
  }
  cursor.skip();
  if (cursor.peek() !== -1) fault(saved, cursor.position, 'expected the end of the file behind the report');
}

function* elementPieces(
  saved: SavedFile,
  cursor: ByteCursor,
  list: SavedList,
  cut: (where: string) => never,
): Iterable<SavedPiece> {
  cursor.skip();
  for (let number = 1; cursor.peek() !== CLOSE_LIST; number++) {
    if (number > 1) {
      if (cursor.peek() === COMMA) cursor.skip();
      else if (cursor.peek() !== -1)
        fault(saved, cursor.position, `expected a comma or the end of "${list}"`);
    }
    cursor.peek();
    const at = cursor.position;
    const bytes = cursor.value() ?? cut(`in element ${number} of "${list}"`);
    yield { part: list, value: parse(saved, bytes, at), at, number };
  }
  cursor.skip();
}

function* elementsAgain(saved: SavedFile, from: number, count: number): Iterable<unknown> {
  const cursor = new ByteCursor(saved.file, from);
  for (let i = 0; i < count; i++) {
    if (i > 0) {
      cursor.peek();
      cursor.skip();
      cursor.peek();
    }
    yield readAgain(saved, cursor);
  }
}

/** Lists by the `type` of their rows. */
const LIST_OF: ReadonlyMap<unknown, SavedList> = new Map([
  ['article', 'articles'],
  ['group', 'groups'],
  ['related', 'related'],
  ['issue', 'issues'],
]);

type Row = Readonly<Record<string, unknown>>;

function* rowPieces(saved: SavedFile): Iterable<SavedPiece> {
  const cursor = start(saved);
  const numbers = new Map<SavedList, number>();
  let isEnded = false;
  let last = 'nothing';
  for (let row = 1; cursor.peek() !== -1; row++) {
    const at = cursor.position;
    if (isEnded) fault(saved, at, 'expected nothing behind the row "end"; one report a file');
    const bytes = cursor.value();
    if (bytes === undefined) throw cutStream(saved, `row ${row} is not whole`);
    const value = rowOf(saved, bytes, at);
    last = `row ${row} is "${String(value['type'])}"`;
    const list = LIST_OF.get(value['type']);
    if (list !== undefined) {
      const number = (numbers.get(list) ?? 0) + 1;
      numbers.set(list, number);
      yield { part: list, value, at, number };
    } else if (value['type'] === 'run') {
      yield { part: 'schema', value: value['schema'], at };
      yield { part: 'tool', value: value['tool'], at };
      yield { part: 'run', value: value['run'], at };
    } else if (value['type'] === 'end') {
      yield { part: 'summary', value: value['summary'], at };
      yield { part: 'end', value: { status: value['status'] }, at };
      isEnded = true;
    }
  }
  if (!isEnded) throw cutStream(saved, `the last one, ${last}`);
}

function cutStream({ name }: SavedFile, found: string): UsageError {
  return new UsageError(`${name} was cut: it has no row "end" (${found}); ${AGAIN}`);
}

function* rowsAgain(saved: SavedFile, list: SavedList, from: number, count: number): Iterable<unknown> {
  const cursor = new ByteCursor(saved.file, from);
  for (let found = 0; found < count; ) {
    cursor.peek();
    const row = readAgain(saved, cursor) as Row;
    if (LIST_OF.get(row['type']) !== list) continue;
    found++;
    yield row;
  }
}

/** The value that was found there before. */
export function valueAt(saved: SavedFile, at: number): unknown {
  return readAgain(saved, new ByteCursor(saved.file, at));
}

/** A value that was read before. */
function readAgain(saved: SavedFile, cursor: ByteCursor): unknown {
  const at = cursor.position;
  const bytes = cursor.value();
  if (bytes === undefined) throw new UsageError(`${saved.name} changed while it was read; run again`);
  return parse(saved, bytes, at);
}

function rowOf(saved: SavedFile, bytes: Uint8Array, at: number): Row {
  const value = parse(saved, bytes, at);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row;
  return fault(saved, at, 'expected a row, a JSON object');
}

function parse(saved: SavedFile, bytes: Uint8Array, at: number): unknown {
  if (!isUtf8(bytes)) fault(saved, at, 'this is not UTF-8');
  try {
    return JSON.parse(utf8Text(bytes));
  } catch {
    return fault(saved, at, 'this is no JSON');
  }
}

function fault({ name }: SavedFile, at: number, problem: string): never {
  throw new UsageError(`${name} is damaged at byte ${at}: ${problem}; ${AGAIN}`);
}
