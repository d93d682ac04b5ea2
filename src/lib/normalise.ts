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
const SPACE = 0x20;

/** Whether a code unit is changed or dropped below: everything that the expressions match but the plain space. */
const IS_SPECIAL = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit++) {
  const character = String.fromCharCode(unit);
  const isChanged = [INVISIBLE, SINGLE_QUOTES, DOUBLE_QUOTES, DASHES, SPACES].some(
    (expression) => character.search(expression) === 0,
  );
  if ((isChanged || unit === 0x2026) && unit !== SPACE) IS_SPECIAL[unit] = 1;
}

/**
 * Text as two readers would call it "the same": NFC, one space between words, typographic quotes and dashes unified,
 * invisible characters gone. Case is kept.
 */
export function normaliseText(text: string): string {
  if (isNormal(text)) return text;
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

/** Units below this are what NFC makes of them. */
const FIRST_COMPOSING = 0x300;

/** Whether nothing would change: most lines, and one pass tells. */
function isNormal(text: string): boolean {
  const last = text.length - 1;
  let mayCompose = false;
  let wasSpace = true;
  for (let i = 0; i <= last; i++) {
    const unit = text.charCodeAt(i);
    const isSpace = unit === SPACE;
    if (IS_SPECIAL[unit] === 1 || (isSpace && wasSpace)) return false;
    if (unit >= FIRST_COMPOSING) mayCompose = true;
    wasSpace = isSpace;
  }
  if (last >= 0 && wasSpace) return false;
  return !mayCompose || text.normalize('NFC') === text;
}

const PUNCTUATION = /^[\s\p{P}\p{S}]$/u;

/** For comparing labels and headings: `normaliseText`, lower case, without punctuation at either end. */
export function normaliseLabel(text: string): string {
  const label = normaliseText(text).toLowerCase();
  // Loops, not `[...]+$`: that pattern is quadratic on a long run of punctuation in the middle.
  let start = 0;
  let end = label.length;
  while (start < end) {
    const character = String.fromCodePoint(label.codePointAt(start) ?? SPACE);
    if (!PUNCTUATION.test(character)) break;
    start += character.length;
  }
  while (end > start) {
    const isPair =
      end - start > 1 &&
      isLowSurrogate(label.charCodeAt(end - 1)) &&
      isHighSurrogate(label.charCodeAt(end - 2));
    const length = isPair ? 2 : 1;
    if (!PUNCTUATION.test(label.slice(end - length, end))) break;
    end -= length;
  }
  return label.slice(start, end);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
