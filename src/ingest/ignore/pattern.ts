/**
 * One line of a `.dedupeignore`, as gitignore(5) understands it. Owns the syntax; must not know of files or folders.
 * Complexity: names x pattern in the worst case; there are no expressions that backtrack.
 */

/** A name of a pattern; `**` stands for any names. */
type Segment = { readonly kind: 'any-names' } | { readonly kind: 'name'; readonly tokens: readonly Token[] };

type Token =
  | { readonly kind: 'text'; readonly character: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'many' }
  | {
      readonly kind: 'set';
      readonly isNegated: boolean;
      readonly ranges: readonly (readonly [string, string])[];
    };

export interface IgnorePattern {
  /** `!`: what earlier lines leave out is read after all. */
  readonly isNegated: boolean;
  /** A slash at its end: only folders. */
  readonly isForFolders: boolean;
  /** Whether it is about a name at any depth, not about a path. */
  readonly isName: boolean;
  readonly segments: readonly Segment[];
}

/** Undefined for an empty line, a comment, and a line that can match nothing. */
export function parsePattern(line: string): IgnorePattern | undefined {
  if (line.startsWith('#')) return undefined;
  const isNegated = line.startsWith('!');
  const written = withoutEnd(isNegated ? line.slice(1) : line);
  const isForFolders = written.endsWith('/');
  const path = isForFolders ? written.slice(0, -1) : written;
  if (path === '' || path.endsWith('/')) return undefined;
  const names = namesIn(path);
  if (names === undefined) return undefined;
  // A slash in a set parts no names, and matches none; yet it makes the line one about a path.
  const isName = !path.includes('/');
  const segments: Segment[] = [];
  for (const name of names[0] === '' ? names.slice(1) : names) {
    const isAny = /^\*{2,}$/.test(name);
    const tokens = isAny ? [] : tokensOf(name);
    if (tokens === undefined || name === '') return undefined;
    segments.push(isAny ? { kind: 'any-names' } : { kind: 'name', tokens });
  }
  return { isNegated, isForFolders, isName, segments };
}

/** Divided by slashes that stand in no set; undefined where a set is never closed. */
function namesIn(path: string): readonly string[] | undefined {
  const characters = [...path];
  const names: string[] = [];
  let name = '';
  for (let at = 0; at < characters.length; at++) {
    // An escaped slash parts names as any other.
    if (characters[at] === '\\' && characters[at + 1] === '/') at++;
    const character = characters[at]!;
    if (character === '/') {
      names.push(name);
      name = '';
      continue;
    }
    const end = character === '[' ? setAt(characters, at)?.end : character === '\\' ? at + 1 : at;
    if (end === undefined) return undefined;
    name += characters.slice(at, end + 1).join('');
    at = end;
  }
  return [...names, name];
}

/** Spaces at the end mean nothing, unless the last is escaped. */
function withoutEnd(line: string): string {
  let end = line.length;
  while (end > 0 && line.charAt(end - 1) === ' ' && !isEscaped(line, end - 1)) end--;
  return line.slice(0, end);
}

function isEscaped(line: string, at: number): boolean {
  let slashes = 0;
  while (line.charAt(at - 1 - slashes) === '\\') slashes++;
  return slashes % 2 === 1;
}

function tokensOf(name: string): readonly Token[] | undefined {
  const characters = [...name];
  const tokens: Token[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at]!;
    if (character === '*') {
      if (tokens.at(-1)?.kind !== 'many') tokens.push({ kind: 'many' });
    } else if (character === '?') tokens.push({ kind: 'one' });
    else if (character === '[') {
      const set = setAt(characters, at);
      if (set === undefined) return undefined;
      tokens.push(set.token);
      at = set.end;
    } else if (character === '\\') {
      const next = characters[++at];
      if (next === undefined) return undefined;
      tokens.push({ kind: 'text', character: next });
    } else tokens.push({ kind: 'text', character });
  }
  return tokens;
}

/** The set that opens here; undefined where it is never closed: such a line matches nothing. */
function setAt(
  characters: readonly string[],
  open: number,
): { readonly token: Token; readonly end: number } | undefined {
  let at = open + 1;
  const isNegated = characters[at] === '!' || characters[at] === '^';
  if (isNegated) at++;
  const ranges: [string, string][] = [];
  for (let isFirst = true; at < characters.length; isFirst = false, at++) {
    if (characters[at] === ']' && !isFirst) return { token: { kind: 'set', isNegated, ranges }, end: at };
    if (characters[at] === '\\') at++;
    const low = characters[at];
    if (low === undefined) return undefined;
    let high = low;
    if (characters[at + 1] === '-' && characters[at + 2] !== undefined && characters[at + 2] !== ']') {
      at += characters[at + 2] === '\\' ? 3 : 2;
      const last = characters[at];
      if (last === undefined) return undefined;
      high = last;
    }
    ranges.push([low, high]);
  }
  return undefined;
}

/** Whether the pattern is about this entry, given by its path from the folder of the file that holds the pattern. */
export function matchesPattern(
  { segments, isName, isForFolders }: IgnorePattern,
  names: readonly string[],
  isFolder: boolean,
): boolean {
  if (isForFolders && !isFolder) return false;
  if (isName) return matchesSegment(segments[0]!, names.at(-1)!);
  return matchesNames(segments, names);
}

function matchesSegment(segment: Segment, name: string): boolean {
  return segment.kind === 'any-names' || matchesName(segment.tokens, name);
}

/** What follows a `**` is tried at each place behind it; a later one makes earlier tries needless. */
function matchesNames(segments: readonly Segment[], names: readonly string[]): boolean {
  let [segment, name] = [0, 0];
  let retry: { readonly segment: number; name: number } | undefined;
  while (name < names.length) {
    const sought = segments[segment];
    if (sought?.kind === 'any-names') {
      // At the end it stands for what is inside, one name at least.
      if (segment === segments.length - 1) return true;
      retry = { segment: ++segment, name };
    } else if (sought !== undefined && matchesName(sought.tokens, names[name]!)) {
      segment++;
      name++;
    } else if (retry !== undefined) {
      segment = retry.segment;
      name = ++retry.name;
    } else return false;
  }
  return segment === segments.length;
}

function matchesName(tokens: readonly Token[], name: string): boolean {
  const characters = [...name];
  let [token, at] = [0, 0];
  let retry: { readonly token: number; at: number } | undefined;
  while (at < characters.length) {
    const sought = tokens[token];
    if (sought?.kind === 'many') retry = { token: ++token, at };
    else if (sought !== undefined && matchesToken(sought, characters[at]!)) {
      token++;
      at++;
    } else if (retry !== undefined) {
      token = retry.token;
      at = ++retry.at;
    } else return false;
  }
  while (tokens[token]?.kind === 'many') token++;
  return token === tokens.length;
}

function matchesToken(token: Token, character: string): boolean {
  switch (token.kind) {
    case 'text':
      return token.character === character;
    case 'one':
      return true;
    case 'set':
      return token.ranges.some(([low, high]) => low <= character && character <= high) !== token.isNegated;
    case 'many':
      return false;
    default:
      return token satisfies never;
  }
}
