/**
 * The comparison form of a text, safe for every script: idempotent, never removes marks by category (that would
 * mutilate Devanagari and Thai), lower-cases without a locale.
 */

/** Soft hyphen, zero-width characters but ZWJ/ZWNJ (which carry meaning in Indic and Persian), BOM, bidi controls. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4]/g;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d\u300e\u300f]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const SPACES = /\s+/g;

/**
 * Text as two readers would call it "the same": NFC, one space between words, typographic quotes and dashes unified,
 * invisible characters gone. Case is kept.
 */
export function normaliseText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, '-')
    .replace(/\u2026/g, '...')
    .replace(SPACES, ' ')
    .trim();
}

const PUNCTUATION = /^[\s\p{P}\p{S}]$/u;

/** For comparing labels and headings: `normaliseText`, lower case, without punctuation at either end. */
export function normaliseLabel(text: string): string {
  const characters = [...normaliseText(text).toLowerCase()];
  // Loops, not `[...]+$`: that pattern is quadratic on a long run of punctuation in the middle.
  let start = 0;
  let end = characters.length;
  while (start < end && PUNCTUATION.test(characters[start] ?? '')) start++;
  while (end > start && PUNCTUATION.test(characters[end - 1] ?? '')) end--;
  return characters.slice(start, end).join('');
}
