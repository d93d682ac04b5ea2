/**
 * Names, numbers and dates of an article as a compact row, sorted by key. Owns what becomes a key, and the limits; must
 * not find mentions or compare articles.
 */
import { dateBits, numberBits, numberKey } from '../lexicon/rarity.ts';
import { hashString } from '../lib/hash.ts';
import { otherForms } from '../lib/other-forms.ts';
import { type DateMention, FACT, type FactRow, type NumberMention } from '../model/features.ts';
import type { NameKeys } from './names/index.ts';
import { NO_FACTS } from './no-story.ts';

/** Mentions of a text, each kind in the order of the text. */
export interface MentionKeys {
  readonly names: NameKeys;
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
}

/** Names below two bits are in every article; in quarter bits, which all bits of names are. */
const LEAST_NAME_WEIGHT = 8;
/**
 * Most numbers and dates kept of one article, the first: a table of results has thousands, and a pair must not cost more
 * for it. Far above what articles have, so not swept.
 */
const MOST_NUMBERS = 256;
const MOST_DATES = 64;

/**
 * One hash space for all kinds: the prefix keeps names, `#` for numbers and `D` for dates apart. A number is
 * also put under its other forms (`amount`), a date with a year under its day (`day`). Of facts with one key the
 * first counts, whole ones before these parts.
 */
export function factsOf({ names, numbers, dates }: MentionKeys, length: number): FactRow {
  list.begin(length);
  for (let i = 0; i < names.count; i++) {
    const weight = names.weights[i]!;
    if (weight < LEAST_NAME_WEIGHT) continue;
    list.add(names.hashes[i]!, weight, names.starts[i]!, names.definite[i] === 1 ? FACT.name : FACT.word);
  }
  const firstNumbers = numbers.length > MOST_NUMBERS ? numbers.slice(0, MOST_NUMBERS) : numbers;
  const firstDates = dates.length > MOST_DATES ? dates.slice(0, MOST_DATES) : dates;
  for (const number of firstNumbers) {
    list.add(hashString(`#${numberKey(number)}`, 0), weightOf(numberBits(number)), number.start, FACT.number);
  }
  for (const date of firstDates)
    list.add(hashString(`D${date.iso}`, 0), weightOf(dateBits(date)), date.start, FACT.date);
  for (const number of firstNumbers) {
    for (const form of otherForms(number)) {
      // Without its unit a number is as rare as with it; of other digits it is as rare as these.
      const bits = form.value === number.value ? numberBits(number) : numberBits(form);
      list.add(hashString(`#${numberKey(form)}`, 0), weightOf(bits), number.start, FACT.amount);
    }
  }
  for (const date of firstDates) {
    if (date.iso.length !== FULL_DATE) continue;
    list.add(hashString(`D-${date.iso.slice(4)}`, 0), weightOf(dateBits(date)), date.start, FACT.day);
  }
  return list.sorted();
}

const FULL_DATE = '2025-10-28'.length;

/** Names of an article are far fewer (`features/names`). */
const CAPACITY = 2048;

/** In quarter bits. */
function weightOf(bits: number): number {
  return Math.round(4 * bits);
}

/** Keys are hashes: by their upper bits they are all but sorted. */
const BUCKET_BITS = 8;

/** Facts as they come, and sorted by key, the first of equal keys first. */
class FactList {
  readonly #keys = new Uint32Array(CAPACITY);
  readonly #weights = new Uint8Array(CAPACITY);
  readonly #places = new Uint8Array(CAPACITY);
  readonly #kinds = new Uint8Array(CAPACITY);
  /** Places in the list, in the order of their keys. */
  readonly #order = new Uint16Array(CAPACITY);
  readonly #ends = new Uint16Array((1 << BUCKET_BITS) + 1);
  #length = 1;
  #count = 0;

  /** Begins anew for a text of this length. */
  begin(length: number): void {
    this.#length = Math.max(1, length);
    this.#count = 0;
  }

  add(key: number, weight: number, start: number, kind: number): void {
    if (this.#count === CAPACITY) return;
    const at = this.#count++;
    this.#keys[at] = key;
    this.#weights[at] = Math.min(255, weight);
    this.#places[at] = Math.min(255, Math.floor((256 * start) / this.#length));
    this.#kinds[at] = kind;
  }

  sorted(): FactRow {
    if (this.#count === 0) return NO_FACTS;
    const order = this.#order;
    this.#sort();
    const all = this.#keys;
    let count = 0;
    for (let i = 0; i < this.#count; i++) {
      const at = order[i]!;
      if (count > 0 && all[order[count - 1]!] === all[at]) continue;
      order[count++] = at;
    }
    // One block of memory: to ask for four costs more than to sort.
    const buffer = new ArrayBuffer(7 * count);
    const keys = new Uint32Array(buffer, 0, count);
    const weights = new Uint8Array(buffer, 4 * count, count);
    const places = new Uint8Array(buffer, 5 * count, count);
    const kinds = new Uint8Array(buffer, 6 * count, count);
    for (let i = 0; i < count; i++) {
      const at = order[i]!;
      keys[i] = all[at]!;
      weights[i] = this.#weights[at]!;
      places[i] = this.#places[at]!;
      kinds[i] = this.#kinds[at]!;
    }
    return { keys, weights, places, kinds };
  }

  /** By buckets of the upper bits, then by insertion; both leave equal keys in their order. */
  #sort(): void {
    const keys = this.#keys;
    const order = this.#order;
    const ends = this.#ends.fill(0);
    const count = this.#count;
    for (let at = 0; at < count; at++) ends[(keys[at]! >>> (32 - BUCKET_BITS)) + 1]!++;
    for (let bucket = 1; bucket < ends.length; bucket++) ends[bucket]! += ends[bucket - 1]!;
    for (let at = 0; at < count; at++) order[ends[keys[at]! >>> (32 - BUCKET_BITS)]!++] = at;
    for (let i = 1; i < count; i++) {
      const at = order[i]!;
      const key = keys[at]!;
      let to = i;
      for (; to > 0 && keys[order[to - 1]!]! > key; to--) order[to] = order[to - 1]!;
      order[to] = at;
    }
  }
}

/** Reused by every article. */
const list = new FactList();
