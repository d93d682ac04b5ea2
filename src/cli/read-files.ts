/**
 * Files read and analysed in the threads, and kept file by file as they come. Owns the order in which pieces become files
 * and when they are made last; must not know which files need it.
 */
import { cutFile, type DiscoveredFile, type IngestRequest, type Part, Witness } from '../ingest/index.ts';
import { TimeLimitError } from '../lib/errors.ts';
import type { FilePiece, StoreWork } from '../run/analyse-work.ts';
import { batchesOf } from '../run/batches.ts';
import type { Pool } from '../run/pool.ts';
import type { StoredChunk } from '../state/store/article-chunks.ts';
import type { FileEntry } from '../state/store/entries.ts';
import { entryOf } from './known-files.ts';
import type { Watch } from './watch.ts';

/** A value of the state: large enough that its own cost does not count, small enough to be at hand in one piece. */
const CHUNK_BYTES = 1 << 18;
/** What was read is made last when it is so much, or so old: that much work is lost when the run is killed. */
const KEPT_BYTES = 1 << 24;
const KEPT_MS = 5000;

/** Where what was read goes. */
export interface Keeper {
  readonly keep: (chunks: readonly StoredChunk[], entries: readonly FileEntry[], nextContent: number) => void;
  readonly firstContent: number;
}

/** One file under way. */
interface Reading {
  readonly file: DiscoveredFile;
  readonly witness: Witness;
  readonly beganAt: number;
  readonly content: number;
  cut: number;
  isCut: boolean;
  analysed: number;
  chunks: number;
  articles: number;
  pieces: FilePiece[];
  bytes: number;
}

export class FileReader {
  readonly #request: IngestRequest;
  readonly #keeper: Keeper;
  readonly #watch: Watch;
  readonly #underWay: Reading[] = [];
  /** Whose the parts are that were cut and are in no batch yet, and the pieces that are due, in order. */
  readonly #partOwners: Reading[] = [];
  readonly #pieceOwners: Reading[] = [];
  #next: number;
  #chunks: StoredChunk[] = [];
  #entries: FileEntry[] = [];
  #bytes = 0;
  #keptAt = Date.now();

  constructor(request: IngestRequest, keeper: Keeper, watch: Watch) {
    this.#watch = watch;
    this.#request = request;
    this.#keeper = keeper;
    this.#next = keeper.firstContent;
  }

  /** The entries of the files, in their order; what they say is kept when they come. */
  async read(files: readonly DiscoveredFile[], pool: Pool): Promise<readonly FileEntry[]> {
    const entries: FileEntry[] = [];
    try {
      await this.#readInto(entries, files, pool);
    } catch (error) {
      // What came in time is not read again.
      if (error instanceof TimeLimitError) this.keep();
      throw error;
    }
    this.#finish(entries);
    this.keep();
    return entries;
  }

  async #readInto(entries: FileEntry[], files: readonly DiscoveredFile[], pool: Pool): Promise<void> {
    for await (const { pieces } of pool.run<'store'>(this.#batches(files))) {
      for (const piece of pieces) {
        this.#take(this.#pieceOwners.shift()!, piece);
        this.#finish(entries);
      }
      if (this.#bytes >= KEPT_BYTES || Date.now() - this.#keptAt >= KEPT_MS) this.keep();
      this.#watch.advance(0);
    }
  }

  /** Makes last what was read so far. */
  keep(): void {
    if (this.#chunks.length === 0 && this.#entries.length === 0) return;
    this.#keeper.keep(this.#chunks, this.#entries, this.#next);
    this.#watch.stateKept(this.#entries.length);
    this.#chunks = [];
    this.#entries = [];
    this.#bytes = 0;
    this.#keptAt = Date.now();
  }

  /** Batches of parts, with how many of them in a row are of one file: two may be shown under one path. */
  async *#batches(files: readonly DiscoveredFile[]): AsyncIterable<StoreWork> {
    for await (const { parts } of batchesOf(this.#partsOf(files))) {
      const sizes: number[] = [];
      let before: Reading | undefined;
      for (const owner of this.#partOwners.splice(0, parts.length)) {
        if (owner === before) sizes[sizes.length - 1]!++;
        else {
          sizes.push(1);
          this.#pieceOwners.push(owner);
        }
        before = owner;
      }
      yield { kind: 'store', parts, sizes };
    }
  }

  async *#partsOf(files: readonly DiscoveredFile[]): AsyncIterable<Part> {
    for (const file of files) {
      const reading: Reading = {
        file,
        witness: new Witness(),
        beganAt: Date.now(),
        content: this.#next++,
        cut: 0,
        isCut: false,
        analysed: 0,
        chunks: 0,
        articles: 0,
        pieces: [],
        bytes: 0,
      };
      this.#underWay.push(reading);
      for await (const part of cutFile(file, this.#request, reading.witness)) {
        reading.cut++;
        this.#partOwners.push(reading);
        yield part;
      }
      reading.isCut = true;
      this.#watch.fileRead(file.path, file.bytes);
    }
  }

  #take(reading: Reading, piece: FilePiece): void {
    const { heads, bodies } = piece.records;
    const bytes = heads.bytes.length + bodies.bytes.length;
    reading.analysed += piece.parts;
    reading.articles += piece.piece.languages.length;
    reading.pieces.push(piece);
    reading.bytes += bytes;
    if (reading.bytes >= CHUNK_BYTES) this.#chunk(reading);
  }

  /** The first files under way, as far as all of them is here. */
  #finish(entries: FileEntry[]): void {
    while (this.#underWay[0]?.isCut === true && this.#underWay[0].analysed === this.#underWay[0].cut) {
      const reading = this.#underWay.shift()!;
      const { file, witness, content: number, articles, beganAt } = reading;
      if (reading.pieces.length > 0) this.#chunk(reading);
      const content = { number, chunks: reading.chunks, articles, path: file.path };
      const entry = entryOf(file, witness.seen, content, beganAt);
      entries.push(entry);
      this.#entries.push(entry);
    }
  }

  #chunk(reading: Reading): void {
    this.#chunks.push({
      content: reading.content,
      number: reading.chunks++,
      pieces: reading.pieces.map(({ piece }) => piece),
      records: reading.pieces.map(({ records }) => records),
    });
    this.#bytes += reading.bytes;
    reading.pieces = [];
    reading.bytes = 0;
  }
}
