/**
 * What two articles share in the words of both, for evidence: names and numbers, matched one to one, with the weight of
 * each. Must not decide: a pair is judged by its compact rows (`facts.ts`). Linear in the mentions of both sides.
 */
import { JaroWinklerDistance } from 'natural/lib/natural/distance/index.js';
import { numberBits, numberKey } from '../../lexicon/rarity.ts';
import type { Mentions, NumberMention, WeighedName } from '../../model/features.ts';

export interface SharedName {
  readonly a: WeighedName;
  readonly b: WeighedName;
  readonly weight: number;
}
export interface SharedNumber {
  readonly a: NumberMention;
  readonly b: NumberMention;
  readonly weight: number;
}
export interface SharedMentions {
  readonly names: readonly SharedName[];
  readonly numbers: readonly SharedNumber[];
}

export type NamesAndNumbers = Pick<Mentions, 'names' | 'numbers'>;

export function sharedMentions(a: NamesAndNumbers, b: NamesAndNumbers): SharedMentions {
  return { names: sharedNames(a, b), numbers: sharedNumbers(a, b) };
}

/** Below it, equal consonants are an accident: Easter and Isidora have 0.53, Putin and Poutine 0.92. */
const MIN_LIKENESS = 0.6;

/**
 * Weight of a name whose keys agree: its bits, less where the romanised forms differ (equal skeletons of unlike
 * words: Merkel, Markle). Forms of one script are spelled alike, forms across scripts keep their consonants.
 */
function sharedNames(a: NamesAndNumbers, b: NamesAndNumbers): readonly SharedName[] {
  const byKey = new Map(b.names.map((name) => [name.key, name]));
  const shared: SharedName[] = [];
  for (const name of a.names) {
    const other = byKey.get(name.key);
    if (other === undefined) continue;
    const likeness = name.form === other.form ? 1 : JaroWinklerDistance(name.form, other.form);
    if (likeness < MIN_LIKENESS) continue;
    shared.push({ a: name, b: other, weight: Math.min(name.bits, other.bits) * likeness });
  }
  return shared;
}

/** Numbers of equal value and unit; a number written without its unit on one side counts for half. */
function sharedNumbers(a: NamesAndNumbers, b: NamesAndNumbers): readonly SharedNumber[] {
  const exact = new Map<string, NumberMention>();
  const bare = new Map<number, NumberMention>();
  for (const number of b.numbers) {
    if (!exact.has(numberKey(number))) exact.set(numberKey(number), number);
    if (!bare.has(number.value)) bare.set(number.value, number);
  }
  const seen = new Set<string>();
  const shared: SharedNumber[] = [];
  for (const number of a.numbers) {
    if (seen.has(numberKey(number))) continue;
    seen.add(numberKey(number));
    const same = exact.get(numberKey(number));
    if (same !== undefined) {
      shared.push({ a: number, b: same, weight: numberBits(number) });
      continue;
    }
    const value = bare.get(number.value);
    if (value !== undefined && (number.unit === undefined || value.unit === undefined)) {
      shared.push({ a: number, b: value, weight: 0.5 * Math.min(numberBits(number), numberBits(value)) });
    }
  }
  return shared;
}
