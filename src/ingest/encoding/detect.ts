/**
 * Which legacy encoding a text is in. Owns the choice: of all encodings that news was written in, the one in which the
 * text reads most like a language that was written in it. Encodings that read the bytes alike are one answer.
 * Reference: the costs are code lengths of a first-order model of letters (Shannon 1951), one per language; what is
 * compared is the cost of the same bytes. Linear in the text.
 */
import { type BytePairs, countBytePairs } from './byte-pairs.ts';
import { type Candidate, MULTI_BYTE, SINGLE_BYTE } from './candidates.ts';
import type { Codec } from './codec.ts';
import { pairModel, symbolNumber, textCost } from './pair-costs.ts';
import { type Decision, type LetterCosts, SETTINGS } from './settings.ts';
import { caseOf } from './symbols.ts';

export interface Guess {
  readonly candidate: Candidate;
  /** 0..1: that no other reading of the bytes is meant. */
  readonly confidence: number;
  /** Cost per byte above 0x7F, in nats: how little it reads like any language. */
  readonly strangeness: number;
  /** Bytes above 0x7F that were looked at. */
  readonly high: number;
  /** Encodings that read the bytes alike. */
  readonly readsAs: ReadonlySet<Candidate>;
}

/** More of these, as a share of the bytes, and the text is in another encoding. */
const MOST_WITHOUT_MEANING = 0.001;
/** Of several bytes a character, each that has no meaning needs so many that have, as a text in UTF-8 does. */
const BYTES_FOR_DAMAGE = 16;
export interface Scored {
  readonly candidate: Candidate;
  /** In nats, of all bytes. */
  readonly cost: number;
  readonly strangeness: number;
  /** What the bytes above 0x7F are: equal readings are equal here. */
  readonly reading: string;
}

/** What a text costs in each encoding that gives its bytes a meaning. */
export interface Scores {
  readonly all: readonly Scored[];
  /** Bytes above 0x7F that were looked at. */
  readonly high: number;
  /** Bytes of the text. */
  readonly length: number;
}

export function scoreEncodings(bytes: Uint8Array, codec: Codec, settings: LetterCosts = SETTINGS): Scores {
  const counted = countBytePairs(bytes);
  const all = [
    ...SINGLE_BYTE.map((candidate) => scoreSingle(candidate, counted, codec, settings)),
    ...MULTI_BYTE.map((candidate) => scoreMulti(candidate, counted, codec, settings)),
  ].filter((score) => score !== undefined);
  return { all, high: counted.high, length: bytes.length };
}

/**
 * The cheapest reading, and how much cheaper it is than all others; undefined where there is none. `meant` is what was
 * declared.
 */
export function chooseEncoding(
  { all, high }: Scores,
  meant: Candidate | undefined,
  { trust, declared, declaredPerByte }: Decision = SETTINGS,
): Guess | undefined {
  const costOf = ({ candidate, cost }: Scored): number =>
    cost + candidate.rarity / trust - (candidate === meant ? declared + declaredPerByte * high : 0);
  let best: { readonly one: Scored; readonly cost: number } | undefined;
  const cheapest = new Map<string, number>();
  for (const one of all) {
    const cost = costOf(one);
    if (best === undefined || cost < best.cost) best = { one, cost };
    cheapest.set(one.reading, Math.min(cost, cheapest.get(one.reading) ?? Number.POSITIVE_INFINITY));
  }
  if (best === undefined) return undefined;
  let sum = 0;
  for (const cost of cheapest.values()) sum += Math.exp(-trust * (cost - best.cost));
  const { candidate, reading, strangeness } = best.one;
  const alike = all.filter((one) => one.reading === reading).map((one) => one.candidate);
  return { candidate, confidence: 1 / sum, strangeness, high, readsAs: new Set(alike) };
}

function scoreSingle(
  candidate: Candidate,
  counted: BytePairs,
  codec: Codec,
  settings: LetterCosts,
): Scored | undefined {
  const characters = codec.characters(candidate.codec);
  let reading = '';
  let without = 0;
  let all = 0;
  for (let byte = 0; byte < 256; byte++) {
    const total = counted.totals[byte]!;
    all += total;
    if (byte < 0x80 || total === 0) continue;
    reading += characters[byte]!;
    if (isMeaningless(characters.charCodeAt(byte))) without += total;
  }
  if (without > all * MOST_WITHOUT_MEANING) return undefined;
  let cost = Number.POSITIVE_INFINITY;
  let strangeness = 0;
  for (const language of candidate.languages) {
    const found = pairsCost(language, characters, counted, settings);
    if (found.all >= cost) continue;
    cost = found.all;
    strangeness = found.high / Math.max(1, counted.high);
  }
  return { candidate, cost, strangeness, reading: reading.replace(/[ȘșȚț]/g, (letter) => CEDILLAS[letter]!) };
}

/** Romanian is written with either: no reader would call that another text. */
const CEDILLAS: Readonly<Record<string, string>> = { Ș: 'Ş', ș: 'ş', Ț: 'Ţ', ț: 'ţ' };

function isMeaningless(unit: number): boolean {
  return unit === 0xfffd || (unit >= 0x80 && unit < 0xa0);
}

function pairsCost(
  language: string,
  characters: string,
  { pairs, counts }: BytePairs,
  settings: LetterCosts,
): { readonly all: number; readonly high: number } {
  const model = pairModel(language);
  const symbols = symbolsIn(language, characters);
  const cases = casesOf(characters);
  let all = 0;
  let high = 0;
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i]!;
    const first = pair >> 8;
    const second = pair & 0xff;
    const isStrange = isMeaningless(characters.charCodeAt(second));
    const letters = isStrange
      ? settings.noMeaning
      : model.costs[model.size * symbols[first]! + symbols[second]!]!;
    const cost = counts[i]! * (letters + caseCost(cases[first]!, cases[second]!, settings));
    all += cost;
    if (second >= 0x80) high += cost;
  }
  return { all, high };
}

/** Symbols and cases of 256 bytes are the same for every text: to look them up again would be nearly all of the work. */
const SYMBOLS = new Map<string, Map<string, Uint16Array>>();
const CASES = new Map<string, Uint8Array>();

function symbolsIn(language: string, characters: string): Uint16Array {
  const known = SYMBOLS.get(language) ?? new Map<string, Uint16Array>();
  SYMBOLS.set(language, known);
  const model = pairModel(language);
  const symbols =
    known.get(characters) ?? Uint16Array.from(characters, (character) => symbolNumber(model, character));
  known.set(characters, symbols);
  return symbols;
}

function casesOf(characters: string): Uint8Array {
  const cases = CASES.get(characters) ?? Uint8Array.from(characters, caseOf);
  CASES.set(characters, cases);
  return cases;
}

function caseCost(before: number, own: number, settings: LetterCosts): number {
  if (own === 2)
    return before === 1 ? settings.upperInside : before === 2 ? settings.upperAgain : settings.upperFirst;
  return own === 1 && before === 2 ? settings.lowerAgain : 0;
}

function scoreMulti(
  candidate: Candidate,
  counted: BytePairs,
  codec: Codec,
  settings: LetterCosts,
): Scored | undefined {
  const text = codec.decode(counted.sample, candidate.codec);
  let without = 0;
  for (let i = 0; i < text.length; i++) if (isMeaningless(text.charCodeAt(i))) without++;
  if (without > 1 + counted.sample.length * MOST_WITHOUT_MEANING) return undefined;
  // One letter of Latin text is the beginning of a character that does not end.
  if (without * BYTES_FOR_DAMAGE > counted.high) return undefined;
  let cost = Number.POSITIVE_INFINITY;
  for (const language of candidate.languages) cost = Math.min(cost, textCost(text, language));
  cost += without * settings.noMeaning;
  return { candidate, cost, strangeness: cost / Math.max(1, counted.high), reading: text };
}
