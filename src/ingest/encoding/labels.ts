/**
 * Names that charsets are declared by. Owns what a name means, which is not always what it says: pages that declare
 * ISO 8859-1 mean windows-1252. Reference: WHATWG Encoding Standard, section 4.2 (labels).
 */
import { type Candidate, MULTI_BYTE, SINGLE_BYTE } from './candidates.ts';

/** Labels in lower case without signs, where they differ from the names of the candidates and of their codecs. */
const MEANT: Readonly<Record<string, string>> = {
  iso88591: 'windows-1252',
  latin1: 'windows-1252',
  l1: 'windows-1252',
  ascii: 'windows-1252',
  usascii: 'windows-1252',
  ansix341968: 'windows-1252',
  cp1252: 'windows-1252',
  xcp1252: 'windows-1252',
  iso88599: 'windows-1254',
  latin5: 'windows-1254',
  iso885911: 'windows-874',
  tis620: 'windows-874',
  dos874: 'windows-874',
  cp874: 'windows-874',
  iso88598i: 'iso-8859-8',
  visual: 'iso-8859-8',
  logical: 'iso-8859-8',
  latin2: 'iso-8859-2',
  latin9: 'iso-8859-15',
  koi8: 'koi8-r',
  koi8ru: 'koi8-u',
  cp866: 'ibm866',
  cp850: 'ibm850',
  cp852: 'ibm852',
  cp437: 'ibm437',
  cp855: 'ibm855',
  mac: 'macintosh',
  macroman: 'macintosh',
  xmacroman: 'macintosh',
  xmacukrainian: 'x-mac-cyrillic',
  maccyrillic: 'x-mac-cyrillic',
  shiftjis: 'shift_jis',
  sjis: 'shift_jis',
  xsjis: 'shift_jis',
  mskanji: 'shift_jis',
  windows31j: 'shift_jis',
  cp932: 'shift_jis',
  xeucjp: 'euc-jp',
  eucjp: 'euc-jp',
  gb2312: 'gb18030',
  gb231280: 'gb18030',
  gbk: 'gb18030',
  xgbk: 'gb18030',
  cp936: 'gb18030',
  chinese: 'gb18030',
  euccn: 'gb18030',
  big5hkscs: 'big5',
  xxbig5: 'big5',
  cnbig5: 'big5',
  cp950: 'big5',
  euckr: 'euc-kr',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  windows949: 'euc-kr',
  ksc56011987: 'euc-kr',
  ksc5601: 'euc-kr',
  tcvn5712: 'tcvn',
  ptcp154: 'ptcp154',
  cp154: 'ptcp154',
  rk1048: 'kz-1048',
  strk10482002: 'kz-1048',
  armscii8: 'armscii-8',
};

const BY_NAME: ReadonlyMap<string, Candidate> = new Map(
  [...SINGLE_BYTE, ...MULTI_BYTE].flatMap((candidate) =>
    [candidate.codec, candidate.name].map((name) => [bare(name), candidate] as const),
  ),
);

/** The candidate that a label means; undefined where it means none of them. */
export function candidateOf(label: string): Candidate | undefined {
  const name = bare(label);
  const meant = Object.hasOwn(MEANT, name) ? MEANT[name]! : name;
  // cp1251, win-1251, x-cp1251
  const windows = /^(?:x?cp|win)(125[0-8])$/.exec(name);
  return BY_NAME.get(bare(windows === null ? meant : `windows-${windows[1]}`));
}

/** Whether a label speaks of UTF-8 or UTF-16, which the bytes tell better. */
export function isUnicodeLabel(label: string): boolean {
  return /^(?:x?unicode|utf|ucs|iso10646)/.test(bare(label));
}

/** Ways of writing bytes that the library of encodings has names for, too. */
const NO_CHARSETS: ReadonlySet<string> = new Set(['binary', 'base64', 'hex', 'internal']);

/** Whether a label that means none of the candidates may mean another charset. */
export function mayBeCharset(label: string): boolean {
  return !NO_CHARSETS.has(bare(label));
}

function bare(label: string): string {
  return label.toLowerCase().replace(/[^a-z0-9]/g, '');
}
