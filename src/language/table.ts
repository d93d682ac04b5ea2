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
 * and its weights: that, not the sums, is what the detector's time goes to when the other stages have used the cache.
 */
export interface GramTable {
  /** Our codes; a code learned in two forms stands here once. */
  readonly codes: readonly string[];
  /** Of each learned language the place of its code. */
  readonly codeNumbers: Uint8Array;
  /** What all but two of a hundred sentences of a language reach in it, in hundredths of a step per gram. */
  readonly floors: Int16Array;
  /** Open addressing by the low bits of a gram, two numbers a slot: the gram plus one, or zero; where its weights begin * 256 + how many. */
  readonly slots: Uint32Array;
  /** Weights, those of a gram together: language * 256 + weight in steps + 128. */
  readonly weights: Uint16Array;
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
  const names = languages.split(' ').map(codeOf);
  const codes = [...new Set(names)];
  // Four columns, one after the other: gaps of the grams, how many weights, gaps of the languages, weights.
  const lengths = bytes.subarray(bytes.length - 2 * weights - grams, bytes.length - 2 * weights);
  return {
    codes,
    codeNumbers: Uint8Array.from(names, (name) => codes.indexOf(name)),
    floors: Int16Array.from(floors.split(' '), Number),
    slots: unpackSlots(bytes, lengths),
    weights: unpackWeights(lengths, bytes.subarray(-2 * weights, -weights), bytes.subarray(-weights)),
  };
}

function unpackSlots(gaps: Uint8Array, lengths: Uint8Array): Uint32Array {
  const slots = new Uint32Array(2 * slotsFor(lengths.length));
  let at = 0;
  let gram = 0;
  let weight = 0;
  for (let place = 0; place < lengths.length; place++) {
    let shift = 0;
    let byte: number;
    do {
      byte = gaps[at++]!;
      gram += (byte & 0x7f) << shift;
      shift += 7;
    } while (byte > 0x7f);
    insert(slots, gram, weight * 256 + lengths[place]!);
    weight += lengths[place]!;
  }
  return slots;
}

function unpackWeights(lengths: Uint8Array, gaps: Uint8Array, steps: Uint8Array): Uint16Array {
  const weights = new Uint16Array(steps.length);
  let at = 0;
  for (let place = 0; place < lengths.length; place++) {
    let language = -1;
    for (const end = at + lengths[place]!; at < end; at++) {
      language += gaps[at]!;
      // A byte of two's complement, moved into 0..255.
      weights[at] = (language << 8) | (steps[at]! ^ ZERO_STEP);
    }
  }
  return weights;
}

const ZERO_STEP = 0x80;

function insert(slots: Uint32Array, gram: number, place: number): void {
  const mask = slots.length - 2;
  let slot = (2 * gram) & mask;
  while (slots[slot] !== 0) slot = (slot + 2) & mask;
  slots[slot] = gram + 1;
  slots[slot + 1] = place;
}

/**
 * A power of two of at least one and a half slots a gram. With four a gram, the search for an unknown one ends sooner,
 * but the table is then read from farther away: no faster, with a warm cache or a cold one.
 */
function slotsFor(grams: number): number {
  return 2 ** Math.ceil(Math.log2(1.5 * grams));
}

/** Room for the longest sample of a detector; longer texts are the trainer's. */
const ROOM = gramBound(2048);
let buffer = new Uint32Array(ROOM);

/**
 * Adds the weights of a text (NFC, lower case) to `scores`, one per language of the table; says how many grams it has.
 * Slots and weights are each asked for in a loop of their own before they are used: a processor waits for many reads at
 * once where no branch hangs on what they bring (cold cache: 67 to 37 microseconds a sample of 120 units).
 */
export function addScores(text: string, table: GramTable, scores: Int32Array): number {
  if (buffer.length < gramBound(text.length)) buffer = new Uint32Array(2 * gramBound(text.length));
  const { slots, weights } = table;
  const count = gramsOf(text, buffer);
  askForSlots(slots, buffer, count);
  const known = findGrams(slots, buffer, count);
  askForWeights(weights, buffer, known);
  for (let i = 0; i < known; i++) {
    const place = buffer[i]!;
    const from = place >>> 8;
    const end = from + (place & 0xff);
    for (let at = from; at < end; at++) {
      const weight = weights[at]!;
      const language = weight >> 8;
      scores[language] = scores[language]! + (weight & 0xff) - ZERO_STEP;
    }
  }
  return count;
}

/** What the reads ahead have brought, kept so that no compiler leaves them out; it means nothing. */
let asked = 0;

function askForSlots(slots: Uint32Array, grams: Uint32Array, count: number): void {
  const mask = slots.length - 2;
  let all = asked;
  for (let i = 0; i < count; i++) all ^= slots[(2 * grams[i]!) & mask]!;
  asked = all;
}

/** First and last weight of each gram: they stand in one or two lines of the cache. */
function askForWeights(weights: Uint16Array, places: Uint32Array, known: number): void {
  let all = asked;
  for (let i = 0; i < known; i++) {
    const from = places[i]! >>> 8;
    all ^= weights[from]! ^ weights[from + (places[i]! & 0xff) - 1]!;
  }
  asked = all;
}

/** Puts the places of the weights of the known grams where the grams were, and says how many. */
function findGrams(slots: Uint32Array, grams: Uint32Array, count: number): number {
  const mask = slots.length - 2;
  let known = 0;
  for (let i = 0; i < count; i++) {
    const gram = grams[i]!;
    let slot = (2 * gram) & mask;
    while (slots[slot] !== gram + 1 && slots[slot] !== 0) slot = (slot + 2) & mask;
    if (slots[slot] !== 0) grams[known++] = slots[slot + 1]!;
  }
  return known;
}
