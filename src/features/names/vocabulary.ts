/**
 * What is kept of the words of one language from article to article: what they were read as, their lower case, and for
 * the article at hand how they stand in it. Owns that memory and its bound; must not judge words. Nothing kept changes
 * a result: all of it follows from the word and the language alone, but for the marks, which begin anew with each text.
 * Numbers in columns: an object for each word would be a walk through all of memory for each text.
 */
import { nameBits } from '../../lexicon/rarity.ts';
import { FOLD } from '../../lib/characters.ts';
import { hashString } from '../../lib/hash.ts';
import { SCRIPTS } from '../../lib/script.ts';
import { WordTable } from '../../lib/word-table.ts';
import { isAgglutinating } from './affixes.ts';
import { placeLocale } from './place-locale.ts';
import { type PlaceIndex, placeIndex } from './places.ts';

/** Words kept of a language; beyond it all are forgotten at once, between two texts. */
const WORDS_KEPT = 32_768;

/** How a word, in lower case, stands in the text at hand; bits. */
export const MARKS = {
  /** With a capital inside a sentence. */
  sure: 1,
  /** With a capital that its place explains. */
  doubtful: 2,
  /** In lower case. */
  lower: 4,
  /** Taken for a name. */
  named: 8,
} as const;

/** A key under which names are found in all languages. */
export interface WeighedKey {
  readonly key: string;
  /** What it tells when it is shared. */
  readonly bits: number;
}

/** What a word by itself can be: a place, or every key it may be found under. */
export interface Reading {
  /** Whether a place name of several words may start with the word. */
  readonly opens: boolean;
  readonly isPlace: boolean;
  /** Numbers of keys in the vocabulary. */
  readonly keys: readonly number[];
  /** Romanised forms, parallel to `keys`; none for a place. */
  readonly forms: readonly string[];
}

/** Of a kept reading: its flags stand below the count of its keys. */
const OPENS = 1;
const IS_PLACE = 2;
const FLAG_BITS = 2;

/** What is kept of a word, by the fields of its row. */
const FIELD = {
  /** Place of its reading, 0 where none is. */
  reading: 0,
  /** The same of a word in capitals throughout. */
  acronym: 1,
  /** The number of its lower case and 1, or 0 where it was not asked for. */
  lower: 2,
  marks: 3,
} as const;

/** What is kept of a key: of which text it was last met, its hash, quarter bits. */
const KEY = { round: 0, hash: 1, weight: 2 } as const;
const KEY_ROW_BITS = 2;

/** Longest lower case of a word that is not too long to be a name. */
const LOWER_UNITS = new Uint16Array(256);

export class Vocabulary {
  readonly bcp47: string;
  /** First subtag of the BCP 47 tag. */
  readonly language: string;
  readonly isAgglutinating: boolean;
  words = new WordTable();
  /** Texts so far. */
  round = 0;
  /** By the number of a key. */
  keys: WeighedKey[] = [];
  /** By script; `null` where it was asked for in vain. */
  readonly #places: (PlaceIndex | null | undefined)[] = SCRIPTS.map(() => undefined);
  #keyNumbers = new Map<string, number>();
  #keyRows = new Int32Array(1024 << KEY_ROW_BITS);
  /** Readings: flags and count, then the keys. Place 0 is nobody's. */
  #list = new Int32Array(4096);
  #listed = 1;
  /** Romanised forms, by the place of their key in the list. */
  #forms: (string | undefined)[] = [];

  constructor(bcp47: string) {
    this.bcp47 = bcp47;
    this.language = bcp47.split('-')[0] ?? 'und';
    this.isAgglutinating = isAgglutinating(this.language);
  }

  /** Begins a text: no word is marked and no key met. */
  begin(): void {
    this.round++;
    if (this.words.count < WORDS_KEPT && this.round < MOST_ROUNDS) return;
    this.round = 1;
    this.words = new WordTable();
    this.keys = [];
    this.#keyNumbers = new Map();
    this.#keyRows = new Int32Array(1024 << KEY_ROW_BITS);
    this.#list = new Int32Array(4096);
    this.#listed = 1;
    this.#forms = [];
  }

  /** Place names in a script, by its number. */
  placesIn(script: number): PlaceIndex | undefined {
    const known = this.#places[script];
    if (known !== undefined) return known ?? undefined;
    const locale = placeLocale(this.bcp47, SCRIPTS[script] ?? 'Zyyy');
    const places = locale === undefined ? undefined : placeIndex(locale);
    this.#places[script] = places ?? null;
    return places;
  }

  /** Place of the reading of a word, 0 where none is kept. */
  readingOf(word: number, isAcronym: boolean): number {
    return this.words.field(word, isAcronym ? FIELD.acronym : FIELD.reading);
  }

  /** Keeps the reading of a word and says where. */
  keep(word: number, isAcronym: boolean, { opens, isPlace, keys, forms }: Reading): number {
    const wanted = this.#listed + keys.length + 1;
    while (wanted > this.#list.length) this.#list = grown(this.#list);
    const place = this.#listed;
    this.words.putField(word, isAcronym ? FIELD.acronym : FIELD.reading, place);
    this.#list[place] = (keys.length << FLAG_BITS) | (isPlace ? IS_PLACE : 0) | (opens ? OPENS : 0);
    while (this.#forms.length < wanted) this.#forms.push(undefined);
    keys.forEach((key, i) => {
      this.#list[place + 1 + i] = key;
      this.#forms[place + 1 + i] = forms[i];
    });
    this.#listed = wanted;
    return place;
  }

  /** Whether a place name of several words may start with the word of a reading. */
  opensPlace(reading: number): boolean {
    return (this.#list[reading]! & OPENS) !== 0;
  }

  isPlace(reading: number): boolean {
    return (this.#list[reading]! & IS_PLACE) !== 0;
  }

  keyCount(reading: number): number {
    return this.#list[reading]! >>> FLAG_BITS;
  }

  keyAt(reading: number, i: number): number {
    return this.#list[reading + 1 + i]!;
  }

  formAt(reading: number, i: number): string | undefined {
    return this.#forms[reading + 1 + i];
  }

  /** Number of a key. */
  keyOf(key: string): number {
    const known = this.#keyNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.keys.length;
    const kind = key.startsWith('@') ? 'place' : 'name';
    const bits = nameBits({ key, kind }, this.bcp47);
    this.keys.push({ key, bits });
    this.#keyNumbers.set(key, number);
    const row = number << KEY_ROW_BITS;
    if (row >= this.#keyRows.length) this.#keyRows = grown(this.#keyRows);
    this.#keyRows[row + KEY.hash] = hashString(`N${key}`, 0) | 0;
    this.#keyRows[row + KEY.weight] = Math.round(4 * bits);
    return number;
  }

  /** Hash of a key behind an `N`, apart from numbers and dates: signed 32 bits. */
  keyHash(key: number): number {
    return this.#keyRows[(key << KEY_ROW_BITS) + KEY.hash]!;
  }

  /** What a key tells when it is shared, in quarter bits. */
  keyWeight(key: number): number {
    return this.#keyRows[(key << KEY_ROW_BITS) + KEY.weight]!;
  }

  /** Whether a key is met in the text at hand for the first time. */
  isNew(key: number): boolean {
    const row = key << KEY_ROW_BITS;
    if (this.#keyRows[row] === this.round) return false;
    this.#keyRows[row] = this.round;
    return true;
  }

  /** Number of the lower case of a word. */
  lowerOf(word: number, units: Uint16Array, start: number, end: number): number {
    const known = this.words.field(word, FIELD.lower);
    if (known > 0) return known - 1;
    const lower = this.words.add(LOWER_UNITS, 0, writeLower(units, start, end));
    this.words.putField(word, FIELD.lower, lower + 1);
    return lower;
  }

  mark(word: number, mark: number): void {
    this.words.putField(word, FIELD.marks, (this.round << MARK_BITS) | this.marksOf(word) | mark);
  }

  /** The marks of a word in the text at hand. */
  marksOf(word: number): number {
    const marks = this.words.field(word, FIELD.marks);
    return marks >> MARK_BITS === this.round ? marks & (2 ** MARK_BITS - 1) : 0;
  }
}

/** A mark keeps the number of its text above these bits. */
const MARK_BITS = 4;
const MOST_ROUNDS = 2 ** 26;

function grown(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(2 * from.length);
  to.set(from);
  return to;
}

/** A copy: a slice would keep the text that it was cut from. */
export function stringOf(units: Uint16Array, start: number, end: number): string {
  let word = '';
  for (let i = start; i < end; i++) word += String.fromCharCode(units[i]!);
  return word;
}

/** Writes the lower case of a word into `LOWER_UNITS` and says how long it is. */
function writeLower(units: Uint16Array, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const lower = LOWER[units[i]!]!;
    if (lower === ASK) return writeLowerOf(stringOf(units, start, end).toLowerCase());
    LOWER_UNITS[i - start] = lower;
  }
  return end - start;
}

function writeLowerOf(form: string): number {
  for (let i = 0; i < form.length; i++) LOWER_UNITS[i] = form.charCodeAt(i);
  return form.length;
}

/** Lower case by unit; `ASK` where it depends on the neighbours (Σ, pairs) or is longer (İ). */
const ASK = 0;
const LOWER = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
for (let unit = 0; unit < 0x10000; unit++) {
  // Folding changes every capital and little else.
  if (FOLD[unit] === unit) continue;
  const lower = String.fromCharCode(unit).toLowerCase();
  LOWER[unit] = lower.length === 1 ? lower.charCodeAt(0) : ASK;
}
LOWER.fill(ASK, 0xd800, 0xe000);
LOWER[0x3a3] = ASK;

const vocabularies = new Map<string, Vocabulary>();

/** The vocabulary of a language: the articles of an archive share a few. */
export function vocabularyOf(bcp47: string): Vocabulary {
  const known = vocabularies.get(bcp47);
  if (known !== undefined) return known;
  const made = new Vocabulary(bcp47);
  vocabularies.set(bcp47, made);
  return made;
}
