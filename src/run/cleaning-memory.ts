/**
 * What the second cleaning pass made of articles in the run before, put in its place again, and what it makes in this one,
 * for the next. Owns how that is kept, in parts of neighbouring articles; must not know how it is found out.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CleaningMemory, Collection, Key64 } from '../dedupe.ts';
import { KeyTable } from '../lib/key-table.ts';
import type { ArticleHead, ArticleIndex } from '../model/article.ts';
import type { CompactFeatures, RowBatch } from '../model/features.ts';
import { packRows, unpackRows } from '../state/packed-rows.ts';
import { textStart } from '../state/record.ts';
import type { SpillFile } from '../state/spill.ts';

/** What analysis finds of marked blocks; all else of a head is what it was. */
type Found = Pick<ArticleHead, 'title' | 'language' | 'characters' | 'kept' | 'textDigest'>;

/** Findings from which articles changed, and what they became. */
export interface CleanedPart {
  /** Two words a finding. */
  readonly findings: Uint32Array;
  readonly found: readonly Found[];
  /** Bodies one behind the other, deflated; without their text where that is the text from before. */
  readonly bodies: Uint8Array;
  readonly bodyLengths: Uint32Array;
  /** By article, 1 where the body has its text. */
  readonly hasText: Uint8Array;
  readonly rows: RowBatch;
}

export interface StoredCleaning {
  /** Findings from which no article changed, two words each. */
  readonly idle: Uint32Array;
  readonly parts: readonly CleanedPart[];
}

/** One article of a part. */
interface Cleaned {
  readonly finding: Key64;
  readonly found: Found;
  readonly body: Uint8Array;
  readonly hasText: boolean;
  readonly row: CompactFeatures;
}

/** An article that is being analysed again. */
interface Due {
  readonly finding: Key64;
  /** Checksum of its text, by which it is seen whether that changed. */
  readonly text: number;
}

/** By what the articles of a collection are known, besides their content. */
export type ArticleKeys = Pick<CleaningMemory, 'placeOf' | 'idOf'>;

/** Articles a part: together half a megabyte, inflated. */
const PART = 256;
/** Parts that are kept inflated: articles are asked for in their order, as far as they were there before. */
const MOST_INFLATED = 8;

export class RememberedCleaning implements CleaningMemory {
  readonly #port: SpillFile;
  readonly #collection: Collection;
  readonly #parts: readonly CleanedPart[];
  readonly #idle: KeyTable;
  readonly #changed: KeyTable;
  /** Of the position of a finding that changed an article: its part, and which of its articles. */
  readonly #partOf: Uint32Array;
  readonly #placeOf: Uint32Array;
  readonly #isUsed: Uint8Array;
  readonly #inflated = new Map<number, readonly Cleaned[]>();
  /** Of this run. */
  readonly #idleNow: number[] = [];
  readonly #due = new Map<ArticleIndex, Due>();
  #fresh: Cleaned[] = [];
  readonly #freshParts: CleanedPart[] = [];

  readonly placeOf: (index: ArticleIndex) => Key64;
  readonly idOf: (index: ArticleIndex) => Key64;

  constructor(
    stored: StoredCleaning | undefined,
    port: SpillFile,
    collection: Collection,
    { placeOf, idOf }: ArticleKeys,
  ) {
    this.placeOf = placeOf;
    this.idOf = idOf;
    this.#port = port;
    this.#collection = collection;
    this.#parts = stored?.parts ?? [];
    this.#idle = new KeyTable(stored?.idle ?? new Uint32Array(0));
    const sizes = this.#parts.map(({ found }) => found.length);
    this.#partOf = Uint32Array.from(sizes.flatMap((size, part) => new Array<number>(size).fill(part)));
    this.#placeOf = Uint32Array.from(sizes.flatMap((size) => [...new Array<number>(size).keys()]));
    const findings = new Uint32Array(2 * this.#partOf.length);
    let at = 0;
    for (const part of this.#parts) {
      findings.set(part.findings, at);
      at += part.findings.length;
    }
    this.#changed = new KeyTable(findings);
    this.#isUsed = new Uint8Array(this.#partOf.length);
  }

  recall(index: ArticleIndex, finding: Key64): boolean {
    const [high, low] = finding;
    if (this.#idle.find(high, low) !== -1) {
      this.#idleNow.push(high, low);
      return true;
    }
    const position = this.#changed.find(high, low);
    if (position === -1) return false;
    const { found, body, hasText, row } = this.#part(this.#partOf[position]!)[this.#placeOf[position]!]!;
    // Bytes of their own: a part goes when others are asked for.
    const own = Buffer.from(body);
    this.#port.putLater(
      index,
      (head) => ({ ...head, ...found }),
      (before) => (hasText ? own : Buffer.concat([own, before.subarray(textStart(before))])),
    );
    this.#collection.replace(index, row, found.language.bcp47);
    this.#isUsed[position] = 1;
    return true;
  }

  note(index: ArticleIndex, finding: Key64, isChanged: boolean): void {
    if (isChanged) this.#due.set(index, { finding, text: this.#textOf(index) });
    else this.#idleNow.push(...finding);
  }

  /** An article that was noted as changed has been analysed again and put in its place. */
  take(index: ArticleIndex, row: CompactFeatures): void {
    const due = this.#due.get(index);
    if (due === undefined) return;
    this.#due.delete(index);
    const { title, language, characters, kept, textDigest } = this.#port.head(index);
    const found = { title, language, characters, kept, textDigest };
    const body = Buffer.from(this.#port.recordOf(index).body);
    const hasText = this.#textOf(index) !== due.text;
    const own = hasText ? body : body.subarray(0, textStart(body));
    this.#push({ finding: due.finding, found, body: own, hasText, row });
  }

  #textOf(index: ArticleIndex): number {
    const body = Buffer.from(this.#port.recordOf(index).body);
    return crc32(body.subarray(textStart(body)));
  }

  /** For the next run. Parts of which all is still needed stay as they are. */
  finish(): StoredCleaning {
    const kept: CleanedPart[] = [];
    let first = 0;
    this.#parts.forEach((part, n) => {
      const isUsed = this.#isUsed.subarray(first, first + part.found.length);
      first += part.found.length;
      if (isUsed.every((used) => used === 1)) kept.push(part);
      else for (const cleaned of this.#part(n).filter((_, i) => isUsed[i] === 1)) this.#push(cleaned);
    });
    if (this.#fresh.length > 0) this.#close();
    return { idle: Uint32Array.from(this.#idleNow), parts: [...kept, ...this.#freshParts] };
  }

  #push(cleaned: Cleaned): void {
    this.#fresh.push(cleaned);
    if (this.#fresh.length === PART) this.#close();
  }

  #close(): void {
    const all = this.#fresh;
    this.#fresh = [];
    this.#freshParts.push({
      findings: Uint32Array.from(all.flatMap(({ finding }) => finding)),
      found: all.map(({ found }) => found),
      bodies: new Uint8Array(deflateRawSync(Buffer.concat(all.map(({ body }) => body)), { level: 3 })),
      bodyLengths: Uint32Array.from(all, ({ body }) => body.length),
      hasText: Uint8Array.from(all, ({ hasText }) => (hasText ? 1 : 0)),
      rows: packRows(all.map(({ row }) => row)),
    });
  }

  #part(number: number): readonly Cleaned[] {
    const known = this.#inflated.get(number);
    if (known !== undefined) return known;
    if (this.#inflated.size >= MOST_INFLATED) this.#inflated.delete(this.#inflated.keys().next().value ?? 0);
    const { findings, found, bodies, bodyLengths, hasText, rows } = this.#parts[number]!;
    const all = inflateRawSync(bodies);
    let end = 0;
    const cleaned = unpackRows(rows).map((row, i): Cleaned => {
      end += bodyLengths[i]!;
      return {
        finding: [findings[2 * i]!, findings[2 * i + 1]!],
        found: found[i]!,
        body: all.subarray(end - bodyLengths[i]!, end),
        hasText: hasText[i] === 1,
        row,
      };
    });
    this.#inflated.set(number, cleaned);
    return cleaned;
  }
}
