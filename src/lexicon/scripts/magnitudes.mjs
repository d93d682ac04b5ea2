// Writes src/lexicon/data/magnitudes.ts: words and signs for powers of ten, and separators, as Node's Intl gives them.
//   node src/lexicon/scripts/magnitudes.mjs
// Run it by hand; the table is committed so that results do not change with Node.
import { writeFileSync } from 'node:fs';
import { LANGUAGES } from './locales.mjs';

// Where CLDR is wrong (Nepali crore, Catalan "km" of "k milions") or silent (hundreds, forms before a further part of
// an amount): `word:power`, power 0 drops the word.
const CORRECTIONS = {
  ar: 'بليون:9 تريليون:12 مليارات:9 ملياري:9 مليوني:6 الف:3 مليونا:6 مليارا:9',
  as: 'নিঃ:0 কোটি:7',
  bn: 'লক্ষ:5 লা:0 হা:0 কো:0 লাকো:0 মিলিয়ন:6 বিলিয়ন:9 ট্রিলিয়ন:12 শ:2 শো:2 শত:2',
  ca: 'km:0 mil:3 miliard:9 miliards:9',
  el: 'εκατ:6 δισεκ:9 εκατομμυρίων:6 δισεκατομμυρίων:9 τρισεκατομμυρίων:12 χιλιάδων:3',
  en: 'thousands:3 millions:6 billions:9 bn:9 mn:6 mln:6 tn:12 trn:12 lakh:5 lakhs:5 crore:7 crores:7 hundred:2',
  es: 'millardo:9 millardos:9 mdd:0',
  eu: 'mila:3',
  fa: 'میلیون:6 بیلیون:9 ملیون:6 ملیارد:9',
  fi: 'tuhannen:3 biljoonan:12 mio:6',
  fr: 'bn:0 mds:9 mrd:9 mrds:9 mio:6 milliers:3',
  gl: 'mil:3 millón:6 billón:12',
  he: 'אלפים:3 מיליוני:6 מיליארדי:9 אלפי:3',
  hi: 'करोड़:7 लाख:5 अरब:9 खरब:11 हज़ार:3 हजार:3 मिलियन:6 बिलियन:9 ट्रिलियन:12 सौ:2',
  gu: 'મિલિયન:6 બિલિયન:9 સો:2',
  hr: 'mlrd:9 milijuni:6',
  ka: 'მილიონ:6 მილიარდ:9 ათას:3 ტრილიონ:12',
  hy: 'միլիարդ:9 հարյուր:2',
  pa: 'ਮਿਲੀਅਨ:6 ਬਿਲੀਅਨ:9 ਸੌ:2',
  id: 'milyar:9 trilyun:12 jutaan:6 miliaran:9 ratus:2',
  is: 'bn:0 ma:0 milljarða:9 milljóna:6 milljónum:6',
  it: 'mille:3 mld:9 bilione:12 bilioni:12',
  kn: 'ಲಕ್ಷ:5 ಕೋಟಿ:7 ಸಾ:0 ಮಿ:0 ಬಿ:0 ಟ್ರಿ:0 ಲಕ್ಷದ:5',
  ko: '백만:6 천만:7 십억:9 백억:10 천억:11',
  lt: 'milijon:6 milijard:9 tūkstan:3',
  lv: 'miljon:6 miljard:9 tūkstoš:3 triljon:12',
  mk: 'ми:0',
  ml: 'ലക്ഷം:5 കോടി:7 ലക്ഷത്തി:5 ആയിരത്തി:3',
  mn: 'ин:0 зуун:2',
  mr: 'हजार:3 लाख:5 कोटी:7 दशलक्ष:6 अब्ज:9 मिलियन:6 बिलियन:9',
  mt: 'elf:3 miljun:6 biljun:9',
  ne: 'करोड:7 अर्ब:9 अरब:9 खर्ब:11 खरब:11 लाख:5 मिलियन:6 बिलियन:9 सय:2',
  om: 'miiliyoona:6',
  or: 'ଲକ୍ଷ:5 କୋଟି:7 ନି:0 ବି:0 ଟ୍ରି:0',
  ps: 'زره:3 زرو:3 میلیون:6 میلیونه:6 ملیون:6 میلیارد:9 میلیارده:9',
  pt: 'mi:6 mil:3 bilião:12 biliões:12 milhao:6',
  ro: 'mil:6 mrd:9 mln:6',
  si: 'ලක්ෂ:5 කෝටි:7 මි:0 බි:0',
  sv: 'tn:0 mn:6 md:9 mdr:9 bn:0 milj:6 hundra:2',
  sw: 'elfu:3 laki:5 bilioni:9',
  ta: 'லட்சம்:5 கோடி:7 மி:0 பி:0 டி:0 லட்சத்து:5 இலட்சம்:5 இலட்சத்து:5 கோடியே:7 ஆயிரத்து:3',
  te: 'లక్ష:5 లక్షల:5 కోట్ల:7 కోటి:7 వేల:3 మి:0 బి:0 ట్రి:0 వే:0',
  ur: 'لاکھ:5 کروڑ:7 ارب:9 کھرب:11 ملین:6 بلین:9 ٹریلین:12 سو:2',
  vi: 'ngàn:3 tỉ:9 tr:0 nt:0 trăm:2',
  wo: 'thousand:0',
  nb: 'hundre:2',
  nn: 'hundre:2',
  da: 'hundrede:2',
  ms: 'ratus:2',
  tr: 'yüz:2',
  az: 'yüz:2',
  uz: 'yuz:2',
  kk: 'жүз:2',
  ky: 'жүз:2',
  am: 'መቶ:2 ሺህ:3 ሺ:3',
  ckb: 'سەد:2 هەزار:3 ملیۆن:6 ملیار:9 تریلیۆن:12',
  fil: 'daan:2',
  ig: 'puku:3 nde:6 ijeri:9',
  km: 'រយ:2 ម៉ឺន:4 សែន:5',
  my: 'ကောဋိ:7 ဘီလီယံ:9',
  rw: 'miliyoni:6 miliyari:9',
  so: 'malyan:6 malyuun:6 bilyan:9 balyan:9 balyuun:9',
  xh: 'izigidi:6 zezigidi:6 yezigidi:6 million:6 billion:9',
  yo: 'mílíọ̀nì:6 bílíọ̀nù:9 bílíọ̀nì:9 tirílíọ̀nù:12',
  zu: 'izigidi:6 yizigidi:6 wezigidi:6 izigidigidi:9 million:6 billion:9',
};

/** A word as it is looked up: lower case, without dots; single letters of alphabets are not words. */
function toWord(part) {
  const word = part.normalize('NFC').toLowerCase().replaceAll('.', '').replaceAll('\u200f', '').trim();
  const ideographic = /^[\p{sc=Han}\p{sc=Hangul}]+$/u.test(word);
  return /^[\p{L}\p{M}]+$/u.test(word) && (ideographic || [...word].length > 1) ? word : undefined;
}

function wordsOf(language) {
  const words = new Map();
  for (const compactDisplay of ['long', 'short']) {
    const format = new Intl.NumberFormat(`${language}-u-nu-latn`, {
      notation: 'compact',
      compactDisplay,
      maximumFractionDigits: 0,
      useGrouping: false,
    });
    for (let power = 3; power <= 14; power++) {
      for (const factor of [1, 2, 3, 5, 11]) {
        const parts = format.formatToParts(factor * 10 ** power);
        const shown = Number(
          parts
            .filter((part) => part.type === 'integer')
            .map((part) => part.value)
            .join(''),
        );
        const compact = parts.filter((part) => part.type === 'compact').map((part) => part.value);
        if (!(shown > 0) || compact.length !== 1) continue;
        const exponent = Math.round(Math.log10((factor * 10 ** power) / shown));
        const word = toWord(compact[0]);
        if (word !== undefined && exponent > 0 && !words.has(word)) words.set(word, exponent);
      }
    }
  }
  for (const correction of (CORRECTIONS[language] ?? '').split(' ').filter((entry) => entry !== '')) {
    const [word, power] = correction.split(':');
    if (power === '0') words.delete(word.normalize('NFC'));
    else words.set(word.normalize('NFC'), Number(power));
  }
  return words;
}

function separatorsOf(language) {
  const format = new Intl.NumberFormat(`${language}-u-nu-latn`, { minimumFractionDigits: 1 });
  const parts = format.formatToParts(1234567.5);
  const of = (type) => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: of('decimal'), group: of('group') };
}

// Central Kurdish counts in words of its own, which CLDR does not have.
const supported = [...LANGUAGES, 'ckb']
  .filter((language) => Intl.NumberFormat.supportedLocalesOf([language]).length > 0)
  .sort();
const rows = supported.map((language) => {
  const words = [...wordsOf(language)].map(([word, power]) => `${word}:${power}`).join(' ');
  return `  ['${language}', '${words}'],`;
});
const comma = supported.filter((language) => separatorsOf(language).decimal === ',');
const spaced = supported.filter((language) => /\s/u.test(separatorsOf(language).group));
writeFileSync(
  new URL('../data/magnitudes.ts', import.meta.url),
  `/**
 * Words for powers of ten by language, from CLDR (Unicode licence). Generated by src/lexicon/scripts/magnitudes.mjs
 * with ICU ${process.versions.icu}, CLDR ${process.versions.cldr}; do not edit. A word stands with its power: \`mrd:9\`.
 */
export const MAGNITUDE_ROWS: readonly (readonly [language: string, words: string])[] = [
${rows.join('\n')}
];

/** Languages that write 1,5 for one and a half. */
export const DECIMAL_COMMA: ReadonlySet<string> = new Set('${comma.join(' ')}'.split(' '));

/** Languages that part thousands with a space. */
export const SPACED_THOUSANDS: ReadonlySet<string> = new Set('${spaced.join(' ')}'.split(' '));
`,
);
