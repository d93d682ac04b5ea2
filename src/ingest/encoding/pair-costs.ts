/**
 * What letters cost in a language, in nats: the less usual a pair of them, the more. Owns the reading of the learned
 * table; must not know encodings or decide. The table is unpacked when it is first asked for.
 */
import { brotliDecompressSync } from 'node:zlib';
import { CHARACTER_COSTS, PAIR_COSTS, PAIR_SYMBOLS } from '../../lexicon/data/letter-pairs.ts';
import { CLASS_COSTS, FOREIGN, SPACE, symbolOf } from './symbols.ts';

/** What a character costs that no text of a language holds. */
export const OTHER_COST = 12;
const STEPS = 16;

export interface PairModel {
  /** Number of a symbol, from 1; 0 is what the language does not hold. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly isLatin: boolean;
  /** Symbols, 0 counted. */
  readonly size: number;
  /** `costs[size * before + symbol]`. */
  readonly costs: Float32Array;
}

const pairModels = new Map<string, PairModel>();

/** The model of a language of the candidates. Throws for any other: the table was made for these. */
export function pairModel(language: string): PairModel {
  if (pairModels.size === 0) unpackPairs();
  const model = pairModels.get(language);
  if (model === undefined) throw new Error(`no letter pairs of ${language}`);
  return model;
}

function unpackPairs(): void {
  const bytes = brotliDecompressSync(Buffer.from(PAIR_COSTS, 'base64'));
  let at = 0;
  for (const [language, symbols] of PAIR_SYMBOLS) {
    const { length } = symbols;
    pairModels.set(language, modelOf(symbols, bytes.subarray(at, at + length * length)));
    at += length * length;
  }
}

function modelOf(symbols: string, steps: Uint8Array): PairModel {
  const { length } = symbols;
  const size = length + 1;
  const isLatin = symbols.includes('b');
  const costs = new Float32Array(size * size).fill(OTHER_COST);
  for (let a = 0; a < length; a++) {
    // What stands behind a character that is none of the language is as dear as at the beginning of a word.
    for (let b = 0; b < length; b++) {
      const own = CLASS_COSTS[symbols[b]!] ?? 0;
      const mixed = !isLatin && isMixed(symbols[a]!, symbols[b]!) ? MIXED_COST : 0;
      const cost = steps[a * length + b]! / STEPS + own + mixed;
      // White space behind white space says nothing.
      costs[size * (a + 1) + b + 1] = symbols[a] === SPACE && symbols[b] === SPACE ? 0 : cost;
      if (symbols[a] === SPACE) costs[b + 1] = cost;
    }
  }
  const numbers = new Map(Array.from(symbols, (symbol, place) => [symbol, place + 1]));
  return { numbers, isLatin, size, costs };
}

/** A letter of ASCII beside one of another script, in one word: the table knows too few of them. */
const MIXED_COST = 5;

function isMixed(a: string, b: string): boolean {
  return (a === FOREIGN && isOwnLetter(b)) || (b === FOREIGN && isOwnLetter(a));
}

/** Of a language that is not written in Latin letters: `a` stands for all of those. */
function isOwnLetter(symbol: string): boolean {
  return symbol >= '\u0100';
}

export function symbolNumber(model: PairModel, character: string): number {
  return model.numbers.get(symbolOf(character, model.isLatin)) ?? 0;
}

const characterModels = new Map<string, ReadonlyMap<string, number>>();

/** Costs of single characters of Chinese, Japanese, Korean. */
function characterCosts(language: string): ReadonlyMap<string, number> {
  const known = characterModels.get(language);
  if (known !== undefined) return known;
  const classes = CHARACTER_COSTS.find(([name]) => name === language)?.[1];
  if (classes === undefined) throw new Error(`no characters of ${language}`);
  const costs = new Map<string, number>();
  classes.forEach((characters, place) => {
    for (const character of characters) costs.set(character, place / 2);
  });
  characterModels.set(language, costs);
  return costs;
}

/** An ideograph, syllable or kana that the learned texts do not hold, and another character. */
const UNSEEN_COST = 10.5;
const STRANGE_COST = 16;
/** Arrows, boxes, and letters of other scripts that the double-byte sets hold. */
const ODD_COST = 14;
/** A letter of ASCII, and beside one of another kind: "A股" is usual, a letter in the middle of a word is not. */
const ASCII_COST = 3.4;
const BESIDE_ASCII = 5;

/** Cost of a text in a language of the East. */
export function textCost(text: string, language: string): number {
  const costs = characterCosts(language);
  let sum = 0;
  let wasLetter = false;
  let wasAscii = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const isAscii = unit < 0x80;
    const isLetter = !isAscii || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a);
    if (isAscii) sum += unit === 0x20 || unit === 0x0a ? 2 : ASCII_COST;
    else sum += costs.get(text[i]!) ?? unseenCost(unit);
    if (wasLetter && isLetter && wasAscii !== isAscii) sum += BESIDE_ASCII;
    wasLetter = isLetter;
    wasAscii = isAscii;
  }
  return sum;
}

function unseenCost(unit: number): number {
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3)) return UNSEEN_COST;
  if (unit >= 0x3000 && unit <= 0x30ff) return UNSEEN_COST;
  if (unit >= 0xff01 && unit <= 0xff5e) return UNSEEN_COST;
  return unit >= 0x2000 && unit <= 0x26ff ? ODD_COST : STRANGE_COST;
}
