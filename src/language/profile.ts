/**
 * What is known of one language inside its script: the shape of a row of `data/`. Types only; the rows are written by
 * hand from general knowledge, never learned from a test set.
 */
export interface LanguageProfile {
  /** ISO 639-3 of the common tag (macrolanguage where that is what people say: `ara`, `swa`, `msa`). */
  readonly code: string;
  /** Shortest BCP 47 tag. */
  readonly bcp47: string;
  /** Names of this language's trigram models in franc; empty when franc has none for the script. */
  readonly models: readonly string[];
  /** Letters beyond the common stock of the script that are ordinary in this language, lower case. */
  readonly letters: string;
  /** Function words in about the order of their frequency, lower case, separated by single spaces. */
  readonly words: string;
}

/** A row as it stands in a data file: code, tag, franc models separated by spaces, letters, words. */
export type ProfileRow = readonly [
  code: string,
  bcp47: string,
  models: string,
  letters: string,
  words: string,
];

/** Profiles of a data file's rows. */
export function readProfiles(rows: readonly ProfileRow[]): readonly LanguageProfile[] {
  return rows.map(([code, bcp47, models, letters, words]) => ({
    code,
    bcp47,
    models: models === '' ? [] : models.split(' '),
    letters,
    words,
  }));
}
