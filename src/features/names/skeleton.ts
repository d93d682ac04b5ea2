/**
 * The consonant skeleton: what stays the same when a name wanders between scripts. Owns the sound classes; must not
 * know about scripts beyond the two spellings it is told of. Linear in the length of the word.
 * Reference: consonant classes after R. C. Russell (1918, US patent 1,261,167) and JRC name matching (B. Pouliquen,
 * R. Steinberger, 2005: "Automatic identification and merging of names"); classes and exceptions from the sweep in
 * decisions/0005-name-keys.md.
 */

/**
 * `latin`: a word as Latin-script languages spell it (silent `gh`, mute `w`, `chr`). `romanised`: letters that stand
 * for sounds, as romanising gives them.
 */
export type Spelling = 'latin' | 'romanised';

/** Consonant classes by number; 0 is a letter without a consonant of its own: a vowel, h, y. */
const CLASSES = ' TPKMNLS';
const SILENT = 0;
const T = 1;
const P = 2;
const K = 3;
const M = 4;
const N = 5;
const L = 6;
const S = 7;

/** A class and how many letters it takes up, as one number: no object for each letter. */
const LENGTH_STEP = 8;
const sound = (soundClass: number, length: number): number => length * LENGTH_STEP + soundClass;

const FIRST_LETTER = 0x61;
const unitOf = (letter: string): number => letter.charCodeAt(0);
const flags = (letters: string): Uint8Array => {
  const table = new Uint8Array(0x80);
  for (const letter of letters) table[unitOf(letter)] = 1;
  return table;
};
const VOWELS = flags('aeiou');
/** Letters that part two equal consonants: `Obama`, `Papua` keep both, `Mattis` keeps one. */
const BREAKS = flags('aeiouyhw');
/** Letters before which `ng` is two sounds. */
const OPENS_NG = flags('aeiouylr');

/**
 * Classes of single letters from a on; v and w are one: Russian and Indic scripts write both with one letter, Chinese
 * writes v with w.
 */
const SINGLE = Uint8Array.from([
  0,
  P,
  K,
  T,
  0,
  P,
  K,
  0,
  0,
  S,
  K,
  L,
  M,
  N,
  0,
  P,
  K,
  L,
  S,
  T,
  0,
  P,
  P,
  0,
  0,
  S,
]);

const UNITS = {
  c: unitOf('c'),
  d: unitOf('d'),
  e: unitOf('e'),
  g: unitOf('g'),
  h: unitOf('h'),
  i: unitOf('i'),
  j: unitOf('j'),
  k: unitOf('k'),
  l: unitOf('l'),
  n: unitOf('n'),
  p: unitOf('p'),
  q: unitOf('q'),
  r: unitOf('r'),
  s: unitOf('s'),
  t: unitOf('t'),
  w: unitOf('w'),
  x: unitOf('x'),
  y: unitOf('y'),
  z: unitOf('z'),
} as const;

/** Consonant classes of a lower-case ASCII word (`trump` -> `TLMP`), led by `A` where it starts with a vowel, h or y. */
export function skeletonOf(word: string, spelling: Spelling): string {
  const isLatin = spelling === 'latin';
  let key = '';
  let last = SILENT;
  for (let i = 0; i < word.length; ) {
    const letter = word.charCodeAt(i);
    if (letter === UNITS.x) {
      key += i === 0 || last === K ? 'S' : 'KS';
      last = S;
      i++;
      continue;
    }
    const found = soundAt(word, i, letter, isLatin);
    const soundClass = found % LENGTH_STEP;
    if (soundClass === SILENT) {
      if (BREAKS[letter] === 1) last = SILENT;
    } else if (soundClass !== last) {
      key += CLASSES.charAt(soundClass);
      last = soundClass;
    }
    i += (found - soundClass) / LENGTH_STEP;
  }
  // A nasal takes the place of the lip sound behind it: Japanese, Chinese and Indic scripts write `Trunp`.
  const assimilated = key.includes('NP') ? key.replaceAll('NP', 'MP') : key;
  return startsOpen(word) ? `A${assimilated}` : assimilated;
}

/** h and kh are weak at the start in many scripts (Khamenei is ハメネイ), y is the sound of Russian е and German j. */
function startsOpen(word: string): boolean {
  const first = unitAt(word, 0);
  if (VOWELS[first] === 1 || first === UNITS.h || first === UNITS.y) return true;
  return first === UNITS.k && unitAt(word, 1) === UNITS.h;
}

/** The code unit at an offset, 0 behind the end. */
function unitAt(word: string, i: number): number {
  return i < word.length ? word.charCodeAt(i) : 0;
}

/** The class of the letter at an offset, with the letters that are read together with it. */
function soundAt(word: string, i: number, letter: number, isLatin: boolean): number {
  const next = unitAt(word, i + 1);
  const third = unitAt(word, i + 2);
  switch (letter) {
    case UNITS.k:
      return next === UNITS.h ? sound(SILENT, 2) : sound(K, 1);
    case UNITS.c:
      return soundOfC(next, third, isLatin);
    case UNITS.g:
      if (next !== UNITS.h) return sound(K, 1);
      return isLatin && i > 0 && VOWELS[third] !== 1 ? sound(SILENT, 2) : sound(K, 2);
    case UNITS.n:
      // `ng` is one sound unless a vowel or a liquid follows: King, Washington, but Hungary, England.
      return sound(N, next === UNITS.g && OPENS_NG[third] !== 1 ? 2 : 1);
    case UNITS.w:
      return isLatin && (next === UNITS.r || (i > 0 && VOWELS[next] !== 1)) ? sound(SILENT, 1) : sound(P, 1);
    case UNITS.d:
      return soundOfD(next, third);
    case UNITS.t:
      return soundOfT(next, third);
    case UNITS.s:
      if (next === UNITS.c && third === UNITS.h) return sound(S, 3);
      return sound(S, next === UNITS.h || next === UNITS.z ? 2 : 1);
    case UNITS.z:
      return sound(S, next === UNITS.h ? 2 : 1);
    case UNITS.p:
      return sound(P, next === UNITS.h ? 2 : 1);
    case UNITS.q:
      return sound(K, next === UNITS.h ? 2 : 1);
    default:
      return sound(SINGLE[letter - FIRST_LETTER] ?? SILENT, 1);
  }
}

function soundOfC(next: number, third: number, isLatin: boolean): number {
  if (next === UNITS.h) return sound(isLatin && (third === UNITS.r || third === UNITS.l) ? K : S, 2);
  if (next === UNITS.z) return sound(S, 2);
  if (next === UNITS.k) return sound(K, 2);
  return sound(next === UNITS.e || next === UNITS.i || next === UNITS.y ? S : K, 1);
}

/** dzh, ds, dz, dj and dge are hisses; dh is a plain stop. */
function soundOfD(next: number, third: number): number {
  if (next === UNITS.g && (third === UNITS.e || third === UNITS.i)) return sound(S, 2);
  if (next === UNITS.z) return sound(S, third === UNITS.h ? 3 : 2);
  if (next === UNITS.s || next === UNITS.j) return sound(S, 2);
  return sound(T, next === UNITS.h ? 2 : 1);
}

/** tsh, tch, tzh, ts and tz are hisses; th is a plain stop. */
function soundOfT(next: number, third: number): number {
  const isHiss = next === UNITS.s || next === UNITS.z;
  if (third === UNITS.h && (isHiss || next === UNITS.c)) return sound(S, 3);
  if (isHiss) return sound(S, 2);
  return sound(T, next === UNITS.h ? 2 : 1);
}
