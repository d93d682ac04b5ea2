/** The phrase lists as data: languages, sources, licences, and the form in which phrases are written. */
import { describe, expect, it } from 'vitest';
import { LEXICON } from '../../src/clean/phrases/lexicon.ts';
import { LICENCES, PHRASE_CLASSES, type PhraseList } from '../../src/clean/phrases/phrase-list.ts';
import { lowerCaseLabel, normaliseLabel, normaliseText } from '../../src/lib/normalise.ts';

const MIN_LANGUAGES = 40;

/** What the lists must cover together: whole credit lines are few, their heads ("Photo: ...") stand in for them. */
const THEMES: Readonly<Record<string, readonly PhraseList[]>> = {
  ...LEXICON,
  credit: [...LEXICON.credit, ...LEXICON['picture-prefix']],
};

function rowsOf(lists: readonly PhraseList[]): readonly (readonly [language: string, phrases: string[]])[] {
  return lists.flatMap((list) =>
    Object.entries(list.phrases).map(([language, row]) => [language, row.split('|')] as const),
  );
}

describe('the phrase lists', () => {
  it.each(Object.entries(THEMES))('%s: at least 40 languages', (_, lists) => {
    const languages = new Set(rowsOf(lists).map(([language]) => language));
    languages.delete('mul');
    expect(languages.size).toBeGreaterThanOrEqual(MIN_LANGUAGES);
  });

  it.each(Object.entries(THEMES))(
    '%s: every list has a source, and a licence that binds nobody',
    (_, lists) => {
      expect(lists.length).toBeGreaterThan(0);
      for (const { source, licence } of lists) {
        expect(source.trim()).not.toBe('');
        expect(LICENCES).toContain(licence);
        expect(licence).not.toMatch(/GPL/i);
      }
    },
  );

  it('no licence on the list of allowed ones is a copyleft', () => {
    expect(LICENCES.filter((licence) => /GPL|MPL|EUPL|SA/.test(licence))).toEqual([]);
  });

  it.each(Object.entries(LEXICON))('%s: phrases are written as they are compared', (_, lists) => {
    const wrong: string[] = [];
    for (const [language, phrases] of rowsOf(lists)) {
      if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/.test(language)) wrong.push(`language ${language}`);
      for (const phrase of phrases) {
        const isWritten = lowerCaseLabel(normaliseText(phrase)) === phrase && normaliseLabel(phrase) !== '';
        if (!isWritten || /[*#]./.test(phrase)) wrong.push(`${language}: ${phrase}`);
      }
      if (new Set(phrases).size < phrases.length) wrong.push(`${language}: a phrase stands there twice`);
    }
    expect(wrong).toEqual([]);
  });

  it('no phrase is of two classes in one language: the first would hide the other', () => {
    const classOf = new Map<string, string>();
    const twice: string[] = [];
    for (const phraseClass of PHRASE_CLASSES) {
      for (const [language, phrases] of rowsOf(LEXICON[phraseClass])) {
        for (const phrase of phrases) {
          const key = `${language} ${normaliseLabel(phrase)}`;
          const other = classOf.get(key);
          if (other !== undefined && other !== phraseClass) twice.push(`${key}: ${other}, ${phraseClass}`);
          classOf.set(key, phraseClass);
        }
      }
    }
    expect(twice).toEqual([]);
  });
});
