/**
 * What is written in one word with a name but is not part of it: articles, prepositions and particles of scripts
 * without case, apostrophe endings, case endings of Slavic and Baltic languages. Owns the lists; must not romanise.
 * Every list is a closed class of its grammar, matched from the longest; at most one ending is taken off.
 */

/** Particles of Korean, longest first; two syllables must remain, as most names have them. */
// biome-ignore format: a table
const KOREAN_PARTICLES = [
  '으로부터', '에서는', '에게서', '이라고', '으로는', '에서', '에게', '에는', '에도', '으로', '까지', '부터', '처럼', '보다', '이나', '라고',
  '라는', '이란', '과의', '와의', '로는', '이며', '은', '는', '이', '가', '을', '를', '의', '에', '로', '와', '과', '도', '만', '측', '씨',
];

/** Articles and conjunctions written in front of an Arabic noun with its article; two letters or more remain. */
const ARABIC_ARTICLES = ['وبال', 'وكال', 'ولل', 'وال', 'بال', 'كال', 'فال', 'لل', 'ال'];
const ARABIC_PREFIXES = 'وبلكف';
const HEBREW_PREFIXES = 'הובלמשכ';
const SHORTEST_AFTER_PREFIX = 3;

/** The forms a word of a script without case may be a name in: the likeliest first, at most two. */
export function uncasedForms(word: string, script: string, language: string): readonly string[] {
  switch (script) {
    case 'Hang':
      return [withoutParticle(word)];
    case 'Arab':
      return isArabic(language) ? arabicForms(word) : [word];
    case 'Hebr':
      return prefixForms(word, HEBREW_PREFIXES);
    default:
      return [word];
  }
}

function withoutParticle(word: string): string {
  for (const particle of KOREAN_PARTICLES) {
    if (word.length - particle.length >= 2 && word.endsWith(particle)) return word.slice(0, -particle.length);
  }
  return word;
}

/** Persian, Urdu, Pashto and the others write no article. */
function isArabic(language: string): boolean {
  return (
    language === 'ar' || language === 'arz' || language === 'ary' || language === 'apc' || language === 'und'
  );
}

function arabicForms(word: string): readonly string[] {
  const bare = withoutArticle(word);
  return bare === word ? prefixForms(word, ARABIC_PREFIXES) : [bare];
}

/** An Arabic word without its article and what is written before it; any other word as it is. */
export function withoutArticle(word: string): string {
  if (!word.includes('ل')) return word;
  for (const article of ARABIC_ARTICLES) {
    if (word.startsWith(article) && word.length - article.length >= 2) return word.slice(article.length);
  }
  return word;
}

function prefixForms(word: string, prefixes: string): readonly string[] {
  const isPrefixed = prefixes.includes(word.charAt(0)) && word.length > SHORTEST_AFTER_PREFIX;
  return isPrefixed ? [word, word.slice(1)] : [word];
}

const APOSTROPHE = /['\u2018\u2019\u02bc]/;
/** The mark that makes letters of their own of Uzbek o and g, in the ways in which keyboards write it. */
const UZBEK_MARK = /(?<=[og])['\u2018\u2019\u02bb\u02bc]/gi;

/** A word with the marks of its letters as tables of places write them. */
export function withLetterMarks(word: string, language: string): string {
  return language === 'uz' ? word.replace(UZBEK_MARK, '\u02bb') : word;
}

/** A capitalised word without the ending that an apostrophe ties to it: `Trump's`, `Trump'ın`; `O'Brien` is joined. */
export function withoutApostrophe(marked: string, script: string, language: string): string {
  // In Cyrillic the apostrophe is a letter of Ukrainian and Belarusian.
  if (script === 'Cyrl') return marked;
  const word = language === 'uz' ? marked.replace(UZBEK_MARK, '') : marked.replaceAll('\u02bb', '');
  const at = word.search(APOSTROPHE);
  if (at < 0) return word;
  return at < 2 ? word.slice(0, at) + word.slice(at + 1) : word.slice(0, at);
}

/**
 * Endings that put a consonant behind a name. Vowel endings need no list: the skeleton has no vowels. Endings that
 * are as often part of a surname (-ов, -ev, -in) are left alone.
 */
// biome-ignore format: a table
const SLAVIC_LATIN = [
  ['skiego', 'sk'], ['skiemu', 'sk'], ['skému', 'sk'], ['ského', 'sk'], ['skega', 'sk'], ['skemu', 'sk'], ['skoga', 'sk'], ['skomu', 'sk'],
  ['skog', 'sk'], ['skom', 'sk'], ['skim', 'sk'], ['ským', 'sk'], ['owi', ''], ['ovi', ''], ['iem', ''], ['em', ''], ['om', ''],
] as const;
// biome-ignore format: a table
const SLAVIC_CYRILLIC = [
  ['ского', 'ск'], ['скому', 'ск'], ['ським', 'ськ'], ['ського', 'ськ'], ['ському', 'ськ'], ['ским', 'ск'], ['ском', 'ск'], ['ског', 'ск'],
  ['цького', 'цьк'], ['цькому', 'цьк'], ['цьким', 'цьк'], ['цким', 'цк'], ['цкого', 'цк'], ['цкому', 'цк'],
  ['ові', ''], ['еві', ''], ['ами', ''], ['ом', ''], ['ем', ''], ['ым', ''], ['ой', ''],
] as const;
const BALTIC = [
  ['as', ''],
  ['is', ''],
  ['us', ''],
  ['ys', ''],
  ['s', ''],
  ['ą', ''],
  ['ų', ''],
] as const;

// biome-ignore format: a table
const ENDINGS: Readonly<Record<string, readonly (readonly [ending: string, stem: string])[]>> = {
  pl: SLAVIC_LATIN, cs: SLAVIC_LATIN, sk: SLAVIC_LATIN, sl: SLAVIC_LATIN, hr: SLAVIC_LATIN, bs: SLAVIC_LATIN,
  ru: SLAVIC_CYRILLIC, uk: SLAVIC_CYRILLIC, be: SLAVIC_CYRILLIC, mk: SLAVIC_CYRILLIC,
  lt: BALTIC, lv: BALTIC,
};
/** Letters that must remain. */
export const SHORTEST_STEM = 4;

/** The stem of a name of an inflecting language, else the word. */
export function stemOf(word: string, language: string, script: string): string {
  const endings =
    language === 'sr' ? (script === 'Cyrl' ? SLAVIC_CYRILLIC : SLAVIC_LATIN) : ENDINGS[language];
  for (const [ending, stem] of endings ?? []) {
    if (word.endsWith(ending) && word.length - ending.length + stem.length >= SHORTEST_STEM) {
      return word.slice(0, -ending.length) + stem;
    }
  }
  return word;
}

/** Languages whose names take endings with consonants that no list covers (-n, -ssa, -nak, -dan, -s). */
// biome-ignore format: a table
const AGGLUTINATING = new Set(['fi', 'et', 'hu', 'eu', 'tr', 'az', 'kk', 'ky', 'uz', 'tk', 'tt', 'de', 'nl', 'da', 'sv', 'nb', 'nn', 'no', 'is', 'fo', 'sq', 'hy', 'el']);
/** Letters that such an ending has at most. */
export const LONGEST_ENDING = 4;

/** Whether names of a language may continue one another: `Trumpin` where `Trump` stands too. */
export function isAgglutinating(language: string): boolean {
  return AGGLUTINATING.has(language);
}
