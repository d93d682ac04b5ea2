/**
 * Unicode scripts by code point (ISO 15924 codes). Owns the table of ranges; a table of our own rather than
 * `\p{Script}` so that a result does not change with the Unicode version of Node.
 * Reference: Unicode 16.0, Scripts.txt (blocks of living scripts; letters and marks only where a block is mixed).
 */

const RANGES: readonly (readonly [number, number, string])[] = [
  [0x41, 0x5a, 'Latn'],
  [0x61, 0x7a, 'Latn'],
  [0xaa, 0xaa, 'Latn'],
  [0xba, 0xba, 'Latn'],
  [0xc0, 0xd6, 'Latn'],
  [0xd8, 0xf6, 'Latn'],
  [0xf8, 0x2b8, 'Latn'],
  [0x370, 0x3e1, 'Grek'],
  [0x3f0, 0x3ff, 'Grek'],
  [0x400, 0x52f, 'Cyrl'],
  [0x531, 0x58a, 'Armn'],
  [0x591, 0x5f4, 'Hebr'],
  [0x610, 0x61a, 'Arab'],
  [0x620, 0x65f, 'Arab'],
  [0x66e, 0x6d3, 'Arab'],
  [0x6d5, 0x6ef, 'Arab'],
  [0x6fa, 0x6ff, 'Arab'],
  [0x700, 0x74f, 'Syrc'],
  [0x750, 0x77f, 'Arab'],
  [0x780, 0x7bf, 'Thaa'],
  [0x7c0, 0x7ff, 'Nkoo'],
  [0x8a0, 0x8ff, 'Arab'],
  [0x900, 0x963, 'Deva'],
  [0x970, 0x97f, 'Deva'],
  [0x980, 0x9e3, 'Beng'],
  [0x9f0, 0x9ff, 'Beng'],
  [0xa01, 0xa65, 'Guru'],
  [0xa70, 0xa7f, 'Guru'],
  [0xa81, 0xae5, 'Gujr'],
  [0xaf0, 0xaff, 'Gujr'],
  [0xb01, 0xb65, 'Orya'],
  [0xb70, 0xb77, 'Orya'],
  [0xb82, 0xbe5, 'Taml'],
  [0xbf0, 0xbff, 'Taml'],
  [0xc00, 0xc65, 'Telu'],
  [0xc70, 0xc7f, 'Telu'],
  [0xc80, 0xce5, 'Knda'],
  [0xcf0, 0xcff, 'Knda'],
  [0xd00, 0xd65, 'Mlym'],
  [0xd70, 0xd7f, 'Mlym'],
  [0xd81, 0xde5, 'Sinh'],
  [0xdf0, 0xdff, 'Sinh'],
  [0xe01, 0xe3a, 'Thai'],
  [0xe40, 0xe4f, 'Thai'],
  [0xe81, 0xece, 'Laoo'],
  [0xedc, 0xedf, 'Laoo'],
  [0xf00, 0xf1f, 'Tibt'],
  [0xf34, 0xfd4, 'Tibt'],
  [0x1000, 0x103f, 'Mymr'],
  [0x104a, 0x108f, 'Mymr'],
  [0x109a, 0x109f, 'Mymr'],
  [0x10a0, 0x10ff, 'Geor'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1200, 0x139f, 'Ethi'],
  [0x13a0, 0x13ff, 'Cher'],
  [0x1400, 0x167f, 'Cans'],
  [0x1780, 0x17d7, 'Khmr'],
  [0x17dc, 0x17dd, 'Khmr'],
  [0x1800, 0x180e, 'Mong'],
  [0x1820, 0x18aa, 'Mong'],
  [0x1c90, 0x1cbf, 'Geor'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x1f00, 0x1fff, 'Grek'],
  [0x2c60, 0x2c7f, 'Latn'],
  [0x2d00, 0x2d2f, 'Geor'],
  [0x2d30, 0x2d7f, 'Tfng'],
  [0x2d80, 0x2ddf, 'Ethi'],
  [0x2de0, 0x2dff, 'Cyrl'],
  [0x2e80, 0x2fdf, 'Hani'],
  [0x3005, 0x3007, 'Hani'],
  [0x3041, 0x309f, 'Hira'],
  [0x30a0, 0x30fa, 'Kana'],
  [0x30fc, 0x30ff, 'Kana'],
  [0x3105, 0x312f, 'Bopo'],
  [0x3131, 0x318e, 'Hang'],
  [0x31f0, 0x31ff, 'Kana'],
  [0x3400, 0x4dbf, 'Hani'],
  [0x4e00, 0x9fff, 'Hani'],
  [0xa000, 0xa4cf, 'Yiii'],
  [0xa640, 0xa69f, 'Cyrl'],
  [0xa720, 0xa7ff, 'Latn'],
  [0xa8e0, 0xa8ff, 'Deva'],
  [0xa9e0, 0xa9ef, 'Mymr'],
  [0xa9fa, 0xa9fe, 'Mymr'],
  [0xaa60, 0xaa7f, 'Mymr'],
  [0xab30, 0xab64, 'Latn'],
  [0xac00, 0xd7ff, 'Hang'],
  [0xf900, 0xfaff, 'Hani'],
  [0xfb00, 0xfb06, 'Latn'],
  [0xfb13, 0xfb17, 'Armn'],
  [0xfb1d, 0xfb4f, 'Hebr'],
  [0xfb50, 0xfdff, 'Arab'],
  [0xfe70, 0xfefc, 'Arab'],
  [0xff21, 0xff3a, 'Latn'],
  [0xff41, 0xff5a, 'Latn'],
  [0xff66, 0xff9f, 'Kana'],
  [0x20000, 0x323af, 'Hani'],
];

/** Scripts in the order of their numbers; number 0 means "no script" (digits, punctuation, symbols). */
export const SCRIPTS: readonly string[] = ['Zyyy', ...new Set(RANGES.map((range) => range[2]))];

const SCRIPT_NUMBER = new Map(SCRIPTS.map((script, number) => [script, number]));
/** Script number of every code unit of the Basic Multilingual Plane: one load in the hot loops. */
const BMP = new Uint8Array(0x10000);
for (const [first, last, script] of RANGES) {
  if (first < 0x10000) BMP.fill(SCRIPT_NUMBER.get(script) ?? 0, first, Math.min(last, 0xffff) + 1);
}
const HANI = SCRIPT_NUMBER.get('Hani') ?? 0;

/** Number (index into SCRIPTS) of the script of a code point, 0 for none. */
export function scriptNumber(codePoint: number): number {
  if (codePoint < 0x10000) return BMP[codePoint] ?? 0;
  return codePoint >= 0x20000 && codePoint <= 0x323af ? HANI : 0;
}

/** ISO 15924 code of the script of a code point, `Zyyy` for none. */
export function scriptOf(codePoint: number): string {
  return SCRIPTS[scriptNumber(codePoint)] ?? 'Zyyy';
}

const UNSPACED = new Set(
  ['Hani', 'Hira', 'Kana', 'Bopo', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt', 'Yiii'].map((script) =>
    SCRIPT_NUMBER.get(script),
  ),
);
const UNSPACED_BY_NUMBER = Uint8Array.from(SCRIPTS, (_, number) => (UNSPACED.has(number) ? 1 : 0));

/** Whether words of this script are written without spaces between them. */
export function isUnspaced(codePoint: number): boolean {
  return UNSPACED_BY_NUMBER[scriptNumber(codePoint)] === 1;
}

/** Letters of a text by script number; those of no script are not counted. */
export function countLetters(text: string): Uint32Array {
  const counts = new Uint32Array(SCRIPTS.length);
  // Letters of one script come in runs: a sum in a register does not wait for memory.
  let last = 0;
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let number = BMP[unit]!;
    if (number === 0) {
      if (unit < 0xd800 || unit > 0xdbff) continue;
      const codePoint = text.codePointAt(i)!;
      if (codePoint > 0xffff) i++;
      number = scriptNumber(codePoint);
      if (number === 0) continue;
    }
    if (number === last) {
      run++;
      continue;
    }
    counts[last] = counts[last]! + run;
    last = number;
    run = 1;
  }
  if (last > 0) counts[last] = counts[last]! + run;
  return counts;
}

/** Letters per script, most frequent first, ties by code; empty for a text without letters. */
export function countScripts(text: string): readonly (readonly [script: string, letters: number])[] {
  const found: [string, number][] = [];
  countLetters(text).forEach((letters, number) => {
    if (letters > 0) found.push([SCRIPTS[number] ?? 'Zyyy', letters]);
  });
  return found.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Code units that count for three Latin letters. */
export const WIDE = /[\u3041-\u9fff\uac00-\ud7a3]/;

/** Whether a code unit counts for three Latin letters. */
export function isWide(unit: number): boolean {
  return unit >= 0x3041 && (unit <= 0x9fff || isHangulSyllable(unit));
}

export function isHangulSyllable(unit: number): boolean {
  return unit >= 0xac00 && unit <= 0xd7a3;
}

/**
 * Length of a text in units of a Latin letter: ideographs, kana and Hangul syllables carry about three letters each
 * (boilerplate thresholds in characters would otherwise be wrong by that factor).
 */
export function latinLength(text: string): number {
  let { length } = text;
  for (let i = 0; i < text.length; i++) length += MORE_LETTERS[text.charCodeAt(i)]!;
  return length;
}

/** Whether `latinLength` is at least so many; most texts tell it by their code units, none of which counts for more than three. */
export function hasLatinLength(text: string, least: number): boolean {
  if (text.length >= least) return true;
  return 3 * text.length >= least && latinLength(text) >= least;
}

/** Letters that a code unit counts for beyond its own. */
const MORE_LETTERS = Uint8Array.from({ length: 0x10000 }, (_, unit) => (isWide(unit) ? 2 : 0));
