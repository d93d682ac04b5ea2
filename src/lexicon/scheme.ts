/**
 * How words of a language become the keys of its lexicon: by their beginning, or by the pieces inside them where words
 * begin with prefixes (Zulu) or clitics (Hebrew). Owns the choices and their coding as one byte; must not read text.
 */

export interface Scheme {
  /** Units of the beginning of a word, or of each piece. */
  readonly length: number;
  /** All pieces of that length instead of the beginning; shorter words count whole. */
  readonly pieces: boolean;
  /** Latin letters without their marks: where the same word is written with and without tones (Yoruba). */
  readonly bare: boolean;
  /** Characters of a piece in unspaced alphabets (Thai, Lao, Khmer, Burmese). */
  readonly unspaced: number;
}

/** Languages without a choice of their own. */
export const DEFAULT_SCHEME: Scheme = { length: 6, pieces: false, bare: false, unspaced: 4 };

/** Three bits of length, one each for pieces and bare, two for 3 to 6 unspaced characters. */
export function encodeScheme({ length, pieces, bare, unspaced }: Scheme): number {
  return length | (pieces ? 8 : 0) | (bare ? 16 : 0) | ((unspaced - 3) << 5);
}

export function decodeScheme(byte: number): Scheme {
  return {
    length: byte & 7,
    pieces: (byte & 8) !== 0,
    bare: (byte & 16) !== 0,
    unspaced: ((byte >> 5) & 3) + 3,
  };
}
