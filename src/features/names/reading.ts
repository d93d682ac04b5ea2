/**
 * What one word by itself can be: a place or a name with its keys. Owns the order of the attempts (place first, then
 * without affixes); must not look at the text around the word, so that readings can be kept.
 */
import { SCRIPTS } from '../../lib/script.ts';
import { stemOf, uncasedForms, withoutApostrophe } from './affixes.ts';
import { acronymKey, keysOf, type NameKey } from './keys.ts';
import { placeOfWord } from './place-lookup.ts';
import type { PlaceIndex } from './places.ts';

export interface Reading {
  /** Key of the place, which then is all that the word is. */
  readonly place: string | undefined;
  readonly keys: readonly NameKey[];
}

/** Everything a reading depends on besides the word. */
export interface Reader {
  readonly script: number;
  /** First subtag of the BCP 47 tag. */
  readonly language: string;
  readonly places: PlaceIndex | undefined;
  readonly kept: Map<string, Reading>;
}

/** Words kept per language and script; beyond it all are forgotten at once, which changes no result. */
const READINGS_KEPT = 20_000;

export function newReader(script: number, language: string, places: PlaceIndex | undefined): Reader {
  return { script, language, places, kept: new Map() };
}

/** Reading of a capitalised word. */
export function readCased(reader: Reader, word: string): Reading {
  return keep(reader, word, word, () => {
    const bare = withoutApostrophe(word, scriptOf(reader));
    const place = placeOf(reader, bare);
    return place === undefined ? named(reader, stemOf(bare, reader.language, scriptOf(reader))) : placed(place);
  });
}

/** Reading of a word in capitals throughout: as letters, not as sounds. */
export function readAcronym(reader: Reader, word: string): Reading {
  return keep(reader, `.${word}`, word, () => {
    const place = placeOf(reader, word);
    const keys = place === undefined ? acronymKey(word, scriptOf(reader), reader.language) : [];
    return { place, keys };
  });
}

/** Reading of a word of a script without case, with its article, prefix or particle taken off. */
export function readUncased(reader: Reader, word: string): Reading {
  return keep(reader, word, word, () => {
    const forms = uncasedForms(word, scriptOf(reader), reader.language);
    for (const form of [word, ...forms]) {
      const place = placeOf(reader, form);
      if (place !== undefined) return placed(place);
    }
    return { place: undefined, keys: forms.flatMap((form) => keysOf(form, scriptOf(reader), reader.language)) };
  });
}

function keep(reader: Reader, id: string, word: string, read: (word: string) => Reading): Reading {
  const known = reader.kept.get(id);
  if (known !== undefined) return known;
  if (reader.kept.size >= READINGS_KEPT) reader.kept.clear();
  const reading = read(word);
  reader.kept.set(id, reading);
  return reading;
}

function scriptOf(reader: Reader): string {
  return SCRIPTS[reader.script] ?? 'Zyyy';
}

function placeOf(reader: Reader, word: string): string | undefined {
  return reader.places === undefined ? undefined : placeOfWord(word, reader.script, reader.places);
}

function placed(place: string): Reading {
  return { place, keys: [] };
}

function named(reader: Reader, word: string): Reading {
  return { place: undefined, keys: keysOf(word, scriptOf(reader), reader.language) };
}
