/**
 * Tells a text that asks its reader to do something and offers something. Both must be of one language: a word of one
 * language begins many of another. Owns the index over the words; must not know where such a text may stand. Linear.
 */
import { UNIT_CLASS, WORD } from '../lib/characters.ts';
import { normaliseText } from '../lib/normalise.ts';
import type { PhraseList } from './phrases/phrase-list.ts';
import { createTermSearch } from './term-search.ts';

/** The key of words of every language. */
const EVERY = 'mul';

/** The test, of texts in the form `normaliseText`, lower case, with a space behind them. */
export function createInvitationTest(
  acts: readonly PhraseList[],
  offers: readonly PhraseList[],
): (text: string) => boolean {
  const usesOfActs = usesOf(acts);
  const usesOfOffers = usesOf(offers);
  const actSearch = createTermSearch([...usesOfActs.keys()]);
  const offerSearch = createTermSearch([...usesOfOffers.keys()]);
  return (text) => {
    const asked = new Set<string>();
    actSearch.some(text, (term, at) => {
      if (!beginsWord(text, at)) return false;
      for (const { language, opens } of usesOfActs.get(term)!)
        if (!opens || beginsSentence(text, at)) asked.add(language);
      return false;
    });
    if (asked.size === 0) return false;
    const isOfLanguage = ({ language }: Use): boolean => language === EVERY || asked.has(language);
    return offerSearch.some(
      text,
      (term, at) => beginsWord(text, at) && usesOfOffers.get(term)!.some(isOfLanguage),
    );
  };
}

/** In scripts without spaces a word may begin anywhere. */
function beginsWord(text: string, at: number): boolean {
  return at === 0 || UNIT_CLASS[text.charCodeAt(at - 1)] !== WORD || UNIT_CLASS[text.charCodeAt(at)] !== WORD;
}

const OPENER = /[.!?:;|-]["')\]]?\s?$/;

function beginsSentence(text: string, at: number): boolean {
  return at === 0 || OPENER.test(text.slice(Math.max(0, at - 3), at));
}

/** How a language uses a term. */
interface Use {
  readonly language: string;
  /** Only at the beginning of a sentence: else it may be told of somebody. */
  readonly opens: boolean;
}

function usesOf(lists: readonly PhraseList[]): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const { phrases } of lists) {
    for (const [language, row] of Object.entries(phrases)) {
      for (const phrase of row.split('|')) {
        const opens = phrase.startsWith('^');
        const term = termOf(opens ? phrase.slice(1) : phrase);
        uses.set(term, [...(uses.get(term) ?? []), { language, opens }]);
      }
    }
  }
  return uses;
}

/** A space behind a phrase says that the word ends there. */
function termOf(phrase: string): string {
  const term = normaliseText(phrase).toLowerCase();
  return phrase.endsWith(' ') ? `${term} ` : term;
}
