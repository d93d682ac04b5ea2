/**
 * Looks lines up in the phrase lists. Owns the index; the lists own the phrases. A look-up costs a few probes of a
 * map and a walk over the first characters, whatever the number of phrases.
 */
import { DIGIT, UNIT_CLASS, WORD } from '../lib/characters.ts';
import { normaliseLabel, normaliseText } from '../lib/normalise.ts';
import { LEXICON } from './phrases/lexicon.ts';
import { type Lexicon, PHRASE_CLASSES, type PhraseClass, phrasesOf } from './phrases/phrase-list.ts';
import { createPrefixSearch } from './prefix-tree.ts';

export type { Lexicon, PhraseClass } from './phrases/phrase-list.ts';

/** What the phrase lists know of a line. `label` is its comparison form, `normaliseLabel(text)`. */
export interface Lookup {
  /** The class of a whole line, by a phrase, by how it begins, or by a phrase with a number beside it. */
  readonly classify: (text: string, label: string) => PhraseClass | undefined;
  /** Whether a whole line, exactly, is a phrase of menus, share bars, prompts or footers. */
  readonly isMenuPhrase: (label: string) => boolean;
  /** Whether a label names how a picture or text was made. */
  readonly isGeneratedLabel: (label: string) => boolean;
  /** Whether a whole line is a button of a consent banner. */
  readonly isConsentButton: (label: string) => boolean;
  readonly consent: ConsentTerms;
}

/** Words of consent banners in the form `normaliseText`, lower case; each may stand anywhere in a line. */
export interface ConsentTerms {
  readonly cookies: readonly string[];
  readonly selves: readonly string[];
  readonly choices: readonly string[];
}

/** Builds the index over the given lists; a phrase in two classes belongs to the first in `PHRASE_CLASSES`. */
export function createLookup(lexicon: Lexicon): Lookup {
  const whole = wholeLines(lexicon);
  const open = createPrefixSearch(openPhrases(lexicon), endsAtWord);
  const heads = headLabels(lexicon);
  const buttons = new Set(phrasesOf(lexicon['consent-button']).map(normaliseLabel));
  const isGenerated = (label: string) => whole.get(label) === 'generated';
  return {
    classify: (text, label) =>
      whole.get(label) ?? open(label)?.value ?? classOfHead(text, heads) ?? whole.get(withoutCount(label)),
    isMenuPhrase: (label) => {
      const phraseClass = whole.get(label);
      return phraseClass !== undefined && phraseClass !== 'generated' && phraseClass !== 'transparency';
    },
    isGeneratedLabel: (label) => isGenerated(label) || isComposite(label, isGenerated),
    isConsentButton: (label) => buttons.has(label),
    consent: {
      cookies: asTerms(lexicon, 'consent-cookie'),
      selves: asTerms(lexicon, 'consent-self'),
      choices: asTerms(lexicon, 'consent-choice'),
    },
  };
}

function wholeLines(lexicon: Lexicon): ReadonlyMap<string, PhraseClass> {
  const whole = new Map<string, PhraseClass>();
  for (const phraseClass of PHRASE_CLASSES) {
    for (const phrase of phrasesOf(lexicon[phraseClass])) {
      const label = normaliseLabel(phrase);
      if (label !== '' && !whole.has(label)) whole.set(label, phraseClass);
    }
  }
  return whole;
}

/** Phrases the line may go on after. */
function* openPhrases(lexicon: Lexicon): Generator<readonly [string, PhraseClass]> {
  for (const phraseClass of PHRASE_CLASSES) {
    for (const phrase of phrasesOf(lexicon[phraseClass])) {
      // Only `normaliseText`: the colon at the end of "Source:" is what tells it from the word.
      if (phrase.endsWith('*')) yield [normaliseText(phrase.slice(0, -1)).toLowerCase(), phraseClass];
    }
  }
}

/** "Published" is no beginning of "publishedly": in scripts with spaces a phrase ends where a word does. */
function endsAtWord(text: string, length: number): boolean {
  return !(isWord(text, length - 1) && isWord(text, length));
}

function isWord(text: string, at: number): boolean {
  return at < text.length && UNIT_CLASS[text.charCodeAt(at)] === WORD;
}

function asTerms(lexicon: Lexicon, part: keyof Lexicon): readonly string[] {
  return [...new Set(phrasesOf(lexicon[part]).map((phrase) => normaliseText(phrase).toLowerCase()))];
}

function headLabels(lexicon: Lexicon): ReadonlyMap<string, PhraseClass> {
  const heads = new Map<string, PhraseClass>();
  for (const phrase of phrasesOf(lexicon['read-also-prefix'])) heads.set(normaliseLabel(phrase), 'read-more');
  for (const phrase of phrasesOf(lexicon['credit-prefix'])) heads.set(normaliseLabel(phrase), 'credit');
  return heads;
}

/** Longest head of "Read also: the title of another article", in code units. */
const MAX_HEAD = 40;
const COLONS = new Set(':：|>»');

function classOfHead(text: string, heads: ReadonlyMap<string, PhraseClass>): PhraseClass | undefined {
  const end = Math.min(text.length, MAX_HEAD);
  for (let i = 1; i < end; i++) {
    if (COLONS.has(text.charAt(i))) return heads.get(normaliseLabel(text.slice(0, i)));
  }
  return undefined;
}

/** "12 comments", "Share (3)": the label without the digits beside it; empty where there are none. */
function withoutCount(label: string): string {
  let words = '';
  for (let i = 0; i < label.length; i++) {
    if (UNIT_CLASS[label.charCodeAt(i)] !== DIGIT) words += label.charAt(i);
  }
  return words.length === label.length ? '' : normaliseLabel(words);
}

/** Whether a line is two labels that both satisfy the test: "reported by AI image generated by AI". */
export function isComposite(label: string, isKnown: (part: string) => boolean): boolean {
  for (let space = label.indexOf(' '); space > 0; space = label.indexOf(' ', space + 1)) {
    if (isKnown(label.slice(0, space)) && isKnown(label.slice(space + 1))) return true;
  }
  return false;
}

export const DEFAULT_LOOKUP: Lookup = createLookup(LEXICON);
