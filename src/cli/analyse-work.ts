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
import { type Part, readPart } from '../ingest/index.ts';
import type { RawArticle } from '../model/article.ts';
import type { CompactFeatures, RowBatch } from '../model/features.ts';
import type { Issue } from '../model/issue.ts';
import type { MatchOptions } from '../model/options.ts';
import { packRows } from '../state/packed-rows.ts';
import { RecordWriter, readBlocks, readHead } from '../state/record.ts';
import type { Task } from './task.ts';
import { hashId, type Identified, identityOf } from './unique-ids.ts';

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
export interface Analysed extends Identified {
  /** Compact rows (see `packRows`). */
  readonly rows: RowBatch;
  /** BCP 47, for the summary. */
  readonly languages: readonly string[];
  /** In order. */
  readonly issues: readonly Issue[];
}

/** The voters of this thread, once a language was unsure: most runs never load them. */
let voters: Voters | undefined;
const writer = new RecordWriter();

export async function analyseHere(
  work: ReadWork | AgainWork,
  { options, map }: Pick<Task, 'options' | 'map'>,
  knowledge: Knowledge,
): Promise<Analysed> {
  const compacts: CompactFeatures[] = [];
  const languages: string[] = [];
  const issues: Issue[] = [];
  const ids: number[] = [];
  let identities = '';
  const take = ({ head, blocks, compact, joined }: Analysis, utf8?: Uint8Array): void => {
    writer.push(head, blocks, joined, utf8);
    compacts.push(compact);
    languages.push(head.language.bcp47);
  };
  switch (work.kind) {
    case 'read':
      for (const part of work.parts) {
        for (const item of await readPart(part, map)) {
          if (item.kind === 'issue') {
            issues.push(item.issue);
            continue;
          }
          const analysis = analyseRaw(item.article, options, knowledge, voters);
          take(
            analysis.unsure ? await analyseWithVoters(item.article, options, knowledge) : analysis,
            item.utf8,
          );
          ids.push(...hashId(analysis.head.id));
          identities += identityOf(analysis.head);
        }
      }
      break;
    case 'again':
      for (const { head, body } of work.records) {
        const article = completeArticle(readHead(bufferOf(head)), () => readBlocks(bufferOf(body)));
        take(analyseAgain(article, options, knowledge));
      }
      break;
    default:
      work satisfies never;
  }
  const rows = packRows(compacts);
  return { ...writer.take(), rows, languages, issues, ids: Uint32Array.from(ids), identities };
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** An article whose language is unsure is analysed again with the voters. */
async function analyseWithVoters(
  raw: RawArticle,
  options: MatchOptions,
  knowledge: Knowledge,
): Promise<Analysis> {
  voters ??= await loadVoters();
  return analyseRaw(raw, options, knowledge, voters);
}
