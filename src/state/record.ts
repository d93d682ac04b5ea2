/**
 * An analysed article as bytes: its head, and its body of marks and text of the blocks. What follows from these (the
 * cleaned text, names, numbers, dates) is not written. Owns the layout; must not work anything out.
 *
 * A head is JSON. A body, little endian: number of blocks and bytes of the notes (uint32 each); of each block its start
 * and end (uint32 each), its confidence (double) and its role (uint8; `NOTED`: the notes say all); notes in JSON; the
 * text of all blocks in UTF-8, one unit (a line break) between two: of most articles the text as it was read.
 */
import { utf8Text } from '../lib/utf8-text.ts';
import { type Article, type ArticleHead, BLOCK_ROLES, type Block } from '../model/article.ts';

/** What is not in the head: blocks are written beside it, the rest follows from them. */
const ABSENT: ReadonlySet<string> = new Set(['blocks', 'text', 'names', 'numbers', 'dates']);
const HEADER_BYTES = 8;
const MARK_BYTES = 17;
/** In the place of a role: the block is not kept, or there is more to say of it. Few are. */
const NOTED = 255;
/** UTF-8 needs at most so many bytes for a UTF-16 unit. */
const BYTES_A_UNIT = 3;

type Note = Omit<Block, 'text'>;

/** Records of several articles, one behind the other, and the bytes of each. */
export interface PackedRecords {
  readonly heads: Uint8Array<ArrayBuffer>;
  readonly headLengths: Uint32Array;
  readonly bodies: Uint8Array<ArrayBuffer>;
  readonly bodyLengths: Uint32Array;
}

/** Articles one behind the other in growing buffers. */
export class RecordWriter {
  readonly #heads = new Room();
  readonly #bodies = new Room();

  /**
   * `joined`: the text of all blocks with one unit between two, where the caller has it; `utf8`: the bytes of that.
   */
  push(head: ArticleHead, blocks: readonly Block[], joined?: string, utf8?: Uint8Array): void {
    const written = JSON.stringify(head);
    this.#heads.reserve(BYTES_A_UNIT * written.length);
    this.#heads.end(this.#heads.buffer.write(written, this.#heads.start, 'utf8'));
    this.#pushBody(blocks, joined ?? joinText(blocks), joined === undefined ? undefined : utf8);
  }

  #pushBody(blocks: readonly Block[], text: string, utf8: Uint8Array | undefined): void {
    const noted = notesOf(blocks);
    const room = this.#bodies;
    room.reserve(HEADER_BYTES + MARK_BYTES * blocks.length + BYTES_A_UNIT * (noted.length + text.length));
    const { buffer, view, start } = room;
    let at = start + HEADER_BYTES;
    for (const block of blocks) {
      view.setUint32(at, block.start, true);
      view.setUint32(at + 4, block.end, true);
      view.setFloat64(at + 8, block.confidence, true);
      view.setUint8(at + 16, isPlain(block) ? ROLE_NUMBERS[block.role] : NOTED);
      at += MARK_BYTES;
    }
    const noteBytes = noted === '' ? 0 : buffer.write(noted, at, 'utf8');
    view.setUint32(start, blocks.length, true);
    view.setUint32(start + 4, noteBytes, true);
    at += noteBytes;
    if (utf8 === undefined) at += buffer.write(text, at, 'utf8');
    else {
      buffer.set(utf8, at);
      at += utf8.length;
    }
    room.end(at - start);
  }

  /** All records so far; the writer is empty again. */
  take(): PackedRecords {
    const [heads, headLengths] = this.#heads.take();
    const [bodies, bodyLengths] = this.#bodies.take();
    return { heads, headLengths, bodies, bodyLengths };
  }
}

/** A buffer that grows, and where its records end. */
class Room {
  buffer = Buffer.allocUnsafeSlow(1 << 16);
  /** The same bytes. */
  view = viewOf(this.buffer);
  /** Where the next record begins. */
  start = 0;
  readonly #lengths: number[] = [];

  reserve(wanted: number): void {
    if (this.start + wanted <= this.buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(2 * this.buffer.length, this.start + wanted));
    this.buffer.copy(grown, 0, 0, this.start);
    this.buffer = grown;
    this.view = viewOf(grown);
  }

  end(length: number): void {
    this.#lengths.push(length);
    this.start += length;
  }

  take(): readonly [Uint8Array<ArrayBuffer>, Uint32Array] {
    const bytes = new Uint8Array(this.buffer.subarray(0, this.start));
    this.start = 0;
    return [bytes, Uint32Array.from(this.#lengths.splice(0))];
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Buffer): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** The head of an article, without making what follows from its blocks. */
export function recordHeadOf(article: Article): ArticleHead {
  const head: Record<string, unknown> = {};
  for (const key of Object.keys(article)) {
    if (!ABSENT.has(key)) head[key] = article[key as keyof Article];
  }
  return head as unknown as ArticleHead;
}

function joinText(blocks: readonly Block[]): string {
  let text = '';
  for (const block of blocks) text += text === '' ? block.text : `\n${block.text}`;
  return text;
}

const ROLE_NUMBERS = Object.fromEntries(BLOCK_ROLES.map((role, number) => [role, number])) as Record<
  Block['role'],
  number
>;

/** What is written of every block; `text` stands behind the marks. All else that may be said of one is a note. */
type Plain = 'text' | 'start' | 'end' | 'kept' | 'role' | 'confidence';

/** Kept, and nothing more to say of it. */
function isPlain({ kept, reason, language, home, articles, rule }: Block): boolean {
  // The type tells what is missing here.
  const notes = { reason, language, home, articles, rule } satisfies Record<
    Exclude<keyof Block, Plain>,
    unknown
  >;
  if (!kept || notes.reason !== undefined || notes.language !== undefined) return false;
  return notes.home === undefined && notes.articles === undefined && notes.rule === undefined;
}

/** The notes of all blocks that have one, in JSON; empty where none has. */
function notesOf(blocks: readonly Block[]): string {
  const notes: Note[] = [];
  for (const block of blocks) {
    if (isPlain(block)) continue;
    const { text: _text, ...note } = block;
    notes.push(note);
  }
  return notes.length === 0 ? '' : JSON.stringify(notes);
}

export function readHead(head: Buffer): ArticleHead {
  return JSON.parse(utf8Text(head)) as ArticleHead;
}

/** Where the text of a body begins, behind marks and notes. */
export function textStart(body: Buffer): number {
  return HEADER_BYTES + MARK_BYTES * body.readUInt32LE(0) + body.readUInt32LE(4);
}

/** The blocks of a body; the text of a block has the length of its range. */
export function readBlocks(body: Buffer): readonly Block[] {
  const count = body.readUInt32LE(0);
  const marksEnd = HEADER_BYTES + MARK_BYTES * count;
  const notesEnd = marksEnd + body.readUInt32LE(4);
  const notes =
    notesEnd === marksEnd ? [] : (JSON.parse(body.toString('utf8', marksEnd, notesEnd)) as readonly Note[]);
  const all = utf8Text(body.subarray(notesEnd));
  const blocks: Block[] = [];
  let from = 0;
  let noted = 0;
  for (let at = HEADER_BYTES; at < marksEnd; at += MARK_BYTES) {
    const start = body.readUInt32LE(at);
    const end = body.readUInt32LE(at + 4);
    const text = all.slice(from, from + end - start);
    from += end - start + 1;
    const role = body[at + 16]!;
    if (role === NOTED) blocks.push({ text, ...notes[noted++]! });
    else {
      const confidence = body.readDoubleLE(at + 8);
      blocks.push({ text, start, end, kept: true, role: BLOCK_ROLES[role]!, confidence });
    }
  }
  return blocks;
}
