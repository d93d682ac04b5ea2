/**
 * The consonant skeleton: what stays the same when a name wanders between scripts. Owns the sound classes; must not
 * know about scripts beyond the two spellings it is told of. Linear in the length of the word.
 * Reference: consonant classes after R. C. Russell (1918, US patent 1,261,167) and JRC name matching (B. Pouliquen,
 * R. Steinberger, 2005: "Automatic identification and merging of names"); classes and exceptions from the sweep in
 * decisions/0005-name-keys.md.
 */

/**
 * `latin`: a word as Latin-script languages spell it (silent `gh`, mute `w`, `chr`). `romanised`: letters that stand
 * for sounds, as romanising gives them.
 */
export type Spelling = 'latin' | 'romanised';

type SoundClass = 'T' | 'P' | 'K' | 'M' | 'N' | 'L' | 'S';

interface Sound {
  /** Undefined for letters without a consonant of their own: vowels, h, y. */
  readonly sound: SoundClass | undefined;
  readonly length: number;
}

const SILENT = (length: number): Sound => ({ sound: undefined, length });
const VOWELS = new Set('aeiou');
/** Letters that part two equal consonants: `Obama`, `Papua` keep both, `Mattis` keeps one. */
const BREAKS = new Set('aeiouyhw');

/** Multi-letter consonants that are read the same in every spelling, longest first. */
const CLUSTERS: readonly (readonly [letters: string, sound: SoundClass])[] = [
  ['sch', 'S'],
  ['tsh', 'S'],
  ['tch', 'S'],
  ['tzh', 'S'],
  ['dzh', 'S'],
  ['sh', 'S'],
  ['sz', 'S'],
  ['cz', 'S'],
  ['zh', 'S'],
  ['ts', 'S'],
  ['tz', 'S'],
  ['ds', 'S'],
  ['dz', 'S'],
  ['dj', 'S'],
  ['ck', 'K'],
  ['ph', 'P'],
  ['th', 'T'],
  ['dh', 'T'],
  ['qh', 'K'],
];

const SINGLE: ReadonlyMap<string, SoundClass> = new Map([
  ['t', 'T'],
  ['d', 'T'],
  ['p', 'P'],
  ['b', 'P'],
  ['f', 'P'],
  // v and w are one: Russian and Indic scripts write both with one letter, Chinese writes v with w.
  ['v', 'P'],
  ['w', 'P'],
  ['k', 'K'],
  ['q', 'K'],
  ['g', 'K'],
  ['m', 'M'],
  ['n', 'N'],
  ['r', 'L'],
  ['l', 'L'],
  ['s', 'S'],
  ['z', 'S'],
  ['j', 'S'],
]);

/** Consonant classes of a lower-case ASCII word (`trump` -> `TLMP`), led by `A` where it starts with a vowel, h or y. */
export function skeletonOf(word: string, spelling: Spelling): string {
  let key = '';
  let last = '';
  for (let i = 0; i < word.length; ) {
    const letter = word.charAt(i);
    if (letter === 'x') {
      key += i === 0 ? 'S' : last === 'K' ? 'S' : 'KS';
      last = 'S';
      i++;
      continue;
    }
    const { sound, length } = soundAt(word, i, spelling);
    if (sound === undefined) {
      if (BREAKS.has(letter)) last = '';
    } else if (sound !== last) {
      key += sound;
      last = sound;
    }
    i += length;
  }
  // A nasal takes the place of the lip sound behind it: Japanese, Chinese and Indic scripts write `Trunp`.
  const assimilated = key.replace(/N(?=P)/g, 'M');
  return startsOpen(word) ? `A${assimilated}` : assimilated;
}

/** h and kh are weak at the start in many scripts (Khamenei is ハメネイ), y is the sound of Russian е and German j. */
function startsOpen(word: string): boolean {
  const first = word.charAt(0);
  return VOWELS.has(first) || first === 'h' || first === 'y' || word.startsWith('kh');
}

function soundAt(word: string, i: number, spelling: Spelling): Sound {
  const letter = word.charAt(i);
  const next = word.charAt(i + 1);
  const third = word.charAt(i + 2);
  switch (letter) {
    case 'k':
      return next === 'h' ? SILENT(2) : { sound: 'K', length: 1 };
    case 'c':
      return soundOfC(next, third, spelling);
    case 'g':
      if (next !== 'h') return { sound: 'K', length: 1 };
      return spelling === 'latin' && i > 0 && !VOWELS.has(third) ? SILENT(2) : { sound: 'K', length: 2 };
    case 'n':
      // `ng` is one sound unless a vowel or a liquid follows: King, Washington, but Hungary, England.
      return { sound: 'N', length: next === 'g' && !'aeiouylr'.includes(third || '-') ? 2 : 1 };
    case 'w':
      if (spelling === 'latin' && (next === 'r' || (i > 0 && !VOWELS.has(next)))) return SILENT(1);
      break;
    case 'd':
      if (next === 'g' && (third === 'e' || third === 'i')) return { sound: 'S', length: 2 };
      break;
    default:
      break;
  }
  for (const [letters, sound] of CLUSTERS) {
    if (letters.charAt(0) === letter && word.startsWith(letters, i)) return { sound, length: letters.length };
  }
  const sound = SINGLE.get(letter);
  return { sound, length: 1 };
}

function soundOfC(next: string, third: string, spelling: Spelling): Sound {
  if (next === 'h') {
    return { sound: spelling === 'latin' && (third === 'r' || third === 'l') ? 'K' : 'S', length: 2 };
  }
  if (next === 'z') return { sound: 'S', length: 2 };
  if (next === 'k') return { sound: 'K', length: 2 };
  return { sound: next === 'e' || next === 'i' || next === 'y' ? 'S' : 'K', length: 1 };
}
