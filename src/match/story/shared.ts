/**
 * What two articles share in the words of both, for evidence: names and numbers, matched one to one, with the weight of
 * each. Must not decide: a pair is judged by its compact rows (`facts.ts`). Linear in the mentions of both sides.
 */
import { JaroWinklerDistance } from 'natural/lib/natural/distance/index.js';
import { numberBits, numberKey } from '../../lexicon/rarity.ts';
import { otherForms } from '../../lib/other-forms.ts';
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

/** Numbers of equal value and unit; one that is written otherwise (no unit, no million, kilometres) counts for half. */
function sharedNumbers(a: NamesAndNumbers, b: NamesAndNumbers): readonly SharedNumber[] {
  const exact = new Map<string, NumberMention>();
  const other = new Map<string, NumberMention>();
  for (const number of b.numbers) {
    if (!exact.has(numberKey(number))) exact.set(numberKey(number), number);
    for (const form of otherForms(number))
      if (!other.has(numberKey(form))) other.set(numberKey(form), number);
  }
  const seen = new Set<string>();
  const shared: SharedNumber[] = [];
  for (const number of a.numbers) {
    const key = numberKey(number);
    if (seen.has(key)) continue;
    seen.add(key);
    const same = exact.get(key);
    if (same !== undefined) {
      shared.push({ a: number, b: same, weight: numberBits(number) });
      continue;
    }
    const forms = otherForms(number).map((form) => exact.get(numberKey(form)));
    const found = forms.find((form) => form !== undefined) ?? other.get(key);
    if (found === undefined) continue;
    shared.push({ a: number, b: found, weight: 0.5 * Math.min(numberBits(number), numberBits(found)) });
  }
  return shared;
}
