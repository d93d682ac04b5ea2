/**
 * Where the sets and alternatives of a glob begin and end: `[a-z]`, `{a,b}`. Owns which brackets count; the expansion
 * itself is fast-glob's, which has no bound: forty times `{a,b}` would fill the memory. Pure.
 * Complexity: linear in the pattern.
 */

/** More alternatives than this and the braces are literal. */
const MAX_ALTERNATIVES = 256;

interface Level {
  /** Positions of its own braces and commas, and of those of the groups inside it. */
  readonly own: number[];
  readonly inner: number[];
  /** Alternatives before the last comma, and of what follows it. */
  before: number;
  current: number;
}

/** Position of the bracket that closes a set; one in first place is a member, as in a shell. -1 when there is none. */
export function endOfSet(characters: readonly string[], open: number): number {
  const negated = characters[open + 1] === '!' || characters[open + 1] === '^';
  for (let at = open + (negated ? 3 : 2); at < characters.length && characters[at] !== '/'; at++) {
    if (characters[at] === ']') return at;
  }
  return -1;
}

/** Positions of the braces and commas that stand for alternatives: pairs with a comma of their own, not too many. */
export function expandableBraces(characters: readonly string[]): ReadonlySet<number> {
  const root: Level = { own: [], inner: [], before: 0, current: 1 };
  const open: Level[] = [root];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at];
    const level = open.at(-1) ?? root;
    if (character === '\\') at++;
    else if (character === '[') at = Math.max(at, endOfSet(characters, at));
    else if (character === '{') open.push({ own: [at], inner: [], before: 0, current: 1 });
    else if (character === ',' && level !== root) {
      level.own.push(at);
      level.before += level.current;
      level.current = 1;
    } else if (character === '}' && level !== root) {
      open.pop();
      close(level, open.at(-1) ?? root, level.before > 0 ? [...level.own, at] : []);
    }
  }
  for (let level = open.pop(); level !== undefined && level !== root; level = open.pop()) {
    close(level, open.at(-1) ?? root, []);
  }
  return root.current <= MAX_ALTERNATIVES ? new Set(root.inner) : new Set();
}

/** Hands a group to the one around it; without positions of its own its braces are literal. */
function close(level: Level, outer: Level, own: readonly number[]): void {
  for (const position of own) outer.inner.push(position);
  for (const position of level.inner) outer.inner.push(position);
  outer.current *= level.before + level.current;
}
