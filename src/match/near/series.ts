/**
 * Issues of a series: reports whose titles name another day, or are one mould in which another name stands. Owns how that
 * is told; must not weigh the facts of the texts (`templated.ts`).
 *
 * Of a short mould too few facts are replaced to be counted: a horoscope has one date, a police log two ages and a sum. But
 * what a report is of stands in its title. An update raises a figure there; it does not move to another day or place.
 */
import { DIGIT, UNIT_CLASS } from '../../lib/characters.ts';
import { sourceName } from '../../lib/source-name.ts';
import { TOKEN_KINDS, type Tokens, tokenise } from '../../lib/tokens.ts';
import type { Changes } from './changes.ts';
import type { NearText } from './text.ts';

/** Longer ones are no titles. */
const MOST_TOKENS = 60;
/** Letters of a word that may name something; a syllable of Hangul and a sign of Han count as two. */
const LEAST_LETTERS = 3;
/** Shared words for each replaced fact where the title names something else: twice those of a mould that is counted. */
const MOST_SPACING = 60;
/** Words that only one of two issues may have: moulds are filled, not added to. */
const MOST_ADDED = 5;
/** Signs that make a day of the number before them. */
const DAY_SIGNS = '日號号일';

/** Whether two texts that share their wording are two issues of a series. */
export function areIssues(a: NearText, b: NearText, changes: Changes): boolean {
  if (changes.replacedNumbers + changes.replacedNames === 0) return false;
  const [titleA, titleB] = [a.heading.title, b.heading.title];
  if (titleA === titleB || titleA === '' || titleB === '') return false;
  const [left, right] = [tokenise(titleA), tokenise(titleB)];
  if (Math.max(left.count, right.count) > MOST_TOKENS) return false;
  if (namesOtherDay(a, left, b) && namesOtherDay(b, right, a)) return true;
  if (!areFilled(a, b, changes)) return false;
  const [own, others] = unshared(left, right);
  // What is left in common is the mould.
  if (2 * Math.max(own.length, others.length) > Math.max(left.count, right.count)) return false;
  return namesOther(a, left, own, b) && namesOther(b, right, others, a);
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
    if (kinds[i] !== TOKEN_KINDS.number || !DAY_SIGNS.includes(title.charAt(ends[i]!))) continue;
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

/** Whether one source wrote both, and replaced what it replaced in a short text to which it added nothing. */
function areFilled(a: NearText, b: NearText, changes: Changes): boolean {
  const [sourceA, sourceB] = [a.heading.source, b.heading.source];
  if (sourceA === undefined || sourceB === undefined) return false;
  if (sourceName(sourceA) !== sourceName(sourceB)) return false;
  const replaced = changes.replacedNumbers + changes.replacedNames;
  // The name of the title is one of them.
  return (
    replaced > 1 &&
    changes.sharedWords <= MOST_SPACING * replaced &&
    Math.max(changes.addedA, changes.addedB) <= MOST_ADDED
  );
}

/** Whether a word that only this title has stands in its text, and nowhere in the other. */
function namesOther(
  { heading: { title }, text, tokens }: NearText,
  titled: Tokens,
  places: readonly number[],
  other: NearText,
): boolean {
  const below = text.startsWith(title) ? titled.count : 0;
  return places.some((i) => {
    const hash = titled.hashes[i]!;
    if (titled.kinds[i] !== TOKEN_KINDS.word || lettersOf(title, titled, i) < LEAST_LETTERS) return false;
    return tokens.hashes.indexOf(hash, below) !== -1 && !other.tokens.hashes.includes(hash);
  });
}

const FIRST_SIGN = 0x2e80;

function lettersOf(title: string, { starts, ends }: Tokens, i: number): number {
  const length = ends[i]! - starts[i]!;
  return title.charCodeAt(starts[i]!) < FIRST_SIGN ? length : 2 * length;
}

/** The tokens of either list that a longest common subsequence leaves out; quadratic in titles, which are short. */
function unshared(a: Tokens, b: Tokens): readonly [readonly number[], readonly number[]] {
  const [n, m] = [Math.min(a.count, MOST_TOKENS), Math.min(b.count, MOST_TOKENS)];
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
