/** What the lookup says of single lines: phrases, how lines begin, numbers beside them, and lists of one's own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelForm } from '../../src/clean/label-form.ts';
import { createLookup, DEFAULT_LOOKUP } from '../../src/clean/lookup.ts';
import { LEXICON } from '../../src/clean/phrases/lexicon.ts';
import {
  type Lexicon,
  PHRASE_CLASSES,
  type PhraseClass,
  type PhraseList,
  phrasesOf,
} from '../../src/clean/phrases/phrase-list.ts';
import { normaliseLabel, normaliseText } from '../../src/lib/normalise.ts';

function check(line: string, expected: PhraseClass | undefined): void {
  expect(DEFAULT_LOOKUP.classify(line, labelForm(normaliseLabel(line)))).toBe(expected);
}

describe('classify', () => {
  it.each<[string, PhraseClass | undefined]>([
    ['Related articles:', 'closer'],
    ['« ARTICLES SIMILAIRES »', 'closer'],
    ['12 comments', 'comments'],
    ['1,024 shares', 'share'],
    ['Комментарии (7)', 'comments'],
    ['Read also: A ferry for both islands', 'read-more'],
    ['Vezi și > Un feribot pentru ambele insule', 'read-more'],
    ['Lees ook Een veerboot voor beide eilanden', 'read-more'],
    ['हे देखील वाचा - दोन्ही बेटांसाठी नवी बोट', 'read-more'],
    ['இதையும் படிக்க... இரு தீவுகளுக்கும் படகு', 'read-more'],
    ['អានបន្ថែម៖ សាឡាងថ្មី', 'read-more'],
    ['Povezani sadržaj', 'read-more'],
    ['Read also', 'read-more'],
    ['Related - a word that heads anything', undefined],
    ['See also the map of the coast that Brand drew in 1952.', undefined],
    ['Lee también poesía en sus ratos libres.', undefined],
    ['Recommended: drink enough water.', undefined],
    ['Lire aussi notre article sur le ferry', 'read-more'],
    ['Photo: Ada Brand', 'credit'],
    ['(Foto: Ada Brand)', 'credit'],
    ['写真：港の桟橋', 'credit'],
    ['Objavljeno 3. maja 2024.', 'byline'],
    ['Objavljeno je novo poročilo o pristanišču', undefined],
    ['Publisert 12.03.2024 kl. 14:05', 'byline'],
    ['Julkaistussa raportissa 3 virhettä', undefined],
    ['수정 2024.05.03 14:05', 'byline'],
    ['수정안 2건 통과', undefined],
    ['Von KI berichtet', 'generated'],
    ['Transparenz: Dieser Text wurde geprüft.', 'transparency'],
    ['The pier of the town: a history', undefined],
    ['', undefined],
    ['::', undefined],
    ['42', undefined],
  ])('%s', check);

  it('knows every phrase of its lists, with the class of the first list that holds it', () => {
    const first = new Map<string, PhraseClass>();
    for (const phraseClass of PHRASE_CLASSES) {
      for (const phrase of phrasesOf(LEXICON[phraseClass])) {
        const label = normaliseLabel(phrase);
        if (!first.has(label)) first.set(label, phraseClass);
      }
    }
    const found = [...first.keys()].map((label) => [label, DEFAULT_LOOKUP.classify(label, labelForm(label))]);
    expect(found).toEqual([...first]);
  });

  it('agrees with a search through all phrases for the longest that a line begins with', () => {
    const open = PHRASE_CLASSES.flatMap((phraseClass) =>
      phrasesOf(LEXICON[phraseClass])
        .filter((phrase) => phrase.endsWith('*'))
        .map((phrase) => ({ phraseClass, prefix: normaliseText(phrase.slice(0, -1)).toLowerCase() })),
    );
    const lists: Lexicon = { ...emptyLexicon(), ...onlyOpen() };
    const lookup = createLookup(lists);
    fc.assert(
      fc.property(fc.constantFrom(...open), fc.string({ maxLength: 8 }), ({ prefix }, tail) => {
        const label = normaliseLabel(`${prefix} ${tail}`);
        const matches = open
          .filter((phrase) => label === phrase.prefix || label.startsWith(`${phrase.prefix} `))
          .sort((a, b) => b.prefix.length - a.prefix.length);
        if (matches[0] !== undefined)
          expect(lookup.classify('', labelForm(label))).toBe(matches[0].phraseClass);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe('createLookup', () => {
  it('knows only what it is given', () => {
    const lookup = createLookup({ ...emptyLexicon(), closer: [list('weiter im netz')] });
    expect(lookup.classify('Weiter im Netz', labelForm('weiter im netz'))).toBe('closer');
    expect(lookup.classify('Related articles', labelForm('related articles'))).toBeUndefined();
    expect(lookup.isConsentButton(labelForm('accept'))).toBe(false);
    for (const terms of Object.values(lookup.consent)) expect(terms.isIn('we use cookies')).toBe(false);
  });
});

function list(phrases: string): PhraseList {
  return { source: 'this test', licence: 'MIT', phrases: { en: phrases } };
}

function emptyLexicon(): Lexicon {
  return Object.fromEntries(Object.keys(LEXICON).map((name) => [name, []])) as unknown as Lexicon;
}

function onlyOpen(): Partial<Lexicon> {
  return Object.fromEntries(
    PHRASE_CLASSES.map((phraseClass) => [
      phraseClass,
      [
        list(
          phrasesOf(LEXICON[phraseClass])
            .filter((phrase) => phrase.endsWith('*'))
            .join('|'),
        ),
      ],
    ]),
  );
}
