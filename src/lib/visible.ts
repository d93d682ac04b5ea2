/**
 * Text of strangers made harmless before it reaches a terminal: no byte of an article can move the cursor, set the
 * clipboard or turn the reading order. Owns the list of such characters; must not measure or cut (`columns.ts`).
 * Reference: ECMA-48 (C0, C1); Unicode Standard Annex 9 (explicit directional formatting).
 */

/** C0, DEL, C1, the line and paragraph separators, explicit bidi controls, lone surrogates. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu;
/** What may stay in a cell of a table file: its readers know tabs and line ends. */
const UNSAFE_IN_CELL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu;
/** JSON.stringify escapes C0 and lone surrogates itself; the rest would reach a terminal on `cat report.json`. */
const UNSAFE_IN_JSON = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const SPACES = /[ \t\r\n\f\v\u0085\u00a0\u2028\u2029\u3000]+/g;

/** Every unsafe character as a visible escape: `\x1b`, `\u202e`. */
export function visible(text: string): string {
  return text.replace(UNSAFE, escapeOf);
}

/** As `visible`, on one line: runs of white space become one space, none at the ends. */
export function visibleLine(text: string): string {
  return visible(text.replace(SPACES, ' ').trim());
}

/** As `visible`, but tabs and line ends stay: for cells of CSV. */
export function visibleCell(text: string): string {
  return text.replace(UNSAFE_IN_CELL, escapeOf);
}

/** JSON on one line, ASCII-safe where a terminal would act on the character. Fields that are undefined are left out. */
export function safeJson(value: object | string): string {
  return safeJsonText(JSON.stringify(value));
}

/** The same for JSON that is written already: outside of strings none of these characters can stand. */
export function safeJsonText(json: string): string {
  return json.replace(UNSAFE_IN_JSON, unicodeEscape);
}

function escapeOf(character: string): string {
  const unit = character.charCodeAt(0);
  return unit < 0x100 ? `\\x${unit.toString(16).padStart(2, '0')}` : unicodeEscape(character);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
