/**
 * Globs: `*` and `?` inside a name, `**` over folders, `[a-z]`, `[!a-z]`, `{a,b}`, `\` before a literal character.
 * A wildcard never takes a leading dot: hidden names must be named. Our own matcher and not a package's, because it
 * has to run on names that are not UTF-8 and on patterns that would make a regular expression explode.
 * Complexity: O(pattern x name) for a name, O(pattern x depth) names for a path.
 */

type Token =
  | { readonly kind: 'literal'; readonly character: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'many' }
  | {
      readonly kind: 'set';
      readonly negated: boolean;
      readonly ranges: readonly (readonly [string, string])[];
    };

/** Tokens of one name, or `**`. */
type Segment = readonly Token[] | 'folders';

/** A compiled glob. */
export interface Glob {
  /** Leading segments without wildcards, unescaped: where to begin a walk. */
  readonly base: string;
  /** Whether the whole path (no leading `./`) is meant. */
  matches(path: string): boolean;
  /** Whether something below this folder may be meant. */
  mayMatchBelow(folder: string): boolean;
}

/** More alternatives than this and the braces are literal: expansion must not explode. */
const MAX_ALTERNATIVES = 256;

/** Whether an argument that is no existing path is meant as a glob. */
export function isGlob(argument: string): boolean {
  return /[*?[{]/.test(argument);
}

/** Compiles a glob; every string is a valid glob (an unclosed bracket is a literal). */
export function compileGlob(pattern: string): Glob {
  const root = pattern.startsWith('/') ? '/' : '';
  const alternatives = expandBraces(pattern).map((alternative) =>
    alternative
      .split('/')
      .filter((segment) => segment !== '' && segment !== '.')
      .map((segment): Segment => (segment === '**' ? 'folders' : tokenise(segment))),
  );
  return {
    base: root + commonBase(alternatives).join('/'),
    matches: (path) =>
      alternatives.some((segments) => statesAfter(segments, namesOf(path)).has(segments.length)),
    mayMatchBelow: (folder) =>
      alternatives.some((segments) =>
        [...statesAfter(segments, namesOf(folder))].some((state) => state < segments.length),
      ),
  };
}

function namesOf(path: string): readonly string[] {
  return path.split('/').filter((name) => name !== '');
}

/** Simulates the pattern as a nondeterministic automaton over names: the positions it can stand at afterwards. */
function statesAfter(segments: readonly Segment[], names: readonly string[]): ReadonlySet<number> {
  let states = closure(segments, [0]);
  for (const name of names) {
    const next: number[] = [];
    for (const state of states) {
      const segment = segments[state];
      if (segment === undefined) continue;
      if (segment === 'folders') {
        if (!name.startsWith('.')) next.push(state);
      } else if (matchesName(segment, name)) next.push(state + 1);
    }
    states = closure(segments, next);
  }
  return states;
}

/** `**` may stand for no folder at all. */
function closure(segments: readonly Segment[], states: readonly number[]): ReadonlySet<number> {
  const closed = new Set<number>();
  for (const state of states) {
    let position = state;
    closed.add(position);
    while (segments[position] === 'folders') closed.add(++position);
  }
  return closed;
}

/** Greedy matching that goes back to the last `*` only; earlier ones never need another try. */
function matchesName(tokens: readonly Token[], name: string): boolean {
  const characters = [...name];
  const first = tokens[0];
  if (name.startsWith('.') && first !== undefined && first.kind !== 'literal') return false;
  let token = 0;
  let at = 0;
  let star = -1;
  let starAt = 0;
  while (at < characters.length) {
    const current = tokens[token];
    if (current?.kind === 'many') {
      star = token++;
      starAt = at;
    } else if (current !== undefined && matchesCharacter(current, characters[at] ?? '')) {
      token++;
      at++;
    } else if (star !== -1) {
      token = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (tokens[token]?.kind === 'many') token++;
  return token === tokens.length;
}

function matchesCharacter(token: Token, character: string): boolean {
  switch (token.kind) {
    case 'literal':
      return token.character === character;
    case 'one':
      return true;
    case 'many':
      return false;
    case 'set':
      return token.ranges.some(([low, high]) => character >= low && character <= high) !== token.negated;
    default:
      return token satisfies never;
  }
}

function tokenise(segment: string): readonly Token[] {
  const characters = [...segment];
  const tokens: Token[] = [];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    const set = character === '[' ? readSet(characters, at) : undefined;
    if (set !== undefined) {
      tokens.push(set.token);
      at = set.end;
    } else if (character === '*') {
      if (tokens.at(-1)?.kind !== 'many') tokens.push({ kind: 'many' });
    } else if (character === '?') tokens.push({ kind: 'one' });
    else if (character === '\\' && at + 1 < characters.length) {
      tokens.push({ kind: 'literal', character: characters[++at] ?? '' });
    } else tokens.push({ kind: 'literal', character });
  }
  return tokens;
}

function readSet(characters: readonly string[], open: number): { token: Token; end: number } | undefined {
  const negated = characters[open + 1] === '!' || characters[open + 1] === '^';
  const first = open + (negated ? 2 : 1);
  // A bracket in first place is a member of the set, as in a shell.
  const end = characters.indexOf(']', first + 1);
  if (end === -1) return undefined;
  const ranges: [string, string][] = [];
  for (let at = first; at < end; at++) {
    const low = characters[at] ?? '';
    const isRange = characters[at + 1] === '-' && at + 2 < end;
    ranges.push([low, isRange ? (characters[at + 2] ?? low) : low]);
    if (isRange) at += 2;
  }
  return { token: { kind: 'set', negated, ranges }, end };
}

/** `a{b,c}d` as `abd`, `acd`; innermost braces first, breadth limited. */
function expandBraces(pattern: string): readonly string[] {
  let open: string[] = [pattern];
  const done: string[] = [];
  while (open.length > 0) {
    const next: string[] = [];
    for (const candidate of open) {
      const braces = /\{([^{}]*,[^{}]*)\}/.exec(candidate);
      if (braces === null) done.push(candidate);
      else {
        const before = candidate.slice(0, braces.index);
        const after = candidate.slice(braces.index + braces[0].length);
        for (const choice of (braces[1] ?? '').split(',')) next.push(before + choice + after);
      }
    }
    if (done.length + next.length > MAX_ALTERNATIVES) return [pattern];
    open = next;
  }
  return done;
}

/** Literal names that every alternative begins with; the last name is never part of it: it is what is looked for. */
function commonBase(alternatives: readonly (readonly Segment[])[]): readonly string[] {
  const [first, ...others] = alternatives.map((segments) => segments.slice(0, -1).map(literalName));
  const base: string[] = [];
  for (const [position, name] of (first ?? []).entries()) {
    if (name === undefined || others.some((other) => other[position] !== name)) break;
    base.push(name);
  }
  return base;
}

function literalName(segment: Segment): string | undefined {
  if (segment === 'folders') return undefined;
  let name = '';
  for (const token of segment) {
    if (token.kind !== 'literal') return undefined;
    name += token.character;
  }
  return name;
}
