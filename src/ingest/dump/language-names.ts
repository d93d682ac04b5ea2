/** Languages by the names that databases print: in English and in themselves. Data and look-up only. */
import { readLanguageTag } from '../html/language-tag.ts';

const NAMES: Readonly<Record<string, string>> = {
  af: 'afrikaans',
  ar: 'arabic|العربية|arabisch|arabe|árabe',
  bg: 'bulgarian|български',
  bn: 'bengali|বাংলা',
  ca: 'catalan|català',
  cs: 'czech|čeština|tschechisch',
  da: 'danish|dansk',
  de: 'german|deutsch|allemand|alemán|tedesco|alemão|duits',
  el: 'greek|ελληνικά',
  en: 'english|englisch|anglais|inglés|inglese|inglês|engels|английский|英語|英语|영어',
  es: 'spanish|español|castellano|spanisch|espagnol|spagnolo|espanhol',
  et: 'estonian|eesti',
  fa: 'persian|farsi|فارسی',
  fi: 'finnish|suomi',
  fr: 'french|français|französisch|francés|francese|francês|frans',
  he: 'hebrew|עברית',
  hi: 'hindi|हिन्दी',
  hr: 'croatian|hrvatski',
  hu: 'hungarian|magyar',
  id: 'indonesian|bahasa indonesia',
  it: 'italian|italiano|italienisch|italien',
  ja: 'japanese|日本語|japanisch|japonais',
  ko: 'korean|한국어|koreanisch|coréen',
  lt: 'lithuanian|lietuvių',
  lv: 'latvian|latviešu',
  ms: 'malay|bahasa melayu',
  nl: 'dutch|nederlands|niederländisch|néerlandais',
  no: 'norwegian|norsk',
  pl: 'polish|polski|polnisch',
  pt: 'portuguese|português|portugiesisch|portugais|portugués',
  ro: 'romanian|română',
  ru: 'russian|русский|russisch|russe|ruso',
  sk: 'slovak|slovenčina',
  sl: 'slovenian|slovene|slovenščina',
  sr: 'serbian|српски|srpski',
  sv: 'swedish|svenska',
  ta: 'tamil|தமிழ்',
  th: 'thai|ไทย',
  tr: 'turkish|türkçe|türkisch',
  uk: 'ukrainian|українська',
  ur: 'urdu|اردو',
  vi: 'vietnamese|tiếng việt',
  zh: 'chinese|中文|chinesisch|chinois',
  'zh-Hans': 'simplified chinese|chinese simplified|简体中文|chinese - simplified',
  'zh-Hant': 'traditional chinese|chinese traditional|繁體中文|chinese - traditional',
};

const BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([tag, names]) => names.split('|').map((name) => [name, tag])),
);

/** All records of a dump declare one of a few. */
const known = new Map<string, string | null>();
const LANGUAGES_KEPT = 256;
const LONGEST_KEPT = 64;

/** BCP 47 of "English", "GERMAN; DEUTSCH" or "pt-BR"; undefined where nothing is known. */
export function languageOf(written: string): string | undefined {
  const before = known.get(written);
  if (before !== undefined) return before ?? undefined;
  const found = readLanguage(written);
  if (written.length > LONGEST_KEPT) return found;
  if (known.size === LANGUAGES_KEPT) known.clear();
  known.set(written, found ?? null);
  return found;
}

function readLanguage(written: string): string | undefined {
  const [first = ''] = written.split(/[;,/]/, 1);
  const name = first.trim().toLowerCase();
  return BY_NAME.get(name) ?? (/^[a-z]{2}(?:$|[-_])/.test(name) ? readLanguageTag(name) : undefined);
}

/** Whether it is the name of a language and nothing else. */
export function isLanguageName(written: string): boolean {
  return BY_NAME.has(written.trim().toLowerCase());
}
