/** Shape of the phrase lists. Every list says where its phrases are from and under which licence they may be used. */

/** Licences a phrase may come under. None that would bind the project (GPL and its kin). */
export const LICENCES = ['MIT', 'BSD-3-Clause', 'Apache-2.0', 'Unicode-3.0'] as const;
export type Licence = (typeof LICENCES)[number];

/** Phrases of one source. A class may hold several lists, one a source. */
export interface PhraseList {
  /** `written for dedupe`, or name, version and file of what they were read from. */
  readonly source: string;
  readonly licence: Licence;
  /**
   * Language (BCP 47, `mul` for names of networks and the like) -> phrases parted by `|`, matched on `normaliseLabel`
   * against the whole line. After a phrase that ends in `*` the line may go on; after one that ends in `#` it may go
   * on and holds a digit.
   */
  readonly phrases: Readonly<Record<string, string>>;
}

/** Of lists that were written for this project from general knowledge of news sites. */
export const OWN = { source: 'written for dedupe', licence: 'MIT' } as const;

/** What a whole line is, by a phrase. */
export const PHRASE_CLASSES = [
  'generated',
  'transparency',
  'advertisement',
  'read-more',
  'closer',
  'comments',
  'newsletter',
  'share',
  'byline',
  'credit',
  'navigation',
] as const;
/** The last is for lines that hold nothing but a date. */
export type PhraseClass = (typeof PHRASE_CLASSES)[number] | 'date';

/** The lists that tell no line alone: heads of lines, words of consent banners and of dates. */
export const PHRASE_PARTS = [
  'read-also-prefix',
  'picture-prefix',
  'source-prefix',
  'consent-cookie',
  'consent-self',
  'consent-choice',
  'consent-button',
  'date-word',
] as const;
export type PhrasePart = (typeof PHRASE_PARTS)[number];

export type Lexicon = Readonly<Record<(typeof PHRASE_CLASSES)[number] | PhrasePart, readonly PhraseList[]>>;

/** The phrases of some lists, all languages together. */
export function phrasesOf(lists: readonly PhraseList[]): readonly string[] {
  return lists.flatMap((list) => Object.values(list.phrases).flatMap((phrases) => phrases.split('|')));
}
