/**
 * Romanising of alphabets and abjads: Latin, Cyrillic, Greek, Arabic, Hebrew. Owns what any-ascii gets wrong for names
 * in them; must not decide what is a name. Linear in the length of the word.
 * Reference: corrections measured in decisions/0005-name-keys.md.
 */
import { letters, type Romanised, sounds } from './letters.ts';

// biome-ignore format: a table
const MARKED: Readonly<Record<string, string>> = {
  č: 'ch', ć: 'ch', š: 'sh', ś: 'sh', ş: 'sh', ș: 'sh', ŝ: 'sh', ž: 'zh', ź: 'zh', ż: 'zh', ç: 's', ţ: 'ts', ț: 'ts',
  ĉ: 'ch', ĝ: 'j', ĥ: 'h', ĵ: 'zh', þ: 'th', ð: 'd', đ: 'd',
};
/** Languages that respell foreign names by sound: what a plain letter stands for there. */
const RESPELLED: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(
  Object.entries({
    sr: { c: 'ts', j: 'y' },
    lv: { c: 'ts', j: 'y' },
    az: { c: 'j', x: 'h', q: 'g' },
    tk: { ž: 'j', ý: 'y', ň: 'ng' },
    uz: { x: 'h' },
  }),
);
const ASCII = /^[A-Za-z]+$/;

/** Latin letters by their sounds; `language` tells the languages that respell foreign names. */
export function latin(word: string, language: string): Romanised {
  const lower = word.toLowerCase();
  const respelled = RESPELLED.get(language);
  if (respelled === undefined && ASCII.test(word)) return { form: lower, sound: lower, spelling: 'latin' };
  const composed = lower.normalize('NFC');
  let sound = '';
  for (const letter of composed) sound += respelled?.[letter] ?? MARKED[letter] ?? letter;
  const form = letters(composed);
  return {
    form,
    sound: sound === composed ? form : letters(sound),
    spelling: respelled === undefined ? 'latin' : 'romanised',
  };
}

/** Letters that any-ascii writes with an ASCII letter too few or too many. */
const CYRILLIC: Readonly<Record<string, string>> = {
  х: 'h',
  ћ: 'ch',
  ђ: 'j',
  љ: 'l',
  њ: 'n',
  ќ: 'k',
  ѓ: 'g',
};

/** Russian writes English w as у before a vowel; х is a breath, not a k. */
export function cyrillic(word: string): string {
  const lower = word.toLowerCase().normalize('NFC');
  return letters(
    lower.replace(/^у(?=[аеёиоуэюяії])/, 'в').replace(/[хћђљњќѓ]/g, (letter) => CYRILLIC[letter] ?? letter),
  );
}

const NASAL_STOPS: Readonly<Record<string, string>> = { μπ: 'b', ντ: 'd', γκ: 'g' };

/** μπ, ντ, γκ stand for b, d, g: surely at the start and behind a consonant, elsewhere for mb, nd, ng as well. */
export function greek(word: string): readonly Romanised[] {
  const lower = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/ου/g, 'u')
    .replace(/χ/g, 'h')
    .replace(/τζ/g, 'j')
    .replace(/τσ/g, 'ch');
  const sure = lower.replace(
    /(^|[^αεηιουωυ])(μπ|ντ|γκ)/g,
    (_, before: string, stop: string) => before + NASAL_STOPS[stop],
  );
  const nasal = letters(sure);
  const plain = letters(sure.replace(/μπ|ντ|γκ/g, (stop) => NASAL_STOPS[stop] ?? stop));
  return nasal === plain ? sounds(nasal) : [...sounds(nasal), ...sounds(plain)];
}

/** Weak letters carry no sound at the start but that of a vowel; و and ي inside a word are mostly vowels. */
export function arabic(word: string): string {
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

/** ו inside a word is a vowel, doubled it is v; the geresh makes j, ch and zh. */
export function hebrew(word: string): string {
  const plain = word
    .normalize('NFKC')
    .replace(/[\u0591-\u05c7]/g, '')
    .replace(/[\u05f3\u2019]/g, "'")
    .replace(/^[אעחה]/, 'a')
    .replace(/ג'/g, 'j')
    .replace(/[צץ]'/g, 'ch')
    .replace(/ז'/g, 'zh');
  const inner = plain
    .slice(1)
    .replace(/וו/g, 'v')
    .replace(/ו/g, 'u')
    .replace(/[אע]/g, 'a')
    .replace(/[חה]/g, 'h');
  return letters(plain.charAt(0) + inner).replace(/^v+/, 'v');
}
