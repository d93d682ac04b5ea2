/**
 * Splits the phrases of the cleaner into two halves by their letters alone, so that a phrase that two languages or
 * classes share is unknown everywhere when it is held out. The cleaner gets one half; pages are made from both.
 */
import type { Lexicon, PhraseList } from '../../../src/clean/phrases/phrase-list.ts';
import { hashString } from '../../../src/lib/hash.ts';
import { normaliseLabel } from '../../../src/lib/normalise.ts';

export type Half = 0 | 1;

/** Whether the half of the lexicon that the cleaner gets holds this phrase. */
export function isKnown(phrase: string, half: Half): boolean {
  return (hashString(normaliseLabel(phrase), 1) & 1) === half;
}

/** The lexicon without the phrases of the other half. The words of dates are a table, no phrases: they stay whole. */
export function halfOf(lexicon: Lexicon, half: Half): Lexicon {
  const halve = (list: PhraseList): PhraseList => ({
    ...list,
    phrases: Object.fromEntries(
      Object.entries(list.phrases)
        .map(([language, row]) => [
          language,
          row
            .split('|')
            .filter((phrase) => isKnown(phrase, half))
            .join('|'),
        ])
        .filter(([, row]) => row !== ''),
    ),
  });
  return Object.fromEntries(
    Object.entries(lexicon).map(([name, lists]) => [name, name === 'date-word' ? lists : lists.map(halve)]),
  ) as unknown as Lexicon;
}
