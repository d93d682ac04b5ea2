/**
 * What one word by itself can be: a place or a name with its keys. Owns the order of the attempts (place first, then
 * without affixes); must not look at the text around the word, so that readings can be kept.
 */
import { SCRIPTS } from '../../lib/script.ts';
import { stemOf, uncasedForms, withoutApostrophe } from './affixes.ts';
import { acronymKey, keysOf, type NameKey } from './keys.ts';
import { placeLocale } from './place-locale.ts';
import { opensPlace, placeOfWord } from './place-lookup.ts';
import { type PlaceIndex, placeIndex } from './places.ts';

export interface Reading {
  /** Whether a place name of several words may start with the word. */
  readonly opens: boolean;
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

const readers = new Map<string, Reader>();

/** Readers of the scripts of a text, by script number; kept, as the articles of an archive share a few languages. */
export function readersFor(scripts: readonly number[], bcp47: string): ReadonlyMap<number, Reader> {
  const found = new Map<number, Reader>();
  let previous = -1;
  for (const script of scripts) {
    if (script === previous || found.has(script)) continue;
    previous = script;
    const id = `${bcp47} ${script}`;
    const reader = readers.get(id) ?? newReader(script, bcp47);
    readers.set(id, reader);
    found.set(script, reader);
  }
  return found;
}

function newReader(script: number, bcp47: string): Reader {
  const locale = placeLocale(bcp47, SCRIPTS[script] ?? 'Zyyy');
  const places = locale === undefined ? undefined : placeIndex(locale);
  return { script, language: bcp47.split('-')[0] ?? 'und', places, kept: new Map() };
}

/** Reading of a capitalised word. */
export function readCased(reader: Reader, word: string): Reading {
  return keep(reader, word, word, () => {
    const bare = withoutApostrophe(word, scriptOf(reader));
    const place = placeOf(reader, bare);
    return place === undefined
      ? named(reader, stemOf(bare, reader.language, scriptOf(reader)))
      : placed(place);
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
    return {
      place: undefined,
      keys: forms.flatMap((form) => keysOf(form, scriptOf(reader), reader.language, false)),
    };
  });
}

/** Reading of a run of katakana or of transliteration characters: a name as it stands. */
export function readRun(reader: Reader, word: string): Reading {
  return keep(reader, word, word, () => named(reader, word));
}

function keep(
  reader: Reader,
  id: string,
  word: string,
  read: (word: string) => Omit<Reading, 'opens'>,
): Reading {
  const known = reader.kept.get(id);
  if (known !== undefined) return known;
  if (reader.kept.size >= READINGS_KEPT) reader.kept.clear();
  const opens = reader.places !== undefined && opensPlace(word, reader.places);
  const reading = { ...read(word), opens };
  reader.kept.set(id, reading);
  return reading;
}

function scriptOf(reader: Reader): string {
  return SCRIPTS[reader.script] ?? 'Zyyy';
}

function placeOf(reader: Reader, word: string): string | undefined {
  return reader.places === undefined ? undefined : placeOfWord(word, reader.script, reader.places);
}

function placed(place: string): Omit<Reading, 'opens'> {
  return { place, keys: [] };
}

function named(reader: Reader, word: string): Omit<Reading, 'opens'> {
  return { place: undefined, keys: keysOf(word, scriptOf(reader), reader.language, true) };
}
