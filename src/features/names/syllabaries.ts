/**
 * Romanising of scripts that write syllables: Hangul, katakana, Chinese transliteration characters, the scripts of
 * India. Owns what any-ascii gets wrong for names in them; must not decide what is a name. Linear in the word's length.
 * Reference: corrections measured in decisions/0005-name-keys.md.
 */
import { capitalisedSyllables, letters, type Romanised } from './letters.ts';

/** any-ascii writes one capital a syllable for Hangul and Han: `TeuLeomPeu`, `TeLangPu`. */
function syllables(word: string, fix: (syllable: string, index: number) => string): string {
  let index = 0;
  const fixed = capitalisedSyllables(word).replace(/[A-Z][a-z]*/g, (syllable) =>
    fix(syllable.toLowerCase(), index++),
  );
  return fixed.toLowerCase().replace(/[^a-z]/g, '');
}

/** Hangul by syllables. */
export function hangul(word: string): string {
  return syllables(word, hangulSyllable);
}

/** A coda ㅅ ㅈ ㅊ ㅎ is spoken t, ㅇ is n for our purposes, w behind a consonant glides, the filler vowel eu goes. */
function hangulSyllable(syllable: string): string {
  const coda = syllable.replace(/([aeiou])(?:ss|s|j|ch|h)$/, '$1t').replace(/ng$/, 'n');
  return coda.replace(/^([^aeiouyw]+)w/, '$1').replace('eu', '');
}

const KANA_FILLER = /([bcdfghjkmnprstvz])u(?=[bcdfghjkmnprstvwz]|$)|([td])o(?=[bcdfghjkmnprstvwz]|$)/g;

/** The skeleton is made of all vowels; the form loses the filler u and o (`toranpu` -> `tranp`). */
export function kana(word: string): readonly Romanised[] {
  const sound = letters(
    word
      .normalize('NFKC')
      .replace(/[ッー]/g, '')
      .replace(/ング(?![ァィゥェォ])/g, 'ン')
      .replace(/ウ(?=[ィェォ])/g, 'w'),
  );
  if (sound === '') return [];
  const form = sound.replace(KANA_FILLER, (_, filled?: string, stop?: string) => filled ?? stop ?? '');
  return [{ form, sound, spelling: 'romanised' }];
}

/** Transliteration characters by syllables; 姆 behind n is the same nasal (詹姆斯). */
export function hanzi(word: string): string {
  return syllables(word, hanziSyllable).replace(/nm/g, 'm');
}

/** How Chinese hears foreign sounds: 尔 is l, 约 at the start J, ji a hard or soft g, x an s, q a ch, ng an n. */
function hanziSyllable(syllable: string, index: number): string {
  if (syllable === 'er') return 'l';
  if (syllable === 'mu') return 'm';
  if (syllable === 'yue' && index === 0) return 'jo';
  if (syllable === 'ji' || syllable === 'jin' || syllable === 'jia') return syllable.replace('j', 'k');
  return syllable
    .replace(/^x/, 's')
    .replace(/^q/, 'ch')
    .replace(/^c(?!h)/, 'ts')
    .replace(/ng$/, 'n');
}

/**
 * Indic scripts leave out the vowel a and write nasals as a dot: both are put in. A consonant is followed by a unless
 * a vowel sign, the virama or the end of the word follows; all ISCII-ordered blocks share the offsets.
 */
export function indic(word: string, script: string): string {
  const composed = word.normalize('NFC');
  let result = '';
  for (let i = 0; i < composed.length; i++) {
    const unit = composed.charCodeAt(i);
    const offset = unit & 0x7f;
    const isNasal =
      script === 'Sinh' ? offset === 0x02 : offset === 0x01 || offset === 0x02 || unit === 0x0a70;
    if (isNasal) result += 'n';
    else if (unit === 0x0bb4 || unit === 0x0d34) result += 'l';
    else result += composed.charAt(i);
    if (isConsonant(offset, script) && i + 1 < composed.length && isConsonantOrEnd(composed, i + 1, script))
      result += 'a';
  }
  return letters(result);
}

function isConsonant(offset: number, script: string): boolean {
  return script === 'Sinh'
    ? offset >= 0x1a && offset <= 0x46
    : (offset >= 0x15 && offset <= 0x39) || (offset >= 0x58 && offset <= 0x5f);
}

function isConsonantOrEnd(word: string, i: number, script: string): boolean {
  const offset = word.charCodeAt(i) & 0x7f;
  const isDot = script === 'Sinh' ? offset === 0x02 : offset === 0x01 || offset === 0x02;
  return isDot || isConsonant(offset, script);
}
