/**
 * The strings of one record. Owns the way they are read: a record in UTF-8 is parsed as if each byte were a character,
 * which no rule of JSON tells apart, so that its strings are the bytes of what they say. Those of the text are wanted
 * for its digest and for the working file, and only what is asked for is decoded. Escapes by number (`\\u00e9`) make
 * no bytes: a record that has any is decoded first.
 */
import { utf8Text } from '../lib/utf8-text.ts';
import { FIELDS, type Field, LANGUAGE_NAMES } from '../model/record-fields.ts';
import { languageOf } from './dump/language-names.ts';
import { isMarkup, isTeaser } from './field-markup.ts';
import {
  type Found,
  fieldOf,
  isObject,
  isTextUnder,
  nameOf,
  namesOf,
  type OtherNames,
  otherNames,
} from './fields.ts';
import { listText, onlyEntry } from './list-text.ts';
import { noText } from './missing-text.ts';
import { isNinjs } from './ninjs.ts';
import { NamesByKeys, type PresentNames } from './present-names.ts';
import { parseRecord } from './record-json.ts';

/** Names of the fields in a record, as they are and as bytes. */
export interface FieldNames {
  readonly map: Readonly<Record<string, string>>;
  readonly plain: KnownNames;
  readonly bytes: KnownNames;
}

interface KnownNames {
  readonly all: Readonly<Record<Field, readonly string[]>>;
  readonly byKeys: NamesByKeys;
}

export function fieldNames(map: Readonly<Record<string, string>>): FieldNames {
  const named = (form: (name: string) => string): KnownNames => {
    const all = Object.fromEntries(FIELDS.map((field) => [field, namesOf(map, field).map(form)])) as Record<
      Field,
      string[]
    >;
    return { all, byKeys: new NamesByKeys({ fields: all, language: LANGUAGE_NAMES }) };
  };
  return { map, plain: named((name) => name), bytes: named(toBytes) };
}

/** A field, and the name that it was found under. */
interface Named {
  readonly name: string;
  readonly found: Found;
}

const NUMBERED = Buffer.from('\\u');

export class RecordStrings {
  /** As parsed; undefined where it is no JSON. */
  readonly value: unknown;
  readonly #names: KnownNames['all'];
  readonly #present: PresentNames;
  readonly #map: FieldNames['map'];
  readonly #isBytes: boolean;
  /** What was found of the fields that were asked for. */
  readonly #found = new Map<Field, Named | undefined>();

  /** Of bytes that are valid UTF-8. */
  constructor(bytes: Buffer, names: FieldNames) {
    this.#isBytes = !bytes.includes(NUMBERED);
    this.#map = names.map;
    const { all, byKeys } = this.#isBytes ? names.bytes : names.plain;
    this.#names = all;
    this.value = parseRecord(this.#isBytes ? bytes.toString('latin1') : utf8Text(bytes));
    this.#present = byKeys.of(this.value);
  }

  /** The value of a field, strings not decoded, and the keys that lead to it. */
  field(field: Field): Found | undefined {
    const found = this.#find(field)?.found;
    if (found === undefined || !this.#isBytes) return found;
    return { value: found.value, keys: found.keys.map(fromBytes) };
  }

  /** Whether it is to be read as a news item of ninjs: it is one, and has no text under the name that is asked for first. */
  isNewsItem(): boolean {
    if (!isNinjs(this.value)) return false;
    const own = this.#find('text');
    return own === undefined || own.name !== this.#names.text[0] || this.#isEmpty(own.found.value);
  }

  /** Fields that were found under another name than their own. */
  otherNames(): OtherNames | undefined {
    return otherNames((field) => (Object.hasOwn(this.#map, field) ? undefined : this.#find(field)?.name));
  }

  #find(field: Field): Named | undefined {
    const known = this.#found.get(field);
    if (known !== undefined || this.#found.has(field)) return known;
    const found = this.#search(field);
    this.#found.set(field, found);
    return found;
  }

  /**
   * The first of the names under which something stands; of a text, the first that is no markup, where there is one that is
   * no teaser of it. Where
   * all that there is of a text is empty, the first of that: such an article is empty, and not without a text.
   */
  #search(field: Field): Named | undefined {
    let markup: Named | undefined;
    let empty: Named | undefined;
    for (const name of this.#present.fields[field]) {
      const found = plain(fieldOf(this.value, name), field);
      if (found === undefined || !isUsable(found.value, field)) continue;
      if (field === 'text' && !isTextUnder(name, this.#names.text, () => this.decode(String(found.value))))
        continue;
      if (this.#isEmpty(found.value)) {
        if (field === 'text') empty ??= { name, found };
      } else if (field === 'text' && isMarkup(String(found.value))) markup ??= { name, found };
      else if (field === 'text' && markup !== undefined && isTeaserBeside(found, markup.found)) continue;
      else return { name, found };
    }
    return markup ?? empty;
  }

  /** Whether it is a string of white space alone, by a glance at nearly all strings. */
  #isEmpty(value: unknown): boolean {
    return typeof value === 'string' && !VISIBLE_ASCII.test(value) && this.decode(value).trim() === '';
  }

  /** A string of the record as it reads. */
  decode(value: string): string {
    return this.#isBytes ? fromBytes(value) : wellFormed(value);
  }

  /** BCP 47 of the language that the record declares, by a tag or a name; undefined where none is known. */
  language(): string | undefined {
    for (const name of this.#present.language) {
      const value = plain(fieldOf(this.value, name), 'source')?.value;
      const found = typeof value === 'string' ? languageOf(this.decode(value)) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What is said where no text was found. */
  noText(): string {
    return noText(this.value, nameOf(this.#map, 'text'), this.#names.text, (name) => this.decode(name));
  }

  /** A field that is a string with something in it, without white space at its ends. */
  text(field: Field): string | undefined {
    const value = this.#find(field)?.found.value;
    if (typeof value !== 'string') return undefined;
    const trimmed = this.decode(value).trim();
    return trimmed === '' ? undefined : trimmed;
  }

  /** A field that is a string, or a number as it is: dates are often seconds since 1970. */
  textOrNumber(field: Field): string | undefined {
    const value = this.#find(field)?.found.value;
    return typeof value === 'number' && Number.isFinite(value) ? String(value) : this.text(field);
  }

  /** Writes a string of the record in UTF-8, which is never longer than what it is read from; where it ends. */
  write(value: string, into: Buffer, at: number): number {
    return at + (this.#isBytes ? into.write(value, at, 'latin1') : into.write(wellFormed(value), at, 'utf8'));
  }
}

/** A list as what it says: of a text its parts, of another field its only entry. A date of MongoDB as its string or number. */
function plain(found: Found | undefined, field: Field): Found | undefined {
  if (found === undefined || typeof found.value !== 'object') return found;
  if (field === 'date' && isObject(found.value)) return { ...found, value: mongoDate(found.value) };
  if (!Array.isArray(found.value)) return found;
  const value = field === 'text' ? listText(found.value) : onlyEntry(found.value);
  // A number that is an id is looked up as it is written, which keys do not lead to in a list.
  return field === 'id' && typeof value !== 'string' ? undefined : { ...found, value };
}

/** Reference: MongoDB Extended JSON 2.0. */
function mongoDate({ $date }: Readonly<Record<string, unknown>>): unknown {
  return isObject($date) ? $date['$numberLong'] : $date;
}

function isTeaserBeside(plainText: Found, markup: Found): boolean {
  return isTeaser(String(plainText.value), String(markup.value));
}

function isUsable(value: unknown, field: Field): boolean {
  return typeof value === 'string' || (typeof value === 'number' && field !== 'text');
}

const VISIBLE_ASCII = /[!-~]/;

const BEYOND_ASCII = /[\x80-\xff]/;

function fromBytes(value: string): string {
  return BEYOND_ASCII.test(value) ? utf8Text(Buffer.from(value, 'latin1')) : value;
}

function toBytes(value: string): string {
  return Buffer.from(value, 'utf8').toString('latin1');
}

/** JSON can spell half a surrogate pair, which no UTF-8 file can hold: U+FFFD instead, as decoders do. */
function wellFormed(text: string): string {
  // Most texts have no pair at all, which is told much faster than that no half of one stands alone.
  return ANY_HALF.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;
}

const ANY_HALF = /[\ud800-\udfff]/;
