/**
 * What a thread does with articles alone: parts of the input read and analysed, or records whose blocks changed analysed
 * again. Must not hold state between batches but the voters, which change no result.
 */
import {
  type Analysis,
  analyseAgain,
  analyseRaw,
  completeArticle,
  type Knowledge,
  loadVoters,
  type Voters,
} from '../dedupe.ts';
import { type ArticleItem, type IssueItem, type Part, readPart } from '../ingest/index.ts';
import { bufferOf } from '../lib/buffer-of.ts';
import type { ArticleHead, RawArticle } from '../model/article.ts';
import type { CompactFeatures } from '../model/features.ts';
import type { Issue } from '../model/issue.ts';
import type { MatchOptions } from '../model/options.ts';
import { packRecords } from '../state/packed-records.ts';
import { packRows } from '../state/packed-rows.ts';
import { type PackedRecords, RecordWriter, readBlocks, readHead } from '../state/record.ts';
import type { PieceRecords, StoredPiece } from '../state/store/entries.ts';
import type { Task } from './task.ts';
import { hashId, IDENTITY_BYTES, placeKeyOf, putIdentity } from './unique-ids.ts';

/** Parts of the input. */
export interface ReadWork {
  readonly kind: 'read';
  readonly parts: readonly Part[];
}

/** Articles of the spill file. */
export interface AgainWork {
  readonly kind: 'again';
  readonly records: readonly SpilledRecord[];
}

export interface SpilledRecord {
  readonly head: Uint8Array;
  readonly body: Uint8Array;
}

/** What crosses threads back, of a batch: bytes for the spill file and compact rows, never articles as objects. */
export interface Analysed extends Omit<StoredPiece, 'hasOwnId' | 'places'>, PackedRecords {}

/** Parts of the input whose articles are to be stored by file. */
export interface StoreWork {
  readonly kind: 'store';
  readonly parts: readonly Part[];
  /** How many parts in a row are of one file. */
  readonly sizes: readonly number[];
}

/** What came of neighbouring parts of one file. */
export interface FilePiece {
  readonly piece: StoredPiece;
  readonly records: PieceRecords;
  /** How many parts it came of. */
  readonly parts: number;
}

/** In the order of the parts. */
export interface StoredWork {
  readonly pieces: readonly FilePiece[];
}

/** The voters of this thread, once a language was unsure: most runs never load them. */
let voters: Voters | undefined;
/** Writers that no batch holds: their buffers have grown. Batches of two runs in one process may overlap. */
const spare: RecordWriter[] = [];

export type Making = Pick<Task, 'options' | 'map'>;

export async function analyseHere(
  work: ReadWork | AgainWork,
  making: Making,
  knowledge: Knowledge,
): Promise<Analysed> {
  const batch = new Batch();
  switch (work.kind) {
    case 'read':
      for (const part of work.parts) await readInto(batch, part, making, knowledge);
      break;
    case 'again':
      for (const { head, body } of work.records) {
        const article = completeArticle(readHead(bufferOf(head)), () => readBlocks(bufferOf(body)));
        batch.push(analyseAgain(article, making.options, knowledge));
      }
      break;
    default:
      work satisfies never;
  }
  return batch.take();
}

export async function analyseFiles(
  { parts, sizes }: StoreWork,
  making: Making,
  knowledge: Knowledge,
): Promise<StoredWork> {
  const pieces: FilePiece[] = [];
  let at = 0;
  for (const size of sizes) {
    const batch = new Batch();
    for (const part of parts.slice(at, at + size)) await readInto(batch, part, making, knowledge);
    at += size;
    const { heads, headLengths, bodies, bodyLengths, ...piece } = batch.take();
    pieces.push({
      piece: { ...piece, places: batch.places(), hasOwnId: Uint8Array.from(batch.hasOwnId) },
      records: {
        heads: packRecords({ bytes: heads, lengths: headLengths }),
        bodies: packRecords({ bytes: bodies, lengths: bodyLengths }),
      },
      parts: size,
    });
  }
  return { pieces };
}

async function readInto(
  batch: Batch,
  part: Part,
  { options, map }: Making,
  knowledge: Knowledge,
): Promise<void> {
  for (const item of await readPart(part, map)) {
    if (item.kind === 'issue') {
      batch.issues.push(item.issue);
      continue;
    }
    const analysis = await analysisOf(item.article, options, knowledge);
    batch.push(analysis, item.utf8);
    batch.identify(analysis.head, item.hasOwnId === true);
  }
}

/** An article of a part, analysed. */
export interface AnalysedItem extends Pick<ArticleItem, 'utf8' | 'hasOwnId'> {
  readonly kind: 'article';
  readonly analysis: Analysis;
}

/** The articles and issues of one part, in order. */
export async function* analysedPart(
  part: Part,
  { options, map }: Making,
  knowledge: Knowledge,
): AsyncIterable<AnalysedItem | IssueItem> {
  for (const item of await readPart(part, map)) {
    if (item.kind === 'issue') {
      yield item;
      continue;
    }
    const { article, utf8, hasOwnId } = item;
    const analysis = await analysisOf(article, options, knowledge);
    yield {
      kind: 'article',
      analysis,
      ...(utf8 === undefined ? {} : { utf8 }),
      ...(hasOwnId === undefined ? {} : { hasOwnId }),
    };
  }
}

/** Articles that are handed back together. */
class Batch {
  readonly issues: Issue[] = [];
  readonly hasOwnId: number[] = [];
  readonly #writer = spare.pop() ?? new RecordWriter();
  readonly #compacts: CompactFeatures[] = [];
  readonly #languages: string[] = [];
  readonly #ids: number[] = [];
  readonly #identified: ArticleHead[] = [];

  push({ head, blocks, compact, joined }: Analysis, utf8?: Uint8Array): void {
    this.#writer.push(head, blocks, joined, utf8);
    this.#compacts.push(compact);
    this.#languages.push(head.language.bcp47);
  }

  identify(head: ArticleHead, hasOwnId: boolean): void {
    this.#ids.push(...hashId(head.id));
    this.#identified.push(head);
    this.hasOwnId.push(hasOwnId ? 1 : 0);
  }

  /** Only who remembers asks for them. */
  places(): Uint32Array {
    return Uint32Array.from(this.#identified.flatMap(placeKeyOf));
  }

  /** All of it, once: the writer goes to the next batch. */
  take(): Analysed {
    const records = this.#writer.take();
    spare.push(this.#writer);
    const rows = packRows(this.#compacts);
    const ids = Uint32Array.from(this.#ids);
    const identities = new Uint8Array(IDENTITY_BYTES * this.#identified.length);
    this.#identified.forEach((head, i) => {
      putIdentity(identities, i, head);
    });
    return {
      ...records,
      rows,
      languages: this.#languages,
      issues: this.issues,
      ids,
      identities,
    };
  }
}

/** An article whose language is unsure is analysed again with the voters; for nothing else one has to wait. */
function analysisOf(
  raw: RawArticle,
  options: MatchOptions,
  knowledge: Knowledge,
): Analysis | Promise<Analysis> {
  const found = analyseRaw(raw, options, knowledge, voters);
  return found.unsure ? analyseWithVoters(raw, options, knowledge) : found;
}

async function analyseWithVoters(
  raw: RawArticle,
  options: MatchOptions,
  knowledge: Knowledge,
): Promise<Analysis> {
  voters ??= await loadVoters();
  return analyseRaw(raw, options, knowledge, voters);
}
