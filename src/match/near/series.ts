/**
 * Issues of a series: reports whose titles name another day, or are one mould in which another name stands. Owns how that
 * is told; must not weigh the facts of the texts (`templated.ts`).
 *
 * Of a short mould too few facts are replaced to be counted: a horoscope has one date, a police log two ages and a sum. But
 * what a report is of stands in its title. An update raises a figure there; it does not move to another day or place.
 */
import { DIGIT, UNIT_CLASS } from '../../lib/characters.ts';
import { areOneSource } from '../../lib/source-name.ts';
import { TOKEN_KINDS, type Tokens, tokenise } from '../../lib/tokens.ts';
import { type Changes, FIRST_SIGN } from './changes.ts';
import type { NearText } from './text.ts';

/** Longer ones are no titles. */
const MOST_TOKENS = 60;
/** Letters of a word that may name something; a syllable of Hangul and a sign of Han count as two. */
const LEAST_LETTERS = 3;
/** Shared words for each replaced fact where the title names something else: twice those of a mould that is counted. */
const MOST_SPACING = 60;
/** Shared words of a report that is short whatever was replaced: in a longer one a date alone was corrected. */
const SHORT = 150;
/** Letters that a misspelt name has wrong. */
const MISSPELT = 2;
/** Words that only one of two issues may have: moulds are filled, not added to. */
const MOST_ADDED = 5;
/** A number, the sign that makes a day of it, and nothing that makes it a span ("3日間", "3日続く", "3일째"). */
const DAY_SIGN = /^[日일](?![間间目続续續連连ぶ後后前以째간동만후전])/u;

/** Whether two texts that share their wording, under two titles, are two issues of a series. */
export function areIssues(a: NearText, b: NearText, changes: Changes): boolean {
  const replaced = changes.replacedNumbers + changes.replacedNames;
  if (replaced === 0) return false;
  const [left, right] = [tokenise(a.heading.title), tokenise(b.heading.title)];
  if (Math.max(left.count, right.count) > MOST_TOKENS) return false;
  const isMould = changes.sharedWords <= Math.max(SHORT, MOST_SPACING * replaced);
  if (isMould && namesOtherDay(a, left, b) && namesOtherDay(b, right, a)) return true;
  if (!areOneSource(a.heading.source, b.heading.source) || !isFilled(changes, replaced)) return false;
  const [own, others] = unshared(left, right);
  // What is left in common is the mould.
  if (2 * Math.max(own.length, others.length) > Math.max(left.count, right.count)) return false;
  const [here, there] = [namesOf(a, left, own, b), namesOf(b, right, others, a)];
  return here.some((name) => there.every((other) => !isMisspelt(name, other))) && there.length > 0;
}

/** Whether a title names a day that the other text does not. */
function namesOtherDay({ heading }: NearText, titled: Tokens, other: NearText): boolean {
  const days = heading.titleDays();
  if (days.length > 0) {
    const known = other.heading.textDays();
    return !days.some((day) => known.includes(day));
  }
  return numberedDays(heading.title, titled).some((day) => !holdsDay(other.text, day));
}

/** Days of a title that are a number and the sign for a day, without a month. */
function numberedDays(title: string, { count, kinds, starts, ends }: Tokens): readonly string[] {
  const days: string[] = [];
  for (let i = 0; i < count; i++) {
    if (kinds[i] !== TOKEN_KINDS.number || !DAY_SIGN.test(title.slice(ends[i], ends[i]! + 2))) continue;
    days.push(title.slice(starts[i], ends[i]! + 1));
  }
  return days;
}

/** Whether a text holds such a day, and not as the end of a longer number. */
function holdsDay(text: string, day: string): boolean {
  for (let at = text.indexOf(day); at !== -1; at = text.indexOf(day, at + 1)) {
    if (UNIT_CLASS[text.charCodeAt(at - 1)] !== DIGIT) return true;
  }
  return false;
}

/** Whether facts were replaced in a short text to which nothing was added. */
function isFilled(changes: Changes, replaced: number): boolean {
  // The name of the title is one of them.
  return (
    replaced > 1 &&
    changes.sharedWords <= MOST_SPACING * replaced &&
    Math.max(changes.addedA, changes.addedB) <= MOST_ADDED
  );
}

/** Words that only this title has, which stand in its text and nowhere in the other. */
function namesOf(
  { heading: { title }, text, tokens }: NearText,
  titled: Tokens,
  places: readonly number[],
  other: NearText,
): readonly string[] {
  const below = text.startsWith(title) ? titled.count : 0;
  return places.flatMap((i) => {
    const hash = titled.hashes[i]!;
    if (titled.kinds[i] !== TOKEN_KINDS.word || lettersOf(title, titled, i) < LEAST_LETTERS) return [];
    const isItsOwn = tokens.hashes.indexOf(hash, below) !== -1 && !other.tokens.hashes.includes(hash);
    return isItsOwn ? [title.slice(titled.starts[i], titled.ends[i])] : [];
  });
}

/** Whether a name was only corrected: "Maier" for "Meier". What both begin and end with is all but a few letters. */
function isMisspelt(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length);
  let begin = 0;
  while (begin < most && a[begin] === b[begin]) begin++;
  let end = 0;
  while (end < most - begin && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const wrong = Math.max(a.length, b.length) - begin - end;
  return wrong <= MISSPELT && begin + end > wrong;
}

function lettersOf(title: string, { starts, ends }: Tokens, i: number): number {
  const length = ends[i]! - starts[i]!;
  return title.charCodeAt(starts[i]!) < FIRST_SIGN ? length : 2 * length;
}

/** The tokens of either list that a longest common subsequence leaves out; quadratic in titles, which are short. */
function unshared(a: Tokens, b: Tokens): readonly [readonly number[], readonly number[]] {
  const [n, m] = [a.count, b.count];
  const width = m + 1;
  const lengths = new Uint8Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a.hashes[i] === b.hashes[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const own: number[] = [];
  const others: number[] = [];
  let [i, j] = [0, 0];
  while (i < n || j < m) {
    if (i < n && j < m && a.hashes[i] === b.hashes[j]) {
      i++;
      j++;
    } else if (j === m || (i < n && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!))
      own.push(i++);
    else others.push(j++);
  }
  return [own, others];
}
