/**
 * The distinct names of a text as they are found. Owns counting and the limit; must not find anything.
 */
import { SCRIPTS } from '../../lib/script.ts';
import type { NameKind, WeighedName } from '../../model/features.ts';
import { romanise } from './romanise.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Most distinct names kept of one article, the first in order of mention: news names its people first, and matching
 * must not cost more for a book than for an article.
 */
const MOST_NAMES = 200;

/** What becomes of the names of one text; mutable, for one text. */
export interface NameSink {
  /** Takes what the word `text[start, end)` was read as, by its place in the vocabulary. */
  addReading(reading: number, start: number, end: number, script: number, kind: NameKind): void;
  addPlace(key: number, start: number, end: number, script: number): void;
}

/** Names as they are indexed, each key once, in the order of the first mention; columns longer than `count`. */
export interface NameKeys {
  readonly count: number;
  /** Of the key behind an `N`, apart from numbers and dates. */
  readonly hashes: Int32Array;
  /** What a key tells, in quarter bits. */
  readonly weights: Int32Array;
  readonly starts: Int32Array;
  /** 1 where a name is written as one or is a known place. */
  readonly definite: Uint8Array;
}

/** Only the keys and their places: what is asked of every article. Its columns are overwritten by the next text. */
export class KeyList implements NameSink, NameKeys {
  #vocabulary: Vocabulary | undefined;
  count = 0;
  readonly hashes = new Int32Array(MOST_NAMES);
  readonly weights = new Int32Array(MOST_NAMES);
  readonly starts = new Int32Array(MOST_NAMES);
  readonly definite = new Uint8Array(MOST_NAMES);

  begin(vocabulary: Vocabulary): void {
    this.#vocabulary = vocabulary;
    this.count = 0;
  }

  addReading(reading: number, start: number, _end: number, _script: number, kind: NameKind): void {
    const vocabulary = this.#vocabulary!;
    const isDefinite = kind !== 'word' || vocabulary.isPlace(reading);
    const keys = vocabulary.keyCount(reading);
    for (let i = 0; i < keys; i++) this.#add(vocabulary, vocabulary.keyAt(reading, i), start, isDefinite);
  }

  addPlace(key: number, start: number): void {
    this.#add(this.#vocabulary!, key, start, true);
  }

  #add(vocabulary: Vocabulary, key: number, start: number, isDefinite: boolean): void {
    if (!vocabulary.isNew(key) || this.count >= MOST_NAMES) return;
    const at = this.count++;
    this.hashes[at] = vocabulary.keyHash(key);
    this.weights[at] = vocabulary.keyWeight(key);
    this.starts[at] = start;
    this.definite[at] = isDefinite ? 1 : 0;
  }
}

type Writable<Row> = { -readonly [Field in keyof Row]: Row[Field] };

/** The mentions as written, in the order of the first of each key: what judging a pair asks for. */
export class MentionList implements NameSink {
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #byKey = new Map<number, Writable<WeighedName>>();
  readonly found: WeighedName[] = [];

  constructor(text: string, vocabulary: Vocabulary) {
    this.#text = text;
    this.#vocabulary = vocabulary;
  }

  addReading(reading: number, start: number, end: number, script: number, kind: NameKind): void {
    const vocabulary = this.#vocabulary;
    const own = vocabulary.isPlace(reading) ? 'place' : kind;
    const count = vocabulary.keyCount(reading);
    for (let i = 0; i < count; i++) {
      this.#add(vocabulary.keyAt(reading, i), start, end, script, own, vocabulary.formAt(reading, i));
    }
  }

  addPlace(key: number, start: number, end: number, script: number): void {
    this.#add(key, start, end, script, 'place', undefined);
  }

  #add(
    number: number,
    start: number,
    end: number,
    script: number,
    kind: NameKind,
    form: string | undefined,
  ): void {
    const known = this.#byKey.get(number);
    if (known !== undefined) known.count++;
    if (known !== undefined || this.found.length >= MOST_NAMES) return;
    const { language, keys } = this.#vocabulary;
    const { key, bits } = keys[number]!;
    const text = this.#text.slice(start, end);
    const romanised = form ?? romanise(text, SCRIPTS[script] ?? 'Zyyy', language)[0]?.form ?? '';
    const mention = { text, key, form: romanised, kind, start, count: 1, bits };
    this.#byKey.set(number, mention);
    this.found.push(mention);
  }
}
