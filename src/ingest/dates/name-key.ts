/** The form in which names of months and days are compared. Shared with the script that makes their table. */

/** Signs of Arabic that are written or left out, and the dot of a Turkish capital. */
const LEFT_OUT = /[\u0640\u064b-\u0655\u0670\u0307\u200b-\u200f\u00ad]/gu;
const ALIKE: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  '’': "'",
  ʼ: "'",
  ʻ: "'",
  '`': "'",
};

/** Lower case, letters that are written either way as one, no dots, single spaces. */
export function nameKey(written: string): string {
  return written
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(LEFT_OUT, '')
    .replace(/[أإآىیک’ʼʻ`]/gu, (letter) => ALIKE[letter] ?? letter)
    .replace(/[.\u0589\u0970]|^'/gu, '')
    .replace(/[\s-]+/gu, ' ')
    .trim();
}
