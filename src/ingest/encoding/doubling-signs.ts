/**
 * Signs of text that was encoded twice: two or three characters side by side that hardly ever stand so in a text that is
 * right, and are a first byte and those behind it in an encoding of old. Owns which, and the look for them in a string or,
 * faster, in its UTF-8. Must not undo anything. Linear.
 */
import { bufferOf } from '../../lib/buffer-of.ts';
import { setBit } from '../../lib/unit-table.ts';

/**
 * By code unit, a bit for each encoding: what the first byte of a character of two bytes, or of three, would look like,
 * and what may look like a byte behind it. Only what hardly ever stands side by side in a text that is right, so that
 * one pass tells of nearly all texts that nothing is to be done.
 */
const PAIR = new Uint8Array(0x10000);
const TRIPLE = new Uint8Array(0x10000);
const BEHIND = new Uint8Array(0x10000);
setBit(PAIR, /[\u00c2-\u00df]/g, 1);
setBit(TRIPLE, /[\u00e0-\u00f4]/g, 1);
setBit(
  BEHIND,
  /[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]/g,
  1,
);
// Letters that are usual behind another are left out: any other character of the text shows it.
setBit(PAIR, /[\u0412-\u042f]/g, 2);
setBit(TRIPLE, /[\u0430-\u0444]/g, 2);
setBit(
  BEHIND,
  /[\u0080-\u00b7\u00b9\u00bb\u0401-\u040f\u0452\u0453\u0455\u0459-\u045f\u0490\u0491\u2013-\u203a\u20ac\u2116\u2122]/g,
  2,
);
setBit(PAIR, /[\u0102\u0139\u00c2]/g, 4);
setBit(BEHIND, /[\u00a0-\u00bf\u0105\u013e\u015f\u017c\u20ac\u2122]/g, 4);
setBit(PAIR, /[\u221a\u201a]/g, 8);
setBit(BEHIND, /[\u00a0-\u00ff\u0131\u0152\u0153\u0192\u2013-\u2122\u2202-\u2265]/g, 8);
setBit(PAIR, /[\u251c\u0393]/g, 16);
setBit(BEHIND, /[\u00a0-\u00ff\u2310\u2500-\u25a0]/g, 16);

/** Bits of the encodings by whose signs a text may have been encoded twice. */
export function signsIn(text: string): number {
  let hits = 0;
  let wanted = 0;
  let wantedTwice = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      // No sign of any encoding.
      wanted = 0;
      wantedTwice = 0;
      continue;
    }
    const behind = BEHIND[unit]!;
    hits |= wanted & behind;
    wanted = PAIR[unit]! | (wantedTwice & behind);
    wantedTwice = TRIPLE[unit]!;
  }
  return hits;
}

const TOP_BITS = 0x80808080;

/**
 * Whether a text may hold signs, by its valid UTF-8: four bytes at a time it is told where a character beyond ASCII stands
 * behind another, and only there they are looked at. False is sure.
 */
export function mayHoldSigns(utf8: Uint8Array): boolean {
  const { buffer, byteOffset, byteLength } = utf8;
  const bytes = bufferOf(utf8);
  const runs = new Runs(bytes);
  const aligned = (4 - (byteOffset % 4)) % 4;
  if (byteLength < 8) return runs.mayHoldSigns(0, byteLength);
  const words = new Int32Array(buffer, byteOffset + aligned, (byteLength - aligned) >> 2);
  if (runs.mayHoldSigns(0, aligned)) return true;
  let behind = isBehind(bytes[aligned - 1] ?? 0) ? 0x80 : 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const high = word & TOP_BITS;
    // Of each byte beyond ASCII the next bit tells whether a character begins with it.
    const begins = high & (word << 1);
    const continues = high & ~(word << 1);
    if (
      (((continues << 8) | behind) & begins) !== 0 &&
      runs.mayHoldSigns(aligned + 4 * i, aligned + 4 * i + 4)
    )
      return true;
    behind = (continues >>> 24) & 0x80;
  }
  return runs.mayHoldSigns(aligned + 4 * words.length, byteLength);
}

/** Bytes of runs that are looked at; where there are more of them, the string is looked at as soon. */
const MOST_BYTES = 256;
/** Of a long text, one in so many. */
const SHARE = 16;

/** Runs of characters beyond ASCII, each looked at once, from the first to the last. */
class Runs {
  readonly #bytes: Buffer;
  #done = 0;
  #looked = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Whether a run may, in which a character begins between two positions right behind another. */
  mayHoldSigns(from: number, to: number): boolean {
    const bytes = this.#bytes;
    for (let at = Math.max(from, this.#done, 1); at < to; at++) {
      if (bytes[at]! < 0xc0 || !isBehind(bytes[at - 1]!)) continue;
      let start = at;
      let end = at;
      while (start > 0 && bytes[start - 1]! >= 0x80) start--;
      while (end < bytes.length && bytes[end]! >= 0x80) end++;
      this.#looked += end - start;
      if (this.#looked > MOST_BYTES + at / SHARE) return true;
      if (signsIn(bytes.toString('utf8', start, end)) !== 0) return true;
      this.#done = end;
      at = end;
    }
    return false;
  }
}

function isBehind(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}
