/** Shape of the phrase lists: language (BCP 47) -> phrases parted by `|`. Matched on `normaliseLabel`, whole line. */
export type PhraseList = Readonly<Record<string, string>>;
