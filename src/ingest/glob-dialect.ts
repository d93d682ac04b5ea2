/**
 * Our globs in the words of fast-glob. Owns the dialect: `*` and `?` inside a name, `**` over folders, `[a-z]`,
 * `[!a-z]`, `{a,b}`, `\` before a literal character, nothing else. fast-glob knows more (`(a|b)`, quotes, `!`, ranges,
 * `[:alpha:]`), which would turn harmless names into expressions: `report (1)*.txt`. Whatever is literal here leaves as
 * a class of one, `[\u0028-\u0028]`, which every layer of fast-glob reads alike. Pure. Linear in the pattern.
 */
import { endOfSet, expandableBraces } from './glob-braces.ts';

/** Characters that some layer of fast-glob gives a meaning, apart from `/` and the dot. */
const SPECIAL = /[!"#$%&'()*+,:;<=>?@[\]^`{|}~]/;
/** Unfit for its expressions (`.` takes no line end) or for its paths; none but the backslash is frequent in names. */
const UNFIT: readonly string[] = ['\\', '\n', '\r', '\u2028', '\u2029', '\0'];
const UNFIT_CHARACTERS = /[\\\n\r\u2028\u2029\0]/;
/** They travel as U+DC00..U+DC05, lone: no name has those, for `path-name.ts` uses U+DC80..U+DCFF only. */
const STAND_IN = 0xdc00;
const STAND_INS = /[\udc00-\udc05]/gu;
const RANGE = /\\u([0-9a-f]{4})-\\u([0-9a-f]{4})/g;
const LEADING_SET = /^\[(\^?)([^\]]*)\]/;
const CLASS_OF_ONE = /\[\\u([0-9a-f]{4})-\\u\1\]/g;

/** A name in the form in which fast-glob may see it. */
export function nameToGlob(name: string): string {
  if (!UNFIT_CHARACTERS.test(name)) return name;
  return Array.from(name, standIn).join('');
}

/** The path that fast-glob found, as it was before `nameToGlob`. */
export function pathFromGlob(path: string): string {
  return path.replace(STAND_INS, (unit) => UNFIT[unit.charCodeAt(0) - STAND_IN] ?? unit);
}

/** The name that a part of a pattern stands for; undefined when it has a wildcard. */
export function literalName(segment: string): string | undefined {
  const name = segment.replace(CLASS_OF_ONE, (_, unit: string) => unitOf(unit));
  return /[*?]/.test(segment) || segment.replace(CLASS_OF_ONE, '').includes('[')
    ? undefined
    : pathFromGlob(name);
}

/** A class of one character, matching it and nothing else. */
export function classOf(unit: string): string {
  return `[${range(unit, unit)}]`;
}

/** What `?` stands for, as a class: no name has a slash. */
export const ANY_OF_NAME = `[^${range('/', '/')}]`;

/** A part of a pattern whose leading set leaves hidden names alone: a dot must be written out. */
export function withoutLeadingDot(segment: string): string {
  const set = LEADING_SET.exec(segment);
  if (set === null || literalName(set[0]) !== undefined) return segment;
  const rest = segment.slice(set[0].length);
  if (set[1] === '^') return `[^${set[2]}${range('.', '.')}]${rest}`;
  const ranges = [...(set[2] ?? '').matchAll(RANGE)].flatMap(([, low = '', high = '']) => {
    const [first, last] = [unitOf(low), unitOf(high)];
    if (first > '.' || last < '.') return [range(first, last)];
    // The characters around the dot are the hyphen and the slash, and no name has a slash.
    return [...(first < '.' ? [range(first, '-')] : []), ...(last > '/' ? [range('0', last)] : [])];
  });
  return `[${ranges.length === 0 ? range('/', '/') : ranges.join('')}]${rest}`;
}

/** A glob of ours for fast-glob; every string is a glob (an unclosed bracket or brace is literal). */
export function translateGlob(pattern: string): string {
  const characters = [...pattern];
  const braces = expandableBraces(characters);
  let translated = '';
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    const end = character === '[' ? endOfSet(characters, at) : -1;
    if (end !== -1) {
      translated += translateSet(characters.slice(at + 1, end));
      at = end;
    } else if (character === '\\' && at + 1 < characters.length)
      translated += literal(characters[++at] ?? '');
    else if (character === '*' || character === '?' || braces.has(at)) translated += character;
    else translated += literal(character);
  }
  return translated;
}

function standIn(character: string): string {
  const position = UNFIT.indexOf(character);
  return position === -1 ? character : String.fromCharCode(STAND_IN + position);
}

function literal(character: string): string {
  return SPECIAL.test(character) ? classOf(character) : standIn(character);
}

function range(low: string, high: string): string {
  return `${escaped(low)}-${escaped(high)}`;
}

function unitOf(digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function translateSet(inside: readonly string[]): string {
  const negated = inside[0] === '!' || inside[0] === '^';
  const members = inside.slice(negated ? 1 : 0).map(standIn);
  let ranges = '';
  for (let at = 0; at < members.length; at++) {
    const low = members[at] ?? '';
    const isRange = members[at + 1] === '-' && at + 2 < members.length;
    const high = isRange ? (members[at + 2] ?? low) : low;
    // Expressions work on UTF-16 units: of a character outside the basic plane either half is taken.
    if (low.length > 1 || high.length > 1)
      ranges += [...low.split(''), ...high.split('')].map((unit) => range(unit, unit)).join('');
    else if (low <= high) ranges += range(low, high);
    if (isRange) at += 2;
  }
  // A set of backward ranges only takes nothing; a slash is in no name.
  return `[${negated ? '^' : ''}${ranges === '' ? range('/', '/') : ranges}]`;
}
