/**
 * Names, numbers and dates of an article as a compact row, sorted by key. Owns what becomes a key, and the limits; must
 * not find mentions or compare articles.
 */
import { dateBits, numberBits, numberKey } from '../lexicon/rarity.ts';
import { hashString } from '../lib/hash.ts';
import { type DateMention, FACT, type FactRow, type NumberMention } from '../model/features.ts';
import type { KeyMention } from './names/index.ts';

export const NO_FACTS: FactRow = {
  keys: new Uint32Array(0),
  weights: new Uint8Array(0),
  places: new Uint8Array(0),
  kinds: new Uint8Array(0),
};

/** Mentions of a text, each kind in the order of the text. */
export interface MentionKeys {
  readonly names: readonly KeyMention[];
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
}

/** Names below this many bits are in every article. */
const LEAST_NAME_BITS = 2;
/**
 * Most numbers and dates kept of one article, the first: a table of results has thousands, and a pair must not cost more
 * for it. Far above what articles have, so not swept.
 */
const MOST_NUMBERS = 256;
const MOST_DATES = 64;

/**
 * One hash space for all kinds: the prefix keeps names, `#` for numbers and `D` for dates apart. A value that stands
 * with a unit is also put under itself (`amount`), a date with a year under its day (`day`). Of facts with one key the
 * first counts, whole ones before these parts.
 */
export function factsOf({ names, numbers, dates }: MentionKeys, length: number): FactRow {
  list.begin(length);
  for (const { key, start, isDefinite } of names) {
    if (key.bits >= LEAST_NAME_BITS) list.add(key.hash, key.bits, start, isDefinite ? FACT.name : FACT.word);
  }
  const firstNumbers = numbers.length > MOST_NUMBERS ? numbers.slice(0, MOST_NUMBERS) : numbers;
  const firstDates = dates.length > MOST_DATES ? dates.slice(0, MOST_DATES) : dates;
  for (const number of firstNumbers) {
    list.add(hashString(`#${numberKey(number)}`, 0), numberBits(number), number.start, FACT.number);
  }
  for (const date of firstDates)
    list.add(hashString(`D${date.iso}`, 0), dateBits(date), date.start, FACT.date);
  for (const number of firstNumbers) {
    if (number.unit === undefined) continue;
    list.add(hashString(`#${number.value}`, 0), numberBits(number), number.start, FACT.amount);
  }
  for (const date of firstDates) {
    if (date.iso.length !== FULL_DATE) continue;
    list.add(hashString(`D-${date.iso.slice(4)}`, 0), dateBits(date), date.start, FACT.day);
  }
  return list.sorted();
}

const FULL_DATE = '2025-10-28'.length;

/** Names of an article are far fewer (`features/names`). */
const CAPACITY = 2048;

/** Facts as they come. Key and place in the list are one number: sorting brings equal keys together, the first first. */
class FactList {
  readonly #order = new Float64Array(CAPACITY);
  readonly #weights = new Uint8Array(CAPACITY);
  readonly #places = new Uint8Array(CAPACITY);
  readonly #kinds = new Uint8Array(CAPACITY);
  #length = 1;
  #count = 0;

  /** Begins anew for a text of this length. */
  begin(length: number): void {
    this.#length = Math.max(1, length);
    this.#count = 0;
  }

  add(key: number, bits: number, start: number, kind: number): void {
    if (this.#count === CAPACITY) return;
    const at = this.#count++;
    this.#order[at] = key * CAPACITY + at;
    this.#weights[at] = Math.min(255, Math.round(4 * bits));
    this.#places[at] = Math.min(255, Math.floor((256 * start) / this.#length));
    this.#kinds[at] = kind;
  }

  sorted(): FactRow {
    if (this.#count === 0) return NO_FACTS;
    const sorted = this.#order.subarray(0, this.#count).sort();
    const keys = new Uint32Array(this.#count);
    const from = new Uint16Array(this.#count);
    let count = 0;
    for (let i = 0; i < sorted.length; i++) {
      const code = sorted[i]!;
      const key = Math.floor(code / CAPACITY);
      if (count > 0 && keys[count - 1] === key) continue;
      keys[count] = key;
      from[count++] = code - key * CAPACITY;
    }
    return {
      keys: keys.slice(0, count),
      weights: gathered(this.#weights, from, count),
      places: gathered(this.#places, from, count),
      kinds: gathered(this.#kinds, from, count),
    };
  }
}

function gathered(values: Uint8Array, from: Uint16Array, count: number): Uint8Array {
  const own = new Uint8Array(count);
  for (let i = 0; i < count; i++) own[i] = values[from[i]!]!;
  return own;
}

/** Reused by every article. */
const list = new FactList();
