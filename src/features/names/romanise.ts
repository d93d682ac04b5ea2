/**
 * A word of any script in lower-case Latin letters, with what any-ascii gets wrong for names put right first. Owns
 * the corrections per script; must not decide what is a name. Linear in the length of the word.
 * Reference: any-ascii 0.3.3 (H. Hunter Nahab) for the tables; the corrections are measured in
 * decisions/0005-name-keys.md.
 */
import anyAscii from 'any-ascii';
import type { Spelling } from './skeleton.ts';

export interface Romanised {
  /** Lower-case letters a-z without marks, for grading. */
  readonly form: string;
  /** The same with the sounds of marked letters kept (`č` as `ch`): what the skeleton is made of. */
  readonly sound: string;
  readonly spelling: Spelling;
}

/** Readings of a word, the likeliest first; nearly always one. Empty when no letter is left. */
export function romanise(word: string, script: string, language: string): readonly Romanised[] {
  switch (script) {
    case 'Latn':
      return [latin(word, language)];
    case 'Grek':
      return greek(word);
    case 'Cyrl':
      return sounds(cyrillic(word));
    case 'Arab':
      return sounds(arabic(word));
    case 'Hebr':
      return sounds(hebrew(word));
    case 'Hang':
      return sounds(syllables(word, hangulSyllable));
    case 'Kana':
      return kana(word);
    case 'Hani':
      return sounds(syllables(word, hanziSyllable).replace(/nm/g, 'm'));
    case 'Deva':
    case 'Beng':
    case 'Guru':
    case 'Gujr':
    case 'Orya':
    case 'Taml':
    case 'Telu':
    case 'Knda':
    case 'Mlym':
    case 'Sinh':
      return sounds(indic(word, script));
    default:
      return sounds(letters(word));
  }
}

function letters(word: string): string {
  return anyAscii(word).toLowerCase().replace(/[^a-z]/g, '');
}

function sounds(form: string): readonly Romanised[] {
  return form === '' ? [] : [{ form, sound: form, spelling: 'romanised' }];
}

const MARKED: Readonly<Record<string, string>> = {
  č: 'ch', ć: 'ch', š: 'sh', ś: 'sh', ş: 'sh', ș: 'sh', ŝ: 'sh', ž: 'zh', ź: 'zh', ż: 'zh', ç: 's', ţ: 'ts', ț: 'ts',
  ĉ: 'ch', ĝ: 'j', ĥ: 'h', ĵ: 'zh', þ: 'th', ð: 'd', đ: 'd',
}; // prettier-like table, one line for reading
/** Languages that respell foreign names by sound: what a plain letter stands for there. */
const RESPELLED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sr: { c: 'ts', j: 'y' },
  lv: { c: 'ts', j: 'y' },
  az: { c: 'j', x: 'h', q: 'g' },
  tk: { j: 'j', ž: 'zh', ý: 'y', ň: 'ng' },
  uz: { x: 'h' },
};
const ASCII = /^[A-Za-z]+$/;

function latin(word: string, language: string): Romanised {
  const lower = word.toLowerCase();
  const respelled = RESPELLED[language];
  if (respelled === undefined && ASCII.test(word)) return { form: lower, sound: lower, spelling: 'latin' };
  const composed = lower.normalize('NFC');
  let sound = '';
  for (const letter of composed) sound += respelled?.[letter] ?? MARKED[letter] ?? letter;
  return { form: letters(composed), sound: letters(sound), spelling: respelled === undefined ? 'latin' : 'romanised' };
}

/** Russian writes English w as у before a vowel; х is a breath, not a k. */
function cyrillic(word: string): string {
  const lower = word.toLowerCase();
  return letters(lower.replace(/^у(?=[аеёиоуэюяії])/, 'в').replace(/х/g, 'h'));
}

const NASAL_STOPS: Readonly<Record<string, string>> = { μπ: 'b', ντ: 'd', γκ: 'g' };

/** μπ, ντ, γκ stand for b, d, g: surely at the start and behind a consonant, elsewhere for mb, nd, ng as well. */
function greek(word: string): readonly Romanised[] {
  const lower = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/ου/g, 'u')
    .replace(/χ/g, 'h')
    .replace(/τζ/g, 'j')
    .replace(/τσ/g, 'ch');
  const sure = lower.replace(/(^|[^αεηιουωυ])(μπ|ντ|γκ)/g, (_, before: string, stop: string) => before + NASAL_STOPS[stop]);
  const nasal = letters(sure);
  const plain = letters(sure.replace(/μπ|ντ|γκ/g, (stop) => NASAL_STOPS[stop] ?? stop));
  return nasal === plain ? sounds(nasal) : [...sounds(nasal), ...sounds(plain)];
}

/** Weak letters carry no sound at the start but that of a vowel; و and ي inside a word are mostly vowels. */
function arabic(word: string): string {
  const plain = word
    .normalize('NFKC')
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/^[عءحهأإآاٱئةۀ]/, 'a');
  const inner = plain
    .slice(1)
    .replace(/و/g, 'u')
    .replace(/[اآأإىئء]/g, 'a')
    .replace(/[عحهةھہ]/g, '')
    .replace(/ي/g, 'y')
    .replace(/خ/g, 'h')
    .replace(/ظ/g, 'z')
    .replace(/تش/g, 'ch');
  return letters(plain.charAt(0).replace('خ', 'h').replace('ظ', 'z') + inner);
}

function hebrew(word: string): string {
  const plain = word
    .normalize('NFKC')
    .replace(/[\u0591-\u05c7]/g, '')
    .replace(/[\u05f3\u2019]/g, "'")
    .replace(/^[אעחה]/, 'a')
    .replace(/ג'/g, 'j')
    .replace(/[צץ]'/g, 'ch')
    .replace(/ז'/g, 'zh');
  const inner = plain.slice(1).replace(/וו/g, 'v').replace(/ו/g, 'u').replace(/[אע]/g, 'a').replace(/[חה]/g, 'h');
  return letters(plain.charAt(0) + inner).replace(/^v+/, 'v');
}

/** any-ascii writes one capital a syllable for Hangul and Han: `TeuLeomPeu`, `TeLangPu`. */
function syllables(word: string, fix: (syllable: string, index: number) => string): string {
  let index = 0;
  const fixed = anyAscii(word).replace(/[A-Z][a-z]*/g, (syllable) => fix(syllable.toLowerCase(), index++));
  return fixed.toLowerCase().replace(/[^a-z]/g, '');
}

/** A coda ㅅ ㅈ ㅊ ㅎ is spoken t, ㅇ is n for our purposes, w behind a consonant glides, the filler vowel eu goes. */
function hangulSyllable(syllable: string): string {
  const coda = syllable.replace(/([aeiou])(?:ss|s|j|ch|h)$/, '$1t').replace(/ng$/, 'n');
  return coda.replace(/^([^aeiouyw]+)w/, '$1').replace('eu', '');
}

const KANA_FILLER = /([bcdfghjkmnprstvz])u(?=[bcdfghjkmnprstvwz]|$)|([td])o(?=[bcdfghjkmnprstvwz]|$)/g;

/** The skeleton is made of all vowels; the form loses the filler u and o (`toranpu` -> `tranp`). */
function kana(word: string): readonly Romanised[] {
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
function indic(word: string, script: string): string {
  const composed = word.normalize('NFC');
  let result = '';
  for (let i = 0; i < composed.length; i++) {
    const unit = composed.charCodeAt(i);
    const offset = unit & 0x7f;
    const isNasal = script === 'Sinh' ? offset === 0x02 : offset === 0x01 || offset === 0x02 || unit === 0x0a70;
    if (isNasal) result += 'n';
    else if (unit === 0x0bb4 || unit === 0x0d34) result += 'l';
    else result += composed.charAt(i);
    if (isConsonant(offset, script) && i + 1 < composed.length && isConsonantOrEnd(composed, i + 1, script)) result += 'a';
  }
  return letters(result);
}

function isConsonant(offset: number, script: string): boolean {
  return script === 'Sinh' ? offset >= 0x1a && offset <= 0x46 : (offset >= 0x15 && offset <= 0x39) || (offset >= 0x58 && offset <= 0x5f);
}

function isConsonantOrEnd(word: string, i: number, script: string): boolean {
  const offset = word.charCodeAt(i) & 0x7f;
  const isDot = script === 'Sinh' ? offset === 0x02 : offset === 0x01 || offset === 0x02;
  return isDot || isConsonant(offset, script);
}
