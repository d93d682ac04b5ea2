/**
 * An analysed article as bytes: its head and the marks of its blocks in JSON, then the text of the blocks. What follows
 * from these (the cleaned text, names, numbers, dates) is not written. Owns the layout; must not work anything out.
 *
 * Layout, little endian: bytes of the head and of the marks (uint32 each), head, marks, text in UTF-8.
 */
import { type Article, BLOCK_ROLES, type Block } from '../model/article.ts';

/** What is not in the head: blocks are written beside it, the rest follows from them. */
const NOT_IN_HEAD = ['blocks', 'text', 'names', 'numbers', 'dates'] as const;
export type RecordHead = Omit<Article, (typeof NOT_IN_HEAD)[number]>;

const ABSENT: ReadonlySet<string> = new Set(NOT_IN_HEAD);
const HEADER_BYTES = 8;
/** UTF-8 needs at most so many bytes for a UTF-16 unit. */
const BYTES_A_UNIT = 3;

/** Articles one behind the other in a growing buffer. */
export class RecordWriter {
  #buffer = Buffer.allocUnsafeSlow(1 << 16);
  #length = 0;
  readonly #lengths: number[] = [];

  push(articleHead: RecordHead, blocks: readonly Block[]): void {
    const head = JSON.stringify(articleHead);
    const marks = JSON.stringify(blocks.map(markOf));
    let text = '';
    for (const block of blocks) text += block.text;
    this.#reserve(HEADER_BYTES + BYTES_A_UNIT * (head.length + marks.length + text.length));
    const start = this.#length;
    const buffer = this.#buffer;
    const headBytes = buffer.write(head, start + HEADER_BYTES, 'utf8');
    const markBytes = buffer.write(marks, start + HEADER_BYTES + headBytes, 'utf8');
    buffer.writeUInt32LE(headBytes, start);
    buffer.writeUInt32LE(markBytes, start + 4);
    const textBytes = buffer.write(text, start + HEADER_BYTES + headBytes + markBytes, 'utf8');
    const length = HEADER_BYTES + headBytes + markBytes + textBytes;
    this.#length += length;
    this.#lengths.push(length);
  }

  /** All records so far and the bytes of each; the writer is empty again. */
  take(): { readonly bytes: Uint8Array<ArrayBuffer>; readonly lengths: readonly number[] } {
    const bytes = new Uint8Array(this.#buffer.subarray(0, this.#length));
    const lengths = this.#lengths.splice(0);
    this.#length = 0;
    return { bytes, lengths };
  }

  #reserve(wanted: number): void {
    if (this.#length + wanted <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(2 * this.#buffer.length, this.#length + wanted));
    this.#buffer.copy(grown, 0, 0, this.#length);
    this.#buffer = grown;
  }
}

/** The head of an article, without making what follows from its blocks. */
export function recordHeadOf(article: Article): RecordHead {
  const head: Record<string, unknown> = {};
  for (const key of Object.keys(article)) {
    if (!ABSENT.has(key)) head[key] = article[key as keyof Article];
  }
  return head as unknown as RecordHead;
}

/** A block that is kept without further notes: start, end, place of its role, confidence. Nearly all are. */
type PlainMark = readonly [start: number, end: number, role: number, confidence: number];
type Mark = PlainMark | Omit<Block, 'text'>;

/** The text of a block has the length of its range. */
function markOf(block: Block): Mark {
  const { text: _text, ...mark } = block;
  const { start, end, kept, role, confidence, ...notes } = mark;
  for (const _note in notes) return mark;
  return kept ? [start, end, BLOCK_ROLES.indexOf(role), confidence] : mark;
}

function isPlain(mark: Mark): mark is PlainMark {
  return Array.isArray(mark);
}

/** The head of a record. */
export function readHead(record: Buffer): RecordHead {
  const end = HEADER_BYTES + record.readUInt32LE(0);
  return JSON.parse(record.toString('utf8', HEADER_BYTES, end)) as RecordHead;
}

/** A record with another head and the same blocks. */
export function withHead(record: Buffer, head: RecordHead): Buffer {
  const headBytes = Buffer.from(JSON.stringify(head), 'utf8');
  const header = Buffer.from(record.subarray(0, HEADER_BYTES));
  header.writeUInt32LE(headBytes.length, 0);
  return Buffer.concat([header, headBytes, record.subarray(HEADER_BYTES + record.readUInt32LE(0))]);
}

/** The blocks of a record. */
export function readBlocks(record: Buffer): readonly Block[] {
  const start = HEADER_BYTES + record.readUInt32LE(0);
  const end = start + record.readUInt32LE(4);
  const marks = JSON.parse(record.toString('utf8', start, end)) as readonly Mark[];
  const all = record.toString('utf8', end);
  let at = 0;
  return marks.map((mark): Block => {
    const from = at;
    if (!isPlain(mark)) {
      at += mark.end - mark.start;
      return { text: all.slice(from, at), ...mark };
    }
    const [start, end, role, confidence] = mark;
    at += end - start;
    return { text: all.slice(from, at), start, end, kept: true, role: BLOCK_ROLES[role]!, confidence };
  });
}
