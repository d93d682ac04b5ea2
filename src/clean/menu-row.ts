/**
 * Menus that stand on one line: "News | Sport | Weather", "News  Sport  Weather", "News Sport Weather". Owns where such
 * a line is cut and when its pieces make it a menu; the lookup knows the phrases. Linear in the line.
 */
import { COLON_UNIT, hashUnits, type LabelForm, readForm } from './label-form.ts';
import type { Lookup, PhraseClass } from './lookup.ts';
import { KINDS, UNIT_KIND } from './score/unit-kinds.ts';

export interface MenuRow {
  /** Hashes of the labels that the phrase lists know. */
  readonly labels: readonly number[];
  readonly phrase: Extract<PhraseClass, 'share' | 'navigation'>;
}

/** Longest row, in code units. */
export const MAX_ROW = 300;
/** Longest piece: a link, not a headline. */
const MAX_PIECE = 40;
/** Pieces parted by signs of which one that is known makes a menu: with fewer, half must be known, and two. */
const MANY_PIECES = 4;
/**
 * Words with nothing but spaces between them may be a heading ("Digital Marketing Services"): as many phrases that hold
 * this share of the units, or one less where every word is known.
 */
const MIN_SPACED = 4;
const SPACED_SHARE = 0.6;
/** In a sentence most words begin small, in a menu none but those inside a phrase. */
const MAX_SMALL = 0.25;
/** Longest phrase among words, in words. */
const MAX_WORDS = 4;

/** What a unit is between the pieces of a row. */
const SPACE = 1;
/** Parts alone. */
const SIGN = 2;
/** Parts with spaces on both sides. */
const LOOSE_SIGN = 3;
const TAB = 4;
const ROLE = new Uint8Array(0x10000);
for (const unit of [0x20, 0xa0, 0x2003, 0x0a, 0x0d]) ROLE[unit] = SPACE;
for (const sign of '|\u00a6\u00b7\u2022\u203a\u00bb\u2023\u25cf\u25aa\u30fb\uff5c\u2503\u2502\u2192')
  ROLE[sign.charCodeAt(0)] = SIGN;
for (const sign of '/>-\u2013\u2014+*~') ROLE[sign.charCodeAt(0)] = LOOSE_SIGN;
// A wide space parts, too: in a headline it stands between two that are no phrases.
for (const unit of [0x09, 0x3000]) ROLE[unit] = TAB;

/**
 * The row of a line that stands at `start` .. `end` of the units, or nothing; `form` is the form of the line where one
 * was read (`hasForm`), and is overwritten.
 */
export function readRow(
  units: Uint16Array,
  text: string,
  start: number,
  end: number,
  form: LabelForm,
  hasForm: boolean,
  lookup: Lookup,
): MenuRow | undefined {
  if (end - start > MAX_ROW) return undefined;
  const count = cutRow(units, start, end);
  if (count > 2) return rowOfPieces(CUTS.subarray(0, count), units, text, start, form, lookup);
  return hasForm && isListOfWords(units, start, end) ? rowOfWords(form, lookup) : undefined;
}

/** Where the pieces of the line at hand begin and end, in turn: a piece has a unit at least, and one after it. */
const CUTS = new Uint32Array(MAX_ROW + 2);

/** Writes them, and returns how many numbers there are. */
function cutRow(units: Uint16Array, start: number, end: number): number {
  let count = 0;
  let from = start;
  let to = start;
  for (let i = start; i < end; ) {
    const role = ROLE[units[i]!]!;
    if (role === 0) {
      to = ++i;
      continue;
    }
    // A run of spaces and signs, up to the next letter.
    let spaces = 0;
    let isCut = false;
    let isLoose = false;
    const first = i;
    for (; i < end && ROLE[units[i]!]! > 0; i++) {
      const next = ROLE[units[i]!]!;
      if (next === SPACE) spaces++;
      else if (next === LOOSE_SIGN) isLoose = true;
      else isCut = true;
    }
    const isSpaced = ROLE[units[first]!] === SPACE && i > first && ROLE[units[i - 1]!] === SPACE;
    if (isCut || (isLoose ? isSpaced : spaces >= 2)) {
      if (to > from) {
        CUTS[count++] = from;
        CUTS[count++] = to;
      }
      from = i;
    }
    to = i;
  }
  if (to > from) {
    CUTS[count++] = from;
    CUTS[count++] = to;
  }
  return count;
}

function rowOfPieces(
  cuts: Uint32Array,
  units: Uint16Array,
  text: string,
  start: number,
  form: LabelForm,
  lookup: Lookup,
): MenuRow | undefined {
  const labels: number[] = [];
  let shares = 0;
  let hasDigit = false;
  for (let c = 0; c < cuts.length; c += 2) {
    const from = cuts[c]!;
    const to = cuts[c + 1]!;
    if (to - from > MAX_PIECE) return undefined;
    readForm(form, text.slice(from - start, to - start), units, from, to);
    if (form.hasDigit) hasDigit = true;
    const phrase = lookup.menuClass(form);
    if (phrase === undefined) continue;
    if (phrase === 'share') shares++;
    labels.push(form.hash);
  }
  const pieces = cuts.length / 2;
  const isHalf = labels.length >= 2 && labels.length * 2 >= pieces;
  const isMany = pieces >= MANY_PIECES && labels.length > 0 && !hasDigit;
  return isHalf || isMany ? { labels, phrase: phraseOf(shares, labels) } : undefined;
}

/** Neither an item of a list, nor the heading of one, nor in the case of a sentence. */
function isListOfWords(units: Uint16Array, start: number, end: number): boolean {
  if (ROLE[units[start]!]! > 0 || COLON_UNIT[units[end - 1]!] === 1) return false;
  let words = 1;
  let small = UNIT_KIND[units[start]!] === KINDS.lower ? 1 : 0;
  for (let i = start + 1; i < end; i++) {
    if (units[i - 1] !== 0x20) continue;
    words++;
    if (UNIT_KIND[units[i]!] === KINDS.lower) small++;
  }
  return words > 1 && small <= MAX_SMALL * words;
}

/** Words of which most are menu phrases, one after another: the longest phrase at each word counts. */
function rowOfWords(form: LabelForm, lookup: Lookup): MenuRow | undefined {
  const { units, from, to } = form;
  const labels: number[] = [];
  let shares = 0;
  let known = 0;
  // Most lines that are no row are told from their first words.
  let unknown = 0;
  const most = (1 - SPACED_SHARE) * (to - from);
  for (let word = from; word < to; ) {
    let best = wordEnd(units, word, to);
    let found: PhraseClass | undefined;
    let hash = 0;
    let hashed = hashUnits(units, word, best);
    for (let words = 1, at = best; words <= MAX_WORDS; words++) {
      const phrase = lookup.mayBeMenu(hashed)
        ? lookup.menuClass({ units, from: word, to: at, hash: hashed })
        : undefined;
      if (phrase !== undefined) {
        best = at;
        found = phrase;
        hash = hashed;
      }
      if (at >= to) break;
      const next = wordEnd(units, at + 1, to);
      hashed = hashUnits(units, at, next, hashed);
      at = next;
    }
    if (found !== undefined) {
      known += best - word;
      if (found === 'share') shares++;
      labels.push(hash);
    } else {
      unknown += best - word;
      if (unknown > most) return undefined;
    }
    word = best + 1;
  }
  const isAll = known + labels.length > to - from;
  const isShareRow = isAll && shares === labels.length && labels.length >= 2;
  const isRow =
    labels.length >= MIN_SPACED
      ? known >= SPACED_SHARE * (to - from)
      : isAll && labels.length === MIN_SPACED - 1;
  return isRow || isShareRow ? { labels, phrase: phraseOf(shares, labels) } : undefined;
}

function wordEnd(units: Uint16Array, from: number, to: number): number {
  let at = from;
  while (at < to && units[at] !== 0x20) at++;
  return at;
}

function phraseOf(shares: number, labels: readonly number[]): MenuRow['phrase'] {
  return shares * 2 > labels.length ? 'share' : 'navigation';
}
