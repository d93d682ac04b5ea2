/**
 * How much a shared name, number or date tells: bits of information, from shipped constants alone, so that a pair is
 * judged the same in an archive of five articles and of five million (decision 0003). Must not see a collection.
 */
import type { DateMention, NameMention, NumberMention } from '../model/features.ts';

/**
 * Bits of a name by the consonants in its key. A key of n classes out of about seven separates fewer names than
 * 7^n, as names share endings.
 */
const NAME_BITS: readonly number[] = [0, 0.5, 2, 4, 6, 7.5, 8.5, 9, 9.5];
/** Countries and regions stand in every third article: what CLDR knows tells little. */
const PLACE_BITS = 2.5;

export function nameBits(name: NameMention): number {
  switch (name.kind) {
    case 'place':
      return PLACE_BITS;
    case 'name':
    case 'word':
      return NAME_BITS[Math.min(name.key.length, NAME_BITS.length - 1)] ?? 0;
  }
}

/** Digits that carry information: 550e9 has two, 1,234 four. */
export function significantDigits(value: number): number {
  const digits = Math.abs(value).toExponential().replace(/e.*$/, '').replace('.', '');
  return digits.replace(/0+$/, '').length;
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
