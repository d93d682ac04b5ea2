/**
 * Text in UTF-8 that was taken for another encoding and written as UTF-8 again: "cafÃ©", "вЂ“", "РџСЂРё". Undone where
 * the characters, as bytes of that encoding, are UTF-8 nearly everywhere: of text that is right hardly any pair is.
 * Must not touch single coincidences such as the end of a word in capitals before a quote ("AMANHû"). Linear.
 */
import { createRequire } from 'node:module';
import { strictUtf8 } from '../utf8.ts';
import { mayHoldSigns, signsIn } from './doubling-signs.ts';

/** `iconv-lite` is CommonJS: loaded here without waiting, as records are read, when a text gives reason to. */
interface Iconv {
  readonly decode: (bytes: Buffer, encoding: string) => string;
}

export interface Undoubled {
  readonly text: string;
  /** The encoding it was taken for. */
  readonly via: string;
  /** Characters that were put together again. */
  readonly count: number;
}

/** Encodings that UTF-8 was taken for, each with the name by which it is told and a bit of the tables below. */
const ENCODINGS: readonly (readonly [codec: string, name: string, bit: number])[] = [
  ['windows1252', 'windows-1252', 1],
  ['windows1251', 'windows-1251', 2],
  ['windows1250', 'windows-1250', 4],
  ['macroman', 'macintosh', 8],
  ['cp437', 'ibm437', 16],
];

/** Written twice over, three times is the most that was met. */
const MOST_ROUNDS = 3;

/**
 * Undefined where nothing is to be undone, which nearly all texts show at once; sooner by their bytes, where these are
 * at hand in UTF-8.
 */
export function undoubled(text: string, utf8?: Uint8Array): Undoubled | undefined {
  if (utf8 !== undefined && !mayHoldSigns(utf8)) return undefined;
  let best: Undoubled | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = best?.text ?? text;
    const signs = signsIn(before);
    if (signs === 0) break;
    const found = ENCODINGS.filter(([, , bit]) => (signs & bit) !== 0)
      .map(([codec, name]) => undoOne(before, codec, name))
      .filter((one) => one !== undefined)
      .sort((one, other) => other.count - one.count)[0];
    if (found === undefined) break;
    best = found;
  }
  return best;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** After so many characters that are right, most of them so, the rest need not be looked at. */
const ENOUGH_OTHERS = 100;

function undoOne(text: string, encoding: string, via: string): Undoubled | undefined {
  const bytes = byteTable(encoding);
  const found: Found[] = [];
  let others = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    const lead = bytes[unit]!;
    const one = lead < 0xc2 && unit > 0x9f ? undefined : sequenceAt(text, at, bytes);
    if (one !== undefined) {
      found.push(one);
      at = one.end - 1;
    } else if (!isMark(unit) && ++others > ENOUGH_OTHERS && found.length < others) return undefined;
  }
  if (!isEnough(text, found, others, BOLD.has(encoding))) return undefined;
  return { text: replaced(text, found), via, count: found.length };
}

/** Of these one pair is enough; roots and rules of tables are used in their own right. */
const BOLD: ReadonlySet<string> = new Set(['windows1252', 'windows1251', 'windows1250']);

/** The character that was taken apart at a position; `end` behind the last of its parts. */
function sequenceAt(text: string, at: number, bytes: Int16Array): Found | undefined {
  const lead = byteOf(text, at, bytes);
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (length === 0 || at + length > text.length) return undefined;
  const parts = [lead];
  for (let i = 1; i < length; i++) {
    const part = byteOf(text, at + i, bytes);
    if (part < 0x80 || part > 0xbf) return undefined;
    parts.push(part);
  }
  const written = strictUtf8(Uint8Array.from(parts));
  if (written === undefined) return undefined;
  return { start: at, end: at + length, text: written };
}

/** 0 for what the encoding cannot write; controls stand for themselves, as browsers have it. */
function byteOf(text: string, at: number, bytes: Int16Array): number {
  const unit = text.charCodeAt(at);
  const byte = bytes[unit]!;
  return byte === 0 && unit >= 0x80 && unit < 0xa0 ? unit : byte;
}

/** Quotes, dashes, spaces: they stand beside anything, right or wrong. */
function isMark(unit: number): boolean {
  return (
    (unit >= 0x2010 && unit <= 0x203a) ||
    unit === 0xa0 ||
    unit === 0xab ||
    unit === 0xad ||
    unit === 0xbb ||
    unit === 0xfffd
  );
}

/** So many characters must be put together for each that is right as it stands. */
const FOR_EACH_OTHER = 4;

function isEnough(text: string, found: readonly Found[], others: number, isBold: boolean): boolean {
  const telling = found.filter(({ text: letter }) => !isControl(letter));
  const [first] = telling;
  if (first === undefined || telling.length < FOR_EACH_OTHER * others) return false;
  if (telling.some(({ text: letter }) => letter !== first.text)) return true;
  if (!isBold) return false;
  if (first.end - first.start > 2) return true;
  // One and the same pair: no coincidence in the middle of a word, nor where the second part is no quote.
  const before = text.charCodeAt(first.start - 1);
  const after = text.charCodeAt(first.end);
  return isLower(before) || isLower(after) || !isMark(text.charCodeAt(first.start + 1));
}

function isLower(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isControl(letter: string): boolean {
  return letter >= '\u0080' && letter <= '\u009f';
}

function replaced(text: string, found: readonly Found[]): string {
  let result = '';
  let from = 0;
  for (const { start, end, text: letter } of found) {
    result += text.slice(from, start) + letter;
    from = end;
  }
  return result + text.slice(from);
}

const tables = new Map<string, Int16Array>();

/** The byte above 0x7F that a character is in an encoding. */
function byteTable(encoding: string): Int16Array {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const iconv = createRequire(import.meta.url)('iconv-lite') as Iconv;
  const high = Buffer.from(Array.from({ length: 128 }, (_, index) => 0x80 + index));
  const table = new Int16Array(0x10000);
  Array.from(iconv.decode(high, encoding)).forEach((character, index) => {
    if (character !== '\ufffd') table[character.charCodeAt(0)] = 0x80 + index;
  });
  tables.set(encoding, table);
  return table;
}
