/** A written date in the plain form that is read: digits of ASCII, plain spaces and signs, lower case. */

/** Zeros of the decimal digits of the scripts of the news. Ten follow each. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1b50, 0x1c40, 0x1c50,
  0xa8d0, 0xa9d0, 0xaa50, 0xabf0, 0xff10,
];
/** Of scripts beyond the first plane: Chakma, Adlam. */
const FAR_ZEROS = [0x11136, 0x1e950];
const PERSIAN_ZERO = 0x06f0;

export interface PlainDate {
  readonly text: string;
  /** Whether digits are those of Persian and Urdu. */
  readonly hasPersianDigits: boolean;
}

export function plainDate(written: string): PlainDate {
  if (/^[\0-\x7f]*$/.test(written)) {
    return { text: written.toLowerCase().replace(/\s+/g, ' ').trim(), hasPersianDigits: false };
  }
  let text = '';
  let hasPersianDigits = false;
  for (const character of written.normalize('NFC')) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) {
      text += character;
      continue;
    }
    const zero = ZEROS.find((first) => code >= first && code < first + 10) ?? farZero(code);
    if (zero === undefined) text += SIGNS.get(character) ?? character;
    else {
      text += String(code - zero);
      hasPersianDigits ||= zero === PERSIAN_ZERO;
    }
  }
  const lower = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/\u0307/g, '');
  return { text: lower.replace(/\s+/gu, ' ').trim(), hasPersianDigits };
}

function farZero(code: number): number | undefined {
  return code < 0x10000 ? undefined : FAR_ZEROS.find((first) => code >= first && code < first + 10);
}

/** Signs of other keyboards, and what is not seen. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ...[...'\u00a0\u2007\u2008\u2009\u202f\u3000'].map((space) => [space, ' '] as const),
  ...[
    ...'\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff',
  ].map((unseen) => [unseen, ''] as const),
  ...[...'，،、፣'].map((comma) => [comma, ','] as const),
  ['：', ':'],
  ['∶', ':'],
  ['／', '/'],
  ['．', '.'],
  ['－', '-'],
  ['−', '-'],
  ['‑', '-'],
  ['（', '('],
  ['）', ')'],
  ['＋', '+'],
]);
