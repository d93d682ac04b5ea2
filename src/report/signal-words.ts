/** What signals are called for people; for programs they keep the names that the models know them by. Data only. */

const WORDS: ReadonlyMap<string, string> = new Map([
  ['nameSurplus', 'names'],
  ['nameCoverHigh', 'names, better side'],
  ['nameCoverLow', 'names, worse side'],
  ['numberBits', 'numbers'],
  ['numberCoverHigh', 'numbers, better side'],
  ['numberCoverLow', 'numbers, worse side'],
  ['dateBits', 'dates'],
  ['factPlaceBits', 'facts in place'],
  ['factPlaceMean', 'facts in place, each'],
  ['factOrder', 'order of facts'],
  ['factSpread', 'spread of facts'],
  ['lengthGap', 'difference in length'],
  ['numberConflict', 'numbers of one side'],
  ['published', 'days of publication'],
  ['daysApart', 'days apart'],
  ['length', 'length'],
  ['conceptCoverHigh', 'subjects, better side'],
  ['conceptCoverLow', 'subjects, worse side'],
  ['conceptSurplus', 'likeness of subjects'],
  ['conceptBackground', 'likeness with any'],
  ['conceptQuality', 'lexicons'],
  ['placeBits', 'subjects in place'],
  ['placeMean', 'subjects in place, each'],
  ['placeOrder', 'order of subjects'],
  ['placeSpread', 'spread of subjects'],
]);

/** Words for the name of a signal; the name where it has none. */
export function signalWords(name: string): string {
  return WORDS.get(name) ?? name;
}
