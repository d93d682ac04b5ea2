/** The words and numbers of a date, each with what it may be. Must not decide which of them it is. */
import { nameKey } from './name-key.ts';
import { dateNames, type Meanings } from './names.ts';

export interface NumberToken {
  readonly kind: 'number';
  readonly value: number;
  readonly digits: number;
}

export interface WordToken {
  readonly kind: 'word';
  readonly month?: Meanings;
  readonly day?: Meanings;
  readonly half?: Meanings;
  readonly hijri?: number;
  readonly solar?: number;
  readonly era?: 'buddhist' | 'hijri';
  readonly isFiller: boolean;
}

export type Token = NumberToken | WordToken;

/** Signs between the parts; any other character and it is no date. */
const SEPARATORS = /^[\s.,;:/()[\]|·•'’–—_-]$/u;
const WORD = /^[\p{L}\p{M}'’ʼ.\u02bb\u0970\u05f3]$/u;
/** Words that one name may have. */
const LONGEST_NAME = 8;
const MOST_TOKENS = 24;

/** Undefined where something stands in it that no date holds. */
export function tokensOf(text: string): readonly Token[] | undefined {
  const pieces = piecesOf(text);
  if (pieces === undefined || pieces.length > MOST_TOKENS) return undefined;
  const tokens: Token[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at]!;
    if (/^\d/.test(piece)) {
      tokens.push({ kind: 'number', value: Number(piece), digits: piece.length });
      at++;
      continue;
    }
    let found: WordToken | undefined;
    let length = Math.min(LONGEST_NAME, pieces.length - at);
    for (; length > 0 && found === undefined; length--)
      found = wordOf(pieces.slice(at, at + length).join(' '));
    if (found === undefined) return undefined;
    tokens.push(found);
    at += length + 1;
  }
  return tokens;
}

function piecesOf(text: string): readonly string[] | undefined {
  const pieces: string[] = [];
  let word = '';
  let isNumber = false;
  const flush = (): void => {
    // Signs alone are no word.
    if (/[\p{L}\d]/u.test(word)) pieces.push(word);
    word = '';
  };
  for (const character of text) {
    const digit = character >= '0' && character <= '9';
    if (digit || WORD.test(character)) {
      const startsAnew = word !== '' && digit !== isNumber;
      if (startsAnew) flush();
      isNumber = digit;
      // A dot behind digits parts, one behind letters shortens.
      if (word === '' && /[.'’]/u.test(character)) continue;
      word += character;
    } else if (SEPARATORS.test(character)) flush();
    else return undefined;
  }
  flush();
  return pieces;
}

/** The words that dates of an archive are made of are few. */
const known = new Map<string, WordToken | null>();
const WORDS_KEPT = 4096;

function wordOf(written: string): WordToken | undefined {
  const before = known.get(written);
  if (before !== undefined) return before ?? undefined;
  const found = readWord(written);
  if (known.size === WORDS_KEPT) known.clear();
  known.set(written, found ?? null);
  return found;
}

function readWord(written: string): WordToken | undefined {
  const key = nameKey(written);
  const { months, days, halves, fillers, hijri, solar } = dateNames();
  const era = ERAS.get(key);
  const word = {
    ...optional('month', months.get(key) ?? months.get(key.replace(PREFIXED, '').replace(INFLECTED, '$1'))),
    ...optional('day', days.get(key) ?? days.get(key.replace(/(?:曜日|요일|ที่)$/u, ''))),
    ...optional('half', halves.get(key)),
    ...optional('hijri', hijri.get(key)),
    ...optional('solar', solar.get(key)),
    ...optional('era', era),
  };
  const isFiller = fillers.has(key);
  if (Object.keys(word).length === 0 && !isFiller) return undefined;
  return { kind: 'word', ...word, isFiller };
}

/** Hebrew writes "in" together with the month, Mongolian puts the word for month into the genitive. */
const PREFIXED = /^ב(?=[א-ת]{3})/u;
const INFLECTED = /( сар)ын$/u;

const ERAS: ReadonlyMap<string, 'buddhist' | 'hijri'> = new Map([
  ['พศ', 'buddhist'],
  ['พ ศ', 'buddhist'],
  ['พุทธศักราช', 'buddhist'],
  ['be', 'buddhist'],
  ['هـ', 'hijri'],
  ['ه', 'hijri'],
  ['ah', 'hijri'],
  ['هجري', 'hijri'],
  ['هجرية', 'hijri'],
]);

function optional<K extends string, V>(name: K, value: V | undefined): { readonly [N in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [N in K]?: V });
}
