/**
 * Looks lines up in the phrase lists. Owns the index; the lists own the phrases. A look-up costs a few probes of a
 * map and a walk over the first characters, whatever the number of phrases.
 */
import { DIGIT, SEPARATOR, UNIT_CLASS, WORD } from '../lib/characters.ts';
import { normaliseLabel, normaliseText } from '../lib/normalise.ts';
import { createDateTest } from './date-line.ts';
import { LEXICON } from './phrases/lexicon.ts';
import { type Lexicon, PHRASE_CLASSES, type PhraseClass, phrasesOf } from './phrases/phrase-list.ts';
import { createPrefixSearch } from './prefix-tree.ts';

export type { Lexicon, PhraseClass } from './phrases/phrase-list.ts';

/** What the phrase lists know of a line. `label` is its comparison form, `normaliseLabel(text)`. */
export interface Lookup {
  /** The class of a whole line, by a phrase, by how it begins, by a phrase with a number beside it, or as a date. */
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

/** Classes of lines that clean articles have, too. */
const NO_MENU: ReadonlySet<PhraseClass> = new Set(['generated', 'transparency', 'credit']);

/** Builds the index over the given lists; a phrase in two classes belongs to the first in `PHRASE_CLASSES`. */
export function createLookup(lexicon: Lexicon): Lookup {
  const whole = wholeLines(lexicon);
  const open = createPrefixSearch(openPhrases(lexicon), goesOn);
  const heads = headLabels(lexicon);
  const isDate = createDateTest(lexicon['date-word']);
  const buttons = new Set(phrasesOf(lexicon['consent-button']).map(normaliseLabel));
  const isGenerated = (label: string) => whole.get(label) === 'generated';
  return {
    classify: (text, label) => {
      const found = whole.get(label) ?? open(label)?.value.phraseClass ?? classOfHead(text, heads);
      if (found !== undefined || !hasDigit(label)) return found;
      return whole.get(withoutCount(label)) ?? (isDate(label) ? 'date' : undefined);
    },
    isMenuPhrase: (label) => {
      const phraseClass = whole.get(label);
      return phraseClass !== undefined && !NO_MENU.has(phraseClass);
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

interface OpenPhrase {
  readonly phraseClass: PhraseClass;
  readonly needsDigit: boolean;
}

/** Phrases the line may go on after. */
function* openPhrases(lexicon: Lexicon): Generator<readonly [string, OpenPhrase]> {
  for (const phraseClass of PHRASE_CLASSES) {
    for (const phrase of phrasesOf(lexicon[phraseClass])) {
      const needsDigit = phrase.endsWith('#');
      if (!needsDigit && !phrase.endsWith('*')) continue;
      // Only `normaliseText`: the colon at the end of "Source:" is what tells it from the word.
      yield [normaliseText(phrase.slice(0, -1)).toLowerCase(), { phraseClass, needsDigit }];
    }
  }
}

/** "Published" is no beginning of "publishedly": in scripts with spaces a phrase ends where a word does. */
function goesOn(label: string, length: number, { needsDigit }: OpenPhrase): boolean {
  if (isWord(label, length - 1) && isWord(label, length)) return false;
  if (!needsDigit) return true;
  return hasDigit(label, length);
}

function hasDigit(label: string, from = 0): boolean {
  for (let i = from; i < label.length; i++) if (unitClass(label, i) === DIGIT) return true;
  return false;
}

function isWord(text: string, at: number): boolean {
  return at < text.length && unitClass(text, at) === WORD;
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
function classOfHead(text: string, heads: ReadonlyMap<string, PhraseClass>): PhraseClass | undefined {
  const end = Math.min(text.length, MAX_HEAD);
  for (let i = 1; i < end; i++) {
    if (isColon(text.charCodeAt(i))) return heads.get(normaliseLabel(text.slice(0, i)));
  }
  return undefined;
}

/** Colons of both widths, bars and the arrows that sites put after "Read also". */
function isColon(unit: number): boolean {
  return unit === 0x3a || unit === 0xff1a || unit === 0x7c || unit === 0x3e || unit === 0xbb;
}

/** "12 comments", "1,024 shares", "Share (3)": the label without the number at its end; empty where there is none. */
function withoutCount(label: string): string {
  let from = 0;
  let to = label.length;
  if (unitClass(label, 0) === DIGIT) while (from < to && isNumeric(label, from)) from++;
  if (unitClass(label, to - 1) === DIGIT) while (to > from && isNumeric(label, to - 1)) to--;
  return from === 0 && to === label.length ? '' : label.slice(from, to);
}

function isNumeric(label: string, at: number): boolean {
  const found = unitClass(label, at);
  return found === DIGIT || found === SEPARATOR;
}

function unitClass(label: string, at: number): number | undefined {
  return UNIT_CLASS[label.charCodeAt(at)];
}

/** Whether a line is two labels that both satisfy the test: "reported by AI image generated by AI". */
export function isComposite(label: string, isKnown: (part: string) => boolean): boolean {
  for (let space = label.indexOf(' '); space > 0; space = label.indexOf(' ', space + 1)) {
    if (isKnown(label.slice(0, space)) && isKnown(label.slice(space + 1))) return true;
  }
  return false;
}

export const DEFAULT_LOOKUP: Lookup = createLookup(LEXICON);
