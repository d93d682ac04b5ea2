/**
 * The learned table of a script: decoded when the script is first met, then only read. Owns the format; must not
 * decide. What is in it is described in `lexicon/scripts/language-model.mjs`.
 */
import { brotliDecompressSync } from 'node:zlib';
import { LANGUAGE_TABLES } from '../lexicon/data/language-tables.ts';
import { codeOf } from './data/tags.ts';
import { gramBound, gramsOf } from './grams.ts';

export interface PackedTable {
  /** Names of the languages in their order, separated by spaces. */
  readonly languages: string;
  /** Least score per gram of a text in each of them, in hundredths of a step. */
  readonly floors: string;
  /** Number of grams and of weights. */
  readonly grams: number;
  readonly weights: number;
  /** Brotli in base64: gaps of the sorted grams (7 bits a byte), weights per gram, gaps of the languages, weights. */
  readonly data: string;
}

/**
 * Weights of grams for the languages of one script. A gram costs two reads from memory that is not at hand, its slot
 * and its entry: that, not the sums, is what the detector's time goes to.
 */
export interface GramTable {
  /** Our codes; a code learned in two forms stands here once. */
  readonly codes: readonly string[];
  /** Of each learned language the place of its code. */
  readonly codeNumbers: Uint8Array;
  /** What all but two of a hundred sentences of a language reach in it, in hundredths of a step per gram. */
  readonly floors: Int16Array;
  /** Open addressing by the low bits of a gram, two numbers a slot: the gram plus one, or zero; where its entry begins. */
  readonly slots: Uint32Array;
  /** Entries one after the other: how many weights; then each as language * 256 + weight in steps + 128. */
  readonly entries: Uint16Array;
}

const packed: Readonly<Record<string, PackedTable>> = LANGUAGE_TABLES;
const decoded = new Map<string, GramTable>();

/** The table of a script; undefined where its languages were not learned. */
export function tableOf(script: string): GramTable | undefined {
  const found = decoded.get(script);
  if (found !== undefined) return found;
  const source = Object.hasOwn(packed, script) ? packed[script] : undefined;
  if (source === undefined) return undefined;
  const table = unpack(source);
  decoded.set(script, table);
  return table;
}

/** A table from its packed form; `tableOf` keeps what it has unpacked. */
export function unpack({ languages, floors, grams, weights, data }: PackedTable): GramTable {
  const bytes = brotliDecompressSync(Buffer.from(data, 'base64'));
  const slots = new Uint32Array(2 * slotsFor(grams));
  const entries = new Uint16Array(grams + weights);
  // The four columns, each read from its own position.
  let gap = 0;
  let length = bytes.length - 2 * weights - grams;
  let language = bytes.length - 2 * weights;
  let step = bytes.length - weights;
  let gram = 0;
  let entry = 0;
  for (let place = 0; place < grams; place++) {
    let shift = 0;
    let byte: number;
    do {
      byte = bytes[gap++]!;
      gram += (byte & 0x7f) << shift;
      shift += 7;
    } while (byte > 0x7f);
    insert(slots, gram, entry);
    const count = bytes[length++]!;
    entries[entry++] = count;
    let last = -1;
    for (let i = 0; i < count; i++) {
      last += bytes[language++]!;
      // A byte of two's complement, moved into 0..255.
      entries[entry++] = (last << 8) | (bytes[step++]! ^ ZERO_STEP);
    }
  }
  const names = languages.split(' ').map(codeOf);
  const codes = [...new Set(names)];
  return {
    codes,
    codeNumbers: Uint8Array.from(names, (name) => codes.indexOf(name)),
    floors: Int16Array.from(floors.split(' '), Number),
    slots,
    entries,
  };
}

const ZERO_STEP = 0x80;

function insert(slots: Uint32Array, gram: number, entry: number): void {
  const mask = slots.length - 2;
  let slot = (2 * gram) & mask;
  while (slots[slot] !== 0) slot = (slot + 2) & mask;
  slots[slot] = gram + 1;
  slots[slot + 1] = entry;
}

/**
 * A power of two of at least two slots a gram. More slots end the search for an unknown gram sooner, but the table is
 * then read from farther away.
 */
function slotsFor(grams: number): number {
  return 2 ** Math.ceil(Math.log2(2 * grams));
}

let buffer = new Uint32Array(0);

/** Adds the weights of a text (NFC, lower case) to `scores`, one per language of the table; says how many grams it has. */
export function addScores(text: string, table: GramTable, scores: Int32Array): number {
  if (buffer.length < gramBound(text.length)) buffer = new Uint32Array(2 * gramBound(text.length));
  const count = gramsOf(text, buffer);
  const { slots, entries } = table;
  const mask = slots.length - 2;
  for (let i = 0; i < count; i++) {
    const gram = buffer[i]!;
    let slot = (2 * gram) & mask;
    while (slots[slot] !== gram + 1 && slots[slot] !== 0) slot = (slot + 2) & mask;
    if (slots[slot] === 0) continue;
    const entry = slots[slot + 1]!;
    const end = entry + entries[entry]!;
    for (let at = entry + 1; at <= end; at++) {
      const weight = entries[at]!;
      const language = weight >> 8;
      scores[language] = scores[language]! + (weight & 0xff) - ZERO_STEP;
    }
  }
  return count;
}
