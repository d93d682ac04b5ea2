/**
 * What a token is: where one ends, and its hash. Owns the rules, as one function that reads a token unit by unit; the
 * scans of whole texts read plain words faster and ask here for the rest.
 */
import {
  astralClass,
  DIGIT,
  GROUP_SPACES,
  INVISIBLE,
  MARK,
  NUMBER_JOINERS,
  SEPARATOR,
  SURROGATE,
  UNSPACED,
  WORD,
} from './characters.ts';
import { finishHash, mixWord } from './hash.ts';
import { TOKEN_CLASS, TOKEN_FORM } from './token-units.ts';

export const TOKEN_KINDS = { word: 0, character: 1, number: 2 } as const;
/** In the place of a kind: no token begins here. */
export const NO_TOKEN = 3;

/** What stands at an offset. */
export interface TokenRead {
  /** Behind it; of what is no token, the next offset. */
  end: number;
  /** 32 bits, still to be finished. */
  hash: number;
  /** A value of TOKEN_KINDS, or NO_TOKEN. */
  kind: number;
}

/** One at a time: an object for each would cost more than to read it. */
const found: TokenRead = { end: 0, hash: 0, kind: NO_TOKEN };

/** The token that begins at an offset of `units[0, length)`; overwritten by the next call. */
export function readToken(units: Uint16Array, start: number, length: number): Readonly<TokenRead> {
  const first = classAt(units, start, length);
  found.end = start + 1;
  found.kind = NO_TOKEN;
  if (first === SEPARATOR || first === INVISIBLE || first === MARK) return found;
  let at = start;
  let hash = 0;
  let kind = first;
  let previous = INVISIBLE;
  // One step a code unit: the class of a pair is asked at its first half, its second half follows unasked.
  while (isPartOfToken(kind, previous, first, units, start, at, length)) {
    const isPair = TOKEN_CLASS[units[at]!] === SURROGATE;
    if (kind !== INVISIBLE) hash = mixWord(hash, TOKEN_FORM[units[at]!]!);
    if (isPair) hash = mixWord(hash, units[at + 1]!);
    at += isPair ? 2 : 1;
    if (kind !== INVISIBLE) previous = kind;
    if (at >= length) break;
    kind = classAt(units, at, length);
  }
  found.end = at;
  found.hash = hash;
  found.kind = kindOf(first);
  return found;
}

function kindOf(first: number): number {
  if (first === UNSPACED) return TOKEN_KINDS.character;
  return first === DIGIT ? TOKEN_KINDS.number : TOKEN_KINDS.word;
}

/** Class of the character at an offset; half a surrogate pair is damage, not a word. */
function classAt(units: Uint16Array, at: number, length: number): number {
  const kind = TOKEN_CLASS[units[at]!]!;
  if (kind !== SURROGATE) return kind;
  const isPair = at + 1 < length && (units[at]! & 0xfc00) === 0xd800 && (units[at + 1]! & 0xfc00) === 0xdc00;
  if (!isPair) return SEPARATOR;
  return astralClass(0x10000 + ((units[at]! & 0x3ff) << 10) + (units[at + 1]! & 0x3ff));
}

/**
 * Whether the character at an offset continues the token that began at `start`. A character of an unspaced script takes
 * only its voicing marks. A word takes letters, marks and digits; a joiner between two digits belongs to the number,
 * and so does a space before a group of three: `27 500` is one number, as `27,500` is.
 */
function isPartOfToken(
  kind: number,
  previous: number,
  first: number,
  units: Uint16Array,
  start: number,
  at: number,
  length: number,
): boolean {
  if (at === start) return kind === WORD || kind === DIGIT || kind === UNSPACED;
  if (first === UNSPACED) return kind === MARK;
  if (kind === WORD || kind === DIGIT || kind === MARK || kind === INVISIBLE) return true;
  return kind === SEPARATOR && previous === DIGIT && joinsNumber(units, start, at, length);
}

function joinsNumber(units: Uint16Array, start: number, at: number, length: number): boolean {
  if (!isDigit(units, at + 1, length)) return false;
  if (NUMBER_JOINERS.has(units[at]!)) return true;
  if (!GROUP_SPACES.has(units[at]!)) return false;
  // The group before has one to three digits when it is the first, three when it is not.
  let before = 0;
  while (before < 4 && at - before > start && isDigit(units, at - before - 1, length)) before++;
  const isGroup = before === 3 || (at - before === start && before < 3);
  const isFollowed = isDigit(units, at + 2, length) && isDigit(units, at + 3, length);
  return isGroup && isFollowed && !isDigit(units, at + 4, length);
}

function isDigit(units: Uint16Array, at: number, length: number): boolean {
  return at < length && TOKEN_CLASS[units[at]!] === DIGIT;
}

/** Hash of a token of a text that is not composed. */
export function hashComposed(token: string): number {
  const composed = token.normalize('NFC');
  let hash = 0;
  for (let i = 0; i < composed.length; i++) {
    const unit = composed.charCodeAt(i);
    if (TOKEN_CLASS[unit] !== INVISIBLE) hash = mixWord(hash, TOKEN_FORM[unit]!);
  }
  return finishHash(hash);
}
