/**
 * Legacy encodings that news was written in, and the languages that were written in each: what a detector may choose
 * from. Names are those of the Encoding Standard, or of IANA where it has none; `codec` is what iconv-lite calls it.
 * Data only.
 */

export interface Candidate {
  readonly name: string;
  readonly codec: string;
  /** Models of the letter-pair table. */
  readonly languages: readonly string[];
  /** How much less usual than the most usual encoding of its languages: a prior, in nats. */
  readonly rarity: number;
}

const row = (name: string, codec: string, languages: string, rarity = 0): Candidate => ({
  name,
  codec,
  languages: languages.split(' '),
  rarity,
});

const WESTERN =
  'eng deu fra spa por ita nld dan swe nob nno fin isl cat glg eus sqi afr gle ltz fao ind swa fil';
const CENTRAL = 'pol ces slk hun ron-cedilla slv hrv bos srp-Latn sqi deu';
const CYRILLIC = 'rus ukr bel bul mkd srp';
const BALTIC = 'lit lav est';

/** One byte a character. Of encodings that read the bytes at hand alike, the first is named. */
export const SINGLE_BYTE: readonly Candidate[] = [
  row('windows-1252', 'windows1252', WESTERN),
  row('windows-1250', 'windows1250', CENTRAL),
  row('windows-1251', 'windows1251', CYRILLIC),
  row('windows-1253', 'windows1253', 'ell'),
  row('windows-1254', 'windows1254', 'tur'),
  row('windows-1255', 'windows1255', 'heb'),
  row('windows-1256', 'windows1256', 'ara fas-1256 urd-1256'),
  row('windows-1257', 'windows1257', BALTIC),
  row('windows-1258', 'windows1258', 'vie-1258'),
  row('windows-874', 'windows874', 'tha'),
  row('iso-8859-15', 'iso885915', WESTERN, 1),
  row('iso-8859-2', 'iso88592', CENTRAL, 0.5),
  row('iso-8859-3', 'iso88593', 'mlt epo', 1),
  row('iso-8859-4', 'iso88594', BALTIC, 2),
  row('iso-8859-5', 'iso88595', CYRILLIC, 1),
  row('iso-8859-6', 'iso88596', 'ara', 1),
  row('iso-8859-7', 'iso88597', 'ell', 0.5),
  row('iso-8859-8', 'iso88598', 'heb', 1),
  row('iso-8859-10', 'iso885910', 'isl lav lit', 3),
  row('iso-8859-13', 'iso885913', BALTIC, 1),
  row('iso-8859-14', 'iso885914', 'cym gle', 1),
  row('iso-8859-16', 'iso885916', 'ron pol hun slv hrv sqi', 2),
  row('koi8-r', 'koi8r', 'rus bul', 0.5),
  row('koi8-u', 'koi8u', 'ukr rus bel', 1),
  row('koi8-t', 'koi8t', 'tgk', 1),
  row('ibm866', 'cp866', 'rus ukr bel bul', 1),
  row('ibm855', 'cp855', 'rus mkd srp bul', 3.5),
  row('x-mac-cyrillic', 'maccyrillic', CYRILLIC, 2.5),
  row('macintosh', 'macroman', WESTERN, 2.5),
  row('x-mac-ce', 'maccenteuro', 'pol ces slk hun lit lav est deu', 2.5),
  row('x-mac-croatian', 'maccroatian', 'hrv bos srp-Latn slv', 3.5),
  row('x-mac-romanian', 'macromania', 'ron-cedilla', 3.5),
  row('x-mac-greek', 'macgreek', 'ell', 2.5),
  row('x-mac-turkish', 'macturkish', 'tur', 2.5),
  row('x-mac-icelandic', 'maciceland', 'isl fao', 3.5),
  row('ibm850', 'cp850', WESTERN, 2.5),
  row('ibm437', 'cp437', 'eng deu fra spa ita nld swe fin', 3.5),
  row('ibm852', 'cp852', CENTRAL, 2.5),
  row('ibm737', 'cp737', 'ell', 2.5),
  row('ibm869', 'cp869', 'ell', 3.5),
  row('ibm775', 'cp775', BALTIC, 2.5),
  row('ibm857', 'cp857', 'tur', 2.5),
  row('ibm862', 'cp862', 'heb', 2.5),
  row('viscii', 'viscii', 'vie', 1),
  row('tcvn', 'tcvn', 'vie-1258 vie', 1),
  row('armscii-8', 'armscii8', 'hye', 0),
  row('georgian-ps', 'georgianps', 'kat', 0),
  row('georgian-academy', 'georgianacademy', 'kat', 0.5),
  row('ptcp154', 'pt154', 'kaz tat bak kir', 1),
  row('kz-1048', 'rk1048', 'kaz', 1),
];

/** Two and more bytes a character. */
export const MULTI_BYTE: readonly Candidate[] = [
  row('shift_jis', 'shiftjis', 'jpn'),
  row('euc-jp', 'eucjp', 'jpn', 0.5),
  row('gb18030', 'gb18030', 'zho-CN'),
  row('big5', 'big5hkscs', 'zho-TW yue'),
  row('euc-kr', 'cp949', 'kor'),
];
