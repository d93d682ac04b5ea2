/**
 * How much a shared name, number or date tells: bits of information, from shipped constants alone, so that a pair is
 * judged the same in an archive of five articles and of five million (decision 0003). Must not see a collection.
 */
import { hashString } from '../lib/hash.ts';
import type { DateMention, NameMention, NumberMention } from '../model/features.ts';
import { COMMON_KEYS } from './data/common-keys.ts';

/**
 * Bits of a name by the consonants in its key. A key of n classes out of about seven separates fewer names than
 * 7^n, as names share endings.
 */
const NAME_BITS: readonly number[] = [0, 0.5, 2, 4, 6, 7.5, 8.5, 9, 9.5];
/** Countries and regions that are not among the common keys of the language. */
const PLACE_BITS = 5;

/** Bits of a name in the news of a language (BCP 47): learned for common keys, by length for all others. */
export function nameBits(name: Pick<NameMention, 'key' | 'kind'>, bcp47: string): number {
  const bits =
    name.kind === 'place' ? PLACE_BITS : (NAME_BITS[Math.min(name.key.length, NAME_BITS.length - 1)] ?? 0);
  const common = commonKeys(bcp47).get(hashString(name.key, 0));
  return common === undefined ? bits : Math.min(bits, common);
}

const NO_KEYS: ReadonlyMap<number, number> = new Map();
const decoded = new Map<string, ReadonlyMap<number, number>>();

/** Common keys of one language, decoded when it is first met. */
function commonKeys(bcp47: string): ReadonlyMap<number, number> {
  const known = decoded.get(bcp47);
  if (known !== undefined) return known;
  const packed = Object.hasOwn(COMMON_KEYS, bcp47) ? COMMON_KEYS[bcp47] : undefined;
  const keys = packed === undefined ? NO_KEYS : unpack(packed);
  decoded.set(bcp47, keys);
  return keys;
}

/** Five bytes a key: the hash, little endian, and quarter bits. */
function unpack(packed: string): ReadonlyMap<number, number> {
  const bytes = Buffer.from(packed, 'base64');
  const keys = new Map<number, number>();
  for (let at = 0; at + 5 <= bytes.length; at += 5)
    keys.set(bytes.readUInt32LE(at), bytes.readUInt8(at + 4) / 4);
  return keys;
}

/** Digits that carry information: 550e9 has two, 1,234 four. */
export function significantDigits(value: number): number {
  if (Number.isSafeInteger(value) && value !== 0) return digitsOfInteger(Math.abs(value));
  const [mantissa = ''] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  let count = digits.length;
  while (count > 0 && digits.charAt(count - 1) === '0') count--;
  return count;
}

/** Nearly all numbers are whole: no text is made of them. */
function digitsOfInteger(whole: number): number {
  let rest = whole;
  while (rest % 10 === 0) rest /= 10;
  let count = 0;
  for (; rest >= 1; rest = Math.floor(rest / 10)) count++;
  return count;
}

/** Bits of a number: trivial ones (1, 2, 3, 10) weigh little, each further digit adds about a decimal digit. */
export function numberBits(number: NumberMention): number {
  const magnitude = Math.abs(number.value);
  if (magnitude <= 3 && number.kind === 'plain') return 0.5;
  const digits = significantDigits(number.value);
  const size = magnitude >= 1e6 ? 3 : magnitude >= 1000 ? 2 : magnitude >= 20 ? 1 : 0;
  const unit = number.kind === 'plain' || number.kind === 'ordinal' ? 0 : 1;
  return Math.min(12, 1.5 + 2 * (digits - 1) + size + unit);
}

/** Bits of a date: articles of one day share it, so even a full date stays below a good name. */
export function dateBits(date: DateMention): number {
  switch (date.iso.length) {
    case 4: // 2025
      return 1;
    case 10: // 2025-10-28
      return 5;
    default: // 2025-10, --10-28
      return 4;
  }
}

/** Comparable key of a number: its value and unit, not its words. */
export function numberKey(number: NumberMention): string {
  return `${number.value}${number.unit ?? ''}`;
}
