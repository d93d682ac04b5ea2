/**
 * Takes addresses (URLs, host names, e-mail addresses, @handles) out of a sample: they are in no language, whatever
 * their letters look like. Must not judge what is left. Linear: every unit is looked at a bounded number of times.
 */
import { isUnspaced } from '../lib/script.ts';

/** The text with a space for each address. An address ends at white space, and where a script without spaces goes on. */
export function withoutAddresses(text: string): string {
  let kept = '';
  let from = 0;
  let done = 0;
  // Every address has one of three signs, and few texts have them: only the tokens around a sign are looked at.
  let at = nextOf(text, '@', 0);
  let scheme = nextOf(text, '://', 0);
  let stop = nextInnerStop(text, 0);
  for (;;) {
    const sign = Math.min(at, scheme, stop);
    if (sign === text.length) break;
    let start = sign;
    while (start > done && !endsAddress(text.charCodeAt(start - 1))) start--;
    let end = sign + 1;
    while (end < text.length && !endsAddress(text.charCodeAt(end))) end++;
    if (at < end || scheme < end || beginsWithHost(text.slice(start, end))) {
      kept += `${text.slice(from, start)} `;
      from = end;
    }
    done = end;
    if (at < end) at = nextOf(text, '@', end);
    if (scheme < end) scheme = nextOf(text, '://', end);
    if (stop < end) stop = nextInnerStop(text, end);
  }
  return from === 0 ? text : kept + text.slice(from);
}

/** Where the sign comes next; the length of the text where it does not. */
function nextOf(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found;
}

/** The next full stop between two units of a host name, without which there is no host. */
function nextInnerStop(text: string, from: number): number {
  // One at an edge of the text has not both.
  let stop = nextOf(text, '.', Math.max(1, from));
  while (
    stop + 1 < text.length &&
    !(isHostUnit(text.charCodeAt(stop - 1)) && isHostUnit(text.charCodeAt(stop + 1)))
  ) {
    stop = nextOf(text, '.', stop + 1);
  }
  return stop + 1 < text.length ? stop : text.length;
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
