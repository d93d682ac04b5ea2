/**
 * Names in ideographs by a dictionary of readings: 高市早苗 is takaichi sanae, 習近平 xi jinping. Owns what counts as such
 * a name where words are not parted; must not make keys. A bounded number of look-ups a character; the dictionary is
 * unpacked when the first Japanese or Chinese text is met.
 */
import {
  CITIES,
  FAMILY_NAMES,
  FAMILY_NAMES_IN_FULL,
  GIVEN_NAMES,
  PERSONS,
} from '../../lexicon/data/ideographic-names.ts';

/** Longest family or given name; the longest of a person or a city. */
const LONGEST_PART = 3;
const LONGEST_WHOLE = 4;
/** Characters that say what a city is: 輪島市. */
const KINDS = new Set('市県縣县区區府都');

/** What a Japanese run goes on with behind a name. */
const TITLES = new Set(
  '首相 総理 総裁 大統 主席 国家 議員 議長 長官 官房 知事 市長 町長 村長 大臣 外相 財務 防衛 社長 会長 監督 選手 教授 容疑 被告 代表 委員 幹事 書記 元首 前首 副大 副総 夫妻 夫人 投手 捕手 氏 君 様 師'.split(
    ' ',
  ),
);

interface Dictionary {
  /** Sounds in Latin letters by form, whatever kind of name it is. */
  readonly sounds: ReadonlyMap<string, readonly string[]>;
  readonly family: ReadonlySet<string>;
  /** Family names that are no word, so that they may stand alone. */
  readonly alone: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
  readonly cities: ReadonlySet<string>;
  /** 1 for UTF-16 units that a name starts with. */
  readonly starts: Uint8Array;
}

let unpacked: Dictionary | undefined;

function dictionary(): Dictionary {
  unpacked ??= unpack();
  return unpacked;
}

function unpack(): Dictionary {
  const sounds = new Map<string, string[]>();
  const starts = new Uint8Array(0x10000);
  const read = (packed: string, startsName: boolean): Set<string> => {
    const forms = new Set<string>();
    for (const group of packed.split(';')) {
      const at = group.search(/[^a-z ]/);
      const sound = group.slice(0, at);
      for (const form of group.slice(at).split(',')) {
        forms.add(form);
        if (startsName) starts[form.charCodeAt(0)] = 1;
        const known = sounds.get(form);
        if (known === undefined) sounds.set(form, sound.split(' '));
        else known.push(...sound.split(' ').filter((each) => !known.includes(each)));
      }
    }
    return forms;
  };
  const alone = read(FAMILY_NAMES, true);
  const family = new Set([...alone, ...read(FAMILY_NAMES_IN_FULL, true)]);
  const persons = read(PERSONS, true);
  const cities = read(CITIES, true);
  return { sounds, family, alone, given: read(GIVEN_NAMES, false), persons, cities, starts };
}

/** How a form is read, in Latin letters; none where the dictionary does not have it. Never more than five. */
export function soundsOf(form: string): readonly string[] {
  return dictionary().sounds.get(form)?.slice(0, MOST_SOUNDS) ?? [];
}

const MOST_SOUNDS = 5;

/** Lengths of the names that stand one after the other at a place: one, a family and a given name, or none (0, 0). */
export interface NameLengths {
  readonly first: number;
  readonly second: number;
}

const NONE: NameLengths = { first: 0, second: 0 };

/**
 * The names at an offset of an ideographic run `text[.., end)`. `opens`: the run, or another name, begins or ends there.
 * In Chinese, whose runs are whole sentences, only persons in full and cities that say so count.
 */
export function namesAt(
  text: string,
  offset: number,
  end: number,
  opens: boolean,
  isChinese: boolean,
): NameLengths {
  const { starts, persons, cities, alone } = dictionary();
  if (starts[text.charCodeAt(offset)] !== 1) return NONE;
  const whole = longestIn(persons, text, offset, Math.min(end, offset + LONGEST_WHOLE));
  if (whole > 0) return { first: whole, second: 0 };
  const full = fullNameAt(text, offset, end, opens, isChinese);
  if (full.first > 0) return full;
  const city = longestIn(cities, text, offset, Math.min(end, offset + LONGEST_WHOLE));
  if (city > 0 && (opens || KINDS.has(text.charAt(offset + city)))) return { first: city, second: 0 };
  if (!opens || isChinese) return NONE;
  return { first: longestIn(alone, text, offset, Math.min(end, offset + LONGEST_PART)), second: 0 };
}

/**
 * A family name and a given name. Both of two signs and more stand anywhere; a single sign is believed only in a name that
 * opens a Japanese run, up to its end or a title; a single given one only behind a family name that is no word.
 */
function fullNameAt(
  text: string,
  offset: number,
  end: number,
  opens: boolean,
  isChinese: boolean,
): NameLengths {
  const { alone, family, given } = dictionary();
  for (let first = Math.min(LONGEST_PART, end - offset - 1); first > 0; first--) {
    if (!family.has(text.slice(offset, offset + first))) continue;
    if (first === 1 && (!opens || isChinese)) continue;
    const from = offset + first;
    for (let second = Math.min(LONGEST_PART, end - from); second > 0; second--) {
      if (!given.has(text.slice(from, from + second))) continue;
      if (first > 1 && second > 1) return { first, second };
      if (!opens || isChinese || !endsName(text, from + second, end)) continue;
      if (second > 1 || alone.has(text.slice(offset, from))) return { first, second };
    }
  }
  return NONE;
}

function endsName(text: string, at: number, end: number): boolean {
  return at === end || TITLES.has(text.slice(at, at + 2)) || TITLES.has(text.charAt(at));
}

function longestIn(forms: ReadonlySet<string>, text: string, offset: number, end: number): number {
  for (let length = end - offset; length > 1; length--) {
    if (forms.has(text.slice(offset, offset + length))) return length;
  }
  return 0;
}
