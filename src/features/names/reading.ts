/**
 * What one word by itself can be: a place or a name with its keys. Owns the order of the attempts (place first, then
 * without affixes); must not look at the text around the word, so that readings can be kept.
 */
import { SCRIPTS } from '../../lib/script.ts';
import { stemOf, uncasedForms, withLetterMarks, withoutApostrophe } from './affixes.ts';
import { soundsOf } from './ideographs.ts';
import { acronymKey, keysOf, type NameKey } from './keys.ts';
import { opensPlace, placeOfWord } from './place-lookup.ts';
import { stringOf, type Vocabulary } from './vocabulary.ts';

/** A place, or the keys that a word may be found under. */
interface Found {
  readonly place?: string | undefined;
  readonly keys: readonly NameKey[];
}

const HANI = SCRIPTS.indexOf('Hani');

type Read = (vocabulary: Vocabulary, script: number, word: string) => Found;

/** Reading of a capitalised word. */
function readCased(vocabulary: Vocabulary, script: number, word: string): Found {
  const bare = withoutApostrophe(word, nameOf(script), vocabulary.language);
  // Nearly all words have no mark, and are looked up once.
  const marked = word === bare ? undefined : withLetterMarks(word, vocabulary.language);
  const place =
    (marked === undefined ? undefined : placeOf(vocabulary, script, marked)) ??
    placeOf(vocabulary, script, bare);
  if (place !== undefined) return { place, keys: [] };
  return readRun(vocabulary, script, stemOf(bare, vocabulary.language, nameOf(script)));
}

/** Reading of a word in capitals throughout: as letters, not as sounds. */
function readAcronym(vocabulary: Vocabulary, script: number, word: string): Found {
  const place = placeOf(vocabulary, script, word);
  return { place, keys: place === undefined ? acronymKey(word, nameOf(script), vocabulary.language) : [] };
}

/** Reading of a word of a script without case, with its article, prefix or particle taken off. */
function readUncased(vocabulary: Vocabulary, script: number, word: string): Found {
  const forms = uncasedForms(word, nameOf(script), vocabulary.language);
  for (const form of [word, ...forms]) {
    const place = placeOf(vocabulary, script, form);
    if (place !== undefined) return { place, keys: [] };
  }
  return { keys: forms.flatMap((form) => keysOf(form, nameOf(script), vocabulary.language, false)) };
}

/** Reading of a run of katakana or of ideographs: a name as it stands, by the dictionary or by its sounds. */
function readRun(vocabulary: Vocabulary, script: number, word: string): Found {
  if (script === HANI) {
    const sounds = soundsOf(word);
    if (sounds.length > 0) return { keys: sounds.flatMap((sound) => keysOf(sound, 'Latn', '', true)) };
  }
  return { keys: keysOf(word, nameOf(script), vocabulary.language, true) };
}

export type ReadAs = 'cased' | 'acronym' | 'uncased' | 'run';

/** All but `acronym` exclude each other by script. */
const READERS: Readonly<Record<ReadAs, Read>> = {
  cased: readCased,
  acronym: readAcronym,
  uncased: readUncased,
  run: readRun,
};

/** Where the vocabulary keeps the reading of `units[start, end)`, a word of one script with this number in it. */
export function readWord(
  vocabulary: Vocabulary,
  number: number,
  as: ReadAs,
  script: number,
  units: Uint16Array,
  start: number,
  end: number,
): number {
  const isAcronym = as === 'acronym';
  const known = vocabulary.readingOf(number, isAcronym);
  if (known > 0) return known;
  const word = stringOf(units, start, end);
  const places = vocabulary.placesIn(script);
  const { place, keys } = READERS[as](vocabulary, script, word);
  return vocabulary.keep(number, isAcronym, {
    opens: places !== undefined && opensPlace(word, places),
    isPlace: place !== undefined,
    keys: place === undefined ? keys.map(({ key }) => vocabulary.keyOf(key)) : [vocabulary.keyOf(place)],
    forms: keys.map(({ form }) => form),
  });
}

function nameOf(script: number): string {
  return SCRIPTS[script] ?? 'Zyyy';
}

function placeOf(vocabulary: Vocabulary, script: number, word: string): string | undefined {
  const places = vocabulary.placesIn(script);
  return places === undefined ? undefined : placeOfWord(word, script, places);
}
