/**
 * Globs as fast-glob runs them: alternatives written out, each with the folder where its walk begins. Must not read
 * the disk. Matching is fast-glob's; ours is only the bound on it: it matches by backtracking expressions, whose time
 * grows with n^k for k wildcards that can take from each other. Measured with fast-glob 3.3.3 on names of 255 bytes
 * and paths of 4,000: three `*` in a name 0.06 s, four 4 s, five over 50 s; two `**` 0.05 s, three 23 s; one `**`
 * before a name with three `*` 0.3 s. `?` and sets count UTF-16 units, for the same reason: an emoji is `??`.
 */
import { createRequire } from 'node:module';
import { ANY_OF_NAME, classOf, literalName, translateGlob, withoutLeadingDot } from './glob-dialect.ts';

/** Patterns with the same first folder. */
export interface GlobWalk {
  /** Leading names without wildcards, as a path: where to begin the walk. */
  readonly base: string;
  /** What to look for below it, in the words of fast-glob; none begins with a literal name. */
  readonly patterns: readonly string[];
}

/** How fast-glob is asked, always. */
export const ASK = {
  // A folder that cannot be named from outside: the listing behind it knows where it really is.
  cwd: '/',
  dot: false,
  extglob: false,
  onlyFiles: false,
  followSymbolicLinks: false,
  objectMode: true,
} as const;

const MAX_STARS_IN_NAME = 3;
const MAX_FOLDER_WILDCARDS = 2;
const MAX_WILDCARDS_TOGETHER = 4;
const MAX_PATTERN_LENGTH = 4096;

/** fast-glob, loaded when first needed: it takes a tenth of a second, and `matches` cannot wait for an import. */
export function loadFastGlob(): typeof import('fast-glob') {
  return createRequire(import.meta.url)('fast-glob');
}

/** Whether an argument that is no existing path is meant as a glob. */
export function isGlob(argument: string): boolean {
  return /[*?[{]/.test(argument);
}

/** Why a glob is not run; undefined for one that is. */
export function globTrouble(pattern: string): string | undefined {
  if (pattern.length > MAX_PATTERN_LENGTH)
    return `the pattern is longer than ${MAX_PATTERN_LENGTH} characters`;
  return alternativesOf(pattern).every(isBounded)
    ? undefined
    : 'the pattern has more wildcards than can be matched in bounded time (three "*" in a name, two "**"); use fewer';
}

/** The walks that a glob stands for, one per base; none for a glob that is not run. */
export function globWalks(pattern: string): readonly GlobWalk[] {
  if (globTrouble(pattern) !== undefined) return [];
  const root = pattern.startsWith('/') ? '/' : '';
  const walks = new Map<string, string[]>();
  for (const segments of alternativesOf(pattern)) {
    if (segments.length === 0) continue;
    const names = segments.map(literalName);
    const wild = names.indexOf(undefined);
    // The last name is never part of the base: it is what is looked for.
    const depth = wild === -1 ? segments.length - 1 : Math.min(wild, segments.length - 1);
    const base = root + names.slice(0, depth).join('/');
    walks.set(base, [...(walks.get(base) ?? []), fromHere(segments.slice(depth))]);
  }
  return [...walks].map(([base, patterns]) => ({ base, patterns }));
}

/** The patterns of an option, as seen from the walked folder; a glob without a slash is about names, wherever. */
export function optionPatterns(pattern: string): readonly string[] {
  if (globTrouble(pattern) !== undefined) return [];
  const trimmed = pattern.endsWith('/') ? pattern.slice(0, -1) : pattern;
  return alternativesOf(trimmed.includes('/') ? trimmed : `**/${trimmed}`)
    .filter((segments) => segments.length > 0)
    .map(fromHere);
}

/** Braces written out by fast-glob, each alternative in names; empty and `.` names mean nothing. */
function alternativesOf(pattern: string): readonly (readonly string[])[] {
  const translated = translateGlob(pattern);
  if (translated === '') return [];
  const tasks = loadFastGlob().generateTasks(translated, ASK);
  return tasks
    .flatMap((task) => task.positive)
    .map((alternative) => withoutRepeats(alternative.split('/').map(withoutLeadingDot)));
}

function withoutRepeats(segments: readonly string[]): readonly string[] {
  return segments
    .map((segment) => (segment === '**' ? segment : segment.replaceAll(/\*{2,}/g, '*')))
    .filter(
      (segment, at) => segment !== '' && segment !== '.' && (segment !== '**' || segments[at - 1] !== '**'),
    );
}

/**
 * A pattern that fast-glob does not begin below its first name: the listing begins where the walk does. A `?` alone does
 * not keep it from that.
 */
function fromHere(segments: readonly string[]): string {
  const [first = '', ...others] = segments;
  return [/[*[]/.test(first) ? first : withClass(first), ...others].join('/');
}

/** The same name or pattern of `?`, its last character as a class. */
function withClass(segment: string): string {
  const last = segment.slice(-1);
  return segment.slice(0, -1) + (last === '?' ? ANY_OF_NAME : classOf(last));
}

/** A `**` at the end takes all that is left and is never tried twice. */
function isBounded(segments: readonly string[]): boolean {
  const folders = segments.slice(0, -1).filter((segment) => segment === '**').length;
  const names = segments.filter((segment) => segment !== '**');
  const stars = Math.max(0, ...names.map((name) => name.split('*').length - 1));
  return (
    stars <= MAX_STARS_IN_NAME && folders <= MAX_FOLDER_WILDCARDS && stars + folders <= MAX_WILDCARDS_TOGETHER
  );
}
