/**
 * Takes addresses (URLs, host names, e-mail addresses, @handles) out of a sample: they are in no language, whatever
 * their letters look like. Must not judge what is left. Linear: every unit is looked at a bounded number of times.
 */
import { isUnspaced } from '../lib/script.ts';

/** The text with a space for each address. An address ends at white space, and where a script without spaces goes on. */
export function withoutAddresses(text: string): string {
  let kept = '';
  let from = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !endsAddress(text.charCodeAt(i))) continue;
    if (i > start && isAddress(text.slice(start, i))) {
      kept += `${text.slice(from, start)} `;
      from = i;
    }
    start = i + 1;
  }
  return from === 0 ? text : kept + text.slice(from);
}

/** White space, ideographs, kana, Thai and the like, and the punctuation among them. */
function endsAddress(unit: number): boolean {
  if (unit <= 0x20 || unit === 0xa0) return true;
  if (unit < 0xe00) return false;
  return (
    isUnspaced(unit) ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xff0f)
  );
}

function isAddress(token: string): boolean {
  return token.includes('@') || token.includes('://') || (token.includes('.') && beginsWithHost(token));
}

/**
 * `www.example`, `example.org`, `news.example.org/a/b`, in brackets or quotation marks or not. Small letters alone: a
 * sentence that ends without a space after it goes on with a capital.
 */
function beginsWithHost(token: string): boolean {
  let i = 0;
  while (i < token.length && !isHostUnit(token.charCodeAt(i))) i++;
  let labels = 0;
  let length = 0;
  let letters = true;
  for (; i < token.length; i++) {
    const unit = token.charCodeAt(i);
    if (isHostUnit(unit)) {
      length++;
      letters &&= isSmallLetter(unit);
    } else if (
      unit === FULL_STOP &&
      length > 1 &&
      i + 1 < token.length &&
      isHostUnit(token.charCodeAt(i + 1))
    ) {
      labels++;
      length = 0;
      letters = true;
    } else break;
  }
  // A letter of any other kind belongs to a word.
  return labels > 0 && length > 1 && letters && !(i < token.length && isOtherLetter(token.charCodeAt(i)));
}

const FULL_STOP = 0x2e;

function isSmallLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isHostUnit(unit: number): boolean {
  return isSmallLetter(unit) || (unit >= 0x30 && unit <= 0x39) || unit === 0x2d;
}

function isOtherLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || unit === 0x27 || unit === 0x2019 || (unit > 0xa9 && unit < 0x2000);
}
